//! `next`: walks through what is to be done, or lists it.

use crate::ctx::Ctx;
use crate::domain::ids::RoleId;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `next` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Only this case.
    #[arg(value_name = "CASE")]
    pub(crate) case: Option<String>,
    /// What is this role's to do first.
    #[arg(long, value_name = "ROLE", alias = "roll")]
    pub(crate) role: Option<RoleId>,
}

/// Runs `next`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
