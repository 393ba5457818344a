//! The page of an award: what was signed, what it is worth, and how anybody can check that.

mod badge;
mod checks;
mod parts;
mod signed;
mod history;
mod holder;
mod embed;

use crate::{
    disk::Error,
    model::{AssertionId, AwardRef, Badge, Identity, Issuer},
    openbadges::v3,
    pipeline::render::{Kit, cards::About, pages::schema, verdict},
    theme::{
        Html, assets,
        markdown::{escape, to_html},
        page::{AwardPage, AwardedBadge, ErasedPage, Recipient},
    },
    trust::Verdict,
};
pub(in crate::pipeline::render) use badge::Signed;
pub(in crate::pipeline::render) use checks::Rows;
use holder::{Shown, holder};
pub(in crate::pipeline::render) use parts::{Frame, SharedIssuer};
use serde_json::value::RawValue;
use signed::{Activity, changed, evidence, facts, results};
use std::borrow::Cow;

/// Level of the headings above an award's Markdown.
const OUTLINE: u8 = 3;
const ROOT: &str = "../../";

impl<'a> Kit<'a> {
    /// The page of an award.
    pub(in crate::pipeline::render) fn award_page(&self, award: AwardRef) -> Result<Vec<u8>, Error> {
        let assertion = &self.gallery.assertions[award];
        let bytes = assertion.signed.bytes();
        let refused = |why: String| Error::Refused(format!("`{}`: {why}", assertion.path));
        let credential = v3::read_around(&bytes).map_err(refused)?;
        let (Some(badge), Some(issuer)) = (self.gallery.badges.get(&assertion.badge), self.issuer(&assertion.issuer))
        else {
            return Err(Error::Refused(format!("`{}` belongs to no badge", assertion.path)));
        };
        let achievement = credential.subject.achievement;
        let read;
        let signed = match self.signed.get(&badge.slug).filter(|it| it.is(achievement)) {
            Some(newest) => newest,
            None => {
                // What is wrong, and where, the whole credential tells.
                let whole = |why: String| refused(v3::read(&bytes).err().unwrap_or(why));
                read = Signed::read(self, badge, achievement).map_err(whole)?;
                &read
            }
        };
        let mut page = self.award(award, credential, &signed.page, badge, issuer).map_err(refused)?;
        let issuer_page = self.at(&format!("issuers/{}/", issuer.slug));
        let schema = schema::award(&page, &signed.page, issuer, &issuer_page);
        page.schema_hash = assets::integrity(&schema);
        page.schema_html = Html::made_here(schema);
        self.fill("assertion.html", &page, &[&signed.shared])
    }

