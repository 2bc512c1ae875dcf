//! `show`: the whole checklist of a case.

use crate::commands::prelude::*;
use crate::domain::condition::Missing;
use crate::domain::decide::{late_steps, may_close};
use crate::view::letter;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let opened = ctx.desk.case_among(&args.case, CaseFilter::All)?;
    answer(ctx, &opened, |ctx, standing| {
        page(ctx, &opened, standing).spelt_out(&ctx.words)
    })
}

/// Answers with a case, for people with a page of it.
pub(crate) fn answer(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    page: impl FnOnce(&Ctx, &Standing) -> Page,
) -> Attempt {
    let today = ctx.today();
    let standing = opened.standing(today);
    let may_close = || {
        let plan = opened.plan(today);
        may_close(&opened.routine, &opened.case, &plan)
            && late_steps(&opened.routine, &plan, today).is_empty()
    };
    ctx.lending_ui(|ctx, ui| {
        ui.emit(
            || opened.view(ctx).json(&standing, may_close()),
            || page(ctx, &standing),
        )
    })?;
    Ok(())
}

fn page(ctx: &Ctx, opened: &OpenedCase, standing: &Standing) -> Page {
    let mut page = checklist(ctx, opened, standing);
    page.paragraph(opened.routine.notice.as_ref());
    page
}

/// The case and its steps; what protects the child stands first.
pub(crate) fn checklist(ctx: &Ctx, opened: &OpenedCase, standing: &Standing) -> Page {
    let mut page = Page::default();
    let case = opened.view(ctx);
    page.fitted(case.line());
    if !opened.routine.placed_child {
        page.toned(Tone::Strong, ctx.say("protects-child"));
    }
    page.hanging(0, case.clock());
    for (label, value) in case.facts() {
        let colon = if label.ends_with('?') { "" } else { ":" };
        page.hanging(2, format!("{label}{colon} {value}"));
    }
    page.gap();
    let missing: BTreeSet<&Missing> = standing.missing().collect();
    let missing = missing
        .into_iter()
        .filter(|fact| !matches!(fact, Missing::Step(_)));
    let missing: Vec<_> = missing.collect();
    let checklist = Checklist::new(case, &standing.rows).telling_below(missing.clone());
    page.table(checklist.table());
    let explanation = checklist.explanation().into_iter();
    page.section(explanation.chain(checklist.left_out()));
    add_what_is_missing(&mut page, ctx, opened, &missing);
    page
}

/// What somebody could tell, and how to: a line for each date and answer that steps wait for.
fn add_what_is_missing(page: &mut Page, ctx: &Ctx, opened: &OpenedCase, missing: &[&Missing]) {
    let here = ctx.words.of(&opened.routine);
    for (place, missing) in missing.iter().enumerate() {
        let (id, title, what) = match missing {
            Missing::Trigger => ("tell-trigger", ctx.say("fact-trigger"), ""),
            Missing::Date(id) => ("tell-date", here.text(id), id.as_str()),
            Missing::Question(id) => ("tell-answer", here.text(id), id.as_str()),
            Missing::Booking(id) => ("tell-booking", here.text(*missing), id.as_str()),
            Missing::SchoolCalendar | Missing::Step(_) => {
                ("tell-calendar", here.text(*missing), "")
            }
        };
        if place == 0 {
            page.gap();
            page.line(ctx.say("tell-missing"));
        }
        let told = say!(ctx, id, title, case = opened.reference, id = what);
        page.hanging(2, format!("{}  {told}", letter(place)));
    }
}
