//! A JSON-LD document as canonical N-Quads.
//!
//! A document is expanded to statements with the embedded contexts, and the statements are brought into their
//! [canonical form](rdfc). Nothing is fetched, and nothing is dropped: what would not be signed is refused.

mod embedded;
mod iri;
mod context;
mod define;
mod literal;
mod expand;
mod value;
pub mod quad;
pub mod rdfc;

use super::Refusal;
use context::Contexts;
use rdfc::Stop;
use serde_json::Value;
use sha2::Sha256;

thread_local! {
    // Contexts are processed once in each thread. Sharing them between threads would save half a millisecond for
    // each, and cost a lock for each document.
    static CONTEXTS: Contexts = Contexts::new();
}

/// Expands `document` with the embedded contexts, and canonicalises its RDF dataset with RDFC-1.0 (SHA-256).
///
/// # Errors
///
/// When a context is not embedded, a term is not defined, an IRI is relative, or a feature is not supported.
pub fn canonicalize(document: &Value) -> Result<String, Refusal> {
    canonicalize_with(document, false)
}

/// As [`canonicalize`], for documents that we sign or judge: refuses as well what implementations are known to
/// canonicalise differently (numbers other than integers below 2^53, blank nodes without a unique first-degree hash).
///
/// # Errors
///
/// As [`canonicalize`], and for what is not portable.
pub fn canonicalize_portable(document: &Value) -> Result<String, Refusal> {
    canonicalize_with(document, true)
}

