//! `routine …`: the routines themselves.

pub(crate) mod check;
pub(crate) mod list;
pub(crate) mod plan;
pub(crate) mod show;
pub(crate) mod test;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};

/// What can be done with routines.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// The routines there are.
    #[command(alias = "lista")]
    List(list::Args),
    /// A routine's content.
    #[command(alias = "visa")]
    Show(show::Args),
    /// Every problem in routine files.
    #[command(alias = "kontrollera")]
    Check(check::Args),
    /// Every date a case would get.
    Plan(plan::Args),
    /// Runs the tests in routine files.
    #[command(alias = "prova")]
    Test(test::Args),
}

/// Does what was asked for.
///
/// # Errors
/// What the command could not do.
pub(crate) fn run(command: &Command, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    match command {
        Command::List(args) => list::run(args, ctx),
        Command::Show(args) => show::run(args, ctx),
        Command::Check(args) => check::run(args, ctx),
        Command::Plan(args) => plan::run(args, ctx),
        Command::Test(args) => test::run(args, ctx),
    }
}
