//! `report`: steps over all open cases.

mod args;
mod table;

use crate::ctx::Ctx;
use crate::desk::known;
use crate::desk::lists::reading;
use crate::desk::selection::{More, each_row};
use crate::desk::step_json::step_json;
use crate::domain::report::Totals;
use crate::error::{Failure, Outcome};
use crate::store::{Reading, RowQuery};
use crate::ui::Ui;

use self::table::Rows;

pub(crate) use self::args::Args;

struct Gathered {
    rows: Rows,
    totals: Totals,
    has_overdue: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let query = args.query(ctx.today());
    let found = match ctx.is_json() {
        true => reading(ctx, |reading, ctx, ui| {
            write_json(args, &query, reading, ctx, ui)
        })?,
        false => show(args, &query, ctx)?,
    };
    let Some(has_overdue) = found else {
        ctx.tell_no_cases()?;
        return Ok(Outcome::Fine);
    };
    Ok(match has_overdue && args.check {
        true => Outcome::OverdueFound,
        false => Outcome::Fine,
    })
}

/// Prints the rows as a table; whether any is overdue, `None` when there is no case.
fn show(args: &Args, query: &RowQuery, ctx: &mut Ctx) -> Result<Option<bool>, Failure> {
    let gathered = reading(ctx, |reading, ctx, _| gather(args, query, reading, ctx))?;
    let Some(gathered) = gathered.flatten() else {
        return Ok(None);
    };
    table::print(args, &gathered, ctx)?;
    Ok(Some(gathered.has_overdue))
}

/// Writes the rows as they are found; whether any is overdue.
fn write_json(
    args: &Args,
    query: &RowQuery,
    reading: &Reading<'_>,
    ctx: &Ctx,
    ui: &mut Ui,
) -> Result<bool, Failure> {
    known::check(args.narrowed(), reading, ctx)?;
    let mut has_overdue = false;
    let mut list = ui.json_list();
    each_row(ctx, reading, query, |selected| {
        has_overdue |= selected.found.row.is_overdue(ctx.today());
        list.add(&step_json(
            selected,
            ctx.today(),
            &ctx.words,
            args.says_who(),
        ))?;
        Ok(More::Continue(()))
    })?;
    list.end()?;
    Ok(has_overdue)
}

/// Reads all that a table shows, so that the file is free while somebody looks at it.
fn gather(
    args: &Args,
    query: &RowQuery,
    reading: &Reading<'_>,
    ctx: &Ctx,
) -> Result<Option<Gathered>, Failure> {
    // How many cases there are is no matter of planning, so these sums are always good for that.
    let totals = reading.totals()?;
    if totals.open_cases + totals.closed_cases == 0 {
        return Ok(None);
    }
    known::check(args.narrowed(), reading, ctx)?;
    let mut rows = Rows::new(args);
    let mut has_overdue = false;
    let totals = each_row(ctx, reading, query, |selected| {
        has_overdue |= selected.found.row.is_overdue(ctx.today());
        rows.add(selected, ctx);
        Ok(More::Continue(()))
    })?;
    Ok(Some(Gathered {
        rows,
        totals,
        has_overdue,
    }))
}
