//! No single change of a signed document leaves it valid.

use crate::kit::{Known, NOW, award, signed, time};
use accolade::trust::{Verdict, judge};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SIGNED: LazyLock<Value> = LazyLock::new(|| signed(award()));
static WORLD: LazyLock<Known> = LazyLock::new(|| Known { ours: true, ..Known::guild() });

/// Every place of a document, as JSON pointers.
fn places(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| places(item, &format!("{here}/{n}"), all));
        }
        Value::Object(members) => {
            members.iter().for_each(|(name, member)| places(member, &format!("{here}/{name}"), all));
        }
        _ => {}
    }
}

/// Changes the value at `place` in one of the ways that its kind allows. `None` if that changes nothing.
fn change(document: &mut Value, place: &str, way: usize, letter: char, at: prop::sample::Index) -> Option<()> {
    let before = document.pointer(place)?.clone();
    let after = match (&before, way % 6) {
        (Value::String(text), 0..4) => {
            let mut letters: Vec<char> = text.chars().collect();
            let n = at.index(letters.len() + 1);
            match way % 6 {
                0 => letters.insert(n, letter),
                1 if n < letters.len() => drop(letters.remove(n)),
                2 if n < letters.len() => letters[n] = letter,
                _ => letters.reverse(),
            }
            Value::String(letters.into_iter().collect())
        }
        (Value::String(text), 4) => json!([text]),
        (Value::Number(number), _) => json!(number.as_u64()? + 1 + way as u64),
        (Value::Bool(it), _) => json!(!it),
        (Value::Array(items), 0..4) => {
            let mut items = items.clone();
            let n = at.index(items.len());
            match way % 6 {
                0 => items.push(items[n].clone()),
                1 => drop(items.remove(n)),
                2 => items.reverse(),
                _ => items.push(letter.to_string().into()),
            }
            Value::Array(items)
        }
        (Value::Object(members), 0..4) => {
            let mut members = members.clone();
            let name = members.keys().nth(at.index(members.len()))?.clone();
            match way % 6 {
                0 => drop(members.insert(letter.to_string(), "x".into())),
                1 => drop(members.remove(&name)),
                2 => drop(members.insert(name, Value::Null)),
                _ => {
                    let value = members.remove(&name)?;
                    members.insert(format!("{name}{letter}"), value);
                }
            }
            Value::Object(members)
        }
        (other, 4) => json!([other]),
        (_, _) => Value::Null,
    };
    *document.pointer_mut(place)? = after;
    (*document.pointer(place)? != before).then_some(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn no_single_change_is_valid(place: prop::sample::Index, way in 0usize..6, letter in "[a-zA-Z0-9 é@:/#]", at: prop::sample::Index) {
        let mut all = Vec::new();
        places(&SIGNED, "", &mut all);
        let place = &all[place.index(all.len())];
        let mut document = SIGNED.clone();
        let letter = letter.chars().next().unwrap_or('x');
        prop_assume!(change(&mut document, place, way, letter, at).is_some());
        let judgement = judge(&document, &*WORLD, time(NOW));
        prop_assert_ne!(&judgement.verdict, &Verdict::Valid, "{}: {}", place, document);
        // It is not only somehow worth less: it is recognised as changed.
        prop_assert_eq!(judgement.verdict.kind(), "invalid", "{}: {}", place, document);
    }
}

#[test]
fn what_is_changed_is_valid_as_it_was() {
    assert_eq!(judge(&SIGNED, &*WORLD, time(NOW)).verdict, Verdict::Valid);
}
