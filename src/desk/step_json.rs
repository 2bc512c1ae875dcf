//! Rows as JSON, with what they wait for in words.

use chrono::NaiveDate;

use crate::domain::plan::Row;
use crate::domain::report::{EndedBy, ReportRow};
use crate::domain::routine::Routine;
use crate::export::{Reader, StepJson};
use crate::ui::wording::{Titles, Words};

use super::cases::OpenedCase;
use super::selection::Selected;

/// The JSON of a row in a list over several cases: who has it only `with_details`.
pub(crate) fn step_json(
    selected: &Selected,
    today: NaiveDate,
    words: &Words,
    with_details: bool,
) -> StepJson {
    let Selected { found, routine } = selected;
    let closed = [Some(EndedBy::Closed), Some(EndedBy::Continued)];
    let reader = Reader {
        today,
        case_open: !closed.contains(&found.row.ending.by),
    };
    let waits_for = waits_for(&found.row.row, routine, words);
    let case = Some(&found.reference);
    let mut json = StepJson::new(case, routine, &found.row, waits_for, reader);
    if !with_details {
        json.assigned = None;
    }
    json
}

pub(crate) fn steps_of_case(
    opened: &OpenedCase,
    rows: &[ReportRow],
    today: NaiveDate,
    words: &Words,
) -> Vec<StepJson> {
    let reader = Reader {
        today,
        case_open: opened.case.is_open(),
    };
    let (case, routine) = (Some(&opened.reference), &opened.routine);
    let step = |row: &ReportRow| {
        let waits_for = waits_for(&row.row, routine, words);
        StepJson::new(case, routine, row, waits_for, reader)
    };
    rows.iter().map(step).collect()
}

pub(crate) fn waits_for(row: &Row, routine: &Routine, words: &Words) -> Vec<String> {
    routine.step(&row.step).map_or_else(Vec::new, |step| {
        words.waits_for(row, step, Titles::of(routine))
    })
}
