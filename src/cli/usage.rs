//! What is wrong with a command line, from clap's findings, in our words.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::values::BadValue;
use crate::domain::message::Message;
use crate::domain::signs::is_dash;
use crate::error::Failure;

pub(super) fn failure(error: &Error, typed: &str) -> Failure {
    let text = |kind| error.get(kind).map(listed).unwrap_or_default();
    let option = || text(ContextKind::InvalidArg);
    let about_it = |id: &'static str| Failure::usage(message!(id, option = option()));
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let given = option();
            let id = if given.starts_with('-') {
                "usage-unknown-option"
            } else {
                "usage-unknown-argument"
            };
            suggesting(error, typed, message!(id, given))
        }
        ErrorKind::InvalidSubcommand => {
            let given = text(ContextKind::InvalidSubcommand);
            suggesting(error, typed, message!("usage-unknown-command", given))
        }
        ErrorKind::ValueValidation => match bad_value(error) {
            Some(bad) => bad
                .failure()
                .because(message!("usage-for-option", option = option())),
            None => choice(error),
        },
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            about_it("usage-no-value")
        }
        ErrorKind::InvalidValue => choice(error),
        ErrorKind::MissingRequiredArgument => with_help(
            Failure::usage(message!("usage-missing", what = option())),
            typed,
        ),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let what = message!("usage-no-command", command = typed);
            with_help(Failure::usage(what), typed)
        }
        ErrorKind::ArgumentConflict => conflict(&option(), &text(ContextKind::PriorArg)),
        ErrorKind::TooManyValues => about_it("usage-too-many"),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            about_it("usage-no-value")
        }
        ErrorKind::InvalidUtf8 => Failure::usage("usage-not-text"),
        _ => with_help(Failure::usage("usage-other"), typed),
    }
}

/// An option with a dash before it that is none of a keyboard's. `root` is the whole tree of commands.
pub(super) fn long_dash(arguments: &[OsString], root: &clap::Command) -> Option<Failure> {
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

fn has_option(command: &clap::Command, name: &str) -> bool {
    let is_it = |option: &clap::Arg| {
        let names = option.get_long_and_visible_aliases().unwrap_or_default();
        names.contains(&name) || option.get_all_aliases().unwrap_or_default().contains(&name)
    };
    command.get_arguments().any(is_it)
        || command
            .get_subcommands()
            .any(|below| has_option(below, name))
}

fn bad_value(error: &Error) -> Option<&BadValue> {
    error.source()?.downcast_ref()
}

fn choice(error: &Error) -> Failure {
    let text = |kind| error.get(kind).map(listed).unwrap_or_default();
    let what = message!(
        "usage-not-a-choice",
        given = text(ContextKind::InvalidValue),
        option = text(ContextKind::InvalidArg)
    );
    let mut failure = Failure::usage(what);
    if let Some(value) = error.get(ContextKind::SuggestedValue) {
        failure = failure.did_you_mean(&best(value));
    }
    if let Some(values) = error.get(ContextKind::ValidValue) {
        failure = failure.hint(message!("hint-choices", choices = listed(values)));
    }
    failure
}

fn conflict(first: &str, second: &str) -> Failure {
    if first == second || second.is_empty() {
        return Failure::usage(message!("usage-twice", option = first));
    }
    let what = message!("usage-conflict", first, second);
    Failure::usage(what)
}

fn suggesting(error: &Error, typed: &str, what: Message) -> Failure {
    let failure = Failure::usage(what);
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand]
        .into_iter()
        .find_map(|kind| error.get(kind));
    match suggestion {
        Some(suggestion) => failure.did_you_mean(&best(suggestion)),
        None => with_help(failure, typed),
    }
}

fn with_help(failure: Failure, typed: &str) -> Failure {
    failure.hint(message!("hint-help", command = typed))
}

/// The command that was typed, as far down the tree as it goes: `sisam routine plan`.
pub(super) fn typed_command(arguments: &[OsString], root: &clap::Command) -> String {
    let mut path = vec![root.get_name().to_owned()];
    let mut here = root;
    for argument in arguments.iter().skip(1) {
        if let Some(found) = here.find_subcommand(argument) {
            path.push(found.get_name().to_owned());
            here = found;
        }
    }
    path.join(" ")
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
