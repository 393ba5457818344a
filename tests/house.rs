//! The house rules that a compiler does not know: floors, and who may touch the machine.

use std::{fs, path::Path};

/// Rooms by floor, from the ground up. A room uses rooms of lower floors, and itself.
const FLOORS: &[&[&str]] = &[
    &["canon", "diagnostic", "disk", "fetch", "time", "words"],
    &["trust"],
    &["model"],
    &["theme", "openbadges", "art"],
    &["pipeline", "ledger"],
    &["serve"],
    &["cli"],
];

/// Every source file with its room and its text, without comments.
fn sources() -> Vec<(String, String, String)> {
    walkdir::WalkDir::new("src")
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("src can be read").into_path())
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .map(|path| {
            let room = path.strip_prefix("src").expect("below src").components().next().expect("a name");
            let room = Path::new(&room).file_stem().expect("a name").to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("source is UTF-8");
            let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect();
            (path.display().to_string(), room, code.join("\n"))
        })
        .collect()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// The rooms that `code` names: `crate::room`, `use crate::{room::…, room}`.
fn rooms_named(code: &str) -> Vec<String> {
    let mut named = Vec::new();
    for (start, _) in code.match_indices("crate::") {
        let rest = &code[start + "crate::".len()..];
        let Some(group) = rest.strip_prefix('{') else {
            named.extend(rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().map(str::to_owned));
            continue;
        };
        let mut depth = 1;
        let mut at_name = true;
        let mut name = String::new();
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 1 && at_name && (c.is_alphanumeric() || c == '_') {
                name.push(c);
            } else if !name.is_empty() {
                named.push(std::mem::take(&mut name));
                at_name = false;
            }
            if depth == 0 {
                break;
            }
            if depth == 1 && c == ',' {
                at_name = true;
            }
        }
    }
    named
}

#[test]
fn arrows_point_down_the_floors() {
    let mut wrong = Vec::new();
    for (path, room, code) in sources() {
        let Some(own) = floor(&room) else { continue };
        for named in rooms_named(&code) {
            match floor(&named) {
                Some(other) if named == room || other < own || (own == 0 && other == 0) => {}
                Some(_) => wrong.push(format!("{path}: `{room}` may not use `{named}`")),
                None => wrong.push(format!("{path}: `{named}` is no room of the house")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_room_has_a_floor() {
    for (path, room, _) in sources() {
        assert!(
            floor(&room).is_some() || ["main", "lib"].contains(&room.as_str()),
            "{path}: on which floor is `{room}`?"
        );
    }
}

#[test]
fn only_disk_opens_files_and_only_serve_opens_sockets() {
    for (path, room, code) in sources() {
        let code = code.split("#[cfg(test)]").next().unwrap_or_default();
        for (word, owner) in [
            ("fs::", "disk"),
            ("File::open", "disk"),
            ("File::create", "disk"),
            ("UnixStream::connect", "disk"),
            ("process::Command", "disk"),
            ("TcpListener", "serve"),
            ("TcpStream", "fetch"),
            ("UdpSocket", "fetch"),
            ("ureq::", "fetch"),
        ] {
            let uses = code
                .match_indices(word)
                .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
            assert!(room == owner || !uses, "{path}: `{word}` belongs to `{owner}`");
        }
    }
}

/// `verify --online` and `rebuild-check` ask other machines, because somebody told them to. What signs, checks and builds
/// has no way there: a build is the same on a machine without a network.
#[test]
fn only_commands_fetch() {
    for (path, room, code) in sources() {
        let fetches = rooms_named(&code).iter().any(|it| it == "fetch");
        assert!(!fetches || ["cli", "fetch"].contains(&room.as_str()), "{path}: `{room}` may not fetch anything");
    }
}

#[test]
fn only_main_reads_the_clock_and_the_environment() {
    for (path, room, code) in sources() {
        for word in ["Timestamp::now", "SystemTime::now", "Zoned::now", "env::var", "env::vars", "env::current_dir"] {
            assert!(room == "main" || !code.contains(word), "{path}: `{word}` belongs to main");
        }
    }
}

#[test]
fn model_types_are_not_serializable() {
    for (path, room, code) in sources() {
        assert!(room != "model" || !(code.contains("Serialize") || code.contains("Deserialize")), "{path}");
    }
}

#[test]
fn the_build_holds_no_secret() {
    for (path, room, code) in sources() {
        for word in ["SigningKey", "PrivateKey", "Signer", "getrandom"] {
            let code = code.split("#[cfg(test)]").next().unwrap_or_default();
            let builds = ["pipeline", "theme", "openbadges", "art", "serve"].contains(&room.as_str());
            assert!(!builds || !code.contains(word), "{path}: `{word}` has no place in a build");
        }
    }
}
