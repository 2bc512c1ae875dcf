//! A step that is done: who took it, its questions, the ground if one is needed, its parts, the day.

use std::ops::ControlFlow;

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::change::Changed;
use crate::domain::condition::{Truth, holds};
use crate::domain::consent::CaseOn;
use crate::domain::decide::{Draft, HowDone, Refusal, is_required_now};
use crate::domain::plan::{Plan, WaitsFor};
use crate::domain::routine::{Gate, Question};
use crate::error::Failure;

use super::act::{self, Acted, At};
use super::meanwhile::{self, About};
use super::{facts, parts};

/// Asks what must be known and records that the step, or parts of it, are done. Answers are stored one by one.
pub(super) fn ask(ctx: &mut Ctx, at: At<'_>) -> Result<Acted, Failure> {
    if at.row.choice_open {
        facts::choose_who(ctx, at.opened, at.own, at.step, false)?;
    }
    if let Some(ended) = ask_questions(ctx, at)? {
        act::tell(ctx, &ended, at.step, "told-done")?;
        return Ok(Acted::Again);
    }
    // What has never stood needs its ground at once; what has is judged on the day it was used.
    let mut how = HowDone::default();
    if !stood_once(ctx, at)? {
        let Some(ground) = ask_ground(ctx, at, None)? else {
            return Ok(Acted::PutOff);
        };
        how = ground;
    }
    let Some(chosen) = parts::ask_done(ctx, at)? else {
        return Ok(Acted::PutOff);
    };
    let question = if chosen.len() > 1 {
        "walk-which-day-all"
    } else {
        "walk-which-day"
    };
    let on = ask_day(ctx, question)?;
    how.on = on;
    if how.despite.is_none() {
        let Some(ground) = ask_ground(ctx, at, on)? else {
            return Ok(Acted::PutOff);
        };
        how = ground;
    }
    let note = ask_told_by(ctx, at)?;
    let step = &at.step.id;
    let edit = |draft: &mut Draft<'_>| -> Result<(), Refusal> {
        if chosen.is_empty() {
            draft.done(step, &how)?;
        }
        for item in &chosen {
            draft.done_item(step, item, &how)?;
        }
        match &note {
            Some(note) => draft.note(Some(step), note),
            None => Ok(()),
        }
    };
    act::record(ctx, at, "told-done", edit)?;
    Ok(Acted::Again)
}

/// The day something was done, never one to come; today is proposed. `None`: nobody knows.
fn ask_day(ctx: &mut Ctx, question: &'static str) -> Result<Option<NaiveDate>, Failure> {
    let today = ctx.today();
    let question = ctx.words.say(question);
    let day = asking::day(ctx, &question, Some(today), NoDay::Unknown, Some(today))?;
    Ok(day)
}

/// Which function told, of a step that is somebody else's; a note beside it.
fn ask_told_by(ctx: &mut Ctx, at: At<'_>) -> Result<Option<String>, Failure> {
    if at.is_mine {
        return Ok(None);
    }
    let proposed = ctx.words.of(&at.opened.routine).text(&at.row.owners);
    let proposed = Some(proposed).filter(|titles| !titles.is_empty());
    let question = ctx.say("walk-told-by");
    let who = asking::text(ctx, &question, proposed.as_deref())?;
    let note = say!(ctx, "walk-told-by-note", who);
    Ok(Some(note))
}

/// The questions of a round: what was answered before is proposed, each answer is stored at once. What the last of
/// them changed, if the round has ended with it: its parts were all done before.
fn ask_questions(ctx: &mut Ctx, at: At<'_>) -> Result<Option<Changed>, Failure> {
    for question in at.opened.routine.questions_of(at.step) {
        let changed = loop {
            if let ControlFlow::Break(changed) = ask_question(ctx, at, question)? {
                break changed;
            }
        };
        let ended = changed.filter(|changed| changed.has_ended(&at.step.id));
        if ended.is_some() {
            return Ok(ended);
        }
    }
    Ok(None)
}

fn ask_question(
    ctx: &mut Ctx,
    at: At<'_>,
    question: &Question,
) -> Result<ControlFlow<Option<Changed>>, Failure> {
    // Earlier answers of this round may decide whether the question is asked at all.
    let now = ctx.desk.case(at.opened.reference.as_str())?;
    if holds(question.when.as_ref(), &now.case) != Truth::True {
        return Ok(ControlFlow::Break(None));
    }
    let current = now.case.answers.get(&question.id);
    let current = current.map(|answer| answer.value.clone());
    let may_wait = !is_required_now(&now.case, question);
    let answer = asking::answer(ctx, question, current.as_deref(), may_wait)?;
    let Some(answer) = answer else {
        return Ok(ControlFlow::Break(None));
    };
    let about = About::Answer(&question.id);
    let set = meanwhile::record_more(ctx, &now, at.own, about, |draft| {
        draft.answer(&question.id, &answer)
    });
    match set {
        Ok(Some(changed)) => return Ok(ControlFlow::Break(Some(changed))),
        Ok(None) => {}
        Err(failure) => asking::tell_failure(ctx, &failure)?,
    }
    Ok(ControlFlow::Continue(()))
}

/// Whether what the step requires stands, or did on a day that it may have been done on.
fn stood_once(ctx: &Ctx, at: At<'_>) -> Result<bool, Failure> {
    let now = ctx.desk.case(at.opened.reference.as_str())?;
    let today = ctx.today();
    let days = CaseOn::new(&now.routine, &now.case, today).changes();
    let mut days = days.range(..=today).chain([&today]);
    Ok(days.any(|day| Plan::unmet(&now.routine, &now.case, &at.step.id, *day).is_empty()))
}

/// The ground or reason for going past what does not hold on the day it was done; `None`: it goes no further.
fn ask_ground(
    ctx: &mut Ctx,
    at: At<'_>,
    on: Option<NaiveDate>,
) -> Result<Option<HowDone>, Failure> {
    let now = ctx.desk.case(at.opened.reference.as_str())?;
    let day = on.unwrap_or(ctx.today());
    let unmet = Plan::unmet(&now.routine, &now.case, &at.step.id, day);
    let mut how = HowDone {
        on,
        ..HowDone::default()
    };
    if unmet.is_empty() {
        return Ok(Some(how));
    }
    let here = ctx.words.of(&now.routine);
    for waits in &unmet {
        let waits = here.waits(waits, at.step);
        ctx.ui.print_wrapped(&waits, 2)?;
    }
    let requirements = unmet.iter().filter_map(|waits| match waits {
        WaitsFor::Requirement { index, .. } => at.step.requires.get(*index),
        WaitsFor::Known(_) | WaitsFor::Lapsed(_) => None,
    });
    let mut grounds: Option<&Vec<String>> = None;
    for requirement in requirements {
        match &requirement.gate {
            Gate::Never => {
                ctx.ui.print(ctx.words.say("walk-barred"))?;
                ctx.ui.print(ctx.words.say("walk-stays-blocked"))?;
                return Ok(None);
            }
            Gate::Grounds(list) => grounds = now.routine.grounds.get(list),
            Gate::AnyReason => {}
        }
    }
    how.despite = asking::ground(ctx, grounds.map_or(&[], Vec::as_slice))?;
    if how.despite.is_none() {
        ctx.ui.print(ctx.words.say("walk-stays-blocked"))?;
        return Ok(None);
    }
    if grounds.is_some() {
        let question = ctx.words.say("walk-decided-by");
        how.decided_by = Some(asking::text(ctx, &question, None)?);
    }
    Ok(Some(how))
}
