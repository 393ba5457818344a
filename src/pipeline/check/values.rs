//! Single values: what an address, a language, a period or a hash has to look like.

use super::{email, flaw::Flaw};
use crate::{diagnostic::Code, words::turns_writing};
use jiff::{Span, tz::TimeZone};

/// What is wrong with a text: the rest of a sentence that begins with its name, and what to do.
pub(super) struct Odd(pub(super) String, pub(super) &'static str);

impl Odd {
    /// The flaw of the value of `key`.
    pub(super) fn of(self, key: &str) -> Flaw {
        Flaw::bad(format!("`{key}` {}", self.0)).help(self.1)
    }
}

/// Text of any length, without the white space around it.
pub(super) fn text(text: &str) -> Result<String, Odd> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Odd("is empty".to_owned(), "write something, or leave the key out"));
    }
    if let Some(odd) = hidden(text) {
        return Err(odd);
    }
    if text.len() > 64 << 10 {
        let help = "put the long story on a page of its own, and link to it";
        return Err(Odd("is longer than 64 KiB".to_owned(), help));
    }
    Ok(text.to_owned())
}

/// What nobody sees in a text, and what makes it look like another one.
pub(super) fn hidden(text: &str) -> Option<Odd> {
    let is_control = |it: char| it.is_control() && !matches!(it, '\n' | '\r' | '\t');
    let odd = text.chars().find(|it| is_control(*it) || turns_writing(*it))?;
    let (code, turns) =
        (u32::from(odd), if turns_writing(odd) { ", which turns the direction of writing" } else { "" });
    Some(Odd(format!("holds the control character U+{code:04X}{turns}"), "take it out"))
}

/// Text on one line.
pub(super) fn line(line: &str) -> Result<String, Odd> {
    let line = text(line)?;
    if line.contains(['\n', '\r']) {
        Err(Odd("has to fit on one line".to_owned(), "join its lines"))
    } else if line.chars().count() > 500 {
        Err(Odd("is longer than 500 characters".to_owned(), "say it in fewer words"))
    } else {
        Ok(line)
    }
}

/// An absolute `http` or `https` address.
pub(super) fn url(text: String) -> Result<String, Flaw> {
    let refuse = |why: &str| Flaw::bad(format!("`{text}` is not a web address: {why}"));
    let Some((scheme, rest)) = text.split_once("://") else {
        return Err(refuse("it has no `https://` in front").help(
            if text.starts_with("www.") || text.contains('.') && !text.contains([' ', ':', '@']) && !is_file(&text) {
                format!("write `https://{}`", text.trim_start_matches('/'))
            } else {
                "write the whole address, from `https://` on".into()
            },
        ));
    };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return Err(refuse("it has to begin with `https://` or `http://`"));
    }
    if let Some(odd) = text
        .chars()
        .find(|it| it.is_whitespace() || it.is_control() || turns_writing(*it) || "<>\"\\^`{|}".contains(*it))
    {
        return Err(
            refuse(&format!("it holds `{}`", odd.escape_debug())).help("write it percent-encoded, as browsers copy it")
        );
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if authority.contains('@') {
        return Err(Flaw::error(Code::EmailInRepository, "an address may not hold a name and a password")
            .label("before the `@`")
            .help("take out what stands before the `@`, and the `@`"));
    }
    let host = authority.rsplit_once(':').map_or(authority, |(host, port)| {
        if port.bytes().all(|byte| byte.is_ascii_digit()) { host } else { authority }
    });
    let plain = |it: char| it.is_alphanumeric() || "-._[]:%".contains(it);
    if host.is_empty() || host.starts_with('.') || !host.chars().all(plain) {
        return Err(refuse("it names no host"));
    }
    if let Some(at) = email::find(&text) {
        let message = format!("the address holds the e-mail address `{}`", &text[at]);
        return Err(Flaw::error(Code::EmailInRepository, message).help("lead to an address that names nobody"));
    }
    Ok(text)
}

