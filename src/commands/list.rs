//! `list`: the cases.

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `list` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The closed ones.
    #[arg(long, alias = "stängda", alias = "stangda")]
    pub(crate) closed: bool,
    /// Open and closed.
    #[arg(long, alias = "alla")]
    pub(crate) all: bool,
}

/// Runs `list`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
