//! One case: its history as it was recorded and accepted, and all that is kept beside it as the history gives it.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::judged;
use crate::domain::case::{BrokenHistory, Case};
use crate::domain::event::Event;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::domain::slips::Slips;
use crate::error::Failure;
use crate::store::{CaseCache, CaseId, CaseOrigin, Change, Reading, RoutineText, StoreError};

use super::Checkup;
use super::fault::{Fault, HistoryFault, Remark, TextFault, detail};

#[derive(Clone, Copy)]
pub(super) struct CheckMode<'a> {
    pub(super) ctx: &'a Ctx,
    /// Each event is held against the verb that records it.
    pub(super) judges: bool,
    /// Rows are compared only where they come from this program's planner.
    pub(super) rows_are_current: bool,
}

impl Checkup {
    pub(super) fn case(&mut self, reading: &Reading<'_>, id: CaseId, mode: CheckMode<'_>) {
        self.cases += 1;
        let fault = self.look_at(reading, id, mode);
        let fault = fault.unwrap_or_else(|error| {
            let (number, detail) = (id.number(), detail(&error));
            Some(Fault::UnreadableCase { number, detail })
        });
        fault.into_iter().for_each(|fault| self.add(fault));
    }

    fn look_at(
        &mut self,
        reading: &Reading<'_>,
        id: CaseId,
        mode: CheckMode<'_>,
    ) -> Result<Option<Fault>, StoreError> {
        let reference = reading.reference_of(id)?;
        let broken = |seq, how| {
            let case = reference.clone();
            Ok(Some(Fault::History { case, seq, how }))
        };
        if let Some(found) = reading.verify_chain(id)? {
            return broken(found.fault.seq, HistoryFault::Chain(found.fault.kind));
        }
        let events = match reading.events(id) {
            Err(StoreError::UnreadableEvent { seq, .. }) => {
                return broken(seq, HistoryFault::Unreadable);
            }
            events => events?,
        };
        self.events += events.len();
        let latest = events.iter().map(|event| event.stamp.at.clone()).max();
        self.latest = self.latest.take().max(latest);
        let given = events.iter().filter(|event| event.stamp.today_given);
        let given = u32::try_from(given.count()).unwrap_or(u32::MAX);
        if given > 0 {
            self.given_days.push((reference.clone(), given));
        }
        let case = match Case::fold(&events) {
            Ok(case) => case,
            Err(BrokenHistory::NotOpened) => return broken(1, HistoryFault::OutOfOrder),
            Err(BrokenHistory::OutOfOrder(seq)) => return broken(seq, HistoryFault::OutOfOrder),
        };
        // What cannot be read of it is as wrong as what differs.
        let kept = reading.cache_of(id).ok();
        let text = reading.routine_text(&case.text_hash)?;
        let routine =
            |text: RoutineText| mode.ctx.desk.routine_of_text(&text.hash, &text.text).ok();
        let Some(routine) = text.and_then(routine) else {
            // What is wrong with the text that the case's row names has been said once for all its cases.
            let is_said = kept.is_some_and(|kept| kept.origin.text_hash == case.text_hash);
            return Ok((!is_said).then_some(Fault::Text {
                hash: case.text_hash,
                routine: Some(case.routine),
                how: TextFault::Missing,
            }));
        };
        let today = mode.ctx.today();
        let agrees = kept.is_some_and(|kept| {
            kept.keys_agree
                && kept.origin == origin_of(&case)
                && kept.open == case.is_open()
                && (!mode.rows_are_current || rows_agree(&kept, &routine, &case, &events, today))
        });
        if !agrees {
            self.to_rebuild.push(id);
            self.add(Fault::Kept(reference.clone()));
        }
        if mode.judges {
            if let Some(seq) = reading.not_in_full(id)? {
                return broken(seq, HistoryFault::Unreadable);
            }
            let [faults, remarks] = judged::of(mode.ctx, &routine, &reference, &events);
            self.faults
                .extend(faults.into_iter().map(Fault::Impossible));
            self.remarks
                .extend(remarks.into_iter().map(Remark::Doubtful));
        }
        Ok(None)
    }
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

/// Builds rows and numbers anew for the cases that a check found wrong; says how many. No event is touched.
pub(crate) fn rebuild_cases(
    ctx: &Ctx,
    change: &mut Change<'_>,
    found: &Checkup,
) -> Result<usize, Failure> {
    let mut rebuilt = 0;
    for id in &found.to_rebuild {
        rebuilt += usize::from(rebuild(ctx, change, *id)?.is_some());
    }
    Ok(rebuilt)
}

/// Nothing where it could not be done: somebody may have broken the history since it was checked.
fn rebuild(ctx: &Ctx, change: &mut Change<'_>, id: CaseId) -> Result<Option<()>, Failure> {
    let reading = change.read();
    if reading.verify_chain(id)?.is_some() {
        return Ok(None);
    }
    let events = reading.events(id)?;
    let Ok(case) = Case::fold(&events) else {
        return Ok(None);
    };
    let Some(text) = reading.routine_text(&case.text_hash)? else {
        return Ok(None);
    };
    let routine = ctx.desk.routine_of_text(&text.hash, &text.text)?;
    let Ok(slips) = Slips::of(&routine, &events) else {
        return Ok(None);
    };
    let standing = Standing::of(&routine, &case, &slips, ctx.today());
    Ok(Some(change.rebuild_case(
        id,
        &origin_of(&case),
        &standing,
    )?))
}
