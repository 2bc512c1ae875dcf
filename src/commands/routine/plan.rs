//! `routine plan`: every date a case would get, without opening one.

use chrono::NaiveDate;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::domain::ids::{KeyDateId, QuestionId, StepId, TriggerId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// What `routine plan` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// A routine's id or a routine file.
    #[arg(value_name = "ID|FILE")]
    pub(crate) routine: String,
    /// A key date; empty withdraws it.
    #[arg(long, value_name = "ID=DATE", alias = "datum", value_parser = values::key_date)]
    pub(crate) date: Vec<(KeyDateId, Option<NaiveDate>)>,
    /// An answer; empty withdraws it.
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    pub(crate) answer: Vec<(QuestionId, Option<String>)>,
    /// What starts the case.
    #[arg(long, value_name = "ID", alias = "utlösare", alias = "utlosare")]
    pub(crate) trigger: Option<TriggerId>,
    /// A step as done on a day.
    #[arg(long, value_name = "STEP=DATE", alias = "klart", value_parser = values::step_done)]
    pub(crate) done: Vec<(StepId, NaiveDate)>,
    /// No later rounds than this day.
    #[arg(long, value_name = "DATE", alias = "till-och-med", value_parser = values::day)]
    pub(crate) until: Option<NaiveDate>,
    /// Nothing is assumed: the rows of a newly opened case.
    #[arg(long, alias = "bara-givet")]
    pub(crate) given_only: bool,
}

/// Runs `routine plan`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_args: &Args, _ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