    fn award<'p>(
        &'p self,
        award: AwardRef,
        credential: v3::Credential<'p, &'p RawValue>,
        signed: &'p AwardedBadge<'p>,
        badge: &'p Badge,
        issuer: &'p Issuer,
    ) -> Result<AwardPage<'p>, String>
    where
        'a: 'p,
    {
        let assertion = &self.gallery.assertions[award];
        let verdict = self.plan.verified.verdict(award);
        let standing = self.gallery.standings.get(&assertion.id);
        let page_of = |id: AssertionId| format!("../{id}/index.html");
        let withdrawn = matches!(verdict, Verdict::Revoked(_) | Verdict::Suspended | Verdict::Invalid(_));
        let view = verdict::view(verdict, assertion.valid_until, self.now, &self.calendar, self.words, &self.built);
        let recipient = self.recipient(award);
        let awarded = self.calendar.day(assertion.awarded);
        let folder = format!("assertions/{}/", assertion.id);
        let url = self.at(&folder);

        let issuer_name = credential.issuer.name.map_or(Cow::Borrowed(issuer.name.as_str()), |it| it.0);
        let subject = credential.subject;
        let results = match subject.results.is_empty() {
            true => Vec::new(),
            false => results(&subject.results, &v3::read_achievement(subject.achievement)?, self.words),
        };
        let activity = Activity {
            role: subject.role,
            start: subject.activity_start_date,
            end: subject.activity_end_date,
            credits: subject.credits_earned,
            licence: subject.license_number,
            term: subject.term,
            source: subject.source,
        };
        let narrative = subject.narrative;
        let name = &signed.name;
        let title = match recipient.kind {
            "person" | "name" => self
                .words
                .plain("award-title-named", &[("badge", name.into()), ("recipient", (&recipient.name).into())]),
            _ => self.words.plain("award-title", &[("badge", name.into()), ("issuer", (&issuer.name).into())]),
        };
        let sentence = self.words.plain(
            "award-about",
            &[
                ("verdict", (&view.text).into()),
                ("badge", name.into()),
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
        let mut head = self.head(
            &format!("{folder}index.html"),
            About {
                kind: "assertion",
                title: Cow::Owned(title),
                description: Cow::Owned(sentence),
                alternates: Vec::new(),
                badge: Some((&badge.slug, signed.image.alt.clone())),
            },
        );
        (head.header_html, head.footer_html) = (self.frame.header.clone(), self.frame.footer.clone());
        let of_issuer = &self.shared_issuers[&assertion.issuer];
        let small = self.small_image(&badge.slug, ROOT);
        let small_picture = self.at(&format!("badges/{}/image.png", badge.slug));
        let shown = Shown {
            assertion,
            issuer,
            badge: name,
            url: &url,
            picture: &picture,
            small_picture: &small_picture,
            small,
            awarded: self.calendar.local(assertion.awarded),
            expires: assertion.valid_until.map(|it| self.calendar.last(it)),
        };
        Ok(AwardPage {
            schema_html: Html::default(),
            schema_hash: String::new(),
            holder: (!withdrawn).then(|| holder(shown, self.words)),
            report_url: self.report(assertion, issuer, name, &url),
            qr_html: Html::made_here(crate::art::qr(&url)),
            page: head,
            id: assertion.id.as_str(),
            spare_words_html: self.scripts.spare_html(view.kind, false),
            verdict: view,
            recipient,
            issuer_name,
            issuer: of_issuer.view.clone(),
            issuer_html: of_issuer.html.clone(),
            awarded,
            valid_from: (assertion.valid_from > assertion.awarded).then(|| self.calendar.day(assertion.valid_from)),
            expires: assertion.valid_until.map(|it| self.calendar.last_day(it)),
            narrative_html: narrative.map(|it| Html::made_here(to_html(&it, OUTLINE))),
            evidence: credential.evidence.into_iter().map(|it| evidence(it, self.words)).collect(),
            results,
            facts: facts(&self.calendar, self.words, activity),
            changed_html: changed(self.plan.verified.checks(award), self.words),
            checks: self.checks(award),
            supersedes: standing.and_then(|it| it.supersedes).map(page_of),
            superseded_by: standing.and_then(|it| it.superseded_by).map(page_of),
            history: self.history(assertion),
            review: self.review(assertion),
            source: self.forge.as_ref().and_then(|forge| forge.file(&assertion.path)),
        })
    }

    /// Who earned it: as much as they agreed to.
    fn recipient(&self, award: AwardRef) -> Recipient<'a> {
        let assertion = &self.gallery.assertions[award];
        if let Some((person, name)) = self.owner(award).zip(self.named(award)) {
            return called("person", name, Some(format!("{ROOT}people/{}/index.html", person.slug)));
        }
        let profile = match &assertion.identity {
            Identity::Profile(url) => Some(url.clone()).filter(|url| is_web(url)),
            Identity::EmailHash { .. } | Identity::Did(_) => None,
        };
        if let Some(name) = &assertion.name {
            return called("name", name, profile);
        }
        match &assertion.identity {
            Identity::EmailHash { .. } => called("email", self.words.get("recipient-email"), None),
            Identity::Profile(url) => {
                let bare = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
                called("profile", bare.trim_end_matches('/'), profile)
            }
            Identity::Did(did) => called("did", did, None),
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

fn called<'a>(kind: &'static str, name: &'a str, url: Option<String>) -> Recipient<'a> {
    let name_html = Html::made_here(escape(name).replace('/', "/<wbr>"));
    Recipient { kind, name: Cow::Borrowed(name), name_html, url }
}

/// Whether a browser may be sent there. What was signed elsewhere is not checked by us.
fn is_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
