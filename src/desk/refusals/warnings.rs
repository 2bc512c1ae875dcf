//! What may be done but should be seen, in words.

use crate::domain::decide::Warning;
use crate::ui::wording::{Phrase, Titles};

use super::Refusals;

impl Refusals<'_> {
    pub(crate) fn warning(&self, warning: &Warning) -> String {
        let titles = Titles::of(self.routine);
        let phrase = match warning {
            Warning::UnusualOrder {
                date,
                expected_after,
            } => Phrase::new("warning-unusual-order")
                .with("title", titles.key_date(date))
                .with("other", titles.key_date(expected_after)),
            Warning::RoleNotHeld(role) => {
                Phrase::new("warning-role-not-held").with("role", titles.role(role))
            }
            Warning::RequiredDateWithdrawn(date) => {
                Phrase::new("warning-required-date-withdrawn").with("title", titles.key_date(date))
            }
            Warning::OldAnswer {
                question,
                answered,
                value,
            } => Phrase::new("warning-old-answer")
                .with("question", titles.question(question))
                .with("date", self.words.date(*answered))
                .with("value", self.words.answer(value)),
            Warning::DeciderMissing { step } => self.about("warning-decider-missing", step),
            Warning::ClosedLate { step, days } => self
                .about("warning-closed-late", step)
                .with("late", self.words.days_late(*days)),
            Warning::OpenUntilAnswered { step, questions } => {
                let questions: Vec<_> = questions.iter().map(|q| titles.question(q)).collect();
                self.about("warning-open-until-answered", step)
                    .with("questions", questions.join(" · "))
            }
        };
        self.words.phrase(&phrase)
    }
}
