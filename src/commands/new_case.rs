//! `new-case`: opens a case and shows its plan.

use chrono::NaiveDate;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `new-case` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The routine to follow.
    #[arg(long, value_name = "ID", alias = "rutin")]
    pub(crate) routine: Option<RoutineId>,
    /// The reference; else the next number of the year.
    #[arg(long = "ref", value_name = "REF", alias = "referens", value_parser = values::words)]
    pub(crate) reference: Option<String>,
    /// A key date; empty withdraws it.
    #[arg(long, value_name = "ID=DATE", alias = "datum", value_parser = values::key_date)]
    pub(crate) date: Vec<(KeyDateId, Option<NaiveDate>)>,
    /// An answer; empty withdraws it.
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    pub(crate) answer: Vec<(QuestionId, Option<String>)>,
    /// Who holds a role; empty: nobody.
    #[arg(long, value_name = "ROLE=WHO", alias = "roll", value_parser = values::holder)]
    pub(crate) role: Vec<(RoleId, Option<String>)>,
    /// Which role takes a step that several may.
    #[arg(long, value_name = "STEP=ROLE", alias = "tar", value_parser = values::taken)]
    pub(crate) takes: Vec<(StepId, Option<RoleId>)>,
    /// What starts the case.
    #[arg(long, value_name = "ID", alias = "utlösare", alias = "utlosare")]
    pub(crate) trigger: Option<TriggerId>,
}

/// Runs `new-case`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
