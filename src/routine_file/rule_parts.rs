//! The parts of due rules: anchors, intervals and the marks of a year.

use chrono::NaiveDate;

use super::keys;
use super::table::Table;
use super::value::{term_of, wrong_shape};
use crate::domain::due_rule::{Anchor, Interval, YearMark};
use crate::domain::routine_problem::{ProblemKind, Shape};

/// What a rule counts from: a key date's id, `{ step = … }` or `{ answer = … }`.
pub(super) fn anchor(table: &Table, key: &'static str) -> Option<Anchor> {
    let value = table.value(key)?;
    if value.get_ref().is_str() {
        return Some(Anchor::KeyDate(table.text(key)?.into()));
    }
    let inner = table.table(key, &keys::ANCHOR)?;
    match inner.present(keys::ANCHOR.keys)[..] {
        ["step"] => Some(Anchor::Step(inner.text("step")?.into())),
        ["answer"] => Some(Anchor::Answer(inner.text("answer")?.into())),
        _ => {
            inner.problem_here(ProblemKind::BadAnchor);
            None
        }
    }
}

pub(super) fn counted(table: &Table) -> bool {
    table
        .word("counted", &[("last-done", true)])
        .unwrap_or(false)
}

/// How long between two rounds: a term, or `{ answer = … }`.
pub(super) fn interval(table: &Table) -> Option<Interval> {
    let value = table.value("every")?;
    if value.get_ref().is_table() {
        let inner = table.table("every", &keys::INTERVAL)?;
        inner.require("answer");
        return Some(Interval::Answer(inner.text("answer")?.into()));
    }
    term_of(table.report(), "every", value).map(Interval::Fixed)
}

pub(super) fn year_marks(table: &Table) -> Option<Vec<YearMark>> {
    let value = table.value("each_year")?;
    if !value.get_ref().is_array() {
        wrong_shape(table.report(), "each_year", Shape::TextList, value);
        return None;
    }
    let marks: Vec<_> = table
        .texts("each_year")
        .iter()
        .enumerate()
        .map(|(place, text)| {
            let mark = year_mark(text);
            let entry = value.get_ref().get(place);
            if let (None, Some(entry)) = (mark, entry)
                && !text.is_empty()
            {
                let found = text.to_owned();
                (table.report()).add(entry.span(), ProblemKind::BadYearMark { found });
            }
            mark
        })
        .collect();
    marks
        .into_iter()
        .collect::<Option<Vec<_>>>()
        .filter(|marks| !marks.is_empty())
}

/// `03`, `09-15` or `W11`.
fn year_mark(text: &str) -> Option<YearMark> {
    if let Some(week) = text.strip_prefix('W') {
        let week = two_digits(week)?;
        return (1..=53).contains(&week).then_some(YearMark::Week(week));
    }
    let Some((month, day)) = text.split_once('-') else {
        let month = two_digits(text)?;
        return (1..=12).contains(&month).then_some(YearMark::Month(month));
    };
    let (month, day) = (two_digits(month)?, two_digits(day)?);
    // A leap year, so that 29 February is a date.
    NaiveDate::from_ymd_opt(2024, month, day)?;
    Some(YearMark::Day { month, day })
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_months_days_and_weeks() {
        for (text, mark) in [
            ("03", Some(YearMark::Month(3))),
            ("12", Some(YearMark::Month(12))),
            ("13", None),
            ("00", None),
            ("3", None),
            ("09-15", Some(YearMark::Day { month: 9, day: 15 })),
            ("02-29", Some(YearMark::Day { month: 2, day: 29 })),
            ("02-30", None),
            ("9-15", None),
            ("W11", Some(YearMark::Week(11))),
            ("W53", Some(YearMark::Week(53))),
            ("W54", None),
            ("W00", None),
            ("w11", None),
            ("å3", None),
        ] {
            assert_eq!(year_mark(text), mark, "{text}");
        }
    }
}
