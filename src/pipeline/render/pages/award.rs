//! The page of an award: what was signed, what it is worth, and how anybody can check that.

use crate::{
    disk::Error,
    model::{Assertion, AssertionId, AwardRef, Badge, Event, Identity, Issuer},
    openbadges::v3,
    pipeline::render::{
        Kit,
        cards::About,
        holder::{Shown, holder},
        moment::Calendar,
        verdict,
    },
    theme::{
        codes,
        markdown::to_html,
        page::{
            AlignmentRow, Alternate, AwardPage, CheckRow, Download, ErasedPage, EvidenceCard, Fact, HistoryRow, Link,
            Recipient, ResultRow, ReviewView,
        },
    },
    time::Timestamp,
    trust::{Question, Verdict},
    words::Words,
};
use std::borrow::Cow;

/// Level of the headings above an award's Markdown.
const OUTLINE: u8 = 3;
const ROOT: &str = "../../";

impl<'a> Kit<'a> {
    /// The page of an award.
    pub(in crate::pipeline::render) fn award_page(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        let signed =
            v3::read(&assertion.bytes).map_err(|why| Error::Refused(format!("`{}`: {why}", assertion.path)))?;
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
        let changed = changed(&signed.subject.achievement, badge, self.words);
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
        let shown = Shown {
            assertion,
            issuer,
            badge: &name,
            url: &url,
            picture: &picture,
            awarded: self.calendar.local(assertion.awarded),
            expires: assertion.valid_until.map(|it| self.calendar.local(it)),
        };
        AwardPage {
            holder: (!withdrawn).then(|| holder(&shown, self.words)),
            report_url: self.report(assertion, issuer, &name, &url),
            qr_html: crate::art::qr(&url),
            page: head,
            id: assertion.id.as_str(),
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
            changed,
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
        }
    }

