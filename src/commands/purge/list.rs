//! The closed cases by what the rules make of them.

use std::rc::Rc;

use crate::commands::support::case_file::{self, Trouble};
use crate::commands::support::file_settings::{self, HOLDER, RETENTION};
use crate::commands::support::reading::reading;
use crate::commands::support::routines::Routines;
use crate::commands::support::{file_log, no_cases};
use crate::ctx::Ctx;
use crate::domain::retention::Retention;
use crate::error::Failure;
use crate::store::{CaseFilter, Reading};
use crate::ui::wording::Words;
use crate::ui::{Table, Tone, Ui};

use super::judged::Judged;
use super::rules::Standards;

/// More cases than this nobody reads on a screen, and a table holds all of them in memory.
const MOST_ROWS: usize = 500;

/// One of the two groups.
struct Group {
    title: &'static str,
    table: Table,
    count: usize,
}

/// What the screen shows.
struct Gathered {
    groups: [Group; 2],
    shown: usize,
    has_given_days: bool,
    open: i64,
}

pub(super) fn run(ctx: &mut Ctx) -> Result<(), Failure> {
    let stood = case_file::read(ctx, |reading| {
        Ok((Standards::of(reading)?, file_log::removals(reading)?))
    })?;
    let Some((standards, removals)) = stood else {
        return no_cases::tell(ctx);
    };
    let said = standards.said();
    let as_data = said.is_ok() && !ctx.is_json();
    file_log::show_removals(ctx, &removals, as_data)?;
    let (holder, kind) = said?;
    if ctx.is_json() {
        reading(ctx, |reading, ctx, ui| {
            write_json(&standards, reading, ctx, ui)
        })?;
        return Ok(());
    }
    let gaps = [
        (
            "holder",
            file_settings::in_words(HOLDER, holder.as_str(), &ctx.words),
        ),
        (
            "kind",
            file_settings::in_words(RETENTION, &kind.to_string(), &ctx.words),
        ),
        ("decision", standards.decision.clone()),
    ];
    let held_by = ctx.words.say_texts("purge-held-by", &gaps);
    ctx.ui.print_wrapped(&held_by, 0)?;
    if ctx.is_today_given() {
        let given = ctx.words.say("purge-list-given-today", &[]);
        ctx.ui.print_toned_wrapped(Tone::Warn, &given)?;
    }
    match reading(ctx, |reading, ctx, _| gather(&standards, reading, ctx))? {
        Some(gathered) => print(&gathered, ctx),
        None => no_cases::tell(ctx),
    }
}

/// Calls `each` with the closed cases by reference, one in memory at a time.
fn each_closed(
    standards: &Standards,
    reading: &Reading<'_>,
    ctx: &Ctx,
    mut each: impl FnMut(Judged) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut routines = Routines::default();
    reading.cases(CaseFilter::Closed, ctx.today(), |heading| {
        let opened = routines.open(reading.case_by_id(heading.id)?, ctx)?;
        each(Judged::of(standards, &opened, ctx))
    })
}

fn write_json(
    standards: &Standards,
    reading: &Reading<'_>,
    ctx: &Ctx,
    ui: &mut Ui,
) -> Result<(), Trouble> {
    let mut list = ui.json_list();
    each_closed(standards, reading, ctx, |judged| {
        Ok(list.add(&judged.json(ctx.today(), &ctx.words))?)
    })?;
    Ok(list.end()?)
}

fn gather(standards: &Standards, reading: &Reading<'_>, ctx: &Ctx) -> Result<Gathered, Trouble> {
    let group = |title| Group {
        title,
        table: table(&ctx.words),
        count: 0,
    };
    let mut groups = ["purge-must-go", "purge-must-stay"].map(group);
    let mut shown = 0;
    let mut has_given_days = false;
    each_closed(standards, reading, ctx, |judged| {
        let [goes, stays] = &mut groups;
        let group = match judged.retention {
            Retention::MustGo { .. } => goes,
            Retention::MustStay | Retention::Open => stays,
        };
        group.count += 1;
        has_given_days |= judged.has_given_days;
        if shown < MOST_ROWS {
            shown += 1;
            group.table.add(judged.cells(ctx.today(), &ctx.words));
        }
        Ok(())
    })?;
    Ok(Gathered {
        groups,
        shown,
        has_given_days,
        open: reading.totals()?.open_cases,
    })
}

fn table(words: &Words) -> Table {
    let headings = ["heading-case", "list-routine", "purge-day", "purge-why"];
    Table::new(headings.map(|id| words.say(id, &[]))).with_whole_lines_in([0])
}

fn print(gathered: &Gathered, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
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
    if gathered.has_given_days {
        ctx.ui
            .print_wrapped(&words.say("purge-given-days", &[]), 0)?;
    }
    for id in ["purge-research", "purge-by-hand"] {
        ctx.ui.print_wrapped(&words.say(id, &[]), 0)?;
    }
    Ok(())
}
