//! The documents that a gallery publishes: whole, read by a person, and held to the rules that verifiers keep.
//!
//! `tests/golden/openbadges` holds them as they are. Where a change is meant, `UPDATE_GOLDEN=1 cargo test --test
//! openbadges_documents` writes them anew, to be read in review.

#![allow(clippy::unwrap_used, reason = "in a test, whatever fails should say so at once")]

use accolade::{
    canon::rdf,
    model::*,
    openbadges::{v2, v3},
    time::Timestamp,
    trust::Verdict,
};
use serde_json::{Value, json};
use std::{fs, path::PathBuf, sync::Arc};

const ID: &str = "0kq8c5zt1v7w2x3y4n6m";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn slug(text: &str) -> Slug {
    text.parse().unwrap()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn id() -> AssertionId {
    ID.parse().unwrap()
}

fn site() -> Site {
    let base: BaseUrl = "https://guild.example/badges/".parse().unwrap();
    Site {
        awarding: None,
        teams: Vec::new(),
        lints: std::collections::BTreeMap::new(),
        title: "Guild".into(),
        served_at: base.clone(),
        base_url: base,
        previous_base_urls: vec!["https://old.example/".parse().unwrap()],
        description: String::new(),
        language: "en".into(),
        time_zone: jiff::tz::TimeZone::get("Europe/Zurich").unwrap(),
        issuer: None,
        commit: None,
        look: Look::default(),
        award_pictures: AwardPictures::Both,
        cards: Cards::Awards,
        cname: None,
        repository: None,
    }
}

fn plain_issuer() -> Issuer {
    Issuer {
        slug: slug("guild"),
        name: "Makers’ Guild".into(),
        url: None,
        email: None,
        description: None,
        logo: None,
        linkedin_id: None,
        parent: None,
        identifiers: vec![],
        links: vec![],
        share: Share::default(),
        keys: vec![],
    }
}

fn rich_issuer() -> Issuer {
    Issuer {
        url: some("https://guild.example/"),
        email: some("badges@guild.example"),
        description: some("A **workshop** for everybody."),
        logo: Some(Picture {
            path: "issuers/guild.svg".into(),
            kind: PictureKind::Svg,
            bytes: Arc::from(&b"<svg xmlns='http://www.w3.org/2000/svg'/>"[..]),
            size: (100, 100),
            alt: "A hammer".into(),
        }),
        linkedin_id: some("12345"),
        parent: Some(ParentOrganisation { name: "Town of Ghent".into(), url: "https://ghent.example/".into() }),
        identifiers: vec![Identifier { identifier: "BE 0123.456.789".into(), kind: "identifier".into() }],
        links: vec![Link { name: "Mastodon".into(), url: "https://social.example/@guild".into() }],
        ..plain_issuer()
    }
}

fn plain_badge() -> Badge {
    Badge {
        awarding: None,
        slug: slug("soldering"),
        issuer: slug("guild"),
        name: "Soldering".into(),
        description: "Soldered a first kit.".into(),
        criteria: Criteria { narrative: "Solder a kit that works.".into(), url: None },
        achievement_type: AchievementType("Badge".into()),
        picture: None,
        art: ArtRecipe::default(),
        alt: "A soldering iron".into(),
        skills: vec![],
        alignments: vec![],
        hours: None,
        credits: None,
        level: None,
        field_of_study: None,
        specialization: None,
        code: None,
        version: None,
        language: None,
        validity: None,
        related: vec![],
        results: vec![],
        retired: None,
        nominations_until: None,
    }
}

fn rich_badge() -> Badge {
    let level = |name: &str, title: &str, points: &str| RubricLevel {
        slug: slug(name),
        name: title.into(),
        description: some("What it takes"),
        level: some(title),
        points: some(points),
    };
    Badge {
        name: "Advanced soldering 🏅".into(),
        description: "Löten auf hohem Niveau: \"fine pitch\" ]]> and more.".into(),
        criteria: Criteria {
            narrative: "* Solder a QFN\n* Explain **why**".into(),
            url: some("https://guild.example/criteria/soldering"),
        },
        achievement_type: AchievementType("MicroCredential".into()),
        skills: vec!["Soldering".into(), "Electronics".into(), "Soldering".into()],
        alignments: vec![
            Alignment {
                name: "solder electronics".into(),
                url: "http://data.europa.eu/esco/skill/00000000-0000-0000-0000-000000000000".into(),
                framework: some("ESCO"),
                code: None,
                description: some("Operate and use soldering tools."),
                target_type: some("ext:escoSkill"),
            },
            Alignment {
                name: "Item".into(),
                url: "https://case.example/ims/case/v1p0/CFItems/1".into(),
                framework: None,
                code: some("X.1"),
                description: None,
                target_type: some("CFItem"),
            },
        ],
        hours: some("1.5"),
        credits: Some(3),
        field_of_study: some("Electronics"),
        specialization: some("Surface mount"),
        code: some("SOL-2"),
        version: some("1.1"),
        language: some("en"),
        validity: Some(Validity::For("P2Y".parse().unwrap())),
        related: vec![
            RelatedBadge::Here(slug("first-steps")),
            RelatedBadge::Elsewhere("https://other.example/achievement.json".into()),
            RelatedBadge::Here(slug("first-steps")),
        ],
        results: vec![
            ResultDescription {
                slug: slug("score"),
                name: "Score".into(),
                result_type: "Percent".into(),
                min: some("0"),
                max: some("100"),
                allowed: vec![],
                required: some("70"),
                required_level: None,
                levels: vec![],
            },
            ResultDescription {
                slug: slug("craft"),
                name: "Craft".into(),
                result_type: "RubricCriterionLevel".into(),
                min: None,
                max: None,
                allowed: vec![],
                required: None,
                required_level: Some(slug("clean")),
                levels: vec![level("clean", "Clean", "2"), level("masterly", "Masterly", "3")],
            },
        ],
        ..plain_badge()
    }
}

fn email() -> Identity {
    Identity::EmailHash { hash: v3::identity_hash("ada@example.org", "c2FsdA"), salt: "c2FsdA".into() }
}

fn plain_award(identity: Identity) -> Award {
    Award {
        badge: slug("soldering"),
        recipient: Recipient { identity, name: None },
        date: None,
        valid_from: None,
        valid_until: None,
        narrative: None,
        evidence: vec![],
        activity_start: None,
        activity_end: None,
        role: None,
        licence_number: None,
        credits: None,
        term: None,
        results: vec![],
        source: None,
    }
}

fn rich_award() -> Award {
    let result = |name: &str, value: Option<&str>, level: Option<&str>| ResultValue {
        result: slug(name),
        value: value.map(Into::into),
        level: level.map(slug),
        status: some("Completed"),
    };
    Award {
        recipient: Recipient {
            identity: email(), name: Some(("Ада Лавлейс".into(), Consent("by letter".into())))
        },
        date: Some(at("2026-05-04T18:30:00Z")),
        valid_from: Some(at("2026-05-05T22:00:00Z")),
        narrative: some("Soldered **0.4 mm** pitch."),
        evidence: vec![
            Evidence {
                url: some("https://code.example/pull/1"),
                name: some("Board"),
                narrative: some("The board"),
                description: some("A pull request"),
                genre: some("Code"),
                audience: some("Peers"),
            },
            Evidence { narrative: some("Seen at the workshop."), ..Evidence::default() },
            Evidence { narrative: some("Seen again."), ..Evidence::default() },
        ],
        activity_start: Some(at("2026-03-01T00:00:00Z")),
        activity_end: Some(at("2026-04-30T00:00:00Z")),
        role: some("Student"),
        licence_number: some("L-1"),
        credits: Some(2),
        term: some("Spring 2026"),
        results: vec![result("score", Some("92"), None), result("craft", None, Some("masterly"))],
        source: Some(("Assessors Ltd".into(), "https://assessors.example/".into())),
        ..plain_award(email())
    }
}

fn now() -> Timestamp {
    at("2026-06-01T10:00:00Z")
}

fn sign_nothing(award: &Award, badge: &Badge, issuer: &Issuer) -> Result<Value, String> {
    v3::credential(award, badge, issuer, &site(), id(), (1, 94567), now())
}

fn rich() -> Value {
    sign_nothing(&rich_award(), &rich_badge(), &rich_issuer()).unwrap()
}

fn plain() -> Value {
    sign_nothing(&plain_award(email()), &plain_badge(), &plain_issuer()).unwrap()
}

fn card_of(document: &Value) -> Assertion {
    let bytes = serde_json::to_vec_pretty(document).unwrap();
    v3::assertion(&bytes.into(), &format!("assertions/soldering/{ID}.json"), &site()).unwrap()
}

fn hosted(document: &Value, verdict: &Verdict) -> Value {
    let card = card_of(document);
    v2::assertion(&card, &v3::deed(&card.signed.bytes()).unwrap(), verdict, &site())
}

fn same_as_golden(name: &str, document: &Value) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/openbadges").join(name);
    let text = serde_json::to_string_pretty(document).unwrap() + "\n";
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(&path).unwrap(), "{name}");
}

