//! `routine list`: the routines there are.

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `routine list` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

/// Runs `routine list`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
