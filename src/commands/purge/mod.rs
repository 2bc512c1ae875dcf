//! `purge`: what must stay, what must go and by when; removes one case that is named.

mod judged;
mod one;
mod rules;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::file_settings::{self, HOLDER, RETENTION};
use crate::desk::lists::reading;
use crate::desk::{file_log, given_text};
use crate::error::{Failure, Outcome};
use crate::store::{CaseFilter, Reading};
use crate::ui::{Table, Tone};

use self::judged::Judged;
use self::rules::Standards;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case to remove: its reference or an unambiguous beginning of it. Without one all closed cases are listed.
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// Why; kept, so it must say nothing of the case.
    #[arg(long, value_name = "TEXT", requires = "case", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    /// It was opened by mistake and is no record of a child: no rule stands in the way.
    #[arg(long, requires = "case", alias = "misstag")]
    pub(crate) mistake: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(case) = &args.case else {
        list(ctx)?;
        return Ok(Outcome::Fine);
    };
    let reason = given_text::required(ctx, case, &args.reason, given_text::REASON)?;
    one::run(case, &reason, args.mistake, ctx)?;
    Ok(Outcome::Fine)
}

/// More cases than this nobody reads on a screen, and a table holds all of them in memory.
const MOST_ROWS: usize = 500;

struct Gathered {
    table: Table,
    count: usize,
    has_given_days: bool,
    open: i64,
}

fn list(ctx: &mut Ctx) -> Result<(), Failure> {
    let Some(standards) = ctx.desk.read(|reading| Ok(Standards::of(reading)?))? else {
        return ctx.tell_no_cases();
    };
    let said = standards.said();
    let is_data = said.is_ok() && !ctx.is_json();
    file_log::show_removals(ctx, &standards.log, is_data)?;
    said?;
    if ctx.is_json() {
        reading(ctx, |reading, ctx, ui| {
            let mut list = ui.json_list();
            each_closed(&standards, reading, ctx, |judged| {
                Ok(list.add(&judged.json(ctx.today(), &ctx.words))?)
            })?;
            Ok(list.end()?)
        })?;
        return Ok(());
    }
    let [holder, kind, decision] = &standards.set;
    let in_words = |key, value: &Option<String>| {
        file_settings::in_words(key, value.as_deref().unwrap_or_default(), &ctx.words)
    };
    let held_by = say!(
        ctx,
        "purge-held-by",
        holder = in_words(HOLDER, holder),
        kind = in_words(RETENTION, kind),
        decision = decision.clone().unwrap_or_default()
    );
    ctx.ui.print_wrapped(&held_by, 0)?;
    if ctx.stamp().today_given {
        let given = ctx.say("purge-list-given-today");
        ctx.ui.print_toned_wrapped(Tone::Warn, &given)?;
    }
    ctx.ui.print("")?;
    match reading(ctx, |reading, ctx, _| gather(&standards, reading, ctx))? {
        Some(gathered) => print(&gathered, ctx),
        None => ctx.tell_no_cases(),
    }
}

/// Calls `each` with the closed cases by reference, one in memory at a time.
fn each_closed(
    standards: &Standards,
    reading: &Reading<'_>,
    ctx: &Ctx,
    mut each: impl FnMut(Judged<'_>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    reading.cases(CaseFilter::Closed, ctx.today(), |heading| {
        let opened = ctx.desk.open(reading.case_by_id(heading.id)?)?;
        each(Judged::of(standards, &opened, ctx))
    })
}

fn gather(standards: &Standards, reading: &Reading<'_>, ctx: &Ctx) -> Result<Gathered, Failure> {
    let headings = ["heading-case", "list-routine", "purge-day", "purge-why"];
    let table = Table::new(headings.map(|id| ctx.words.say(id)));
    let mut gathered = Gathered {
        table: table.with_whole_lines_in([0]),
        count: 0,
        has_given_days: false,
        open: reading.totals()?.open_cases,
    };
    each_closed(standards, reading, ctx, |judged| {
        gathered.count += 1;
        gathered.has_given_days |= judged.has_given_days;
        if gathered.count <= MOST_ROWS {
            gathered.table.add(judged.cells(ctx.today(), &ctx.words));
        }
        Ok(())
    })?;
    Ok(gathered)
}

fn print(gathered: &Gathered, ctx: &mut Ctx) -> Result<(), Failure> {
    match gathered.count {
        0 => ctx.ui.print(ctx.words.say("list-none-closed"))?,
        _ => ctx.ui.print_table(&gathered.table)?,
    }
    ctx.ui.print("")?;
    let more = gathered.count.saturating_sub(MOST_ROWS);
    for (id, is_said) in [
        ("list-more", more > 0),
        ("purge-open", gathered.open > 0),
        ("purge-given-days", gathered.has_given_days),
        ("purge-research", true),
        ("purge-by-hand", true),
    ] {
        if is_said {
            ctx.print_say(message!(
                id,
                more,
                all = gathered.count,
                count = gathered.open
            ))?;
        }
    }
    Ok(())
}