#[test]
fn documents_are_those_that_somebody_has_read() {
    same_as_golden("rich.credential.json", &rich());
    same_as_golden("plain.credential.json", &plain());
    same_as_golden("rich.achievement.json", &v3::achievement(&rich_badge(), &rich_issuer(), &site()));
    same_as_golden("plain.achievement.json", &v3::achievement(&plain_badge(), &plain_issuer(), &site()));
    same_as_golden("rich.profile.json", &v3::profile(&rich_issuer(), &site()));
    same_as_golden("plain.profile.json", &v3::profile(&plain_issuer(), &site()));
    same_as_golden("rich.assertion.json", &hosted(&rich(), &Verdict::Valid));
    same_as_golden("plain.assertion.json", &hosted(&plain(), &Verdict::Valid));
    let revoked = Verdict::Revoked(Some((now(), "Issued in error.".into())));
    same_as_golden("revoked.assertion.json", &hosted(&rich(), &revoked));
    same_as_golden("rich.badge.json", &v2::badge_class(&rich_badge(), &site()));
    same_as_golden("plain.badge.json", &v2::badge_class(&plain_badge(), &site()));
    same_as_golden("rich.issuer.json", &v2::issuer(&rich_issuer(), &site()));
    same_as_golden("plain.issuer.json", &v2::issuer(&plain_issuer(), &site()));
}

