//! What waits for itself: steps through due rules, conditions and requirements, questions through conditions, key dates
//! through their order. Reopening a step is no waiting.

use std::collections::BTreeSet;

use super::graph::circles_among;
use crate::domain::condition::Condition;
use crate::domain::due_rule::{Anchor, DueChoice};
use crate::domain::routine::{Phase, Routine, Step};
use crate::domain::routine_problem::IdKind;

/// Every circle: its ids in the order they wait, from the one that stands first.
pub fn circles(routine: &Routine) -> Vec<(IdKind, Vec<String>)> {
    let steps = routine.phases.iter().flat_map(|phase| {
        let steps = phase.steps.iter();
        steps.map(move |step| {
            let needed = needed_by(phase, step).into_iter();
            let needed = needed.chain(ended_by(routine, step));
            (step.id.as_str(), needed.collect::<BTreeSet<_>>())
        })
    });
    let questions = routine.questions().map(|question| {
        let others = question.when.iter().flat_map(Condition::questions);
        (question.id.as_str(), others)
    });
    let dates = routine.key_dates.iter().map(|date| {
        let earlier = date.not_before.iter().chain(&date.expected_after);
        (date.id.as_str(), earlier.cloned())
    });
    let all = [
        (IdKind::Step, circles_among(steps)),
        (IdKind::Question, circles_among(questions)),
        (IdKind::KeyDate, circles_among(dates)),
    ];
    let circles = all.into_iter();
    circles
        .flat_map(|(what, circles)| circles.into_iter().map(move |ids| (what, ids)))
        .collect()
}

fn needed_by<'a>(phase: &'a Phase, step: &'a Step) -> BTreeSet<&'a str> {
    let conditions = phase.when.iter().chain(&step.when);
    // What is required from a later round on may wait for the first.
    let required = step
        .requires
        .iter()
        .filter(|required| required.from_round < 2);
    let required = required.map(|required| &required.condition);
    let needed = conditions.chain(required).flat_map(needed);
    needed
        .chain(step.due.iter().filter_map(counted_from))
        .collect()
}

/// The steps that come again and end a step's rules: whether they have a round to do ends them or not.
fn ended_by<'a>(routine: &'a Routine, step: &'a Step) -> impl Iterator<Item = &'a str> {
    let rules = step.due.iter().filter_map(|choice| choice.rule.repeating());
    let ends = rules.filter_map(|repeating| match repeating.until.as_ref()? {
        Anchor::Step(id) => routine.step(id).filter(|_| routine.format > 1),
        _ => None,
    });
    ends.filter(|step| step.repeats())
        .map(|step| step.id.as_str())
}

/// The step a due rule counts from, unless the rule only counts once that step is done.
fn counted_from(choice: &DueChoice) -> Option<&str> {
    let Anchor::Step(step) = &choice.rule.anchor else {
        return None;
    };
    let done_already: BTreeSet<_> = choice.conditions().flat_map(needed).collect();
    let step = step.as_str();
    (!done_already.contains(step)).then_some(step)
}

/// The steps without which a condition cannot hold: of `any` those in every branch, of `not` none.
fn needed(condition: &Condition) -> BTreeSet<&str> {
    match condition {
        Condition::Step(step) => [step.as_str()].into(),
        Condition::All(inner) => inner.iter().flat_map(needed).collect(),
        Condition::Any(inner) => inner
            .iter()
            .map(needed)
            .reduce(|some, more| &some & &more)
            .unwrap_or_default(),
        _ => BTreeSet::new(),
    }
}
