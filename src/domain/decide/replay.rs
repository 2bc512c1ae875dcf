//! Whether what came after a change would still have been accepted without it.

use super::{Draft, Refusal};
use crate::domain::case::Case;
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
    let mut case = Case::fold(before).map_err(|_| Refusal::BrokenHistory)?;
    let mut with_it = case.clone();
    for (index, event) in after.iter().enumerate() {
        let can_tell = accepts(routine, &with_it, event);
        with_it.apply(event).map_err(|_| Refusal::BrokenHistory)?;
        if event.change == change {
            continue;
        }
        let accepted = (!can_tell || accepts(routine, &case, event)) && case.apply(event).is_ok();
        // The order of dates is looked at when a change is whole: several may move together.
        let is_whole = after
            .get(index + 1)
            .is_none_or(|next| next.change != event.change);
        if !accepted || (is_whole && !has_possible_dates(routine, &case)) {
            return Err(Refusal::StandsOn {
                seq: event.seq,
                step: concerned(&event.what).cloned(),
            });
        }
    }
    Ok(())
}

/// Whether an event that was accepted once would be accepted in this case too.
fn accepts(routine: &Routine, case: &Case, event: &Event) -> bool {
    let again = Draft::before(routine, case, event).again(&event.what);
    // What an outcome led to must still follow from it.
    let must_follow = matches!(event.what, What::RoundsOpened { .. });
    again.is_ok_and(|events| !must_follow || events.iter().any(|again| again.what == event.what))
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
