//! Facts that decide something, asked before the steps they decide.

use crate::commands::support::asking::{self, NoDay};
use crate::commands::support::routines::OpenedCase;
use crate::commands::support::{change, told};
use crate::ctx::Ctx;
use crate::domain::condition::Missing;
use crate::domain::ids::KeyDateId;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::Standing;

use super::walk::{Memory, Stopped};

/// Asks the first unanswered question that decides something about the step `before` or one that stands before it
/// in the routine, unless it was asked already; whether it did.
pub(super) fn ask_what_decides(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    before: Option<u32>,
    memory: &mut Memory,
) -> Result<bool, Stopped> {
    let question = standing
        .questions_up_to(before)
        .into_iter()
        .filter(|id| !memory.not_known.contains(id.as_str()))
        .find_map(|id| opened.routine.question(&id).cloned());
    let Some(question) = question else {
        return Ok(false);
    };
    ctx.ui.print("")?;
    let words = std::rc::Rc::clone(&ctx.words);
    ctx.ui.print(opened.heading(&words).line())?;
    ctx.ui.print_wrapped(&words.say("walk-decides", &[]), 0)?;
    match asking::answer(ctx, &question, None, true)? {
        None => {
            memory.not_known.insert(question.id.to_string());
        }
        Some(answer) => {
            let reference = opened.reference.as_str();
            let changed = change::one(ctx, reference, |draft| draft.answer(&question.id, &answer))?;
            told::consequences(ctx, &changed, None)?;
        }
    }
    Ok(true)
}

/// Asks for the first key date that a step waits for, unless it was asked before; whether it did.
pub(super) fn ask_missing_dates(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    memory: &mut Memory,
) -> Result<bool, Stopped> {
    let missing = standing
        .rows
        .iter()
        .filter(|row| row.row.status == Status::Waiting)
        .flat_map(|row| &row.row.waits_for)
        .filter_map(|waits| match waits {
            WaitsFor::Known(Missing::Date(id)) => Some(id.clone()),
            _ => None,
        })
        .find(|id: &KeyDateId| !memory.not_known.contains(id.as_str()));
    let Some(id) = missing else {
        return Ok(false);
    };
    let title = crate::ui::wording::Titles::of(&opened.routine).key_date(&id);
    ctx.ui.print("")?;
    let waits = ctx
        .words
        .say("walk-steps-wait", &[("title", title.clone().into())]);
    ctx.ui.print_wrapped(&waits, 0)?;
    match asking::day(ctx, &title, None, NoDay::NotYet, None)? {
        None => {
            memory.not_known.insert(id.to_string());
        }
        Some(day) => {
            let reference = opened.reference.as_str();
            let set = change::one(ctx, reference, |draft| draft.set_date(&id, Some(day)));
            match set {
                Ok(changed) => told::consequences(ctx, &changed, None)?,
                // An impossible order is said, and the question comes again.
                Err(failure) => failure.tell(&mut ctx.ui, &std::rc::Rc::clone(&ctx.words))?,
            }
        }
    }
    Ok(true)
}