#[test]
fn every_document_of_version_3_has_one_canonical_form_everywhere() {
    let documents = [
        rich(),
        plain(),
        v3::achievement(&rich_badge(), &rich_issuer(), &site()),
        v3::achievement(&plain_badge(), &plain_issuer(), &site()),
        v3::profile(&rich_issuer(), &site()),
        v3::profile(&plain_issuer(), &site()),
        sign_nothing(&plain_award(Identity::Profile("https://ada.example/".into())), &plain_badge(), &plain_issuer())
            .unwrap(),
        sign_nothing(&plain_award(Identity::Did("did:key:z6Mk".into())), &plain_badge(), &plain_issuer()).unwrap(),
    ];
    for document in documents {
        let quads = rdf::canonicalize_portable(&document).unwrap();
        assert!(quads.lines().count() >= 3, "{quads}");
    }
}

#[test]
fn nothing_is_null_or_empty_and_no_number_is_a_fraction() {
    fn look(value: &Value, place: &str) {
        match value {
            Value::Null => panic!("{place} is null"),
            Value::Number(number) => assert!(number.is_u64(), "{place}"),
            Value::String(text) => assert!(!text.is_empty(), "{place} is empty"),
            Value::Array(members) => {
                assert!(!members.is_empty(), "{place} is empty");
                members.iter().enumerate().for_each(|(index, it)| look(it, &format!("{place}[{index}]")));
            }
            Value::Object(members) => {
                assert!(!members.is_empty(), "{place} is empty");
                members.iter().for_each(|(name, it)| look(it, &format!("{place}.{name}")));
            }
            Value::Bool(_) => {}
        }
    }
    let blank = Award {
        narrative: some(""),
        evidence: vec![Evidence { narrative: some("Seen."), name: some(" "), ..Evidence::default() }],
        ..plain_award(email())
    };
    for document in [rich(), plain(), sign_nothing(&blank, &plain_badge(), &plain_issuer()).unwrap()] {
        look(&document, "");
        look(&hosted(&document, &Verdict::Valid), "");
    }
}

