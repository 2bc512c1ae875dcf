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
pub(crate) mod support;
pub(crate) mod undo;
pub(crate) mod why;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};

use self::support::access::{LOOKED_AT, Scope};
use self::support::case_file;

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
    let (name, scope) = seen_by(command.as_ref());
    ctx.access.begin(name, scope);
    let ended = done(command, ctx);
    case_file::tell_of_leftovers(ctx)?;
    ended
}

fn seen_by(command: Option<&Command>) -> (&'static str, Scope) {
    use Scope::{All, Cases};
    let Some(command) = command else {
        return ("overview", All);
    };
    match command {
        Command::NewCase(_) => ("new-case", Cases),
        Command::Next(args) if args.case.is_some() => ("next", Cases),
        Command::Next(_) => ("next", All),
        Command::Done(_) => ("done", Cases),
        Command::Skip(_) => ("skip", Cases),
        Command::Extend(_) => ("extend", Cases),
        Command::Set(_) => ("set", Cases),
        Command::Note(_) => ("note", Cases),
        Command::Undo(_) => ("undo", Cases),
        Command::Show(_) => ("show", Cases),
        Command::Log(args) if args.access => (LOOKED_AT, Cases),
        Command::Log(_) => ("log", Cases),
        Command::Why(_) => ("why", Cases),
        Command::List(_) => ("list", All),
        Command::Close(_) => ("close", Cases),
        Command::Reopen(_) => ("reopen", Cases),
        Command::Report(_) => ("report", All),
        Command::Export(_) => ("export", Cases),
        Command::Import(_) => ("import", Cases),
        Command::Backup(_) => ("backup", All),
        Command::Restore(_) => ("restore", All),
        Command::Doctor(_) => ("doctor", All),
        Command::Encrypt(_) => ("encrypt", All),
        Command::Decrypt(_) => ("decrypt", All),
        Command::Redact(_) => ("redact", Cases),
        Command::Purge(args) if args.case.is_some() => ("purge", Cases),
        Command::Purge(_) => ("purge", All),
        Command::Config(_) => ("config", All),
        Command::Routine(_) => ("routine", Cases),
    }
}

fn done(command: Option<Command>, ctx: &mut Ctx) -> Result<Outcome, Failure> {
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
        Command::Export(args) => export::run(&args, ctx),
        Command::Import(args) => import::run(&args, ctx),
        Command::Backup(args) => backup::run(&args, ctx),
        Command::Restore(args) => restore::run(&args, ctx),
        Command::Doctor(args) => doctor::run(&args, ctx),
        Command::Redact(args) => redact::run(&args, ctx),
        Command::Purge(args) => purge::run(&args, ctx),
        Command::Config(args) => config::run(&args, ctx),
        Command::Encrypt(args) => encryption::encrypt(&args, ctx),
        Command::Decrypt(args) => encryption::decrypt(&args, ctx),
        Command::Routine(command) => routine::run(&command, ctx),
    }
}
