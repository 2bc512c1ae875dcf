//! The overview for programs.

use serde::Serialize;

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::export::StepJson;

use super::super::support::selection::Selected;
use super::super::support::step_json::step_json;
use super::Overview;

#[derive(Serialize)]
struct OverviewJson {
    open_cases: i64,
    closed_cases: i64,
    /// How many steps are late; `late` names the first of them.
    overdue: usize,
    late: Vec<StepJson>,
    next: Vec<StepJson>,
    cases_without_date: i64,
    steps_without_owner: i64,
    unanswered_questions: i64,
}

pub(super) fn print(overview: &Overview, ctx: &mut Ctx) -> Result<(), Failure> {
    let steps = |rows: &[Selected]| -> Vec<StepJson> {
        let step = |row| step_json(row, ctx.today(), &ctx.words, false);
        rows.iter().map(step).collect()
    };
    let totals = overview.totals;
    let json = OverviewJson {
        open_cases: totals.open_cases,
        closed_cases: totals.closed_cases,
        overdue: overview.overdue,
        late: steps(&overview.late),
        next: steps(&overview.next),
        cases_without_date: totals.cases_without_date,
        steps_without_owner: totals.steps_without_owner,
        unanswered_questions: totals.unanswered_questions,
    };
    ctx.ui.print_json(&json)?;
    Ok(())
}
