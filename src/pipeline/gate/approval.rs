//! Who may say yes to a change, who has, and who is still missing. Nothing here knows a host.

use super::{Changes, own::is_own};
use crate::{
    diagnostic::{Code, Diagnostic, Diagnostics},
    model::{Awarding, Gallery, Identity, Slug},
    time::Timestamp,
};
use std::collections::BTreeMap;

/// Somebody on a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The name there.
    pub login: String,
    /// The address of the profile.
    pub url: String,
    /// Whether it is a program's.
    pub is_bot: bool,
}

impl Account {
    /// By what the public knows it: the address of its profile, else its name.
    #[must_use]
    pub fn public(&self) -> String {
        if self.url.is_empty() { format!("@{}", self.login) } else { self.url.clone() }
    }
}

/// What a review says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opinion {
    /// Yes.
    Approved,
    /// No.
    ChangesRequested,
    /// Neither; what was said before stays.
    Commented,
    /// It was taken back.
    Dismissed,
}

/// A review, in the order in which they were given.
#[derive(Debug, Clone)]
pub struct Reviewed {
    /// By whom.
    pub by: Account,
    /// What it says.
    pub opinion: Opinion,
    /// Of which commit.
    pub commit: String,
    /// Whether the host says that they belong to the repository.
    pub is_member: bool,
}

/// A request to change the repository.
#[derive(Debug, Clone)]
pub struct Request {
    /// Who made it.
    pub author: Account,
    /// The commit that it would change.
    pub base: String,
    /// Its latest commit.
    pub head: String,
    /// The commit that brought it into the repository, once it is merged.
    pub merged: Option<String>,
    /// Where it is discussed.
    pub url: String,
    /// When it was made, where the host says so.
    pub opened: Option<Timestamp>,
    /// What was said to it.
    pub reviews: Vec<Reviewed>,
}

/// How it stands with one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approvals {
    /// The file.
    pub path: String,
    /// How many have to agree.
    pub needed: u32,
    /// Who may.
    pub by: Vec<String>,
    /// Who has.
    pub given: Vec<Account>,
    /// Whether some recipients are known by the hash of an address only, so that nobody sees whether a reviewer is one.
    pub is_blind: bool,
}

/// Holds every file that a change touches against the rule that was in force before it: nobody gives a right to
/// themselves. What is missing is reported.
#[must_use]
pub fn approvals(
    request: &Request,
    before: Option<&Gallery>,
    after: &Gallery,
    changes: &Changes,
    problems: &mut Diagnostics,
) -> Vec<Approvals> {
    // The rules of the first commit of all are its own.
    let rules = before.unwrap_or(after);
    let latest = latest(request);
    let mut found = Vec::new();
    let touched = changes.added.iter().chain(&changes.changed).chain(&changes.removed);
    for path in touched {
        let nominators = nominators(path, before, after);
        if is_own(path, request, &latest, before, after) {
            continue;
        }
        for (rule, recipients) in rules_of(path, rules, before, after) {
            let Some(rule) = rule.filter(|it| it.approvals > 0) else { continue };
            let mut why_not = Vec::new();
            let mut given = Vec::new();
            for review in latest.values() {
                let who = format!("@{}", review.by.login);
                if !may(&review.by, rule, rules) {
                    continue;
                }
                if is(&review.by, &request.author.login, &request.author.url) {
                    why_not.push(format!("{who} made this change"));
                } else if nominators.iter().any(|it| is_called(&review.by, it)) {
                    why_not.push(format!("{who} nominated"));
                } else if recipients.iter().any(|it| is_recipient(&review.by, it, rules, after)) {
                    why_not.push(format!("{who} would get the award"));
                } else {
                    match review.opinion {
                        Opinion::Approved if review.commit == request.head => given.push(review.by.clone()),
                        Opinion::Approved => why_not.push(format!("{who} agreed to an older commit")),
                        Opinion::ChangesRequested => why_not.push(format!("{who} asks for changes")),
                        Opinion::Dismissed => why_not.push(format!("the approval of {who} was dismissed")),
                        Opinion::Commented => {}
                    }
                }
            }
            let is_blind = recipients.iter().any(|it| matches!(it, Identity::EmailHash { .. }));
            let needed = enough(path, rule);
            let approvals = Approvals { path: path.clone(), needed, by: rule.by.clone(), given, is_blind };
            let refused = latest.values().any(|it| it.opinion == Opinion::ChangesRequested && may(&it.by, rule, rules));
            if approvals.given.len() < needed as usize || refused {
                problems.push(missing(&approvals, &why_not));
            }
            if !found.contains(&approvals) {
                found.push(approvals);
            }
        }
    }
    found
}

