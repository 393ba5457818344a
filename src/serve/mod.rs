//! **Serve**: the site on this machine, as a static host would serve it, kept up to date while files change.
//!
//! Nothing is written: a page is rendered when it is asked for. One thread watches the repository (`watch`), one keeps
//! the latest site that could be built (`desk`), pages in a browser are told of a new one (`live`), the rest is HTTP (`http`).

mod watch;
mod desk;
mod live;
mod http;
mod media_type;

use crate::{
    diagnostic::Diagnostics,
    model::BaseUrl,
    pipeline::{At, BuildOptions},
    time::Timestamp,
};
use std::{net::SocketAddr, path::Path, sync::Mutex, thread::Scope};

/// What a person may decide about the server.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The port of 127.0.0.1 to listen on; the next free one is taken when it is in use.
    pub port: u16,
    /// Fixes the clock, if given; else `now` is asked at every build.
    pub at: Option<Timestamp>,
    /// Reads the clock.
    pub now: fn() -> Timestamp,
}

/// What the server tells the person who started it.
#[derive(Debug)]
pub enum Notice<'a> {
    /// It listens; the site is at this address.
    Listening(&'a BaseUrl),
    /// The site was built again, with these problems; `false` when it could not be, and the one before is still served.
    Built(&'a Diagnostics, bool),
    /// The machine failed, and the site before is still served.
    Failed(&'a crate::disk::Error),
}

/// Serves the repository at `root` below `sub_path` until the process is stopped.
///
/// # Errors
///
/// A sentence, when no port is free, or the repository's address cannot be read.
pub fn serve<'scope, 'env>(
    root: &'env Path,
    sub_path: &str,
    options: &'env ServeOptions,
    tell: &'env (dyn Fn(&Notice<'_>) + Sync),
    scope: &'scope Scope<'scope, 'env>,
) -> Result<(), String> {
    let listener = listen(options.port)?;
    let address = listener.local_addr().map_err(|it| format!("cannot listen on 127.0.0.1: {it}"))?;
    let base_url = served_address(address, sub_path)?;
    tell(&Notice::Listening(&base_url));

    let (desk, inside) = desk::open();
    let _watcher = watch::watch(root, desk.clone())?;
    let build_options = {
        let base_url = base_url.clone();
        move || BuildOptions {
            base_url: Some(base_url.clone()),
            now: options.at.unwrap_or_else(options.now),
            commit: At::Commit(None),
        }
    };
    let office = desk::Office { root, options: Box::new(build_options), tell, memory: Mutex::default() };
    scope.spawn(move || std::thread::scope(|clerks| desk::work(&office, inside, clerks)));
    http::run(listener, &base_url, desk)
}

/// The first free port from `port` on, of the next twenty.
fn listen(port: u16) -> Result<std::net::TcpListener, String> {
    (port..port.saturating_add(20)).find_map(|port| std::net::TcpListener::bind(("127.0.0.1", port)).ok()).ok_or_else(
        || format!("no port from {port} to {} is free: choose another with `--port`", port.saturating_add(19)),
    )
}

fn served_address(address: SocketAddr, sub_path: &str) -> Result<BaseUrl, String> {
    format!("http://127.0.0.1:{}{sub_path}", address.port()).parse().map_err(|it: crate::model::NameError| it.0)
}
