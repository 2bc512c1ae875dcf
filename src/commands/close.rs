//! `close`: ends a case.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::{asking, feedback, given_text};
use crate::domain::decide::Refusal;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut reason = given_text::optional(ctx, &args.reason, given_text::REASON)?;
    let changed = loop {
        let mut lacks_reason = false;
        let closed = ctx.desk.edit(&args.case, |draft| {
            let closed = draft.close(reason.as_deref());
            lacks_reason = matches!(closed, Err(Refusal::StepsLeft(_) | Refusal::StepsLate(_)));
            closed
        });
        match closed {
            Err(why) if lacks_reason && ctx.can_ask => {
                asking::tell_failure(ctx, &why)?;
                reason = Some(given_text::ask(ctx, given_text::REASON)?);
            }
            closed => break closed?,
        }
    };
    feedback::case_line(ctx, &changed)?;
    feedback::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-closed"))?;
    Ok(Outcome::Fine)
}
