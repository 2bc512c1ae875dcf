//! A case that continues another, after a re-placement: the old one closes as the new one opens.

use crate::commands::support::facts::Facts;
use crate::commands::support::routines::OpenedCase;
use crate::domain::answer::stored_answer;
use crate::domain::routine::{Ask, Routine};

/// What is carried over: who holds which role, and the answers to opening questions the new routine asks too. Never
/// consent, nor anything else a step has asked.
pub(super) fn carry_over(facts: &mut Facts, old: &OpenedCase, routine: &Routine) {
    for (role, who) in &old.case.roles {
        let is_given = facts.role.iter().any(|(given, _)| given == role);
        if !is_given && routine.role(role).is_some() {
            facts.role.push((role.clone(), Some(who.clone())));
        }
    }
    let opening = routine.questions.iter().filter(|q| q.ask == Ask::AtStart);
    for question in opening {
        let asked_at_start = old
            .routine
            .questions
            .iter()
            .any(|before| before.id == question.id && before.ask == Ask::AtStart);
        let is_given = facts.answer.iter().any(|(given, _)| *given == question.id);
        // An option that the new routine no longer has is left to be answered anew.
        let answer = old.case.answers.get(&question.id);
        let answer = answer.and_then(|answer| stored_answer(&question.kind, &answer.value));
        if asked_at_start && !is_given && answer.is_some() {
            facts.answer.push((question.id.clone(), answer));
        }
    }
}
