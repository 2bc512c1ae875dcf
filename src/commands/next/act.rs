//! What has happened to a step, asked and recorded.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::commands::support::asking::{self, NoDay};
use crate::commands::support::change::{self, Changed};
use crate::commands::support::routines::OpenedCase;
use crate::commands::support::told;
use crate::ctx::Ctx;
use crate::domain::decide::{HowDone, Refusal, is_required_now};
use crate::domain::plan::{Plan, Status, WaitsFor};
use crate::domain::report::ReportRow;
use crate::domain::routine::{Gate, Responsible, Step};
use crate::error::Failure;
use crate::ui::wording::Titles;

use super::parts;
use super::walk::Stopped;

/// What came of a step.
pub(super) enum Acted {
    /// Something was recorded.
    Recorded,
    /// It is put off.
    Later,
    /// The person goes.
    Leave,
}

/// What may be said of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Done,
    Reminded,
    NotRelevant,
    NewDate,
    Note,
    Later,
    Leave,
}

/// Asks what has happened to a step and records it.
pub(super) fn ask(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    row: &ReportRow,
    is_mine: bool,
) -> Result<Acted, Stopped> {
    let choices = [
        (
            Choice::Done,
            if is_mine {
                "walk-done"
            } else {
                "walk-heard-done"
            },
        ),
        (Choice::Reminded, "walk-reminded"),
        (Choice::NotRelevant, "walk-not-relevant"),
        (Choice::NewDate, "walk-new-date"),
        (Choice::Note, "walk-note"),
        (
            Choice::Later,
            if is_mine {
                "walk-later"
            } else {
                "walk-not-done"
            },
        ),
        (Choice::Leave, "walk-leave"),
    ];
    let options: Vec<String> = choices
        .iter()
        .map(|(_, id)| ctx.words.say(id, &[]))
        .collect();
    let place = ctx
        .prompt
        .select(&ctx.words.say("walk-what", &[]), &options, 0)?;
    let choice = choices
        .get(place)
        .map_or(Choice::Leave, |(choice, _)| *choice);
    match choice {
        Choice::Done => done(ctx, opened, step, row),
        Choice::Reminded => record(ctx, opened, step, "told-reminded", |draft| {
            draft.remind(&step.id)
        }),
        Choice::NotRelevant => {
            let reason = asking::text(ctx, &ctx.words.say("walk-why-not", &[]), None)?;
            record(ctx, opened, step, "told-skipped", |draft| {
                draft.skip(&step.id, &reason)
            })
        }
        Choice::NewDate => new_date(ctx, opened, step, row),
        Choice::Note => {
            let note = asking::text(ctx, &ctx.words.say("walk-note-text", &[]), None)?;
            record(ctx, opened, step, "told-noted", |draft| {
                draft.note(Some(&step.id), &note)
            })
        }
        Choice::Later => Ok(Acted::Later),
        Choice::Leave => Ok(Acted::Leave),
    }
}

/// Closes a case that may end.
pub(super) fn close(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    change::one(ctx, opened.reference.as_str(), |draft| draft.close(None))?;
    ctx.ui.print(ctx.words.say("told-closed", &[]))?;
    Ok(())
}

fn new_date(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    row: &ReportRow,
) -> Result<Acted, Stopped> {
    let words = Rc::clone(&ctx.words);
    if let Some(due) = row.row.dates.original_due {
        let gaps = [("date", words.date(due).into())];
        ctx.ui
            .print_wrapped(&words.say("walk-new-date-kept", &gaps), 0)?;
    }
    let to = asking::day(
        ctx,
        &words.say("walk-new-date-which", &[]),
        None,
        NoDay::Refused,
        None,
    )?;
    let Some(to) = to else {
        return Ok(Acted::Later);
    };
    let reason = asking::text(ctx, &words.say("walk-reason", &[]), None)?;
    let decided_by = asking::text(ctx, &words.say("walk-decided-by", &[]), None)?;
    record(ctx, opened, step, "told-extended", |draft| {
        draft.extend(&step.id, to, &reason, &decided_by)
    })
}

/// Who takes it, its questions and parts, each stored at once; then the ground if one is needed, and the day.
fn done(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    row: &ReportRow,
) -> Result<Acted, Stopped> {
    ask_who_takes(ctx, opened, step, row)?;
    ask_questions(ctx, opened, step)?;
    let Some(despite) = ask_ground(ctx, opened, step)? else {
        return Ok(Acted::Later);
    };
    if !step.items.is_empty() {
        return parts::ask(ctx, opened, step, row, despite.as_deref());
    }
    let on = ask_day(ctx)?;
    record(ctx, opened, step, "told-done", |draft| {
        draft.done(
            &step.id,
            &HowDone {
                on,
                despite: despite.clone(),
            },
        )
    })
}

/// The day something was done; today is proposed.
pub(super) fn ask_day(ctx: &mut Ctx) -> Result<Option<NaiveDate>, Stopped> {
    let today = ctx.today();
    let question = ctx.words.say("walk-which-day", &[]);
    Ok(asking::day(
        ctx,
        &question,
        Some(today),
        NoDay::Refused,
        Some(today),
    )?)
}

