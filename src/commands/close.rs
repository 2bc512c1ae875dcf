//! `close` and `reopen`: a case ends, or goes on.

use crate::ctx::Ctx;
use crate::desk::feedback;
use crate::desk::given_text::{self, REASON, Reason};
use crate::domain::decide::Refusal;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[command(flatten)]
    pub(crate) reason: Reason,
}

pub(crate) fn close(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut reason = given_text::optional(ctx, &args.reason.reason, REASON)?;
    let changed = loop {
        let closed = ctx
            .desk
            .edit(&args.case, |draft| draft.close(reason.as_deref()));
        match closed {
            Err(failure) if ctx.can_ask && lacks_reason(&failure) => {
                let opened = ctx.desk.case(&args.case)?;
                let standing = opened.standing(ctx.today());
                feedback::what_is_left(ctx, &opened, &standing)?;
                failure
                    .refusal()
                    .map_or(Ok(()), |refusal| ctx.warn_say(refusal))?;
                reason = Some(given_text::ask(ctx, REASON)?);
            }
            closed => break closed?,
        }
    };
    feedback::case_line(ctx, &changed)?;
    feedback::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-closed"))?;
    Ok(Outcome::Fine)
}

fn lacks_reason(failure: &Failure) -> bool {
    let refusal = failure.refusal();
    matches!(refusal, Some(Refusal::StepsLeft(_) | Refusal::StepsLate(_)))
}

pub(crate) fn reopen(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let reason = args.reason.required(ctx, &args.case)?;
    let changed = ctx.desk.edit(&args.case, |draft| draft.reopen(&reason))?;
    feedback::of_case(ctx, &changed, "told-reopened")?;
    Ok(Outcome::Fine)
}
