//! Each check that was made, as a row.
//!
//! Most answers are those of a thousand other awards, word for word: a row is made for many of them.

use crate::{
    model::AwardRef,
    pipeline::render::Kit,
    theme::{Prepared, codes, page::CheckRow},
    trust::{Check, Question},
};
use rayon::prelude::*;
use std::{borrow::Cow, collections::HashMap, sync::Arc};

type Row<'a> = Prepared<CheckRow<'a>>;

/// For each list of answers the rows of those that say the same on every page: not those that tell dates.
pub(in crate::pipeline::render) type Rows<'a> = Vec<Vec<Option<Row<'a>>>>;

impl<'a> Kit<'a> {
    /// The rows of everything that was answered.
    pub(in crate::pipeline::render) fn rows(&self) -> Rows<'a> {
        let rows = |answers: &'a [Arc<[Check]>]| {
            let mut known: HashMap<&Check, Row<'a>> = HashMap::new();
            let row = move |check: &'a Check| {
                let made = || {
                    let mut row = self.row(check, check.sentence.key(), in_prose(check.sentence.said(self.words)));
                    row.row_html = self.pages.part("check_row", "check", &row);
                    Prepared::new(&row)
                };
                (check.question != Question::Dates).then(|| known.entry(check).or_insert_with(made).clone())
            };
            answers.iter().scan(row, |row, it| Some(it.iter().map(row).collect()))
        };
        self.plan.verified.answers().par_chunks(1024).flat_map_iter(rows).collect()
    }

    /// The rows of an award.
    pub(super) fn checks(&self, award: AwardRef) -> Vec<Row<'a>> {
        let checks = self.plan.verified.checks(award);
        let rows = &self.rows[self.plan.verified.answered(award)];
        let row = |(row, check): (&Option<Row<'a>>, &Check)| match row {
            Some(row) => row.clone(),
            None => {
                let (key, sentence) = self.dates(award);
                Prepared::new(&self.row(check, key, sentence))
            }
        };
        rows.iter().zip(checks).map(row).collect()
    }

    fn row(&self, check: &Check, key: &str, sentence: String) -> CheckRow<'a> {
        let (outcome, word) = codes::outcome(self.words, &check.outcome);
        let question = codes::question(self.words, check.question);
        let language = self.words.stand_in(key);
        CheckRow { question, outcome, word, sentence: Cow::Owned(sentence), language, row_html: None }
    }

    /// From when until when it is valid, in days of the site's zone, as everywhere on the page.
    fn dates(&self, award: AwardRef) -> (&'static str, String) {
        let assertion = &self.gallery.assertions[award];
        let begun = if assertion.valid_from > self.now { "no" } else { "yes" };
        let from = self.calendar.date(assertion.valid_from);
        let (key, until) = match assertion.valid_until {
            Some(end) if end <= self.now => ("check-dates-ended", self.calendar.last_day(end).text),
            Some(end) => ("check-dates-ends", self.calendar.last_day(end).text),
            None => ("check-dates-open", String::new()),
        };
        (key, self.words.say(key, &[("begun", begun.into()), ("from", from.into()), ("until", until.into())]))
    }
}

/// A check's answer without the marks of a terminal, and without a full stop, which the template sets.
fn in_prose(mut sentence: String) -> String {
    sentence.retain(|it| it != '`');
    sentence.truncate(sentence.trim_end_matches('.').len());
    sentence
}
