//! Cards for link previews.
//!
//! Awards of one badge share their ground, which is drawn when the first of them is asked for. A card is planned before it
//! is drawn: its words and what its ground is made of say whether it would be the one that is there already.

use super::{Kit, verdict};
use crate::{
    art::{self, Ground, OnCard, Space},
    disk::Error,
    model::{AwardRef, Badge, Issuer, Picture, PictureKind, Slug},
    openbadges::v3,
    pipeline::fingerprint::{Fingerprint, Print},
    theme::page::{CardPage, TextLines},
};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// What the cards of a badge's awards stand on, by tone.
pub(super) type Backdrops = [OnceLock<Result<Arc<Backdrop>, String>>; 3];

/// A ground before it is drawn.
#[derive(Debug)]
pub(super) struct Backdrop {
    ground: String,
    /// Words, for their colours.
    sample: String,
    /// What decides how it looks.
    fingerprint: Fingerprint,
}

/// A card before it is drawn.
pub(super) struct Card<'a> {
    backdrop: Arc<Backdrop>,
    shows: Vec<Shows<'a>>,
    tone: usize,
    words: String,
}

/// A picture on a card.
#[derive(Clone, Copy)]
enum Shows<'a> {
    /// That of a badge.
    Badge(usize),
    /// That of an issuer.
    Logo(&'a Picture),
}

/// Grounds and cards that were drawn. A process that builds again and again keeps them for the next build.
#[derive(Debug, Default)]
pub(in crate::pipeline) struct Drawn {
    grounds: Shelf<Ground>,
    cards: Shelf<Vec<u8>>,
}

/// Things by what decides how they look.
type Shelf<T> = Mutex<HashMap<Fingerprint, Place<T>>>;
/// Where one of them is, once it was drawn, or why it could not be.
type Place<T> = Arc<OnceLock<Result<T, String>>>;

/// How much of each a process keeps, before it begins anew: twenty megabytes or so.
const KEPT: usize = 512;

impl Drawn {
    /// The place on a shelf of what `key` stands for.
    fn place<T>(shelf: &Shelf<T>, key: Fingerprint) -> Place<T> {
        Arc::clone(shelf.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default())
    }

