//! The closed cases by what the rules make of them.

use std::rc::Rc;

use crate::commands::support::case_file::Trouble;
use crate::commands::support::no_cases;
use crate::commands::support::reading::reading;
use crate::commands::support::routines::Routines;
use crate::ctx::Ctx;
use crate::domain::retention::{Holder, Retention};
use crate::error::Failure;
use crate::store::{CaseFilter, Reading};
use crate::ui::wording::Words;
use crate::ui::{Table, Tone, Ui};

use super::holder;
use super::judged::Judged;

/// More cases than this nobody reads on a screen, and a table holds all of them in memory.
const MOST_ROWS: usize = 500;

/// One of the three groups.
struct Group {
    title: &'static str,
    table: Table,
    count: usize,
}

/// What the screen shows.
struct Gathered {
    groups: [Group; 3],
    shown: usize,
    open: i64,
}

pub(super) fn run(ctx: &mut Ctx) -> Result<(), Failure> {
    let Some(holder) = holder::of_file(ctx)? else {
        return no_cases::tell(ctx);
    };
    if ctx.is_json() {
        let written = reading(ctx, |reading, ctx, ui| write_json(holder, reading, ctx, ui))?;
        if written.is_none() {
            no_cases::tell(ctx)?;
        }
        return Ok(());
    }
    match reading(ctx, |reading, ctx, _| gather(holder, reading, ctx))? {
        Some(gathered) => print(holder, &gathered, ctx),
        None => no_cases::tell(ctx),
    }
}

/// Calls `each` with the closed cases by reference, one in memory at a time.
fn each_closed(
    holder: Holder,
    reading: &Reading<'_>,
    ctx: &Ctx,
    mut each: impl FnMut(Judged) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut routines = Routines::default();
    reading.cases(CaseFilter::Closed, ctx.today(), |heading| {
        let opened = routines.open(reading.case_by_id(heading.id)?, ctx)?;
        each(Judged::of(holder, &opened))
    })
}

fn write_json(
    holder: Holder,
    reading: &Reading<'_>,
    ctx: &Ctx,
    ui: &mut Ui,
) -> Result<(), Trouble> {
    let mut list = ui.json_list();
    each_closed(holder, reading, ctx, |judged| {
        Ok(list.add(&judged.json(ctx.today(), &ctx.words))?)
    })?;
    Ok(list.end()?)
}

fn gather(holder: Holder, reading: &Reading<'_>, ctx: &Ctx) -> Result<Gathered, Trouble> {
    let group = |title| Group {
        title,
        table: table(&ctx.words),
        count: 0,
    };
    let mut groups = ["purge-must-go", "purge-must-stay", "purge-no-rule"].map(group);
    let mut shown = 0;
    each_closed(holder, reading, ctx, |judged| {
        let [goes, stays, unknown] = &mut groups;
        let group = match judged.retention {
            Retention::MustGo { .. } => goes,
            Retention::MustStay(_) => stays,
            Retention::NoKnownRule(_) | Retention::Open => unknown,
        };
        group.count += 1;
        if shown < MOST_ROWS {
            shown += 1;
            group.table.add(judged.cells(ctx.today(), &ctx.words));
        }
        Ok(())
    })?;
    Ok(Gathered {
        groups,
        shown,
        open: reading.totals()?.open_cases,
    })
}

fn table(words: &Words) -> Table {
    let headings = [
        "heading-case",
        "list-routine",
        "purge-last-entry",
        "purge-day",
        "purge-why",
    ];
    Table::new(headings.map(|id| words.say(id, &[]))).with_whole_lines_in([0, 2])
}

fn print(holder: Holder, gathered: &Gathered, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let gaps = [("holder", holder::name(ctx, holder).into())];
    ctx.ui
        .print_wrapped(&words.say("purge-held-by", &gaps), 0)?;
    let all: usize = gathered.groups.iter().map(|group| group.count).sum();
    for group in gathered.groups.iter().filter(|group| group.count > 0) {
        ctx.ui.print("")?;
        let title = words.say(group.title, &[("count", group.count.into())]);
        ctx.ui.print_toned_wrapped(Tone::Strong, &title)?;
        ctx.ui.print_table(&group.table)?;
    }
    ctx.ui.print("")?;
    if all == 0 {
        ctx.ui.print(words.say("list-none-closed", &[]))?;
    }
    let more = all - gathered.shown;
    if more > 0 {
        let gaps = [("more", more.into()), ("all", all.into())];
        ctx.ui.print_wrapped(&words.say("list-more", &gaps), 0)?;
    }
    if gathered.open > 0 {
        let open = words.say("purge-open", &[("count", gathered.open.into())]);
        ctx.ui.print_wrapped(&open, 0)?;
    }
    for id in ["purge-research", "purge-by-hand"] {
        ctx.ui.print_wrapped(&words.say(id, &[]), 0)?;
    }
    Ok(())
}
