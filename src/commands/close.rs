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
    let case = to_change(ctx, &args.case, CaseFilter::Open)?
        .reference
        .to_string();
    let mut reason = given::optional(ctx, &args.reason.reason, REASON)?;
    let changed = loop {
        let closed = ctx.desk.edit(&case, |draft| draft.close(reason.as_deref()));
        match closed {
            Err(failure) if ctx.can_ask && lacks_reason(&failure) => {
                asking::tell_failure(ctx, &failure)?;
                reason = Some(given::ask(ctx, REASON)?);
            }
            closed => break closed?,
        }
    };
    feedback::case_line(ctx, &changed)?;
    feedback::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-closed"))?;
    Ok(())
}

fn lacks_reason(failure: &Failure) -> bool {
    let refusal = failure.refusal();
    matches!(refusal, Some(Refusal::StepsLeft(_) | Refusal::StepsLate(_)))
}

pub(crate) fn reopen(args: &Args, ctx: &mut Ctx) -> Attempt {
    let case = to_change(ctx, &args.case, CaseFilter::All)?.reference;
    let reason = args.reason.required(ctx)?;
    let changed = ctx
        .desk
        .edit(case.as_str(), |draft| draft.reopen(&reason))?;
    feedback::of_case(ctx, &changed, "told-reopened")
}
