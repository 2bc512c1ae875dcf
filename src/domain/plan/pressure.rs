//! Early warning: what must be done by when, so that what stands on it can be done in time.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Plan, Row, Status, WaitsFor};
use crate::domain::condition::Missing;
use crate::domain::ids::StepId;
use crate::domain::routine::Routine;

/// A step that another one needs before its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pressed {
    /// The step that must be done first.
    pub step: StepId,
    /// The last day on which that is still in time.
    pub latest: NaiveDate,
    /// The step that cannot be done in time otherwise.
    pub needed_by: StepId,
}

impl Plan {
    /// Every step that is not done and that another needs before its date, with the earliest such date: found by
    /// walking back through requirements, through the steps that ask for what is required, and through step anchors.
    pub fn pressed(&self, routine: &Routine) -> Vec<Pressed> {
        let mut latest: BTreeMap<StepId, (NaiveDate, StepId)> = BTreeMap::new();
        let mut to_look_at: Vec<(&Row, NaiveDate, StepId)> = self
            .rows
            .iter()
            .filter(|row| row.status.is_to_do())
            .filter(|row| routine.step(&row.step).is_some_and(|step| !step.optional))
            .filter_map(|row| Some((row, row.dates.due?, row.step.clone())))
            .collect();
        while let Some((row, day, needed_by)) = to_look_at.pop() {
            for id in prerequisites(routine, row) {
                let Some(before) = self.latest(&id).filter(|row| is_undone(row)) else {
                    continue;
                };
                let is_news = latest.get(&id).is_none_or(|(known, _)| day < *known);
                if is_news && id != needed_by {
                    latest.insert(id, (day, needed_by.clone()));
                    to_look_at.push((before, day, needed_by.clone()));
                }
            }
        }
        latest
            .into_iter()
            .map(|(step, (latest, needed_by))| Pressed {
                step,
                latest,
                needed_by,
            })
            .collect()
    }
}

fn is_undone(row: &Row) -> bool {
    matches!(row.status, Status::Open | Status::Blocked | Status::Waiting)
}

/// The steps that must be done before a row can be: those it requires, those that ask what it requires, and the one
/// its date waits for.
fn prerequisites(routine: &Routine, row: &Row) -> Vec<StepId> {
    let mut steps = Vec::new();
    for waits in &row.waits_for {
        match waits {
            WaitsFor::Known(Missing::Step(step)) => steps.push(step.clone()),
            WaitsFor::Known(_) => {}
            WaitsFor::Requirement { ids, .. } => {
                let named = routine.steps().map(|(_, step)| step).filter(|step| {
                    let asks = step.questions.iter().map(|question| question.id.as_str());
                    let mut means = asks.chain([step.id.as_str()]);
                    means.any(|meant| ids.iter().any(|id| id == meant))
                });
                steps.extend(named.map(|step| step.id.clone()));
            }
        }
    }
    steps
}
