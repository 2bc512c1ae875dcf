//! `reopen`: opens a closed case again.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::{feedback, given_text};
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let reason = given_text::required(ctx, &args.case, &args.reason, given_text::REASON)?;
    let changed = ctx.desk.edit(&args.case, |draft| draft.reopen(&reason))?;
    feedback::case_line(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-reopened"))?;
    Ok(Outcome::Fine)
}
