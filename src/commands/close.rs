//! `close`: ends a case.

use crate::cli::values;
use crate::commands::support::{asking, change, given_text, told};
use crate::ctx::Ctx;
use crate::domain::decide::Refusal;
use crate::error::{Failure, Outcome};

/// What `close` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case: its reference or an unambiguous beginning of it.
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// Why.
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

/// Runs `close`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut reason = given_text::optional(ctx, &args.reason, given_text::REASON)?;
    let changed = loop {
        let mut lacks_reason = false;
        let closed = change::one(ctx, &args.case, |draft| {
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
    told::case_line(ctx, &changed)?;
    told::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.words.say("told-closed", &[]))?;
    Ok(Outcome::Fine)
}