fn ask_who_takes(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    row: &ReportRow,
) -> Result<(), Stopped> {
    let Responsible::Chosen {
        candidates,
        proposed,
    } = &step.responsible
    else {
        return Ok(());
    };
    if row.row.taken_by.is_some() {
        return Ok(());
    }
    let titles = Titles::of(&opened.routine);
    let options: Vec<String> = candidates.iter().map(|role| titles.role(role)).collect();
    let default = candidates
        .iter()
        .position(|role| Some(role) == proposed.as_ref());
    let question = ctx.words.say("walk-who-takes", &[]);
    let place = ctx
        .prompt
        .select(&question, &options, default.unwrap_or(0))?;
    if let Some(role) = candidates.get(place) {
        change::one(ctx, opened.reference.as_str(), |draft| {
            draft.take_step(&step.id, Some(role))
        })?;
    }
    Ok(())
}

/// The questions of a round: what was answered before is proposed, each answer is stored at once.
fn ask_questions(ctx: &mut Ctx, opened: &OpenedCase, step: &Step) -> Result<(), Stopped> {
    for question in opened.routine.questions_of(step) {
        // Earlier answers of this round may decide whether the question is asked at all.
        let now = crate::commands::support::cases::read(ctx, opened.reference.as_str())?;
        let applies = crate::domain::condition::holds(question.when.as_ref(), &now.case);
        if applies != crate::domain::condition::Truth::True {
            continue;
        }
        let current = now
            .case
            .answers
            .get(&question.id)
            .map(|answer| answer.value.clone());
        let may_wait = !is_required_now(&now.case, question);
        let answer = asking::answer(ctx, question, current.as_deref(), may_wait)?;
        if let Some(answer) = answer {
            change::one(ctx, opened.reference.as_str(), |draft| {
                draft.answer(&question.id, &answer)
            })?;
        }
    }
    Ok(())
}

/// The ground or reason for going past what does not hold. The outer `None`: it goes no further.
fn ask_ground(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
) -> Result<Option<Option<String>>, Stopped> {
    let now = crate::commands::support::cases::read(ctx, opened.reference.as_str())?;
    let unmet = Plan::unmet(&now.routine, &now.case, &step.id, ctx.today());
    if unmet.is_empty() {
        return Ok(Some(None));
    }
    let words = Rc::clone(&ctx.words);
    let titles = Titles::of(&now.routine);
    for waits in &unmet {
        ctx.ui.print_wrapped(&words.waits(waits, step, titles), 2)?;
    }
    let gates = unmet.iter().filter_map(|waits| match waits {
        WaitsFor::Requirement { index, .. } => step.requires.get(*index),
        WaitsFor::Known(_) => None,
    });
    let mut grounds: Option<Vec<String>> = None;
    for requirement in gates {
        match &requirement.gate {
            Gate::Never => {
                ctx.ui.print(words.say("walk-barred", &[]))?;
                return Ok(None);
            }
            Gate::Grounds(list) => grounds = now.routine.grounds.get(list).cloned(),
            Gate::AnyReason => {}
        }
    }
    let stop = words.say("walk-go-no-further", &[]);
    match grounds {
        Some(grounds) => {
            let mut options = grounds.clone();
            options.push(stop);
            let question = words.say("walk-which-ground", &[]);
            let place = ctx.prompt.select(&question, &options, grounds.len())?;
            Ok(grounds.get(place).cloned().map(Some))
        }
        None => {
            let options = [words.say("walk-go-on-anyway", &[]), stop];
            let place = ctx
                .prompt
                .select(&words.say("walk-anyway", &[]), &options, 1)?;
            if place != 0 {
                return Ok(None);
            }
            Ok(Some(Some(asking::text(
                ctx,
                &words.say("walk-reason", &[]),
                None,
            )?)))
        }
    }
}

/// Records something and tells what it brought. What the domain refuses is said, and the step comes again.
pub(super) fn record(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    told: &'static str,
    edit: impl FnOnce(&mut crate::domain::decide::Draft<'_>) -> Result<(), Refusal>,
) -> Result<Acted, Stopped> {
    match change::one(ctx, opened.reference.as_str(), edit) {
        Ok(changed) => tell(ctx, &changed, step, told)?,
        Err(failure) => {
            let words = Rc::clone(&ctx.words);
            failure.tell(&mut ctx.ui, &words)?;
        }
    }
    Ok(Acted::Recorded)
}

/// Says what was recorded and which dates moved.
pub(super) fn tell(
    ctx: &mut Ctx,
    changed: &Changed,
    step: &Step,
    id: &'static str,
) -> Result<(), Stopped> {
    told::step_line(ctx, changed, id, &step.id)?;
    told::warnings(ctx, changed)?;
    let ended = changed.moved(ctx.today());
    let reopened = ended.iter().any(|moved| {
        moved.before.is_none()
            && moved
                .after
                .is_some_and(|(status, _)| status == Status::Open)
    });
    if reopened || ended.len() > 1 {
        told::moves(ctx, changed, Some(&step.id))?;
    }
    Ok(())
}
