//! RDF Dataset Canonicalization, [RDFC-1.0], in the order and with the names of its section 4.
//!
//! [RDFC-1.0]: https://www.w3.org/TR/rdf-canon/#canon-algorithm

use super::quad::Quad;
use data_encoding::HEXLOWER;
use sha2::Digest;
use std::collections::{BTreeMap, HashMap};

/// How many steps are taken to tell nodes apart that look alike, before a dataset is refused. Some datasets are made
/// to need more steps than there are atoms ("poison graphs").
const WORK: usize = 100_000;

/// How many nodes deep such a step may look.
const DEPTH: usize = 100;

/// Why a dataset was not canonicalised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// Two blank nodes have the same first-degree hash: these (only where uniqueness was asked for).
    Alike(usize, usize),
    /// There are more ways to name the blank nodes than we try.
    TooMuchWork,
}

/// Canonicalises `quads`, and tells the canonical name of each blank node.
///
/// With `unique`, refuses a dataset in which the statements about a blank node do not single it out by themselves.
///
/// # Errors
///
/// See [`Stop`].
pub fn canonicalize<D: Digest>(quads: Vec<Quad<'_>>, unique: bool) -> Result<(String, HashMap<usize, String>), Stop> {
    // A dataset is a set. Ground statements are compared as lines at the end; the others must be single before
    // they are hashed.
    let (mut blank, ground): (Vec<_>, Vec<_>) = quads.into_iter().partition(|it| it.blanks().next().is_some());
    blank.sort_unstable();
    blank.dedup();

    let mut state = State::<D>::new(&blank);
    state.name_all(unique)?;

    let mut text = String::with_capacity(128 * (blank.len() + ground.len()));
    let mut lines = Vec::with_capacity(blank.len() + ground.len());
    for quad in blank.iter().chain(&ground) {
        let start = text.len();
        quad.write(&mut text, |out, it| out.push_str(&state.canonical.issued[&it]));
        lines.push(start..text.len());
    }
    lines.sort_unstable_by(|a, b| text[a.clone()].cmp(&text[b.clone()]));
    lines.dedup_by(|a, b| text[a.clone()] == text[b.clone()]);

    let mut canonical = String::with_capacity(text.len());
    for line in lines {
        canonical.push_str(&text[line]);
    }
    Ok((canonical, state.canonical.issued))
}

/// The identifier issuer of section 4.5.
#[derive(Clone)]
struct Issuer {
    prefix: &'static str,
    issued: HashMap<usize, String>,
    order: Vec<usize>,
}

impl Issuer {
    fn new(prefix: &'static str) -> Self {
        Self { prefix, issued: HashMap::new(), order: Vec::new() }
    }

    fn issue(&mut self, blank: usize) -> &str {
        let count = self.order.len();
        self.issued.entry(blank).or_insert_with(|| {
            self.order.push(blank);
            format!("{}{count}", self.prefix)
        })
    }
}

/// The canonicalization state of section 4.3.
struct State<'q, D> {
    quads: BTreeMap<usize, Vec<&'q Quad<'q>>>,
    first_degree: HashMap<usize, String>,
    canonical: Issuer,
    work: usize,
    depth: usize,
    digest: std::marker::PhantomData<D>,
}

