//! `why`: how a step's date came about.

use crate::ctx::Ctx;
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `why` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case: its reference or an unambiguous beginning of it.
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// The step.
    #[arg(value_name = "STEP")]
    pub(crate) step: StepId,
}

/// Runs `why`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
