//! The place of a credential in a status list, as its `credentialStatus` says.
//!
//! Source: Bitstring Status List 1.0, "BitstringStatusListEntry".

use crate::trust::{Sentence, says};
use serde_json::{Map, Value};

/// One entry of `credentialStatus`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// A bit of a list that says whether the credential is revoked or suspended.
    Bit {
        /// What a set bit means: `revocation` or `suspension`.
        purpose: &'a str,
        /// Where the list is.
        list: &'a str,
        /// Which bit.
        index: u32,
    },
    /// A message or the news of a refresh: nothing that makes a credential worth less.
    News,
    /// A kind of status that is not understood here.
    Unknown(&'a str),
}

/// Reads `credentialStatus`: an object, or an array of several.
///
/// # Errors
///
/// The rest of a sentence that begins with `credentialStatus`, when an entry is not what it says it is.
pub fn entries(status: &Value) -> Result<Vec<Entry<'_>>, Sentence> {
    match status {
        Value::Object(entry) => Ok(vec![Entry::read(entry)?]),
        Value::Array(entries) if !entries.is_empty() => {
            entries.iter().map(|it| Entry::read(it.as_object().ok_or(says::STATUS_OTHERS)?)).collect()
        }
        _ => Err(says::STATUS_NO_OBJECT.into()),
    }
}

impl<'a> Entry<'a> {
    fn read(entry: &'a Map<String, Value>) -> Result<Self, Sentence> {
        let text = |name: &str| match entry.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.as_str())),
            Some(_) => Err(says::STATUS_TEXT.with([name.into()])),
        };
        let needed = |name: &str| text(name)?.ok_or_else(|| says::STATUS_LACKS.with([name.into()]));

        let kind = needed("type")?;
        if kind != "BitstringStatusListEntry" {
            return Ok(Self::Unknown(kind));
        }
        let purpose = needed("statusPurpose")?;
        let list = needed("statusListCredential")?;
        let index = needed("statusListIndex")?;
        if text("id")? == Some(list) {
            return Err(says::STATUS_ID.into());
        }
        match purpose {
            "revocation" | "suspension" => {}
            "message" | "refresh" => return Ok(Self::News),
            _ => return Ok(Self::Unknown(purpose)),
        }
        match entry.get("statusSize") {
            None => {}
            Some(size) if size.as_u64() == Some(1) => {}
            Some(_) => return Err(says::STATUS_SIZE.into()),
        }
        // A decimal number in its one usual form, so that two entries for one bit are the same text.
        match index.parse::<u32>() {
            Ok(number) if number.to_string() == index => Ok(Self::Bit { purpose, list, index: number }),
            _ => Err(says::STATUS_INDEX.with([index.into()])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn entry() -> Value {
        json!({
            "id": "https://badges.example/status/guild/1.json#7",
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": "7",
            "statusListCredential": "https://badges.example/status/guild/1.json",
        })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut entry = entry();
        entry[name] = value;
        entry
    }

    #[test]
    fn an_entry_names_one_bit() {
        let bit = Entry::Bit { purpose: "revocation", list: "https://badges.example/status/guild/1.json", index: 7 };
        assert_eq!(entries(&entry()), Ok(vec![bit]));
        assert_eq!(entries(&json!([entry(), entry()])), Ok(vec![bit, bit]));
        assert_eq!(entries(&with("statusSize", json!(1))), Ok(vec![bit]));
    }

    #[test]
    fn what_is_not_understood_is_said_to_be() {
        assert_eq!(
            entries(&with("type", json!("1EdTechRevocationList"))),
            Ok(vec![Entry::Unknown("1EdTechRevocationList")])
        );
        assert_eq!(entries(&with("statusPurpose", json!("audit"))), Ok(vec![Entry::Unknown("audit")]));
        assert_eq!(entries(&with("statusPurpose", json!("message"))), Ok(vec![Entry::News]));
    }

    #[test]
    fn an_entry_that_is_not_exact_is_refused() {
        for (name, value) in [
            ("type", json!(["BitstringStatusListEntry"])),
            ("type", json!(null)),
            ("statusPurpose", json!(["revocation"])),
            ("statusListIndex", json!(7)),
            ("statusListIndex", json!("07")),
            ("statusListIndex", json!("+7")),
            ("statusListIndex", json!("-7")),
            ("statusListIndex", json!("4294967296")),
            ("statusListIndex", json!("")),
            ("statusListCredential", json!({})),
            ("statusSize", json!(2)),
            ("statusSize", json!("1")),
            ("id", json!("https://badges.example/status/guild/1.json")),
        ] {
            assert!(entries(&with(name, value.clone())).is_err(), "{name} = {value}");
        }
        for status in [json!("x"), json!([]), json!([1]), json!(null)] {
            assert!(entries(&status).is_err(), "{status}");
        }
    }
}
