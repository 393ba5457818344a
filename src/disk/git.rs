//! What git knows of a repository: what it was at a commit, what is staged, and since when files have been there.
//!
//! The program `git` is called, so that whatever a maintainer's git understands (worktrees, alternates, SHA-256) is
//! understood here. Nothing is fetched, no hook runs, and neither the work tree nor the index is changed.

use super::Error;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Output},
};

/// The git repository around a folder.
#[derive(Debug)]
pub struct Git {
    pub(super) root: PathBuf,
    /// Where the folder is below the top of the work tree: empty, or with a final `/`.
    prefix: String,
    /// The repository's own folder.
    folder: PathBuf,
}

/// A tree of files that was written out, and is removed when nobody needs it any more.
#[derive(Debug)]
pub struct WrittenTree {
    folder: PathBuf,
    prefix: String,
}

impl WrittenTree {
    /// The folder that stands for the one that was asked about.
    #[must_use]
    pub fn root(&self) -> PathBuf {
        self.folder.join("tree").join(&self.prefix)
    }
}

impl Drop for WrittenTree {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

impl Git {
    /// The repository around `root`.
    ///
    /// # Errors
    ///
    /// When there is none, or no git.
    pub fn around(root: &Path) -> Result<Self, Error> {
        let output = run(root, &["rev-parse", "--show-prefix", "--absolute-git-dir"], None)?;
        if !output.status.success() {
            return Err(Error::Refused(format!(
                "`{}` is not in a git repository (`git init` makes one), or git does not trust it: {}",
                root.display(),
                said(&output)
            )));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let mut lines = text.lines();
        let (prefix, folder) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        Ok(Self { root: root.to_owned(), prefix: prefix.to_owned(), folder: folder.into() })
    }

    /// Where the folder is below the top of the work tree: empty, or with a final `/`.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The id of the commit that `revision` names.
    ///
    /// # Errors
    ///
    /// When there is none: the sentence says what to do.
    pub fn commit(&self, revision: &str) -> Result<String, Error> {
        let wanted = format!("{revision}^{{commit}}");
        let output = run(&self.root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &wanted], None)?;
        if output.status.success() {
            return Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned());
        }
        Err(Error::Refused(match self.is_shallow()? {
            true => format!(
                "`{revision}` is not in this clone, which has only the latest commits: get the rest with \
                 `git fetch --unshallow` (in a workflow: `fetch-depth: 0`)"
            ),
            false => format!(
                "git knows no commit `{revision}`: `git log --oneline` lists them, and `git fetch` gets those of others"
            ),
        }))
    }

    /// Whether the files at these paths below the folder are as they were committed, and there are no others. Hidden ones
    /// do not count, but for `.well-known`.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn is_clean(&self, paths: &[&str]) -> Result<bool, Error> {
        let options = ["--untracked-files=all", "--ignored=matching", "--ignore-submodules=all", "--no-renames", "--"];
        let output = run(&self.root, &[&["status", "--porcelain", "-z"], &options[..], paths].concat(), None)?;
        if !output.status.success() {
            return Err(Error::Refused(format!("`git status` failed: {}", said(&output))));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        let hidden = |part: &str| part.starts_with('.') && part != ".well-known";
        // Two letters for what happened, a space, the path from the top of the work tree.
        let mut paths = text.split('\0').filter_map(|it| it.get(3..)?.strip_prefix(self.prefix.as_str()));
        Ok(paths.all(|path| path.split('/').any(hidden)))
    }

    /// The files below the folder that are in the index or could be: all but those that git ignores.
    ///
    /// # Errors
    ///
    /// When git fails, or there is no work tree.
    pub fn files(&self) -> Result<BTreeSet<String>, Error> {
        let output = run(&self.root, &["ls-files", "-z", "--cached", "--others", "--exclude-standard"], None)?;
        if !output.status.success() {
            return Err(Error::Refused(format!("`git ls-files` failed: {}", said(&output))));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect())
    }