/// Whether a text without a scheme is the path of a file, and names no host.
fn is_file(text: &str) -> bool {
    let ending = text.split('/').next().and_then(|it| it.rsplit('.').next()).unwrap_or_default();
    text.starts_with(['.', '/']) || ["html", "htm", "md", "pdf", "txt", "png", "svg", "jpg"].contains(&ending)
}

/// A decentralised identifier, without path, query or fragment (DID Core, 3.1).
pub(super) fn did(text: String) -> Result<String, Flaw> {
    let mut parts = text.splitn(3, ':');
    let (scheme, method, rest) = (parts.next(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let method_is_plain = !method.is_empty() && method.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    let rest_is_plain = rest.bytes().all(|b| b.is_ascii_alphanumeric() || b"._-:%".contains(&b));
    if scheme == Some("did") && method_is_plain && rest_is_plain && !rest.is_empty() && !rest.ends_with(':') {
        Ok(text)
    } else {
        Err(Flaw::bad(format!("`{text}` is not a DID"))
            .help("a DID looks like `did:web:example.org` or `did:key:z6Mk…`"))
    }
}

/// By what somebody is identified in public: a web address or a DID.
pub(super) fn identity(text: String) -> Result<String, Flaw> {
    if text.starts_with("did:") { did(text) } else { url(text) }
}

/// A BCP 47 language tag, by its shape.
pub(super) fn language(text: String) -> Result<String, Flaw> {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();
    let plain = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_alphabetic()) && parts.all(plain) {
        Ok(text)
    } else {
        Err(Flaw::bad(format!("`{text}` is not a language tag"))
            .help("language tags look like `en`, `nl-BE` or `zh-Hant`"))
    }
}

/// A time zone by its IANA name.
pub(super) fn time_zone(text: String) -> Result<TimeZone, Flaw> {
    TimeZone::get(&text).map_err(|_| {
        Flaw::bad(format!("no time zone is called `{text}`")).help("time zones look like `Europe/Brussels` or `UTC`")
    })
}

/// A period: `2 years`, `18 months`, `P2Y`.
pub(super) fn period(text: String) -> Result<Span, Flaw> {
    let refuse =
        || Flaw::bad(format!("`{text}` is not a period")).help("periods look like `2 years`, `18 months` or `P2Y`");
    let span: Span = text.parse().map_err(|_| refuse())?;
    if span.is_positive() {
        Ok(span)
    } else {
        Err(Flaw::bad(format!("`{text}` ends before it begins"))
            .help("write how long an award counts, such as `2 years`"))
    }
}

/// A public contact address, by its shape.
pub(super) fn email_address(text: String) -> Result<String, Flaw> {
    match email::find(&text) {
        Some(all) if all == (0..text.len()) => Ok(text),
        _ => {
            Err(Flaw::bad(format!("`{text}` is not an e-mail address")).help("write one such as `badges@example.org`"))
        }
    }
}

/// Who writes a hash as it has to be.
const MADE: &str =
    "`accolade nominate BADGE --email …`, or the site's page Nominate, makes hash and salt of an address";

/// `sha256$` and 64 hexadecimal digits.
pub(super) fn email_hash(text: String) -> Result<String, Flaw> {
    if let Some(at) = email::find(&text) {
        let message = format!("`{}` is an e-mail address, not its hash", &text[at]);
        return Err(Flaw::error(Code::EmailInRepository, message)
            .help("addresses are hashed with a salt before they enter a repository"));
    }
    match text.strip_prefix("sha256$") {
        Some(digits) if digits.len() == 64 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => Ok(text),
        Some(_) => Err(Flaw::bad("`email_hash` has to have 64 hexadecimal digits after `sha256$`").help(MADE)),
        None if is_weak(&text) => {
            let message = "`email_hash` is made with MD5 or SHA-1, of which addresses are guessed within seconds";
            Err(Flaw::error(Code::UnsaltedHash, message).help(MADE))
        }
        None => Err(Flaw::bad("`email_hash` has to begin with `sha256$`").help(MADE)),
    }
}

/// Whether a hash is of a kind that was never made to keep a secret: by its name, or by its length.
fn is_weak(hash: &str) -> bool {
    let (kind, digits) = hash.split_once('$').unwrap_or(("", hash));
    let is_hex = digits.bytes().all(|it| it.is_ascii_hexdigit());
    ["md5", "sha1", "sha-1"].contains(&kind.to_ascii_lowercase().as_str()) || is_hex && matches!(digits.len(), 32 | 40)
}

/// A salt of at least 128 bits, as far as its alphabet tells.
pub(super) fn salt(text: String) -> Result<String, Flaw> {
    let all = |fits: fn(&u8) -> bool| text.as_bytes().iter().all(fits);
    let (alphabet, least) = if all(u8::is_ascii_hexdigit) {
        ("hexadecimal digits", 32)
    } else if all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
        || all(|it| it.is_ascii_uppercase() || it.is_ascii_digit())
    {
        ("letters and digits", 26)
    } else {
        ("letters, digits and signs", 22)
    };
    if text.len() < least {
        let message = format!("`salt` is too short: {} {alphabet} hold fewer than 128 bits", text.len());
        return Err(Flaw::error(Code::UnsaltedHash, message)
            .help(format!("take at least {least} random ones, fresh for each award")));
    }
    let different = text.bytes().collect::<std::collections::BTreeSet<_>>().len();
    if different < 6 {
        return Err(
            Flaw::error(Code::UnsaltedHash, "`salt` is not random").help("take a fresh random salt for each award")
        );
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_absolute_and_name_a_host() {
        for good in [
            "https://example.org",
            "http://localhost:8000/a?b#c",
            "https://例え.jp/ü",
            "https://social.example/@ada",
            "https://[::1]:80/",
        ] {
            assert!(url(good.into()).is_ok(), "{good}");
        }
        for bad in [
            "example.org",
            "ftp://example.org",
            "javascript:alert(1)",
            "https://",
            "https:///x",
            "https://a b",
            "https://ada@example.org/",
            "https://example.org/?to=ada@example.org",
            "//example.org",
        ] {
            assert!(url(bad.into()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_did_has_a_method_and_nothing_after_its_name() {
        for good in ["did:web:example.org", "did:key:z6Mkabc", "did:web:example.org%3A8000:users:ada"] {
            assert!(did(good.into()).is_ok(), "{good}");
        }
        for bad in ["did:", "did:web:", "did:WEB:example.org", "did:key:z6Mk#z6Mk", "did:web:a/b", "dad:web:a"] {
            assert!(did(bad.into()).is_err(), "{bad}");
        }
    }

    #[test]
    fn periods_come_in_words_and_in_iso_8601() {
        for good in ["2 years", "18 months", "P2Y", "1 year 6 months", "90 days"] {
            assert!(period(good.into()).is_ok(), "{good}");
        }
        for bad in ["two years", "-2 years", "0 days", "", "2"] {
            assert!(period(bad.into()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_salt_holds_128_bits() {
        for good in ["0123456789abcdef0123456789abcdef", "c29tZSByYW5kb20gYnl0ZXM", "0kq8x3m1z7v5t9b2n4p6r0sdwy"] {
            assert!(salt(good.into()).is_ok(), "{good}");
        }
        for bad in ["Kosher", "0123456789abcdef", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
            assert!(salt(bad.into()).is_err(), "{bad}");
        }
    }

    #[test]
    fn language_tags_have_the_shape_of_bcp_47() {
        for good in ["en", "nl-BE", "zh-Hant-TW", "de-1996"] {
            assert!(language(good.into()).is_ok(), "{good}");
        }
        for bad in ["e", "english", "en_GB", "en-", "12"] {
            assert!(language(bad.into()).is_err(), "{bad}");
        }
    }
}
