//! `routine …`: the routines themselves.

pub(crate) mod check;
pub(crate) mod list;
pub(crate) mod plan;
pub(crate) mod show;
pub(crate) mod test;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[command(subcommand)]
    command: RoutineCommand,
}

#[derive(Debug, clap::Subcommand)]
pub(crate) enum RoutineCommand {
    #[command(alias = "lista")]
    List(list::Args),
    #[command(alias = "visa")]
    Show(show::Args),
    #[command(alias = "kontrollera")]
    Check(check::Args),
    Plan(plan::Args),
    #[command(alias = "prova")]
    Test(test::Args),
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    match &args.command {
        RoutineCommand::List(args) => list::run(args, ctx),
        RoutineCommand::Show(args) => show::run(args, ctx),
        RoutineCommand::Check(args) => check::run(args, ctx),
        RoutineCommand::Plan(args) => plan::run(args, ctx),
        RoutineCommand::Test(args) => test::run(args, ctx),
    }
}
