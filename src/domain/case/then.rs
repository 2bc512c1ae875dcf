//! What was known when something happened: an outcome is what the answers led to then, whatever is answered later.

use super::Case;
use crate::domain::condition::Facts;
use crate::domain::event::What;
use crate::domain::ids::{KeyDateId, QuestionId, StepId, TriggerId};

/// A case's facts as they were when an event was recorded.
#[derive(Debug, Clone, Copy)]
pub struct FactsThen<'c> {
    case: &'c Case,
    seq: u32,
}

impl Case {
    /// The facts as they were when this event was recorded.
    pub fn facts_then(&self, seq: u32) -> FactsThen<'_> {
        FactsThen { case: self, seq }
    }
}

impl<'c> FactsThen<'c> {
    /// What the latest of the earlier events that `pick` knows said.
    fn latest<T>(&self, pick: impl Fn(&'c What) -> Option<T>) -> Option<T> {
        let said = self.case.said.iter().rev();
        said.filter(|(seq, _)| *seq < self.seq)
            .find_map(|(_, what)| pick(what))
    }
}

impl Facts for FactsThen<'_> {
    fn trigger(&self) -> Option<&TriggerId> {
        self.latest(|what| match what {
            What::Opened { trigger, .. } | What::TriggerSet { trigger } => Some(trigger.as_ref()),
            _ => None,
        })?
    }

    fn answer(&self, question: &QuestionId) -> Option<&str> {
        self.latest(|what| match what {
            What::Answered { question: q, value } => (q == question).then_some(value.as_deref()),
            _ => None,
        })?
    }

    fn is_done(&self, step: &StepId) -> bool {
        let rounds = self.case.rounds_of(step).iter().rev();
        let mut told = rounds.filter_map(|round| {
            let end = round.end.as_ref().filter(|end| end.seq <= self.seq);
            let is_reopened = round.reopened.as_ref().is_some_and(|r| r.seq < self.seq);
            (end.is_some() || is_reopened).then_some(end)
        });
        told.next()
            .flatten()
            .is_some_and(|end| end.skipped.is_none())
    }

    fn has_date(&self, date: &KeyDateId) -> bool {
        let said = self.latest(|what| match what {
            What::DateSet { date: d, on } => (d == date).then_some(on.is_some()),
            _ => None,
        });
        said == Some(true)
    }
}
