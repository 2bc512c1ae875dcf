//! The tests that stand beside a routine.

use std::ops::Range;

use chrono::NaiveDate;

use super::conditions::answer;
use super::keys;
use super::table::Table;
use super::value::{
    Value, day_of, in_file_order, is_unreadable, text_of, unknown_word, wrong_shape,
};
use crate::domain::plan::Status;
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::routine_test::{Expected, Happened, RoundName, RoutineTest};

pub(super) fn read(root: &Table) -> Vec<RoutineTest> {
    root.each("test", &keys::TEST, test)
}

fn test(table: &Table) -> RoutineTest {
    table.require("expect");
    RoutineTest {
        name: table.required_text("name"),
        dates: map(table, "dates", |_, value| {
            day_of(table.report(), "dates", value)
        }),
        answers: map(table, "answers", |_, value| answer(table, "answers", value)),
        trigger: table.text("trigger").map(Into::into),
        done: rounds(table, "done", happened),
        today: table.date("today"),
        expect: rounds(table, "expect", expected),
    }
}

/// The entries of a table with free keys, those that can be read.
fn map<'a, K: From<&'a str>, T>(
    table: &Table<'a>,
    key: &'static str,
    read: impl Fn(&Range<usize>, Value<'a>) -> Option<T>,
) -> Vec<(K, T)> {
    let Some(value) = table.value(key) else {
        return Vec::new();
    };
    let Some(entries) = value.get_ref().as_table() else {
        wrong_shape(table.report(), key, Shape::Table, value);
        return Vec::new();
    };
    if entries.is_empty() {
        let empty = key.to_owned();
        table.problem(key, ProblemKind::EmptyList { key: empty });
    }
    in_file_order(entries)
        .into_iter()
        .filter(|(_, _, value)| !is_unreadable(value))
        .filter_map(|(name, span, value)| Some((name.into(), read(&span, value)?)))
        .collect()
}

fn rounds<'a, T>(
    table: &Table<'a>,
    key: &'static str,
    read: fn(&Table<'a>, Value<'a>) -> Option<T>,
) -> Vec<(RoundName, T)> {
    let read = |span: &Range<usize>, value| Some((span.clone(), read(table, value)?));
    let rounds = map::<&str, _>(table, key, read).into_iter();
    let named = rounds.filter_map(|(name, (span, value))| {
        let round = RoundName::parse(name);
        if round.is_none() {
            let found = name.to_owned();
            (table.report()).add(span, ProblemKind::BadRoundName { found });
        }
        Some((round?, value))
    });
    named.collect()
}

fn happened(table: &Table, value: Value) -> Option<Happened> {
    match word_or_day(table, "done", value)? {
        WordOrDay::Day(day) => Some(Happened::Done(day)),
        WordOrDay::Word("skipped") => Some(Happened::Skipped),
        WordOrDay::Word(word) => {
            report_unknown(table, "done", value, word, vec!["skipped"]);
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
        report_unknown(table, "expect", value, word, words);
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
    day_of(table.report(), key, value).map(WordOrDay::Day)
}

fn report_unknown(table: &Table, key: &str, value: Value, found: &str, allowed: Vec<&'static str>) {
    let problem = unknown_word(key, found, allowed);
    table.report().add(value.span(), problem);
}
