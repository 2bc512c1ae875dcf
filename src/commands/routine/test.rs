//! `routine test`: runs the tests in routine files.

use std::path::PathBuf;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `routine test` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The files.
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) files: Vec<PathBuf>,
}

/// Runs `routine test`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
