//! Changing a case: read it fresh, decide, store events and rows in one transaction.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::case::Case;
use crate::domain::decide::{Decision, Draft, Refusal};
use crate::domain::event::{Event, What};
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::plan::{Moved, Plan};
use crate::domain::replaced::replaced_by;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::{CaseFile, Change};

use super::cases::{OpenedCase, none_yet};
use super::{Desk, conflict};

#[derive(Debug, Clone)]
pub(crate) struct Changed {
    pub(crate) reference: CaseRef,
    pub(crate) code_word: Option<String>,
    pub(crate) routine: Rc<Routine>,
    pub(crate) before: Case,
    /// What others had recorded, and this change now stands for.
    pub(crate) replaced: Vec<Event>,
    pub(crate) decision: Decision,
}

impl Changed {
    pub(crate) fn moved(&self, today: NaiveDate) -> Vec<Moved> {
        let before = Plan::of(&self.routine, &self.before, today);
        let after = Plan::of(&self.routine, &self.decision.case, today);
        after.moved_since(&before)
    }

    pub(crate) fn has_ended(&self, step: &StepId) -> bool {
        self.decision.events.iter().any(|event| match &event.what {
            What::Done { step: ended, .. } | What::DayKnown { step: ended, .. } => ended == step,
            _ => false,
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.decision.events.is_empty()
    }
}

impl Desk {
    /// Changes the case that somebody means, in a transaction of its own.
    pub(crate) fn edit(
        &self,
        typed: &str,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Changed, Failure> {
        self.edit_on(typed, &[], |_, draft| edit(draft))
    }

    pub(crate) fn edit_in(
        &self,
        change: &mut Change<'_>,
        typed: &str,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Changed, Failure> {
        self.decide(change, typed, |opened| {
            self.draft(opened, &[], |_, draft| edit(draft))
        })
    }

    /// The same as [`Desk::edit`] for what goes on with changes that the same screen has stored.
    pub(crate) fn edit_on(
        &self,
        typed: &str,
        own: &[u32],
        edit: impl FnOnce(&OpenedCase, &mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Changed, Failure> {
        self.in_its_case(typed, |change| {
            self.decide(change, typed, |opened| self.draft(opened, own, edit))
        })
    }

    /// A transaction in the file that the case somebody means lies in; no file is made for it.
    pub(crate) fn in_its_case<T>(
        &self,
        typed: &str,
        work: impl FnOnce(&mut Change<'_>) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        match CaseFile::is_there(&self.path()?) {
            true => self.write(work),
            false => Err(none_yet(typed)),
        }
    }

    fn draft(
        &self,
        opened: &OpenedCase,
        own: &[u32],
        edit: impl FnOnce(&OpenedCase, &mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Decision, Refusal> {
        let mut draft = Draft::going_on(&opened.routine, &opened.events, own, self.stamp())?;
        edit(opened, &mut draft)?;
        draft.finish()
    }

    pub(crate) fn decide(
        &self,
        change: &mut Change<'_>,
        typed: &str,
        decide: impl FnOnce(&OpenedCase) -> Result<Decision, Refusal>,
    ) -> Result<Changed, Failure> {
        let opened = self.case_in(&change.read(), typed)?;
        let decision =
            decide(&opened).map_err(|refusal| conflict::refused(&opened, &refusal, &self.words))?;
        self.store(change, &opened, &decision)?;
        let replaced = replaced_by(&opened.events, &decision.events);
        Ok(Changed {
            replaced: replaced.into_iter().cloned().collect(),
            reference: opened.reference,
            code_word: change.read().code_word_of(opened.id)?,
            routine: opened.routine,
            before: opened.case,
            decision,
        })
    }

    fn store(
        &self,
        change: &mut Change<'_>,
        opened: &OpenedCase,
        decision: &Decision,
    ) -> Result<(), Failure> {
        if decision.events.is_empty() {
            return Ok(());
        }
        let history = [&opened.events[..], &decision.events[..]].concat();
        let mut slips = opened.slips.clone();
        let (routine, before) = (&opened.routine, opened.case.clone());
        slips
            .follow(routine, before, &history, opened.events.len())
            .map_err(|_| {
                opened
                    .refusals(&self.words)
                    .failure(&Refusal::BrokenHistory)
            })?;
        let standing = Standing::of(routine, &decision.case, &slips, self.today());
        Ok(change.append(opened.id, &decision.events, &standing)?)
    }
}
