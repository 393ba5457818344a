//! A pull request and an issue as GitHub tells them, and hosts that speak like it (Forgejo, Gitea).
//!
//! Source: GitHub Docs, "Webhook events and payloads" (`pull_request`, `issues`) and "List reviews for a pull request".

use super::approval::{Account, Opinion, Request, Reviewed};
use serde_json::Value;

/// The request of a `pull_request` or `pull_request_review` event, or the request itself ("Get a pull request").
///
/// # Errors
///
/// When it is another event, or no JSON.
pub fn request(bytes: &[u8]) -> Result<Request, String> {
    let event: Value = serde_json::from_slice(bytes).map_err(|flaw| format!("this is not JSON: {flaw}"))?;
    // Asked for by itself, a pull request is what an event holds.
    let request = event.get("pull_request").or_else(|| event.get("head").map(|_| &event));
    let request = request.ok_or("this is not the event of a pull request: it has no `pull_request`")?;
    let text = |pointer: &str| {
        let found = request.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        found.ok_or_else(|| format!("the pull request has no `{}`", pointer.trim_start_matches('/').replace('/', ".")))
    };
    let is_merged = request.get("merged").and_then(Value::as_bool).unwrap_or_default()
        || request.get("merged_at").is_some_and(Value::is_string);
    Ok(Request {
        author: account(request).ok_or("the pull request has no author")?,
        merged: text("/merge_commit_sha").ok().filter(|_| is_merged),
        base: text("/base/sha")?,
        head: text("/head/sha")?,
        url: text("/html_url")?,
        opened: text("/created_at").ok().and_then(|it| it.parse().ok()),
        reviews: Vec::new(),
    })
}

/// The list of reviews, also several pages of it one after the other.
///
/// # Errors
///
/// When it is no such list.
pub fn reviews(bytes: &[u8]) -> Result<Vec<Reviewed>, String> {
    let mut reviews = Vec::new();
    for page in serde_json::Deserializer::from_slice(bytes).into_iter::<Value>() {
        let page = page.map_err(|flaw| format!("this is not JSON: {flaw}"))?;
        let list = page.as_array().ok_or("this is not a list of reviews")?;
        // `gh api --paginate --slurp` puts the pages into a list.
        for review in list.iter().flat_map(|it| it.as_array().map_or(std::slice::from_ref(it), Vec::as_slice)) {
            // A deleted account has no name, and decides about nothing.
            let Some(by) = account(review) else { continue };
            let state = review.get("state").and_then(Value::as_str).unwrap_or_default();
            let dismissed = review.get("dismissed").and_then(Value::as_bool) == Some(true);
            let opinion = match state {
                _ if dismissed => Opinion::Dismissed,
                "APPROVED" => Opinion::Approved,
                "CHANGES_REQUESTED" | "REQUEST_CHANGES" => Opinion::ChangesRequested,
                "DISMISSED" => Opinion::Dismissed,
                _ => Opinion::Commented,
            };
            let commit = review.get("commit_id").and_then(Value::as_str).unwrap_or_default().to_owned();
            // GitHub says what somebody is to the repository, Forgejo whether the review counts.
            let relation = review.get("author_association").and_then(Value::as_str).unwrap_or_default();
            let is_member = ["OWNER", "MEMBER", "COLLABORATOR"].contains(&relation)
                || review.get("official").and_then(Value::as_bool) == Some(true);
            reviews.push(Reviewed { by, opinion, commit, is_member });
        }
    }
    Ok(reviews)
}

/// An issue that somebody wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Who wrote it.
    pub author: Account,
    /// Its number.
    pub number: u64,
    /// Its address.
    pub url: String,
    /// Its text.
    pub text: String,
}

/// The issue of an `issues` or `issue_comment` event.
///
/// # Errors
///
/// When it is another event, or no JSON.
pub fn issue(bytes: &[u8]) -> Result<Issue, String> {
    let event: Value = serde_json::from_slice(bytes).map_err(|flaw| format!("this is not JSON: {flaw}"))?;
    let issue = event.get("issue").ok_or("this is not the event of an issue: it has no `issue`")?;
    let url = issue.get("html_url").and_then(Value::as_str).filter(|it| is_plain_address(it));
    Ok(Issue {
        author: account(issue).ok_or("the issue has no author")?,
        number: issue.get("number").and_then(Value::as_u64).ok_or("the issue has no `number`")?,
        url: url.ok_or("the issue has no `html_url`")?.to_owned(),
        text: issue.get("body").and_then(Value::as_str).unwrap_or_default().to_owned(),
    })
}

/// Whether a text is an address that can stand in a comment of a file.
fn is_plain_address(text: &str) -> bool {
    (text.starts_with("https://") || text.starts_with("http://"))
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"`".contains(c))
}

fn account(value: &Value) -> Option<Account> {
    let user = value.get("user")?;
    let text = |key: &str| user.get(key).and_then(Value::as_str).map(str::to_owned);
    let login = text("login")?;
    let is_bot = text("type").as_deref() == Some("Bot") || login.ends_with("[bot]");
    Some(Account { url: text("html_url").unwrap_or_default(), login, is_bot })
}
