//! The folder becomes equal to the site, all or nothing.

mod common;

use accolade::{
    disk::Error,
    pipeline::{Receipt, Rendered, write},
};
use common::GalleryTest;
use std::{
    borrow::Cow,
    collections::BTreeMap,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// A site in memory, and what happens when a file is asked for.
struct Site {
    files: Vec<(String, Vec<u8>)>,
    when_asked: fn(&str) -> Result<(), Error>,
}

impl Rendered for Site {
    fn len(&self) -> usize {
        self.files.len()
    }

    fn path(&self, file: usize) -> &str {
        &self.files[file].0
    }

    fn bytes(&self, file: usize) -> Result<Cow<'_, [u8]>, Error> {
        (self.when_asked)(&self.files[file].0)?;
        Ok(Cow::Borrowed(&self.files[file].1))
    }
}

fn site(files: &[(&str, &str)]) -> Site {
    let mark = ("build.json", r#"{"generator":"accolade 0.1.0"}"#);
    let files = [mark].iter().chain(files).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    Site { files, when_asked: |_| Ok(()) }
}

/// A site of `count` awards, in which everything says `edition`.
fn large(count: usize, edition: &str) -> Site {
    let mut site = site(&[("index.html", edition)]);
    for n in 0..count {
        site.files.push((format!("assertions/{n:05}/index.html"), format!("{edition} {n}\n").repeat(40).into_bytes()));
        site.files.push((format!("assertions/{n:05}/credential.json"), format!("{{\"n\":{n}}}").into_bytes()));
    }
    site
}

/// Everything below a folder: content by path, `None` for a folder.
fn tree(folder: &Path) -> BTreeMap<PathBuf, Option<Vec<u8>>> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .into_iter()
        .map(|entry| entry.expect("it can be listed"))
        .map(|entry| {
            let below = entry.path().strip_prefix(folder).expect("below").to_path_buf();
            (below, entry.file_type().is_file().then(|| fs::read(entry.path()).expect("it can be read")))
        })
        .collect()
}

