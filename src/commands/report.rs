//! `report`: steps over all open cases.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::ids::{RoleId, RoutineId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `report` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Late steps.
    #[arg(long, alias = "försenade", alias = "forsenade")]
    pub(crate) overdue: bool,
    /// Due from today to this many days on.
    #[arg(long, value_name = "DAYS", alias = "inom", value_parser = values::days)]
    pub(crate) within: Option<u32>,
    /// Without date, owner or answer.
    #[arg(long, alias = "saknas")]
    pub(crate) missing: bool,
    /// Only this role's.
    #[arg(long, value_name = "ROLE", alias = "roll")]
    pub(crate) role: Option<RoleId>,
    /// Only this person's.
    #[arg(long, value_name = "WHO", alias = "vem", value_parser = values::words)]
    pub(crate) who: Option<String>,
    /// Only this routine's.
    #[arg(long, value_name = "ID", alias = "rutin")]
    pub(crate) routine: Option<RoutineId>,
    /// Only this organisation's.
    #[arg(long, value_name = "PARTY", alias = "part", value_parser = values::words)]
    pub(crate) party: Option<String>,
    /// Exit code 3 when something is overdue.
    #[arg(long, alias = "kontroll")]
    pub(crate) check: bool,
}

/// Runs `report`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
