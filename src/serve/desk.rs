//! The desk: files of the site are asked for here, and come from the latest site that could be built.
//!
//! Each build has a thread of its own, the *clerk*, which owns its site and answers until a later build has succeeded. So
//! nobody waits for a build, and a mistake in the repository leaves the site that was there.

use super::{
    Notice,
    live::{Change, State},
};
use crate::{
    diagnostic::Diagnostics,
    pipeline::{BuildOptions, Memory, Rendered, with_site_again},
};
use std::{
    collections::{BTreeSet, HashMap},
    path::Path,
    sync::{Mutex, PoisonError, mpsc},
    thread::Scope,
};
use tokio::sync::{oneshot, watch};

/// What happens at the desk.
enum Event {
    /// Somebody asks for a file.
    Asked(Question),
    /// These paths of the repository have changed; none, if it is not known which.
    Changed(BTreeSet<String>),
    /// A clerk has built a site, and answers from now on.
    Built(mpsc::Sender<Question>, Box<State>),
    /// A clerk could not build one.
    Failed(Box<State>),
}

/// A request for the content of a file.
struct Question {
    path: String,
    reply: oneshot::Sender<Answer>,
}

/// What the desk answers.
#[derive(Debug)]
pub(super) enum Answer {
    /// The file's content.
    Found(Vec<u8>),
    /// There is no such file; what a static host sends instead.
    NotFound(Vec<u8>),
    /// The file could not be made, or there is no site yet: why.
    Unavailable(String),
}

/// The public's side of the desk.
#[derive(Clone)]
pub(super) struct Desk {
    events: mpsc::Sender<Event>,
    states: watch::Receiver<State>,
}

/// The inner side of the desk.
pub(super) struct Inside {
    sender: mpsc::Sender<Event>,
    events: mpsc::Receiver<Event>,
    states: watch::Sender<State>,
}

pub(super) fn open() -> (Desk, Inside) {
    let (sender, events) = mpsc::channel();
    let (states, seen) = watch::channel(State::default());
    (Desk { events: sender.clone(), states: seen }, Inside { sender, events, states })
}

impl Desk {
    /// Asks for the file at `path` below the site's root.
    pub(super) async fn file(&self, path: String) -> Answer {
        let (reply, answer) = oneshot::channel();
        let closed = || Answer::Unavailable("the server is stopping".into());
        match self.events.send(Event::Asked(Question { path, reply })) {
            Ok(()) => answer.await.unwrap_or_else(|_| closed()),
            Err(_) => closed(),
        }
    }

    /// Says that the repository has changed, at these paths, if they are known.
    pub(super) fn changed(&self, paths: BTreeSet<String>) {
        // Nobody is at the desk only while the process ends.
        let _ = self.events.send(Event::Changed(paths));
    }

    /// How things stand.
    pub(super) fn states(&self) -> watch::Receiver<State> {
        self.states.clone()
    }
}

/// What the clerks share.
pub(super) struct Office<'env> {
    /// The repository.
    pub(super) root: &'env Path,
    /// What each build is to be like.
    pub(super) options: Box<dyn Fn() -> BuildOptions + Send + Sync + 'env>,
    /// Tells the person who started the server.
    pub(super) tell: &'env (dyn Fn(&Notice<'_>) + Sync),
    /// What the build before has found out.
    pub(super) memory: Mutex<Memory>,
}

/// Builds the site, hands questions to its clerk, and builds again after a change. Never ends by itself.
pub(super) fn work<'scope, 'env>(office: &'scope Office<'env>, inside: Inside, scope: &'scope Scope<'scope, 'env>) {
    let Inside { sender, events, states } = inside;
    let build = |change: Change, state: State| {
        let sender = sender.clone();
        scope.spawn(move || clerk(office, change, &state, &sender));
    };
    let mut current: Option<mpsc::Sender<Question>> = None;
    let mut waiting: Vec<Question> = Vec::new();
    let mut building = true;
    let mut changed: Option<Change> = None;
    build(Change::Page, State::default());

    for event in events {
        match event {
            Event::Asked(question) => match &current {
                // A clerk leaves only when another one has come.
                Some(clerk) => drop(clerk.send(question)),
                None if building => waiting.push(question),
                None => {
                    let why = format!("there is no site yet\n\n{}", states.borrow().problems);
                    let _ = question.reply.send(Answer::Unavailable(why));
                }
            },
            Event::Changed(paths) => {
                let style = !paths.is_empty() && paths.iter().all(|it| it.ends_with(".css"));
                office.memory.lock().unwrap_or_else(PoisonError::into_inner).forget(&paths);
                let change = if style && changed != Some(Change::Page) { Change::Style } else { Change::Page };
                changed = Some(change);
            }
            Event::Built(clerk, state) => {
                for question in waiting.drain(..) {
                    let _ = clerk.send(question);
                }
                current = Some(clerk);
                building = false;
                states.send_replace(*state);
            }
            Event::Failed(state) => {
                for question in waiting.drain(..) {
                    let why = format!("there is no site yet\n\n{}", state.problems);
                    let _ = question.reply.send(Answer::Unavailable(why));
                }
                building = false;
                states.send_replace(*state);
            }
        }
        if !building && let Some(change) = changed.take() {
            building = true;
            // A page that could not be built is owed to whoever waits for it.
            let owed = states.borrow().fatal;
            build(if owed { Change::Page } else { change }, states.borrow().clone());
        }
    }
}

/// Builds one site, and answers for it until another clerk takes over.
fn clerk(office: &Office<'_>, change: Change, before: &State, events: &mpsc::Sender<Event>) {
    let mut problems = Diagnostics::default();
    let outcome = with_site_again(office.root, &(office.options)(), &office.memory, &mut problems, |site, warnings| {
        (office.tell)(&Notice::Built(warnings, true));
        let (questions, asked) = mpsc::channel();
        let _ = events.send(Event::Built(questions, Box::new(before.after(change, warnings))));
        answer(site, &asked);
    });
    match outcome {
        Ok(Some(())) => {}
        Ok(None) => {
            (office.tell)(&Notice::Built(&problems, false));
            let _ = events.send(Event::Failed(Box::new(before.after(Change::Nothing, &problems))));
        }
        Err(error) => {
            (office.tell)(&Notice::Failed(&error));
            let _ = events.send(Event::Failed(Box::new(before.failed(error.to_string()))));
        }
    }
}

/// Answers from `site` while questions can come.
fn answer(site: &dyn Rendered, asked: &mpsc::Receiver<Question>) {
    let files: HashMap<&str, usize> = (0..site.len()).map(|file| (site.path(file), file)).collect();
    for Question { path, reply } in asked {
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
}