fn missing(approvals: &Approvals, why_not: &[String]) -> Diagnostic {
    let Approvals { path, needed, by, given, .. } = approvals;
    let message = format!("this needs {}, and has {}", told(*needed, by), given.len());
    let mut help = "ask one of them for a review of the latest commit".to_owned();
    if !why_not.is_empty() {
        help = format!("{help}; not counted: {}", why_not.join(", "));
    }
    if path.starts_with("people/") {
        help.push_str("; or of an account among its `identities`, unless it claims more awards or other accounts");
    }
    Diagnostic::error(Code::MissingApproval, message).file(path.as_str()).help(help)
}

/// `2 approvals of @grace, @kim`
fn told(needed: u32, by: &[String]) -> String {
    format!("{needed} {} of {}", if needed == 1 { "approval" } else { "approvals" }, by.join(", "))
}

/// Reports a nomination that needs approvals and came without a request, to which nobody can have agreed.
pub fn without_request(path: &str, gallery: &Gallery, problems: &mut Diagnostics) {
    for (rule, _) in rules_of(path, gallery, None, gallery) {
        let Some(rule) = rule.filter(|it| it.approvals > 0) else { continue };
        let message = format!("this needs {}, and came without a pull request", told(rule.approvals, &rule.by));
        let problem = Diagnostic::error(Code::MissingApproval, message).file(path);
        problems.push(problem.help(
            "take the file out, and bring it in again by a pull request to which they can agree; or whoever has the key \
             signs it on their own machine",
        ));
    }
}

/// Who agreed to a nomination that is under no rule: whoever belongs to the repository, and neither asked for it nor
/// would get it.
#[must_use]
pub fn agreed(request: &Request, path: &str, gallery: &Gallery) -> Vec<Account> {
    let nominators = nominators(path, None, gallery);
    let recipients: Vec<&Identity> = rules_of(path, gallery, None, gallery).into_iter().flat_map(|it| it.1).collect();
    let latest = latest(request);
    let counts = |it: &&&Reviewed| {
        it.is_member
            && it.opinion == Opinion::Approved
            && it.commit == request.head
            && !is(&it.by, &request.author.login, &request.author.url)
            && !nominators.iter().any(|name| is_called(&it.by, name))
            && !recipients.iter().any(|recipient| is_recipient(&it.by, recipient, gallery, gallery))
    };
    latest.values().filter(counts).map(|it| it.by.clone()).collect()
}

/// Who nominates in a file, as they call themselves.
fn nominators<'a>(path: &str, before: Option<&'a Gallery>, after: &'a Gallery) -> Vec<&'a str> {
    let all = std::iter::once(after).chain(before).flat_map(|it| &it.nominations);
    all.filter(|it| it.path == path).filter_map(|it| it.nominator.as_deref()).collect()
}

/// Whether an account is meant by `@name` or the address of a profile.
fn is_called(account: &Account, name: &str) -> bool {
    match name.strip_prefix('@') {
        Some(login) => login.eq_ignore_ascii_case(&account.login),
        None => same_page(name, &account.url),
    }
}

/// What each reviewer said last; a comment takes nothing back.
fn latest(request: &Request) -> BTreeMap<String, &Reviewed> {
    let mut latest: BTreeMap<String, &Reviewed> = BTreeMap::new();
    for review in &request.reviews {
        let login = review.by.login.to_lowercase();
        if review.opinion != Opinion::Commented || !latest.contains_key(&login) {
            latest.insert(login, review);
        }
    }
    latest
}

