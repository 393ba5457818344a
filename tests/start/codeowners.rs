//! `accolade codeowners`: whom the host asks, made from the awarding rights.

use super::common::GalleryTest;

#[test]
fn a_change_of_the_rights_becomes_a_change_of_the_owners() {
    let test = GalleryTest::empty();
    test.run("init g --maintainer @grace").exits(0);
    test.run("codeowners --repo g --check").says("").complains("`.github/CODEOWNERS` is up to date").exits(0);
    let site = test.read("g/accolade.toml").replace("[\"@grace\"]", "[\"@guild/mentors\"]")
        + "\n[[team]]\nname = \"@guild/mentors\"\nmembers = [\"@kim\"]\n";
    let badge = test.read("g/badges/first-badge.toml") + "\n[awarding]\nby = [\"@linus\"]\n";
    let owners = format!("# ours\n/art/ @ada\n\n{}", test.read("g/.github/CODEOWNERS"));
    let test = test
        .bytes("g/accolade.toml", site.as_bytes())
        .bytes("g/badges/first-badge.toml", badge.as_bytes())
        .bytes("g/.github/CODEOWNERS", owners.as_bytes());
    test.run("codeowners --repo g --check")
        .fails_with("error: `.github/CODEOWNERS` is not what the awarding rights say: `accolade codeowners` writes it");
    test.run("codeowners --repo g").says(".github/CODEOWNERS").exits(0);
    assert_eq!(
        test.read("g/.github/CODEOWNERS"),
        "# ours\n/art/ @ada\n\n\
         # <accolade> made by `accolade codeowners` from [awarding]; what stands outside of these marks is yours\n\
         * @guild/mentors\n/badges/first-badge.* @linus\n/assertions/first-badge/ @linus\n\
         /nominations/ @guild/mentors @linus\n# </accolade>\n"
    );
    test.run("codeowners --repo g --check").exits(0);
}
