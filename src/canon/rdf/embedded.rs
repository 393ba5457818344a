//! The JSON-LD contexts that this program knows, byte for byte as published.
//!
//! A context is never fetched: its address is a key into this table, and an address that is not here is refused.
//! What a context says decides what is signed, so each is pinned by its SHA-256; where its standard prints the
//! digest, that is the one here. Origins and licences are in `NOTICE`.

/// One published context.
pub(super) struct Embedded {
    /// The address under which documents name it.
    pub(super) url: &'static str,
    /// Its bytes.
    pub(super) text: &'static str,
    /// The SHA-256 of its bytes, in hex.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test compares the bytes with it"))]
    pub(super) sha256: &'static str,
}

macro_rules! contexts {
    ($($url:literal $file:literal $sha256:literal)*) => {
        &[$(Embedded { url: $url, text: include_str!(concat!("../contexts/", $file)), sha256: $sha256 }),*]
    };
}

/// All of them.
///
/// The examples and citizenship contexts are here because the official vectors name them, and those pass through the
/// same door as everything else. `credentials/undefined-terms/v2` is left out: it gives a meaning to every
/// misspelling. So is `credentials/examples/v1`, which includes a context that nobody serves.
pub(super) const EMBEDDED: &[Embedded] = contexts! {
    "https://www.w3.org/ns/credentials/v2" "credentials-v2.jsonld"
    "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734"
    "https://www.w3.org/2018/credentials/v1" "credentials-v1.jsonld"
    "ab4ddd9a531758807a79a5b450510d61ae8d147eab966cc9a200c07095b0cdcc"
    "https://www.w3.org/ns/credentials/examples/v2" "credentials-examples-v2.jsonld"
    "57393fbc69d6efb9b9b5dc9cb6b9880b0944360abfe2eaf459c9e58cf2279d7c"
    "https://www.w3.org/ns/credentials/status/v1" "credentials-status-v1.jsonld"
    "fda5add353231e6a6884a46b12e6c75464281900cb348284d9c360f62381d9f7"
    "https://w3id.org/vc/status-list/2021/v1" "status-list-2021-v1.jsonld"
    "6dd06a52bedb771e059c1083ba8ba7848dce22f6b4a8cfa0b98ba3fc188870e4"
    "https://w3id.org/security/data-integrity/v2" "data-integrity-v2.jsonld"
    "67f21e6e33a6c14e5ccfd2fc7865f7474fb71a04af7e94136cb399dfac8ae8f4"
    "https://w3id.org/security/data-integrity/v1" "data-integrity-v1.jsonld"
    "b5d829bd09aa7c42abc6efa0c8ed7635313b5487f37ccfce3ecd149ca9418554"
    "https://w3id.org/security/suites/ed25519-2020/v1" "ed25519-2020-v1.jsonld"
    "67646fbc0d6582ad7fbf08ccf0d3a4bedbb4177fd2d63385de52dc1b092ed6c5"
    "https://w3id.org/security/multikey/v1" "multikey-v1.jsonld"
    "ba2c182de2d92f7e47184bcca8fcf0beaee6d3986c527bf664c195bbc7c58597"
    "https://w3id.org/security/jwk/v1" "jwk-v1.jsonld"
    "0f14b62f6071aafe00df265770ea0c7508e118247d79b7d861a406d2aa00bece"
    "https://www.w3.org/ns/cid/v1" "cid-v1.jsonld"
    "ea216ecc1cb02cd39b693dba2250141e270ba0bf95890be107dd9a9e8e43de85"
    "https://www.w3.org/ns/did/v1" "did-v1.jsonld"
    "62c1054bf404d6dd3a4b26b64f830fd72095f6a26edc4469908c94351352ce5f"
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json" "ob-v3p0-3.0.3.jsonld"
    "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84"
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json" "ob-v3p0-3.0.2.jsonld"
    "00666ad080ba407687ed1846b7f5e7495f5019042b202a727de47c48a1755c53"
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json" "ob-v3p0-3.0.1.jsonld"
    "d582f3564282fb3b709136d28412e78e70b678b4dbc2f0221f67d84932748355"
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json" "ob-v3p0.jsonld"
    "b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10"
    "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json" "ob-v3p0-extensions.jsonld"
    "146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3"
    "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json" "clr-v2p0-2.0.1.jsonld"
    "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6"
    "https://purl.imsglobal.org/spec/clr/v2p0/context.json" "clr-v2p0.jsonld"
    "e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167"
    "https://w3id.org/citizenship/v4rc1" "citizenship-v4rc1.jsonld"
    "5038c7383afd7ab2158f1b997913a8f60978a0abcf96e0b0d08e29f146d2db1e"
};

#[cfg(test)]
mod tests {
    use super::*;
    use data_encoding::HEXLOWER;
    use sha2::{Digest, Sha256};

    #[test]
    fn every_context_has_the_bytes_it_is_pinned_to() {
        for context in EMBEDDED {
            assert_eq!(HEXLOWER.encode(&Sha256::digest(context.text)), context.sha256, "{}", context.url);
        }
    }
}
