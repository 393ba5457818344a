//! The desk: one thread owns the site, and hands out its files.

use super::Notice;
use crate::{
    diagnostic::Diagnostics,
    pipeline::{BuildOptions, Rendered, with_site},
};
use std::{collections::HashMap, path::Path, sync::mpsc};

/// What can be asked of the desk.
enum Request {
    /// The content of a file of the site.
    File { path: String, reply: tokio::sync::oneshot::Sender<Answer> },
    /// The repository has changed.
    Changed,
}

/// What the desk answers.
#[derive(Debug)]
pub(super) enum Answer {
    /// The file's content.
    Found(Vec<u8>),
    /// There is no such file; what a static host sends instead.
    NotFound(Vec<u8>),
    /// There is no site yet, or the file could not be made: why.
    Unavailable(String),
}

/// The public's side of the desk.
#[derive(Clone)]
pub(super) struct Desk(mpsc::Sender<Request>);

/// The clerk's side of the desk.
pub(super) struct Requests(mpsc::Receiver<Request>);

pub(super) fn open() -> (Desk, Requests) {
    let (sender, receiver) = mpsc::channel();
    (Desk(sender), Requests(receiver))
}

impl Desk {
    /// Asks for the file at `path` below the site's root.
    pub(super) async fn file(&self, path: String) -> Answer {
        let (reply, answer) = tokio::sync::oneshot::channel();
        let closed = || Answer::Unavailable("the server is stopping".into());
        match self.0.send(Request::File { path, reply }) {
            Ok(()) => answer.await.unwrap_or_else(|_| closed()),
            Err(_) => closed(),
        }
    }

    /// Says that the repository has changed.
    pub(super) fn changed(&self) {
        // Nobody is at the desk only while the process ends.
        let _ = self.0.send(Request::Changed);
    }
}

/// Builds the site, answers until the repository changes, and begins again. Ends when nobody can ask any more.
pub(super) fn work(
    root: &Path,
    options: &dyn Fn() -> BuildOptions,
    requests: &Requests,
    tell: &(dyn Fn(&Notice<'_>) + Sync),
) {
    loop {
        let mut problems = Diagnostics::default();
        let outcome = with_site(root, &options(), &mut problems, |site, warnings| {
            tell(&Notice::Built(warnings, true));
            answer_until_changed(site, requests)
        });
        let open = match outcome {
            Ok(Some(open)) => open,
            Ok(None) => {
                tell(&Notice::Built(&problems, false));
                refuse_until_changed("the repository has errors: see the terminal", requests)
            }
            Err(error) => {
                tell(&Notice::Failed(&error));
                refuse_until_changed(&error.to_string(), requests)
            }
        };
        if !open {
            return;
        }
    }
}

/// Answers from `site`. True when the repository has changed, false when nobody can ask any more.
fn answer_until_changed(site: &dyn Rendered, requests: &Requests) -> bool {
    let files: HashMap<&str, usize> = (0..site.len()).map(|file| (site.path(file), file)).collect();
    for request in &requests.0 {
        let Request::File { path, reply } = request else {
            return true;
        };
        let answer = match files.get(path.as_str()).map(|file| site.bytes(*file)) {
            Some(Ok(bytes)) => Answer::Found(bytes.into_owned()),
            Some(Err(error)) => Answer::Unavailable(error.to_string()),
            None => match files.get("404.html").map(|file| site.bytes(*file)) {
                Some(Ok(bytes)) => Answer::NotFound(bytes.into_owned()),
                _ => Answer::NotFound(b"not found".to_vec()),
            },
        };
        // Whoever asked may have left.
        let _ = reply.send(answer);
    }
    false
}

fn refuse_until_changed(why: &str, requests: &Requests) -> bool {
    for request in &requests.0 {
        let Request::File { reply, .. } = request else {
            return true;
        };
        let _ = reply.send(Answer::Unavailable(why.to_owned()));
    }
    false
}
