//! Baking: a picture that carries its credential.
