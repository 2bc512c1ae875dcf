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
        match ask_why(ctx, &opened, ctx.yes || !is_left)? {
            Some(why) => reason = why,
            None => return Ok(ctx.ui.print(ctx.say("told-nothing-changed"))?),
        }
    }
    let closed = |draft: &mut Draft<'_>| draft.close(reason.as_deref());
    let changed = ctx.desk.edit(opened.reference.as_str(), closed)?;
    feedback::case_line(ctx, &changed)?;
    feedback::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-closed"))?;
    Ok(())
}

/// Asks whether a case is to be closed with what is left of it, which has been said, unless that is certain; and why, where
/// a reason must be given. `None`: it stays open.
pub(crate) fn ask_why(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    is_certain: bool,
) -> Attempt<Option<Option<String>>> {
    if !is_certain && !ctx.prompt.confirm(&ctx.say("walk-close"), None)? {
        return Ok(None);
    }
    let tried = Draft::of(&opened.routine, &opened.events, ctx.stamp());
    match tried.and_then(|mut draft| draft.close(None)) {
        Err(refusal @ (Refusal::StepsLeft(_) | Refusal::StepsLate(_))) => {
            // Which they are has been said.
            ctx.warn_say(&refusal)?;
            Ok(Some(Some(given::ask(ctx, REASON)?)))
        }
        _ => Ok(Some(None)),
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
