//! HTTP, as a static host speaks it.

use super::{
    desk::{Answer, Desk},
    media_type,
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
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().map_err(fail)?;
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
    let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    match host.desk.file(file.clone()).await {
        Answer::Found(bytes) => respond(StatusCode::OK, media_type::of(&file), bytes),
        Answer::NotFound(page) => {
            // A folder without its slash is sent to the address with it, as static hosts do.
            let folder = format!("{file}/index.html");
            match host.desk.file(folder).await {
                Answer::Found(_) => Redirect::permanent(&format!("{}/", uri.path())).into_response(),
                _ => respond(StatusCode::NOT_FOUND, "text/html; charset=utf-8", page),
            }
        }
        Answer::Unavailable(why) => {
            respond(StatusCode::SERVICE_UNAVAILABLE, "text/plain; charset=utf-8", why.into_bytes())
        }
    }
}

fn respond(status: StatusCode, media_type: &'static str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(media_type)),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    (status, headers, bytes).into_response()
}
