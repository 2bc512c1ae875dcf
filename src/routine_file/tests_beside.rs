//! The tests that stand beside a routine: that they speak of it, and say which day it is where that matters.

use std::ops::Range;

use chrono::NaiveDate;

use super::conditions::{answer, never_the_answer};
use super::format;
use super::table::TomlTable;
use super::value::{
    Value, day_of, in_file_order, is_unreadable, text_of, unknown_word, wrong_shape,
};
use crate::domain::answer::stored_answer;
use crate::domain::ids::{KeyDateId, QuestionId};
use crate::domain::routine::Routine;
use crate::domain::routine_problem::{IdKind, ProblemKind, Shape};
use crate::domain::routine_test::{Expected, Happened, RoundName, RoutineTest};
use crate::domain::status::Status;
use crate::domain::validate::{has_one_round, needs_today};

/// The tests of a routine whose other parts are read.
pub(super) fn read(root: &TomlTable, routine: &Routine) -> Vec<RoutineTest> {
    root.each("test", &format::TEST, |table| test(table, routine))
}

fn test(table: &TomlTable, routine: &Routine) -> RoutineTest {
    let (reader, report) = (table.reader, table.report());
    let test = RoutineTest {
        name: table.required("name"),
        dates: map(table, "dates", |name, span, value| {
            let day = day_of(report, "dates", value)?;
            let id = KeyDateId::from(name);
            reader.known(IdKind::KeyDate, id.as_str(), span);
            Some((id, day))
        }),
        answers: map(table, "answers", |name, span, value| {
            given_answer(table, name, span, value)
        }),
        trigger: table.text("trigger"),
        done: map(table, "done", |name, span, value| {
            let round = round(table, routine, name, span);
            let happened = match word_or_day(table, "done", value)? {
                WordOrDay::Day(day) => Happened::Done(day),
                WordOrDay::Word("skipped") => Happened::Skipped,
                WordOrDay::Word(word) => {
                    let unknown = unknown_word("done", word, vec!["skipped"]);
                    report.add(value.span(), unknown);
                    return None;
                }
            };
            Some((round?, happened))
        }),
        today: table.date("today"),
        expect: map(table, "expect", |name, span, value| {
            let round = round(table, routine, name, span);
            let expected = match word_or_day(table, "expect", value)? {
                WordOrDay::Day(day) => Expected::Due(day),
                WordOrDay::Word(word) => {
                    let status = Status::parse(word);
                    if status.is_none() {
                        let words = Status::ALL.map(Status::as_str).to_vec();
                        report.add(value.span(), unknown_word("expect", word, words));
                    }
                    Expected::Status(status?)
                }
            };
            Some((round?, expected))
        }),
    };
    if let Some(round) = needs_today(routine, &test).filter(|_| test.today.is_none()) {
        let because = round.to_string();
        table.problem("name", ProblemKind::NeedsToday { because });
    }
    test
}

/// The entries of a table with free keys, those that can be read: each key with its place, and its value.
fn map<'a, T>(
    table: &TomlTable<'a>,
    key: &str,
    read: impl Fn(&'a str, Range<usize>, Value<'a>) -> Option<T>,
) -> Vec<T> {
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
        .filter_map(|(name, span, value)| read(name, span, value))
        .collect()
}

fn given_answer(
    table: &TomlTable,
    name: &str,
    span: Range<usize>,
    value: Value,
) -> Option<(QuestionId, String)> {
    let written = answer(table, "answers", value)?;
    let id = QuestionId::from(name);
    let kind = table.reader.answerable(id.as_str(), span)?;
    let stored = stored_answer(kind, &written);
    if stored.is_none() {
        let kind = never_the_answer(id.as_str(), kind, &written);
        table.report().add(value.span(), kind);
    }
    Some((id, stored?))
}

fn round(
    table: &TomlTable,
    routine: &Routine,
    name: &str,
    span: Range<usize>,
) -> Option<RoundName> {
    let round = RoundName::parse(name);
    let Some(RoundName { step, round: nth }) = &round else {
        let found = name.to_owned();
        table
            .report()
            .add(span, ProblemKind::BadRoundName { found });
        return None;
    };
    let is_later = nth.is_some_and(|nth| nth > 1);
    let known = (table.reader).known(IdKind::Step, step.as_str(), span.clone());
    if known.is_some() && is_later && has_one_round(routine, step) {
        let step = step.to_string();
        table.report().add(span, ProblemKind::NoSuchRound { step });
    }
    round
}

enum WordOrDay<'a> {
    Word(&'a str),
    Day(NaiveDate),
}

fn word_or_day<'a>(table: &TomlTable, key: &str, value: Value<'a>) -> Option<WordOrDay<'a>> {
    if value.get_ref().is_str() {
        return text_of(table.report(), key, value).map(WordOrDay::Word);
    }
    day_of(table.report(), key, value).map(WordOrDay::Day)
}
