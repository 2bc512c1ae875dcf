//! `close` and `reopen`: a case ends, or goes on.

use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::desk::given::REASON;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    reason: Reason,
}

pub(crate) fn close(args: &Args, ctx: &mut Ctx) -> Attempt {
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    let mut reason = given::optional(ctx, &args.reason.reason, REASON)?;
    if reason.is_none() && ctx.can_ask {
        let is_left = feedback::what_is_left(ctx, &opened, &opened.standing(ctx.today()))?;
        reason = ask_why(ctx, &opened)?;
        let is_certain = reason.is_some() || !is_left || ctx.yes;
        if !is_certain && !ctx.prompt.confirm(&ctx.say("walk-close"), None)? {
            return Ok(ctx.ui.print(ctx.say("told-nothing-changed"))?);
        }
    }
    let closed = |draft: &mut Draft<'_>| draft.close(reason.as_deref());
    let changed = ctx.desk.edit(opened.reference.as_str(), closed)?;
    feedback::case_line(ctx, &changed)?;
    feedback::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-closed"))?;
    Ok(())
}

/// Asks why a case is closed, where a reason must be given; what is left of it has been said.
pub(crate) fn ask_why(ctx: &mut Ctx, opened: &OpenedCase) -> Attempt<Option<String>> {
    let tried = Draft::of(&opened.routine, &opened.events, ctx.stamp());
    match tried.and_then(|mut draft| draft.close(None)) {
        Err(refusal @ (Refusal::StepsLeft(_) | Refusal::StepsLate(_))) => {
            ctx.warn_say(&refusal)?;
            Ok(Some(given::ask(ctx, REASON)?))
        }
        _ => Ok(None),
    }
}

pub(crate) fn reopen(args: &Args, ctx: &mut Ctx) -> Attempt {
    let case = to_change(ctx, &args.case, CaseFilter::All)?.reference;
    let reason = args.reason.required(ctx)?;
    let changed = ctx
        .desk
        .edit(case.as_str(), |draft| draft.reopen(&reason))?;
    feedback::of_case(ctx, &changed, "told-reopened")
}
