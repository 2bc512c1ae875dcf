//! Changing a case: read it fresh, decide, store events and rows in one transaction. Of two people at the same case the
//! second is told what the first did, who it was and on which day.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::domain::case::{Case, undone_changes};
use crate::domain::decide::{Decision, Draft, Refusal};
use crate::domain::event::{Event, Stamp, What};
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::message::Message;
use crate::domain::plan::{MovedRound, Plan};
use crate::domain::replaced::replaced_by;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::{CaseFile, Change};
use crate::ui::wording::{Naming, Words};

use super::Desk;
use super::cases::{OpenedCase, none_yet};
use super::routines::with_own;

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
    pub(crate) fn moved(&self, today: NaiveDate) -> Vec<MovedRound> {
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
        let decision = decide(&opened).map_err(|refusal| opened.refused(&refusal, &self.words))?;
        let routine = with_own(&opened.routine, &decision.events);
        self.store(change, &opened, &routine, &decision)?;
        let replaced = replaced_by(&opened.case, &decision.events);
        Ok(Changed {
            replaced: replaced.into_iter().cloned().collect(),
            reference: opened.reference,
            code_word: change.read().code_word_of(opened.id)?,
            routine,
            before: opened.case,
            decision,
        })
    }

    fn store(
        &self,
        change: &mut Change<'_>,
        opened: &OpenedCase,
        routine: &Routine,
        decision: &Decision,
    ) -> Result<(), Failure> {
        if decision.events.is_empty() {
            return Ok(());
        }
        let history = [&opened.events[..], &decision.events[..]].concat();
        let mut slips = opened.slips.clone();
        slips
            .follow(routine, opened.case.clone(), &history, opened.events.len())
            .map_err(|_| {
                opened
                    .refusals(&self.words)
                    .failure(&Refusal::BrokenHistory)
            })?;
        let standing = Standing::of(routine, &decision.case, &slips, self.today());
        Ok(change.append(opened.id, &decision.events, &standing)?)
    }
}

/// "Anna, lör 21 nov 2026: Rutin 1 klart fre 20 nov 2026".
pub(crate) fn told_by(event: &Event, here: Naming<'_>) -> String {
    let Stamp { who, day, .. } = &event.stamp;
    say!(here, "first-told", who, day, what = event.what)
}

impl OpenedCase {
    /// A refusal in words, with the events that stand in the way where it does not name them itself.
    pub(crate) fn refused(&self, refusal: &Refusal, words: &Words) -> Failure {
        let here = words.of(&self.routine);
        let failure = self.refusals(words).failure(refusal);
        let events = in_the_way(&self.events, refusal).into_iter();
        events.fold(failure, |failure, event| {
            failure.because(Message::verbatim(told_by(event, here)))
        })
    }
}

fn in_the_way<'e>(events: &'e [Event], refusal: &Refusal) -> Vec<&'e Event> {
    let latest = |is_it: &dyn Fn(&What) -> bool| {
        let undone = undone_changes(events);
        let standing = events.iter().rev().filter(|e| !undone.contains(&e.change));
        standing.filter(|e| is_it(&e.what)).take(1).collect()
    };
    match refusal {
        Refusal::MovedOn { seen } => events.iter().filter(|e| e.seq > *seen).collect(),
        Refusal::CaseClosed { .. } => latest(&|what| matches!(what, What::Closed { .. })),
        Refusal::WhichRound { step, .. } => latest(&|what| match what {
            What::Done { step: s, .. }
            | What::DayKnown { step: s, .. }
            | What::Skipped { step: s, .. } => s == step,
            _ => false,
        }),
        Refusal::ItemSettled { step, item } => latest(&|what| match what {
            What::ItemDone {
                step: s, item: i, ..
            }
            | What::ItemSkipped {
                step: s, item: i, ..
            } => (s, i) == (step, item),
            _ => false,
        }),
        _ => Vec::new(),
    }
}
