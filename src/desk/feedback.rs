//! What is said after a change: warnings, and which dates moved.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::decide::Decision;
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::{MovedRound, Plan, Status};
use crate::domain::routine::Routine;
use crate::domain::school_gap::{IN_SCHOOL, first_day_untold};
use crate::error::Failure;
use crate::ui::Tone;
use crate::ui::wording::Naming;
use crate::view::{CaseName, CaseView};

use super::change::{Changed, told_by};

/// Says which case was changed, so that the wrong child is noticed.
pub(crate) fn case_line(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let case = CaseView {
        name: Some(CaseName {
            reference: &changed.reference,
            code_word: changed.code_word.as_deref(),
        }),
        routine: &changed.routine,
        case: &changed.decision.case,
        today: ctx.today(),
        words: &ctx.words,
    };
    Ok(ctx.ui.tell(case.line())?)
}

/// Says what was done to a case, in a sentence that names nothing in it.
pub(crate) fn of_case(ctx: &mut Ctx, changed: &Changed, id: &'static str) -> Result<(), Failure> {
    case_line(ctx, changed)?;
    Ok(ctx.ui.print(ctx.words.say(id))?)
}

/// Says what was done to a step of a case, and what came of it.
pub(crate) fn of_step(
    ctx: &mut Ctx,
    changed: &Changed,
    id: &'static str,
    step: &StepId,
) -> Result<(), Failure> {
    case_line(ctx, changed)?;
    step_line(ctx, changed, id, step)?;
    consequences(ctx, changed, Some(step))
}

/// What is said of a step that was recorded as done, or a part of it.
pub(crate) fn done_or_part(changed: &Changed, step: &StepId) -> &'static str {
    match changed.has_ended(step) {
        true => "told-done",
        false => "told-part-done",
    }
}

/// "Rutin 4 … är klart."
pub(crate) fn step_line(
    ctx: &mut Ctx,
    changed: &Changed,
    id: &'static str,
    step: &StepId,
) -> Result<(), Failure> {
    let here = ctx.words.of(&changed.routine);
    let recorded = changed.decision.events.iter();
    let mut rounds = recorded.filter_map(|event| event.what.round());
    let round = rounds.find(|(of, _)| *of == step);
    let mut step = here.step(step);
    if let Some(round) = round {
        step = here.with_round(step, round);
    }
    let line = say!(ctx, id, step);
    Ok(ctx.ui.print_wrapped(&line, 2)?)
}

/// Which rounds now have a day booked, or no longer have one.
pub(crate) fn bookings(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let here = ctx.words.of(&changed.routine);
    let plan = Plan::of(&changed.routine, &changed.decision.case, ctx.today());
    for event in &changed.decision.events {
        let What::Planned { step, on } = &event.what else {
            continue;
        };
        let mut rows = plan.rows.iter().rev();
        let round = rows
            .find(|row| row.step == *step)
            .map_or(1, |row| row.round);
        let step = here.with_round(here.step(step), (step, round));
        let line = match on {
            Some(date) => say!(ctx, "told-booked", step, date = *date),
            None => say!(ctx, "told-not-booked", step),
        };
        ctx.ui.print_wrapped(&line, 2)?;
    }
    Ok(())
}

pub(crate) fn consequences(
    ctx: &mut Ctx,
    changed: &Changed,
    mentioned: Option<&StepId>,
) -> Result<(), Failure> {
    warnings(ctx, changed)?;
    replaced(ctx, changed)?;
    untold_first_day(ctx, changed)?;
    moves(ctx, changed, mentioned)
}

/// Tells what somebody else had recorded of the same thing, so that two who act at once learn of each other.
fn replaced(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    for event in &changed.replaced {
        let event = told_by(event, ctx.words.of(&changed.routine));
        ctx.warn_say(message!("told-replaced", event))?;
    }
    Ok(())
}

/// Asks since when a child is in school, as soon as it is answered that it is.
fn untold_first_day(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let Decision { case, events, .. } = &changed.decision;
    let answers = |what: &What| matches!(what, What::Answered { question, .. } if question.as_str() == IN_SCHOOL);
    let is_answered = events.iter().any(|event| answers(&event.what));
    let untold = first_day_untold(&changed.routine, case).filter(|_| is_answered);
    let Some(id) = untold else { return Ok(()) };
    let title = ctx.words.of(&changed.routine).text(&id);
    let case = changed.reference.to_string();
    let id = id.to_string();
    Ok(ctx.warn_say(message!("told-first-day-untold", title, case, id))?)
}

pub(crate) fn moves(
    ctx: &mut Ctx,
    changed: &Changed,
    mentioned: Option<&StepId>,
) -> Result<(), Failure> {
    let here = ctx.words.of(&changed.routine);
    let moved = changed.moved(ctx.today()).into_iter();
    let is_news = |moved: &MovedRound| {
        let ended = moved.after.is_some_and(|(status, _)| status.is_ended());
        !(ended && mentioned == Some(&moved.step))
    };
    for moved in moved.filter(is_news) {
        let line = moved_line(&moved, here);
        ctx.ui.print_wrapped(&line, 2)?;
    }
    Ok(())
}

pub(crate) fn warnings(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    decision_warnings(ctx, &changed.routine, &changed.decision)
}

pub(crate) fn decision_warnings(
    ctx: &mut Ctx,
    routine: &Routine,
    decision: &Decision,
) -> Result<(), Failure> {
    for warning in &decision.warnings {
        let said = ctx.words.of(routine).say(warning);
        ctx.ui.tell_toned_wrapped(Tone::Warn, &said)?;
    }
    Ok(())
}

/// "Rutin 7: fre 5 mars 2027 → tis 9 mars 2027 (4 dagar senare)", or how its standing changed.
fn moved_line(moved: &MovedRound, words: Naming<'_>) -> String {
    let step = words.text((&moved.step, moved.round));
    let in_words = |standing: Option<(Status, Option<NaiveDate>)>| match standing {
        None => words.say("moved-none"),
        Some((status, Some(due))) if status.is_to_do() => words.no_later_than(due),
        Some((status, _)) => words.say(&status),
    };
    let [before, after] =
        [moved.before, moved.after].map(|it| it.filter(|(status, _)| status.is_to_do()));
    let (from, to) = match (before, after) {
        (Some((before, from)), Some((after, to))) if from == to => {
            (words.say(&before), words.say(&after))
        }
        (Some((_, Some(from))), Some((_, Some(to)))) => {
            return say!(
                words,
                "moved-date",
                step,
                from,
                to,
                shift = words.shift(from, to)
            );
        }
        _ => (in_words(moved.before), in_words(moved.after)),
    };
    say!(words, "moved-standing", step, from, to)
}
