//! Rules that hang on what the step itself asks: what is answered with a round counts from the next, so a step that has
//! no next one never sees it.

use std::collections::HashSet;

use super::unused::Used;
use super::{Found, walk};
use crate::domain::routine::Routine;
use crate::domain::routine_problem::ProblemKind;

/// Looks at every step that neither repeats nor is opened anew.
pub(super) fn check(routine: &Routine, found: &mut Found) {
    let outcomes = routine.steps().flat_map(|(_, step)| &step.outcomes);
    let reopened: HashSet<_> = outcomes.flat_map(|outcome| &outcome.reopen).collect();
    for (path, step) in walk::steps(routine) {
        if step.repeats() || reopened.contains(&step.id) {
            continue;
        }
        let mut used = Used::default();
        for choice in &step.due {
            used.by_rule(&choice.rule.kind);
        }
        let conditions = step.due.iter().filter_map(|choice| choice.when.as_ref());
        for condition in conditions.chain(&step.when) {
            used.by_condition(condition);
        }
        let own = step.questions.iter().map(|question| &question.id);
        for id in step.asks.iter().chain(own) {
            if used.questions.contains(id.as_str()) {
                let question = id.to_string();
                found.add(path.key("id"), ProblemKind::OwnAnswer { question });
            }
        }
    }
}
