//! Looking through texts of which nearly all have nothing to be found.

/// How many bytes are looked at together.
const STEP: usize = 32;

/// The place of the first byte of a kind.
///
/// `kind` has to be without branches (`|` instead of `||`): bytes are then compared many at a time.
#[inline]
pub(super) fn first(text: &str, kind: impl Fn(u8) -> bool) -> Option<usize> {
    let has = |step: &[u8; STEP]| step.iter().fold(false, |any, it| any | kind(*it));
    let (steps, rest) = text.as_bytes().as_chunks::<STEP>();
    let (from, among) = match steps.iter().position(has) {
        Some(step) => (step * STEP, &steps[step][..]),
        // What is left is looked at together as well, with some of what was before it.
        None if text.as_bytes().last_chunk().is_some_and(|last| !has(last)) => return None,
        None => (steps.len() * STEP, rest),
    };
    among.iter().position(|it| kind(*it)).map(|at| from + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_found_wherever_it_is() {
        for length in 0..100 {
            let plain = "a".repeat(length);
            assert_eq!(first(&plain, |it| it == b'!'), None);
            for at in 0..length {
                let text = format!("{}!{}", &plain[..at], "!".repeat(length - at));
                assert_eq!(first(&text, |it| it == b'!'), Some(at), "{text}");
            }
        }
    }
}
