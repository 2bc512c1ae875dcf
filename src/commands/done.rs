//! `done`: records that a step was done.

use crate::cli::values::{self, DoneOn};
use crate::ctx::Ctx;
use crate::domain::ids::{ItemId, QuestionId, RoleId, StepId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `done` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The cases: all or none.
    #[arg(value_name = "CASE", required = true, num_args = 1..)]
    pub(crate) cases: Vec<String>,
    /// The step.
    #[arg(value_name = "STEP", required = true)]
    pub(crate) step: StepId,
    /// The day it was done; today unless said.
    #[arg(long, value_name = "DATE|unknown", alias = "den", value_parser = values::done_on)]
    pub(crate) on: Option<DoneOn>,
    /// An answer; empty withdraws it.
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    pub(crate) answer: Vec<(QuestionId, Option<String>)>,
    /// Only this part.
    #[arg(long, value_name = "ID", alias = "del")]
    pub(crate) item: Option<ItemId>,
    /// A note beside it.
    #[arg(long, value_name = "TEXT", alias = "anteckning", value_parser = values::words)]
    pub(crate) note: Option<String>,
    /// The ground or reason for going past what does not hold.
    #[arg(long, value_name = "REASON", alias = "trots", value_parser = values::words)]
    pub(crate) despite: Option<String>,
    /// Which role takes a step that several may.
    #[arg(long, value_name = "STEP=ROLE", alias = "tar", value_parser = values::taken)]
    pub(crate) takes: Vec<(StepId, Option<RoleId>)>,
}

/// Runs `done`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
