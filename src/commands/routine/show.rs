//! `routine show`: a routine's content.

use crate::ctx::Ctx;
use crate::domain::ids::RoutineId;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `routine show` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The routine.
    #[arg(value_name = "ID")]
    pub(crate) routine: RoutineId,
}

/// Runs `routine show`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
