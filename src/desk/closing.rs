//! Closing a case while something is late: whoever does it says why.

use crate::ctx::Ctx;
use crate::domain::decide::{Refusal, late_steps};
use crate::error::Failure;

use super::asking;
use super::cases::OpenedCase;

/// What stands in the way of closing a case without a reason: steps that are late.
pub(crate) fn late(ctx: &Ctx, opened: &OpenedCase) -> Option<Refusal> {
    let (routine, today) = (&opened.routine, ctx.today().max(opened.case.latest_day));
    let late = match opened.case.is_open() {
        true => late_steps(routine, &opened.plan(today), today),
        false => Vec::new(),
    };
    (!late.is_empty()).then_some(Refusal::StepsLate(late))
}

/// Asks why, if something is late: which steps are is said first.
pub(crate) fn ask_why(ctx: &mut Ctx, opened: &OpenedCase) -> Result<Option<String>, Failure> {
    let Some(refusal) = late(ctx, opened) else {
        return Ok(None);
    };
    let what = opened
        .refusals(&ctx.words)
        .failure(&refusal)
        .in_words(&ctx.words);
    ctx.ui.tell_wrapped(&what, 0)?;
    let why = asking::text(ctx, &ctx.words.say("walk-reason"), None)?;
    Ok(Some(why))
}
