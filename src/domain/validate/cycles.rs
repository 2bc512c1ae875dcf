//! What waits for itself: steps through due rules, conditions and requirements, questions through conditions, key dates
//! through their order. Reopening a step is no waiting.

use std::collections::{BTreeSet, HashMap};

use super::graph::Graph;
use super::{Found, walk};
use crate::domain::condition::Condition;
use crate::domain::due_rule::{Anchor, DueChoice};
use crate::domain::routine::{Routine, Step};
use crate::domain::routine_problem::{IdKind, Path, ProblemKind};

pub(super) fn check(routine: &Routine, found: &mut Found) {
    steps(routine, found);
    questions(routine, found);
    key_dates(routine, found);
}

fn steps(routine: &Routine, found: &mut Found) {
    let mut graph = Graph::of(walk::steps(routine).map(|(_, step)| step.id.as_str()));
    for phase in &routine.phases {
        let of_phase = phase.when.as_ref().map(needed).unwrap_or_default();
        for step in &phase.steps {
            for first in of_phase.iter().chain(&needed_by(step)) {
                graph.add(step.id.as_str(), first);
            }
        }
    }
    let places = walk::steps(routine).map(|(path, step)| (step.id.as_str(), path));
    let places = places.collect();
    report(IdKind::Step, &graph, &places, found);
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

fn questions(routine: &Routine, found: &mut Found) {
    let all: Vec<_> = walk::all_questions(routine).collect();
    let mut graph = Graph::of(all.iter().map(|(_, question)| question.id.as_str()));
    for (_, question) in &all {
        for first in question.when.iter().flat_map(|when| when.questions()) {
            graph.add(question.id.as_str(), first.as_str());
        }
    }
    let places = all.iter().map(|(path, q)| (q.id.as_str(), path.clone()));
    let places = places.collect();
    report(IdKind::Question, &graph, &places, found);
}

fn key_dates(routine: &Routine, found: &mut Found) {
    let dates = &routine.key_dates;
    let mut graph = Graph::of(dates.iter().map(|date| date.id.as_str()));
    for date in dates {
        for earlier in date.not_before.iter().chain(&date.expected_after) {
            graph.add(date.id.as_str(), earlier.as_str());
        }
    }
    let places = Path::root().entries("key_date", dates);
    let places = places
        .map(|(path, date)| (date.id.as_str(), path))
        .collect();
    report(IdKind::KeyDate, &graph, &places, found);
}

fn report(what: IdKind, graph: &Graph, places: &HashMap<&str, Path>, found: &mut Found) {
    for circle in graph.circles() {
        let path = circle.first().and_then(|id| places.get(id));
        let path = path.map(|path| path.key("id")).unwrap_or_default();
        let ids = circle.iter().map(|id| (*id).to_owned()).collect();
        found.add(path, ProblemKind::Cycle { what, ids });
    }
}
