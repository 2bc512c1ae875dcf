//! `sisam` alone: what is late, what is next, what is not known, and what to type.

mod screen;

use serde::Serialize;

use crate::ctx::Ctx;
use crate::desk::lists::reading;
use crate::desk::selection::{More, Selected, each_row};
use crate::desk::step_json::step_json;
use crate::domain::plan::Status;
use crate::domain::report::Totals;
use crate::error::{Failure, Outcome};
use crate::export::StepJson;
use crate::store::{Pick, Reading, RowQuery};

const MOST_LATE: usize = 3;
const MOST_NEXT: usize = 5;

#[derive(Debug, Default)]
struct Overview {
    totals: Totals,
    overdue: usize,
    /// Those most days late.
    late: Vec<Selected>,
    /// Those due next, of the ones that can be begun.
    next: Vec<Selected>,
}

pub(crate) fn run(ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let overview = reading(ctx, |reading, ctx, _| gather(reading, ctx))?.unwrap_or_default();
    match ctx.is_json() {
        true => print_json(&overview, ctx)?,
        false => screen::print(&overview, ctx)?,
    }
    Ok(Outcome::Fine)
}

fn gather(reading: &Reading<'_>, ctx: &Ctx) -> Result<Overview, Failure> {
    let today = ctx.today();
    let mut overview = Overview::default();
    // What is late comes first of what is to be done.
    let query = RowQuery {
        picks: vec![Pick::ToDo],
        opens_by: Some(today),
        ..RowQuery::default()
    };
    let totals = each_row(ctx, reading, &query, |selected| {
        let row = &selected.found.row;
        if row.is_overdue(today) {
            overview.overdue += 1;
            if overview.late.len() < MOST_LATE {
                overview.late.push(selected.clone());
            }
            return Ok(More::Continue(()));
        }
        let can_be_begun = row.row.status == Status::Open && !row.optional;
        if can_be_begun && overview.next.len() < MOST_NEXT {
            overview.next.push(selected.clone());
        }
        let late_may_follow = row
            .row
            .dates
            .due
            .or(row.row.dates.since)
            .is_some_and(|day| day < today);
        Ok(match overview.next.len() < MOST_NEXT || late_may_follow {
            true => More::Continue(()),
            false => More::Break(()),
        })
    })?;
    Ok(Overview { totals, ..overview })
}

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

fn print_json(overview: &Overview, ctx: &mut Ctx) -> Result<(), Failure> {
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
