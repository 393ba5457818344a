//! `accolade init --update`: the difference first, and never over what somebody edited.

use super::common::GalleryTest;

const FORM: &str = "g/.github/ISSUE_TEMPLATE/badge-idea.yml";
const RECORD: &str = "g/.accolade/init.toml";

fn started() -> GalleryTest {
    let test = GalleryTest::empty();
    test.run("init g").exits(0);
    test
}

/// The digest of `text`, as the record has it.
fn digest(text: &str) -> String {
    use sha2::Digest;
    data_encoding::HEXLOWER.encode(&sha2::Sha256::digest(text))
}

/// A repository whose form an older version wrote.
fn old() -> GalleryTest {
    let test = started();
    let now = test.read(FORM);
    let older = now.replace("There should be a badge for this", "An idea");
    let record = test.read(RECORD).replace(&digest(&now), &digest(&older));
    assert_ne!(record, test.read(RECORD));
    test.bytes(FORM, older.as_bytes()).bytes(RECORD, record.as_bytes())
}

#[test]
fn what_nobody_touched_is_brought_up_to_date_after_the_difference_was_shown() {
    let test = old();
    let difference = "
        --- a/.github/ISSUE_TEMPLATE/badge-idea.yml
        +++ b/.github/ISSUE_TEMPLATE/badge-idea.yml
        @@ -1,5 +1,5 @@
         name: Badge idea
        -description: An idea
        +description: There should be a badge for this
         title: \"Badge: \"
         labels: [badge idea]
         body:
        ";
    test.run("init g --update")
        .says(difference)
        .complains("nothing was written: `accolade init --update --yes` writes what is shown above")
        .exits(0);
    assert!(test.read(FORM).contains("An idea"));
    test.run("init g --update --dry-run").says(difference).exits(0);
    assert!(test.read(FORM).contains("An idea"));

    test.run("init g --update --yes")
        .says(difference)
        .complains("wrote g/.github/ISSUE_TEMPLATE/badge-idea.yml")
        .exits(0);
    assert!(test.read(FORM).contains("There should be a badge for this"));
    test.run("init g --update --yes")
        .says("")
        .complains("nothing is to be done: forms and workflows are those of this version");
}

#[test]
fn what_somebody_edited_or_removed_stays_so() {
    let test = started();
    let edited = test.read(FORM).replace("Badge idea", "Idea");
    let test = test.bytes(FORM, edited.as_bytes()).without("g/.github/workflows/weekly.yml");
    test.run("init g --update --yes").says("").complains(
        "
        left as it is, as somebody edited it: .github/ISSUE_TEMPLATE/badge-idea.yml (--force writes this version's over it)
        left out, as somebody removed it: .github/workflows/weekly.yml (--force brings it back)
        nothing else is to be done: forms and workflows are those of this version
        ",
    );
    assert_eq!(test.read(FORM), edited);
    let said = test.run("init g --update --force --yes").exits(0).stdout();
    assert!(said.contains("-name: Idea\n+name: Badge idea\n") && said.contains("--- /dev/null\n"), "{said}");
    assert!(test.path("g/.github/workflows/weekly.yml").exists());
    assert!(test.read(FORM).contains("Badge idea"));
}

#[test]
fn a_repository_without_a_record_keeps_all_that_it_has() {
    let test = old().without(RECORD).without("g/.github/workflows/sign.yml");
    let ran = test.run("init g --update --yes").exits(0);
    assert!(ran.stdout().starts_with("--- /dev/null\n+++ b/.github/workflows/sign.yml\n"), "{}", ran.stdout());
    assert!(ran.stderr().contains("left as it is, as somebody edited it: .github/ISSUE_TEMPLATE/badge-idea.yml"));
    assert!(test.read(FORM).contains("An idea") && test.path("g/.github/workflows/sign.yml").exists());
    // What was as this version writes it is known from now on.
    assert!(test.read(RECORD).contains(".github/workflows/check.yml"));
}

/// Before there was a workflow for nominations, there was no line for it in the record.
#[test]
fn what_is_new_in_this_version_is_added() {
    let test = started();
    let record = test.read(RECORD);
    let kept: Vec<&str> = record.lines().filter(|it| !it.contains("nominate.yml")).collect();
    assert_eq!(kept.len() + 1, record.lines().count());
    let test = test.bytes(RECORD, (kept.join("\n") + "\n").as_bytes()).without("g/.github/workflows/nominate.yml");
    let ran = test.run("init g --update --yes").complains("wrote g/.github/workflows/nominate.yml").exits(0);
    assert!(ran.stdout().starts_with("--- /dev/null\n+++ b/.github/workflows/nominate.yml\n"), "{}", ran.stdout());
    assert_eq!(test.read(RECORD), record);
}

#[test]
fn what_is_the_communitys_own_is_never_touched() {
    let test = started().file("g/README.md", "# Ours").file("g/badges/first-badge.toml", "name = 'Ours'");
    test.run("init g --update --force --yes").exits(0);
    assert_eq!(test.read("g/README.md"), "# Ours\n");
    assert_eq!(test.read("g/badges/first-badge.toml"), "name = 'Ours'\n");
}

#[test]
fn scripts_get_the_differences() {
    let test = old();
    let said = test.run("init g --update --format json").succeeds().stdout();
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    let files = said["files"].as_array().unwrap();
    let form = files.iter().find(|it| it["path"] == ".github/ISSUE_TEMPLATE/badge-idea.yml").unwrap();
    assert_eq!((&form["state"], &form["written"]), (&"outdated".into(), &false.into()));
    assert!(form["diff"].as_str().unwrap().contains("-description: An idea\n"));
    test.run("init g --update --yes --format json").succeeds();
    assert!(test.read(FORM).contains("There should be a badge for this"));
}

#[test]
fn only_a_repository_is_brought_up_to_date() {
    GalleryTest::empty()
        .run("init --update")
        .fails_with("error: `.` holds no accolade.toml: `accolade init` starts a repository");
}
