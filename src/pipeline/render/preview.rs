//! Cards for link previews. Awards of one badge share their ground, which is drawn when the first of them is asked for.

use super::{Kit, verdict};
use crate::{
    art::{self, Ground, OnCard, Space},
    disk::Error,
    model::{AwardRef, Badge, Issuer, PictureKind, Slug},
    theme::page::{CardPage, TextLines},
};
use std::sync::OnceLock;

/// The grounds of a badge's cards, by tone.
pub(super) type Grounds = [OnceLock<Result<Ground, String>>; 3];

const TONES: [&str; 3] = ["good", "warn", "bad"];
/// Where texts go on a card.
const WIDTH: u32 = 632;
const TITLE: Space = Space { width: WIDTH, lines: 3, size: 64, least: 34, bold: true };
const RECIPIENT: Space = Space { width: WIDTH, lines: 2, size: 38, least: 24, bold: true };
const STATUS: Space = Space { width: WIDTH, lines: 1, size: 32, least: 20, bold: true };
const ISSUER: Space = Space { width: WIDTH, lines: 2, size: 28, least: 20, bold: false };
const SMALL: Space = Space { width: WIDTH, lines: 1, size: 24, least: 16, bold: false };
const ADDRESS: Space = Space { width: WIDTH, lines: 1, size: 21, least: 13, bold: false };
/// Most pictures on a card.
const MOST: usize = 6;

/// What a card says.
#[derive(Default)]
struct Says<'a> {
    status: &'a str,
    title: &'a str,
    recipient: &'a str,
    issuer: &'a str,
    dates: &'a str,
    address: &'a str,
}

impl Says<'_> {
    fn page(&self, layer: &'static str, tone: usize, pictures: usize) -> CardPage {
        let lines = |text: &str, space: Space| {
            let fitted = art::fit(text, space);
            TextLines { size: fitted.size, lines: fitted.lines.into_iter().map(Into::into).collect() }
        };
        CardPage {
            layer,
            tone: TONES[tone],
            pictures,
            status: lines(self.status, STATUS),
            title: lines(self.title, TITLE),
            recipient: lines(self.recipient, RECIPIENT),
            issuer: lines(self.issuer, ISSUER),
            dates: lines(self.dates, SMALL),
            address: lines(self.address, ADDRESS),
        }
    }
}

impl<'a> Kit<'a> {
    /// `assertions/<id>/card.png`.
    pub(super) fn award_preview(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        let Some(&number) = self.numbers.get(&assertion.badge) else { return Ok(Vec::new()) };
        let view = verdict::view(
            self.plan.verified.verdict(award),
            assertion.valid_until,
            self.now,
            &self.calendar,
            self.words,
            &self.built,
        );
        let tone = match view.kind {
            "valid" | "expiring" => 0,
            "expired" | "not-yet-valid" | "unchecked" => 1,
            _ => 2,
        };
        let issuer = self.issuer(&assertion.issuer).map_or("", |it| it.name.as_str());
        let badge = self.gallery.badges.get(&assertion.badge);
        let awarded = self.calendar.date(assertion.awarded);
        let dates = match assertion.valid_until {
            Some(end) => format!("{awarded} – {}", self.calendar.last_day(end).text),
            None => awarded,
        };
        let says = Says {
            status: if tone == 0 { "" } else { &view.text },
            title: badge.map_or(assertion.badge.as_str(), |it| it.name.as_str()),
            recipient: self.named(award).unwrap_or_default(),
            issuer,
            dates: &dates,
            address: &self.short_address(&format!("assertions/{}/", assertion.id)),
        };
        let ground = self.grounds[number][tone].get_or_init(|| {
            let pictures = [self.on_card(number)?];
            self.ground(&pictures, tone).map_err(|it| it.to_string())
        });
        self.card(ground.as_ref().map_err(|why| refused(why))?, &says, tone, 1)
    }

