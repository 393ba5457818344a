//! What pages have in common: heads, pictures, badges and awards in lists.

use super::{Kit, verdict};
use crate::{
    model::{AwardRef, Badge, Cards, Issuer, Person, PictureKind, Slug},
    pipeline::plan::{self, PER_PAGE, has_small_png},
    theme::{
        codes,
        page::{Alternate, AwardCard, BadgeCard, Head, Image, Link, Pager, Text},
    },
};
use std::borrow::Cow;

/// What a page says about itself.
pub(super) struct About<'a> {
    pub(super) kind: &'static str,
    pub(super) title: Text<'a>,
    pub(super) description: Text<'a>,
    pub(super) alternates: Vec<Alternate<'a>>,
    /// The badge whose picture stands for the page.
    pub(super) badge: Option<(&'a Slug, Text<'a>)>,
}

impl<'a> Kit<'a> {
    /// The head of the page at `path`.
    pub(super) fn head(&self, path: &str, about: About<'a>) -> Head<'a> {
        let folder = path.strip_suffix("index.html").unwrap_or(path);
        let image = self.preview(folder, &about);
        let image_size = if self.site.cards == Cards::None { (512, 512) } else { crate::art::CARD };
        let image_alt = image.as_ref().map(|_| match about.badge {
            Some((_, alt)) if self.site.cards == Cards::None => alt,
            _ if about.title.is_empty() => Cow::Borrowed(self.site.title.as_str()),
            _ => about.title.clone(),
        });
        Head {
            kind: about.kind,
            title: about.title,
            description: about.description,
            url: self.at(folder),
            root: Cow::Borrowed(root(path)),
            image,
            image_alt,
            image_width: image_size.0,
            image_height: image_size.1,
            alternates: about.alternates,
            listed: true,
            header_html: None,
            footer_html: None,
        }
    }

    /// The picture that other sites show beside a link to a page.
    fn preview(&self, folder: &str, about: &About<'_>) -> Option<String> {
        let badge = about.badge.as_ref().map(|it| it.0);
        let path = match (about.kind, self.site.cards, badge) {
            ("erased" | "not-found", ..) => return None,
            (_, Cards::None, badge) => format!("badges/{}/image.png", badge?),
            ("assertion", Cards::Awards, _) => format!("{folder}card.png"),
            ("assertion" | "badge", _, Some(badge)) => format!("badges/{badge}/card.png"),
            ("issuer", ..) => {
                let issuer = folder.split('/').nth(1).unwrap_or_default();
                format!("issuers/{issuer}/card.png")
            }
            _ => "card.png".to_owned(),
        };
        Some(self.at(&path))
    }

    /// The absolute address of a path.
    pub(super) fn at(&self, path: &str) -> String {
        self.site.served_at.join(path)
    }

    /// A badge's picture as it is shown large.
    pub(super) fn image(&self, badge: &'a Badge, root: &str) -> Image<'a> {
        let svg = badge.picture.as_ref().is_none_or(|it| it.kind == PictureKind::Svg);
        let name = if svg { "image.svg" } else { "image.png" };
        Image {
            url: format!("{root}badges/{}/{name}", badge.slug),
            width: 320,
            height: 320,
            alt: Cow::Borrowed(badge.picture.as_ref().map_or(badge.alt.as_str(), |it| it.alt.as_str())),
        }
    }

    /// A badge's picture as lists show it.
    pub(super) fn small_image(&self, badge: &Slug, root: &str) -> Image<'a> {
        let png = self.gallery.badges.get(badge).is_some_and(has_small_png);
        let name = if png { "image-192.png" } else { "image.svg" };
        Image { url: format!("{root}badges/{badge}/{name}"), width: 96, height: 96, alt: Cow::Borrowed("") }
    }

    /// A badge in a list.
    pub(super) fn badge_card(&self, badge: &'a Badge, root: &str) -> BadgeCard<'a> {
        BadgeCard {
            url: format!("{root}badges/{}/index.html", badge.slug),
            name: &badge.name,
            language: badge.foreign(&self.site.language),
            description: &badge.description,
            kind: codes::achievement_type(self.words, &badge.achievement_type.0),
            level: badge.level.as_deref(),
            issuer: self.issuer(&badge.issuer).map_or("", |it| it.name.as_str()),
            image: self.small_image(&badge.slug, root),
            awards: self.awards_of(&badge.slug).len(),
            latest: self
                .awards_of(&badge.slug)
                .first()
                .map(|&it| self.calendar.day(self.gallery.assertions[it].awarded)),
            retired: badge.retired.is_some(),
        }
    }

    /// An award in a list.
    pub(super) fn award_card(&self, award: AwardRef, root: &str) -> AwardCard<'a> {
        let assertion = &self.gallery.assertions[award];
        let badge = self.gallery.badges.get(&assertion.badge);
        let verdict = self.plan.verified.verdict(award);
        let (kind, status) = verdict::short(verdict, assertion.valid_until, self.now, self.words);
        AwardCard {
            url: format!("{root}assertions/{}/index.html", assertion.id),
            badge: badge.map_or(assertion.badge.as_str(), |it| it.name.as_str()),
            language: badge.and_then(|it| it.foreign(&self.site.language)),
            image: self.small_image(&assertion.badge, root),
            recipient: self.named(award),
            issuer: self.issuer(&assertion.issuer).map_or("", |it| it.name.as_str()),
            awarded: self.calendar.day(assertion.awarded),
            verdict: kind,
            status,
        }
    }

    /// The recipient's name, if they agreed to it: the one that was signed, else the one that they go by.
    pub(super) fn named(&self, award: AwardRef) -> Option<&'a str> {
        let signed = self.gallery.assertions[award].name.as_deref();
        signed.or_else(|| self.owner(award).map(|person| person.name.as_str()))
    }

