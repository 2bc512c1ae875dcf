//! Changing a case: read it fresh, decide, store events and rows in one transaction.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::decide::{Decision, Draft, Refusal};
use crate::domain::event::{Event, What};
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::plan::{Moved, Plan};
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::store::Change;

use super::case_file::{self, Trouble};
use super::cases;
use super::routines::{OpenedCase, Routines};

/// A case before and after a change.
#[derive(Debug, Clone)]
pub(crate) struct Changed {
    /// Its reference.
    pub(crate) reference: CaseRef,
    /// Its routine.
    pub(crate) routine: Rc<Routine>,
    /// What it was.
    pub(crate) before: Case,
    /// What was decided; the case after it.
    pub(crate) decision: Decision,
}

impl Changed {
    /// The rounds that moved.
    pub(crate) fn moved(&self, today: NaiveDate) -> Vec<Moved> {
        let before = Plan::of(&self.routine, &self.before, today);
        let after = Plan::of(&self.routine, &self.decision.case, today);
        after.moved_since(&before)
    }

    /// Whether the change ended a round of a step.
    pub(crate) fn has_ended(&self, step: &StepId) -> bool {
        self.decision.events.iter().any(|event| match &event.what {
            What::Done { step: ended, .. } | What::DayKnown { step: ended, .. } => ended == step,
            _ => false,
        })
    }

    /// Whether nothing was to be changed.
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
    // A case that does not exist must not make a case file.
    cases::read(ctx, typed)?;
    case_file::write(ctx, |change| {
        within(ctx, change, &mut Routines::default(), typed, edit)
    })
}

/// Changes a case within a transaction.
pub(crate) fn within(
    ctx: &Ctx,
    change: &mut Change<'_>,
    routines: &mut Routines,
    typed: &str,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Changed, Trouble> {
    let (id, _) = cases::find(&change.read(), typed)?;
    let opened = routines.open(change.read().case_by_id(id)?, ctx)?;
    let decided = Draft::of(&opened.routine, &opened.events, ctx.stamp()).and_then(|mut draft| {
        edit(&mut draft)?;
        draft.finish()
    });
    let decision = decided.map_err(|refusal| opened.refusals(ctx).failure(&refusal))?;
    store(ctx, change, &opened, &decision)?;
    Ok(Changed {
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
    choose: impl FnOnce(&OpenedCase) -> Result<What, Refusal>,
) -> Result<Changed, Failure> {
    case_file::write(ctx, |change| {
        let (id, _) = cases::find(&change.read(), typed)?;
        let opened = Routines::default().open(change.read().case_by_id(id)?, ctx)?;
        let refused = |refusal: Refusal| opened.refusals(ctx).failure(&refusal);
        let what = choose(&opened).map_err(refused)?;
        let last = opened
            .events
            .last()
            .map_or((0, 0), |event| (event.seq, event.change));
        let event = Event {
            seq: last.0 + 1,
            change: last.1 + 1,
            stamp: ctx.stamp(),
            what,
        };
        let mut events = opened.events.clone();
        events.push(event.clone());
        let case = Case::fold(&events).map_err(|_| refused(Refusal::BrokenHistory))?;
        let decision = Decision {
            events: vec![event],
            case,
            warnings: Vec::new(),
        };
        store(ctx, change, &opened, &decision)?;
        Ok(Changed {
            reference: opened.reference,
            routine: opened.routine,
            before: opened.case,
            decision,
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
    let plan = Plan::of(&opened.routine, &decision.case, ctx.today());
    let standing = Standing::new(&opened.routine, &decision.case, plan.rows);
    change.append(opened.id, &decision.events, &standing)?;
    Ok(())
}
