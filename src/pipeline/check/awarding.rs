//! `[awarding]` of the site and of badges, and the site's teams.

use super::{
    fields::{At, Fields},
    flaw::Flaw,
    values,
};
use crate::{
    diagnostic::{Code, closest},
    model::{Awarding, Team},
};

/// The rule of `[awarding]`, whose teams must be among `teams`, if it is known which there are.
pub(super) fn rule(fields: &Fields<'_, '_>, teams: Option<&[Team]>) -> Option<Awarding> {
    let table = fields.table("awarding", "`[awarding]`")?;
    let mut by = Vec::new();
    for entry in table.lines("by") {
        let known = !entry.value.contains('/') || entry.value.contains("://");
        if let Some(teams) = teams.filter(|it| !known && !it.iter().any(|team| team.name == entry.value)) {
            let near = closest(&entry.value, teams.iter().map(|it| it.name.as_str()));
            let help = near.map_or_else(
                || format!("add `[[team]]` with `name = \"{}\"` and its `members` to `accolade.toml`", entry.value),
                |it| format!("did you mean `{it}`?"),
            );
            let flaw = Flaw::error(Code::UnknownTeam, format!("no team is called `{}`", entry.value));
            fields.document().report(&entry.span, flaw.label("named here").help(help));
        } else if let Some(account) = account(fields, entry) {
            by.push(account);
        }
    }
    if !table.has("by") {
        let flaw = Flaw::error(Code::MissingKey, "`by` is missing").label("nobody may award");
        fields.report("awarding", flaw.help("list accounts, such as `by = [\"@grace\"]`"));
    }
    let approvals = table.whole("approvals").must(|number| match u32::try_from(number) {
        Ok(number @ 0..=20) => Ok(number),
        _ => Err(Flaw::bad(format!("{number} approvals are more than anybody could gather"))
            .help("write a number from 0 to 20")),
    });
    let approvals = approvals.optional().unwrap_or(1);
    table.close();
    (!by.is_empty()).then_some(Awarding { by, approvals })
}

/// The teams of the site: `[[team]]`.
pub(super) fn teams(fields: &Fields<'_, '_>) -> Vec<Team> {
    let mut teams = Vec::new();
    for table in fields.tables("team", "a team") {
        let name = table.line("name").must(|it| match it.strip_prefix('@').is_some_and(|it| it.contains('/')) {
            true => Ok(it),
            false => Err(Flaw::bad(format!("`{it}` is not the name of a team")).help("write `@organisation/team`")),
        });
        let name = name.required();
        let members: Vec<String> =
            table.lines("members").into_iter().filter_map(|entry| account(&table, entry)).collect();
        table.close();
        teams.extend(name.map(|name| Team { name, members }));
    }
    teams
}

/// An account, a team, or the address of a profile.
fn account(fields: &Fields<'_, '_>, entry: At<String>) -> Option<String> {
    let judged = if entry.value.contains("://") {
        values::url(entry.value)
    } else if entry
        .value
        .strip_prefix('@')
        .is_some_and(|it| !it.is_empty() && it.chars().all(|c| c.is_alphanumeric() || "-_./".contains(c)))
    {
        Ok(entry.value)
    } else {
        Err(Flaw::bad(format!("`{}` is not an account", entry.value))
            .help("write `@name`, `@organisation/team`, or the address of a profile"))
    };
    judged.map_err(|flaw| fields.document().report(&entry.span, flaw)).ok()
}
