//! `[theme]` of `accolade.toml`: what it changes, and what it says of mistakes.

use super::common::GalleryTest;

/// A repository whose `accolade.toml` ends with these lines, after the four of the site.
fn site(theme: &str) -> GalleryTest {
    let head = "title = 'Test Gallery'\nbase_url = 'https://badges.example/'\n\n";
    GalleryTest::small().file("accolade.toml", &format!("{head}{theme}"))
}

/// The style sheet of the built site, from what was added on, and its path.
fn style(test: &GalleryTest) -> (String, String) {
    let folder = std::fs::read_dir(test.path("public/assets")).unwrap();
    let names = folder.map(|it| it.unwrap().file_name().into_string().unwrap());
    let name = names.into_iter().find(|it| it.starts_with("style-")).unwrap();
    let css = test.read(&format!("public/assets/{name}"));
    (css.split_once("/* What accolade.toml says. */").map_or(String::new(), |it| it.1.to_owned()), name)
}

#[test]
fn one_colour_is_enough() {
    let test = site("[theme]\naccent = '#0b6e4f'\n");
    test.run("build").exits(0).complains("");
    let (changed, path) = style(&test);
    // On dark screens it is lighter, and what stands on it is dark.
    assert_eq!(
        changed,
        "\n:root {\n  --accent: light-dark(#0b6e4f, #83b5a5);\n  --on-accent: light-dark(#ffffff, #16171c);\n}\n\
         @supports not (color: light-dark(#000, #000)) {\n:root {--accent:#0b6e4f;--on-accent:#ffffff;}\n\
         @media screen and (prefers-color-scheme: dark) { :root {--accent:#83b5a5;--on-accent:#16171c;} }\n}\n"
    );
    let plain = site("");
    plain.run("build").exits(0);
    assert_ne!(style(&plain).1, path, "what changes has another name, so that no cache keeps the old one");
    assert!(test.read("public/index.html").contains(&format!("href=\"assets/{path}\"")));
}

#[test]
fn everything_can_be_said() {
    let pixel = include_bytes!("../pictures/award-phone.png");
    let test = site(
        "[theme]
accent = { light = '#7a1f3d', dark = '#f0a8c0' }
paper = { light = '#ffffff', dark = '#101014' }
radius = 4
logo = 'logo.svg'
icon = 'logo.svg'

[theme.fonts]
text = 'humanist'
headings = { family = 'Inter', file = 'fonts/inter.woff2', weight = '400 700' }

[theme.hero]
text = 'Come with something <broken>.'
picture = 'hero.png'
alt = 'A table'

[[theme.link]]
name = 'Imprint'
url = 'https://commons.example/imprint/'
",
    )
    .bytes("static/hero.png", pixel)
    .file(
        "static/logo.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 60 20'><path d='M0 0h60v20z'/></svg>",
    )
    .bytes("static/fonts/inter.woff2", b"wOF2");
    test.run("build").exits(0).complains("");
    let (changed, _) = style(&test);
    for rule in [
        "--accent: light-dark(#7a1f3d, #f0a8c0);",
        "--paper: light-dark(#ffffff, #101014);",
        "--radius: 4px;",
        "--sans: Seravek, ",
        "--display: \"Inter\", ",
    ] {
        assert!(changed.contains(rule), "{rule} in {changed}");
    }
    let home = test.read("public/index.html");
    for part in [
        "<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#101014\">",
        "<link rel=\"icon\" href=\"logo.svg\">",
        "<img class=\"bar__mark\" src=\"logo.svg\" alt=\"\" width=\"96\" height=\"32\">",
        "<p class=\"lead\" dir=\"auto\">Come with something &lt;broken&gt;.</p>",
        "<img class=\"hero__picture\" src=\"hero.png\" alt=\"A table\" width=",
        "<li><a href=\"https://commons.example/imprint/\" rel=\"noopener\">Imprint</a></li>",
    ] {
        assert!(home.contains(part), "{part} in {home}");
    }
}

#[test]
fn what_is_hard_to_read_is_told_with_a_colour_that_would_do() {
    site("[theme]\naccent = '#ffd54a'\nquiet = { light = '#5b5c68', dark = '#55565f' }\n").run("check").succeeds_with(
        "
        warning[low-contrast]: `accent` is hard to read on `paper` on light screens
         --> accolade.toml:5:10
          |
        5 | accent = '#ffd54a'
          |          ^^^^^^^^^ `#ffd54a` on `#faf8f4`: 1.3 to 1, and 4.5 is needed
        help: `#7d6824` would do

        warning[low-contrast]: `quiet` is hard to read on `paper` on dark screens
         --> accolade.toml:6:37
          |
        6 | quiet = { light = '#5b5c68', dark = '#55565f' }
          |                                     ^^^^^^^^^ `#55565f` on `#16171c`: 2.4 to 1, and 4.5 is needed
        help: `#86878d` would do
        ",
    );
}

#[test]
fn mistakes_are_told_where_they_stand() {
    site("[theme]\naccent = 'green'\nradius = '4cm'\nlogo = 'lgo.svg'\ncolour = '#000000'\nfonts = { text = 'comic' }\nhero = { picture = 'logo.svg' }\n")
        .file("static/logo.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9z'/></svg>")
        .run("check")
        .fails_with(
            "
            error[bad-value]: `green` is not a colour
             --> accolade.toml:5:10
              |
            5 | accent = 'green'
              |          ^^^^^^^
            help: write six hexadecimal digits, such as `#0b6e4f`

            error[bad-value]: `cm` is not a unit of length here
             --> accolade.toml:6:10
              |
            6 | radius = '4cm'
              |          ^^^^^
            help: write `0.4rem` or `6px`

            error[bad-value]: there is no file `static/lgo.svg`
             --> accolade.toml:7:8
              |
            7 | logo = 'lgo.svg'
              |        ^^^^^^^^^
            help: did you mean `logo.svg`?

            error[unknown-key]: `[theme]` has no key `colour`
             --> accolade.toml:8:1
              |
            8 | colour = '#000000'
              | ^^^^^^ not known here
            help: known keys: `accent`, `ink`, `quiet`, `paper`, `surface`, `sunken`, `line`, `radius`, `logo`, `icon`, `fonts`, `hero`, `link`

            error[bad-value]: `comic` is not a kind of font
             --> accolade.toml:9:18
              |
            9 | fonts = { text = 'comic' }
              |                  ^^^^^^^
            help: known: system, humanist, geometric, grotesque, rounded, old-style, transitional, slab; or `{ family = \"comic\", file = \"fonts/….woff2\" }` for a file of `static/`

            error[missing-alt]: nothing says what the picture shows
              --> accolade.toml:10:20
               |
            10 | hero = { picture = 'logo.svg' }
               |                    ^^^^^^^^^^
            help: add `alt = \"…\"`: a sentence for those who cannot see it
            ",
        );
}
