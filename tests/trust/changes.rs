//! No single change of a signed document leaves it valid.

use crate::kit::{GUILD, Known, LIST, NOW, award, signed, time};
use accolade::trust::{Verdict, did::Controller, judge, judge_list};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use rayon::prelude::*;
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

/// As many changes of each kind.
const CHANGES: u32 = 10_000;

/// The same changes every time, on all cores; one that fails is told with its number, from which it can be made again.
fn each_change(try_it: impl Fn(u32, &mut TestRunner) -> bool + Sync) {
    let mut done = 0;
    for first in (0..).step_by(500).take_while(|it| *it < CHANGES * 4) {
        let batch = (first..first + 500).into_par_iter().map(|number| {
            let mut seed = [0x5a; 32];
            seed[..4].copy_from_slice(&number.to_be_bytes());
            let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
            u32::from(try_it(number, &mut TestRunner::new_with_rng(ProptestConfig::default(), random)))
        });
        done += batch.sum::<u32>();
        // Some of what is drawn changes nothing.
        if done >= CHANGES {
            return;
        }
    }
    panic!("only {done} changes");
}

/// Draws a place among `places` and a way, and changes the value there. `None` if that changes nothing.
fn some_change(document: &mut Value, places: &[String], runner: &mut TestRunner) -> Option<String> {
    let letters = prop::char::ranges(vec!['a'..='z', 'A'..='Z', '0'..='9', '#'..='#', '/'..='/', 'é'..='é'].into());
    let drawn = (any::<prop::sample::Index>(), 0usize..6, letters, any::<prop::sample::Index>());
    let (place, way, letter, at) = drawn.new_tree(runner).unwrap().current();
    let place = &places[place.index(places.len())];
    change(document, place, way, letter, at)?;
    Some(place.clone())
}

#[test]
fn no_changed_credential_is_valid() {
    let mut all = Vec::new();
    places(&SIGNED, "", &mut all);
    each_change(|number, runner| {
        let mut document = SIGNED.clone();
        let Some(place) = some_change(&mut document, &all, runner) else { return false };
        // It is not only somehow worth less: it is recognised as changed.
        let verdict = judge(&document, &*WORLD, time(NOW)).verdict;
        assert_eq!(verdict.kind(), "invalid", "change {number}, at {place}: {document}");
        true
    });
}

#[test]
fn under_no_changed_status_list_is_a_credential_valid() {
    let list = WORLD.lists[LIST].clone();
    let mut all = Vec::new();
    places(&list, "", &mut all);
    each_change(|number, runner| {
        let mut list = list.clone();
        let Some(place) = some_change(&mut list, &all, runner) else { return false };
        let told = judge_list(&list, LIST, &*WORLD, time(NOW));
        assert!(told.is_err(), "change {number}, at {place}: {list}");
        // The credential itself says so too; that takes longer, so every tenth is asked.
        if number % 10 == 0 {
            let mut world = Known { ours: true, ..Known::guild() };
            world.lists.insert(LIST.to_owned(), list);
            let judgement = judge(&SIGNED, &world, time(NOW));
            assert_eq!(judgement.verdict.kind(), "unchecked", "change {number}, at {place}: {judgement:#?}");
        }
        true
    });
}

#[test]
fn under_no_changed_did_document_is_a_credential_valid() {
    let document = WORLD.controllers[GUILD].to_document();
    let mut all = Vec::new();
    places(&document, "", &mut all);
    // What a DID document says of its key: id, controller, purpose, the key itself. Its contexts say nothing here.
    all.retain(|it| !it.is_empty() && !it.starts_with("/@context"));
    each_change(|number, runner| {
        let mut changed = document.clone();
        let Some(place) = some_change(&mut changed, &all, runner) else { return false };
        // A further key, member or purpose takes nothing from the key that signed.
        if still_says_the_same(&document, &changed) {
            return false;
        }
        let mut world = Known { ours: true, ..Known::guild() };
        world.controllers.remove(GUILD);
        if let Ok(controller) = Controller::from_document(&changed, GUILD) {
            world.controllers.insert(GUILD.to_owned(), controller);
        }
        let judgement = judge(&SIGNED, &world, time(NOW));
        assert_ne!(judgement.verdict, Verdict::Valid, "change {number}, at {place}: {changed}");
        true
    });
}

/// Whether everything that `document` says stands in `changed` as well.
fn still_says_the_same(document: &Value, changed: &Value) -> bool {
    match (document, changed) {
        (Value::Object(before), Value::Object(after)) => before
            .iter()
            .filter(|(name, _)| *name != "@context")
            .all(|(name, value)| after.get(name).is_some_and(|it| still_says_the_same(value, it))),
        (Value::Array(before), Value::Array(after)) => {
            before.iter().all(|value| after.iter().any(|it| still_says_the_same(value, it)))
        }
        (before, after) => before == after,
    }
}

#[test]
fn what_is_changed_is_valid_as_it_was() {
    assert_eq!(judge(&SIGNED, &*WORLD, time(NOW)).verdict, Verdict::Valid);
}
