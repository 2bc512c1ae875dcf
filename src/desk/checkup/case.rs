//! One case: its history as it was recorded and accepted, and all that is kept beside it as the history gives it.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::judged;
use crate::domain::case::{BrokenHistory, Case};
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::domain::slips::Slips;
use crate::error::Failure;
use crate::store::{CaseCache, CaseId, CaseOrigin, Change, Reading, StoreError};

use super::Checkup;
use super::fault::{DoubtfulEvent, Fault, HistoryFault, TextFault, detail};

#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) events: usize,
    pub(super) latest: Option<String>,
    pub(super) fault: Option<Fault>,
    /// The history is sound, and what is kept beside it is not what it gives.
    pub(super) to_rebuild: bool,
    pub(super) given_days: Option<(CaseRef, u32)>,
    pub(super) impossible: Vec<DoubtfulEvent>,
    pub(super) doubtful: Vec<DoubtfulEvent>,
}

#[derive(Clone, Copy)]
pub(super) struct Looking<'a> {
    pub(super) ctx: &'a Ctx,
    pub(super) judges: bool,
}

/// Checks one case. Its rows are compared only where they come from this program's planner.
pub(super) fn check(
    reading: &Reading<'_>,
    id: CaseId,
    rows_are_current: bool,
    looking: Looking<'_>,
) -> Found {
    let mut found = Found::default();
    match look_at(reading, id, rows_are_current, looking, &mut found) {
        Ok(fault) => found.fault = fault,
        Err(error) => {
            let (number, detail) = (id.number(), detail(&error));
            found.fault = Some(Fault::UnreadableCase { number, detail });
        }
    }
    found
}

fn look_at(
    reading: &Reading<'_>,
    id: CaseId,
    rows_are_current: bool,
    looking: Looking<'_>,
    found: &mut Found,
) -> Result<Option<Fault>, StoreError> {
    if let Some(broken) = reading.verify_chain(id)? {
        return Ok(Some(Fault::History {
            case: broken.reference,
            seq: broken.fault.seq,
            how: HistoryFault::Chain(broken.fault.kind),
        }));
    }
    let reference = reading.reference_of(id)?;
    let broken = |seq, how| {
        let case = reference.clone();
        Ok(Some(Fault::History { case, seq, how }))
    };
    let events = match reading.events(id) {
        Err(StoreError::UnreadableEvent { seq, .. }) => {
            return broken(seq, HistoryFault::Unreadable);
        }
        events => events?,
    };
    found.events = events.len();
    found.latest = events.iter().map(|event| event.stamp.at.clone()).max();
    found.given_days = given_days(&reference, &events);
    let case = match Case::fold(&events) {
        Ok(case) => case,
        Err(BrokenHistory::NotOpened) => return broken(1, HistoryFault::OutOfOrder),
        Err(BrokenHistory::OutOfOrder(seq)) => return broken(seq, HistoryFault::OutOfOrder),
    };
    // What cannot be read of it is as wrong as what differs.
    let kept = reading.cache_of(id).ok();
    let text = reading.routine_text(&case.text_hash)?;
    let Some(routine) = text.and_then(|text| {
        looking
            .ctx
            .desk
            .routine_of_text(&text.hash, &text.text)
            .ok()
    }) else {
        // What is wrong with the text that the case's row names has been said once for all its cases.
        let is_said = kept.is_some_and(|kept| kept.origin.text_hash == case.text_hash);
        return Ok((!is_said).then_some(Fault::Text {
            hash: case.text_hash,
            routine: Some(case.routine),
            how: TextFault::Missing,
        }));
    };
    if looking.judges {
        let [faults, remarks] = judged::of(looking.ctx, &routine, &reference, &events);
        found.impossible = faults;
        found.doubtful = remarks;
        if let Some(seq) = reading.not_in_full(id)? {
            return broken(seq, HistoryFault::Unreadable);
        }
    }
    let today = looking.ctx.today();
    let agrees = kept.is_some_and(|kept| {
        kept.keys_agree
            && kept.origin == origin_of(&case)
            && kept.open == case.is_open()
            && (!rows_are_current || rows_agree(&kept, &routine, &case, &events, today))
    });
    found.to_rebuild = !agrees;
    Ok((!agrees).then(|| Fault::Kept(reference.clone())))
}

fn origin_of(case: &Case) -> CaseOrigin {
    CaseOrigin {
        routine: case.routine.clone(),
        text_hash: case.text_hash.clone(),
        opened: case.opened,
    }
}

/// Whether rows and numbers are what the history gives on the days for which they were planned.
fn rows_agree(
    kept: &CaseCache,
    routine: &Routine,
    case: &Case,
    events: &[Event],
    today: NaiveDate,
) -> bool {
    let Ok(slips) = Slips::of(routine, events) else {
        return false;
    };
    let mut standing = Standing::of(
        routine,
        case,
        &slips,
        kept.span.from.unwrap_or_else(|| kept.span.day_near(today)),
    );
    // How a date came about is not kept.
    for row in &mut standing.rows {
        row.row.derivation = None;
    }
    standing.rows == kept.rows && standing.numbers() == kept.numbers && standing.span == kept.span
}

fn given_days(reference: &CaseRef, events: &[Event]) -> Option<(CaseRef, u32)> {
    let given = events.iter().filter(|event| event.stamp.today_given);
    let count = u32::try_from(given.count()).unwrap_or(u32::MAX);
    (count > 0).then(|| (reference.clone(), count))
}

/// Builds rows and numbers anew for the cases that a check found wrong; says how many. No event is touched.
pub(crate) fn rebuild_cases(
    ctx: &Ctx,
    change: &mut Change<'_>,
    found: &Checkup,
) -> Result<usize, Failure> {
    let mut rebuilt = 0;
    for id in &found.to_rebuild {
        rebuilt += usize::from(rebuild(ctx, change, *id)?);
    }
    Ok(rebuilt)
}

/// Whether it could be done: somebody may have broken the history since it was checked.
fn rebuild(ctx: &Ctx, change: &mut Change<'_>, id: CaseId) -> Result<bool, Failure> {
    if change.read().verify_chain(id)?.is_some() {
        return Ok(false);
    }
    let events = change.read().events(id)?;
    let Ok(case) = Case::fold(&events) else {
        return Ok(false);
    };
    let Some(text) = change.read().routine_text(&case.text_hash)? else {
        return Ok(false);
    };
    let routine = ctx.desk.routine_of_text(&text.hash, &text.text)?;
    let Ok(slips) = Slips::of(&routine, &events) else {
        return Ok(false);
    };
    let standing = Standing::of(&routine, &case, &slips, ctx.today());
    change.rebuild_case(id, &origin_of(&case), &standing)?;
    Ok(true)
}
