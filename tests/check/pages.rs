//! `pages/`, `static/` and `templates/`.

use super::common::GalleryTest;

#[test]
fn a_page_has_a_title_and_an_address_of_its_own() {
    GalleryTest::small()
        .file("pages/about.md", "# About us\n\nWe make things.")
        .file("pages/untitled.md", "\nWe make things.")
        .file("pages/badges.md", "# Badges")
        .file("pages/FAQ.md", "# Questions")
        .file("pages/wild.md", "# Wild\n\n<script>alert(1)</script>\n\nText.")
        .run("check")
        .fails_with("
            error[bad-name]: `FAQ` cannot be part of an address: use lower-case letters, digits and single hyphens, at most 64
             --> pages/FAQ.md
            help: rename the file, for instance to `faq`

            error[bad-name]: the site has pages of its own under `badges/`
             --> pages/badges.md
            help: give the page another name

            error[missing-key]: the page has no title
             --> pages/untitled.md:1:1
              |
            1 | We make things.
              | ^ the file begins here
            help: begin it with a line `# Title`

            warning[stripped-markup]: HTML is taken out of Markdown
             --> pages/wild.md:3:1
              |
            3 | <script>alert(1)</script>
              | ^^^^^^^^^^^^^^^^^^^^^^^^^ not shown
            help: write it in Markdown
            ");
}

#[test]
fn files_that_differ_in_capital_letters_only_are_refused() {
    GalleryTest::small().file("static/Logo.png", "a").file("static/logo.png", "b").run("check").fails_with(
        "
            error[bad-name]: `static/Logo.png` differs in capital letters only
             --> static/logo.png
            help: rename one of them
            ",
    );
}
