//! `check --online`: links that lead nowhere, asked of a server on this machine.

use super::common::GalleryTest;
use std::{
    io::{Read, Write},
    net::TcpListener,
    thread,
};

/// A server that knows `/here`, refuses `/refused`, and sends `/moved` on; its address.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 1024];
            let length = stream.read(&mut request).unwrap_or_default();
            let asked = String::from_utf8_lossy(&request[..length]).split(' ').nth(1).unwrap_or_default().to_owned();
            let status = match asked.as_str() {
                "/here" => "200 OK",
                "/refused" => "403 Forbidden",
                "/moved" => "302 Found\r\nLocation: /gone",
                _ => "404 Not Found",
            };
            let _ = stream
                .write_all(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes());
        }
    });
    address
}

#[test]
fn only_links_that_lead_nowhere_are_told() {
    let server = server();
    let evidence: String = ["here", "refused", "gone", "moved"]
        .iter()
        .map(|it| format!("[[evidence]]\nurl = '{server}/{it}'\n"))
        .collect();
    let test = GalleryTest::small()
        .file("accolade.toml", "title = 'T'\nbase_url = 'https://badges.example/'\n[lints]\nplain-http = 'allow'\n")
        .file(
            "nominations/a.toml",
            &format!("badge = 'soldering'\n{evidence}[[recipient]]\nurl = 'https://forge.example/ada'\n"),
        );
    test.run("check").succeeds();
    let line = |n: usize, path: &str| {
        let text = format!("url = '{server}/{path}'");
        format!(
            " --> nominations/a.toml:{n}:1\n  |\n{n} | {text}\n  | {}\nhelp: correct the address, or lead to a copy that an archive keeps\n",
            "^".repeat(text.len())
        )
    };
    let why = format!("warning[dead-link]: this link leads nowhere: `{server}/gone` answered with the error 404\n");
    test.run("check --online --allow-private").succeeds_with(&format!(
        "{why}{}\n{why}{}",
        line(7, "gone"),
        line(9, "moved")
    ));
    let test = test
        .file("nominations/a.toml", "badge = 'soldering'\n[[recipient]]\nurl = 'https://forge.example/ada'\n")
        .file("pages/about.md", &format!("# About\n\nSee [here]({server}/here) and [there]({server}/gone).\n"));
    let line = format!("See [here]({server}/here) and [there]({server}/gone).");
    test.run("check --online --allow-private").succeeds_with(&format!(
        "{why} --> pages/about.md:3:1\n  |\n3 | {line}\n  | {}\nhelp: correct the address, or lead to a copy that an archive keeps\n",
        "^".repeat(line.len())
    ));
    // Nobody is asked unless it is allowed to ask this machine.
    test.run("check --online").succeeds();
}
