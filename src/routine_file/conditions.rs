//! Conditions, which stand inside each other but not without end.

use toml::Spanned;
use toml::de::DeValue;

use super::keys;
use super::table::Table;
use super::value::{Value, is_unreadable, number, text_of, whole_number, wrong_shape};
use crate::domain::condition::{AnswerTest, Condition};
use crate::domain::routine_problem::{ProblemKind, Shape};

/// Far more than anyone can follow; a bound for everything that walks a condition.
const DEEPEST: usize = 16;

const HEADS: &[&str] = &["trigger", "question", "step", "date", "all", "any", "not"];
const TESTS: &[&str] = &["is", "is_not", "in", "at_least", "at_most"];

pub(super) fn optional(table: &Table, key: &'static str) -> Option<Condition> {
    Some(read_value(table.value(key)?, key, table, 0))
}

pub(super) fn of_table(table: &Table) -> Condition {
    read(table, 0).unwrap_or_else(stand_in)
}

/// Takes the place of a condition that could not be read and is reported, so that its neighbours keep theirs.
pub(super) fn stand_in() -> Condition {
    Condition::All(Vec::new())
}

fn read_value<'a>(
    value: Value<'a>,
    key: &'static str,
    parent: &Table<'a>,
    depth: usize,
) -> Condition {
    if depth >= DEEPEST {
        parent.report().add(
            value.span(),
            ProblemKind::ConditionTooDeep { limit: DEEPEST },
        );
        return stand_in();
    }
    Table::open_value(&keys::CONDITION, key, value, parent.report())
        .and_then(|table| read(&table, depth))
        .unwrap_or_else(stand_in)
}

fn read(table: &Table, depth: usize) -> Option<Condition> {
    let heads = table.present(HEADS);
    let [head] = heads[..] else {
        table.problem_here(if heads.is_empty() {
            ProblemKind::EmptyCondition
        } else {
            ProblemKind::MixedCondition { keys: heads }
        });
        return None;
    };
    if head == "question" {
        let question = table.text(head);
        let test = test(table);
        return Some(Condition::Question(question?.into(), test?));
    }
    refuse_tests(table);
    Some(match head {
        "trigger" => Condition::Trigger(table.text(head)?.into()),
        "step" => Condition::Step(table.text(head)?.into()),
        "date" => Condition::Date(table.text(head)?.into()),
        "all" => Condition::All(several(table, head, depth)),
        "any" => Condition::Any(several(table, head, depth)),
        _ => {
            let inner = read_value(table.value(head)?, head, table, depth + 1);
            Condition::Not(Box::new(inner))
        }
    })
}

fn several(table: &Table, key: &'static str, depth: usize) -> Vec<Condition> {
    table
        .list(key)
        .into_iter()
        .map(|entry| read_value(entry, key, table, depth + 1))
        .collect()
}

fn test(table: &Table) -> Option<AnswerTest> {
    let tests = table.present(TESTS);
    let [test] = tests[..] else {
        table.problem_here(if tests.is_empty() {
            ProblemKind::ConditionWithoutTest
        } else {
            ProblemKind::MixedCondition { keys: tests }
        });
        return None;
    };
    let value = table.value(test)?;
    match test {
        "is" => answer(table, test, value).map(AnswerTest::Is),
        "is_not" => answer(table, test, value).map(AnswerTest::IsNot),
        "in" => answers(table, test).map(AnswerTest::In),
        "at_least" => limit(table, test, value).map(AnswerTest::AtLeast),
        _ => limit(table, test, value).map(AnswerTest::AtMost),
    }
}

fn refuse_tests(table: &Table) {
    for key in table.present(TESTS) {
        let needs = "question";
        table.key_problem(key, ProblemKind::KeyWithout { key, needs });
    }
}

fn answers(table: &Table, key: &'static str) -> Option<Vec<String>> {
    table
        .list(key)
        .into_iter()
        .map(|entry: &Spanned<DeValue>| answer(table, key, entry))
        .collect::<Option<Vec<_>>>()
        .filter(|answers| !answers.is_empty())
}

/// An answer as a text; numbers and dates may stand without quotes.
pub(super) fn answer(table: &Table, key: &str, value: Value) -> Option<String> {
    if is_unreadable(value) {
        return None;
    }
    // A whole number keeps its digits, however many.
    let whole = whole_number(value.get_ref()).map(|number| number.to_string());
    if let Some(number) = whole.or_else(|| Some(number(value.get_ref())?.to_string())) {
        return Some(number);
    }
    if let Some(day) = super::value::day(value.get_ref()) {
        return Some(day.to_string());
    }
    text_of(table.report(), key, value).map(str::to_owned)
}

fn limit(table: &Table, key: &str, value: Value) -> Option<f64> {
    let limit = number(value.get_ref());
    if limit.is_none() {
        wrong_shape(table.report(), key, Shape::Number, value);
    }
    limit
}