impl<'q, D: Digest> State<'q, D> {
    fn new(all: &'q [Quad<'q>]) -> Self {
        let mut quads: BTreeMap<usize, Vec<&Quad<'_>>> = BTreeMap::new();
        for quad in all {
            for (_, blank) in quad.blanks() {
                let mentions = quads.entry(blank).or_default();
                // A quad that mentions a node twice is still one quad.
                if !mentions.last().is_some_and(|last| std::ptr::eq(*last, quad)) {
                    mentions.push(quad);
                }
            }
        }
        Self {
            quads,
            first_degree: HashMap::new(),
            canonical: Issuer::new("c14n"),
            work: WORK,
            depth: 0,
            digest: std::marker::PhantomData,
        }
    }

    /// Steps 3 to 5 of the algorithm (section 4.4.3).
    fn name_all(&mut self, unique: bool) -> Result<(), Stop> {
        let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for &blank in self.quads.keys() {
            let hash = self.hash_first_degree(blank);
            self.first_degree.insert(blank, hash.clone());
            by_hash.entry(hash).or_default().push(blank);
        }
        for alike in by_hash.values() {
            match alike[..] {
                [only] => _ = self.canonical.issue(only),
                [one, other, ..] if unique => return Err(Stop::Alike(one, other)),
                _ => {}
            }
        }
        for alike in by_hash.into_values().filter(|it| it.len() > 1) {
            let mut paths = Vec::new();
            for blank in alike {
                if self.canonical.issued.contains_key(&blank) {
                    continue;
                }
                let mut issuer = Issuer::new("b");
                issuer.issue(blank);
                paths.push(self.hash_n_degree(blank, issuer)?);
            }
            paths.sort_by(|(a, _), (b, _)| a.cmp(b));
            for blank in paths.into_iter().flat_map(|(_, issuer)| issuer.order) {
                self.canonical.issue(blank);
            }
        }
        Ok(())
    }

    /// Hash First Degree Quads, section 4.6.
    fn hash_first_degree(&self, reference: usize) -> String {
        let mut lines: Vec<String> = self.quads[&reference]
            .iter()
            .map(|quad| {
                let mut line = String::with_capacity(128);
                quad.write(&mut line, |out, it| out.push(if it == reference { 'a' } else { 'z' }));
                line
            })
            .collect();
        lines.sort_unstable();
        hash::<D>(lines)
    }

    /// Hash Related Blank Node, section 4.7.
    fn hash_related(&self, related: usize, quad: &Quad<'_>, issuer: &Issuer, position: char) -> String {
        let mut input = String::from(position);
        if position != 'g' {
            input.extend(["<", &*quad.predicate, ">"]);
        }
        match self.canonical.issued.get(&related).or_else(|| issuer.issued.get(&related)) {
            Some(name) => input.extend(["_:", name.as_str()]),
            None => input.push_str(&self.first_degree[&related]),
        }
        hash::<D>([input])
    }

    /// Hash N-Degree Quads, section 4.8.
    fn hash_n_degree(&mut self, identifier: usize, mut issuer: Issuer) -> Result<(String, Issuer), Stop> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Stop::TooMuchWork);
        }
        let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for quad in &self.quads[&identifier] {
            for (position, related) in quad.blanks().filter(|(_, it)| *it != identifier) {
                self.work = self.work.checked_sub(1).ok_or(Stop::TooMuchWork)?;
                let hash = self.hash_related(related, quad, &issuer, position);
                by_hash.entry(hash).or_default().push(related);
            }
        }

        let mut data = Vec::new();
        for (hash, blanks) in by_hash {
            data.push(hash);
            let mut chosen: Option<(String, Issuer)> = None;
            for permutation in Permutations::of(blanks) {
                self.work = self.work.checked_sub(1).ok_or(Stop::TooMuchWork)?;
                if let Some(better) = self.try_path(&permutation, &issuer, chosen.as_ref().map(|it| &*it.0))? {
                    chosen = Some(better);
                }
            }
            let (path, with) = chosen.expect("the first permutation is always better than none");
            data.push(path);
            issuer = with;
        }
        self.depth -= 1;
        Ok((hash::<D>(data), issuer))
    }

    /// Steps 5.4.2 to 5.4.6 of section 4.8: the path of one permutation, unless it is longer than `best` or
    /// comes after it.
    fn try_path(
        &mut self,
        permutation: &[usize],
        issuer: &Issuer,
        best: Option<&str>,
    ) -> Result<Option<(String, Issuer)>, Stop> {
        let worse = |path: &str| best.is_some_and(|best| path.len() >= best.len() && path > best);
        let mut issuer = issuer.clone();
        let mut path = String::new();
        let mut recursion = Vec::new();

        for &related in permutation {
            path.push_str("_:");
            if let Some(name) = self.canonical.issued.get(&related) {
                path.push_str(name);
            } else {
                if !issuer.issued.contains_key(&related) {
                    recursion.push(related);
                }
                path.push_str(issuer.issue(related));
            }
            if worse(&path) {
                return Ok(None);
            }
        }
        for related in recursion {
            let (hash, with) = self.hash_n_degree(related, issuer.clone())?;
            path.push_str("_:");
            path.push_str(issuer.issue(related));
            path.extend(["<", &hash, ">"]);
            issuer = with;
            if worse(&path) {
                return Ok(None);
            }
        }
        Ok(best.is_none_or(|best| *path < *best).then_some((path, issuer)))
    }
}

fn hash<D: Digest>(parts: impl IntoIterator<Item = String>) -> String {
    let mut digest = D::new();
    parts.into_iter().for_each(|part| digest.update(part));
    HEXLOWER.encode(&digest.finalize())
}

/// All orders of a list, the sorted one first.
struct Permutations {
    next: Option<Vec<usize>>,
}

impl Permutations {
    fn of(mut items: Vec<usize>) -> Self {
        items.sort_unstable();
        Self { next: Some(items) }
    }
}

impl Iterator for Permutations {
    type Item = Vec<usize>;

    fn next(&mut self) -> Option<Vec<usize>> {
        let current = self.next.take()?;
        // The next in lexicographic order: the classic three steps.
        if let Some(left) = current.windows(2).rposition(|pair| pair[0] < pair[1]) {
            let mut following = current.clone();
            let right = following.iter().rposition(|it| *it > following[left]).expect("the right neighbour is");
            following.swap(left, right);
            following[left + 1..].reverse();
            self.next = Some(following);
        }
        Some(current)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permutations_are_all_orders_once() {
        let all: Vec<_> = Permutations::of(vec![2, 1, 3]).collect();
        assert_eq!(all, [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]);
        assert_eq!(Permutations::of(vec![1, 1]).count(), 1);
        assert_eq!(Permutations::of((0..6).collect()).count(), 720);
    }
}
