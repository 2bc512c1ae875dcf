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
        checklist(ctx, &opened, standing).spelt_out(&ctx.words)
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

/// What a new case's steps are and until when. Who does them is on each one's card.
pub(crate) fn opening(ctx: &Ctx, opened: &OpenedCase, standing: &Standing) -> Page {
    let (mut page, case) = (heading(ctx, opened), opened.view(ctx));
    // That the whereabouts are hidden is the first fact.
    let hidden = usize::from(opened.case.protection_review().is_some());
    for (label, value) in case.facts().into_iter().take(hidden) {
        page.hanging(2, format!("{label}: {value}"));
    }
    page.gap();
    // What only may move a date is asked about in its turn.
    let stops = |fact: &&Missing| {
        let mut waits = standing.rows.iter().flat_map(|row| &row.row.waits_for);
        waits.any(|waits| waits.known() == Some(*fact))
    };
    let missing = missing(&opened.routine, standing).into_iter();
    let missing: Vec<_> = missing.filter(stops).collect();
    let checklist = Checklist::new(case, &standing.rows)
        .telling_below(missing.clone())
        .brief();
    page.table(checklist.table());
    page.section(checklist.explanation());
    if !missing.is_empty() {
        page.gap();
        page.line(say!(ctx, "tell-missing-set", case = opened.reference));
    }
    for (place, missing) in missing.into_iter().enumerate() {
        let title = title_of(ctx, opened, missing);
        page.hanging(2, format!("{}  {title}", letter(place)));
    }
    page
}

fn title_of(ctx: &Ctx, opened: &OpenedCase, missing: &Missing) -> String {
    let here = ctx.words.of(&opened.routine);
    match missing {
        Missing::Trigger => ctx.say("fact-trigger"),
        Missing::Date(id) => here.text(id),
        Missing::Question(id) => here.text(id),
        other => here.text(other),
    }
}

/// What is not known, each once; questions as the routine asks them: the second may depend on the first.
fn missing<'s>(routine: &Routine, standing: &'s Standing) -> Vec<&'s Missing> {
    let all: BTreeSet<&Missing> = standing.missing().collect();
    let all = all.into_iter();
    let mut missing: Vec<_> = all
        .filter(|fact| !matches!(fact, Missing::Step(_)))
        .collect();
    missing.sort_by_key(|fact| match fact {
        Missing::Trigger => Some(0),
        Missing::Question(id) => routine.questions().position(|it| it.id == *id),
        _ => Some(usize::MAX),
    });
    missing
}

/// The case, and what protects a child.
fn heading(ctx: &Ctx, opened: &OpenedCase) -> Page {
    let mut page = Page::default();
    page.fitted(opened.view(ctx).line());
    if !opened.routine.placed_child {
        page.toned(Tone::Strong, ctx.say("protects-child"));
    }
    page
}

/// The case and its steps; what protects the child stands first.
pub(crate) fn checklist(ctx: &Ctx, opened: &OpenedCase, standing: &Standing) -> Page {
    let (mut page, case) = (heading(ctx, opened), opened.view(ctx));
    page.hanging(0, case.clock());
    for (label, value) in case.facts() {
        let colon = if label.ends_with('?') { "" } else { ":" };
        page.hanging(2, format!("{label}{colon} {value}"));
    }
    page.gap();
    let missing = missing(&opened.routine, standing);
    let checklist = Checklist::new(case, &standing.rows).telling_below(missing.clone());
    page.table(checklist.table());
    let explanation = checklist.explanation().into_iter();
    page.section(explanation.chain(checklist.left_out()));
    add_what_is_missing(&mut page, ctx, opened, &missing);
    page
}

/// What somebody could tell, and how to: a line for each date and answer that steps wait for.
fn add_what_is_missing(page: &mut Page, ctx: &Ctx, opened: &OpenedCase, missing: &[&Missing]) {
    for (place, missing) in missing.iter().enumerate() {
        let title = title_of(ctx, opened, missing);
        let (id, what) = match missing {
            Missing::Trigger => ("tell-trigger", ""),
            Missing::Date(id) => ("tell-date", id.as_str()),
            Missing::Question(id) => ("tell-answer", id.as_str()),
            Missing::Booking(id) => ("tell-booking", id.as_str()),
            Missing::SchoolCalendar | Missing::Step(_) => ("tell-calendar", ""),
        };
        if place == 0 {
            page.gap();
            page.line(ctx.say("tell-missing"));
        }
        let told = say!(ctx, id, title, case = opened.reference, id = what);
        page.hanging(2, format!("{}  {told}", letter(place)));
    }
}
