//! `close`: ends a case.

use crate::cli::values;
use crate::commands::support::{case_file, cases, change, closing, told};
use crate::ctx::Ctx;
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
    let reason = match &args.reason {
        None if ctx.can_ask && !ctx.yes => {
            case_file::make_ready(ctx)?;
            let opened = cases::read(ctx, &args.case)?;
            closing::ask_why(ctx, &opened)?
        }
        reason => reason.clone(),
    };
    let changed = change::one(ctx, &args.case, |draft| draft.close(reason.as_deref()))?;
    told::case_line(ctx, &changed)?;
    told::warnings(ctx, &changed)?;
    ctx.ui.print(ctx.words.say("told-closed", &[]))?;
    Ok(Outcome::Fine)
}
