//! The tests that stand beside a routine.

use std::ops::Range;

use chrono::NaiveDate;

use super::conditions::answer;
use super::keys;
use super::table::Table;
use super::texts::{text_of, wrong_shape};
use super::value::{Value, day, in_file_order, is_unreadable};
use crate::domain::nearest::nearest;
use crate::domain::plan::Status;
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::routine_test::{Expected, Happened, RoundName, RoutineTest};

pub(super) fn read(root: &Table) -> Vec<RoutineTest> {
    root.tables("test", &keys::TEST).iter().map(test).collect()
}

fn test(table: &Table) -> RoutineTest {
    table.require("expect");
    RoutineTest {
        name: table.required_text("name"),
        dates: map(table, "dates", |_, value| date_of(table, "dates", value))
            .into_iter()
            .map(|(id, day)| (id.into(), day))
            .collect(),
        answers: map(table, "answers", |_, value| answer(table, "answers", value))
            .into_iter()
            .map(|(id, value)| (id.into(), value))
            .collect(),
        trigger: table.text("trigger").map(Into::into),
        done: rounds(table, "done", happened),
        today: table.date("today"),
        expect: rounds(table, "expect", expected),
    }
}

/// The entries of a table with free keys, those that can be read.
fn map<'a, T>(
    table: &Table<'a>,
    key: &'static str,
    read: impl Fn(&Range<usize>, Value<'a>) -> Option<T>,
) -> Vec<(&'a str, T)> {
    let Some(value) = table.value(key) else {
        return Vec::new();
    };
    let Some(entries) = value.get_ref().as_table() else {
        wrong_shape(table.report(), key, Shape::Table, value);
        return Vec::new();
    };
    if entries.is_empty() {
        table.problem(
            key,
            ProblemKind::EmptyList {
                key: key.to_owned(),
            },
        );
    }
    in_file_order(entries)
        .into_iter()
        .filter(|(_, _, value)| !is_unreadable(value))
        .filter_map(|(name, span, value)| Some((name, read(&span, value)?)))
        .collect()
}

fn rounds<'a, T>(
    table: &Table<'a>,
    key: &'static str,
    read: fn(&Table<'a>, Value<'a>) -> Option<T>,
) -> Vec<(RoundName, T)> {
    map(table, key, |span, value| {
        Some((span.clone(), read(table, value)?))
    })
    .into_iter()
    .filter_map(|(name, (span, value))| {
        let Some(round) = RoundName::parse(name) else {
            let found = name.to_owned();
            table
                .report()
                .add(span, ProblemKind::BadRoundName { found });
            return None;
        };
        Some((round, value))
    })
    .collect()
}

fn date_of(table: &Table, key: &str, value: Value) -> Option<NaiveDate> {
    let found = day(value.get_ref());
    if found.is_none() {
        wrong_shape(table.report(), key, Shape::Date, value);
    }
    found
}

fn happened(table: &Table, value: Value) -> Option<Happened> {
    match word_or_day(table, "done", value)? {
        WordOrDay::Day(day) => Some(Happened::Done(day)),
        WordOrDay::Word("skipped") => Some(Happened::Skipped),
        WordOrDay::Word(word) => {
            unknown_word(table, "done", value, word, vec!["skipped"]);
            None
        }
    }
}

fn expected(table: &Table, value: Value) -> Option<Expected> {
    let word = match word_or_day(table, "expect", value)? {
        WordOrDay::Day(day) => return Some(Expected::Due(day)),
        WordOrDay::Word(word) => word,
    };
    let status = Status::parse(word);
    if status.is_none() {
        let words = Status::ALL.map(Status::as_str).to_vec();
        unknown_word(table, "expect", value, word, words);
    }
    status.map(Expected::Status)
}

enum WordOrDay<'a> {
    Word(&'a str),
    Day(NaiveDate),
}

fn word_or_day<'a>(table: &Table, key: &str, value: Value<'a>) -> Option<WordOrDay<'a>> {
    if value.get_ref().is_str() {
        return text_of(table.report(), key, value).map(WordOrDay::Word);
    }
    date_of(table, key, value).map(WordOrDay::Day)
}

fn unknown_word(table: &Table, key: &str, value: Value, found: &str, allowed: Vec<&'static str>) {
    let suggestion = nearest(found, allowed.iter().copied());
    table.report().add(
        value.span(),
        ProblemKind::UnknownWord {
            key: key.to_owned(),
            found: found.to_owned(),
            allowed,
            suggestion,
        },
    );
}
