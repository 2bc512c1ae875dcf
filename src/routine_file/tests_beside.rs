//! The tests that stand beside a routine: that they speak of it, and say which day it is where that matters.

use std::ops::Range;

use chrono::NaiveDate;

use super::conditions::{answer, never_the_answer};
use super::reader::FileReader;
use super::table::TomlTable;
use super::value::TomlValue;
use crate::domain::answer::stored_answer;
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::domain::routine::Routine;
use crate::domain::routine_problem::{IdKind, ProblemKind};
use crate::domain::routine_test::{Expected, Happened, RoundName, RoutineTest};
use crate::domain::status::Status;
use crate::domain::validate::{has_one_round, needs_today};

/// The tests of a routine whose other parts are read.
pub(super) fn read(root: &TomlTable, routine: &Routine) -> Vec<RoutineTest> {
    let tables = root.list("test").into_iter();
    let tables = tables.filter_map(|test| test.table());
    tables.map(|table| test(&table, routine)).collect()
}

fn test(table: &TomlTable, routine: &Routine) -> RoutineTest {
    let skipped = [("skipped", Happened::Skipped)];
    let statuses = Status::ALL.map(|status| (status.as_str(), Expected::Status(status)));
    let test = RoutineTest {
        name: table.get("name"),
        dates: map(table, "dates", |name, span, value| {
            let day = value.day()?;
            let id = KeyDateId::from(name);
            value.reader.known(IdKind::KeyDate, id.as_str(), span);
            Some((id, day))
        }),
        answers: map(table, "answers", given_answer),
        trigger: table.get("trigger"),
        planned: map(table, "planned", |name, span, value| {
            let day = value.day()?;
            let id = StepId::from(name);
            value.reader.known(IdKind::Step, id.as_str(), span);
            Some((id, day))
        }),
        done: rounds(table, "done", routine, Happened::Done, &skipped),
        today: table.get("today"),
        expect: rounds(table, "expect", routine, Expected::Due, &statuses),
    };
    if let Some(round) = needs_today(routine, &test).filter(|_| test.today.is_none()) {
        let because = round.to_string();
        table.problem("name", ProblemKind::NeedsToday { because });
    }
    test
}

/// The entries of a table with free keys, those that can be read: each key with its place, and its value.
fn map<T>(
    table: &TomlTable,
    key: &str,
    read: impl Fn(&str, Range<usize>, &TomlValue) -> Option<T>,
) -> Vec<T> {
    let Some(value) = table.value(key) else {
        return Vec::new();
    };
    if value.get().as_table().is_some_and(|table| table.is_empty()) {
        let key = key.to_owned();
        value.problem(ProblemKind::EmptyList { key });
    }
    let entries = value.map().into_iter();
    entries
        .filter_map(|(name, span, value)| read(name, span, &value))
        .collect()
}

fn given_answer(name: &str, span: Range<usize>, value: &TomlValue) -> Option<(QuestionId, String)> {
    let written = answer(value)?;
    let id = QuestionId::from(name);
    let kind = value.reader.answerable(id.as_str(), span)?;
    let stored = stored_answer(kind, &written);
    if stored.is_none() {
        value.problem(never_the_answer(id.as_str(), kind, &written));
    }
    Some((id, stored?))
}

/// What is said of rounds: a day, or one of some words.
fn rounds<T: Clone>(
    table: &TomlTable,
    key: &str,
    routine: &Routine,
    of_day: fn(NaiveDate) -> T,
    words: &[(&'static str, T)],
) -> Vec<(RoundName, T)> {
    map(table, key, |name, span, value| {
        let round = round(routine, name, span, value.reader);
        if !value.get().is_str() {
            let day = value.day()?;
            return Some((round?, of_day(day)));
        }
        let found = value.text()?;
        match words.iter().find(|(word, _)| *word == found) {
            Some((_, meant)) => Some((round?, meant.clone())),
            None => value.unknown_word(found, words.iter().map(|(word, _)| *word).collect()),
        }
    })
}

fn round(
    routine: &Routine,
    name: &str,
    span: Range<usize>,
    reader: &FileReader,
) -> Option<RoundName> {
    let round = RoundName::parse(name);
    let Some(RoundName { step, round: nth }) = &round else {
        let found = name.to_owned();
        reader.report(span, ProblemKind::BadRoundName { found });
        return None;
    };
    let is_later = nth.is_some_and(|nth| nth > 1);
    let known = reader.known(IdKind::Step, step.as_str(), span.clone());
    if known.is_some() && is_later && has_one_round(routine, step) {
        let step = step.to_string();
        reader.report(span, ProblemKind::NoSuchRound { step });
    }
    round
}
