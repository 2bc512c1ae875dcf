//! `note`: writes something down.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `note` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case: its reference or an unambiguous beginning of it.
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// The note.
    #[arg(value_name = "TEXT", value_parser = values::words)]
    pub(crate) text: String,
    /// About this step.
    #[arg(long, value_name = "STEP", alias = "steg")]
    pub(crate) step: Option<StepId>,
}

/// Runs `note`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
