//! Changing a case: read it fresh, decide, store events and rows in one transaction.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::decide::{Decision, Draft, Refusal, Undoing};
use crate::domain::event::{Event, What};
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::plan::{Moved, Plan};
use crate::domain::replaced::replaced_by;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::Change;

use super::case_file::{self, Trouble};
use super::routines::{OpenedCase, Routines};
use super::{cases, first};

#[derive(Debug, Clone)]
pub(crate) struct Changed {
    pub(crate) reference: CaseRef,
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

/// Changes the case that somebody means, in a transaction of its own.
pub(crate) fn one(
    ctx: &Ctx,
    typed: &str,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Changed, Failure> {
    in_its_case(ctx, typed, |change| {
        within(ctx, change, &mut Routines::default(), typed, edit)
    })
}

/// A transaction in the file that the case somebody means lies in.
pub(crate) fn in_its_case<T>(
    ctx: &Ctx,
    typed: &str,
    work: impl FnOnce(&mut Change<'_>) -> Result<T, Trouble>,
) -> Result<T, Failure> {
    let done = case_file::write_if_there(ctx, work)?;
    done.ok_or_else(|| cases::none_yet(typed))
}

/// The same for what goes on with changes that the same screen has stored.
pub(crate) fn one_more(
    ctx: &Ctx,
    typed: &str,
    own: &[u32],
    edit: impl FnOnce(&OpenedCase, &mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Changed, Failure> {
    in_its_case(ctx, typed, |change| {
        decided(ctx, change, &mut Routines::default(), typed, |opened| {
            let stamp = ctx.stamp();
            let mut draft = Draft::going_on(&opened.routine, &opened.events, own, stamp)?;
            edit(opened, &mut draft)?;
            draft.finish()
        })
    })
}

pub(crate) fn within(
    ctx: &Ctx,
    change: &mut Change<'_>,
    routines: &mut Routines,
    typed: &str,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Changed, Trouble> {
    decided(ctx, change, routines, typed, |opened| {
        let mut draft = Draft::of(&opened.routine, &opened.events, ctx.stamp())?;
        edit(&mut draft)?;
        draft.finish()
    })
}

pub(crate) fn decided(
    ctx: &Ctx,
    change: &mut Change<'_>,
    routines: &mut Routines,
    typed: &str,
    decide: impl FnOnce(&OpenedCase) -> Result<Decision, Refusal>,
) -> Result<Changed, Trouble> {
    let (id, _) = cases::find(ctx, &change.read(), typed)?;
    let opened = routines.open(change.read().case_by_id(id)?, ctx)?;
    let decision =
        decide(&opened).map_err(|refusal| first::named(&opened, &refusal, &ctx.words))?;
    store(ctx, change, &opened, &decision)?;
    let replaced = replaced_by(&opened.events, &decision.events);
    Ok(Changed {
        replaced: replaced.into_iter().cloned().collect(),
        reference: opened.reference,
        routine: opened.routine,
        before: opened.case,
        decision,
    })
}

/// Takes a change of a case back, in a transaction of its own. `choose` says which.
pub(crate) fn take_back(
    ctx: &Ctx,
    typed: &str,
    choose: impl FnOnce(&OpenedCase) -> Result<Undoing, Refusal>,
) -> Result<Changed, Failure> {
    in_its_case(ctx, typed, |change| {
        decided(ctx, change, &mut Routines::default(), typed, |opened| {
            choose(opened)?.decide(&opened.events, ctx.stamp())
        })
    })
}

fn store(
    ctx: &Ctx,
    change: &mut Change<'_>,
    opened: &OpenedCase,
    decision: &Decision,
) -> Result<(), Trouble> {
    if decision.events.is_empty() {
        return Ok(());
    }
    let history = [&opened.events[..], &decision.events[..]].concat();
    let mut slips = opened.slips.clone();
    let followed = slips.follow(
        &opened.routine,
        opened.case.clone(),
        &history,
        opened.events.len(),
    );
    followed.map_err(|_| opened.refusals(ctx).failure(&Refusal::BrokenHistory))?;
    let standing = Standing::of(&opened.routine, &decision.case, &slips, ctx.today());
    change.append(opened.id, &decision.events, &standing)?;
    Ok(())
}
