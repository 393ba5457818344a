//! RDF Dataset Canonicalization, [RDFC-1.0], in the order and with the names of its section 4.
//!
//! [RDFC-1.0]: https://www.w3.org/TR/rdf-canon/#canon-algorithm

use super::quad::Quad;
use data_encoding::HEXLOWER;
use sha2::Digest;
use std::{collections::BTreeMap, fmt::Write as _, marker::PhantomData};

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

/// Canonicalises `quads`, and tells the number in the canonical name of each blank node (`2` for `_:c14n2`). Blank
/// nodes should be numbered from 0.
///
/// With `unique`, refuses a dataset in which the statements about a blank node do not single it out by themselves.
///
/// # Errors
///
/// See [`Stop`].
pub fn canonicalize<D: Digest>(quads: &[Quad<'_>], unique: bool) -> Result<(String, Vec<Option<usize>>), Stop> {
    let mut state = State::<D>::new(quads);
    state.name_all(unique)?;

    let mut text = String::with_capacity(160 * quads.len());
    let mut lines = Vec::with_capacity(quads.len());
    for quad in quads {
        let start = text.len();
        quad.write(&mut text, |out, it| state.canonical.write(out, it));
        lines.push(start..text.len());
    }
    // A dataset is a set: what is said twice is said once.
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
    issued: Vec<Option<usize>>,
    order: Vec<usize>,
}

impl Issuer {
    fn new(prefix: &'static str, blanks: usize) -> Self {
        Self { prefix, issued: vec![None; blanks], order: Vec::new() }
    }

    fn has(&self, blank: usize) -> bool {
        self.issued[blank].is_some()
    }

    fn issue(&mut self, blank: usize) {
        if !self.has(blank) {
            self.issued[blank] = Some(self.order.len());
            self.order.push(blank);
        }
    }

    /// Writes the identifier that was issued for `blank`.
    fn write(&self, out: &mut String, blank: usize) {
        let number = self.issued[blank].expect("an identifier is written after it was issued");
        write!(out, "{}{number}", self.prefix).expect("writing to a String cannot fail");
    }
}

/// The canonicalization state of section 4.3.
struct State<'q, D> {
    /// The quads that mention each blank node, each of them once.
    quads: Vec<Vec<&'q Quad<'q>>>,
    first_degree: Vec<String>,
    canonical: Issuer,
    work: usize,
    depth: usize,
    digest: PhantomData<D>,
}