#[test]
fn what_is_signed_is_read_back() {
    let bytes = serde_json::to_vec(&rich()).unwrap();
    let credential = v3::read(&bytes).unwrap();
    assert_eq!(credential.identity(), Some(email()));
    assert_eq!(credential.recipient_name(), Some("Ада Лавлейс"));
    assert_eq!(credential.awarded(), Some(at("2026-05-04T18:30:00Z")));
    assert_eq!(credential.valid_from(), Some(at("2026-05-05T22:00:00Z")));
    assert_eq!(credential.valid_until(), Some(at("2028-05-05T22:00:00Z")));
    assert_eq!(credential.issuer.name.as_deref(), Some("Makers’ Guild"));
    assert_eq!(credential.issuer.parent.as_ref().and_then(|it| it.name.as_deref()), Some("Town of Ghent"));
    assert_eq!(credential.evidence.len(), 3);
    let achievement = &credential.subject.achievement;
    assert_eq!(achievement.tags, ["Soldering", "Electronics"]);
    assert_eq!(achievement.image.as_ref().and_then(|it| it.caption.as_deref()), Some("A soldering iron"));
    let [score, craft] = &credential.subject.results[..] else { panic!("two results") };
    assert_eq!(achievement.description_of(score).map(|it| it.name.as_str()), Some("Score"));
    let level = achievement.level(craft.achieved_level.as_deref().unwrap()).unwrap();
    assert_eq!((level.name.as_str(), level.points.as_deref()), ("Masterly", Some("3")));
    assert!(matches!(achievement.name.0, std::borrow::Cow::Borrowed(_)));
    assert!(matches!(credential.subject.role.as_ref().unwrap().0, std::borrow::Cow::Borrowed(_)));
    assert!(matches!(credential.evidence[0].name.as_ref().unwrap().0, std::borrow::Cow::Borrowed(_)));
}

#[test]
fn credentials_of_others_are_read_too() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/vectors");
    for file in [
        "validator-fixtures/ob30/complete.json",
        "validator-fixtures/ob30/simple.json",
        "ob3-spec/examples/fullOpenBadge.json",
    ] {
        let Ok(bytes) = fs::read(folder.join(file)) else { panic!("{file} is missing") };
        let credential = v3::read(&bytes).unwrap_or_else(|flaw| panic!("{file}: {flaw}"));
        assert!(!credential.subject.achievement.name.is_empty(), "{file}");
    }
    let single = json!({
        "id": "urn:uuid:1", "type": "OpenBadgeCredential", "issuer": "did:example:1", "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": {
            "identifier": { "type": "IdentityObject", "hashed": false, "identityHash": "Ada", "identityType": "name" },
            "achievement": {
                "id": "urn:uuid:2", "name": "A", "description": "B", "criteria": {}, "tag": "one",
                "image": "https://a.example/a.png"
            }
        },
        "proof": { "type": "DataIntegrityProof", "unknown": 1 }
    });
    let bytes = serde_json::to_vec(&single).unwrap();
    let credential = v3::read(&bytes).unwrap();
    assert_eq!(credential.issuer.id, "did:example:1");
    assert_eq!(credential.recipient_name(), Some("Ada"));
    assert_eq!(credential.subject.achievement.tags, ["one"]);
    assert_eq!(credential.subject.achievement.image.as_ref().map(|it| it.id.as_str()), Some("https://a.example/a.png"));
    assert_eq!(credential.proofs.len(), 1);
}

#[test]
fn the_index_card_says_where_an_assertion_belongs() {
    let card = card_of(&rich());
    assert_eq!((card.badge, card.issuer, card.status), (slug("soldering"), slug("guild"), (1, 94567)));
    assert_eq!(&*card.url, format!("https://guild.example/badges/assertions/{ID}/credential.json"));
    assert_eq!((card.identity, card.name.as_deref()), (email(), Some("Ада Лавлейс")));
    assert_eq!(card.awarded, at("2026-05-04T18:30:00Z"));
    assert_eq!(card.valid_from, at("2026-05-05T22:00:00Z"));
    assert_eq!(card.valid_until, Some(at("2028-05-05T22:00:00Z")));
}