    /// Whether the clone has only the latest commits.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub fn is_shallow(&self) -> Result<bool, Error> {
        let output = run(&self.root, &["rev-parse", "--is-shallow-repository"], None)?;
        Ok(output.stdout.starts_with(b"true"))
    }

    /// The files below the folder that differ between two commits.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn changed(&self, from: &str, to: &str) -> Result<BTreeSet<String>, Error> {
        let arguments = ["diff", "--name-only", "--no-renames", "--relative", "-z", from, to, "--"];
        let output = run(&self.root, &arguments, None)?;
        if !output.status.success() {
            return Err(Error::Refused(format!("`git diff` failed: {}", said(&output))));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect())
    }

    /// The files as they were at a commit.
    ///
    /// # Errors
    ///
    /// When git fails, or the disk.
    pub fn tree(&self, commit: &str) -> Result<WrittenTree, Error> {
        let tree = self.empty_tree("since")?;
        let index = tree.folder.join("index");
        self.must(&["read-tree", commit], Some(&index))?;
        self.write_out(&tree, Some(&index))?;
        Ok(tree)
    }

    /// The files as they are staged for the next commit.
    ///
    /// # Errors
    ///
    /// When git fails, or the disk.
    pub fn staged(&self) -> Result<WrittenTree, Error> {
        let tree = self.empty_tree("staged")?;
        self.write_out(&tree, None)?;
        Ok(tree)
    }

    fn empty_tree(&self, what: &str) -> Result<WrittenTree, Error> {
        let folder = self.folder.join(format!("accolade-{what}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let made = fs::create_dir_all(folder.join("tree").join(&self.prefix));
        made.map_err(|source| Error::Io { doing: "create", path: folder.clone(), source })?;
        Ok(WrittenTree { folder, prefix: self.prefix.clone() })
    }

    fn write_out(&self, tree: &WrittenTree, index: Option<&Path>) -> Result<(), Error> {
        let prefix = format!("--prefix={}/", tree.folder.join("tree").display());
        self.must(&["checkout-index", "--all", "--force", "--quiet", &prefix], index)
    }

    /// Since when each committed file below `folder` has been there, in seconds since 1970; `None` in a clone with the
    /// latest commits only, which does not know.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub fn came(&self, folder: &str) -> Result<Option<BTreeMap<String, i64>>, Error> {
        let mut came = BTreeMap::new();
        if self.is_shallow()? {
            return Ok(None);
        }
        let arguments =
            ["log", "--diff-filter=A", "--no-renames", "--relative", "--name-only", "-z", "--format=%x01%ct%x02", "--"];
        let output = run(&self.root, &[&arguments[..], &[folder]].concat(), None)?;
        // Newest first; what was taken out and put back has been there since the latest time.
        for commit in String::from_utf8_lossy(&output.stdout).split('\u{1}').skip(1) {
            let Some((at, paths)) = commit.split_once('\u{2}') else { continue };
            let Ok(at) = at.parse() else { continue };
            for path in paths.split('\0').map(str::trim).filter(|it| !it.is_empty()) {
                came.entry(path.to_owned()).or_insert(at);
            }
        }
        Ok(Some(came))
    }

    /// Where hooks are.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub fn hooks(&self) -> Result<PathBuf, Error> {
        let output = run(&self.root, &["rev-parse", "--git-path", "hooks"], None)?;
        Ok(self.root.join(String::from_utf8_lossy(&output.stdout).trim()))
    }

    /// The address of the repository on the web, where its remote `origin` has one.
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        let output = run(&self.root, &["remote", "get-url", "origin"], None).ok()?;
        let text = String::from_utf8_lossy(&output.stdout).trim().trim_end_matches('/').to_owned();
        let (host, path) = if let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("ssh://")) {
            rest.split_once('/')?
        } else if text.contains("://") {
            return None;
        } else {
            text.split_once(':')?
        };
        // `git@host`, or a name and a secret before the host, which nobody else should see.
        let host = host.rsplit('@').next()?.split(':').next()?;
        (host.contains('.') && !path.is_empty()).then(|| format!("https://{host}/{}", path.trim_end_matches(".git")))
    }

    fn must(&self, arguments: &[&str], index: Option<&Path>) -> Result<(), Error> {
        // An index lists files from the top of the work tree.
        let top: PathBuf = self.prefix.split('/').filter(|it| !it.is_empty()).map(|_| "..").collect();
        let output = run(&self.root.join(top), arguments, index)?;
        if output.status.success() {
            return Ok(());
        }
        Err(Error::Refused(format!("`git {}` failed: {}", arguments[0], said(&output))))
    }
}

/// Writes a hook that runs `text`, whose second line says who made it, unless there is somebody else's.
///
/// # Errors
///
/// When there is another one, or the disk fails.
pub fn write_hook(path: &Path, text: &str) -> Result<(), Error> {
    let is_ours = |it: &str| it.lines().nth(1) == text.lines().nth(1);
    if fs::read_to_string(path).is_ok_and(|it| !is_ours(&it)) {
        return Err(Error::Refused(format!(
            "`{}` exists already: add the line `accolade check --staged` to it",
            path.display()
        )));
    }
    let failed = |source: io::Error| Error::Io { doing: "write", path: path.to_owned(), source };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    fs::write(path, text).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).map_err(failed)?;
    }
    Ok(())
}

pub(super) fn run(folder: &Path, arguments: &[&str], index: Option<&Path>) -> Result<Output, Error> {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"]).args(arguments);
    command.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0");
    if let Some(index) = index {
        command.env("GIT_INDEX_FILE", index);
    }
    command.output().map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => {
            Error::Refused("git was not found: install it, or leave out what asks about earlier commits".to_owned())
        }
        _ => Error::Io { doing: "run", path: "git".into(), source },
    })
}

/// What git said, on one line.
pub(super) fn said(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines().next().unwrap_or("it gave no reason").trim_start_matches("fatal: ").to_owned()
}
