//! `undo`: takes back the latest change.

use crate::ctx::Ctx;
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `undo` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case: its reference or an unambiguous beginning of it.
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    /// The latest change of this step.
    #[arg(value_name = "STEP")]
    pub(crate) step: Option<StepId>,
}

/// Runs `undo`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
