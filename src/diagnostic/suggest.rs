//! Did you mean …?

/// The known name nearest to `named`, if one is near enough to be meant.
pub fn closest<'a>(named: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Nobody mistypes a whole paragraph; measuring one against every name would only take time.
    let letters = named.chars().count();
    if letters > 100 {
        return None;
    }
    known
        .into_iter()
        .filter(|it| it.len().abs_diff(named.len()) <= letters.max(3))
        .map(|it| (distance(named, it), it))
        .min()
        .filter(|(distance, it)| *distance <= it.chars().count().max(3) / 3 && *distance < it.chars().count())
        .map(|(_, it)| it)
}

/// How many letters have to be put in, left out, replaced or swapped with their neighbour.
/// Capital letters count as the same.
fn distance(a: &str, b: &str) -> usize {
    let letters = |text: &str| text.chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (a, b) = (letters(a), letters(b));
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let replaced = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let mut least = replaced.min(rows[i - 1][j] + 1).min(rows[i][j - 1] + 1);
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(rows[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let known = ["soldering", "welding", "first-aid"];
        assert_eq!(closest("sodlering", known), Some("soldering"));
        assert_eq!(closest("Weldin", known), Some("welding"));
        assert_eq!(closest("firstaid", known), Some("first-aid"));
    }

    #[test]
    fn another_word_is_not_taken_for_a_slip() {
        assert_eq!(closest("juggling", ["soldering", "welding"]), None);
        assert_eq!(closest("", ["soldering"]), None);
        assert_eq!(closest("x", []), None);
        assert_eq!(closest("C", ["A", "B"]), None);
    }
}
