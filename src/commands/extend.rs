//! `extend`: records the decision on a later date.

use chrono::NaiveDate;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::{feedback, given_text};
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "STEP")]
    pub(crate) step: StepId,
    #[arg(long, value_name = "DATE", alias = "till", value_parser = values::day)]
    pub(crate) to: NaiveDate,
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    #[arg(long, value_name = "WHO", alias = "beslutat-av", value_parser = values::words)]
    pub(crate) decided_by: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let reason = given_text::required(ctx, &args.case, &args.reason, given_text::REASON)?;
    let decided_by =
        given_text::required(ctx, &args.case, &args.decided_by, given_text::DECIDED_BY)?;
    let changed = ctx.desk.edit(&args.case, |draft| {
        draft.extend(&args.step, args.to, &reason, &decided_by)
    })?;
    feedback::case_line(ctx, &changed)?;
    feedback::step_line(ctx, &changed, "told-extended", &args.step)?;
    feedback::consequences(ctx, &changed, None)?;
    Ok(Outcome::Fine)
}
