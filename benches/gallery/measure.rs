//! Measuring: the whole command from a cold start, then its parts, then a plain copy.

use crate::generate::Profile;
use accolade::{
    canon::{json, rdf},
    diagnostic::Diagnostics,
    pipeline::{self, Rendered},
    theme::Theme,
    time::Timestamp,
};
use rayon::prelude::*;
use std::{
    fs,
    hint::black_box,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

/// When every site is built.
const AT: &str = "2026-11-01T00:00:00Z";

/// What a command took: from start to end, and of all cores together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Took {
    wall: Duration,
    cpu: Duration,
}

/// Builds the gallery and prints what it took. Gives back the seconds for each award.
///
/// Rounds are interleaved, so that a busy moment hits everything, and medians are compared. Every site is a new folder:
/// what was removed a moment ago keeps a file system busy, as does what was written and is not on the disk yet. `place` is
/// for this run alone.
pub(crate) fn build(repository: &Path, place: &Path, awards: usize, profile: Profile) -> f64 {
    let rounds = if awards > 20_000 || profile.cards { 1 } else { 5 };
    let (mut cold, mut again, mut copied) = (Vec::new(), Vec::new(), Vec::new());
    let mut peak = 0;
    for round in 0..rounds {
        let site = place.join(format!("site-{round}"));
        let (took, seen) = command(repository, &site);
        cold.push(took);
        peak = peak.max(seen);
        copied.push(copying(&site, &place.join(format!("copy-{round}"))));
        again.push(command(repository, &site).0);
    }
    let [cold, again, copied] = [cold, again, copied].map(median);
    let (files, bytes) = extent(&place.join("site-0"));

    let each = cold.wall.as_secs_f64() / awards as f64;
    println!(
        "gallery of {awards} awards, {files} files, {:.1} MB ({:.1} KB an award), median of {rounds}",
        bytes as f64 / 1e6,
        bytes as f64 / 1e3 / awards as f64
    );
    let show = |name: &str, took: Took, more: String| {
        println!("{name:<12}  {:8.3} s   {:8.3} s of CPU   {more}", took.wall.as_secs_f64(), took.cpu.as_secs_f64());
    };
    show("build", cold, format!("{:.0} awards/s, peak {:.0} MB", 1.0 / each, peak as f64 / 1e3));
    show("again", again, format!("{} × a build (nothing changed)", ratio(again, cold)));
    show("cp -r", copied, format!("a build takes {} ×", ratio(cold, copied)));
    if !profile.cards {
        parts(repository, &place.join("site-parts"), awards);
    }
    each
}

fn median(mut times: Vec<Took>) -> Took {
    times.sort();
    times[times.len() / 2]
}

/// Of the whole time, and of the time on all cores: the latter hardly depends on what else the machine does.
fn ratio(a: Took, b: Took) -> String {
    let of = |part: fn(&Took) -> Duration| part(&a).as_secs_f64() / part(&b).as_secs_f64().max(0.001);
    format!("{:.2} (CPU {:.2})", of(|it| it.wall), of(|it| it.cpu))
}

/// Runs the real binary. Time, and the largest resident set seen, in KB.
fn command(repository: &Path, out: &Path) -> (Took, u64) {
    settle();
    let (start, before) = (Instant::now(), cpu_of_children());
    let mut child = Command::new(env!("CARGO_BIN_EXE_accolade"))
        .args(["build", "--at", AT])
        .arg(repository)
        .arg("--out")
        .arg(out)
        .stdout(std::process::Stdio::null())
        .spawn()
        .expect("the binary was built");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        let seen = fs::read_to_string(&status).unwrap_or_default();
        let line = seen.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        peak = line.and_then(|it| it.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(peak).max(peak);
        if let Some(exit) = child.try_wait().expect("our child") {
            assert!(exit.success(), "the build failed");
            return (Took { wall: start.elapsed(), cpu: cpu_of_children() - before }, peak);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

/// Waits until all that was written is on the disk. Where there is no such command, the next measurement is what it is.
fn settle() {
    let _ = Command::new("sync").status();
}

fn copying(from: &Path, to: &Path) -> Took {
    settle();
    let (start, before) = (Instant::now(), cpu_of_children());
    let done = Command::new("cp").arg("-r").arg(from).arg(to).status().expect("cp");
    assert!(done.success());
    Took { wall: start.elapsed(), cpu: cpu_of_children() - before }
}

/// What all processes that we waited for took, in hundredths of a second (`proc(5)`, fields 16 and 17). Nothing where
/// there is no such file.
fn cpu_of_children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(')').map_or("", |it| it.1);
    let ticks = after_name.split_whitespace().skip(13).take(2).filter_map(|it| it.parse::<u64>().ok()).sum::<u64>();
    Duration::from_millis(ticks * 10)
}

fn extent(folder: &Path) -> (usize, u64) {
    let files = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    files.fold((0, 0), |(n, sum), file| (n + 1, sum + file.metadata().map_or(0, |it| it.len())))
}

/// The stages one after another in this process, warm caches and all: where the time goes.
fn parts(repository: &Path, out: &Path, awards: usize) {
    let now: Timestamp = AT.parse().expect("a time");
    let mut problems = Diagnostics::default();
    let show = |name: &str, took: Duration| {
        println!(
            "  {name:<12}{:8.3} s   {:8.1} µs an award",
            took.as_secs_f64(),
            took.as_secs_f64() * 1e6 / awards as f64
        );
    };
    let start = Instant::now();
    let sources = pipeline::load(repository, &mut problems).expect("readable");
    show("read", start.elapsed());

    let start = Instant::now();
    let gallery = pipeline::check(&sources, &mut problems).expect("a good gallery");
    drop(sources);
    show("check", start.elapsed());

    let start = Instant::now();
    gallery.assertions.par_iter().for_each(|it| {
        let mut document = json::parse(&it.signed.bytes()).expect("JSON");
        document.as_object_mut().expect("an object").remove("proof");
        black_box(rdf::canonicalize_portable(&document).expect("portable"));
    });
    show("canonicalise", start.elapsed());

    let start = Instant::now();
    let theme = Theme::new(&gallery.site, &gallery.templates, &mut problems);
    show("templates", start.elapsed());

    let start = Instant::now();
    let verified = pipeline::verify(gallery, now, &mut problems);
    show("verify", start.elapsed());

    let start = Instant::now();
    let plan = pipeline::plan(&verified, theme.scripts(), &mut problems);
    show("plan", start.elapsed());

    let start = Instant::now();
    let site = pipeline::render(&plan, &theme).expect("rendered");
    (0..site.len()).into_par_iter().for_each(|file| {
        black_box(site.bytes(file).expect("rendered"));
    });
    show("render", start.elapsed());

    let start = Instant::now();
    pipeline::write(&site, out).expect("written");
    show("render+write", start.elapsed());
    assert_eq!(problems.errors(), 0);
}