    /// `badges/<badge>/card.png`.
    pub(super) fn badge_preview(&self, badge: &'a Badge, number: usize) -> Result<Vec<u8>, Error> {
        let says = Says {
            title: &badge.name,
            issuer: self.issuer(&badge.issuer).map_or("", |it| it.name.as_str()),
            address: &self.short_address(&format!("badges/{}/", badge.slug)),
            ..Says::default()
        };
        self.own_card(&[number], &says, None)
    }

    /// `issuers/<issuer>/card.png`: its logo, or else some of its badges.
    pub(super) fn issuer_preview(&self, issuer: &'a Issuer) -> Result<Vec<u8>, Error> {
        let address = self.short_address(&format!("issuers/{}/", issuer.slug));
        let says = Says { title: &issuer.name, issuer: &self.site.title, address: &address, ..Says::default() };
        let badges = self.gallery.badges.values().filter(|it| it.issuer == issuer.slug);
        let logo = issuer.logo.as_ref().map(|it| OnCard { kind: it.kind, bytes: &it.bytes });
        self.own_card(&self.some(badges.map(|it| &it.slug)), &says, logo)
    }

    /// `card.png`: some of the badges.
    pub(super) fn gallery_preview(&self) -> Result<Vec<u8>, Error> {
        let says = Says { title: &self.site.title, address: &self.short_address(""), ..Says::default() };
        let open = self.gallery.badges.values().filter(|it| it.retired.is_none());
        self.own_card(&self.some(open.map(|it| &it.slug)), &says, None)
    }

    fn some<'s>(&self, badges: impl Iterator<Item = &'s Slug>) -> Vec<usize> {
        let mut numbers: Vec<usize> = badges.filter_map(|slug| self.numbers.get(slug).copied()).take(MOST).collect();
        if numbers.len() < MOST {
            // A grid with holes looks broken; one picture does not.
            numbers.truncate(1);
        }
        numbers
    }

    fn own_card(&self, badges: &[usize], says: &Says<'_>, logo: Option<OnCard<'_>>) -> Result<Vec<u8>, Error> {
        let mut pictures = Vec::new();
        match logo {
            Some(logo) => pictures.push(logo),
            None => {
                for &number in badges {
                    pictures.push(self.on_card(number).map_err(|why| refused(&why))?);
                }
            }
        }
        let count = pictures.len().max(1);
        self.card(&self.ground(&pictures, 0)?, says, 0, count)
    }

    fn on_card(&self, number: usize) -> Result<OnCard<'_>, String> {
        let pictures = &self.pictures[number];
        let svg = pictures.is_svg();
        Ok(if svg {
            OnCard { kind: PictureKind::Svg, bytes: pictures.svg_bytes() }
        } else {
            OnCard { kind: PictureKind::Png, bytes: &pictures.large }
        })
    }

    fn ground(&self, pictures: &[OnCard<'_>], tone: usize) -> Result<Ground, Error> {
        // One of everything, for its colours: a ground must not depend on which card is asked for first.
        let sample = Says { status: "Aa", title: "Aa", recipient: "Aa", issuer: "Aa", dates: "Aa", address: "Aa" };
        let count = pictures.len().max(1);
        let ground = self.svg(&sample.page("ground", tone, count))?;
        let words = self.svg(&sample.page("words", tone, count))?;
        Ground::new(&ground, pictures, tone > 0, &words).map_err(|why| refused(&why))
    }

    fn card(&self, ground: &Ground, says: &Says<'_>, tone: usize, pictures: usize) -> Result<Vec<u8>, Error> {
        ground.with(&self.svg(&says.page("words", tone, pictures))?).map_err(|why| refused(&why))
    }

    fn svg(&self, page: &CardPage) -> Result<String, Error> {
        let bytes = self.fill("card.svg", page, &[])?;
        Ok(String::from_utf8(bytes).expect("templates are text"))
    }

    /// An address as people read it.
    fn short_address(&self, path: &str) -> String {
        let address = self.at(path);
        address.split_once("://").map_or(address.as_str(), |it| it.1).trim_end_matches('/').to_owned()
    }
}

fn refused(why: &str) -> Error {
    Error::Refused(format!("template `card.svg` gives no card: {why}"))
}
