//! The page of an award: what was signed, what it is worth, and how anybody can check that.

mod signed;
mod history;
mod holder;
mod embed;

use crate::{
    disk::Error,
    model::{Assertion, AssertionId, AwardRef, Badge, Identity, Issuer},
    openbadges::v3,
    pipeline::render::{Kit, cards::About, pages::schema, verdict},
    theme::{
        assets, codes,
        markdown::to_html,
        page::{Alternate, AwardPage, CheckRow, Download, ErasedPage, Recipient},
    },
    trust::{Question, Verdict},
    words::{Words, same_language},
};
use holder::{Shown, holder};
use signed::{Activity, alignment, changed, evidence, facts, results};
use std::borrow::Cow;

/// Level of the headings above an award's Markdown.
const OUTLINE: u8 = 3;
const ROOT: &str = "../../";

impl<'a> Kit<'a> {
    /// The page of an award.
    pub(in crate::pipeline::render) fn award_page(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        let bytes = assertion.signed.bytes();
        let signed = v3::read(&bytes).map_err(|why| Error::Refused(format!("`{}`: {why}", assertion.path)))?;
        let (Some(badge), Some(issuer)) = (self.gallery.badges.get(&assertion.badge), self.issuer(&assertion.issuer))
        else {
            return Err(Error::Refused(format!("`{}` belongs to no badge", assertion.path)));
        };
        let page = self.award(award, assertion, signed, badge, issuer);
        let shared = &self.shared_issuers[&assertion.issuer];
        self.fill("assertion.html", &page, &[("issuer", shared)])
    }

