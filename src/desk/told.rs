//! What is said after a change: warnings, and which dates moved.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::decide::Decision;
use crate::domain::ids::{CaseRef, StepId};
use crate::domain::plan::{Moved, Status};
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::ui::Tone;
use crate::ui::wording::{Titles, Words};
use crate::view::CaseView;

use super::change::Changed;
use super::first;
use super::refusals::Refusals;
use super::routines::OpenedCase;

/// Says which case was changed, so that the wrong child is noticed.
pub(crate) fn case_line(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let case = CaseView {
        reference: Some(&changed.reference),
        routine: &changed.routine,
        case: &changed.decision.case,
        today: ctx.today(),
        words: &ctx.words,
    };
    ctx.ui.tell(case.line())?;
    Ok(())
}

/// Says what was done to a step: "Rutin 4 … är klart."
pub(crate) fn step_line(
    ctx: &mut Ctx,
    changed: &Changed,
    id: &'static str,
    step: &StepId,
) -> Result<(), Failure> {
    let titles = Titles::of(&changed.routine);
    let recorded = changed.decision.events.iter();
    let mut rounds = recorded.filter_map(|event| event.what.round());
    let round = rounds.find(|(of, _)| *of == step);
    let mut step = titles.step(step, &ctx.words);
    if let Some(round) = round {
        step = titles.with_round(step, round, &ctx.words);
    }
    let line = ctx.words.say(id, &[("step", step.into())]);
    ctx.ui.print_wrapped(&line, 2)?;
    Ok(())
}

pub(crate) fn consequences(
    ctx: &mut Ctx,
    changed: &Changed,
    mentioned: Option<&StepId>,
) -> Result<(), Failure> {
    warnings(ctx, changed)?;
    replaced(ctx, changed)?;
    moves(ctx, changed, mentioned)
}

/// Tells what somebody else had recorded of the same thing, so that two who act at once learn of each other.
fn replaced(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let titles = Titles::of(&changed.routine);
    for event in &changed.replaced {
        let event = first::told(event, titles, &ctx.words);
        ctx.warn_say("told-replaced", &[("event", event.into())])?;
    }
    Ok(())
}

pub(crate) fn moves(
    ctx: &mut Ctx,
    changed: &Changed,
    mentioned: Option<&StepId>,
) -> Result<(), Failure> {
    let titles = Titles::of(&changed.routine);
    let moved = changed.moved(ctx.today()).into_iter();
    let is_news = |moved: &Moved| {
        let ended = moved.after.is_some_and(|(status, _)| status.is_ended());
        !(ended && mentioned == Some(&moved.step))
    };
    for moved in moved.filter(is_news) {
        let line = moved_line(&moved, titles, &ctx.words);
        ctx.ui.print_wrapped(&line, 2)?;
    }
    Ok(())
}

pub(crate) fn warnings(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    all_warnings(ctx, &changed.routine, &changed.reference, &changed.decision)
}

pub(crate) fn opening_warnings(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    decision: &Decision,
) -> Result<(), Failure> {
    all_warnings(ctx, &opened.routine, &opened.reference, decision)
}

fn all_warnings(
    ctx: &mut Ctx,
    routine: &Routine,
    case: &CaseRef,
    decision: &Decision,
) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let refusals = Refusals::new(&words, routine, case);
    for warning in &decision.warnings {
        let line = refusals.warning(warning);
        ctx.ui.tell_toned_wrapped(Tone::Warn, &line)?;
    }
    Ok(())
}

/// "Rutin 7: fre 5 mars 2027 → tis 9 mars 2027 (4 dagar senare)", or how its standing changed.
fn moved_line(moved: &Moved, titles: Titles<'_>, words: &Words) -> String {
    let step = titles.round(&moved.step, moved.round, words);
    let standing = |standing: Option<(Status, Option<chrono::NaiveDate>)>| match standing {
        None => words.say("moved-none", &[]),
        Some((status, Some(due))) if status.is_to_do() => words.no_later_than(due),
        Some((status, _)) => words.status(status),
    };
    let dates = (
        moved.before.and_then(|b| b.1),
        moved.after.and_then(|a| a.1),
    );
    let both_to_do = [moved.before, moved.after]
        .iter()
        .all(|standing| standing.is_some_and(|(status, _)| status.is_to_do()));
    if both_to_do && dates.0 == dates.1 {
        let status = |standing: Option<(Status, _)>| {
            standing.map_or_else(String::new, |(status, _)| words.status(status))
        };
        let gaps = [
            ("step", step.into()),
            ("from", status(moved.before).into()),
            ("to", status(moved.after).into()),
        ];
        return words.say("moved-standing", &gaps);
    }
    if let ((Some(from), Some(to)), true) = (dates, both_to_do) {
        let gaps = [
            ("step", step.into()),
            ("from", words.date(from).into()),
            ("to", words.date(to).into()),
            ("shift", words.shift(from, to).into()),
        ];
        return words.say("moved-date", &gaps);
    }
    let gaps = [
        ("step", step.into()),
        ("from", standing(moved.before).into()),
        ("to", standing(moved.after).into()),
    ];
    words.say("moved-standing", &gaps)
}
