//! Rows of a case as JSON.

use crate::ctx::Ctx;
use crate::domain::report::ReportRow;
use crate::export::{Reader, StepJson};
use crate::ui::wording::Titles;

use super::routines::OpenedCase;

/// The rows of one case as JSON, with what they wait for in words.
pub(crate) fn rows_as_json(ctx: &Ctx, opened: &OpenedCase, rows: &[ReportRow]) -> Vec<StepJson> {
    let reader = Reader {
        today: ctx.today(),
        case_open: opened.case.is_open(),
    };
    let titles = Titles::of(&opened.routine);
    rows.iter()
        .map(|row| {
            let step = opened.routine.step(&row.row.step);
            let waits_for = step.map(|step| ctx.words.waits_for(&row.row, step, titles));
            StepJson::new(
                Some(&opened.reference),
                &opened.routine,
                row,
                waits_for.unwrap_or_default(),
                reader,
            )
        })
        .collect()
}
