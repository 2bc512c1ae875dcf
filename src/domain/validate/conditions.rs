//! Conditions: that they speak of what exists, and of answers that can be given.

use super::index::Index;
use super::{Found, walk};
use crate::domain::answer::{kind_word, stored_value};
use crate::domain::condition::{AnswerTest, Condition};
use crate::domain::nearest::nearest;
use crate::domain::routine::{AnswerKind, Routine};
use crate::domain::routine_problem::{Path, ProblemKind};

pub(super) fn check(routine: &Routine, index: &Index, found: &mut Found) {
    walk::conditions(routine, &mut |path, condition| {
        check_one(&path, condition, index, found);
    });
}

fn check_one(path: &Path, condition: &Condition, index: &Index, found: &mut Found) {
    match condition {
        Condition::Trigger(id) => (index.triggers).check(id.as_str(), path.key("trigger"), found),
        Condition::Step(id) => index.steps.check(id.as_str(), path.key("step"), found),
        Condition::Date(id) => index.key_dates.check(id.as_str(), path.key("date"), found),
        Condition::Question(id, test) => {
            if let Some(kind) = index.answerable(id.as_str(), path.key("question"), found) {
                check_test(path, id.as_str(), kind, test, found);
            }
        }
        Condition::All(inner) => check_several(&path.key("all"), inner, index, found),
        Condition::Any(inner) => check_several(&path.key("any"), inner, index, found),
        Condition::Not(inner) => check_one(&path.key("not"), inner, index, found),
    }
}

fn check_several(path: &Path, inner: &[Condition], index: &Index, found: &mut Found) {
    for (place, condition) in inner.iter().enumerate() {
        check_one(&path.index(place), condition, index, found);
    }
}

fn check_test(
    path: &Path,
    question: &str,
    kind: &AnswerKind,
    test: &AnswerTest,
    found: &mut Found,
) {
    match test {
        AnswerTest::Is(value) => check_value(path.key("is"), question, kind, value, found),
        AnswerTest::IsNot(value) => check_value(path.key("is_not"), question, kind, value, found),
        AnswerTest::In(values) => {
            for (path, value) in path.entries("in", values) {
                check_value(path, question, kind, value, found);
            }
        }
        AnswerTest::AtLeast(_) => check_limit(path.key("at_least"), question, kind, found),
        AnswerTest::AtMost(_) => check_limit(path.key("at_most"), question, kind, found),
    }
}

fn check_value(path: Path, question: &str, kind: &AnswerKind, value: &str, found: &mut Found) {
    if stored_value(kind, value).is_none() {
        found.add(path, never_the_answer(question, kind, value));
    }
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

fn check_limit(path: Path, question: &str, kind: &AnswerKind, found: &mut Found) {
    if *kind != AnswerKind::Number {
        let (question, kind) = (question.to_owned(), kind_word(kind));
        found.add(path, ProblemKind::NotANumber { question, kind });
    }
}