#[test]
fn an_assertion_from_a_former_address_still_belongs_here() {
    let old = Site { base_url: "https://old.example/".parse().unwrap(), ..site() };
    let document =
        v3::credential(&plain_award(email()), &plain_badge(), &plain_issuer(), &old, id(), (2, 7), now()).unwrap();
    assert_eq!(document["issuer"]["id"], "did:web:old.example:issuers:guild");
    let card = card_of(&document);
    assert_eq!(&*card.url, format!("https://old.example/assertions/{ID}/credential.json"));
    assert_eq!(card.status, (2, 7));
}

/// Whether it lies in that badge's folder is for `check` to ask, which reports it as `misplaced-assertion`.
#[test]
fn the_index_card_takes_the_badge_from_the_document() {
    let mut document = plain();
    document["credentialSubject"]["achievement"]["id"] =
        json!("https://guild.example/badges/badges/welding/achievement.json");
    assert_eq!(card_of(&document).badge, slug("welding"));
}

#[test]
fn an_assertion_that_belongs_elsewhere_is_refused_with_a_reason() {
    let refused = |pointer: &str, value: Value| {
        let mut document = plain();
        *document.pointer_mut(pointer).unwrap() = value;
        let bytes = serde_json::to_vec(&document).unwrap();
        v3::assertion(&bytes.into(), &format!("assertions/soldering/{ID}.json"), &site()).unwrap_err()
    };
    let elsewhere = "https://evil.example/assertions/0kq8c5zt1v7w2x3y4n6m/credential.json";
    assert_eq!(
        refused("/id", json!(elsewhere)),
        format!("its id `{elsewhere}` does not lie under https://guild.example/badges/ or https://old.example/")
    );
    assert!(refused("/issuer/id", json!("did:web:evil.example:issuers:guild")).starts_with("its issuer"));
    assert!(refused("/issuer/id", json!("did:web:old.example:issuers:guild")).starts_with("its issuer"));
    assert!(refused("/credentialSubject/achievement/id", json!("https://x.example/")).starts_with("its achievement"));
    for list in [
        "https://guild.example/badges/status/other/1.json",
        "https://guild.example/badges/status/guild/01.json",
        "https://guild.example/badges/status/guild/x.json",
    ] {
        assert!(refused("/credentialStatus/statusListCredential", json!(list)).starts_with("its status list"));
    }
    for index in ["-1", "+1", "01", "4294967296", ""] {
        assert!(refused("/credentialStatus/statusListIndex", json!(index)).ends_with("is no whole number"), "{index}");
    }
    assert!(refused("/credentialStatus/statusPurpose", json!("suspension")).contains("revocation"));
    assert!(refused("/validFrom", json!("2026-05-04T18:30:00")).contains("no time with a zone"));
    assert!(refused("/credentialSubject/identifier/0/hashed", json!(false)).contains("e-mail address"));
    assert!(refused("/credentialSubject/identifier/0/salt", json!("")).contains("no salt"));
    assert!(refused("/credentialSubject/identifier", json!([])).contains("who got the badge"));
}