fn canonicalize_with(document: &Value, portable: bool) -> Result<String, Refusal> {
    CONTEXTS.with(|contexts| {
        let expanded = expand::expand(contexts, document, portable, false)?;
        match rdfc::canonicalize::<Sha256>(&expanded.quads, portable) {
            Ok((canonical, _)) => Ok(canonical),
            Err(Stop::TooMuchWork) => Err(Refusal::whole(
                "the document holds too many nodes without an `id` that look alike to put them in an order",
            )),
            // The places are only worth knowing now.
            Err(Stop::Alike(one, other)) => {
                let places = expand::expand(contexts, document, portable, true)?.places;
                let (first, second) = (one.min(other), one.max(other));
                Err(Refusal {
                    place: places[second].clone(),
                    why: format!(
                        "cannot be told apart from `{}` by what it says: give each an `id`, or leave one out",
                        places[first]
                    ),
                })
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const V2: &str = "https://www.w3.org/ns/credentials/v2";
    const OB: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    const EXAMPLES: &str = "https://www.w3.org/ns/credentials/examples/v2";

    /// A credential whose subject is `subject`.
    fn about(subject: Value) -> Value {
        json!({
            "@context": [V2, OB],
            "id": "urn:x:1",
            "type": ["VerifiableCredential", "OpenBadgeCredential"],
            "credentialSubject": subject,
        })
    }

    /// What the document says beyond its types.
    fn says(document: &Value) -> String {
        let all = canonicalize(document).unwrap();
        all.lines().filter(|it| !it.contains("rdf-syntax-ns#type>")).map(|it| format!("{it}\n")).collect()
    }

    fn refused(document: &Value) -> String {
        let refusal = canonicalize(document).unwrap_err();
        assert_eq!(canonicalize_portable(document).unwrap_err(), refusal);
        refusal.to_string()
    }

    #[test]
    fn what_no_context_defines_is_refused_where_it_stands() {
        for (subject, expected) in [
            (json!({"id": "urn:x:2", "grade": "A+"}), "`credentialSubject.grade` is not defined by any context"),
            (
                json!({"type": "AchievementSubject", "achievement": {"result": [1]}}),
                "`credentialSubject.achievement.result` is not defined by any context",
            ),
            (
                json!({"type": ["AchievementSubject", "Learner"]}),
                "`credentialSubject.type` names the type `Learner`, which no context defines",
            ),
            (json!({"id": "learner"}), "`credentialSubject.id` is `learner`, which is not an absolute address"),
            (json!("learner"), "`credentialSubject` is `learner`, which is not an absolute address"),
            (
                json!([{"id": "urn:x:2"}, {"image": "/a.png", "narrative": ""}]),
                "`credentialSubject[1].image` is `/a.png`, which is not an absolute address",
            ),
            (
                json!({"id": "urn:x> <urn:y> \"z\" .\n<urn:x"}),
                "`credentialSubject.id` is `urn:x> <urn:y> \"z\" .\n<urn:x`, which is not an absolute address",
            ),
        ] {
            assert_eq!(refused(&about(subject)), expected);
        }
    }

    #[test]
    fn what_is_not_supported_is_refused_and_not_guessed() {
        for (subject, expected) in [
            (json!({"@reverse": {}}), "`credentialSubject.@reverse` is a feature of JSON-LD that is not supported"),
            (json!({"@list": []}), "`credentialSubject.@list` is a feature of JSON-LD that is not supported"),
            (json!({"@graph": []}), "`credentialSubject.@graph` is a feature of JSON-LD that is not supported"),
            (json!([["urn:x:2"]]), "`credentialSubject[0]` is an array within an array, which is not supported"),
            (json!({"id": ["urn:x:2"]}), "`credentialSubject.id` is not one name"),
            (json!({"id": "urn:x:2", "@id": "urn:x:3"}), "`credentialSubject.id` is not one name"),
            (json!({"type": [null]}), "`credentialSubject.type` holds a type that is not text"),
            (
                json!({"name": {"@value": "Ada", "@direction": "ltr"}}),
                "`credentialSubject.name.@direction` is a feature of JSON-LD that is not supported",
            ),
            (
                json!({"name": {"@value": "Ada", "@language": "EN"}}),
                "`credentialSubject.name.@language` is not a language tag in lower case",
            ),
        ] {
            assert_eq!(refused(&about(subject)), expected);
        }
        assert_eq!(refused(&json!([])), "the document is not an object");
        assert_eq!(refused(&json!({"@context": V2})), "the document says nothing that could be signed");
    }

    #[test]
    fn only_embedded_contexts_are_known_and_only_in_combinations_that_work() {
        let with = |context: Value| refused(&json!({"@context": context, "id": "urn:x:1", "type": "Image"}));
        let unknown = "https://www.w3.org/ns/credentials/undefined-terms/v2";
        assert_eq!(
            with(json!([V2, unknown])),
            format!("`@context` names `{unknown}`, a context that is not known here")
        );
        assert_eq!(
            with(json!([OB, {"Image": "urn:x:Image"}])),
            "`@context` holds a definition of its own: only published contexts are known here"
        );
        for old in ["context.json", "context-3.0.1.json"] {
            let old = format!("https://purl.imsglobal.org/spec/ob/v3p0/{old}");
            assert_eq!(
                with(json!([V2, old])),
                format!("`@context` names `{old}`, which here redefines the protected term `description`")
            );
        }
    }

    #[test]
    fn every_embedded_context_can_be_used_alone() {
        for context in embedded::EMBEDDED {
            let document = json!({"@context": context.url, "@id": "urn:x:1", "urn:x:says": true});
            assert_eq!(
                canonicalize(&document).unwrap(),
                "<urn:x:1> <urn:x:says> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .\n",
                "{}",
                context.url
            );
        }
    }

    #[test]
    fn null_says_nothing_and_an_empty_node_is_a_node() {
        assert_eq!(says(&about(json!(null))), "");
        assert_eq!(
            says(&about(json!({}))),
            "<urn:x:1> <https://www.w3.org/2018/credentials#credentialSubject> _:c14n0 .\n"
        );
    }

    #[test]
    fn a_node_of_a_type_keeps_its_words_to_itself() {
        // `salt` belongs to the identity, not to the subject around it; the subject's words do not reach the
        // identity either.
        let identity = json!({"type": "IdentityObject", "salt": "s", "achievement": "urn:x:2"});
        assert_eq!(
            refused(&about(json!({"type": "AchievementSubject", "identifier": identity}))),
            "`credentialSubject.identifier.achievement` is not defined by any context"
        );
        assert_eq!(
            refused(&about(json!({"type": "AchievementSubject", "salt": "s"}))),
            "`credentialSubject.salt` is not defined by any context"
        );
    }

    #[test]
    fn lists_keep_their_order_and_sets_do_not() {
        let result = json!({
            "@context": OB, "id": "urn:x:1", "type": "ResultDescription",
            "allowedValue": ["b", "a"],
        });
        assert!(canonicalize(&result).unwrap().contains("#first> \"b\""));
        let empty = json!({"@context": OB, "id": "urn:x:1", "type": "ResultDescription", "allowedValue": []});
        assert!(says(&empty).contains("#allowedValue> <http://www.w3.org/1999/02/22-rdf-syntax-ns#nil> ."));

        let tagged = |tags: Value| canonicalize(&json!({"@context": OB, "type": "Achievement", "tag": tags})).unwrap();
        assert_eq!(tagged(json!(["b", "a", "b"])), tagged(json!(["a", "b"])));
        assert_eq!(tagged(json!(["a"])), tagged(json!("a")));
    }

    #[test]
    fn values_can_say_themselves_what_they_are() {
        let named = |name: Value| says(&json!({"@context": V2, "id": "urn:x:1", "name": name}));
        let schema = "<urn:x:1> <https://schema.org/name>";
        assert_eq!(named(json!({"@value": "Ada", "@language": "en"})), format!("{schema} \"Ada\"@en .\n"));
        assert_eq!(named(json!({"@value": "1", "@type": "urn:x:t"})), format!("{schema} \"1\"^^<urn:x:t> .\n"));
        assert_eq!(named(json!("\u{1}\"\\\n\u{7f}é")), format!("{schema} \"\\u0001\\\"\\\\\\n\\u007Fé\" .\n"));

        let schema = json!({
            "@context": V2, "id": "urn:x:1", "type": "JsonSchema",
            "jsonSchema": {"b": [1.50, null], "a": "\""},
        });
        assert_eq!(
            says(&schema),
            "<urn:x:1> <https://www.w3.org/2018/credentials#jsonSchema> \"{\\\"a\\\":\\\"\\\\\\\"\\\",\\\"b\\\":[1.5,null]}\"\
             ^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> .\n"
        );
    }

    #[test]
    fn a_vocabulary_defines_every_word_and_compact_iris_are_expanded() {
        let document = json!({"@context": [V2, EXAMPLES], "id": "urn:x:1", "alumniOf": "X"});
        assert_eq!(
            canonicalize(&document).unwrap(),
            "<urn:x:1> <https://www.w3.org/ns/credentials/examples#alumniOf> \"X\" .\n"
        );
        let document = json!({
            "@context": "https://www.w3.org/2018/credentials/v1",
            "id": "urn:x:1", "type": "VerifiableCredential", "cred:x": "y", "holder": "cred:z",
        });
        assert_eq!(
            says(&document),
            "<urn:x:1> <https://www.w3.org/2018/credentials#holder> <https://www.w3.org/2018/credentials#z> .\n\
             <urn:x:1> <https://www.w3.org/2018/credentials#x> \"y\" .\n"
        );
    }

    #[test]
    fn nodes_that_look_alike_are_not_portable() {
        let alignment = |name: &str| json!({"type": "Alignment", "targetName": name});
        let with = |alignments: Value| {
            about(json!({
                "type": "AchievementSubject",
                "achievement": {"id": "urn:x:a", "type": "Achievement", "alignment": alignments},
            }))
        };
        assert!(canonicalize_portable(&with(json!([alignment("a"), alignment("b")]))).is_ok());
        let alike = with(json!([alignment("a"), alignment("b"), alignment("a")]));
        assert!(canonicalize(&alike).is_ok());
        assert_eq!(
            canonicalize_portable(&alike).unwrap_err().to_string(),
            "`credentialSubject.achievement.alignment[2]` cannot be told apart from \
             `credentialSubject.achievement.alignment[0]` by what it says: give each an `id`, or leave one out"
        );
    }

    #[test]
    fn what_is_written_differently_elsewhere_is_not_portable() {
        for (value, why) in [
            (json!(2.5), "is 2.5: only whole numbers below 2^53 are canonicalised alike everywhere"),
            (
                json!(1_u64 << 53),
                "is 9007199254740992: only whole numbers below 2^53 are canonicalised alike everywhere",
            ),
            (json!("a\u{ffff}"), "holds U+FFFE or U+FFFF, which are no characters"),
        ] {
            let document = about(json!({"type": "AchievementSubject", "creditsEarned": value}));
            assert!(canonicalize(&document).is_ok());
            let refusal = canonicalize_portable(&document).unwrap_err();
            assert_eq!((refusal.place.as_str(), refusal.why.as_str()), ("credentialSubject.creditsEarned", why));
        }
    }

    #[test]
    fn a_poison_graph_is_refused_soon() {
        // Ten nodes, each of which is related to all others.
        let name = |n: usize| format!("_:n{n}");
        let nodes: Vec<Value> = (0..10)
            .map(|n| {
                json!({"id": name(n), "issuer": (0..10).filter(|it| *it != n).map(name).collect::<Vec<_>>(),
                            "type": "VerifiableCredential"})
            })
            .collect();
        let poison = json!({"@context": V2, "id": "urn:x:1", "type": "VerifiableCredential", "evidence": nodes});
        assert_eq!(
            canonicalize(&poison).unwrap_err().to_string(),
            "the document holds too many nodes without an `id` that look alike to put them in an order"
        );
        assert!(canonicalize_portable(&poison).unwrap_err().why.starts_with("cannot be told apart"));
    }
}
