//! One file a command: its arguments and one `run`, which loads, calls the domain, stores and renders.

pub(crate) mod close;
pub(crate) mod done;
pub(crate) mod encryption;
pub(crate) mod extend;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod new_case;
pub(crate) mod next;
pub(crate) mod note;
pub(crate) mod overview;
pub(crate) mod reopen;
pub(crate) mod report;
pub(crate) mod routine;
pub(crate) mod set;
pub(crate) mod show;
pub(crate) mod skip;
pub(crate) mod undo;
pub(crate) mod why;

pub(crate) mod support;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};

/// What can be done. The first alias is the name shown in Swedish help, one without å ä ö follows where needed.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    /// Opens a case.
    #[command(alias = "ny")]
    NewCase(new_case::Args),
    /// Walks through what is to be done, or lists it.
    #[command(aliases = ["nästa", "nasta"])]
    Next(next::Args),
    /// Records that a step was done.
    #[command(alias = "klar")]
    Done(done::Args),
    /// Records that a step is not relevant.
    #[command(alias = "hoppa")]
    Skip(skip::Args),
    /// Records the decision on a later date.
    #[command(aliases = ["förläng", "forlang"])]
    Extend(extend::Args),
    /// Sets key dates, answers, owners.
    #[command(aliases = ["sätt", "satt"])]
    Set(set::Args),
    /// Writes something down.
    #[command(alias = "anteckna")]
    Note(note::Args),
    /// Takes back the latest change.
    #[command(aliases = ["ångra", "angra"])]
    Undo(undo::Args),
    /// The whole checklist.
    #[command(alias = "visa")]
    Show(show::Args),
    /// The history.
    #[command(alias = "logg")]
    Log(log::Args),
    /// How a date came about.
    #[command(aliases = ["varför", "varfor"])]
    Why(why::Args),
    /// The cases.
    #[command(alias = "lista")]
    List(list::Args),
    /// Ends a case.
    #[command(aliases = ["stäng", "stang"])]
    Close(close::Args),
    /// Opens a closed case again.
    #[command(aliases = ["öppna", "oppna"])]
    Reopen(reopen::Args),
    /// Steps over all open cases.
    #[command(alias = "rapport")]
    Report(report::Args),
    /// Encrypts the case file.
    #[command(alias = "kryptera")]
    Encrypt(encryption::EncryptArgs),
    /// Takes the case file's encryption away.
    #[command(alias = "dekryptera")]
    Decrypt(encryption::DecryptArgs),
    /// The routines.
    #[command(subcommand, alias = "rutin")]
    Routine(routine::Command),
}

/// Does what was asked for; without a command, the overview.
///
/// # Errors
/// What the command could not do.
pub(crate) fn run(command: Option<Command>, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(command) = command else {
        return overview::run(ctx);
    };
    match command {
        Command::NewCase(args) => new_case::run(&args, ctx),
        Command::Next(args) => next::run(&args, ctx),
        Command::Done(args) => done::run(&args, ctx),
        Command::Skip(args) => skip::run(&args, ctx),
        Command::Extend(args) => extend::run(&args, ctx),
        Command::Set(args) => set::run(&args, ctx),
        Command::Note(args) => note::run(&args, ctx),
        Command::Undo(args) => undo::run(&args, ctx),
        Command::Show(args) => show::run(&args, ctx),
        Command::Log(args) => log::run(&args, ctx),
        Command::Why(args) => why::run(&args, ctx),
        Command::List(args) => list::run(&args, ctx),
        Command::Close(args) => close::run(&args, ctx),
        Command::Reopen(args) => reopen::run(&args, ctx),
        Command::Report(args) => report::run(&args, ctx),
        Command::Encrypt(args) => encryption::encrypt(&args, ctx),
        Command::Decrypt(args) => encryption::decrypt(&args, ctx),
        Command::Routine(command) => routine::run(&command, ctx),
    }
}