/// An empty folder, and the output in it.
fn place() -> (TempDir, PathBuf) {
    let place = tempfile::tempdir().expect("a folder");
    let out = place.path().join("public");
    (place, out)
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("it can be listed")
        .map(|it| it.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn refusal(result: Result<Receipt, Error>) -> String {
    match result.expect_err("it is refused") {
        Error::Refused(sentence) => sentence,
        other => panic!("{other}"),
    }
}

#[test]
fn a_site_is_written_where_there_was_nothing_or_an_empty_folder() {
    for prepare in [|_: &Path| {}, |out: &Path| fs::create_dir(out).expect("a folder")] {
        let (place, out) = place();
        prepare(&out);
        let receipt = write(&site(&[("a/b/c.txt", "c"), ("a/d.txt", "d")]), &out).expect("it is written");
        assert_eq!(receipt, Receipt { written: 3, unchanged: 0, removed: Vec::new() });
        assert_eq!(fs::read(out.join("a/b/c.txt")).expect("it is there"), b"c");
        assert_eq!(names_in(place.path()), ["public"]);
    }
}

#[test]
fn folders_above_the_output_are_made() {
    let (place, _) = place();
    write(&site(&[]), &place.path().join("x/y/z")).expect("it is written");
    assert!(place.path().join("x/y/z/build.json").exists());
}

#[test]
#[cfg(unix)]
fn an_unchanged_site_touches_no_file() {
    use std::os::unix::fs::MetadataExt as _;
    let (place, out) = place();
    write(&large(50, "first"), &out).expect("it is written");
    let state = || -> Vec<_> {
        walkdir::WalkDir::new(&out)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| {
                let about = entry.expect("an entry").metadata().expect("about it");
                (about.ino(), about.mtime(), about.mtime_nsec(), about.ctime(), about.ctime_nsec())
            })
            .collect()
    };
    let before = state();
    let receipt = write(&large(50, "first"), &out).expect("it is written");
    assert_eq!(receipt, Receipt { written: 0, unchanged: 102, removed: Vec::new() });
    assert_eq!(state(), before);
    assert_eq!(names_in(place.path()), ["public"]);
}

#[test]
#[cfg(unix)]
fn only_what_differs_is_written_and_what_is_too_much_goes() {
    use std::os::unix::fs::MetadataExt as _;
    let (place, out) = place();
    write(&site(&[("same.txt", "same"), ("other.txt", "old"), ("old/gone.txt", "gone")]), &out).expect("it is written");
    fs::write(out.join("stray.txt"), "by hand").expect("a stray");
    fs::create_dir(out.join("empty")).expect("a stray folder");
    std::os::unix::fs::symlink("/etc", out.join("link")).expect("a stray link");
    let inode = || fs::metadata(out.join("same.txt")).expect("about it").ino();
    let before = inode();

    let next = site(&[("same.txt", "same"), ("other.txt", "new"), ("new.txt", "new")]);
    let receipt = write(&next, &out).expect("it is written");
    assert_eq!(
        receipt,
        Receipt {
            written: 2,
            unchanged: 2,
            removed: ["link", "old/gone.txt", "stray.txt"].map(str::to_owned).to_vec()
        }
    );
    assert_eq!(inode(), before, "a file that stays is the same file");
    assert_eq!(names_in(&out), ["build.json", "new.txt", "other.txt", "same.txt"]);
    assert_eq!(fs::read(out.join("other.txt")).expect("it is there"), b"new");
    assert_eq!(names_in(place.path()), ["public"]);
    assert!(Path::new("/etc").exists());
}

#[test]
fn a_file_may_become_a_folder_and_the_other_way_round() {
    let (_place, out) = place();
    write(&site(&[("a", "file"), ("b/c", "file")]), &out).expect("it is written");
    write(&site(&[("a/x", "file"), ("b", "file")]), &out).expect("it is written");
    assert_eq!(fs::read(out.join("a/x")).expect("it is there"), b"file");
    assert_eq!(fs::read(out.join("b")).expect("it is there"), b"file");
}

#[test]
fn a_folder_that_no_build_made_is_never_replaced() {
    for (file, content, says) in [
        ("thesis.txt", "years of work", "is not empty, and not a folder that a build made"),
        ("build.json", r#"{"generator":"somebody else 2.0"}"#, "is not empty, and not a folder that a build made"),
        ("build.json", "not JSON", "is not empty, and not a folder that a build made"),
        (".git/HEAD", "ref: refs/heads/main", "holds `.git`, so somebody works in it"),
        ("accolade.toml", "title = 'x'", "holds `accolade.toml`, so somebody works in it"),
    ] {
        let (place, out) = place();
        let path = out.join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, content).expect("a file");
        let refusal = refusal(write(&site(&[]), &out));
        assert!(refusal.contains(says), "{file}: {refusal}");
        assert_eq!(fs::read_to_string(&path).expect("it is still there"), content);
        assert_eq!(names_in(place.path()), ["public"]);
    }
}

#[test]
fn a_repository_inside_of_an_old_site_is_not_removed() {
    let (place, out) = place();
    write(&site(&[]), &out).expect("it is written");
    fs::create_dir_all(out.join("deep/.git")).expect("a repository");
    assert!(refusal(write(&site(&[("new", "new")]), &out)).contains("somebody works in it"));
    assert!(out.join("deep/.git").exists() && !out.join("new").exists());
    assert_eq!(names_in(place.path()), ["public"]);
}

#[test]
fn files_and_links_are_no_folders() {
    let (place, out) = place();
    fs::write(&out, "a file").expect("a file");
    assert!(refusal(write(&site(&[]), &out)).contains("is a file; name a folder"));
    #[cfg(unix)]
    {
        let link = place.path().join("link");
        fs::create_dir(place.path().join("real")).expect("a folder");
        std::os::unix::fs::symlink("real", &link).expect("a link");
        assert!(refusal(write(&site(&[]), &link)).contains("is a link"));
        assert!(refusal(write(&site(&[]), &place.path().join("link/"))).contains("is a link"));
    }
    drop(place);
}

#[test]
fn paths_lead_below_the_root_and_are_told_apart() {
    for (paths, says) in [
        (&["../x"][..], "cannot be the path of a file"),
        (&["/etc/passwd"], "cannot be the path of a file"),
        (&["a//b"], "cannot be the path of a file"),
        (&["a/./b"], "cannot be the path of a file"),
        (&["a/"], "cannot be the path of a file"),
        (&[""], "cannot be the path of a file"),
        (&["a\0b"], "cannot be the path of a file"),
        (&["..\\x"], "cannot be the path of a file"),
        (&["x", "x"], "two files of the site are called `x`"),
        (&["x/y/z", "x/y"], "`x/y` would be a file and a folder"),
        (&["static/Logo.svg", "static/logo.svg"], "`static/Logo.svg` and `static/logo.svg` differ in capitals only"),
        (&["LOGO", "Logo"], "`LOGO` and `Logo` differ in capitals only"),
    ] {
        let (place, out) = place();
        let files: Vec<(&str, &str)> = paths.iter().map(|path| (*path, "")).collect();
        let refusal = refusal(write(&site(&files), &out));
        assert!(refusal.contains(says), "{paths:?}: {refusal}");
        assert!(names_in(place.path()).is_empty(), "{paths:?}");
    }
}

#[test]
fn a_file_that_cannot_be_rendered_leaves_everything_as_it_was() {
    let (place, out) = place();
    write(&large(30, "first"), &out).expect("it is written");
    let before = tree(&out);
    let mut second = large(30, "second");
    second.when_asked = |path| match path {
        "assertions/00020/index.html" => Err(Error::Refused("no template".into())),
        _ => Ok(()),
    };
    assert_eq!(refusal(write(&second, &out)), "no template");
    assert!(tree(&out) == before);

    second.when_asked = |path| {
        assert!(path != "assertions/00020/index.html", "a mistake of ours");
        Ok(())
    };
    assert!(catch_unwind(AssertUnwindSafe(|| write(&second, &out))).is_err());
    assert!(tree(&out) == before);
    assert_eq!(names_in(place.path()), ["public"]);

    let fresh = place.path().join("fresh");
    assert!(catch_unwind(AssertUnwindSafe(|| write(&second, &fresh))).is_err());
    assert_eq!(names_in(place.path()), ["public"]);
}

#[test]
fn any_number_of_threads_writes_the_same() {
    let trees: Vec<_> = [1, 8]
        .into_iter()
        .map(|threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
            let (_place, out) = place();
            pool.install(|| {
                write(&large(100, "first"), &out).expect("it is written");
                write(&large(90, "second"), &out).expect("it is written");
            });
            tree(&out)
        })
        .collect();
    assert!(trees[0] == trees[1]);
}

