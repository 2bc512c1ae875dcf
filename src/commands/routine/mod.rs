//! `routine …`: the routines themselves.

pub(crate) mod check;
pub(crate) mod list;
pub(crate) mod plan;
pub(crate) mod show;
pub(crate) mod test;

use crate::commands::prelude::*;

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

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt<Outcome> {
    Ok(match &args.command {
        RoutineCommand::List(args) => list::run(args, ctx)?.into(),
        RoutineCommand::Show(args) => show::run(args, ctx)?.into(),
        RoutineCommand::Check(args) => check::run(args, ctx)?,
        RoutineCommand::Plan(args) => plan::run(args, ctx)?.into(),
        RoutineCommand::Test(args) => test::run(args, ctx)?,
    })
}
