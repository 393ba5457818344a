//! `badges/<badge>.toml`, and the criteria and the picture beside it.

use super::{
    awarding,
    fields::{Document, Fields},
    flaw::Flaw,
    former, listed, markup,
    names::Names,
    picture, result,
    site::{DefaultIssuer, Setting},
    values::{self, Odd},
};
use crate::{
    art,
    diagnostic::Code,
    model::{AchievementType, Alignment, ArtRecipe, Badge, Criteria, RelatedBadge, Slug, Validity},
    pipeline::Sources,
};
use jiff::Span;

pub(super) fn read(
    document: &Document<'_>,
    slug: Slug,
    sources: &Sources,
    names: &Names<'_>,
    setting: &Setting,
) -> Option<Badge> {
    let table = document.parse()?;
    let fields = document.fields(&table, "a badge");

    let name = fields.line("name").required();
    let description = fields.text("description").required();
    let issuer = issuer(&fields, names, setting);
    let criteria = criteria(&fields, &slug, sources);
    let achievement_type = fields.line("type").must(listed::achievement_type).optional();
    let alt = fields.text("alt").optional();
    let picture = picture::beside(document, &slug, sources, picture::Of::Badge, alt.clone());
    let skills = fields.lines("skills").into_iter().map(|skill| skill.value).collect();
    let hours = fields.line_or_number("hours").must(hours).optional();
    let credits = fields.whole("credits").optional();
    let level = fields.line("level").optional();
    let field_of_study = fields.line("field_of_study").optional();
    let specialization = fields.line("specialization").optional();
    let code = fields.line_or_number("code").optional();
    let version = fields.line_or_number("version").optional();
    let language = fields.line("language").must(values::language).optional();
    let validity = validity(&fields, setting);
    let related = related(&fields, &slug, names);
    // A day is meant whole: nominations close when it ends.
    let nominations_until = fields.end("nominations_until", &setting.zone).optional();
    let retired = fields.time("retired", &setting.zone).optional();
    let retired_because = fields.text("retired_because").optional();
    if retired_because.is_some() && !fields.has("retired") {
        let flaw = Flaw::error(Code::MissingKey, "`retired` is missing").label("this says why, but not since when");
        fields.report("retired_because", flaw.help("add `retired` with a date"));
    }
    let alignments = fields.tables("alignment", "an alignment").into_iter().filter_map(alignment).collect();
    let results = result::descriptions(&fields);
    former::read(&fields, &slug, &names.former_badges, |old| names.badges.contains_key(old));
    let art = fields.table("art", "`[art]`").map(recipe).unwrap_or_default();
    let awarding = awarding::rule(&fields, setting.teams.as_deref());
    fields.close();

    if !document.is_good() {
        return None;
    }
    let name = name?;
    Some(Badge {
        issuer: issuer?,
        description: description?,
        criteria: criteria?,
        achievement_type: AchievementType(achievement_type.unwrap_or_else(|| "Badge".into())),
        picture,
        art,
        alt: alt.unwrap_or_else(|| name.clone()),
        skills,
        alignments,
        hours,
        credits,
        level,
        field_of_study,
        specialization,
        code,
        version,
        language,
        validity,
        related,
        results,
        awarding,
        nominations_until,
        retired: retired.map(|date| (date, retired_because)),
        name,
        slug,
    })
}

fn issuer(fields: &Fields<'_, '_>, names: &Names<'_>, setting: &Setting) -> Option<Slug> {
    let named = fields.line("issuer").must(|name| names.issuer(&name));
    match &setting.default_issuer {
        _ if fields.has("issuer") => named.optional(),
        DefaultIssuer::Is(issuer) => Some(issuer.clone()),
        DefaultIssuer::Broken => None,
        DefaultIssuer::None => named.required_or(|_| {
            let flaw = Flaw::error(Code::MissingKey, "`issuer` is missing").label("nothing says who awards it");
            if names.issuers.is_empty() {
                flaw.help("there is no issuer yet: describe one in `issuers/<issuer>.toml`")
            } else {
                flaw.help("name one here, or one for all badges in `accolade.toml`")
            }
        }),
    }
}

/// The criteria stand in the TOML or in a Markdown file of the same name.
fn criteria(fields: &Fields<'_, '_>, slug: &Slug, sources: &Sources) -> Option<Criteria> {
    let path = format!("badges/{slug}.md");
    let beside = sources.criteria.get(&path);
    let here = fields.text("criteria");
    let url = fields.line("criteria_url").must(values::url).optional();
    if beside.is_some() && fields.has("criteria") {
        let flaw = Flaw::bad("the criteria are written twice").label(format!("and in `{path}`"));
        fields.report("criteria", flaw.help("keep one of them"));
    }
    let narrative = match beside {
        Some(file) => {
            let _ = here.optional();
            let text = file.text.trim();
            if text.is_empty() {
                let flaw = Flaw::bad("the file with the criteria is empty");
                fields.document().push(flaw.help("write there what somebody has to do for the badge").in_file(&path));
            }
            if text.len() > 64 << 10 {
                let flaw = Flaw::bad("the criteria are longer than 64 KiB");
                fields
                    .document()
                    .push(flaw.help("put the long story on a page of its own, and link to it").in_file(&path));
            }
            if let Some(Odd(why, help)) = values::hidden(text) {
                let flaw = Flaw::bad(format!("the file with the criteria {why}"));
                fields.document().push(flaw.help(help).in_file(&path));
            }
            markup::check_file(fields.document(), file);
            text.to_owned()
        }
        None => {
            let narrative = here.required_or(|_| {
                Flaw::error(Code::MissingKey, "`criteria` is missing")
                    .label("a badge needs it")
                    .help(format!("say here, or in `{path}`, what has to be done for it"))
            })?;
            markup::check(fields, "criteria", Some(&narrative));
            narrative
        }
    };
    Some(Criteria { narrative, url })
}