/// Where the child of a test writes to.
const OUT: &str = "WRITE_SITE_TEST_OUT";

/// Runs a test of this file in a process of its own, behind `shell` if that is not empty.
fn child(test: &str, out: &Path, shell: &str) -> Command {
    let me = std::env::current_exe().expect("this test has a file");
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{shell} exec \"$0\" --exact {test} --ignored --nocapture")).arg(me);
    command.env(OUT, out).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
#[ignore = "the child of the test below, which kills it"]
fn child_that_never_ends() {
    let Some(out) = std::env::var_os(OUT) else { return };
    let mut second = large(200, "second");
    second.when_asked = |path| {
        if path == "assertions/00150/index.html" {
            std::thread::sleep(Duration::from_secs(600));
        }
        Ok(())
    };
    let _ = write(&second, Path::new(&out));
}

#[test]
#[cfg(target_os = "linux")]
fn a_build_that_is_killed_leaves_the_old_site_whole() {
    let (place, out) = place();
    write(&large(200, "first"), &out).expect("it is written");
    let before = tree(&out);
    let mut builder = child("child_that_never_ends", &out, "").spawn().expect("it starts");
    // Well into the work: some files of the new site are there.
    let started = Instant::now();
    let new_files = || {
        let new = names_in(place.path()).into_iter().find(|it| it.contains("accolade-new"));
        new.map_or(0, |new| walkdir::WalkDir::new(place.path().join(new)).into_iter().count())
    };
    while new_files() < 20 {
        assert!(started.elapsed() < Duration::from_secs(60), "it writes nothing");
        std::thread::sleep(Duration::from_millis(5));
    }
    // A build that is alive is not in the way, and nobody takes its folder.
    write(&large(200, "first"), &out).expect("it is written");
    assert_eq!(names_in(place.path()).len(), 2);

    builder.kill().expect("it can be killed");
    builder.wait().expect("it ends");
    assert!(tree(&out) == before);
    assert_eq!(names_in(place.path()).len(), 2, "what it began is still there");
    let git = |arguments: &[&str]| Command::new("git").args(arguments).current_dir(place.path()).output().expect("git");
    git(&["init", "--quiet"]);
    let seen = String::from_utf8(git(&["status", "--porcelain"]).stdout).expect("text");
    assert_eq!(seen, "?? public/\n", "and git does not see it");
    fs::remove_dir_all(place.path().join(".git")).expect("it is removed");
    write(&large(200, "second"), &out).expect("it is written");
    assert_eq!(names_in(place.path()), ["public"]);
    assert_eq!(fs::read(out.join("index.html")).expect("it is there"), b"second");
}