/// The rules that a file is under, each with those whom it would give something.
fn rules_of<'a>(
    path: &str,
    rules: &'a Gallery,
    before: Option<&'a Gallery>,
    after: &'a Gallery,
) -> Vec<(Option<&'a Awarding>, Vec<&'a Identity>)> {
    let site = rules.site.awarding.as_ref();
    let of = |badge: &str| {
        let known = badge.parse::<Slug>().ok().and_then(|slug| rules.badges.get(&slug));
        known.and_then(|it| it.awarding.as_ref()).or(site)
    };
    let galleries = || std::iter::once(after).chain(before);
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["nominations", _] => {
            let mut found: BTreeMap<&Slug, Vec<&Identity>> = BTreeMap::new();
            for nomination in galleries().flat_map(|it| &it.nominations).filter(|it| it.path == path) {
                for award in &nomination.awards {
                    found.entry(&award.badge).or_default().push(&award.recipient.identity);
                }
            }
            found.into_iter().map(|(badge, recipients)| (of(badge.as_str()), recipients)).collect()
        }
        ["assertions", badge, _] => {
            let recipients = galleries().flat_map(|it| &it.assertions).filter(|it| it.path == path);
            vec![(of(badge), recipients.map(|it| &it.identity).collect())]
        }
        ["badges", file] => vec![(of(file.rsplit_once('.').map_or(file, |(stem, _)| stem)), Vec::new())],
        ["people", _] if site.is_none() => {
            // Those who decide about one of the badges know whose it is.
            let awards = galleries().flat_map(|it| it.assertions.iter().map(move |award| (it, award)));
            let theirs = |it: &Gallery, id| it.owners.get(id).is_some_and(|slug| path == format!("people/{slug}.toml"));
            let mut rules =
                awards.filter(|(it, award)| theirs(it, &award.id)).filter_map(|(_, award)| of(award.badge.as_str()));
            vec![(rules.next(), Vec::new())]
        }
        // What pages look like and say is read as if the site said it: as in CODEOWNERS, the site's rule is for all files.
        _ => vec![(site, Vec::new())],
    }
}

/// How many of a rule have to agree: it is made for awards. What people and pages say of themselves needs one of them.
fn enough(path: &str, rule: &Awarding) -> u32 {
    let is_prose = ["people/", "pages/", "static/"].iter().any(|folder| path.starts_with(folder));
    if is_prose { rule.approvals.min(1) } else { rule.approvals }
}

/// Whether somebody is among those who decide.
fn may(account: &Account, rule: &Awarding, rules: &Gallery) -> bool {
    let named = |name: &str| is_called(account, name);
    let teams = rules.site.teams.iter().filter(|team| rule.by.contains(&team.name));
    rule.by.iter().any(|it| named(it)) || teams.flat_map(|it| &it.members).any(|it| named(it))
}

fn is(account: &Account, login: &str, url: &str) -> bool {
    account.login.eq_ignore_ascii_case(login) || same_page(&account.url, url)
}

/// Whether an account is the recipient: by its profile, or by another identity of the same person.
fn is_recipient(account: &Account, recipient: &Identity, before: &Gallery, after: &Gallery) -> bool {
    let (Identity::Profile(name) | Identity::Did(name)) = recipient else { return false };
    if same_page(name, &account.url) {
        return true;
    }
    let people = before.people.values().chain(after.people.values());
    people.filter(|it| it.identities.iter().any(|known| same_page(known, name))).any(|person| {
        person.identities.iter().any(|known| same_page(known, &account.url))
            || person.links.iter().any(|link| same_page(&link.url, &account.url))
    })
}

/// Whether two addresses are of the same profile. Hosts do not tell capitals apart in them.
pub(super) fn same_page(one: &str, other: &str) -> bool {
    let plain = |url: &str| {
        let url = url.to_lowercase();
        let url = url.split_once("://").map_or(url.clone(), |(_, rest)| rest.to_owned());
        url.trim_start_matches("www.").trim_end_matches('/').replace("/@", "/")
    };
    !one.is_empty() && plain(one) == plain(other)
}
