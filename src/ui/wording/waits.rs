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
            WaitsFor::Lapsed(Lapse::GivenLater(date)) => say!(self, "waits-given-later", date),
            WaitsFor::Lapsed(Lapse::RanOut(date)) => say!(self, "waits-ran-out", date),
        }
    }

    /// A fact that is not known: "datum saknas: Utskrivning".
    pub(crate) fn missing(&self, missing: &Missing, titles: Titles<'_>) -> String {
        let here = self.of(titles);
        match missing {
            Missing::Trigger => self.say("waits-trigger"),
            Missing::SchoolCalendar => self.say("waits-school-calendar"),
            Missing::Question(title) => say!(here, "waits-question", title),
            Missing::Date(title) => say!(here, "waits-date", title),
            Missing::Step(id) => say!(self, "waits-step", title = titles.step(id, self)),
        }
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
                say!(self, "not-applicable-because", condition)
            }
            None => self.say("not-applicable-no-date-left"),
        }
    }

    fn requires_first(&self, condition: &str) -> String {
        say!(self, "waits-requirement", condition)
    }
}
