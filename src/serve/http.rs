//! HTTP, as a static host speaks it.

use super::{
    desk::{Answer, Desk},
    live, media_type,
};
use crate::model::BaseUrl;
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Redirect, Response},
};
use std::sync::Arc;

struct Host {
    base_path: String,
    desk: Desk,
}

/// Answers requests until the process ends.
pub(super) fn run(listener: std::net::TcpListener, base_url: &BaseUrl, desk: Desk) -> Result<(), String> {
    let fail = |it: std::io::Error| format!("cannot serve on 127.0.0.1: {it}");
    let host = Arc::new(Host { base_path: base_url.path().to_owned(), desk });
    let app = Router::new().fallback(answer).with_state(host);
    listener.set_nonblocking(true).map_err(fail)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().map_err(fail)?;
    runtime
        .block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, app).await
        })
        .map_err(fail)
}

async fn answer(State(host): State<Arc<Host>>, method: Method, uri: Uri) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let Some(path) = uri.path().strip_prefix(host.base_path.as_str()) else {
        return Redirect::temporary(&host.base_path).into_response();
    };
    if let Some(own) = path.strip_prefix(live::FOLDER) {
        return own_file(&host, own, uri.query()).await;
    }
    // What this spells is only looked up among the site's files: no path that it could be leads out of them.
    let path = decoded(path);
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    // Before the page: one that is newer than its state is loaded once too often, one that is older would stay.
    let state = host.desk.states().borrow().clone();
    let send = |status, file: &str, bytes: Vec<u8>| {
        let bytes = if file.ends_with(".html") { state.put_into(bytes, &host.base_path) } else { bytes };
        respond(status, media_type::of(file), bytes)
    };
    match host.desk.file(file.clone()).await {
        Answer::Found(bytes) => send(StatusCode::OK, &file, bytes),
        Answer::NotFound(page) => {
            // An address without its ending is that of a page, or of a folder and sent to the address with a slash.
            if let Answer::Found(bytes) = host.desk.file(format!("{file}.html")).await {
                return send(StatusCode::OK, "page.html", bytes);
            }
            match host.desk.file(format!("{file}/index.html")).await {
                Answer::Found(_) => moved(&format!("{}/", uri.path())),
                _ => send(StatusCode::NOT_FOUND, "404.html", page),
            }
        }
        Answer::Unavailable(why) => send(StatusCode::SERVICE_UNAVAILABLE, "503.html", unavailable(&why)),
    }
}

/// The path that an address spells: `gr%C3%B6%C3%9Fe.txt` → `größe.txt`. What spells none stays as it is.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        let digits = after.first_chunk::<2>().filter(|_| *first == b'%').and_then(|it| std::str::from_utf8(it).ok());
        // `from_str_radix` would take a sign as well.
        let digits = digits.filter(|it| it.bytes().all(|it| it.is_ascii_hexdigit()));
        match digits.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| path.to_owned())
}

/// Files that are the server's, not the site's.
async fn own_file(host: &Host, name: &str, query: Option<&str>) -> Response {
    match name {
        "live.js" => respond(StatusCode::OK, media_type::of(name), live::SCRIPT.into()),
        "state.json" => {
            let known = query.and_then(|it| it.strip_prefix("after=")).and_then(|it| it.parse().ok());
            let state = live::after(known.unwrap_or(u64::MAX), host.desk.states()).await;
            respond(StatusCode::OK, media_type::of(name), state.to_json())
        }
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

/// What is shown while there is no site: the reason, and the site as soon as there is one.
fn unavailable(why: &str) -> Vec<u8> {
    let why = why.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Not built</title></head>\n<body><pre>{why}</pre></body></html>\n"
    )
    .into_bytes()
}

/// As static hosts answer for a folder whose address lacks its slash.
fn moved(to: &str) -> Response {
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to.to_owned())]).into_response()
}

fn respond(status: StatusCode, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, bytes).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_decoded_once() {
        for (address, path) in [
            ("index.json", "index.json"),
            ("gr%C3%B6%c3%9fe.txt", "größe.txt"),
            ("a%20b+c.txt", "a b+c.txt"),
            ("%252e%252e%252f", "%2e%2e%2f"),
            ("100%", "100%"),
            ("%+1%2", "%+1%2"),
            ("%ff", "%ff"),
        ] {
            assert_eq!(decoded(address), path);
        }
    }
}