fn validity(fields: &Fields<'_, '_>, setting: &Setting) -> Option<Validity> {
    let period = fields.line("valid_for").must(values::period).must(whole_minutes).optional();
    let until = fields.end("valid_until", &setting.zone).optional();
    if fields.has("valid_for") && fields.has("valid_until") {
        let flaw = Flaw::bad("`valid_for` and `valid_until` contradict each other").label("awards end at this date");
        fields.report("valid_until", flaw.help("keep one of them"));
    }
    period.map(Validity::For).or(until.map(Validity::Until))
}

/// `3`, `1.5`: pages count them, and search engines read them as a duration of ISO 8601.
fn hours(text: String) -> Result<String, Flaw> {
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    let are_digits = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    if are_digits(whole) && are_digits(fraction) && text.contains(|it| ('1'..='9').contains(&it)) {
        Ok(text)
    } else {
        Err(Flaw::bad(format!("`{text}` is not a number of hours"))
            .help("write how many it usually takes, such as 3 or 1.5"))
    }
}

/// A period that can be said in words.
fn whole_minutes(span: Span) -> Result<Span, Flaw> {
    let (seconds, smaller) =
        (span.get_seconds(), span.get_milliseconds() | span.get_microseconds() | span.get_nanoseconds());
    if seconds == 0 && smaller == 0 {
        Ok(span)
    } else {
        Err(Flaw::bad("`valid_for` counts seconds").help("write how long an award counts, such as `2 years`"))
    }
}

fn related(fields: &Fields<'_, '_>, slug: &Slug, names: &Names<'_>) -> Vec<RelatedBadge> {
    let mut related = Vec::new();
    for entry in fields.lines("related") {
        let judged = if entry.value.contains("://") {
            values::url(entry.value).map(RelatedBadge::Elsewhere)
        } else if entry.value == slug.as_str() {
            Err(Flaw::bad("a badge is not related to itself").help("take it out"))
        } else {
            names.badge(&entry.value).map(RelatedBadge::Here)
        };
        match judged {
            Ok(badge) => related.push(badge),
            Err(flaw) => fields.document().report(&entry.span, flaw),
        }
    }
    related
}

fn alignment(fields: Fields<'_, '_>) -> Option<Alignment> {
    let name = fields.line("name").required();
    let url = fields.line("url").must(values::url).required();
    let framework = fields.line("framework").optional();
    let code = fields.line_or_number("code").optional();
    let description = fields.text("description").optional();
    let target_type = fields.line("type").must(listed::alignment_type).optional();
    fields.close();
    Some(Alignment { name: name?, url: url?, framework, code, description, target_type })
}

fn recipe(fields: Fields<'_, '_>) -> ArtRecipe {
    let recipe = ArtRecipe {
        shape: fields.line("shape").must(|it| known("a shape", it, art::shapes())).optional(),
        palette: fields.line("palette").must(palette).optional(),
        emblem: fields.line("emblem").must(|it| known("an emblem", it, art::emblems())).optional(),
        inscription: fields.line("inscription").optional(),
        ribbon: fields.line("ribbon").optional(),
        marks: fields
            .whole("marks")
            .must(|number| match u8::try_from(number) {
                Ok(marks @ 0..=5) => Ok(marks),
                _ => Err(Flaw::bad(format!("{number} marks are too many")).help("a badge has room for up to 5")),
            })
            .optional(),
    };
    let written = [
        ("inscription", &recipe.inscription, art::fits_curve as fn(&str) -> bool),
        ("ribbon", &recipe.ribbon, art::fits_ribbon),
    ];
    for (key, text, fits) in written {
        let Some(text) = text.as_deref().filter(|it| !it.trim().is_empty() && !fits(it)) else { continue };
        let (flaw, help) = match art::can_draw(text) {
            true => ("is too long to be read there", "say it in fewer letters"),
            false => ("has letters that the font lacks", "use Latin, Greek or Cyrillic letters, or leave it out"),
        };
        let flaw = Flaw::warning(Code::BadValue, format!("`{text}` {flaw}")).label("it is not drawn").help(help);
        fields.report(key, flaw);
    }
    fields.close();
    recipe
}

/// One of the names that the drawing knows.
fn known(what: &str, word: String, names: impl Iterator<Item = &'static str>) -> Result<String, Flaw> {
    let names: Vec<&str> = names.collect();
    match names.contains(&word.as_str()) {
        true => Ok(word),
        false => Err(Flaw::not_listed(what, &word, &names, false)),
    }
}

fn palette(word: String) -> Result<String, Flaw> {
    if art::is_palette(&word) { Ok(word) } else { known("a palette", word, art::palettes()) }
}
