//! How long a gallery of N awards takes to build, and where the time goes.
//!
//! ```text
//! cargo bench --bench gallery                     # 1,000 and 10,000 awards: a page and two documents each
//! cargo bench --bench gallery -- 100000           # any sizes
//! cargo bench --bench gallery -- --full 1000      # with baked pictures, PNG and SVG, for each award
//! cargo bench --bench gallery -- --cards 1000     # with a card for link previews for each award
//! ```
//!
//! Every figure is a ratio to something measured in the same run, or is printed beside one: machines are noisy. The peer
//! is `cp -r` of the finished site, the least that any generator could do. `benches/hugo` compares with Hugo.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "what is measured is printed")]

mod generate;
mod measure;

use generate::Profile;
use std::{fs, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let mut sizes = Vec::new();
    let mut profile = Profile::default();
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--bench" => {}
            "--full" => profile.pictures = true,
            "--cards" => profile.cards = true,
            number => match number.replace('_', "").parse() {
                Ok(size) => sizes.push(size),
                Err(_) => {
                    eprintln!("usage: cargo bench --bench gallery -- [--full] [--cards] [AWARDS…]");
                    return ExitCode::from(2);
                }
            },
        }
    }
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gallery");
    let sites = folder.join("sites");
    let _ = fs::remove_dir_all(&sites);
    let mut earlier: Option<(usize, f64)> = None;
    for size in sizes {
        let repository = folder.join(format!("{size}-{}", profile.name()));
        generate::gallery(&repository, size, profile);
        let place = sites.join(size.to_string());
        fs::create_dir_all(&place).expect("the folder is ours");
        let each = measure::build(&repository, &place, size, profile);
        if let Some((before, each_before)) = earlier {
            println!("growth        time for each award against {before} awards: {:.2} ×", each / each_before);
        }
        earlier = Some((size, each));
        println!();
    }
    let _ = fs::remove_dir_all(&sites);
    ExitCode::SUCCESS
}
