//! `sisam` alone: what is late, what is next, what is not known, and what to type.

mod json;
mod screen;

use crate::ctx::Ctx;
use crate::domain::plan::Status;
use crate::domain::report::Totals;
use crate::error::{Failure, Outcome};
use crate::store::{Pick, Reading, RowQuery};

use super::support::case_file::Trouble;
use super::support::reading::reading;
use super::support::selection::{More, Selected, each_row};

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
        true => json::print(&overview, ctx)?,
        false => screen::print(&overview, ctx)?,
    }
    Ok(Outcome::Fine)
}

fn gather(reading: &Reading<'_>, ctx: &Ctx) -> Result<Overview, Trouble> {
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
