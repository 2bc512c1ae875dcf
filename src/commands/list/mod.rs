//! `list`: the cases.

mod case;

use crate::ctx::Ctx;
use crate::desk::file_log;
use crate::desk::lists::{each_heading, reading};
use crate::error::{Failure, Outcome};
use crate::store::{CaseFilter, Reading};
use crate::ui::{Table, Ui};

use self::case::CaseJson;

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "stängda", alias = "stangda")]
    pub(crate) closed: bool,
    #[arg(long, alias = "alla")]
    pub(crate) all: bool,
}

/// More cases than this nobody reads on a screen, and a table holds all of them in memory.
const MOST_CASES: usize = 500;

struct Gathered {
    table: Table,
    count: usize,
    has_cases: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let filter = match (args.all, args.closed) {
        (true, _) => CaseFilter::All,
        (false, true) => CaseFilter::Closed,
        (false, false) => CaseFilter::Open,
    };
    if args.all {
        let log = ctx.desk.read(|reading| Ok(reading.log()?))?;
        file_log::show_removals(ctx, &log.unwrap_or_default(), !ctx.is_json())?;
    }
    if ctx.is_json() {
        let written = reading(ctx, |reading, ctx, ui| write_json(filter, reading, ctx, ui))?;
        if written.is_none() {
            ctx.tell_no_cases()?;
        }
        return Ok(Outcome::Fine);
    }
    let gathered = reading(ctx, |reading, ctx, _| gather(filter, reading, ctx))?;
    match gathered.filter(|gathered| gathered.has_cases) {
        Some(gathered) => print(filter, &gathered, ctx)?,
        None => ctx.tell_no_cases()?,
    }
    Ok(Outcome::Fine)
}

fn write_json(
    filter: CaseFilter,
    reading: &Reading<'_>,
    ctx: &Ctx,
    ui: &mut Ui,
) -> Result<(), Failure> {
    let mut list = ui.json_list();
    each_heading(ctx, reading, filter, |heading| {
        Ok(list.add(&CaseJson::of(heading))?)
    })?;
    Ok(list.end()?)
}

fn gather(filter: CaseFilter, reading: &Reading<'_>, ctx: &Ctx) -> Result<Gathered, Failure> {
    let mut table = case::table(&ctx.words);
    let mut count = 0;
    each_heading(ctx, reading, filter, |heading| {
        count += 1;
        if count <= MOST_CASES {
            let routine = ctx.desk.routine(&heading.text_hash, reading)?;
            table.add(case::cells(heading, &routine, &ctx.words));
        }
        Ok(())
    })?;
    // Which cases are open is no matter of planning, so these sums are always good.
    let totals = reading.totals()?;
    Ok(Gathered {
        table,
        count,
        has_cases: totals.open_cases + totals.closed_cases > 0,
    })
}

fn print(filter: CaseFilter, gathered: &Gathered, ctx: &mut Ctx) -> Result<(), Failure> {
    if gathered.count == 0 {
        let id = match filter {
            CaseFilter::Closed => "list-none-closed",
            _ => "list-none-open",
        };
        ctx.print_say(id)?;
        return Ok(());
    }
    ctx.ui.print_table(&gathered.table)?;
    let more = gathered.count.saturating_sub(MOST_CASES);
    if more > 0 {
        let more = say!(ctx, "list-more", more, all = gathered.count);
        ctx.ui.print("")?;
        ctx.ui.print_wrapped(&more, 0)?;
    }
    Ok(())
}
