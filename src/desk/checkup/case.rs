//! One case: its history as it was recorded and accepted, and all that is kept beside it as the history gives it.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::clock_check;
use crate::desk::refusals::Refusals;
use crate::desk::routines::with_own;
use crate::domain::case::Case;
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::judge::{Doubt, Finding, judge};
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::domain::slips::Slips;
use crate::error::Failure;
use crate::store::{
    CaseCache, CaseId, CaseOrigin, Change, FaultKind, HistoryFault, Reading, StoreError,
};

use super::fault::{Checkup, DoubtfulEvent, Fault, Remark, detail};

#[derive(Clone, Copy)]
pub(super) struct CaseChecks {
    /// Rows are compared only where they come from this program's planner.
    pub(super) rows_are_current: bool,
    /// Whether each event could have been recorded.
    pub(super) judges: bool,
}

/// Checks one case; the error is what ends the look at it.
pub(super) fn check(
    ctx: &Ctx,
    reading: &Reading<'_>,
    id: CaseId,
    checks: CaseChecks,
    checkup: &mut Checkup,
) -> Result<(), Fault> {
    let unreadable = |error: StoreError| {
        let (number, detail) = (id.number(), detail(&error));
        Fault::UnreadableCase { number, detail }
    };
    let reference = reading.reference_of(id).map_err(unreadable)?;
    let broken = |fault| {
        let case = reference.clone();
        Fault::History { case, fault }
    };
    let not_understood = |seq| {
        let kind = FaultKind::Unreadable;
        broken(HistoryFault { seq, kind })
    };
    if let Some(fault) = reading.verify_chain(id).map_err(unreadable)? {
        return Err(broken(fault));
    }
    let events = reading.events(id).map_err(|error| match error {
        StoreError::UnreadableEvent { seq, .. } => not_understood(seq),
        error => unreadable(error),
    })?;
    checkup.events += events.len();
    let times = events.iter().map(|event| &event.stamp.at);
    checkup.latest = checkup.latest.take().max(times.max().cloned());
    let given = events.iter().filter(|event| event.stamp.today_given);
    let given = Some(given.count()).filter(|count| *count > 0);
    let given = given.map(|count| (reference.clone(), count));
    checkup.given_days.extend(given);
    let case = Case::fold(&events).map_err(|error| broken(error.into()))?;
    // What cannot be read of it is as wrong as what differs.
    let kept = reading.cache_of(id).ok();
    let text = reading.routine_text(&case.text_hash).map_err(unreadable)?;
    let routine = text.map(|text| ctx.desk.routine_of_text(&text.hash, &text.text));
    let Some(Ok(routine)) = routine else {
        // What is wrong with the text that the case's row names has been said once for all its cases.
        let is_said = kept.is_some_and(|kept| kept.origin.text_hash == case.text_hash);
        return match is_said {
            true => Ok(()),
            false => Err(Fault::Text {
                hash: case.text_hash,
                routine: Some(case.routine),
                id: "doctor-text-missing",
            }),
        };
    };
    let routine = with_own(&routine, &events);
    let is_as_given = |kept: &CaseCache| {
        kept.keys_agree
            && kept.origin == origin_of(&case)
            && kept.open == case.is_open()
            && (!checks.rows_are_current || rows_agree(kept, &routine, &case, &events, ctx.today()))
    };
    if !kept.is_some_and(|kept| is_as_given(&kept)) {
        checkup.to_rebuild.push(id);
        checkup.add(Fault::Kept(reference.clone()));
    }
    if checks.judges {
        if let Some(seq) = reading.not_in_full(id).map_err(unreadable)? {
            return Err(not_understood(seq));
        }
        let [faults, remarks] = judged(ctx, &routine, &reference, &events);
        let faults = faults.into_iter().map(Fault::Impossible);
        checkup.faults.extend(faults);
        let remarks = remarks.into_iter().map(Remark::Doubtful);
        checkup.remarks.extend(remarks);
    }
    Ok(())
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
    let day = kept.span.from.unwrap_or_else(|| kept.span.day_near(today));
    let mut standing = Standing::of(routine, case, &slips, day);
    // How a date came about is not kept.
    for row in &mut standing.rows {
        row.row.derivation = None;
    }
    standing.rows == kept.rows && standing.numbers() == kept.numbers && standing.span == kept.span
}

/// Builds what is kept of a case anew; no event is touched. Whether it could be done: somebody may have broken the history
/// since it was checked.
pub(crate) fn rebuild(ctx: &Ctx, change: &mut Change<'_>, id: CaseId) -> Result<bool, Failure> {
    let reading = change.read();
    if reading.verify_chain(id)?.is_some() {
        return Ok(false);
    }
    let events = reading.events(id)?;
    let Ok(case) = Case::fold(&events) else {
        return Ok(false);
    };
    let routine = with_own(&ctx.desk.routine(&case.text_hash, &reading)?, &events);
    let Ok(slips) = Slips::of(&routine, &events) else {
        return Ok(false);
    };
    let standing = Standing::of(&routine, &case, &slips, ctx.today());
    change.rebuild_case(id, &origin_of(&case), &standing)?;
    Ok(true)
}

/// What a history holds that could not have been recorded, and then what this program would not record.
pub(crate) fn judged(
    ctx: &Ctx,
    routine: &Routine,
    case: &CaseRef,
    events: &[Event],
) -> [Vec<DoubtfulEvent>; 2] {
    let words = &ctx.words;
    let refusals = Refusals::new(words, routine, case);
    let mut found = [Vec::new(), Vec::new()];
    for finding in judge(
        routine,
        case,
        events,
        ctx.today(),
        clock_check::now(&ctx.desk),
    ) {
        let [faults, remarks] = &mut found;
        let of_its_kind = if finding.is_fault { faults } else { remarks };
        of_its_kind.push(DoubtfulEvent {
            case: case.clone(),
            seq: finding.seq,
            why: in_words(&finding, &refusals),
        });
    }
    found
}

/// What is the matter with an event of a case. No answer and no text of anybody's is repeated: this stands beside other cases.
fn in_words(finding: &Finding, refusals: &Refusals<'_>) -> String {
    let id = match &finding.doubt {
        Doubt::Refused(Refusal::BadAnswer { .. }) => "judged-answer",
        Doubt::Refused(Refusal::NotAGround { .. }) => "judged-ground",
        Doubt::Refused(Refusal::NeedsDespite { .. } | Refusal::Barred { .. }) => "judged-barred",
        Doubt::Refused(Refusal::UnlikelyDay(_)) => "judged-unlikely-day",
        Doubt::Refused(refusal) => return refusals.failure(refusal).in_words(refusals.words),
        doubt => return refusals.words.say(doubt),
    };
    refusals.words.say(id)
}
