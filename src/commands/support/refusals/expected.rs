//! What a question takes, in words.

use super::Refusals;
use crate::domain::ids::QuestionId;
use crate::domain::routine::{AnswerKind, Question};
use crate::ui::wording::{Phrase, Titles, Words};

impl Refusals<'_> {
    pub(super) fn question_and_options(&self, id: &QuestionId) -> Phrase {
        let question = Titles::of(self.routine).question(id);
        Phrase::verbatim(format!("{id}: {question} ({})", self.expected(id)))
    }

    pub(super) fn expected(&self, id: &QuestionId) -> String {
        self.routine
            .question(id)
            .map_or_else(String::new, |question| expected(question, self.words))
    }
}

pub(crate) fn expected(question: &Question, words: &Words) -> String {
    let id = match &question.kind {
        AnswerKind::Choice(options) | AnswerKind::Choices(options) => return options.join(", "),
        AnswerKind::YesNo => "expected-yes-no",
        AnswerKind::Text => "expected-text",
        AnswerKind::Number => "expected-number",
        AnswerKind::Date => "expected-date",
        AnswerKind::Term => "expected-term",
    };
    words.say(id, &[])
}
