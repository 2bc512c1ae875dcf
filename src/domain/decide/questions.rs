//! The questions that must be answered before a round is done.

use crate::domain::{
    case::Case,
    condition::Truth,
    facts::holds,
    ids::QuestionId,
    routine::{Question, Routine, Step},
};

/// The required questions that a step's open round still lacks an answer to.
pub fn unanswered_of(routine: &Routine, case: &Case, step: &Step) -> Vec<QuestionId> {
    routine
        .questions_of(step)
        .filter(|question| is_required_now(case, question))
        .filter(|question| !is_answered_in_round(case, step, question))
        .map(|question| question.id.clone())
        .collect()
}

/// Whether a question of a step must be answered: required, and asked at all on what is known.
pub fn is_required_now(case: &Case, question: &Question) -> bool {
    question.required && holds(question.when.as_ref(), case) == Truth::True
}

/// Whether the open round has an answer of its own: in later rounds one given since the round before,
/// in a round opened by an outcome one given since.
fn is_answered_in_round(case: &Case, step: &Step, question: &Question) -> bool {
    let Some(answer) = case.answers.get(&question.id) else {
        return false;
    };
    let round_before = case.latest_end(&step.id).map(|end| end.seq);
    let under_way = case.round_under_way(&step.id);
    let reopened = under_way.and_then(|round| Some(round.reopened.as_ref()?.seq));
    Some(answer.seq) > round_before.max(reopened)
}
