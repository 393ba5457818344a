//! Parts that all awards have: made once, of a repository's own components as of ours.

use super::common::GalleryTest;

/// An award in a repository with these templates, and its page or what was said instead.
fn page(templates: &[(&str, &str)]) -> Result<String, String> {
    let test = GalleryTest::small_at_home();
    test.run("key new --no-passphrase --repo g").exits(0);
    let url = test.run("award soldering --repo g --url https://forge.example/@ada").exits(0).stdout();
    let id = url.trim().trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    let test = templates.iter().fold(test, |test, (name, text)| test.file(&format!("g/templates/{name}"), text));
    let built = test.run("build g");
    if test.path("g/public").exists() {
        return Ok(test.read(&format!("g/public/assertions/{id}/index.html")));
    }
    Err(built.exits(1).stderr())
}

const ROW: &str = "{% component check_row(check: map) -%}
<li class=\"ours\">{{ check.question }} = {{ check.outcome }}</li>
{%- endcomponent check_row %}";

#[test]
fn a_repository_may_write_parts_of_its_own() {
    let page = page(&[
        ("components/check_row.html", ROW),
        (
            "components/award_issuer.html",
            "{% component award_issuer(issuer: map, @id = '?') %}<p>By {{ issuer.name }} & co.: {{ id | length }}</p>{% endcomponent %}",
        ),
        (
            "components/site_header.html",
            "{% component site_header(page: map, site: map) %}<a href=\"{{ page.root }}index.html\">{{ page.kind }}</a>{% endcomponent %}",
        ),
        (
            "components/site_footer.html",
            "{% component site_footer(page: map, site: map) %}<b>{{ site.title }}, {{ page.title }}</b>{% endcomponent site_footer %}",
        ),
    ])
    .unwrap();
    for part in [
        "<li class=\"ours\">Issuer and key = passed</li>",
        // Of an award's own days, which no other has.
        "<li class=\"ours\">Dates = passed</li>",
        // The id of an award has twenty letters.
        "<p>By Hackerspace Gent & co.: 20</p>",
        "<a href=\"../../index.html\">assertion</a>",
        "<b>Test Gallery, Soldering, an award by Hackerspace Gent</b>",
    ] {
        assert_eq!(page.matches(part).count(), 1, "{part} in {page}");
    }
    assert!(!page.contains("class=\"check check--"), "{page}");
}

#[test]
fn a_part_that_cannot_be_made_is_told_of() {
    for (name, parameters, asked, field) in [
        ("check_row", "check: map", "check.result", "result"),
        ("award_issuer", "issuer: map", "issuer.street", "street"),
        ("site_footer", "page: map, site: map", "page.end", "end"),
    ] {
        let text = format!("{{% component {name}({parameters}) %}}\n{{{{ {asked} }}}}\n{{% endcomponent {name} %}}");
        let said = page(&[(&format!("components/{name}.html"), &text)]).unwrap_err();
        let start = format!(
            "error[bad-template]: field `{field}` is not defined\n --> templates/components/{name}.html:2:{}\n",
            asked.len() - field.len() + 4
        );
        assert!(said.starts_with(&start), "{start} begins {said}");
        assert_eq!(said.matches("error[").count(), 1, "{said}");
    }
}
