//! Help texts, hung on clap's tree in this one place: a command's path and an argument's name are the message's id.

use clap::builder::Resettable;
use clap::{Arg, ArgAction, Command};

use crate::ui::terminal;
use crate::ui::wording::{Language, Words};

pub(super) const GLOBAL: &str = "help-global";
pub(super) const HELP: &str = "help";
/// Wider lines are hard to read.
const WIDEST: usize = 100;
const USUAL: usize = 80;

/// The tree of commands, worded.
pub(super) fn worded(tree: Command, words: &Words) -> Command {
    let width = terminal::width().map_or(USUAL, |width| width.min(WIDEST));
    dressed(tree.term_width(width), words, HELP, GLOBAL, "sisam")
}

pub(super) fn command_id(parent: &str, command: &Command) -> String {
    format!("{parent}-{}", command.get_name())
}

pub(super) fn argument_id(parent: &str, argument: &Arg) -> String {
    format!("{parent}-{}", argument.get_id()).replace('_', "-")
}

pub(super) fn value_id(name: &str) -> String {
    format!(
        "value-{}",
        name.to_lowercase().replace(['=', '|', ' '], "-")
    )
}

fn dressed(command: Command, words: &Words, id: &str, arguments_id: &str, path: &str) -> Command {
    let command = command.mut_args(|argument| dressed_argument(argument, words, arguments_id));
    let about = also(
        words,
        words.say(id.to_owned()),
        command.get_all_aliases().next(),
        "",
    );
    let usage = usage(&command, words, path);
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("help-heading-usage")
    );
    let inner: Vec<_> = command
        .get_subcommands()
        .map(|c| c.get_name().to_owned())
        .collect();
    let command = command
        .about(about)
        .long_about(Resettable::Reset)
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(words.say("help-heading-commands"))
        .subcommand_value_name(words.say("value-command"));
    inner.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |inner| {
            let id = command_id(id, &inner);
            let path = format!("{path} {}", inner.get_name());
            dressed(inner, words, &id, &id, &path)
        })
    })
}

fn dressed_argument(argument: Arg, words: &Words, parent: &str) -> Arg {
    let id = argument_id(parent, &argument);
    let alias = argument
        .get_all_aliases()
        .and_then(|all| all.first().copied());
    let help = also(words, words.say(id), alias, "--");
    let names: Vec<_> = argument
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| words.say(value_id(name)))
        .collect();
    let heading = match (parent, argument.is_positional()) {
        (GLOBAL, _) => "help-heading-global",
        (_, true) => "help-heading-arguments",
        (_, false) => "help-heading-options",
    };
    let argument = argument
        .help(help)
        .long_help(Resettable::Reset)
        .help_heading(words.say(heading));
    if !argument.get_action().takes_values() {
        return argument;
    }
    argument
        .value_names(names)
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// The text with the Swedish name that does the same, where Swedish is spoken.
fn also(words: &Words, text: String, alias: Option<&str>, prefix: &str) -> String {
    match alias {
        Some(alias) if words.language() == Language::Swedish => {
            let alias = format!("{prefix}{alias}");
            say!(words, "help-also", text, alias)
        }
        _ => text,
    }
}

fn usage(command: &Command, words: &Words, path: &str) -> String {
    let mut line = vec![path.to_owned()];
    let has_options = command.get_opts().next().is_some();
    if has_options {
        line.push(format!("[{}]", words.say("value-options")));
    }
    let last_needed = command
        .get_positionals()
        .filter(|argument| argument.is_required_set())
        .filter_map(Arg::get_index)
        .max();
    line.extend(command.get_positionals().map(|argument| {
        let names = argument.get_value_names().unwrap_or_default();
        let name = names.first().map_or("", |name| name.as_str());
        let many = match argument.get_action() {
            ArgAction::Append => "…",
            _ => "",
        };
        // What stands before something that is needed is needed too.
        if argument.get_index() <= last_needed {
            format!("<{name}>{many}")
        } else {
            format!("[{name}]{many}")
        }
    }));
    if command.has_subcommands() {
        let name = words.say("value-command");
        line.push(if path == "sisam" {
            format!("[{name}]")
        } else {
            format!("<{name}>")
        });
    }
    line.join(" ")
}