    fn award<'p>(
        &'p self,
        award: AwardRef,
        assertion: &'p Assertion,
        signed: v3::Credential<'p>,
        badge: &'p Badge,
        issuer: &'p Issuer,
    ) -> AwardPage<'p>
    where
        'a: 'p,
    {
        let verdict = self.plan.verified.verdict(award);
        let standing = self.gallery.standings.get(&assertion.id);
        let page_of = |id: AssertionId| format!("../{id}/index.html");
        let withdrawn = matches!(verdict, Verdict::Revoked(_) | Verdict::Suspended | Verdict::Invalid(_));
        let view = verdict::view(verdict, assertion.valid_until, self.now, &self.calendar, self.words, &self.built);
        let recipient = self.recipient(award);
        let awarded = self.calendar.day(assertion.awarded);
        let folder = format!("assertions/{}/", assertion.id);
        let url = self.at(&folder);
        let changed = changed(self.plan.verified.checks(award), self.words);
        let results = results(&signed.subject, self.words);

        let issuer_name = signed.issuer.name.map_or(Cow::Borrowed(issuer.name.as_str()), |it| it.0);
        let subject = signed.subject;
        let activity = Activity {
            role: subject.role,
            start: subject.activity_start_date,
            end: subject.activity_end_date,
            credits: subject.credits_earned,
            licence: subject.license_number,
            term: subject.term,
            source: subject.source,
        };
        let (achievement, narrative) = (subject.achievement, subject.narrative);
        let name = achievement.name.0;
        let title = match recipient.kind {
            "person" | "name" => self
                .words
                .plain("award-title-named", &[("badge", (&name).into()), ("recipient", (&recipient.name).into())]),
            _ => self.words.plain("award-title", &[("badge", (&name).into()), ("issuer", (&issuer.name).into())]),
        };
        let sentence = self.words.plain(
            "award-about",
            &[
                ("verdict", (&view.text).into()),
                ("badge", (&name).into()),
                ("recipient", (&recipient.name).into()),
                ("issuer", (&issuer.name).into()),
                ("date", (&awarded.text).into()),
                ("checked", (&self.built.text).into()),
            ],
        );
        let picture = if self.site.award_pictures.png() {
            format!("{url}badge.png")
        } else {
            self.at(&format!("badges/{}/image.png", badge.slug))
        };
        let image = self.image(badge, ROOT);
        let head = self.head(
            &format!("{folder}index.html"),
            About {
                kind: "assertion",
                title: Cow::Owned(title),
                description: Cow::Owned(sentence),
                alternates: Vec::new(),
                badge: Some((&badge.slug, image.alt.clone())),
            },
        );
        let small = self.small_image(&badge.slug, ROOT);
        let small_picture = self.at(&format!("badges/{}/image.png", badge.slug));
        let shown = Shown {
            assertion,
            issuer,
            badge: &name,
            url: &url,
            picture: &picture,
            small_picture: &small_picture,
            small,
            awarded: self.calendar.local(assertion.awarded),
            expires: assertion.valid_until.map(|it| self.calendar.last(it)),
        };
        let mut page = AwardPage {
            schema_html: String::new(),
            schema_hash: String::new(),
            language: achievement.in_language.map(|it| it.0).filter(|it| !same_language(it, &self.site.language)),
            holder: (!withdrawn).then(|| holder(shown, self.words)),
            report_url: self.report(assertion, issuer, &name, &url),
            qr_html: crate::art::qr(&url),
            page: head,
            id: assertion.id.as_str(),
            spare_words_html: self.scripts.spare_html(view.kind, false),
            verdict: view,
            recipient,
            issuer_name,
            description: achievement.description.0,
            kind: achievement.achievement_type.map_or(Cow::Borrowed(self.words.get("type-Badge")), |it| match it.0 {
                Cow::Borrowed(code) => codes::achievement_type(self.words, code),
                Cow::Owned(code) => Cow::Owned(codes::achievement_type(self.words, &code).into_owned()),
            }),
            badge_url: format!("{ROOT}badges/{}/index.html", badge.slug),
            image,
            awarded,
            valid_from: (assertion.valid_from > assertion.awarded).then(|| self.calendar.day(assertion.valid_from)),
            expires: assertion.valid_until.map(|it| self.calendar.last_day(it)),
            criteria_html: achievement.criteria.narrative.map_or(Cow::Borrowed(""), |it| {
                // Nearly every award was made by the criteria as they are today, whose HTML is at hand.
                if *it == *badge.criteria.narrative {
                    Cow::Borrowed(self.criteria[&badge.slug].as_str())
                } else {
                    Cow::Owned(to_html(&it, OUTLINE))
                }
            }),
            criteria_url: achievement.criteria.id.map(|it| it.0).filter(|url| is_web(url)),
            narrative_html: narrative.map(|it| to_html(&it, OUTLINE)),
            evidence: signed.evidence.into_iter().map(|it| evidence(it, self.words)).collect(),
            results,
            facts: facts(&self.calendar, self.words, activity),
            changed_html: changed,
            skills: self.skills_signed(&badge.slug, achievement.tags.into_iter().map(|it| it.0).collect(), ROOT),
            alignments: achievement.alignments.into_iter().map(alignment).collect(),
            checks: self.checks(award),
            downloads: self.downloads(assertion),
            supersedes: standing.and_then(|it| it.supersedes).map(page_of),
            superseded_by: standing.and_then(|it| it.superseded_by).map(page_of),
            history: self.history(assertion),
            review: self.review(assertion),
            source: self.forge.as_ref().and_then(|forge| forge.file(&assertion.path)),
            documents: documents(self.words),
            name,
        };
        let issuer_page = self.at(&format!("issuers/{}/", issuer.slug));
        page.schema_html = schema::award(&page, issuer, &issuer_page);
        page.schema_hash = assets::integrity(&page.schema_html);
        page
    }

    /// Who earned it: as much as they agreed to.
    fn recipient(&self, award: AwardRef) -> Recipient<'a> {
        let assertion = &self.gallery.assertions[award];
        if let Some((person, name)) = self.owner(award).zip(self.named(award)) {
            let url = Some(format!("{ROOT}people/{}/index.html", person.slug));
            return Recipient { kind: "person", name: Cow::Borrowed(name), url };
        }
        let profile = match &assertion.identity {
            Identity::Profile(url) => Some(url.clone()).filter(|url| is_web(url)),
            Identity::EmailHash { .. } | Identity::Did(_) => None,
        };
        if let Some(name) = &assertion.name {
            return Recipient { kind: "name", name: Cow::Borrowed(name), url: profile };
        }
        match &assertion.identity {
            Identity::EmailHash { .. } => {
                Recipient { kind: "email", name: Cow::Borrowed(self.words.get("recipient-email")), url: None }
            }
            Identity::Profile(url) => Recipient {
                kind: "profile",
                name: Cow::Borrowed(url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).trim_end_matches('/')),
                url: profile,
            },
            Identity::Did(did) => Recipient { kind: "did", name: Cow::Borrowed(did), url: None },
        }
    }

    fn checks(&self, award: AwardRef) -> Vec<CheckRow<'a>> {
        let checks = self.plan.verified.checks(award).iter();
        checks
            .map(|check| {
                let (outcome, word) = codes::outcome(self.words, &check.outcome);
                let (key, sentence) = match check.question {
                    Question::Dates => self.dates(award),
                    _ => (check.sentence.key(), in_prose(check.sentence.said(self.words))),
                };
                let question = codes::question(self.words, check.question);
                CheckRow { question, outcome, word, sentence, language: self.words.stand_in(key) }
            })
            .collect()
    }

    /// From when until when it is valid, in days of the site's zone, as everywhere on the page.
    fn dates(&self, award: AwardRef) -> (&'static str, Cow<'static, str>) {
        let assertion = &self.gallery.assertions[award];
        let begun = if assertion.valid_from > self.now { "no" } else { "yes" };
        let from = self.calendar.date(assertion.valid_from);
        let (key, until) = match assertion.valid_until {
            Some(end) if end <= self.now => ("check-dates-ended", self.calendar.last_day(end).text),
            Some(end) => ("check-dates-ends", self.calendar.last_day(end).text),
            None => ("check-dates-open", String::new()),
        };
        let said = self.words.say(key, &[("begun", begun.into()), ("from", from.into()), ("until", until.into())]);
        (key, Cow::Owned(said))
    }

    fn downloads(&self, assertion: &Assertion) -> Vec<Download<'a>> {
        let badge = self.gallery.badges.get(&assertion.badge);
        let has_svg = badge
            .is_some_and(|it| it.picture.as_ref().is_none_or(|picture| picture.kind == crate::model::PictureKind::Svg));
        let mut files = vec![Download {
            url: "credential.json",
            name: self.words.get("download-credential"),
            purpose: self.words.get("download-credential-for"),
        }];
        if self.site.award_pictures.png() {
            files.push(Download {
                url: "badge.png",
                name: self.words.get("download-png"),
                purpose: self.words.get("download-png-for"),
            });
        }
        if self.site.award_pictures.svg() && has_svg {
            files.push(Download {
                url: "badge.svg",
                name: self.words.get("download-svg"),
                purpose: self.words.get("download-svg-for"),
            });
        }
        files
    }

    /// What is left of an erased award.
    pub(in crate::pipeline::render) fn erased_page(&self, id: AssertionId) -> Result<Vec<u8>, Error> {
        let erased = self.gallery.standings.get(&id).and_then(|standing| standing.erased).unwrap_or(self.now);
        let mut page = self.head(
            &format!("assertions/{id}/index.html"),
            About {
                kind: "erased",
                title: Cow::Borrowed(self.words.get("erased-title")),
                description: Cow::Borrowed(self.words.get("erased-about")),
                alternates: Vec::new(),
                badge: None,
            },
        );
        page.listed = false;
        self.fill("erased.html", &ErasedPage { page, erased: self.calendar.day(erased) }, &[])
    }
}

/// A check's answer without the marks of a terminal, and without a full stop, which the template sets.
fn in_prose(mut sentence: String) -> Cow<'static, str> {
    sentence.retain(|it| it != '`');
    sentence.truncate(sentence.trim_end_matches('.').len());
    Cow::Owned(sentence)
}

/// Whether a browser may be sent there. What was signed elsewhere is not checked by us.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}

fn documents(words: &Words) -> Vec<Alternate<'_>> {
    vec![
        Alternate {
            url: "credential.json".into(),
            media_type: "application/ld+json",
            title: words.get("document-credential"),
        },
        Alternate {
            url: "assertion.json".into(),
            media_type: "application/ld+json",
            title: words.get("document-assertion"),
        },
    ]
}