    /// Who earned it: as much as they agreed to.
    fn recipient(&self, award: AwardRef) -> Recipient<'a> {
        let assertion = &self.gallery.assertions[award];
        let owner = self.gallery.owners.get(&assertion.id).and_then(|owner| self.gallery.people.get(owner));
        if let Some(person) = owner {
            let url = Some(format!("{ROOT}people/{}/index.html", person.slug));
            return Recipient { kind: "person", name: Cow::Borrowed(&person.name), url };
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
                let sentence = match check.question {
                    Question::Dates => Cow::Owned(self.dates(award)),
                    _ => in_prose(&check.sentence),
                };
                CheckRow { question: codes::question(self.words, check.question), outcome, word, sentence }
            })
            .collect()
    }

    /// From when until when it is valid, in days of the site's zone, as everywhere on the page.
    fn dates(&self, award: AwardRef) -> String {
        let assertion = &self.gallery.assertions[award];
        let begun = if assertion.valid_from > self.now { "no" } else { "yes" };
        let from = self.calendar.date(assertion.valid_from);
        let (key, until) = match assertion.valid_until {
            Some(end) if end <= self.now => ("check-dates-ended", self.calendar.last_day(end).text),
            Some(end) => ("check-dates-ends", self.calendar.last_day(end).text),
            None => ("check-dates-open", String::new()),
        };
        self.words.say(key, &[("begun", begun.into()), ("from", from.into()), ("until", until.into())])
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

    fn history(&self, assertion: &Assertion) -> Vec<HistoryRow<'a>> {
        let what = self.words.get("history-awarded");
        let mut rows = vec![HistoryRow { at: self.calendar.day(assertion.awarded), what, reason: None }];
        for (at, event) in self.events.get(&assertion.id).map_or(&[][..], Vec::as_slice) {
            let (what, reason) = match event {
                Event::Awarded { .. } => ("history-signed", None),
                Event::Revoked { reason } => ("history-revoked", Some(reason.as_str())),
                Event::Reinstated { reason } => ("history-reinstated", Some(reason.as_str())),
                Event::Renewed { .. } => ("history-renewed", None),
                Event::Corrected { reason, .. } => ("history-corrected", Some(reason.as_str())),
                Event::Erased { .. } => continue,
            };
            rows.push(HistoryRow { at: self.calendar.day(*at), what: self.words.get(what), reason });
        }
        rows
    }

    /// Who asked for it and who agreed.
    fn review(&self, assertion: &Assertion) -> Option<ReviewView<'a>> {
        let events = self.events.get(&assertion.id)?;
        let review = events.iter().find_map(|(_, event)| match event {
            Event::Awarded { review, .. } => review.as_deref(),
            _ => None,
        })?;
        Some(ReviewView {
            nominator: review.nominator.as_deref().map(|it| self.somebody(it)),
            reviewers: review.reviewers.iter().map(|it| self.somebody(it)).collect(),
            request: review.request.as_deref().filter(|url| is_web(url)),
        })
    }

    /// A person by the name they chose to publish, else by their profile, else as they called themselves.
    fn somebody(&self, name: &'a str) -> Link<'a> {
        let person = self.gallery.people.values().find(|it| it.identities.iter().any(|known| known == name));
        if let Some(person) = person {
            let url = format!("{ROOT}people/{}/index.html", person.slug);
            return Link { name: Cow::Borrowed(&person.name), url: Cow::Owned(url) };
        }
        match name.split_once("://") {
            Some((_, rest)) if is_web(name) => {
                Link { name: Cow::Borrowed(rest.trim_end_matches('/')), url: Cow::Borrowed(name) }
            }
            _ => Link { name: Cow::Borrowed(name), url: Cow::Borrowed("") },
        }
    }

    fn report(&self, assertion: &Assertion, issuer: &Issuer, name: &str, url: &str) -> Option<String> {
        let title = self.words.plain("report-title", &[("id", assertion.id.to_string().into())]);
        let body = format!("{name}: {url}\n\n{}\n", self.words.get("report-body"));
        match (&self.forge, &issuer.email) {
            (Some(forge), _) => Some(forge.report(&title, &body)),
            (None, Some(email)) => Some(format!(
                "mailto:{email}?subject={}&body={}",
                crate::pipeline::render::percent::encode(&title),
                crate::pipeline::render::percent::encode(&body)
            )),
            (None, None) => None,
        }
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

/// What of the definition differs today from what was signed.
fn changed(signed: &v3::Achievement<'_>, badge: &Badge, words: &Words) -> Option<String> {
    let mut changed = Vec::new();
    let mut note = |same: bool, what: &'static str| {
        if !same {
            changed.push(words.get(what));
        }
    };
    note(*signed.name == *badge.name, "changed-name");
    note(*signed.description == *badge.description, "changed-description");
    let narrative = signed.criteria.narrative.as_deref();
    note(
        narrative == Some(badge.criteria.narrative.as_str())
            && signed.criteria.id.as_deref() == badge.criteria.url.as_deref(),
        "changed-criteria",
    );
    note(signed.achievement_type.as_deref() == Some(badge.achievement_type.0.as_str()), "changed-type");
    note(signed.tags.iter().map(|it| &**it).eq(badge.skills.iter().map(String::as_str)), "changed-skills");
    let ours = badge.alignments.iter().map(|it| (it.url.as_str(), it.name.as_str(), it.code.as_deref()));
    note(signed.alignments.iter().map(|it| (&*it.url, &*it.name, it.code.as_deref())).eq(ours), "changed-alignments");
    note(signed.version.as_deref() == badge.version.as_deref(), "changed-version");
    note(
        signed.result_descriptions.iter().map(|it| &*it.name).eq(badge.results.iter().map(|it| it.name.as_str())),
        "changed-results",
    );
    (!changed.is_empty()).then(|| words.list(&changed))
}

/// A check's answer without the marks of a terminal, and without a full stop, which the template sets.
fn in_prose(sentence: &str) -> Cow<'_, str> {
    let sentence = sentence.trim_end_matches('.');
    if sentence.contains('`') { Cow::Owned(sentence.replace('`', "")) } else { Cow::Borrowed(sentence) }
}

/// What the recipient did, in facts.
struct Activity<'a> {
    role: Option<v3::Text<'a>>,
    start: Option<v3::Text<'a>>,
    end: Option<v3::Text<'a>>,
    credits: Option<serde_json::Number>,
    licence: Option<v3::Text<'a>>,
    term: Option<v3::Text<'a>>,
    source: Option<v3::Profile<'a>>,
}

