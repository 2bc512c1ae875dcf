//! Whether a routine holds together as a whole: nothing waits for itself, no step rests on what it asks itself, no test
//! on a day that it does not say. That each part says what can be is the reader's to tell.

mod circles;
mod graph;

use std::collections::HashSet;

use super::{
    condition::{Condition, Missing},
    due_rule::{Anchor, DueChoice, Interval},
    ids::{QuestionId, StepId},
    routine::{Routine, Step},
    routine_test::{Expected, Happened, RoundName, RoutineTest},
};

pub use circles::circles;

/// Steps that ask what their own dates or conditions rest on and have no later round that could see the answer: what is
/// answered with a round counts from the next.
pub fn own_answers(routine: &Routine) -> Vec<(&StepId, &QuestionId)> {
    let reopened: HashSet<_> = reopened(routine).collect();
    let steps = routine.steps();
    let once = steps.filter(|step| !step.repeats() && !reopened.contains(&step.id));
    let own = once.flat_map(|step| {
        let rests_on = rests_on(step);
        let asked = step.asks.iter().chain(step.questions.iter().map(|q| &q.id));
        asked
            .filter(move |id| rests_on.contains(&Missing::Question(QuestionId::clone(id))))
            .map(|id| (&step.id, id))
    });
    own.collect()
}

fn reopened(routine: &Routine) -> impl Iterator<Item = &StepId> {
    let outcomes = routine.steps().flat_map(|step| &step.outcomes);
    outcomes.flat_map(|outcome| &outcome.reopen)
}

/// What a step's dates and its own condition rest on.
pub(super) fn rests_on(step: &Step) -> HashSet<Missing> {
    let conditions = step.due.iter().flat_map(DueChoice::conditions);
    let conditions = step.when.iter().chain(conditions);
    let mut found: HashSet<_> = conditions.flat_map(Condition::looks_at).collect();
    for choice in &step.due {
        let repeating = choice.rule.repeating();
        if let Some(Interval::Answer(question)) = repeating.and_then(|r| r.series.interval()) {
            found.insert(Missing::Question(question.clone()));
        }
        let until = repeating.and_then(|repeating| repeating.until.as_ref());
        let anchors = until.into_iter().chain([&choice.rule.anchor]);
        found.extend(anchors.map(|anchor| match anchor {
            Anchor::KeyDate(date) => Missing::Date(date.clone()),
            Anchor::Step(step) => Missing::Step(step.clone()),
            Anchor::Answer(question) => Missing::Question(question.clone()),
            Anchor::Booking(step) => Missing::Booking(step.clone()),
        }));
    }
    found
}

/// Whether a step has one round only in a new case: its rule does not repeat, and nothing opens it anew.
pub fn has_one_round(routine: &Routine, step: &StepId) -> bool {
    let is_single = routine.step(step).is_some_and(|step| !step.repeats());
    is_single && !reopened(routine).any(|reopened| reopened == step)
}

/// The round that makes a test depend on which day it is, if any does: a step skipped "today", or a date that is not to
/// lie before the day its anchor was entered.
pub fn needs_today<'t>(routine: &Routine, test: &'t RoutineTest) -> Option<&'t RoundName> {
    let skipped = test.done.iter().find(|(_, how)| *how == Happened::Skipped);
    let dated = || {
        let due = test.expect.iter();
        let mut due = due.filter(|(_, expected)| matches!(expected, Expected::Due(_)));
        due.find(|(name, _)| depends_on_entry(routine, &name.step, test))
            .map(|(name, _)| name)
    };
    skipped.map(|(name, _)| name).or_else(dated)
}

fn depends_on_entry(routine: &Routine, step: &StepId, test: &RoutineTest) -> bool {
    let choices = routine.step(step).into_iter().flat_map(|step| &step.due);
    let at_once = choices.filter(|choice| choice.rule.or_at_once);
    let mut anchors = at_once.map(|choice| &choice.rule.anchor);
    anchors.any(|anchor| match anchor {
        Anchor::KeyDate(id) => test.dates.iter().any(|(given, _)| given == id),
        Anchor::Answer(id) => test.answers.iter().any(|(given, _)| given == id),
        Anchor::Step(id) => test.done.iter().any(|(name, _)| name.step == *id),
        Anchor::Booking(id) => test.planned.iter().any(|(booked, _)| booked == id),
    })
}