#[test]
fn what_not_every_verifier_reads_alike_is_never_signed() {
    let award = |change: fn(&mut Award)| {
        let mut award = rich_award();
        change(&mut award);
        sign_nothing(&award, &rich_badge(), &rich_issuer()).unwrap_err()
    };
    let badge = |change: fn(&mut Badge)| {
        let mut badge = rich_badge();
        change(&mut badge);
        sign_nothing(&rich_award(), &badge, &rich_issuer()).unwrap_err()
    };
    assert_eq!(
        award(|it| it.evidence[2] = it.evidence[1].clone()),
        "evidence 2 and 3 are the same; remove one of them"
    );
    assert_eq!(
        award(|it| it.evidence[2].url = it.evidence[0].url.clone()),
        "evidence 1 and 3 have the same `url`; make them one"
    );
    assert_eq!(
        award(|it| it.evidence[1] = Evidence::default()),
        "evidence 2 says nothing; give it a `url` or a `narrative`"
    );
    assert_eq!(award(|it| it.results[1] = it.results[0].clone()), "results 1 and 2 are the same; remove one of them");
    assert_eq!(award(|it| it.results[0].result = slug("speed")), "badge `soldering` has no result called `speed`");
    assert_eq!(award(|it| it.results[1].level = Some(slug("x"))), "result `craft` has no level called `x`");
    assert_eq!(
        award(|it| it.results[0].value = some("120")),
        "`120` is above 100, the most that result `score` can be"
    );
    assert!(award(|it| it.results[0].status = some("Done")).starts_with("`Done` is no status"));
    assert_eq!(award(|it| it.credits = Some(1 << 53)), "the credits earned are too large a number to be signed");
    assert!(award(|it| it.valid_until = it.valid_from).starts_with("the award would end before it begins"));
    assert!(award(|it| it.activity_end = Some(at("2020-01-01T00:00:00Z"))).starts_with("the activity ends before"));
    assert_eq!(
        badge(|it| it.alignments[1] = it.alignments[0].clone()),
        "alignments 1 and 2 of badge `soldering` are the same; remove one of them"
    );
    assert_eq!(
        badge(|it| it.results[0].slug = slug("craft-clean")),
        "two results or levels of badge `soldering` get the same address `#result-craft-clean`; rename one of them"
    );
    let mut issuer = rich_issuer();
    issuer.identifiers.push(issuer.identifiers[0].clone());
    assert_eq!(
        sign_nothing(&rich_award(), &rich_badge(), &issuer).unwrap_err(),
        "identifiers 1 and 2 of issuer `guild` are the same; remove one of them"
    );
}

#[test]
fn the_documents_of_version_2_point_at_each_other() {
    let served = Site { served_at: "http://127.0.0.1:8000/x/".parse().unwrap(), ..site() };
    let card = card_of(&rich());
    let assertion = v2::assertion(&card, &v3::deed(&card.signed.bytes()).unwrap(), &Verdict::Valid, &served);
    let badge = v2::badge_class(&rich_badge(), &served);
    let issuer = v2::issuer(&rich_issuer(), &served);
    assert_eq!(assertion["badge"], badge["id"]);
    assert_eq!(badge["issuer"], issuer["id"]);
    let scope = issuer["verification"]["startsWith"].as_str().unwrap();
    assert!(assertion["id"].as_str().unwrap().starts_with(scope));
    assert!(scope.starts_with("http://127.0.0.1:8000/x/"));
    // The twin keeps the address that was signed, wherever this copy is served.
    assert_eq!(assertion["related"][0], rich()["id"]);
    // Not yet valid is "issued in the future" to software that knows no beginning of validity.
    assert_eq!(assertion["issuedOn"], rich()["validFrom"]);
}

#[test]
fn recipients_are_named_as_version_2_names_them() {
    let recipient = |identity: Identity| {
        let document = sign_nothing(&plain_award(identity), &plain_badge(), &plain_issuer()).unwrap();
        hosted(&document, &Verdict::Valid)["recipient"].clone()
    };
    assert_eq!(
        recipient(Identity::Profile("https://ada.example/".into())),
        json!({"type": "url", "hashed": false, "identity": "https://ada.example/"})
    );
    assert_eq!(
        recipient(Identity::Did("did:web:ada.example".into())),
        json!({"type": "id", "hashed": false, "identity": "did:web:ada.example"})
    );
    assert_eq!(recipient(email())["type"], "email");
    assert_eq!(recipient(email())["hashed"], true);
}

#[test]
fn identity_hashes_are_those_of_the_standard() {
    let cases: Value =
        serde_json::from_str(include_str!("vectors/derived/identity-hash.json")).expect("the vectors are JSON");
    let mut checked = 0;
    for case in cases.as_array().unwrap().iter().filter(|case| case["alg"] == "sha256") {
        let salt = case["salt"].as_str().unwrap_or_default();
        assert_eq!(v3::identity_hash(case["identifier"].as_str().unwrap(), salt), case["hash"].as_str().unwrap());
        checked += 1;
    }
    assert_eq!(checked, 6);
    assert_eq!(v3::normalise_email("  Ada@Example.ORG\n"), "ada@example.org");
}
