//! `purge`: what must stay, what must go and by when; removes one case that is named.

mod judged;
mod list;
mod one;
mod rules;

use crate::cli::values;
use crate::commands::support::given_text;
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case to remove: its reference or an unambiguous beginning of it. Without one all closed cases are listed.
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// Why; kept, so it must say nothing of the case.
    #[arg(long, value_name = "TEXT", requires = "case", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    /// It was opened by mistake and is no record of a child: no rule stands in the way.
    #[arg(long, requires = "case", alias = "misstag")]
    pub(crate) mistake: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(case) = &args.case else {
        list::run(ctx)?;
        return Ok(Outcome::Fine);
    };
    let reason = given_text::required(ctx, case, &args.reason, given_text::REASON)?;
    one::run(case, &reason, args.mistake, ctx)?;
    Ok(Outcome::Fine)
}
