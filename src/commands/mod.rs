//! One file a command: its arguments and one `run`, which loads, calls the domain, stores and renders.

mod backup;
pub(crate) mod close;
pub(crate) mod config;
pub(crate) mod doctor;
pub(crate) mod done;
pub(crate) mod encryption;
pub(crate) mod export;
pub(crate) mod extend;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod log;
pub(crate) mod new_case;
pub(crate) mod next;
pub(crate) mod note;
pub(crate) mod overview;
pub(crate) mod purge;
pub(crate) mod redact;
pub(crate) mod reopen;
pub(crate) mod report;
pub(crate) mod restore;
pub(crate) mod routine;
pub(crate) mod set;
pub(crate) mod show;
pub(crate) mod skip;
pub(crate) mod undo;
pub(crate) mod why;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};

use crate::desk::access::{LOOKED_AT, Scope};
use crate::desk::case_file;

/// What can be done. The first alias is the name shown in Swedish help, one without å ä ö follows where needed.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Command {
    #[command(alias = "ny")]
    NewCase(new_case::Args),
    #[command(aliases = ["nästa", "nasta"])]
    Next(next::Args),
    #[command(alias = "klar")]
    Done(done::Args),
    #[command(alias = "hoppa")]
    Skip(skip::Args),
    #[command(aliases = ["förläng", "forlang"])]
    Extend(extend::Args),
    #[command(aliases = ["sätt", "satt"])]
    Set(set::Args),
    #[command(alias = "anteckna")]
    Note(note::Args),
    #[command(aliases = ["ångra", "angra"])]
    Undo(undo::Args),
    #[command(alias = "visa")]
    Show(show::Args),
    #[command(alias = "logg")]
    Log(log::Args),
    #[command(aliases = ["varför", "varfor"])]
    Why(why::Args),
    #[command(alias = "lista")]
    List(list::Args),
    #[command(aliases = ["stäng", "stang"])]
    Close(close::Args),
    #[command(aliases = ["öppna", "oppna"])]
    Reopen(reopen::Args),
    #[command(alias = "rapport")]
    Report(report::Args),
    #[command(subcommand, alias = "rutin")]
    Routine(routine::Command),
    #[command(alias = "exportera")]
    Export(export::Args),
    #[command(aliases = ["importera", "läs-in", "las-in"])]
    Import(import::Args),
    #[command(aliases = ["säkerhetskopiera", "sakerhetskopiera"])]
    Backup(backup::Args),
    #[command(aliases = ["återställ", "aterstall"])]
    Restore(restore::Args),
    #[command(alias = "kontrollera")]
    Doctor(doctor::Args),
    #[command(alias = "maskera")]
    Redact(redact::Args),
    #[command(alias = "gallra")]
    Purge(purge::Args),
    #[command(alias = "kryptera")]
    Encrypt(encryption::EncryptArgs),
    #[command(alias = "dekryptera")]
    Decrypt(encryption::DecryptArgs),
    #[command(aliases = ["inställningar", "installningar"])]
    Config(config::Args),
}

pub(crate) fn run(command: Option<Command>, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let ended = done(command, ctx);
    case_file::tell_of_leftovers(ctx)?;
    ended
}

fn done(command: Option<Command>, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    use Scope::{All, Cases};
    let Some(command) = command else {
        return run_as(ctx, "overview", All, overview::run);
    };
    // A command that is told of a case sees that one, and all cases else.
    let of = |case: &Option<String>| match case {
        Some(_) => Cases,
        None => All,
    };
    match command {
        Command::NewCase(args) => run_as(ctx, "new-case", Cases, |ctx| new_case::run(&args, ctx)),
        Command::Next(args) => run_as(ctx, "next", of(&args.case), |ctx| next::run(&args, ctx)),
        Command::Done(args) => run_as(ctx, "done", Cases, |ctx| done::run(&args, ctx)),
        Command::Skip(args) => run_as(ctx, "skip", Cases, |ctx| skip::run(&args, ctx)),
        Command::Extend(args) => run_as(ctx, "extend", Cases, |ctx| extend::run(&args, ctx)),
        Command::Set(args) => run_as(ctx, "set", Cases, |ctx| set::run(&args, ctx)),
        Command::Note(args) => run_as(ctx, "note", Cases, |ctx| note::run(&args, ctx)),
        Command::Undo(args) => run_as(ctx, "undo", Cases, |ctx| undo::run(&args, ctx)),
        Command::Show(args) => run_as(ctx, "show", Cases, |ctx| show::run(&args, ctx)),
        Command::Log(args) => {
            let name = if args.access { LOOKED_AT } else { "log" };
            run_as(ctx, name, Cases, |ctx| log::run(&args, ctx))
        }
        Command::Why(args) => run_as(ctx, "why", Cases, |ctx| why::run(&args, ctx)),
        Command::List(args) => run_as(ctx, "list", All, |ctx| list::run(&args, ctx)),
        Command::Close(args) => run_as(ctx, "close", Cases, |ctx| close::run(&args, ctx)),
        Command::Reopen(args) => run_as(ctx, "reopen", Cases, |ctx| reopen::run(&args, ctx)),
        Command::Report(args) => run_as(ctx, "report", All, |ctx| report::run(&args, ctx)),
        Command::Export(args) => run_as(ctx, "export", Cases, |ctx| export::run(&args, ctx)),
        Command::Import(args) => run_as(ctx, "import", Cases, |ctx| import::run(&args, ctx)),
        Command::Backup(args) => run_as(ctx, "backup", All, |ctx| backup::run(&args, ctx)),
        Command::Restore(args) => run_as(ctx, "restore", All, |ctx| restore::run(&args, ctx)),
        Command::Doctor(args) => run_as(ctx, "doctor", All, |ctx| doctor::run(&args, ctx)),
        Command::Redact(args) => run_as(ctx, "redact", Cases, |ctx| redact::run(&args, ctx)),
        Command::Purge(args) => run_as(ctx, "purge", of(&args.case), |ctx| purge::run(&args, ctx)),
        Command::Config(args) => run_as(ctx, "config", All, |ctx| config::run(&args, ctx)),
        Command::Encrypt(args) => {
            run_as(ctx, "encrypt", All, |ctx| encryption::encrypt(&args, ctx))
        }
        Command::Decrypt(args) => {
            run_as(ctx, "decrypt", All, |ctx| encryption::decrypt(&args, ctx))
        }
        Command::Routine(command) => {
            run_as(ctx, "routine", Cases, |ctx| routine::run(&command, ctx))
        }
    }
}

/// Runs a command after saying what the access log calls it and what it sees.
fn run_as(
    ctx: &mut Ctx,
    name: &'static str,
    scope: Scope,
    run: impl FnOnce(&mut Ctx) -> Result<Outcome, Failure>,
) -> Result<Outcome, Failure> {
    ctx.access.begin(name, scope);
    run(ctx)
}