    /// Whose the award is, of those who have a page and go by the name that was signed, if one was.
    pub(super) fn owner(&self, award: AwardRef) -> Option<&'a Person> {
        let assertion = &self.gallery.assertions[award];
        let person = self.gallery.owners.get(&assertion.id).and_then(|owner| self.gallery.people.get(owner))?;
        assertion.name.as_ref().is_none_or(|signed| person.can_be_called(signed)).then_some(person)
    }

    pub(super) fn issuer(&self, slug: &Slug) -> Option<&'a Issuer> {
        self.gallery.issuers.get(slug)
    }

    /// A badge's awards, newest first.
    pub(super) fn awards_of(&self, badge: &Slug) -> &'a [AwardRef] {
        self.plan.badges.get(badge).map_or(&[], |facts| &facts.awards)
    }

    /// The skills of a badge, as links.
    pub(super) fn skills_of(&self, badge: &Slug, root: &str) -> Vec<Link<'a>> {
        let places = self.plan.badge_skills.get(badge).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&place| self.skill_link(place, root)).collect()
    }

    /// Skills as they were signed, each with the page of the skill that the badge names so today.
    pub(super) fn skills_signed(&self, badge: &Slug, tags: Vec<Cow<'a, str>>, root: &str) -> Vec<Link<'a>> {
        let today = self.skills_of(badge, root);
        let link = |name: Cow<'a, str>| {
            let page = today.iter().find(|it| it.name.to_lowercase() == name.trim().to_lowercase());
            Link { url: page.map_or(Cow::Borrowed(""), |it| it.url.clone()), name }
        };
        tags.into_iter().map(link).collect()
    }

    /// A skill as a link.
    pub(super) fn skill_link(&self, place: usize, root: &str) -> Link<'a> {
        let skill = &self.plan.skills[place];
        Link { name: Cow::Borrowed(skill.name), url: format!("{root}skills/{}/index.html", skill.slug).into() }
    }
}

/// The way from the page at `path` to the root.
pub(super) fn root(path: &str) -> &'static str {
    const STEPS: &str = "../../../../../../../../";
    let depth = path.matches('/').count();
    STEPS.get(..depth * 3).unwrap_or(STEPS)
}

/// The part of a long list that its page `page` (from 0) shows.
pub(super) fn part<T>(list: &[T], page: u32) -> &[T] {
    let start = (page as usize * PER_PAGE).min(list.len());
    &list[start..(start + PER_PAGE).min(list.len())]
}

/// Where page `page` (from 0) of a list of `entries` is: `first` is the address of its first page, `others` the folder
/// that holds the rest.
pub(super) fn pager(page: u32, entries: usize, first: &str, others: &str) -> Pager {
    let number = page as usize + 1;
    let of = plan::pages(entries);
    let address = |number: usize| if number == 1 { first.to_owned() } else { format!("{others}/{number}/index.html") };
    Pager {
        number,
        of,
        previous: (number > 1).then(|| address(number - 1)),
        next: (number < of).then(|| address(number + 1)),
    }
}
