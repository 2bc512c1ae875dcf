//! The command line: what was typed, as types.

pub(crate) mod globals;
mod help;
mod usage;
pub(crate) mod values;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::rc::Rc;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches};

use crate::commands::{self, Command, missing};
use crate::ctx::Ctx;
use crate::domain::signs::odd_sign;
use crate::error::{Attempt, Failure, Outcome};
use crate::own_settings::OwnSettings;
use crate::paths::Surroundings;
use crate::policy::Policy;
use crate::ui::wording::{Language, Words};
use crate::ui::{Style, Ui, terminal};
use globals::Globals;

/// The whole command line. Help texts and headings come from the wording files; see [`help`].
#[derive(Debug)]
pub(crate) struct Cli {
    globals: Globals,
    command: Option<Command>,
}

/// What was typed: something to do, or to be shown a text.
enum CommandLine {
    Cli(Box<Cli>),
    /// It lacks what somebody at the terminal can be asked for.
    Unfinished(Box<Globals>, ArgMatches),
    Text(String),
}

pub(crate) fn run(surroundings: &Surroundings) -> u8 {
    let own = OwnSettings::read(surroundings.own_settings.as_deref());
    let policy = Policy::read(&surroundings.policies);
    let language = match policy.as_ref().ok().and_then(Policy::language) {
        Some(language) => Ok(language),
        None => language(surroundings, own.as_ref().ok()),
    };
    let words = Rc::new(Words::new(*language.as_ref().unwrap_or(&Language::Swedish)));
    let mut ui = Ui::new(Style::bare());
    let line = language.and_then(|_| parse(&surroundings.arguments, &words));
    let ended = line.and_then(|line| {
        let (globals, lacking, command) = match line {
            CommandLine::Text(text) => {
                ui.print(text.trim_end())?;
                ui.flush()?;
                return Ok(Outcome::Fine);
            }
            CommandLine::Cli(cli) => (cli.globals, None, cli.command),
            CommandLine::Unfinished(globals, lacking) => (*globals, Some(lacking), None),
        };
        let mut ctx = Ctx::resolve(globals, surroundings, (policy?, own?), Rc::clone(&words))?;
        let ended = match lacking {
            None => commands::run(command.as_ref(), &mut ctx),
            Some(lacking) => ask_and_run(&lacking, &surroundings.arguments, &mut ctx),
        };
        let ended = ended.and_then(|outcome| {
            ctx.ui.flush()?;
            Ok(outcome)
        });
        ui = ctx.ui;
        let has_stored = ctx.desk.cache.has_stored.get();
        ended.map_err(|failure| match has_stored && failure.is_of_output() {
            true => failure.because("stored-all-the-same"),
            false => failure,
        })
    });
    ended.map_or_else(
        |failure| {
            // When standard error is gone too, the exit code still tells.
            let _ = failure.tell(&mut ui, &words);
            failure.code()
        },
        Outcome::code,
    )
}

/// Asks for what the line lacks, and runs it with the answers.
fn ask_and_run(lacking: &ArgMatches, typed: &[OsString], ctx: &mut Ctx) -> Attempt<Outcome> {
    let Some(answers) = missing::ask(ctx, lacking)? else {
        return Ok(Outcome::Fine);
    };
    let line: Vec<_> = typed.iter().cloned().chain(answers).collect();
    match parse(&line, &ctx.words)? {
        CommandLine::Cli(cli) => commands::run(cli.command.as_ref(), ctx),
        _ => Err(Failure::bug("answers that finish no line")),
    }
}

/// The language, before the command line is read: errors in it are said in that language too.
fn language(surroundings: &Surroundings, own: Option<&OwnSettings>) -> Result<Language, Failure> {
    if let Some(asked_for) = language_option(&surroundings.arguments) {
        return Ok(asked_for);
    }
    match &surroundings.language {
        None => Ok(own
            .and_then(OwnSettings::language)
            .unwrap_or_else(|| Language::of_locale(surroundings.locale.as_deref()))),
        Some(code) => Language::of_code(code).ok_or_else(|| {
            Failure::usage(message!("usage-unknown-language", given = code))
                .because("usage-for-language")
                .hint(message!("hint-choices", choices = "sv, en"))
        }),
    }
}

/// The last `--lang`, if sisam speaks what it names; if not, reading the command line says so.
fn language_option(arguments: &[OsString]) -> Option<Language> {
    const NAMES: [&str; 3] = ["--lang", "--språk", "--sprak"];
    let arguments: Vec<_> = arguments.iter().map(|a| a.to_string_lossy()).collect();
    let mut found = None;
    for (place, argument) in arguments.iter().enumerate() {
        if argument == "--" {
            break;
        }
        let code = match argument.split_once('=') {
            Some((name, code)) if NAMES.contains(&name) => Some(code),
            None if NAMES.contains(&argument.as_ref()) => {
                arguments.get(place + 1).map(AsRef::as_ref)
            }
            _ => None,
        };
        found = code.and_then(Language::of_code).or(found);
    }
    found
}

