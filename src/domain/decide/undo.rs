//! Taking back: an event that says so, never an erasure.

use super::Refusal;
use crate::domain::case::{Case, undone_changes};
use crate::domain::event::{Event, What};
use crate::domain::ids::StepId;
use crate::domain::plan::{Plan, Status};
use crate::domain::routine::Routine;

/// What taking back would take.
#[derive(Debug, Clone, PartialEq)]
pub struct Undoing {
    /// The change to take back.
    pub change: u32,
    /// What it stored.
    pub events: Vec<Event>,
}

impl Undoing {
    /// What happens when it is taken back.
    pub fn what(&self) -> What {
        What::Undone {
            undoes: self.change,
        }
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
        .find(|event| !undone.contains(&event.change) && event.what.step() == Some(step))
        .ok_or(Refusal::NothingToUndo)?;
    let undoing = taking_back(history, latest.change)?;
    let without: Vec<Event> = history
        .iter()
        .filter(|event| event.change != undoing.change && !undone.contains(&event.change))
        .filter(|event| is_undoable(&event.what) || matches!(event.what, What::Opened { .. }))
        .cloned()
        .collect();
    check_replay(routine, &without, undoing.change)?;
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

fn is_undoable(what: &What) -> bool {
    !matches!(what, What::Undone { .. } | What::Reminded { .. })
}

/// Goes through what came after a change, without it, and stops at the first event that would no longer be accepted.
fn check_replay(routine: &Routine, without: &[Event], change: u32) -> Result<(), Refusal> {
    for (index, event) in without.iter().enumerate() {
        if event.change < change {
            continue;
        }
        let Some(step) = event.what.step() else {
            continue;
        };
        let stands_on = Refusal::StandsOn {
            seq: event.seq,
            step: step.clone(),
        };
        let before = without.get(..index).unwrap_or_default();
        let case = Case::fold(before).map_err(|_| stands_on.clone())?;
        if !still_accepted(routine, &case, event) {
            return Err(stands_on);
        }
    }
    let complete = Case::fold(without);
    complete.map(|_| ()).map_err(|_| Refusal::BrokenHistory)
}

fn still_accepted(routine: &Routine, case: &Case, event: &Event) -> bool {
    let (step, round, passes) = match &event.what {
        What::Done {
            step,
            round,
            despite,
            ..
        }
        | What::ItemDone {
            step,
            round,
            despite,
            ..
        } => (step, *round, despite.is_some()),
        What::Skipped { step, round, .. } | What::ItemSkipped { step, round, .. } => {
            (step, *round, true)
        }
        What::Extended { step, round, .. } => (step, *round, true),
        What::DayKnown { step, round, .. } => {
            let rounds = case.rounds_of(step);
            return u32::try_from(rounds.len()).is_ok_and(|recorded| recorded >= *round);
        }
        _ => return true,
    };
    let day = event.stamp.day;
    let plan = Plan::of(routine, case, day);
    let is_to_do = plan.latest(step).is_some_and(|row| {
        row.round == round && matches!(row.status, Status::Open | Status::Blocked | Status::Waiting)
    });
    is_to_do && (passes || Plan::unmet(routine, case, step, day).is_empty())
}
