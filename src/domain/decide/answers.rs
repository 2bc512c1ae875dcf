//! Answers to questions, and their withdrawal.

use super::{Draft, Refusal};
use crate::domain::answer::stored_answer;
use crate::domain::event::What;
use crate::domain::ids::QuestionId;
use crate::domain::signs::seen;

impl Draft<'_> {
    /// Answers a question or form field; an empty value withdraws the answer.
    ///
    /// # Errors
    /// An unknown question; a value its kind does not take; a closed case.
    pub fn answer(&mut self, id: &QuestionId, value: &str) -> Result<(), Refusal> {
        self.must_be_open()?;
        let Some(question) = self.routine.question(id) else {
            return Err(Refusal::UnknownQuestion(id.clone()));
        };
        let value =
            match seen(value).as_ref() {
                "" => None,
                value => Some(stored_answer(&question.kind, value).ok_or_else(|| {
                    Refusal::BadAnswer {
                        question: id.clone(),
                        value: value.to_owned(),
                    }
                })?),
            };
        // The same answer given again counts: later rounds ask for one given since the round before.
        if value.is_none() && !self.case.answers.contains_key(id) {
            return Ok(());
        }
        self.add(What::Answered {
            question: id.clone(),
            value,
        })
    }
}