fn facts<'a>(calendar: &Calendar<'_>, words: &'a Words, activity: Activity<'a>) -> Vec<Fact<'a>> {
    let plain = |key: &'static str, value: Option<v3::Text<'a>>| {
        value.map(|value| Fact { label: words.get(key), value: value.0, url: None, iso: None })
    };
    let date = |key: &'static str, value: Option<v3::Text<'a>>| {
        let at: Timestamp = value.as_deref()?.parse().ok()?;
        Some(Fact {
            label: words.get(key),
            value: Cow::Owned(calendar.date(at)),
            url: None,
            iso: Some(crate::time::format(at)),
        })
    };
    let source = activity.source.map(|profile| Fact {
        label: words.get("fact-assessed-by"),
        value: profile.name.map_or_else(|| profile.id.0.clone(), |it| it.0),
        url: profile.url.map(|it| it.0).filter(|url| is_web(url)),
        iso: None,
    });
    [
        plain("fact-role", activity.role),
        date("fact-from", activity.start),
        date("fact-until", activity.end),
        plain("fact-term", activity.term),
        activity.credits.map(|it| Fact {
            label: words.get("fact-credits"),
            value: Cow::Owned(it.to_string()),
            url: None,
            iso: None,
        }),
        plain("fact-licence", activity.licence),
        source,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn results<'a>(subject: &v3::Subject<'a>, words: &'a Words) -> Vec<ResultRow<'a>> {
    let achievement = &subject.achievement;
    subject
        .results
        .iter()
        .map(|result| {
            let description = achievement.description_of(result);
            let level = result.achieved_level.as_deref().and_then(|id| achievement.level(id));
            let status =
                result.status.as_deref().map(|code| Cow::Owned(codes::result_status(words, code).into_owned()));
            let value = level
                .map(|level| level.name.0.clone())
                .or_else(|| result.value.as_ref().map(|it| it.0.clone()))
                .or(status)
                .unwrap_or(Cow::Borrowed(words.get("result-reported")));
            ResultRow {
                name: description.map_or(Cow::Borrowed(words.get("result-unnamed")), |it| it.name.0.clone()),
                value,
                scale: description.and_then(|it| scale(it, words)),
                description: level.and_then(|level| level.description.as_ref()).map(|it| it.0.clone()),
            }
        })
        .collect()
}

/// `0 to 100, 80 required`.
fn scale(description: &v3::ResultDescription<'_>, words: &Words) -> Option<String> {
    let range = match (&description.min, &description.max) {
        (Some(min), Some(max)) => {
            Some(words.plain("scale-range", &[("min", (&**min).into()), ("max", (&**max).into())]))
        }
        (None, Some(max)) => Some(words.plain("scale-most", &[("max", (&**max).into())])),
        (Some(min), None) => Some(words.plain("scale-least", &[("min", (&**min).into())])),
        (None, None) => None,
    };
    let needs = |what: &str| words.plain("scale-required", &[("value", what.into())]);
    let required = description.required.as_ref().map(|it| needs(it)).or_else(|| {
        let id = description.required_level.as_deref()?;
        let level = description.levels.iter().find(|level| level.id == *id)?;
        Some(needs(&level.name))
    });
    let parts: Vec<_> = range.into_iter().chain(required).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn evidence<'a>(piece: v3::Evidence<'a>, words: &'a Words) -> EvidenceCard<'a> {
    let url = piece.id.map(|it| it.0).filter(|url| is_web(url));
    let host = url.as_deref().and_then(|url| url.split('/').nth(2)).map(str::to_owned);
    EvidenceCard {
        name: piece
            .name
            .map_or_else(|| host.clone().map_or(Cow::Borrowed(words.get("evidence-unnamed")), Cow::Owned), |it| it.0),
        url,
        host,
        narrative_html: piece.narrative.map(|it| to_html(&it, OUTLINE + 1)),
        description: piece.description.map(|it| it.0),
        genre: piece.genre.map(|it| it.0),
        audience: piece.audience.map(|it| it.0),
    }
}

fn alignment(entry: v3::Alignment<'_>) -> AlignmentRow<'_> {
    AlignmentRow {
        name: entry.name.0,
        // The name stays, and leads nowhere.
        url: if is_web(&entry.url) { entry.url.0 } else { Cow::Borrowed("") },
        framework: entry.framework.map(|it| it.0),
        code: entry.code.map(|it| it.0),
        description: entry.description.map(|it| it.0),
    }
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
