//! Places in status lists: random, and never given twice.

use super::{Refused, random};
use crate::{
    model::{Gallery, Slug},
    trust::status::{Bits, LENGTH},
};

/// The places that an issuer has left.
pub(super) struct Places {
    /// The list in use.
    list: u32,
    /// Which of its places are taken; erased awards keep theirs.
    taken: Bits,
    /// How many are left.
    free: u32,
    /// How many bits a list has.
    length: u32,
    /// Lists that have to be made.
    pub(super) new: Vec<u32>,
}

impl Places {
    /// The places of `issuer`'s newest list, or of its first if it has none.
    pub(super) fn of(issuer: &Slug, gallery: &Gallery) -> Self {
        let files = gallery.status_lists.iter().filter(|it| it.issuer == *issuer).map(|it| it.number);
        let standings = gallery.ledgers.get(issuer).map(|it| it.standings()).unwrap_or_default();
        let existing = files.max();
        let list = standings.values().map(|it| it.list).chain(existing).max().unwrap_or(1);
        let taken = standings.values().filter(|it| it.list == list).map(|it| it.index);
        let mut places = Self::new(list, taken, LENGTH);
        if existing != Some(list) {
            places.new.push(list);
        }
        places
    }

    fn new(list: u32, indexes: impl Iterator<Item = u32>, length: u32) -> Self {
        let mut taken = Bits::new();
        let mut free = length;
        for index in indexes {
            if taken.get(index) == Some(false) {
                taken.set(index, true);
                free = free.saturating_sub(1);
            }
        }
        Self { list, taken, free, length, new: Vec::new() }
    }

    /// Takes a random place: the number of its list, and the index in it.
    pub(super) fn take(&mut self) -> Result<(u32, u32), Refused> {
        if self.free == 0 {
            let list = self.list + 1;
            let mut new = std::mem::take(&mut self.new);
            new.push(list);
            *self = Self { new, ..Self::new(list, std::iter::empty(), self.length) };
        }
        let index = if self.free > self.length / 2 { self.guess()? } else { self.nth_free(below(self.free)?) };
        self.taken.set(index, true);
        self.free -= 1;
        Ok((self.list, index))
    }

    /// While most places are free, a guess is right more often than not.
    fn guess(&self) -> Result<u32, Refused> {
        loop {
            let index = below(self.length)?;
            if self.taken.get(index) == Some(false) {
                return Ok(index);
            }
        }
    }

    fn nth_free(&self, n: u32) -> u32 {
        (0..self.length)
            .filter(|index| self.taken.get(*index) == Some(false))
            .nth(n as usize)
            .expect("there are as many free places as were counted")
    }
}

/// Where a status list is.
pub(super) fn path(issuer: &Slug, list: u32) -> String {
    format!("status/{issuer}/{list}.json")
}

/// A random number below `bound`, every one as likely as the others.
fn below(bound: u32) -> Result<u32, Refused> {
    let fair = u32::MAX - u32::MAX % bound;
    loop {
        let number = u32::from_ne_bytes(random()?);
        if number < fair {
            return Ok(number % bound);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_place_is_given_twice_and_a_full_list_is_followed_by_a_new_one() {
        let length = 64;
        let mut places = Places::new(1, (0..length).filter(|it| it % 3 == 0), length);
        let mut seen = BTreeSet::new();
        for _ in 0..length - 22 {
            let (list, index) = places.take().unwrap();
            assert_eq!(list, 1);
            assert!(index < length && index % 3 != 0 && seen.insert(index));
        }
        assert!(places.new.is_empty());

        assert_eq!(places.take().unwrap().0, 2);
        assert_eq!(places.new, [2]);
    }

    #[test]
    fn the_last_place_of_a_list_of_full_length_is_found() {
        let mut places = Places::new(7, (0..LENGTH).filter(|it| *it != 94_567), LENGTH);
        assert_eq!(places.take().unwrap(), (7, 94_567));
        assert_eq!(places.take().unwrap().0, 8);
    }
}
