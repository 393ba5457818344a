//! **Fetch**: the only room that asks other machines, and only for a command that was told to.
//!
//! What lies there may be anything, so every answer has limits: how large it is, how long it takes, and how often it
//! leads on to elsewhere. And it may lead anywhere, so a name is looked up once, the addresses that it has are judged,
//! and the connection goes to one of these: an answer of the name server that changes in between changes nothing.
//! Each step of a redirect is judged anew.
//!
//! Nothing that signs, checks or builds comes here; `tests/house.rs` keeps it so.

mod public;

use std::{
    fmt,
    net::SocketAddr,
    time::{Duration, Instant},
};
use ureq::{
    Agent, Error,
    config::Config,
    http::Uri,
    unversioned::{
        resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver},
        transport::{DefaultConnector, NextTimeout},
    },
};
use url::{Host, Url};

/// No answer may be larger.
pub const MOST_BYTES: u64 = 16 << 20;
/// How often an answer may lead on to another address.
const MOST_REDIRECTS: usize = 5;

/// Why nothing was fetched. Each is a sentence without its full stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// The address is none that is asked: not HTTPS, or with a user's name in it.
    Address(String),
    /// The name leads to an address that is not a public one.
    Private(String, SocketAddr),
    /// The server answered with another status than 200.
    Answered(String, u16),
    /// The answer is too large.
    Large(String),
    /// The answer took too long.
    Slow(String, Duration),
    /// One address leads to the next, and so on.
    Loop(String),
    /// There was no answer.
    Silent(String, String),
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(url) => write!(f, "`{url}` is not an address that is asked: those begin with https://"),
            Self::Private(url, at) => {
                write!(f, "`{url}` leads to {}, which is not on the public internet (see --allow-private)", at.ip())
            }
            Self::Answered(url, status) => write!(f, "`{url}` answered with the error {status}"),
            Self::Large(url) => write!(f, "what lies at `{url}` is larger than {} MiB", MOST_BYTES >> 20),
            Self::Slow(url, time) => write!(f, "`{url}` took longer than {} seconds", time.as_secs_f64()),
            Self::Loop(url) => write!(f, "`{url}` leads on to another address more than {MOST_REDIRECTS} times"),
            Self::Silent(url, why) => write!(f, "`{url}` did not answer: {why}"),
        }
    }
}

impl std::error::Error for Flaw {}

/// Somebody who asks other machines.
#[derive(Debug)]
pub struct Fetcher {
    agent: Agent,
    /// Whether addresses of this machine and its network may be asked, and this machine without TLS.
    private: bool,
    /// How long an answer may take, redirects and all.
    time: Duration,
}

impl Fetcher {
    /// One who asks public addresses over HTTPS, or with `private` also this machine and those around it.
    #[must_use]
    pub fn new(private: bool, time: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .proxy(None)
            .user_agent(concat!("accolade/", env!("CARGO_PKG_VERSION")))
            .build();
        let agent =
            Agent::with_parts(config, DefaultConnector::new(), Judge { private, names: DefaultResolver::default() });
        Self { agent, private, time }
    }

    /// Whether addresses of this machine may be asked.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.private
    }

    /// What lies at `url`.
    ///
    /// # Errors
    ///
    /// Why it is not known.
    pub fn get(&self, url: &str) -> Result<Vec<u8>, Flaw> {
        let started = Instant::now();
        let mut at = Url::parse(url).map_err(|_| Flaw::Address(url.to_owned()))?;
        for _ in 0..=MOST_REDIRECTS {
            self.must_be_asked(&at)?;
            let slow = || Flaw::Slow(url.to_owned(), self.time);
            let left = self.time.checked_sub(started.elapsed()).filter(|it| !it.is_zero()).ok_or_else(slow)?;
            let asked = self.agent.get(at.as_str()).config().timeout_global(Some(left)).build().call();
            let mut answer = asked.map_err(|error| self.flaw(&at, error))?;
            match answer.status().as_u16() {
                200 => {
                    let body = answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec();
                    return body.map_err(|error| self.flaw(&at, error));
                }
                301 | 302 | 303 | 307 | 308 => {
                    let next = answer.headers().get("location").and_then(|it| it.to_str().ok());
                    let silent = || Flaw::Silent(at.to_string(), "it leads on, and does not say where".to_owned());
                    at = next.and_then(|next| at.join(next).ok()).ok_or_else(silent)?;
                }
                status => return Err(Flaw::Answered(at.to_string(), status)),
            }
        }
        Err(Flaw::Loop(url.to_owned()))
    }

    fn must_be_asked(&self, url: &Url) -> Result<(), Flaw> {
        let plain = url.username().is_empty() && url.password().is_none() && url.host().is_some();
        // Without TLS this machine alone is asked: the judge of addresses sees to it.
        let scheme = url.scheme() == "https" || url.scheme() == "http" && self.private;
        if plain && scheme { Ok(()) } else { Err(Flaw::Address(url.to_string())) }
    }

    fn flaw(&self, url: &Url, error: Error) -> Flaw {
        let url = url.to_string();
        match error {
            Error::Timeout(_) => Flaw::Slow(url, self.time),
            Error::BodyExceedsLimit(_) => Flaw::Large(url),
            Error::HostNotFound => Flaw::Silent(url, "its host is not known".to_owned()),
            Error::Other(why) if why.is::<Refused>() => match why.downcast::<Refused>() {
                Ok(refused) => Flaw::Private(url, refused.0),
                Err(why) => Flaw::Silent(url, why.to_string()),
            },
            Error::Io(why) => {
                let why = why.to_string();
                let plain = why.split(" (os error").next().unwrap_or_default();
                Flaw::Silent(url, plain.to_owned())
            }
            why => Flaw::Silent(url, why.to_string()),
        }
    }
}

