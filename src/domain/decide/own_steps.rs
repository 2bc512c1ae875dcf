//! Adding a step of one's own to a case.

use chrono::NaiveDate;

use super::{Draft, Refusal, Result, refusal::RequiredText, required_text};
use crate::domain::{
    event::What,
    ids::{RoleId, StepId},
    own_step::OWN,
};

/// A step that somebody adds to a case.
#[derive(Debug, Clone, Default)]
pub struct NewStep {
    pub title: String,
    /// The day it is due, today at the earliest.
    pub to: Option<NaiveDate>,
    pub role: Option<RoleId>,
    /// The phase in which it stands last.
    pub phase: Option<String>,
    /// The step after which it stands instead.
    pub after: Option<StepId>,
}

impl Draft<'_> {
    /// Adds a step of one's own to the case, under the next number that no step has.
    pub fn add_step(&mut self, new: NewStep) -> Result {
        let is_known =
            |id: &StepId| self.routine.step(id).is_some() || self.case.own.contains_key(id);
        let mut ids = (self.added + 1..).map(|number| StepId::from(format!("{OWN}{number}")));
        let step = ids.find(|id| !is_known(id)).ok_or(Refusal::BrokenHistory)?;
        self.added += 1;
        self.add_step_as(step, new)
    }

    pub(super) fn add_step_as(&mut self, step: StepId, new: NewStep) -> Result {
        self.must_be_open()?;
        let NewStep {
            title,
            to,
            role,
            phase,
            after,
        } = new;
        let title = required_text(&title, RequiredText::Title)?;
        if let Some(unknown) = role.iter().find(|role| self.routine.role(role).is_none()) {
            return Err(Refusal::UnknownRole(unknown.clone()));
        }
        let is_there = |id: &String| self.routine.phases.iter().any(|phase| phase.id == *id);
        if let Some(unknown) = phase.iter().find(|phase| !is_there(phase)) {
            return Err(Refusal::UnknownPhase(unknown.clone()));
        }
        after.as_ref().map(|after| self.step(after)).transpose()?;
        let today = self.today();
        if let Some(to) = to.filter(|to| *to < today) {
            return Err(Refusal::HasPassed { to, today });
        }
        self.add(What::Added {
            step,
            title,
            to,
            role,
            phase,
            after,
        })
    }
}
