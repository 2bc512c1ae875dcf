//! Brings the answers a routine speaks of into the form in which answers are stored: `ja` to `yes`, `3 veckor` to
//! `3 weeks`, so that conditions can compare them.

use std::collections::HashMap;

use crate::domain::answer::{stored_answer, stored_value};
use crate::domain::condition::{AnswerTest, Condition};
use crate::domain::ids::QuestionId;
use crate::domain::routine::{AnswerKind, FieldContent, Question, Routine, Step};
use crate::domain::validate::all_questions;

/// Changes every answer that its question takes; others stay as they are for `validate` to refuse.
pub(super) fn normalise(routine: &mut Routine) {
    let kinds = kinds(routine);
    for test in &mut routine.tests {
        for (question, value) in &mut test.answers {
            if let Some(stored) = kinds.get(question).and_then(|k| stored_answer(k, value)) {
                *value = stored;
            }
        }
    }
    each_condition(routine, &mut |condition| normalise_one(condition, &kinds));
}

fn kinds(routine: &Routine) -> HashMap<QuestionId, AnswerKind> {
    all_questions(routine)
        .map(|(_, question)| (question.id.clone(), question.kind.clone()))
        .collect()
}

fn normalise_one(condition: &mut Condition, kinds: &HashMap<QuestionId, AnswerKind>) {
    match condition {
        Condition::All(inner) | Condition::Any(inner) => {
            inner.iter_mut().for_each(|c| normalise_one(c, kinds));
        }
        Condition::Not(inner) => normalise_one(inner, kinds),
        Condition::Question(question, test) => {
            let Some(kind) = kinds.get(question) else {
                return;
            };
            for value in compared(test) {
                if let Some(stored) = stored_value(kind, value) {
                    *value = stored;
                }
            }
        }
        _ => {}
    }
}

fn compared(test: &mut AnswerTest) -> &mut [String] {
    match test {
        AnswerTest::Is(value) | AnswerTest::IsNot(value) => std::slice::from_mut(value),
        AnswerTest::In(values) => values,
        AnswerTest::AtLeast(_) | AnswerTest::AtMost(_) => &mut [],
    }
}

fn each_condition(routine: &mut Routine, visit: &mut impl FnMut(&mut Condition)) {
    for question in &mut routine.questions {
        of_question(question, visit);
    }
    for phase in &mut routine.phases {
        phase.when.iter_mut().for_each(&mut *visit);
        for step in &mut phase.steps {
            of_step(step, visit);
        }
    }
    for field in routine.documents.iter_mut().flat_map(|d| &mut d.fields) {
        match &mut field.content {
            FieldContent::Own(question) => of_question(question, visit),
            FieldContent::Blank { when, .. } => when.iter_mut().for_each(&mut *visit),
            FieldContent::Asks(_) => {}
        }
    }
}

fn of_question(question: &mut Question, visit: &mut impl FnMut(&mut Condition)) {
    question.when.iter_mut().for_each(visit);
}

fn of_step(step: &mut Step, visit: &mut impl FnMut(&mut Condition)) {
    let questions = step.questions.iter_mut().map(|q| &mut q.when);
    let participants = step.participants.iter_mut().map(|p| &mut p.when);
    let items = step.items.iter_mut().map(|i| &mut i.when);
    let outcomes = step.outcomes.iter_mut().map(|o| &mut o.when);
    let due = step.due.iter_mut().map(|d| &mut d.when);
    std::iter::once(&mut step.when)
        .chain(questions)
        .chain(participants)
        .chain(items)
        .chain(outcomes)
        .chain(due)
        .flatten()
        .chain(step.requires.iter_mut().map(|r| &mut r.condition))
        .for_each(visit);
}
