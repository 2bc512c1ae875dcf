//! Conditions, which stand inside each other but not without end, and speak of answers that can be given.

use super::reader::is_unreadable;
use super::table::{FromToml, TomlTable};
use super::value::{TomlValue, day, number, whole_number};
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

impl FromToml for Condition {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        Some(at_depth(0, value))
    }
}

/// The condition that the table itself is, or its stand-in.
pub(super) fn of_table(table: &TomlTable) -> Condition {
    read(table, 0).unwrap_or_else(stand_in)
}

/// Takes the place of a condition that could not be read and is reported, so that nothing is taken to hold always.
fn stand_in() -> Condition {
    Condition::All(Vec::new())
}

fn at_depth(depth: usize, value: &TomlValue) -> Condition {
    if depth >= DEEPEST {
        value.problem(ProblemKind::ConditionTooDeep { limit: DEEPEST });
        return stand_in();
    }
    let table = value.table();
    table
        .and_then(|table| read(&table, depth))
        .unwrap_or_else(stand_in)
}

fn read(table: &TomlTable, depth: usize) -> Option<Condition> {
    let head = table.one_of(HEADS, ProblemKind::EmptyCondition, mixed)?;
    if head != "question" {
        for key in table.present(TESTS) {
            let needs = "question";
            table.key_problem(key, ProblemKind::KeyWithout { key, needs });
        }
    }
    let inner = |value: &TomlValue| at_depth(depth + 1, value);
    let several = || table.list(head).iter().map(inner).collect();
    Some(match head {
        "trigger" => Condition::Trigger(table.read(head)?),
        "step" => Condition::Step(table.read(head)?),
        "date" => Condition::Date(table.read(head)?),
        "question" => {
            let question: Option<QuestionId> = table.read(head);
            let test = test(table, question.as_ref());
            Condition::Question(question?, test?)
        }
        "all" => Condition::All(several()),
        "any" => Condition::Any(several()),
        _ => Condition::Not(Box::new(inner(&table.value(head)?))),
    })
}

fn mixed(keys: Vec<&'static str>) -> ProblemKind {
    ProblemKind::MixedCondition { keys }
}

/// A question that is asked, and the answers that it takes.
type ComparedQuestion<'a> = Option<(&'a str, &'a AnswerKind)>;

fn test(table: &TomlTable, question: Option<&QuestionId>) -> Option<AnswerTest> {
    let key = table.one_of(TESTS, ProblemKind::ConditionWithoutTest, mixed)?;
    let value = table.value(key)?;
    let asked = question.and_then(|id| Some((id.as_str(), table.reader.answer(id.as_str())?)));
    let compared = |value: &TomlValue| compared(value, asked);
    Some(match key {
        "is" => AnswerTest::Is(compared(&value)?),
        "is_not" => AnswerTest::IsNot(compared(&value)?),
        "in" => {
            let values: Option<Vec<_>> = value.list().iter().map(compared).collect();
            AnswerTest::In(values.filter(|values| !values.is_empty())?)
        }
        "at_least" => AnswerTest::AtLeast(limit(&value, asked)?),
        _ => AnswerTest::AtMost(limit(&value, asked)?),
    })
}

/// An answer that a question is compared with, in the form it is stored if the question ever has it.
fn compared(value: &TomlValue, asked: ComparedQuestion) -> Option<String> {
    let written = answer(value)?;
    let Some((question, kind)) = asked else {
        return Some(written);
    };
    let stored = stored_value(kind, &written);
    if stored.is_none() {
        value.problem(never_the_answer(question, kind, &written));
    }
    Some(stored.unwrap_or(written))
}

fn limit(value: &TomlValue, asked: ComparedQuestion) -> Option<f64> {
    let limit = number(value.get());
    if let Some((question, kind)) =
        asked.filter(|(_, kind)| **kind != AnswerKind::Number && limit.is_some())
    {
        let (question, kind) = (question.to_owned(), kind_word(kind));
        value.problem(ProblemKind::NotANumber { question, kind });
    }
    limit.or_else(|| value.should_be(Shape::Number))
}

pub(super) fn never_the_answer(question: &str, kind: &AnswerKind, value: &str) -> ProblemKind {
    let options = match kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => options.clone(),
        AnswerKind::Roles(roles) => roles.iter().map(|(id, _)| id.clone()).collect(),
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
pub(super) fn answer(value: &TomlValue) -> Option<String> {
    if is_unreadable(value.toml) {
        return None;
    }
    let found = value.get();
    // A whole number keeps its digits, however many.
    let whole = whole_number(found).map(|number| number.to_string());
    let number = whole.or_else(|| Some(number(found)?.to_string()));
    let written = number.or_else(|| Some(day(found)?.to_string()));
    written.or_else(|| value.text().map(str::to_owned))
}
