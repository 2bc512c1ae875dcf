//! What was known when something happened: an outcome is what the answers led to then, whatever is answered later.

use super::{Case, Reply};
use crate::domain::{
    condition::Facts,
    event::What,
    ids::{KeyDateId, QuestionId, StepId, TriggerId},
};

/// A case's facts as they were when the event of that number was recorded.
#[derive(Debug, Clone, Copy)]
pub struct FactsThen<'c>(pub &'c Case, pub u32);

impl<'c> FactsThen<'c> {
    /// What the latest of the earlier events that `pick` knows said.
    fn latest<T>(&self, pick: impl Fn(&'c What) -> Option<T>) -> Option<T> {
        let said = self.0.said.iter().rev();
        let mut earlier = said.filter(|(seq, _)| *seq < self.1);
        earlier.find_map(|(_, what)| pick(what))
    }
}

impl Facts for FactsThen<'_> {
    fn trigger(&self) -> Option<&TriggerId> {
        self.latest(|what| match what {
            What::Opened { trigger, .. } | What::TriggerSet { trigger } => Some(trigger.as_ref()),
            _ => None,
        })?
    }

    fn answer(&self, id: &QuestionId) -> Option<&str> {
        let mut latest_first = self.0.replies.iter().rev();
        let of_then = |reply: &&Reply| reply.question == *id && reply.seq < self.1;
        latest_first.find(of_then)?.value.as_deref()
    }

    fn is_done(&self, step: &StepId) -> bool {
        let mut rounds = self.0.rounds_of(step).iter().rev();
        let telling = rounds.find_map(|round| {
            let end = round.end.as_ref().filter(|end| end.seq <= self.1);
            let reopened = round.reopened.as_ref().filter(|anew| anew.seq < self.1);
            (end.is_some() || reopened.is_some()).then_some(end)
        });
        telling.flatten().is_some_and(|end| end.skipped.is_none())
    }

    fn has_date(&self, id: &KeyDateId) -> bool {
        let said = self.latest(|what| match what {
            What::DateSet { date, on } if date == id => Some(on.is_some()),
            _ => None,
        });
        said == Some(true)
    }
}
