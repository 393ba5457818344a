//! What git remembers: which commits touched a file, and what stood in it then.

use super::{
    Error, Git,
    git::{run, said},
};

/// A commit, as far as it matters to a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commit {
    /// Its id.
    pub id: String,
    /// Those before it.
    pub parents: Vec<String>,
    /// When it was made, in seconds since 1970.
    pub at: i64,
    /// Who wrote it: a name, never an address.
    pub author: String,
    /// Its first line.
    pub subject: String,
    /// The files that were asked about and that it touched: `A`dded, `M`odified, `D`eleted, and the path.
    pub files: Vec<(char, String)>,
}

impl Git {
    /// The commits that touched one of `paths` (pathspecs, below the folder), oldest first. `options` narrow them down.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn log(&self, options: &[&str], revision: &str, paths: &[&str]) -> Result<Vec<Commit>, Error> {
        let format = "--format=%x01%H%x02%P%x02%ct%x02%an%x02%s%x02";
        let fixed =
            ["log", "--reverse", "--topo-order", "--full-history", "--no-renames", "--relative", "--name-status"];
        let arguments = [&fixed[..], &["-z", format], options, &["--end-of-options", revision, "--"], paths].concat();
        self.commits(&arguments)
    }

    /// All files that a commit touched, held against its first parent.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn touched(&self, commit: &str) -> Result<Vec<(char, String)>, Error> {
        let format = "--format=%x01%H%x02%P%x02%ct%x02%an%x02%s%x02";
        let fixed = ["show", "--no-renames", "--relative", "--name-status", "-m", "--first-parent", "-z", format];
        let all = self.commits(&[&fixed[..], &["--end-of-options", commit, "--"]].concat())?;
        Ok(all.into_iter().flat_map(|it| it.files).collect())
    }

    fn commits(&self, arguments: &[&str]) -> Result<Vec<Commit>, Error> {
        let output = run(&self.root, arguments, None)?;
        if !output.status.success() {
            return Err(Error::Refused(format!("`git {}` failed: {}", arguments[0], said(&output))));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.split('\u{1}').skip(1).filter_map(read).collect())
    }

    /// The text of a file at a commit, if it was there and was text.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub fn text_at(&self, commit: &str, path: &str) -> Result<Option<String>, Error> {
        let output = run(&self.root, &["cat-file", "blob", &format!("{commit}:./{path}")], None)?;
        Ok(String::from_utf8(output.stdout).ok().filter(|_| output.status.success()))
    }

    /// The paths of the files below `folder` at a commit.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn files_at(&self, commit: &str, folder: &str) -> Result<Vec<String>, Error> {
        let output = run(&self.root, &["ls-tree", "-r", "-z", "--name-only", commit, "--", folder], None)?;
        if !output.status.success() {
            return Err(Error::Refused(format!("`git ls-tree` failed: {}", said(&output))));
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(text.split('\0').filter(|it| !it.is_empty()).map(str::to_owned).collect())
    }

    /// Whether `commit` is `later`, or came before it.
    ///
    /// # Errors
    ///
    /// When git cannot be run.
    pub fn is_before(&self, commit: &str, later: &str) -> Result<bool, Error> {
        Ok(run(&self.root, &["merge-base", "--is-ancestor", commit, later], None)?.status.success())
    }

    /// The merges on the main line that lead to `to` and are not in `from`, oldest first.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn merges(&self, from: &str, to: &str) -> Result<Vec<Commit>, Error> {
        self.log(&["--first-parent", "--merges"], &format!("{from}..{to}"), &[])
    }

    /// Whether `commit` is on the main line that leads to `to`.
    ///
    /// # Errors
    ///
    /// When git fails.
    pub fn is_on_main_line(&self, commit: &str, to: &str) -> Result<bool, Error> {
        let output = run(&self.root, &["rev-list", "--first-parent", to], None)?;
        Ok(String::from_utf8_lossy(&output.stdout).lines().any(|it| it == commit))
    }
}

/// One commit of a log: its head, then the files.
fn read(text: &str) -> Option<Commit> {
    let (head, files) = text.rsplit_once('\u{2}')?;
    let mut parts = head.splitn(5, '\u{2}');
    let (id, parents, at) = (parts.next()?, parts.next()?, parts.next()?);
    let (author, subject) = (parts.next()?, parts.next()?);
    let mut words = files.split('\0').map(|it| it.trim_matches('\n')).filter(|it| !it.is_empty());
    let mut touched = Vec::new();
    while let (Some(status), Some(path)) = (words.next(), words.next()) {
        touched.push((status.chars().next()?, path.to_owned()));
    }
    Some(Commit {
        id: id.to_owned(),
        parents: parents.split_whitespace().map(str::to_owned).collect(),
        at: at.parse().ok()?,
        author: author.to_owned(),
        subject: subject.to_owned(),
        files: touched,
    })
}
