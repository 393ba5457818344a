//! Open Badges 2.0, hosted: derived from what was signed.
