//! Conditions, which stand inside each other but not without end, and speak of answers that can be given.

use super::format;
use super::table::TomlTable;
use super::value::{Value, is_unreadable, number, text_of, whole_number, wrong_shape};
use crate::domain::answer::{kind_word, stored_value};
use crate::domain::condition::{AnswerTest, Condition};
use crate::domain::ids::QuestionId;
use crate::domain::nearest::nearest;
use crate::domain::routine::AnswerKind;
use crate::domain::routine_problem::{ProblemKind, Shape};

/// Far more than anyone can follow; a bound for everything that walks a condition.
const DEEPEST: usize = 16;

const HEADS: [&str; 7] = ["trigger", "question", "step", "date", "all", "any", "not"];
const TESTS: [&str; 5] = ["is", "is_not", "in", "at_least", "at_most"];

/// The condition of `when`.
pub(super) fn when(table: &TomlTable) -> Option<Condition> {
    Some(read_value(table.value("when")?, "when", table, 0))
}

pub(super) fn of_table(table: &TomlTable) -> Condition {
    read(table, 0).unwrap_or_else(stand_in)
}

/// Takes the place of a condition that could not be read and is reported, so that nothing is taken to hold always.
fn stand_in() -> Condition {
    Condition::All(Vec::new())
}

fn read_value<'a>(value: Value<'a>, key: &str, parent: &TomlTable<'a>, depth: usize) -> Condition {
    if depth >= DEEPEST {
        let kind = ProblemKind::ConditionTooDeep { limit: DEEPEST };
        parent.report().add(value.span(), kind);
        return stand_in();
    }
    TomlTable::open_value(&format::CONDITION, key, value, parent.reader)
        .and_then(|table| read(&table, depth))
        .unwrap_or_else(stand_in)
}

fn read(table: &TomlTable, depth: usize) -> Option<Condition> {
    let heads = table.present(HEADS);
    let [head] = heads[..] else {
        table.problem_here(match heads.is_empty() {
            true => ProblemKind::EmptyCondition,
            false => ProblemKind::MixedCondition { keys: heads },
        });
        return None;
    };
    let several = || {
        let entries = table.list(head).into_iter();
        entries
            .map(|entry| read_value(entry, head, table, depth + 1))
            .collect()
    };
    if head != "question" {
        for key in table.present(TESTS) {
            let needs = "question";
            table.key_problem(key, ProblemKind::KeyWithout { key, needs });
        }
    }
    Some(match head {
        "trigger" => Condition::Trigger(table.text(head)?),
        "step" => Condition::Step(table.text(head)?),
        "date" => Condition::Date(table.text(head)?),
        "question" => {
            let question: Option<QuestionId> = table.text(head);
            let test = test(table, question.as_ref());
            Condition::Question(question?, test?)
        }
        "all" => Condition::All(several()),
        "any" => Condition::Any(several()),
        _ => Condition::Not(Box::new(read_value(
            table.value(head)?,
            head,
            table,
            depth + 1,
        ))),
    })
}

fn test(table: &TomlTable, question: Option<&QuestionId>) -> Option<AnswerTest> {
    let tests = table.present(TESTS);
    let [key] = tests[..] else {
        table.problem_here(match tests.is_empty() {
            true => ProblemKind::ConditionWithoutTest,
            false => ProblemKind::MixedCondition { keys: tests },
        });
        return None;
    };
    let value = table.value(key)?;
    let question =
        question.and_then(|id| Some((id.as_str(), table.reader.index.answer(id.as_str())?)));
    let compared = |value| compared(table, key, value, question);
    Some(match key {
        "is" => AnswerTest::Is(compared(value)?),
        "is_not" => AnswerTest::IsNot(compared(value)?),
        "in" => {
            let values: Option<Vec<_>> = table.list(key).into_iter().map(compared).collect();
            AnswerTest::In(values.filter(|values| !values.is_empty())?)
        }
        "at_least" => AnswerTest::AtLeast(limit(table, key, value, question)?),
        _ => AnswerTest::AtMost(limit(table, key, value, question)?),
    })
}

/// An answer that a question is compared with, in the form it is stored if the question ever has it.
fn compared(
    table: &TomlTable,
    key: &str,
    value: Value,
    question: Option<(&str, &AnswerKind)>,
) -> Option<String> {
    let written = answer(table, key, value)?;
    let Some((question, kind)) = question else {
        return Some(written);
    };
    let stored = stored_value(kind, &written);
    if stored.is_none() {
        table
            .report()
            .add(value.span(), never_the_answer(question, kind, &written));
    }
    Some(stored.unwrap_or(written))
}

fn limit(
    table: &TomlTable,
    key: &str,
    value: Value,
    question: Option<(&str, &AnswerKind)>,
) -> Option<f64> {
    let limit = number(value.get_ref());
    match question {
        _ if limit.is_none() => wrong_shape(table.report(), key, Shape::Number, value),
        Some((question, kind)) if *kind != AnswerKind::Number => {
            let (question, kind) = (question.to_owned(), kind_word(kind));
            table.problem(key, ProblemKind::NotANumber { question, kind });
        }
        _ => {}
    }
    limit
}

pub(super) fn never_the_answer(question: &str, kind: &AnswerKind, value: &str) -> ProblemKind {
    let options = match kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => options.clone(),
        AnswerKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
        _ => Vec::new(),
    };
    ProblemKind::NeverTheAnswer {
        question: question.to_owned(),
        value: value.to_owned(),
        kind: kind_word(kind),
        suggestion: nearest(value, options.iter().map(String::as_str)),
        options,
    }
}

/// An answer as a text; numbers and dates may stand without quotes.
pub(super) fn answer(table: &TomlTable, key: &str, value: Value) -> Option<String> {
    if is_unreadable(value) {
        return None;
    }
    let found = value.get_ref();
    // A whole number keeps its digits, however many.
    let whole = whole_number(found).map(|number| number.to_string());
    let number = whole.or_else(|| Some(number(found)?.to_string()));
    let written = number.or_else(|| Some(super::value::day(found)?.to_string()));
    written.or_else(|| text_of(table.report(), key, value).map(str::to_owned))
}
