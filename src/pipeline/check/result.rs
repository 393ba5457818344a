//! What a badge says of results (`[[result]]`), and what an award reports.

use super::{fields::Fields, flaw::Flaw, listed};
use crate::{
    diagnostic::Code,
    model::{ResultDescription, ResultValue, RubricLevel, Slug},
};

/// The results that awards of a badge may report.
pub(super) fn descriptions(badge: &Fields<'_, '_>) -> Vec<ResultDescription> {
    let mut results: Vec<ResultDescription> = Vec::new();
    for fields in badge.tables("result", "a result") {
        let slug = slug(&fields, "id");
        if results.iter().any(|known| Some(&known.slug) == slug.as_ref()) {
            fields.report("id", Flaw::bad("another result has this id").help("choose another"));
        }
        if let Some(result) = description(fields, slug) {
            results.push(result);
        }
    }
    results
}

fn description(fields: Fields<'_, '_>, slug: Option<Slug>) -> Option<ResultDescription> {
    let name = fields.line("name").required();
    let result_type = fields.line("type").must(listed::result_type).required();
    let min = fields.line_or_number("min").optional();
    let max = fields.line_or_number("max").optional();
    let allowed: Vec<String> = fields.lines("allowed").into_iter().map(|it| it.value).collect();
    let required = fields.line_or_number("required").optional();
    let mut levels: Vec<RubricLevel> = Vec::new();
    let mut are_all_known = fields.document().is_toml();
    for table in fields.tables("level", "a level") {
        let slug = self::slug(&table, "id");
        let name = table.line("name").required();
        let description = table.text("description").optional();
        let level = table.line_or_number("level").optional();
        let points = table.line_or_number("points").optional();
        if levels.iter().any(|known| Some(&known.slug) == slug.as_ref()) {
            table.report("id", Flaw::bad("another level has this id").help("choose another"));
        }
        table.close();
        match slug.zip(name) {
            Some((slug, name)) => levels.push(RubricLevel { slug, name, description, level, points }),
            None => are_all_known = false,
        }
    }
    let required_level = fields.line("required_level");
    let required_level = match are_all_known {
        true => required_level.must(|name| find_level(&levels, &name)).optional(),
        // It may be one with a mistake.
        false => required_level.optional().and(None),
    };

    if let (Some(min), Some(max)) = (&min, &max)
        && let (Ok(least), Ok(most)) = (min.parse::<f64>(), max.parse::<f64>())
        && least > most
    {
        let flaw = Flaw::bad(format!("`max` is less than `min`, which is {min}"));
        fields.report("max", flaw.help("mend one of the two"));
    }
    if let Some(required) = &required
        && let Err(flaw) = in_range(required, min.as_deref(), max.as_deref(), &allowed)
    {
        fields.report("required", flaw);
    }
    fields.close();
    Some(ResultDescription {
        slug: slug?,
        name: name?,
        result_type: result_type?,
        min,
        max,
        allowed,
        required,
        required_level,
        levels,
    })
}

/// The results of an award of a badge with these descriptions. Without them, because the badge is broken,
/// only their form is looked at.
pub(super) fn values(award: &Fields<'_, '_>, known: Option<&[ResultDescription]>) -> Vec<ResultValue> {
    let mut results: Vec<ResultValue> = Vec::new();
    for fields in award.tables("result", "a result") {
        let description = fields.line("result").must(|name| find(known, name)).required();
        let of = description.as_ref().and_then(|(_, it)| *it);
        let value = fields.line_or_number("value").must(|value| match of {
            Some(of) => in_range(&value, of.min.as_deref(), of.max.as_deref(), &of.allowed).map(|()| value),
            None => Ok(value),
        });
        let value = value.optional();
        let level = fields.line("level").must(|name| match of {
            Some(of) => find_level(&of.levels, &name),
            None => name.parse().map_err(|it: crate::model::NameError| Flaw::bad(it.to_string())),
        });
        let level = level.optional();
        let status = fields.line("status").must(listed::result_status).optional();
        if !["value", "level", "status"].iter().any(|key| fields.has(key)) {
            let flaw = Flaw::error(Code::MissingKey, "the result says nothing")
                .label("has neither `value` nor `level` nor `status`");
            fields.report("", flaw.help("add one of them"));
        }
        if let Some((result, _)) = description {
            if results.iter().any(|it| it.result == result) {
                fields.report("result", Flaw::bad(format!("`{result}` is reported twice")).help("take one out"));
            }
            results.push(ResultValue { result, value, level, status });
        }
        fields.close();
    }
    results
}

type Known<'k> = (Slug, Option<&'k ResultDescription>);

fn find(known: Option<&[ResultDescription]>, name: String) -> Result<Known<'_>, Flaw> {
    let Some(known) = known else {
        let slug = name.parse().map_err(|it: crate::model::NameError| Flaw::bad(it.to_string()))?;
        return Ok((slug, None));
    };
    match known.iter().find(|it| it.slug.as_str() == name) {
        Some(it) => Ok((it.slug.clone(), Some(it))),
        None if known.is_empty() => Err(Flaw::error(Code::UnknownResult, format!("no result is called `{name}`"))
            .label("named here")
            .help("the badge describes no results: add a `[[result]]` to it")),
        None => {
            let names = known.iter().map(|it| it.slug.as_str());
            Err(Flaw::unknown(Code::UnknownResult, "result of the badge", &name, names))
        }
    }
}

fn find_level(levels: &[RubricLevel], name: &str) -> Result<Slug, Flaw> {
    match levels.iter().find(|it| it.slug.as_str() == name) {
        Some(level) => Ok(level.slug.clone()),
        None => Err(Flaw::unknown(
            Code::UnknownResult,
            "level of the result",
            name,
            levels.iter().map(|it| it.slug.as_str()),
        )),
    }
}

fn in_range(value: &str, min: Option<&str>, max: Option<&str>, allowed: &[String]) -> Result<(), Flaw> {
    if !allowed.is_empty() && !allowed.iter().any(|it| it == value) {
        let listed: Vec<&str> = allowed.iter().map(String::as_str).collect();
        return Err(Flaw::not_listed("an allowed value", value, &listed, false));
    }
    let number = |text: &str| text.parse::<f64>().ok().filter(|it| it.is_finite());
    let (least, most) = (min.and_then(number), max.and_then(number));
    if least.is_none() && most.is_none() {
        return Ok(());
    }
    let Some(given) = number(value) else {
        let flaw = Flaw::bad(format!("`{value}` is not a number, and has to lie within a range"));
        return Err(flaw.help("write it in digits, such as `80` or `7.5`"));
    };
    if least.is_some_and(|least| given < least) {
        let flaw = Flaw::bad(format!("`{value}` is less than the least value, {}", min.unwrap_or_default()));
        return Err(flaw.help("mend the value, or `min` in the badge"));
    }
    if most.is_some_and(|most| given > most) {
        let flaw = Flaw::bad(format!("`{value}` is more than the greatest value, {}", max.unwrap_or_default()));
        return Err(flaw.help("mend the value, or `max` in the badge"));
    }
    Ok(())
}

fn slug(fields: &Fields<'_, '_>, key: &'static str) -> Option<Slug> {
    fields
        .line(key)
        .must(|name| name.parse().map_err(|it: crate::model::NameError| Flaw::bad(it.to_string())))
        .required()
}
