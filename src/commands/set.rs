//! `set`: key dates, answers, owners, booked days, hidden whereabouts.

use chrono::NaiveDate;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `set` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case: its reference or an unambiguous beginning of it.
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
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
    /// A booked day; empty cancels it.
    #[arg(long, value_name = "STEP=DATE", alias = "bokat", value_parser = values::step_day)]
    pub(crate) planned: Vec<(StepId, Option<NaiveDate>)>,
    /// The child's whereabouts are hidden.
    #[arg(long, alias = "skydda", conflicts_with = "unprotect")]
    pub(crate) protect: bool,
    /// They are no longer.
    #[arg(long, alias = "oskydda")]
    pub(crate) unprotect: bool,
}

/// Runs `set`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