impl<'q, D: Digest> State<'q, D> {
    fn new(all: &'q [Quad<'q>]) -> Self {
        let mut mentioning: Vec<_> = all.iter().filter(|it| it.blanks().next().is_some()).collect();
        mentioning.sort_unstable();
        mentioning.dedup();

        let count = mentioning.iter().flat_map(|it| it.blanks()).map(|(_, blank)| blank + 1).max().unwrap_or(0);
        let mut quads: Vec<Vec<&Quad<'_>>> = vec![Vec::new(); count];
        for quad in mentioning {
            for (_, blank) in quad.blanks() {
                // A quad that mentions a node twice is still one quad.
                if !quads[blank].last().is_some_and(|last| std::ptr::eq(*last, quad)) {
                    quads[blank].push(quad);
                }
            }
        }
        Self {
            quads,
            first_degree: Vec::with_capacity(count),
            canonical: Issuer::new("c14n", count),
            work: WORK,
            depth: 0,
            digest: PhantomData,
        }
    }

    /// Steps 3 to 5 of the algorithm (section 4.4.3).
    fn name_all(&mut self, unique: bool) -> Result<(), Stop> {
        self.first_degree = (0..self.quads.len()).map(|blank| self.hash_first_degree(blank)).collect();
        let mut sorted: Vec<usize> = (0..self.quads.len()).filter(|blank| !self.quads[*blank].is_empty()).collect();
        sorted.sort_by(|a, b| self.first_degree[*a].cmp(&self.first_degree[*b]));
        let by_hash: Vec<_> = sorted.chunk_by(|a, b| self.first_degree[*a] == self.first_degree[*b]).collect();

        for alike in &by_hash {
            match alike {
                [only] => self.canonical.issue(*only),
                [one, other, ..] if unique => return Err(Stop::Alike(*one, *other)),
                _ => {}
            }
        }
        for alike in by_hash.into_iter().filter(|it| it.len() > 1) {
            let mut paths = Vec::new();
            for &blank in alike {
                if !self.canonical.has(blank) {
                    let mut issuer = Issuer::new("b", self.quads.len());
                    issuer.issue(blank);
                    paths.push(self.hash_n_degree(blank, issuer)?);
                }
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
        let mut text = String::with_capacity(160 * self.quads[reference].len());
        let mut lines = Vec::with_capacity(self.quads[reference].len());
        for quad in &self.quads[reference] {
            let start = text.len();
            quad.write(&mut text, |out, it| out.push(if it == reference { 'a' } else { 'z' }));
            lines.push(start..text.len());
        }
        lines.sort_unstable_by(|a, b| text[a.clone()].cmp(&text[b.clone()]));
        hash::<D>(lines.into_iter().map(|line| &text[line]))
    }

    /// Hash Related Blank Node, section 4.7.
    fn hash_related(&self, related: usize, quad: &Quad<'_>, issuer: &Issuer, position: char) -> String {
        let mut input = String::from(position);
        if position != 'g' {
            input.extend(["<", &*quad.predicate, ">"]);
        }
        match [&self.canonical, issuer].into_iter().find(|it| it.has(related)) {
            Some(issuer) => {
                input.push_str("_:");
                issuer.write(&mut input, related);
            }
            None => input.push_str(&self.first_degree[related]),
        }
        hash::<D>([&*input])
    }

    /// Hash N-Degree Quads, section 4.8.
    fn hash_n_degree(&mut self, identifier: usize, mut issuer: Issuer) -> Result<(String, Issuer), Stop> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Stop::TooMuchWork);
        }
        let mut by_hash: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for n in 0..self.quads[identifier].len() {
            let quad = self.quads[identifier][n];
            for (position, related) in quad.blanks().filter(|(_, it)| *it != identifier) {
                self.step()?;
                let hash = self.hash_related(related, quad, &issuer, position);
                by_hash.entry(hash).or_default().push(related);
            }
        }

        let mut data = Vec::new();
        for (hash, blanks) in by_hash {
            data.push(hash);
            let mut chosen: Option<(String, Issuer)> = None;
            for permutation in Permutations::of(blanks) {
                self.step()?;
                if let Some(better) = self.try_path(&permutation, &issuer, chosen.as_ref().map(|it| &*it.0))? {
                    chosen = Some(better);
                }
            }
            let (path, with) = chosen.expect("the first permutation is always better than none");
            data.push(path);
            issuer = with;
        }
        self.depth -= 1;
        Ok((hash::<D>(data.iter().map(|it| &**it)), issuer))
    }

    /// Steps 5.4.2 to 5.4.6 of section 4.8: the path of one permutation, unless that of another is better.
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
            if self.canonical.has(related) {
                self.canonical.write(&mut path, related);
            } else {
                if !issuer.has(related) {
                    recursion.push(related);
                    issuer.issue(related);
                }
                issuer.write(&mut path, related);
            }
            if worse(&path) {
                return Ok(None);
            }
        }
        for related in recursion {
            let (hash, with) = self.hash_n_degree(related, issuer.clone())?;
            path.push_str("_:");
            issuer.write(&mut path, related);
            path.extend(["<", &hash, ">"]);
            issuer = with;
            if worse(&path) {
                return Ok(None);
            }
        }
        Ok(best.is_none_or(|best| *path < *best).then_some((path, issuer)))
    }

    fn step(&mut self) -> Result<(), Stop> {
        self.work = self.work.checked_sub(1).ok_or(Stop::TooMuchWork)?;
        Ok(())
    }
}

fn hash<'a, D: Digest>(parts: impl IntoIterator<Item = &'a str>) -> String {
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
        // The next in lexicographic order: raise the last item that can be raised, as little as possible, and sort
        // what follows it.
        if let Some(left) = current.windows(2).rposition(|pair| pair[0] < pair[1]) {
            let mut following = current.clone();
            let right = following.iter().rposition(|it| *it > following[left]).expect("its neighbour is greater");
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
