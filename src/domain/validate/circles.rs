//! What waits for itself: steps through due rules, conditions and requirements, questions through conditions, key dates
//! through their order. Reopening a step is no waiting.

use std::collections::BTreeSet;

use super::graph::Graph;
use crate::domain::{
    condition::Condition,
    due_rule::{Anchor, DueChoice},
    routine::{Routine, Step},
    routine_problem::IdKind,
};

/// Every circle: its ids in the order they wait, from the one that stands first.
pub fn circles(routine: &Routine) -> Vec<(IdKind, Vec<String>)> {
    let all = [
        (IdKind::Step, steps(routine)),
        (IdKind::Question, questions(routine)),
        (IdKind::KeyDate, key_dates(routine)),
    ];
    let circles = all.iter().flat_map(|(what, graph)| {
        let named = |circle: Vec<&str>| circle.into_iter().map(str::to_owned).collect();
        let circles = graph.circles().into_iter();
        circles.map(move |circle| (*what, named(circle)))
    });
    circles.collect()
}

fn steps(routine: &Routine) -> Graph<'_> {
    let mut graph = Graph::of(routine.steps().map(|(_, step)| step.id.as_str()));
    for (phase, step) in routine.steps() {
        let of_phase = phase.when.as_ref().map(needed).unwrap_or_default();
        for first in of_phase.union(&needed_by(step)) {
            graph.add(step.id.as_str(), first);
        }
    }
    graph
}

fn needed_by(step: &Step) -> BTreeSet<&str> {
    let mut all = step.when.as_ref().map(needed).unwrap_or_default();
    for requirement in &step.requires {
        all.extend(needed(&requirement.condition));
    }
    for choice in &step.due {
        all.extend(counted_from(choice));
    }
    all
}

/// The step a due rule counts from, unless the rule only counts once that step is done.
fn counted_from(choice: &DueChoice) -> Option<&str> {
    let Some(Anchor::Step(step)) = choice.rule.kind.anchor() else {
        return None;
    };
    let done_already = choice.when.as_ref().map(needed).unwrap_or_default();
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

fn questions(routine: &Routine) -> Graph<'_> {
    let mut graph = Graph::of(routine.questions().map(|question| question.id.as_str()));
    for question in routine.questions() {
        for first in question.when.iter().flat_map(Condition::questions) {
            graph.add(question.id.as_str(), first.as_str());
        }
    }
    graph
}

fn key_dates(routine: &Routine) -> Graph<'_> {
    let dates = &routine.key_dates;
    let mut graph = Graph::of(dates.iter().map(|date| date.id.as_str()));
    for date in dates {
        for earlier in date.not_before.iter().chain(&date.expected_after) {
            graph.add(date.id.as_str(), earlier.as_str());
        }
    }
    graph
}
