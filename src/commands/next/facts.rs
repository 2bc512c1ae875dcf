//! Facts that decide something, asked before the steps they decide.

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::cases::OpenedCase;
use crate::desk::feedback;
use crate::domain::condition::Missing;
use crate::domain::ids::KeyDateId;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::{ReportRow, Standing};
use crate::domain::routine::{Responsible, Step};
use crate::error::Failure;
use crate::ui::prompt::NOTHING;

use super::meanwhile::{self, About, OwnChanges};
use super::session::{Fact, Memory};

/// Asks the first unanswered question that decides something about the step `before` or one that stands before it
/// in the routine, unless it was asked already; whether it did.
pub(super) fn ask_what_decides(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    before: Option<u32>,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let question = standing
        .questions_up_to(before)
        .into_iter()
        .filter(|id| !memory.not_known.contains(&Fact::Answer(id.to_string())))
        .find_map(|id| opened.routine.question(&id).cloned());
    let Some(question) = question else {
        return Ok(false);
    };
    head(ctx, opened, &ctx.words.say("walk-decides"))?;
    match asking::answer(ctx, &question, None, true)? {
        None => {
            memory
                .not_known
                .insert(Fact::Answer(question.id.to_string()));
        }
        Some(answer) => {
            let about = About::Answer(&question.id);
            let set = meanwhile::record(ctx, opened, about, |draft| {
                draft.answer(&question.id, &answer)
            });
            tell(ctx, set)?;
        }
    }
    Ok(true)
}

/// Asks what started the case, when that decides which steps apply and it was not asked already; whether it did.
pub(super) fn ask_trigger(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let fact = Fact::Answer("trigger".to_owned());
    let triggers = &opened.routine.triggers;
    if opened.case.trigger.is_some() || triggers.is_empty() || memory.not_known.contains(&fact) {
        return Ok(false);
    }
    memory.not_known.insert(fact);
    head(ctx, opened, &ctx.words.say("walk-decides"))?;
    let mut options: Vec<String> = triggers.iter().map(|t| t.title.clone()).collect();
    options.push(ctx.words.say("ask-answer-later"));
    let question = ctx.words.say("new-case-trigger");
    let place = ctx.prompt.select(&question, &options, triggers.len())?;
    if let Some(trigger) = triggers.get(place) {
        let set = meanwhile::record(ctx, opened, About::Case, |draft| {
            draft.set_trigger(Some(&trigger.id))
        });
        tell(ctx, set)?;
    }
    Ok(true)
}

/// Asks for the first key date that a step waits for, unless it was asked before; whether it did.
pub(super) fn ask_missing_dates(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let missing = standing
        .rows
        .iter()
        .filter(|row| row.row.status == Status::Waiting)
        .flat_map(|row| &row.row.waits_for)
        .filter_map(|waits| match waits {
            WaitsFor::Known(Missing::Date(id)) => Some(id.clone()),
            _ => None,
        })
        .find(|id: &KeyDateId| !memory.not_known.contains(&Fact::Date(id.to_string())));
    let Some(id) = missing else {
        return Ok(false);
    };
    let title = ctx.words.of(&opened.routine).text(&id);
    head(ctx, opened, &ctx.words.say("walk-steps-wait"))?;
    match asking::day(ctx, &title, None, NoDay::NotYet, None)? {
        None => {
            memory.not_known.insert(Fact::Date(id.to_string()));
        }
        Some(day) => {
            let about = About::Date(&id);
            let set = meanwhile::record(ctx, opened, about, |draft| draft.set_date(&id, Some(day)));
            tell(ctx, set)?;
        }
    }
    Ok(true)
}

/// Asks who takes a step that several may, unless it was asked before; whether it did.
pub(super) fn ask_who_takes(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    row: &ReportRow,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let fact = Fact::WhoTakes(step.id.to_string());
    let is_open = matches!(step.responsible, Responsible::Chosen { .. }) && row.choice_open;
    if !is_open || memory.not_known.contains(&fact) {
        return Ok(false);
    }
    let title = ctx.words.of(&opened.routine).step(&step.id);
    head(ctx, opened, &title)?;
    if !choose_who(ctx, opened, &OwnChanges::default(), step, true)? {
        memory.not_known.insert(fact);
    }
    Ok(true)
}

/// Asks which role takes a step and stores it; whether one was chosen.
pub(super) fn choose_who(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    own: &OwnChanges,
    step: &Step,
    may_wait: bool,
) -> Result<bool, Failure> {
    let Responsible::Chosen { candidates, .. } = &step.responsible else {
        return Ok(true);
    };
    let here = ctx.words.of(&opened.routine);
    let mut options: Vec<String> = candidates.iter().map(|role| here.text(role)).collect();
    if may_wait {
        options.push(ctx.say("walk-not-agreed"));
    }
    let question = ctx.say("walk-who-takes");
    // The role proposed by the routine has not taken the step: where the question may wait, Enter lets it wait.
    let default = if may_wait { candidates.len() } else { NOTHING };
    let place = ctx.prompt.select(&question, &options, default)?;
    let Some(role) = candidates.get(place) else {
        return Ok(false);
    };
    let about = About::WhoTakes(&step.id);
    meanwhile::record_more(ctx, opened, own, about, |draft| {
        draft.take_step(&step.id, Some(role))
    })?;
    Ok(true)
}

pub(super) fn head(ctx: &mut Ctx, opened: &OpenedCase, why: &str) -> Result<(), Failure> {
    ctx.ui.print("")?;
    ctx.ui.print_fitted(opened.view(ctx).line())?;
    ctx.ui.print_wrapped(why, 0)?;
    Ok(())
}

/// What a fact brought with it; what cannot be is said, and the question comes again.
pub(super) fn tell(
    ctx: &mut Ctx,
    set: Result<Option<crate::desk::change::Changed>, Failure>,
) -> Result<(), Failure> {
    match set {
        Ok(Some(changed)) => feedback::consequences(ctx, &changed, None),
        Ok(None) => Ok(()),
        Err(failure) => Ok(asking::tell_failure(ctx, &failure)?),
    }
}
