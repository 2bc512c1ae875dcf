//! What a step waits for, in words: "datum saknas: …", "kräver först: …", "obesvarad fråga: …", "gäller inte: …".

use super::Naming;
use crate::domain::condition::{AnswerTest, Condition, Lapse, Missing};
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::plan::{Row, WaitsFor};
use crate::domain::routine::Step;

impl Naming<'_> {
    /// Everything a round waits for, a text each. `step` is the row's own step.
    pub(crate) fn waits_for(self, row: &Row, step: &Step) -> Vec<String> {
        let waits = row.waits_for.iter();
        waits.map(|waits| self.waits(waits, step)).collect()
    }

    pub(crate) fn waits(self, waits: &WaitsFor, step: &Step) -> String {
        match waits {
            WaitsFor::Known(missing) => self.text(missing),
            WaitsFor::Requirement { index, ids } => {
                let required = step.requires.get(*index).map(|it| &it.condition);
                if required.is_some_and(|condition| self.is_consent(condition)) {
                    return self.say("waits-consent");
                }
                let condition = match required {
                    Some(condition) => condition.to_argument(),
                    None => ids.to_argument(),
                };
                say!(self, "waits-requirement", condition)
            }
            WaitsFor::Lapsed(Lapse::GivenLater(date)) => say!(self, "waits-given-later", date),
            WaitsFor::Lapsed(Lapse::RanOut(date)) => say!(self, "waits-ran-out", date),
        }
    }

    /// Whether it asks for a consent that is given, whole or in part, and for nothing else.
    fn is_consent(self, condition: &Condition) -> bool {
        let stands = |id| self.routine.is_some_and(|routine| routine.is_consent(id));
        let is_given = |value: &String| ["yes", "ja"].contains(&value.as_str());
        match condition {
            Condition::Question(id, AnswerTest::Is(value)) => is_given(value) && stands(id),
            Condition::Question(id, AnswerTest::In(values)) => {
                values.iter().any(is_given) && stands(id)
            }
            _ => false,
        }
    }

    /// What is unknown and would give another date.
    pub(crate) fn unknown(self, missing: &Missing) -> String {
        match missing {
            Missing::Question(title) => say!(self, "depends-on-answer", title),
            other => self.text(other),
        }
    }

    /// Why a step does not apply: the condition of step or phase that does not hold, or, without one, that a
    /// repeating rule has no date left.
    pub(crate) fn not_applicable(self, condition: Option<&Condition>) -> String {
        match condition {
            Some(condition) => say!(self, "not-applicable-because", condition),
            None => self.say("not-applicable-no-date-left"),
        }
    }
}

/// A fact that is not known: "datum saknas: Utskrivning".
impl ToArgument for Missing {
    fn to_argument(&self) -> Argument {
        Argument::Message(match self {
            Self::Trigger => Message::from("waits-trigger"),
            Self::SchoolCalendar => Message::from("waits-school-calendar"),
            Self::Question(title) => message!("waits-question", title),
            Self::Date(title) => message!("waits-date", title),
            Self::Step(id) => message!("waits-step", title = Argument::StepTitle(id.clone())),
            Self::Booking(id) => {
                message!("waits-booking", title = Argument::StepTitle(id.clone()))
            }
        })
    }
}
