//! `note`: writes something down.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::{feedback, given_text};
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "TEXT", value_parser = values::words)]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "STEP", alias = "steg")]
    pub(crate) step: Option<StepId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let text = given_text::required(ctx, &args.case, &args.text, given_text::NOTE)?;
    let changed = ctx
        .desk
        .edit(&args.case, |draft| draft.note(args.step.as_ref(), &text))?;
    feedback::case_line(ctx, &changed)?;
    ctx.ui.print(ctx.say("told-noted"))?;
    Ok(Outcome::Fine)
}
