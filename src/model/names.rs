//! Names that become part of an address, and the address that they are part of.

use std::{fmt, str::FromStr, sync::Arc};

/// Why a text cannot be a name or an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameError(pub String);

impl fmt::Display for NameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NameError {}

/// The name of an issuer, badge, person, skill or pathway, as it stands in file names and addresses:
/// lower-case ASCII letters, digits and single hyphens between them, at most 64 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(Arc<str>);

impl Slug {
    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name that `text` has in addresses: lower-case letters and digits, with hyphens between the words. An alphabet is
    /// spelt in Latin letters (`Café` → `cafe`, `Łódź` → `lodz`); a script that is read differently from language to
    /// language is not.
    #[must_use]
    pub fn spelt(text: &str) -> Option<Self> {
        let spelt: String = text.chars().map(|it| if it < '\u{530}' { it } else { ' ' }).collect();
        let mut words: Vec<String> = deunicode::deunicode(&spelt)
            .to_lowercase()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        while words.join("-").len() > 64 {
            words.pop();
        }
        words.join("-").parse().ok()
    }
}

impl FromStr for Slug {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let parts_are_plain = text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if parts_are_plain && text.len() <= 64 {
            Ok(Self(text.into()))
        } else {
            Err(NameError(format!(
                "`{text}` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64"
            )))
        }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The id of an assertion: 20 characters of lower-case Crockford base32, 100 random bits.
///
/// It says nothing about the person and survives file systems that fold case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssertionId([u8; Self::LENGTH]);

impl AssertionId {
    /// How many characters an id has.
    pub const LENGTH: usize = 20;
    /// Crockford's digits: no `i`, `l`, `o`, `u`.
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

    const fn is_digit(byte: u8) -> bool {
        matches!(byte, b'0'..=b'9' | b'a'..=b'h' | b'j' | b'k' | b'm' | b'n' | b'p'..=b't' | b'v'..=b'z')
    }

    /// Makes an id of random bytes, using five bits of each.
    #[must_use]
    pub fn from_random(bytes: [u8; Self::LENGTH]) -> Self {
        Self(bytes.map(|byte| Self::DIGITS[usize::from(byte & 31)]))
    }

    /// The id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl FromStr for AssertionId {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        text.as_bytes()
            .try_into()
            .ok()
            .filter(|bytes: &[u8; Self::LENGTH]| bytes.iter().all(|it| Self::is_digit(*it)))
            .map(Self)
            .ok_or_else(|| {
                NameError(format!(
                    "`{text}` is not the id of an assertion: it needs 20 characters of 0-9 and a-z without i, l, o and u"
                ))
            })
    }
}

impl fmt::Display for AssertionId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The address under which a site is published. It always ends in `/`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct BaseUrl(Arc<str>);

impl BaseUrl {
    /// The address as text, with its final `/`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Host and port, as they stand in the address.
    #[must_use]
    pub fn authority(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.split('/').next().unwrap_or_default()
    }

    /// The path, from its first to its last `/`.
    #[must_use]
    pub fn path(&self) -> &str {
        let rest = self.0.split_once("://").map_or("", |(_, rest)| rest);
        rest.find('/').map_or("/", |start| &rest[start..])
    }

    /// The address of `path`, which is relative to the site's root and has no leading `/`.
    #[must_use]
    pub fn join(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// What follows this address in `url`, if `url` lies under it.
    #[must_use]
    pub fn strip<'a>(&self, url: &'a str) -> Option<&'a str> {
        url.strip_prefix(&*self.0)
    }

    /// The DID of an issuer whose document is `issuers/<issuer>/did.json` below this address.
    ///
    /// Source: did:web Method Specification, "Read (Resolve)": `/` becomes `:`, the colon of a port `%3A`.
    #[must_use]
    pub fn did(&self, issuer: &Slug) -> String {
        let authority = self.authority().replace(':', "%3A");
        let path = self.path().trim_matches('/').replace('/', ":");
        let between = if path.is_empty() { "" } else { ":" };
        format!("did:web:{authority}{between}{path}:issuers:{issuer}")
    }
}

impl FromStr for BaseUrl {
    type Err = NameError;

    fn from_str(text: &str) -> Result<Self, NameError> {
        let refuse = |why: &str| NameError(format!("`{text}` cannot be the address of a site: {why}"));
        let (scheme, rest) = text.split_once("://").ok_or_else(|| refuse("it needs https:// in front"))?;
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let host = authority.split(':').next().unwrap_or_default();
        let local = host == "localhost" || host == "127.0.0.1";
        if scheme != "https" && !(scheme == "http" && local) {
            return Err(refuse("it has to begin with https://"));
        }
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-';
        if host.is_empty() || !host.bytes().all(plain) {
            return Err(refuse("the host is written in lower-case letters, digits, dots and hyphens"));
        }
        if let Some((_, port)) = authority.split_once(':')
            && port.parse::<u16>().is_err()
        {
            return Err(refuse("the port is not a number"));
        }
        let path = path.trim_end_matches('/');
        let segment_is_plain = |segment: &str| {
            !segment.is_empty()
                && segment != "."
                && segment != ".."
                && segment.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~".contains(&b))
        };
        if !path.is_empty() && !path.split('/').all(segment_is_plain) {
            return Err(refuse("its path may hold letters, digits, `-`, `.`, `_` and `~`"));
        }
        let end = if path.is_empty() { "" } else { "/" };
        Ok(Self(format!("{scheme}://{authority}/{path}{end}").into()))
    }
}

impl fmt::Display for BaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_part_of_an_address() {
        assert_eq!(Slug::spelt("Hackerspace Gent!").unwrap().as_str(), "hackerspace-gent");
        assert_eq!(Slug::spelt("Repair Café Łódź").unwrap().as_str(), "repair-cafe-lodz");
        assert_eq!(Slug::spelt("Größe & Überfluß e.V. – Köln").unwrap().as_str(), "grosse-uberfluss-e-v-koln");
        assert_eq!(Slug::spelt("日本"), None);
    }

    #[test]
    fn an_id_has_digits_and_nothing_else() {
        for byte in 0..=u8::MAX {
            assert_eq!(AssertionId::is_digit(byte), AssertionId::DIGITS.contains(&byte), "{byte:#x}");
        }
    }

    #[test]
    fn an_address_becomes_a_did_by_the_same_rule_everywhere() {
        let did = |base: &str| base.parse::<BaseUrl>().map(|b| b.did(&"guild".parse().expect("a slug")));
        assert_eq!(did("https://badges.example"), Ok("did:web:badges.example:issuers:guild".into()));
        assert_eq!(did("https://org.github.io/badges/"), Ok("did:web:org.github.io:badges:issuers:guild".into()));
        assert_eq!(did("http://localhost:8000/x/y"), Ok("did:web:localhost%3A8000:x:y:issuers:guild".into()));
    }

    #[test]
    fn addresses_that_would_not_last_are_refused() {
        for bad in
            ["badges.example", "http://badges.example", "https://BADGES.example", "https://a/../b", "https://a/b?c"]
        {
            assert!(bad.parse::<BaseUrl>().is_err(), "{bad}");
        }
    }
}
