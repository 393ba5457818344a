//! **Render**, stage 5 of 6: every address gets its bytes, one at a time, when they are asked for.
