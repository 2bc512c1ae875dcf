//! What may be done but should be seen, in words.

use crate::domain::decide::Warning;
use crate::ui::wording::Titles;

use super::Refusals;

impl Refusals<'_> {
    pub(crate) fn warning(&self, warning: &Warning) -> String {
        let titles = Titles::of(self.routine);
        let phrase = match warning {
            Warning::UnusualOrder {
                date,
                expected_after,
            } => message!(
                "warning-unusual-order",
                title = titles.key_date(date),
                other = titles.key_date(expected_after)
            ),
            Warning::RoleNotHeld(role) => {
                message!("warning-role-not-held", role = titles.role(role))
            }
            Warning::RequiredDateWithdrawn(date) => {
                message!(
                    "warning-required-date-withdrawn",
                    title = titles.key_date(date)
                )
            }
            Warning::OldAnswer {
                question,
                answered,
                value,
            } => message!(
                "warning-old-answer",
                question = titles.question(question),
                date = answered,
                value = self.words.answer(value)
            ),
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
        self.words.say(&phrase)
    }
}