#[test]
fn a_site_that_was_moved_aside_by_a_killed_build_comes_back() {
    let (place, out) = place();
    write(&large(5, "first"), &out).expect("it is written");
    let before = tree(&out);
    fs::rename(&out, place.path().join(".public.accolade-old-1")).expect("as after a crash between two renames");
    let mut second = large(5, "second");
    second.when_asked = |_| Err(Error::Refused("no template".into()));
    assert_eq!(refusal(write(&second, &out)), "no template");
    assert!(tree(&out) == before);
    assert_eq!(names_in(place.path()), ["public"]);
}

#[test]
#[ignore = "the child of the test below, which limits its files"]
fn child_whose_disk_is_full() {
    let Some(out) = std::env::var_os(OUT) else { return };
    let mut second = large(10, "second");
    second.files.push(("large.bin".into(), vec![7; 1 << 20]));
    let error = write(&second, Path::new(&out)).expect_err("the file is too large");
    assert_eq!(error.to_string(), format!("failed to write `{}/large.bin`", Path::new(&out).display()));
    assert!(std::error::Error::source(&error).is_some());
    std::process::exit(42);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_leaves_everything_as_it_was() {
    let (place, out) = place();
    let out = fs::canonicalize(place.path()).expect("a folder").join(out.file_name().expect("a name"));
    write(&large(10, "first"), &out).expect("it is written");
    let before = tree(&out);
    // No file may grow beyond 64 KiB, which fails a write as a full disk does.
    let status = child("child_whose_disk_is_full", &out, "trap '' XFSZ; ulimit -f 64 || exit 1;").status();
    assert_eq!(status.expect("it runs").code(), Some(42));
    assert!(tree(&out) == before);
    assert_eq!(names_in(place.path()), ["public"]);
}

#[test]
fn no_site_is_written_into_what_the_next_build_reads() {
    let test = GalleryTest::small().file("static/robots.css", "");
    let refused = |out: &str, folder: &str| {
        format!(
            "error: `{out}` cannot be the output: what lies in `{folder}` is read and becomes a part of the site; name \
             another folder, such as `public`"
        )
    };
    let before = tree(&test.path("."));
    for (out, folder) in [
        ("static/site", "static"),
        ("static", "static"),
        ("./new/../static/a/b", "static"),
        // Folders that are not there yet.
        ("pages/site", "pages"),
        ("assertions", "assertions"),
    ] {
        for command in ["build --out", "build --dry-run --out", "check --preview"] {
            test.run(&format!("{command} {out}")).fails_with(&refused(out, folder));
        }
        assert_eq!(tree(&test.path(".")), before);
    }
    // Neither by its whole path, nor by a link, nor from a folder below.
    let whole = test.path("static/site").display().to_string();
    test.run_with(&["build", "--out", &whole]).fails_with(&refused(&whole, "static"));
    test.run_in("badges", &[], &["build", "--out", "site"]).fails_with(&refused("site", "badges"));
    #[cfg(unix)]
    {
        let test = test.symlink("files", "static");
        test.run("build --out files/site").fails_with(&refused("files/site", "static"));
        test.run("build --out statics").exits(0);
    }
}
