//! How long a gallery of N awards takes to build, and where the time goes.
//!
//! ```text
//! cargo bench --bench gallery                     # 1,000 and 10,000 awards, "documents"
//! cargo bench --bench gallery -- 100000           # any sizes
//! cargo bench --bench gallery -- --full 1000      # with baked pictures for each award
//! ```
//!
//! Every figure is a ratio to something measured in the same run, or is printed beside one: machines are noisy. The peer
//! is `cp -r` of the finished site, the least that any generator could do.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "what is measured is printed")]

mod generate;
mod measure;

use std::{path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let mut sizes = Vec::new();
    let mut pictures = "none";
    for argument in std::env::args().skip(1) {
        match argument.as_str() {
            "--bench" => {}
            "--full" => pictures = "both",
            number => match number.replace('_', "").parse() {
                Ok(size) => sizes.push(size),
                Err(_) => {
                    eprintln!("usage: cargo bench --bench gallery -- [--full] [AWARDS…]");
                    return ExitCode::from(2);
                }
            },
        }
    }
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000];
    }
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("gallery");
    let mut earlier: Option<(usize, f64)> = None;
    for size in sizes {
        let repository = folder.join(format!("{size}-{pictures}"));
        generate::gallery(&repository, size, pictures);
        let each = measure::build(&repository, size);
        if let Some((before, each_before)) = earlier {
            println!("growth        time for each award against {before} awards: {:.2} ×", each / each_before);
        }
        earlier = Some((size, each));
        println!();
    }
    ExitCode::SUCCESS
}
