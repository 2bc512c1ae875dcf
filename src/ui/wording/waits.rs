//! What a step waits for, in words: "datum saknas: …", "kräver först: …", "obesvarad fråga: …", "gäller inte: …".

use super::{Titles, Words};
use crate::domain::condition::Lapse;
use crate::domain::condition::{Condition, Missing};
use crate::domain::plan::{Row, WaitsFor};
use crate::domain::routine::Step;

impl Words {
    /// Everything a round waits for, a text each. `step` is the row's own step in the routine of `titles`.
    pub(crate) fn waits_for(&self, row: &Row, step: &Step, titles: Titles<'_>) -> Vec<String> {
        row.waits_for
            .iter()
            .map(|waits| self.waits(waits, step, titles))
            .collect()
    }

    pub(crate) fn waits(&self, waits: &WaitsFor, step: &Step, titles: Titles<'_>) -> String {
        match waits {
            WaitsFor::Known(missing) => self.missing(missing, titles),
            WaitsFor::Requirement { index, ids } => match step.requires.get(*index) {
                Some(requirement) => {
                    self.requires_first(&self.condition(&requirement.condition, titles))
                }
                None => self.requires_first(&ids.join(", ")),
            },
            WaitsFor::Lapsed(lapse) => {
                let (id, day) = match lapse {
                    Lapse::GivenLater(day) => ("waits-given-later", *day),
                    Lapse::RanOut(day) => ("waits-ran-out", *day),
                };
                self.say(id, &[("date", self.date(day).into())])
            }
        }
    }

    /// A fact that is not known: "datum saknas: Utskrivning".
    pub(crate) fn missing(&self, missing: &Missing, titles: Titles<'_>) -> String {
        let (id, title) = match missing {
            Missing::Trigger => return self.say("waits-trigger", &[]),
            Missing::SchoolCalendar => return self.say("waits-school-calendar", &[]),
            Missing::Question(id) => ("waits-question", titles.question(id)),
            Missing::Date(id) => ("waits-date", titles.key_date(id)),
            Missing::Step(id) => ("waits-step", titles.step(id, self)),
        };
        self.say(id, &[("title", title.into())])
    }

    /// Why a step does not apply: the condition of step or phase that does not hold, or, without one, that a
    /// repeating rule has no date left.
    pub(crate) fn not_applicable(
        &self,
        condition: Option<&Condition>,
        titles: Titles<'_>,
    ) -> String {
        match condition {
            Some(condition) => {
                let condition = self.condition(condition, titles);
                self.say("not-applicable-because", &[("condition", condition.into())])
            }
            None => self.say("not-applicable-no-date-left", &[]),
        }
    }

    fn requires_first(&self, condition: &str) -> String {
        self.say("waits-requirement", &[("condition", condition.into())])
    }
}
