//! Taking back: an event that says so, never an erasure.

use super::replay::check_replay;
use super::{Decision, Refusal, one_event};
use crate::domain::case::undone_changes;
use crate::domain::event::{Event, Stamp, What};
use crate::domain::ids::StepId;
use crate::domain::routine::Routine;

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
    ///
    /// # Errors
    /// An identity number for the one who records; a history that does not fold without it.
    pub fn decide(&self, history: &[Event], stamp: Stamp) -> Result<Decision, Refusal> {
        one_event(history, stamp, self.what())
    }
}

/// The latest change that can be taken back.
///
/// # Errors
/// Nothing is left but the opening.
pub fn undo_latest(history: &[Event]) -> Result<Undoing, Refusal> {
    let undone = undone_changes(history);
    let latest = history
        .iter()
        .rev()
        .find(|event| !undone.contains(&event.change) && is_undoable(&event.what))
        .ok_or(Refusal::NothingToUndo)?;
    taking_back(history, latest.change)
}

/// The latest change that concerns a step, if the history without it still holds.
///
/// # Errors
/// No such step, no such change, or what came after stands on it.
pub fn undo_step(routine: &Routine, history: &[Event], step: &StepId) -> Result<Undoing, Refusal> {
    if routine.step(step).is_none() {
        return Err(Refusal::UnknownStep(step.clone()));
    }
    let undone = undone_changes(history);
    let latest = history
        .iter()
        .rev()
        .filter(|event| !undone.contains(&event.change) && is_undoable(&event.what))
        .find(|event| event.what.step() == Some(step))
        .ok_or(Refusal::NothingToUndo)?;
    let undoing = taking_back(history, latest.change)?;
    let standing: Vec<Event> = history
        .iter()
        .filter(|event| !undone.contains(&event.change))
        .filter(|event| is_undoable(&event.what) || matches!(event.what, What::Opened { .. }))
        .cloned()
        .collect();
    check_replay(routine, &standing, undoing.change)?;
    Ok(undoing)
}

fn taking_back(history: &[Event], change: u32) -> Result<Undoing, Refusal> {
    let events: Vec<Event> = history
        .iter()
        .filter(|event| event.change == change)
        .cloned()
        .collect();
    let opens = |event: &Event| matches!(event.what, What::Opened { .. });
    if events.iter().any(opens) {
        return Err(Refusal::OpeningStands);
    }
    Ok(Undoing { change, events })
}

/// Whether an event is one that can be taken back.
pub(in crate::domain) fn is_undoable(what: &What) -> bool {
    !matches!(
        what,
        What::Undone { .. } | What::Reminded { .. } | What::Exported { .. } | What::Redacted { .. }
    )
}
