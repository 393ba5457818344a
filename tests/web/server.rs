//! A server that serves a folder, and says at some addresses what a test wants it to say.

use std::{
    collections::HashMap,
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

/// What it says at one address.
#[derive(Clone)]
pub(crate) enum Reply {
    /// A status and a text.
    Says(u16, String),
    /// What lies elsewhere.
    LeadsTo(String),
    /// So many bytes, without saying how many.
    Bytes(usize),
    /// A byte a while.
    Trickles,
    /// A file, as something else than JSON.
    As(&'static str),
}

/// It listens until the test ends.
pub(crate) struct Server {
    pub(crate) port: u16,
    replies: Arc<Mutex<HashMap<String, Reply>>>,
    asked: Arc<AtomicUsize>,
    root: Arc<Mutex<PathBuf>>,
}

impl Server {
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let server = Self {
            port: listener.local_addr().unwrap().port(),
            replies: Arc::default(),
            asked: Arc::default(),
            root: Arc::default(),
        };
        let (replies, asked, root) = (Arc::clone(&server.replies), Arc::clone(&server.asked), Arc::clone(&server.root));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (replies, asked, root) = (Arc::clone(&replies), Arc::clone(&asked), Arc::clone(&root));
                std::thread::spawn(move || {
                    asked.fetch_add(1, Ordering::SeqCst);
                    let _ = answer(stream, &replies, &root);
                });
            }
        });
        server
    }

    /// Serves this folder from now on.
    pub(crate) fn serve(&self, root: PathBuf) {
        *self.root.lock().unwrap() = root;
    }

    /// Says something at a path from now on.
    pub(crate) fn at(&self, path: &str, reply: Reply) {
        self.replies.lock().unwrap().insert(path.to_owned(), reply);
    }

    /// Serves what lies there again.
    pub(crate) fn forget(&self, path: &str) {
        self.replies.lock().unwrap().remove(path);
    }

    /// How many connections there have been.
    pub(crate) fn connections(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

fn answer(
    mut stream: TcpStream,
    replies: &Mutex<HashMap<String, Reply>>,
    root: &Mutex<PathBuf>,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let reply = replies.lock().unwrap().get(&path).cloned();
    let head = |status: u16, more: &str| format!("HTTP/1.1 {status} x\r\nConnection: close\r\n{more}\r\n");
    match reply {
        Some(Reply::Says(status, text)) => {
            stream.write_all(format!("{}{text}", head(status, "Content-Type: text/html\r\n")).as_bytes())
        }
        Some(Reply::LeadsTo(url)) => stream.write_all(head(302, &format!("Location: {url}\r\n")).as_bytes()),
        Some(Reply::Bytes(number)) => {
            stream.write_all(head(200, "").as_bytes())?;
            let block = [b' '; 1 << 16];
            (0..number / block.len()).try_for_each(|_| stream.write_all(&block))
        }
        Some(Reply::Trickles) => {
            stream.write_all(head(200, "").as_bytes())?;
            (0..40).try_for_each(|_| {
                std::thread::sleep(Duration::from_millis(250));
                stream.write_all(b" ").and_then(|()| stream.flush())
            })
        }
        other => {
            let kind = if let Some(Reply::As(kind)) = other { kind } else { "application/json" };
            let name = if path.ends_with('/') { format!("{path}index.html") } else { path };
            match fs::read(root.lock().unwrap().join(name.trim_start_matches('/'))) {
                Ok(bytes) => {
                    let more = format!("Content-Type: {kind}\r\nContent-Length: {}\r\n", bytes.len());
                    stream.write_all(head(200, &more).as_bytes()).and_then(|()| stream.write_all(&bytes))
                }
                Err(_) => stream.write_all(head(404, "Content-Length: 0\r\n").as_bytes()),
            }
        }
    }
}
