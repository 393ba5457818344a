//! The browser's canonical JSON beside ours: the same bytes for 100,000 documents. Needs Node.

use accolade::canon::jcs;
use proptest::{collection::vec, prelude::*, strategy::ValueTree, test_runner::TestRunner};
use serde_json::Value;
use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
};

const DOCUMENTS: usize = 100_000;

/// Text as people write it, and as they do not: controls, quotes, surrogate pairs, names that engines treat apart.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{0,8}",
        "\\PC{0,8}",
        "[\"\\\\/\n\t\r\u{8}\u{c}\u{0}\u{1f}\u{7f}\u{2028}\u{fb33}\u{ffff}é漢🏅]{0,6}",
        "[0-9]{1,3}",
        Just("__proto__".to_owned()),
        Just("constructor".to_owned()),
    ]
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1000i64..1000).prop_map(Value::from),
        any::<f64>().prop_filter("finite", |it| it.is_finite()).prop_map(Value::from),
        (-1e30..1e30f64).prop_map(Value::from),
        (-10.0..10.0f64).prop_map(|it| Value::from((it * 1000.0).round() / 1000.0)),
    ]
}

fn document() -> impl Strategy<Value = Value> {
    let leaf =
        prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), number(), text().prop_map(Value::from)];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((text(), inner), 0..5).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

#[test]
fn the_browser_writes_the_same_canonical_json() {
    let mut runner = TestRunner::default();
    let documents: Vec<Value> =
        (0..DOCUMENTS).map(|_| document().new_tree(&mut runner).expect("a document can be made").current()).collect();

    let mut node = Command::new("node")
        .arg("tests/browser/canonicalize.js")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("node 20 or newer runs the browser's code");
    let mut input = node.stdin.take().expect("it was asked for");
    let lines: Vec<String> = documents.iter().map(Value::to_string).collect();
    let writer = thread::spawn(move || lines.iter().try_for_each(|line| writeln!(input, "{line}")));
    let output = node.wait_with_output().expect("node ends");
    writer.join().expect("the writer ends").expect("node reads everything");
    assert!(output.status.success());

    let theirs = String::from_utf8(output.stdout).expect("canonical JSON is UTF-8");
    assert_eq!(theirs.lines().count(), DOCUMENTS);
    for (theirs, document) in theirs.split('\n').zip(&documents) {
        assert_eq!(theirs, jcs::canonicalize(document), "{document}");
    }
}
