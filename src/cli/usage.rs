//! What is wrong with a command line, from clap's findings, in our words.

use std::error::Error as _;
use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::help;
use super::values::BadValue;
use crate::domain::message::Message;
use crate::domain::signs::is_dash;
use crate::error::Failure;
use crate::ui::wording::Words;

/// `root` is the worded tree: what it names is named in the language.
pub(super) fn failure(
    error: &Error,
    arguments: &[OsString],
    root: &Command,
    words: &Words,
) -> Failure {
    let (here, typed) = typed_command(arguments, root);
    let text = |kind| error.get(kind).map(listed).unwrap_or_default();
    let given = text(ContextKind::InvalidArg);
    let option = as_typed(&given);
    let about_it = |id: &'static str| Failure::usage(message!(id, option = option.clone()));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let id = if given.starts_with('-') {
                "usage-unknown-option"
            } else {
                "usage-unknown-argument"
            };
            suggesting(error, (here, &typed), message!(id, given))
        }
        ErrorKind::InvalidSubcommand => {
            let given = text(ContextKind::InvalidSubcommand);
            let what = message!("usage-unknown-command", given);
            suggesting(error, (here, &typed), what)
        }
        ErrorKind::ValueValidation => match bad_value(error) {
            Some(bad) => bad.failure().because(message!("usage-for-option", option)),
            None => choice(error, here, words),
        },
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            about_it("usage-no-value")
        }
        ErrorKind::InvalidValue => choice(error, here, words),
        ErrorKind::MissingRequiredArgument => with_help(
            Failure::usage(message!("usage-missing", what = option)),
            &typed,
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let what = message!("usage-no-command", command = typed.as_str());
            with_help(Failure::usage(what), &typed)
        }
        ErrorKind::ArgumentConflict => conflict(&option, &as_typed(&text(ContextKind::PriorArg))),
        ErrorKind::TooManyValues => about_it("usage-too-many"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            about_it("usage-no-value")
        }
        ErrorKind::InvalidUtf8 => Failure::usage("usage-not-text"),
        _ => with_help(Failure::usage("usage-other"), &typed),
    }
}

/// An option with what it takes, as it is typed: `--orsak TEXT`, not `--orsak <TEXT>`.
fn as_typed(option: &str) -> String {
    option.replace(['<', '>'], "")
}

/// An option with a dash before it that is none of a keyboard's. `root` is the whole tree of commands.
pub(super) fn long_dash(arguments: &[OsString], root: &Command) -> Option<Failure> {
    let typed = arguments
        .iter()
        .skip(1)
        .map(|argument| argument.to_string_lossy());
    typed.take_while(|typed| typed != "--").find_map(|typed| {
        let option = typed.trim_start_matches(is_dash);
        let (dashes, _) = typed.split_at(typed.len() - option.len());
        let is_one = !dashes.is_ascii() && has_option(root, option.split('=').next()?);
        let given = message!("usage-long-dash", given = typed);
        let hint = message!("hint-long-dash", option = format!("--{option}"));
        is_one.then(|| Failure::usage(given).hint(hint))
    })
}

fn has_option(command: &Command, name: &str) -> bool {
    option(command, name).is_some() || command.get_subcommands().any(|it| has_option(it, name))
}

/// The command's option that answers to this name.
fn option<'c>(command: &'c Command, name: &str) -> Option<&'c clap::Arg> {
    command.get_arguments().find(|option| {
        let others = option.get_all_aliases().unwrap_or_default();
        option.get_long() == Some(name) || others.contains(&name)
    })
}

fn bad_value(error: &Error) -> Option<&BadValue> {
    error.source()?.downcast_ref()
}

fn choice(error: &Error, here: &Command, words: &Words) -> Failure {
    let text = |kind| error.get(kind).map(listed).unwrap_or_default();
    let given = text(ContextKind::InvalidArg);
    let what = message!(
        "usage-not-a-choice",
        given = text(ContextKind::InvalidValue),
        option = as_typed(&given)
    );
    let mut failure = Failure::usage(what);
    if let Some(value) = error.get(ContextKind::SuggestedValue) {
        failure = failure.did_you_mean(&best(value));
    }
    let long = given.split([' ', '=']).next().unwrap_or_default();
    let chosen = option(here, long.trim_start_matches('-'));
    let choices = chosen.map_or_else(Vec::new, clap::Arg::get_possible_values);
    let choices = choices.iter().map(|choice| {
        let mut all = choice.get_name_and_aliases();
        let name = all.next().unwrap_or_default();
        help::names(words, name, all).0
    });
    let choices: Vec<_> = choices.collect();
    match choices.is_empty() {
        true => failure,
        false => failure.hint(message!("hint-choices", choices = choices.join(", "))),
    }
}

fn conflict(first: &str, second: &str) -> Failure {
    if first == second || second.is_empty() {
        return Failure::usage(message!("usage-twice", option = first));
    }
    let what = message!("usage-conflict", first, second);
    Failure::usage(what)
}

fn suggesting(error: &Error, (here, typed): (&Command, &str), what: Message) -> Failure {
    let failure = Failure::usage(what);
    let suggested = |kind| error.get(kind).map(best);
    let as_shown = |name: String| {
        let shown = option(here, name.trim_start_matches('-')).and_then(clap::Arg::get_long);
        shown.map_or(name.clone(), |long| format!("--{long}"))
    };
    let option = suggested(ContextKind::SuggestedArg).map(as_shown);
    let command = suggested(ContextKind::SuggestedSubcommand).map(|name| {
        let shown = here.find_subcommand(&name).map(Command::get_name);
        shown.map_or(name.clone(), str::to_owned)
    });
    match option.or(command) {
        Some(suggestion) => failure.did_you_mean(&suggestion),
        None => with_help(failure, typed),
    }
}

fn with_help(failure: Failure, typed: &str) -> Failure {
    failure.hint(message!("hint-help", command = typed))
}

/// The command that was typed, as far down the tree as it goes, and its name from there: `sisam rutin plan`.
fn typed_command<'c>(arguments: &[OsString], root: &'c Command) -> (&'c Command, String) {
    let typed = arguments.iter().skip(1);
    typed.fold(
        (root, root.get_name().to_owned()),
        |(here, path), typed| match here.find_subcommand(typed) {
            Some(found) => (found, format!("{path} {}", found.get_name())),
            None => (here, path),
        },
    )
}

/// Of several suggestions the most like what was typed; clap puts it last.
fn best(suggestions: &ContextValue) -> String {
    match suggestions {
        ContextValue::Strings(many) => many.last().cloned().unwrap_or_default(),
        one => one.to_string(),
    }
}

fn listed(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(many) => many.join(", "),
        other => other.to_string(),
    }
}