    /// Makes room, between two builds.
    pub(in crate::pipeline) fn tidy(&self) {
        fn tidy<T>(shelf: &Shelf<T>) {
            let mut shelf = shelf.lock().unwrap_or_else(PoisonError::into_inner);
            if shelf.len() > KEPT {
                shelf.clear();
            }
        }
        tidy(&self.grounds);
        tidy(&self.cards);
    }
}

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
    pub(super) fn award_preview(&self, award: AwardRef) -> Result<Option<Card<'a>>, Error> {
        let assertion = &self.gallery.assertions[award];
        let Some(&number) = self.numbers.get(&assertion.badge) else { return Ok(None) };
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
        // A badge may have another name today; what is true of the award is what was signed.
        let bytes = assertion.signed.bytes();
        let signed = v3::read(&bytes).map_err(|why| Error::Refused(format!("`{}`: {why}", assertion.path)))?;
        let awarded = self.calendar.date(assertion.awarded);
        let dates = match assertion.valid_until {
            Some(end) => format!("{awarded} – {}", self.calendar.last_day(end).text),
            None => awarded,
        };
        let says = Says {
            status: if tone == 0 { "" } else { &view.text },
            title: &signed.subject.achievement.name,
            recipient: self.named(award).unwrap_or_default(),
            issuer,
            dates: &dates,
            address: &self.short_address(&format!("assertions/{}/", assertion.id)),
        };
        let shows = vec![Shows::Badge(number)];
        let backdrop = self.backdrops[number][tone]
            .get_or_init(|| self.backdrop(&shows, tone).map(Arc::new).map_err(|it| it.to_string()));
        let backdrop = Arc::clone(backdrop.as_ref().map_err(|why| Error::Refused(why.clone()))?);
        Ok(Some(self.card(backdrop, shows, &says, tone)?))
    }

    /// `badges/<badge>/card.png`.
    pub(super) fn badge_preview(&self, badge: &'a Badge, number: usize) -> Result<Card<'a>, Error> {
        let says = Says {
            title: &badge.name,
            issuer: self.issuer(&badge.issuer).map_or("", |it| it.name.as_str()),
            address: &self.short_address(&format!("badges/{}/", badge.slug)),
            ..Says::default()
        };
        self.own_card(vec![Shows::Badge(number)], &says)
    }

    /// `issuers/<issuer>/card.png`: its logo, or else some of its badges.
    pub(super) fn issuer_preview(&self, issuer: &'a Issuer) -> Result<Card<'a>, Error> {
        let address = self.short_address(&format!("issuers/{}/", issuer.slug));
        let says = Says { title: &issuer.name, issuer: &self.site.title, address: &address, ..Says::default() };
        let badges = self.gallery.badges.values().filter(|it| it.issuer == issuer.slug);
        let shows = match &issuer.logo {
            Some(logo) => vec![Shows::Logo(logo)],
            None => self.some(badges.map(|it| &it.slug)),
        };
        self.own_card(shows, &says)
    }

    /// `card.png`: some of the badges.
    pub(super) fn gallery_preview(&self) -> Result<Card<'a>, Error> {
        let says = Says { title: &self.site.title, address: &self.short_address(""), ..Says::default() };
        let open = self.gallery.badges.values().filter(|it| it.retired.is_none());
        self.own_card(self.some(open.map(|it| &it.slug)), &says)
    }

    fn some<'s>(&self, badges: impl Iterator<Item = &'s Slug>) -> Vec<Shows<'a>> {
        let mut numbers: Vec<usize> = badges.filter_map(|slug| self.numbers.get(slug).copied()).take(MOST).collect();
        if numbers.len() < MOST {
            // A grid with holes looks broken; one picture does not.
            numbers.truncate(1);
        }
        numbers.into_iter().map(Shows::Badge).collect()
    }

    fn own_card(&self, shows: Vec<Shows<'a>>, says: &Says<'_>) -> Result<Card<'a>, Error> {
        let backdrop = Arc::new(self.backdrop(&shows, 0)?);
        self.card(backdrop, shows, says, 0)
    }

    fn backdrop(&self, shows: &[Shows<'_>], tone: usize) -> Result<Backdrop, Error> {
        // One of everything, for its colours: a ground must not depend on which card is asked for first.
        let sample = Says { status: "Aa", title: "Aa", recipient: "Aa", issuer: "Aa", dates: "Aa", address: "Aa" };
        let count = shows.len().max(1);
        let ground = self.svg(&sample.page("ground", tone, count))?;
        let sample = self.svg(&sample.page("words", tone, count))?;
        let mut print = Print::of("ground").part(ground.as_bytes()).part(sample.as_bytes()).value(&tone);
        for picture in shows {
            print = match picture {
                Shows::Badge(number) => print.part(self.pictures[*number].key()),
                Shows::Logo(logo) => print.value(&logo.kind).part(&logo.bytes),
            };
        }
        Ok(Backdrop { ground, sample, fingerprint: print.done() })
    }

    fn card(
        &self,
        backdrop: Arc<Backdrop>,
        shows: Vec<Shows<'a>>,
        says: &Says<'_>,
        tone: usize,
    ) -> Result<Card<'a>, Error> {
        let words = self.svg(&says.page("words", tone, shows.len().max(1)))?;
        Ok(Card { backdrop, shows, tone, words })
    }

    /// The card as a PNG.
    pub(super) fn draw(&self, card: &Card<'_>) -> Result<Vec<u8>, Error> {
        let drawn = match self.keeps_cards {
            false => self.draw_anew(card),
            true => {
                let place = Drawn::place(&self.drawn.cards, card.fingerprint().done());
                place.get_or_init(|| self.draw_anew(card)).clone()
            }
        };
        drawn.map_err(|why| refused(&why))
    }

    fn draw_anew(&self, card: &Card<'_>) -> Result<Vec<u8>, String> {
        let Card { backdrop, shows, tone, words } = card;
        let place = Drawn::place(&self.drawn.grounds, backdrop.fingerprint);
        let ground = place.get_or_init(|| {
            let pictures: Result<Vec<_>, Error> = shows.iter().map(|it| self.on_card(*it)).collect();
            Ground::new(&backdrop.ground, &pictures.map_err(|it| it.to_string())?, *tone > 0, &backdrop.sample)
        });
        ground.as_ref().map_err(Clone::clone)?.with(words)
    }

    fn on_card<'s>(&'s self, picture: Shows<'s>) -> Result<OnCard<'s>, Error> {
        Ok(match picture {
            Shows::Logo(logo) => OnCard { kind: logo.kind, bytes: &logo.bytes },
            Shows::Badge(number) => {
                let pictures = &self.pictures[number];
                match pictures.is_svg() {
                    true => OnCard { kind: PictureKind::Svg, bytes: pictures.svg() },
                    false => OnCard { kind: PictureKind::Png, bytes: pictures.large()? },
                }
            }
        })
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

impl Card<'_> {
    /// What decides how it looks.
    pub(super) fn fingerprint(&self) -> Print {
        Print::of("card").part(&self.backdrop.fingerprint.0).part(self.words.as_bytes())
    }
}

fn refused(why: &str) -> Error {
    Error::Refused(format!("template `card.svg` gives no card: {why}"))
}
