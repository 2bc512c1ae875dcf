//! `report`: steps over all open cases.

mod args;
mod groups;

use crate::ctx::Ctx;
use crate::desk::known;
use crate::desk::lists::reading;
use crate::desk::selection::{More, each_row};
use crate::domain::report::Totals;
use crate::error::{Failure, Outcome};
use crate::ui::Page;
use crate::ui::wording::Words;
use crate::view::{Discretion, missing_over_all};

use self::groups::Groups;

pub(crate) use self::args::Args;

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let names = args.says_who();
    let mut groups = args.by.map(Groups::by);
    let mut has_overdue = false;
    // Read whole before it is shown, so that the file is free while somebody looks at it.
    let read = reading(ctx, |reading, ctx, ui| {
        // How many cases there are is no matter of planning, so these sums are always good for that.
        let totals = reading.totals()?;
        let mut rows = ui.rows(&ctx.words);
        // Whoever reads is told how a first case is opened; a program that there is nobody of the role it names.
        if rows.shows_next() && totals.open_cases + totals.closed_cases == 0 {
            return Ok(None);
        }
        let narrowed = known::meant(args.narrowed(), reading, ctx)?;
        let query = args.query(ctx.today(), narrowed);
        let totals = each_row(ctx, reading, &query, |selected| {
            let mut view = selected.view(ctx, Discretion::SeveralCases { names });
            has_overdue |= view.is_overdue();
            if rows.shows_next() {
                if args.missing {
                    view = view.with_missing();
                }
                let groups = groups.iter_mut();
                groups.for_each(|groups| groups.add(selected, &ctx.words));
            }
            rows.add(&view)?;
            Ok(More::Continue(()))
        })?;
        Ok(Some((rows.end()?, totals)))
    })?;
    let Some((mut read, totals)) = read.flatten() else {
        return ctx.tell_no_cases();
    };
    ctx.emit_read(|ctx| {
        let mut page = Page::default();
        if read.count == 0 {
            page.hanging(0, ctx.say(nothing(args)));
            if args.is_narrowed() {
                page.hanging(0, ctx.say("report-nothing-narrowed"));
            }
        } else {
            if let Some(groups) = groups {
                read.table = read.table.grouped(groups.named(&ctx.words));
            }
            read.onto(&mut page, "report-more", &ctx.words);
        }
        page.section(not_shown(args, totals, &ctx.words));
        page
    })?;
    Ok(match has_overdue && args.check {
        true => Outcome::OverdueFound,
        false => Outcome::Fine,
    })
}

fn nothing(args: &Args) -> &'static str {
    let kinds = [
        (args.overdue, "report-nothing-overdue"),
        (args.late, "report-nothing-late"),
        (args.within.is_some(), "report-nothing-within"),
        (args.missing, "report-nothing-missing"),
        (args.extended, "report-nothing-extended"),
    ];
    let mut chosen = kinds.into_iter().filter(|(is_chosen, _)| *is_chosen);
    match (chosen.next(), chosen.next()) {
        (None, _) => "report-nothing-to-do",
        (Some((_, id)), None) => id,
        _ => "report-nothing",
    }
}

/// What the rows leave out, and how to see it; nothing where that is nothing or the report is of something else.
fn not_shown(args: &Args, totals: Totals, words: &Words) -> Vec<String> {
    let is_of_the_past = (args.late || args.extended) && !args.overdue && args.within.is_none();
    let parts = missing_over_all(totals, words).filter(|_| !args.missing && !is_of_the_past);
    let id = match args.is_narrowed() {
        true => "report-not-shown-everywhere",
        false => "report-not-shown",
    };
    let lines = parts.map(|parts| {
        let line = say!(words, id, parts);
        [line, words.say("report-see-missing")]
    });
    lines.into_iter().flatten().collect()
}
