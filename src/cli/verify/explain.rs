//! Every value between a document and its signature, for whoever wants to redo it by hand.
//!
//! SHA-256 of `configuration` is `configurationHash`, that of `document` is `documentHash`; one behind the other they are
//! what the key signed. Source: Data Integrity EdDSA Cryptosuites 1.0, 3.2.4 and 3.3.4.

use crate::{
    trust::{
        World,
        did::Controller,
        proof::{self, Found, Proof, Trace},
        status::{Entry, entries},
    },
    words::visible,
};
use data_encoding::HEXLOWER;
use serde_json::{Value, json};

/// What one proof signs, and with what.
pub(super) struct Signed {
    /// Which document: the credential, or the address of a status list.
    of: String,
    suite: &'static str,
    method: String,
    signature: [u8; 64],
    /// The key, if the issuer lists it.
    key: Option<[u8; 32]>,
    trace: Result<Trace, String>,
}

/// The proofs of `credential`, then those of its status lists.
pub(super) fn all(credential: &Value, world: &dyn World) -> Vec<Signed> {
    let mut all = proofs("credential", credential, world);
    let entries = credential.get("credentialStatus").map(entries).and_then(Result::ok).unwrap_or_default();
    for entry in entries {
        if let Entry::Bit { list: url, .. } = entry
            && let Ok(list) = world.status_list(url)
        {
            all.extend(proofs(url, &list, world));
        }
    }
    all
}

fn proofs(of: &str, document: &Value, world: &dyn World) -> Vec<Signed> {
    let (Ok(parts), Ok(explained)) = (proof::take_apart(document.clone()), proof::explain(document)) else {
        return Vec::new();
    };
    let found = parts.found();
    let understood = found.iter().filter_map(|it| if let Found::Proof(proof) = it { Some(proof) } else { None });
    understood
        .zip(explained)
        .map(|(proof, (suite, trace))| Signed {
            of: of.to_owned(),
            suite: suite.name(),
            method: proof.method.to_owned(),
            signature: proof.signature,
            key: key(proof, world),
            trace,
        })
        .collect()
}

fn key(proof: &Proof<'_>, world: &dyn World) -> Option<[u8; 32]> {
    let did = proof.method.split('#').next().unwrap_or_default();
    let controller = match did.starts_with("did:key:") {
        true => Controller::from_did_key(did).ok()?,
        false => world.controller(did).ok()?.into_owned(),
    };
    controller.method(proof.method).map(|it| *it.key.verifying_key().as_bytes())
}

impl Signed {
    /// The values under their names, in the order in which they are made.
    fn values(&self) -> Vec<(&'static str, String)> {
        let hex = |bytes: &[u8]| HEXLOWER.encode(bytes);
        let mut values =
            vec![("of", self.of.clone()), ("cryptosuite", self.suite.to_owned()), ("key", self.method.clone())];
        match &self.trace {
            Err(why) => values.push(("error", why.clone())),
            Ok(trace) => values.extend([
                ("configuration", trace.configuration.clone()),
                ("document", trace.document.clone()),
                ("configurationHash", hex(&trace.configuration_hash)),
                ("documentHash", hex(&trace.document_hash)),
                ("hashData", hex(&trace.hash_data())),
            ]),
        }
        values.extend(self.key.map(|key| ("publicKey", hex(&key))));
        values.push(("signature", hex(&self.signature)));
        values
    }

    pub(super) fn as_json(&self) -> Value {
        Value::Object(self.values().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect())
    }

    /// Each value under its name; one of several lines with each line set in by six spaces. What a terminal would act upon
    /// is written out: only JSON has the values as they are.
    pub(super) fn as_text(&self) -> String {
        let mut text = String::from("  explained\n");
        for (name, value) in self.values() {
            // Only canonical N-Quads have lines of their own.
            if ["configuration", "document"].contains(&name) && value.contains('\n') {
                text.push_str(&format!("    {name}:\n"));
                value.split_terminator('\n').for_each(|line| text.push_str(&format!("      {}\n", visible(line))));
            } else {
                text.push_str(&format!("    {name}: {}\n", visible(&value)));
            }
        }
        text
    }
}
