//! A step as JSON, the same in every command that gives steps.

use chrono::NaiveDate;
use serde::Serialize;

use super::log::unless_redacted;
use crate::domain::due_rule::Basis;
use crate::domain::ids::{CaseRef, ItemId, RoleId, RoutineId, StepId};
use crate::domain::plan::{Pressed, Status, WaitsFor};
use crate::domain::report::{EndedBy, ReportRow};
use crate::domain::routine::{DocumentName, Routine, Step};

/// One round of a step.
#[derive(Debug, Clone, Serialize)]
pub struct StepJson {
    /// The case; null in a plan that is no case's.
    pub case: Option<CaseRef>,
    pub routine: RoutineId,
    pub step: StepId,
    pub round: u32,
    /// The phase's id.
    pub phase: String,
    pub phase_title: String,
    pub title: String,
    /// Role ids: the one chosen or proposed, else all candidates.
    pub responsible: Vec<RoleId>,
    /// Whether it is still to be agreed who takes the step.
    pub choice_open: bool,
    /// Who holds those roles; null when nobody does.
    pub assigned: Option<String>,
    /// Role ids of those invited.
    pub participants: Vec<RoleId>,
    pub items: Vec<ItemJson>,
    /// Forms by id, papers by title.
    pub documents: Vec<String>,
    /// "Vid behov".
    pub optional: bool,
    /// When it opens in lists.
    pub earliest: Option<NaiveDate>,
    /// The date that counts.
    pub due: Option<NaiveDate>,
    /// Before rolling.
    pub raw_due: Option<NaiveDate>,
    /// Before an extension.
    pub original_due: Option<NaiveDate>,
    /// A booked day.
    pub planned: Option<NaiveDate>,
    /// A promptly step's anchor.
    pub since: Option<NaiveDate>,
    /// Days to the date, negative when it has passed.
    pub days_left: Option<i64>,
    /// Days after its date.
    pub days_late: Option<i64>,
    /// Days after the date before an extension.
    pub days_late_original: Option<i64>,
    /// Late, and still to be done.
    pub overdue: bool,
    pub status: Status,
    /// Who states the time.
    pub basis: Option<Basis>,
    /// In a plan that looks ahead: nobody has said so.
    pub assumed: bool,
    /// What it waits for, in words.
    pub waits_for: Vec<String>,
    /// The ids of what it waits for.
    pub waits_for_ids: Vec<String>,
    /// What must be done sooner than its date says, for this or another step to be in time.
    pub pressed: Option<Pressed>,
    /// The ground or reason it was done with.
    pub despite: Option<String>,
    /// Who decided that; left out where nobody said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<String>,
    pub done_on: Option<NaiveDate>,
    /// When that was recorded, RFC 3339 UTC.
    pub recorded_at: Option<String>,
    /// The day it stopped being something to do.
    pub ended_on: Option<NaiveDate>,
    /// How; null while it stands.
    pub ended_by: Option<EndedBy>,
    /// The date it had when that passed, where it has it no longer.
    pub moved_from: Option<NaiveDate>,
    /// The event that moved it.
    pub moved_by: Option<u32>,
}

/// A part of a step.
#[derive(Debug, Clone, Serialize)]
pub struct ItemJson {
    pub id: ItemId,
    pub title: String,
    /// Its own owners, else the step's.
    pub responsible: Vec<RoleId>,
    /// The day it was done; null when it is not, or nobody knows the day.
    pub done_on: Option<NaiveDate>,
    pub skipped: bool,
}

/// Who reads, and when.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    pub today: NaiveDate,
    /// Whether the case is open: nothing is overdue in a closed one.
    pub case_open: bool,
}

impl StepJson {
    /// The JSON of a row. `waits_for` is what it waits for, in words.
    pub fn new(
        case: Option<&CaseRef>,
        routine: &Routine,
        row: &ReportRow,
        waits_for: Vec<String>,
        reader: Reader,
    ) -> Self {
        let (today, planned) = (row.seen_on(reader.today), &row.row);
        let step = routine.step(&planned.step);
        let phase = routine.phase_of(&planned.step);
        let dates = planned.dates.clone();
        let ended = planned.ended.as_ref();
        // What is over is counted to the day it ended; the rest gets later by the day.
        let late = Some(row).filter(|row| row.ending.by.is_some() && row.was_late());
        Self {
            case: case.cloned(),
            routine: routine.id.clone(),
            step: planned.step.clone(),
            round: planned.round,
            phase: phase.map_or_else(String::new, |phase| phase.id.clone()),
            phase_title: phase.map_or_else(String::new, |phase| phase.title.clone()),
            title: step.map_or_else(String::new, |step| step.title.clone()),
            responsible: row.responsible.clone(),
            choice_open: row.choice_open,
            assigned: (!row.assigned.is_empty()).then(|| row.assigned.join(", ")),
            participants: planned.participants.clone(),
            items: step.map_or_else(Vec::new, |step| items(row, step)),
            documents: step.map_or_else(Vec::new, documents),
            optional: row.optional,
            earliest: dates.earliest,
            raw_due: dates.raw_due,
            original_due: dates.original_due,
            planned: planned.planned,
            since: dates.since,
            days_left: row.days_left(reader.today),
            days_late: late.map_or(planned.days_late(today), |late| late.days_late),
            days_late_original: late.map_or(planned.days_late_original(today), |late| {
                late.days_late_original
            }),
            overdue: reader.case_open && row.is_overdue(today),
            due: dates.due,
            status: planned.status,
            basis: dates.basis,
            assumed: planned.assumed,
            waits_for_ids: waits_for_ids(&planned.waits_for),
            waits_for,
            pressed: row.pressed_on(today).filter(|_| reader.case_open).cloned(),
            despite: ended.and_then(|ended| unless_redacted(ended.despite.as_deref()?)),
            decided_by: ended.and_then(|ended| unless_redacted(ended.decided_by.as_deref()?)),
            done_on: ended.and_then(|ended| ended.on),
            recorded_at: ended.map(|ended| ended.recorded_at.clone()),
            ended_on: row.ending.on,
            ended_by: row.ending.by,
            moved_from: row.slip.map(|slip| slip.from),
            moved_by: row.slip.map(|slip| slip.by),
        }
    }
}

fn items(row: &ReportRow, step: &Step) -> Vec<ItemJson> {
    row.row
        .items
        .iter()
        .filter_map(|state| {
            let item = step.item(state.id.as_str())?;
            let own = !item.responsible.is_empty();
            Some(ItemJson {
                id: state.id.clone(),
                title: item.title.clone(),
                responsible: if own {
                    item.responsible.clone()
                } else {
                    row.responsible.clone()
                },
                done_on: state.done_on,
                skipped: state.skipped,
            })
        })
        .collect()
}

fn documents(step: &Step) -> Vec<String> {
    let name = |document: &DocumentName| match document {
        DocumentName::Form(id) => id.to_string(),
        DocumentName::Title(title) => title.clone(),
    };
    step.documents.iter().map(name).collect()
}

/// The ids of what a row waits for, each once.
fn waits_for_ids(waits_for: &[WaitsFor]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in waits_for.iter().flat_map(WaitsFor::ids) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}
