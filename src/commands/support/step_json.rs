//! A selected row as JSON.

use chrono::NaiveDate;

use crate::domain::plan::Row;
use crate::domain::routine::Routine;
use crate::export::{Reader, StepJson};
use crate::ui::wording::{Titles, Words};

use super::selection::Selected;

/// The JSON of a row in a list over several cases: who has it only `with_details`.
pub(crate) fn step_json(
    selected: &Selected,
    today: NaiveDate,
    words: &Words,
    with_details: bool,
) -> StepJson {
    let Selected { found, routine } = selected;
    let waits_for = waits_for(&found.row.row, routine, words);
    // Rows of closed cases are asked for only when they are done: nothing that is done is overdue.
    let reader = Reader {
        today,
        case_open: true,
    };
    let mut json = StepJson::new(
        Some(&found.reference),
        routine,
        &found.row,
        waits_for,
        reader,
    );
    if !with_details {
        json.assigned = None;
    }
    json
}

/// What a row waits for, a text each.
pub(crate) fn waits_for(row: &Row, routine: &Routine, words: &Words) -> Vec<String> {
    routine.step(&row.step).map_or_else(Vec::new, |step| {
        words.waits_for(row, step, Titles::of(routine))
    })
}
