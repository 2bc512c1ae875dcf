//! Whether what came after a change would still have been accepted without it.

use super::{Draft, Refusal};
use crate::domain::case::{BrokenHistory, Case};
use crate::domain::event::{Event, What};
use crate::domain::ids::StepId;
use crate::domain::routine::Routine;

/// Goes through a history from a change on as if that had never been, and stops at the first event that would no longer
/// be accepted. Where texts were taken out, or an older program took what this one refuses, an event may not be accepted
/// even with the change: that one is not held against it.
///
/// # Errors
/// `StandsOn` with that event.
pub(super) fn check_replay(
    routine: &Routine,
    history: &[Event],
    change: u32,
) -> Result<(), Refusal> {
    let start = history.partition_point(|event| event.change < change);
    let (before, after) = history.split_at(start);
    let broken = |_: BrokenHistory| Refusal::BrokenHistory;
    let case = Case::fold(before).map_err(broken)?;
    let mut with_it = Draft::replaying(routine, case.clone());
    let mut without = Draft::replaying(routine, case);
    for events in after.chunk_by(|one, next| one.change == next.change) {
        let is_taken_back = events.iter().any(|event| event.change == change);
        for event in events {
            let can_tell = accepts(&mut with_it, event);
            with_it.go_on(event).map_err(broken)?;
            let accepted = is_taken_back
                || ((!can_tell || accepts(&mut without, event)) && without.go_on(event).is_ok());
            if !accepted {
                return Err(stands_on(event));
            }
        }
        with_it.end_change(events).map_err(broken)?;
        // The order of dates is looked at when a change is whole: several may move together.
        if let Some(last) = events.last().filter(|_| !is_taken_back) {
            without.end_change(events).map_err(broken)?;
            if !has_possible_dates(routine, without.case()) {
                return Err(stands_on(last));
            }
        }
    }
    Ok(())
}

/// Whether an event that was accepted once would be accepted in this case too.
fn accepts(draft: &mut Draft<'_>, event: &Event) -> bool {
    let again = draft.again(event);
    // What an outcome led to must still follow from it.
    let must_follow = matches!(event.what, What::RoundsOpened { .. });
    again.is_ok_and(|again| !must_follow || again.as_ref() == Some(&event.what))
}

fn stands_on(event: &Event) -> Refusal {
    Refusal::StandsOn {
        seq: event.seq,
        step: concerned(&event.what).cloned(),
    }
}

fn concerned(what: &What) -> Option<&StepId> {
    match what {
        What::RoundsOpened { by, .. } => Some(by),
        _ => what.step(),
    }
}

fn has_possible_dates(routine: &Routine, case: &Case) -> bool {
    routine.key_dates.iter().all(|date| {
        let day = |id| case.dates.get(id).map(|dated| dated.on);
        let other = date.not_before.as_ref().and_then(day);
        day(&date.id).is_none_or(|on| other.is_none_or(|other| on >= other))
    })
}