/// Looks names up, and lets through only addresses that may be asked.
#[derive(Debug)]
struct Judge {
    private: bool,
    names: DefaultResolver,
}

/// An address that may not be asked.
#[derive(Debug)]
struct Refused(SocketAddr);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} may not be asked", self.0)
    }
}

impl std::error::Error for Refused {}

impl Resolver for Judge {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        let secure = uri.scheme_str() == Some("https");
        let may_be_asked = |it: &SocketAddr| match (secure, self.private) {
            (true, true) => true,
            (true, false) => public::is_public(it.ip()),
            (false, private) => private && it.ip().to_canonical().is_loopback(),
        };
        let mut asked = self.empty();
        found.iter().filter(|it| may_be_asked(it)).for_each(|it| asked.push(*it));
        match (asked.is_empty(), found.iter().next()) {
            (false, _) => Ok(asked),
            (true, Some(first)) => Err(Error::Other(Box::new(Refused(*first)))),
            (true, None) => Err(Error::HostNotFound),
        }
    }
}

/// `url` with its scheme changed to `http`, if it leads to this machine by name or number.
#[must_use]
pub fn without_tls_if_local(url: &str) -> Option<String> {
    let mut url = Url::parse(url).ok()?;
    let local = match url.host()? {
        Host::Domain(name) => name == "localhost",
        Host::Ipv4(it) => it.is_loopback(),
        Host::Ipv6(it) => it.is_loopback(),
    };
    (local && url.set_scheme("http").is_ok()).then(|| url.to_string())
}

/// The address of `path` (plain text, parts separated by `/`) below `base`.
#[must_use]
pub fn below(base: &str, path: &str) -> Option<String> {
    let mut url = Url::parse(base).ok()?;
    url.set_fragment(None);
    url.set_query(None);
    url.path_segments_mut().ok()?.pop_if_empty().extend(path.split('/'));
    Some(url.to_string())
}

/// The address that `reference` means in a document at `url`.
#[must_use]
pub fn join(url: &str, reference: &str) -> Option<String> {
    Url::parse(url).ok()?.join(reference).ok().map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_is_asked() {
        let fetcher = Fetcher::new(false, Duration::from_secs(1));
        for url in
            ["http://badges.example/", "ftp://badges.example/", "file:///etc/passwd", "x", "https://a@b.example/"]
        {
            assert!(matches!(fetcher.get(url), Err(Flaw::Address(_))), "{url}");
        }
    }

    #[test]
    fn this_machine_is_not_asked_whatever_it_is_called() {
        let fetcher = Fetcher::new(false, Duration::from_secs(5));
        for host in
            ["127.0.0.1", "127.1", "2130706433", "0x7f000001", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
        {
            let told = fetcher.get(&format!("https://{host}:9/"));
            assert!(matches!(told, Err(Flaw::Private(..))), "{host}: {told:?}");
        }
        // Nor is anybody else asked without TLS.
        let fetcher = Fetcher::new(true, Duration::from_secs(5));
        assert!(matches!(fetcher.get("http://10.0.0.1:9/"), Err(Flaw::Private(..))));
    }

    #[test]
    fn addresses_are_put_together() {
        let below = |base, path| below(base, path).unwrap();
        assert_eq!(below("https://badges.example/a/", "b c/é.json"), "https://badges.example/a/b%20c/%C3%A9.json");
        assert_eq!(below("https://badges.example/a", "b"), "https://badges.example/a/b");
        assert_eq!(without_tls_if_local("https://localhost:8000/x").as_deref(), Some("http://localhost:8000/x"));
        assert_eq!(without_tls_if_local("https://badges.example/"), None);
    }
}
