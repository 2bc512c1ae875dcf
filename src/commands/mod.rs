//! One file a command: its arguments and one `run`, which loads, calls the domain, stores and renders.

mod add;
mod akt;
mod backup;
mod close;
mod config;
pub(crate) mod doctor;
mod done;
mod encryption;
mod export;
mod import;
mod list;
mod log;
pub(crate) mod missing;
mod new_case;
mod next;
mod overview;
mod prelude;
mod purge;
mod redact;
mod report;
mod restore;
mod routine;
mod set;
mod settable;
mod show;
mod steps;
mod undo;
mod why;

use clap::{ArgMatches, Args, FromArgMatches};

use crate::ctx::Ctx;
use crate::desk::Scope::{self, All, Cases};
use crate::desk::typed_again;
use crate::error::{Attempt, Outcome};

/// Every command: what it takes, its name, its other names, what runs it, and which cases it sees.
macro_rules! commands {
    ($($variant:ident($args:ty) $name:literal [$($alias:literal),*] $run:path, $sees:expr;)*) => {
        #[derive(Debug)]
        pub(crate) enum Command {
            $($variant($args),)*
        }

        impl Command {
            pub(crate) const NAMES: &[&str] = &[$($name),*];

            /// What the command of this name, or of this other name, takes.
            pub(crate) fn tree(typed: &str) -> Option<clap::Command> {
                let (tree, aliases): (clap::Command, &[&'static str]) = match typed {
                    $($name $(| $alias)* => {
                        (<$args>::augment_args(clap::Command::new($name)), &[$($alias),*])
                    })*
                    _ => return None,
                };
                Some(tree.aliases(aliases))
            }

            /// The command that was typed.
            pub(crate) fn read(matches: &ArgMatches) -> Result<Option<Self>, clap::Error> {
                match matches.subcommand() {
                    $(Some(($name, given)) => {
                        <$args>::from_arg_matches(given).map(|args| Some(Self::$variant(args)))
                    })*
                    _ => Ok(None),
                }
            }

            fn run(&self, ctx: &mut Ctx) -> Attempt<Outcome> {
                match self {
                    $(Self::$variant(args) => {
                        let sees: fn(&$args) -> Scope = $sees;
                        (ctx.desk.command, ctx.desk.scope) = ($name, sees(args));
                        $run(args, ctx).map(Outcome::from)
                    })*
                }
            }
        }
    };
}

// The first alias is the name shown in Swedish help, one without å ä ö follows where needed.
commands! {
    NewCase(new_case::Args) "new-case" ["ny"] new_case::run, |_| Cases;
    Next(next::Args) "next" ["nästa", "nasta"] next::run, |args| of(args.case.as_ref());
    Done(done::Args) "done" ["klar"] done::run, |_| Cases;
    Skip(steps::SkipArgs) "skip" ["hoppa"] steps::skip, |_| Cases;
    Extend(steps::ExtendArgs) "extend" ["förläng", "forlang"] steps::extend, |_| Cases;
    Set(set::Args) "set" ["sätt", "satt"] set::run, |_| Cases;
    Note(steps::NoteArgs) "note" ["anteckna"] steps::note, |_| Cases;
    Add(add::Args) "add" ["lägg-till", "lagg-till"] add::run, |_| Cases;
    Undo(undo::Args) "undo" ["ångra", "angra"] undo::run, |_| Cases;
    Show(show::Args) "show" ["visa"] show::run, |_| Cases;
    Log(log::Args) "log" ["logg"] log::run, |_| Cases;
    Akt(akt::Args) "akt" ["journal"] akt::run, |args| of(args.case.as_ref());
    Why(why::Args) "why" ["varför", "varfor"] why::run, |_| Cases;
    List(list::Args) "list" ["lista"] list::run, |_| All;
    Close(close::Args) "close" ["stäng", "stang"] close::close, |_| Cases;
    Reopen(close::Args) "reopen" ["öppna", "oppna"] close::reopen, |_| Cases;
    Report(report::Args) "report" ["rapport"] report::run, |_| All;
    Routine(routine::Args) "routine" ["rutin"] routine::run, |_| Cases;
    Export(export::Args) "export" ["exportera"] export::run, |_| Cases;
    Import(import::Args) "import" ["importera", "läs-in", "las-in"] import::run, |_| Cases;
    Backup(backup::Args) "backup" ["säkerhetskopiera", "sakerhetskopiera"] backup::run, |_| All;
    Restore(restore::Args) "restore" ["återställ", "aterstall"] restore::run, |_| All;
    Doctor(doctor::Args) "doctor" ["kontrollera"] doctor::run, |_| All;
    Redact(redact::Args) "redact" ["maskera"] redact::run, |_| Cases;
    Purge(purge::Args) "purge" ["gallra"] purge::run, |args| of(args.case.as_ref());
    Encrypt(encryption::EncryptArgs) "encrypt" ["kryptera"] encryption::encrypt, |_| All;
    Decrypt(encryption::DecryptArgs) "decrypt" ["dekryptera"] encryption::decrypt, |_| All;
    Config(config::Args) "config" ["inställningar", "installningar"] config::run, |_| All;
}

/// A command that is told of a case sees that one, and all cases else.
fn of(case: Option<&String>) -> Scope {
    case.map_or(All, |_| Cases)
}

pub(crate) fn run(command: Option<&Command>, ctx: &mut Ctx) -> Attempt<Outcome> {
    let ended = match command {
        Some(command) => command.run(ctx),
        None => {
            (ctx.desk.command, ctx.desk.scope) = ("overview", All);
            overview::run(ctx).map(Outcome::from)
        }
    };
    tell_of_leftovers(ctx)?;
    ended
}

/// Says what a decryption that was stopped has left beside the case file.
fn tell_of_leftovers(ctx: &mut Ctx) -> Attempt {
    let left = ctx.db().map(|path| crate::store::left_by_conversion(&path));
    for file in left.unwrap_or_default() {
        let file = typed_again::path(&file);
        ctx.warn_say(message!("told-left-by-decrypt", file))?;
    }
    Ok(())
}