/// The tree of all commands, which takes longer to build than most commands take to run.
fn tree() -> clap::Command {
    let all = Command::NAMES.iter().filter_map(|name| Command::tree(name));
    trunk().subcommands(all)
}

/// What can be typed with every command.
fn trunk() -> clap::Command {
    let sisam = clap::Command::new("sisam")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    Globals::augment_args(sisam)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .alias("hjälp")
                .alias("hjalp")
                .action(ArgAction::Help)
                .global(true),
        )
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version),
        )
}

fn named_alone(arguments: &[OsString]) -> clap::Command {
    let typed = arguments.iter().skip(1).filter_map(|typed| typed.to_str());
    trunk().subcommands(typed.filter_map(Command::tree).next())
}

/// Read with the tree of the first command that is named alone. What was meant as a value (`--as list show`) is not
/// understood then, and read again with the tree of all. A function of its own, which `benches/count` counts.
#[inline(never)]
fn read_named(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    read(named_alone(arguments), arguments)
}

/// The same of a line that is right as far as it goes, where somebody can be asked for the rest.
fn read_unfinished(arguments: &[OsString]) -> Option<CommandLine> {
    // After two dashes an option would be taken for a text.
    if !terminal::input_is_terminal() || arguments.iter().any(|typed| typed == "--") {
        return None;
    }
    let lenient = named_alone(arguments).ignore_errors(true);
    let matches = lenient.try_get_matches_from(arguments).ok()?;
    let globals = Globals::from_arg_matches(&matches).ok()?;
    let can_ask = globals.format.is_none() && missing::can_be_asked(&matches);
    can_ask.then(|| CommandLine::Unfinished(Box::new(globals), matches))
}

/// Words are hung on the tree only for help and refusals, which show them: that takes longer than most commands.
fn parse(arguments: &[OsString], words: &Words) -> Result<CommandLine, Failure> {
    if arguments.iter().any(|argument| !argument.is_ascii())
        && let Some(failure) = usage::long_dash(arguments, &tree())
    {
        return Err(failure);
    }
    if let Some(topic) = help_topic(arguments) {
        return refused_or_told(&topic, words);
    }
    match read_named(arguments).or_else(|error| match error.kind() {
        ErrorKind::DisplayVersion => Err(error),
        _ => read(tree(), arguments),
    }) {
        Ok(cli) => Ok(CommandLine::Cli(Box::new(cli))),
        Err(error) if error.kind() == ErrorKind::DisplayVersion => {
            Ok(CommandLine::Text(error.render().to_string()))
        }
        Err(error) if error.kind() == ErrorKind::MissingRequiredArgument => {
            read_unfinished(arguments).map_or_else(|| refused_or_told(arguments, words), Ok)
        }
        Err(_) => refused_or_told(arguments, words),
    }
}

/// `help COMMAND` as `COMMAND --help`; the page with everything is `help more`.
fn help_topic(arguments: &[OsString]) -> Option<Vec<OsString>> {
    const NAMES: [&str; 3] = ["help", "hjälp", "hjalp"];
    let asks = |argument: &OsString| argument.to_str().is_some_and(|it| NAMES.contains(&it));
    if !arguments.iter().any(asks) {
        return None;
    }
    let topic = Arg::new("topic").num_args(0..);
    let help = clap::Command::new("help").aliases(&NAMES[1..]).arg(topic);
    let matches = trunk()
        .subcommand(help)
        .try_get_matches_from(arguments)
        .ok()?;
    let topic = matches.subcommand_matches("help")?.get_many("topic");
    let topic: Vec<String> = topic.unwrap_or_default().cloned().collect();
    let line = ["sisam"].into_iter().map(str::to_owned).chain(topic);
    Some(line.chain(["--help".to_owned()]).map(Into::into).collect())
}

/// The text that a line asks for, or why it is not understood.
fn refused_or_told(arguments: &[OsString], words: &Words) -> Result<CommandLine, Failure> {
    let asks_for_all = arguments
        .get(1)
        .is_some_and(|it| it == "more" || it == "fler");
    let (mut command, arguments) = match asks_for_all {
        true => (
            help::worded(tree(), words),
            &["sisam".into(), "--help".into()][..],
        ),
        false => (help::with_first_page(tree(), words), arguments),
    };
    let Err(error) = command.try_get_matches_from_mut(arguments) else {
        return Err(Failure::usage("usage-other"));
    };
    if !error.use_stderr() {
        return Ok(CommandLine::Text(error.render().to_string()));
    }
    let failure = usage::failure(&error, arguments, &command, words);
    let mut typed = arguments.iter().filter_map(|argument| argument.to_str());
    let odd = typed.find(|typed| odd_sign(typed).is_some());
    Err(odd
        .iter()
        .fold(failure, |failure, typed| failure.naming_odd_sign(typed)))
}

fn read(command: clap::Command, arguments: &[OsString]) -> Result<Cli, clap::Error> {
    let matches = command.try_get_matches_from(arguments)?;
    Ok(Cli {
        globals: Globals::from_arg_matches(&matches)?,
        command: Command::read(&matches)?,
    })
}
