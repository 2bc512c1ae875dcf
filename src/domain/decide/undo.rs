//! Events about other events: that they were taken back, which is never an erasure, rectified or written out.

use super::{Decision, Draft, Refusal, Result, one_event, refusal::RequiredText, required_text};
use crate::domain::{
    case::{BrokenHistory, Case},
    event::{Event, Stamp, What},
    ids::StepId,
    routine::Routine,
};

/// What taking back would take.
#[derive(Debug, Clone, PartialEq)]
pub struct Undoing {
    pub change: u32,
    pub events: Vec<Event>,
}

impl Undoing {
    /// What happens when it is taken back.
    pub fn what(&self) -> What {
        What::Undone {
            undoes: self.change,
        }
    }

    /// Takes it back: one more event of this history, by whoever the stamp names.
    pub fn decide(&self, history: &[Event], stamp: Stamp) -> Result<Decision> {
        one_event(history, stamp, self.what())
    }
}

/// The latest change that can be taken back.
pub fn undo_latest(history: &[Event]) -> Result<Undoing> {
    taking_back(history, |_| true)
}

/// The latest change that concerns a step, if the history without it still holds.
pub fn undo_step(routine: &Routine, history: &[Event], step: &StepId) -> Result<Undoing> {
    if routine.step(step).is_none() {
        return Err(Refusal::UnknownStep(step.clone()));
    }
    let undoing = taking_back(history, |what| what.step() == Some(step))?;
    check_replay(routine, &standing(history)?, undoing.change)?;
    Ok(undoing)
}

fn taking_back(history: &[Event], concerns: impl Fn(&What) -> bool) -> Result<Undoing> {
    let standing = standing(history)?;
    let mut latest_first = standing.iter().rev();
    let latest = latest_first.find(|event| concerns(&event.what));
    let change = latest.ok_or(Refusal::NothingToUndo)?.change;
    let events = history.iter().filter(|event| event.change == change);
    let events: Vec<Event> = events.cloned().collect();
    let opens = |event: &Event| matches!(event.what, What::Opened { .. });
    if events.iter().any(opens) {
        return Err(Refusal::OpeningStands);
    }
    Ok(Undoing { change, events })
}

/// The events of a history that may be taken back, and have not been.
fn standing(history: &[Event]) -> Result<Vec<Event>> {
    let case = Case::fold(history).map_err(|_| Refusal::BrokenHistory)?;
    Ok(case.events)
}

/// Goes through a history from a change on as if that had never been, and stops at the first event that would no longer
/// be accepted. Where texts were taken out, or an older program took what this one refuses, an event may not be accepted
/// even with the change: that one is not held against it.
fn check_replay(routine: &Routine, history: &[Event], change: u32) -> Result {
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
            if without.check_order_of_dates().is_err() {
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
    let step = match &event.what {
        What::RoundsOpened { by, .. } => Some(by),
        what => what.step(),
    };
    Refusal::StandsOn {
        seq: event.seq,
        step: step.cloned(),
    }
}

/// Says that a whole history was written out: its last event's hash, and the file's name if it went to one.
pub fn exported(
    history: &[Event],
    stamp: Stamp,
    head: String,
    file: Option<String>,
) -> Result<Decision> {
    let events = history.last().map_or(0, |last| last.seq);
    one_event(history, stamp, What::Exported { events, head, file })
}

/// Says that what had been recorded up to an event was brought over to the akt.
pub fn brought_over(history: &[Event], up_to: u32, stamp: Stamp) -> Result<Decision> {
    one_event(history, stamp, What::BroughtOver { up_to })
}

/// Says that the texts of event `seq` are taken out, and why. Which texts there are is the store's to know.
pub fn redact(history: &[Event], seq: u32, reason: &str, stamp: Stamp) -> Result<Decision> {
    let reason = required_text(reason, RequiredText::Reason)?;
    let redacts = seq;
    one_event(history, stamp, What::Redacted { redacts, reason })
}
