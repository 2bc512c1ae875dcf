//! Help texts, hung on clap's tree in this one place: a command's path and an argument's name are the message's id.
//! In Swedish commands and options go by their first other name, and the English name is the other one.

use clap::builder::Resettable;
use clap::{Arg, ArgAction, Command};

use crate::ui::terminal;
use crate::ui::wording::{Language, Words};

pub(super) const GLOBAL: &str = "help-global";
pub(super) const HELP: &str = "help";
/// Wider lines are hard to read.
const WIDEST: usize = 100;
const USUAL: usize = 80;
/// What a day needs: the first page shows no more.
const OF_A_DAY: [&str; 8] = [
    "new-case", "next", "done", "show", "report", "set", "note", "undo",
];

/// The tree of commands, worded, with all of them on its page.
pub(super) fn worded(tree: Command, words: &Words) -> Command {
    let width = terminal::width().map_or(USUAL, |width| width.min(WIDEST));
    let tree = tree.term_width(width);
    dressed(tree, words, HELP, GLOBAL, &[]).after_help(words.say("help-of-one"))
}

/// The same with a first page for whoever is new.
pub(super) fn with_first_page(tree: Command, words: &Words) -> Command {
    let shown = tree.mut_subcommands(|command| {
        let place = OF_A_DAY.iter().position(|name| *name == command.get_name());
        command
            .hide(place.is_none())
            .display_order(place.unwrap_or_default())
    });
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{}:\n{{subcommands}}{{after-help}}",
        words.say("help-heading-usage"),
        words.say("help-heading-commands")
    );
    worded(shown, words)
        .help_template(template)
        .after_help(words.say("help-of-more"))
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

fn dressed(
    command: Command,
    words: &Words,
    id: &str,
    arguments_id: &str,
    path: &[String],
) -> Command {
    let (name, others) = names(words, command.get_name(), command.get_all_aliases());
    let path = [path, std::slice::from_ref(&name)].concat();
    let command = command.mut_args(|argument| dressed_argument(argument, words, arguments_id));
    let usage = usage(&command, words, &path);
    let also = others
        .first()
        .map_or_else(String::new, |alias| also(words, alias));
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}{also}\n\n{{all-args}}{{after-help}}",
        words.say("help-heading-usage")
    );
    let command = command
        .name(name)
        .alias(Resettable::Reset)
        .aliases(others)
        .about(words.say(id.to_owned()))
        .long_about(Resettable::Reset)
        .help_template(template)
        .override_usage(usage)
        .subcommand_help_heading(words.say("help-heading-commands"))
        .subcommand_value_name(words.say("value-command"));
    command.mut_subcommands(|inner| {
        let id = command_id(id, &inner);
        dressed(inner, words, &id, &id, &path)
    })
}

/// The thing has no English name, so its command bears the Swedish one in both languages.
pub(super) const SAME_IN_BOTH: &str = "akt";

/// The name as the language has it, and all the others.
pub(super) fn names<'a>(
    words: &Words,
    english: &'a str,
    others: impl Iterator<Item = &'a str>,
) -> (String, Vec<String>) {
    let mut others: Vec<_> = others.map(str::to_owned).collect();
    match others.first_mut() {
        Some(swedish) if words.language() == Language::Swedish && english != SAME_IN_BOTH => {
            (std::mem::replace(swedish, english.to_owned()), others)
        }
        _ => (english.to_owned(), others),
    }
}

/// What the same is called in English, where Swedish is spoken.
fn also(words: &Words, name: &str) -> String {
    match words.language() {
        Language::Swedish => format!(" {}", say!(words, "help-also", name)),
        Language::English => String::new(),
    }
}

fn dressed_argument(argument: Arg, words: &Words, parent: &str) -> Arg {
    let id = argument_id(parent, &argument);
    let aliases = argument.get_all_aliases().unwrap_or_default();
    let (long, others) = names(
        words,
        argument.get_long().unwrap_or_default(),
        aliases.into_iter(),
    );
    let also = others.first().map(|name| also(words, &format!("--{name}")));
    let help = words.say(id) + &also.unwrap_or_default();
    let values: Vec<_> = argument
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
    let argument = match argument.is_positional() {
        true => argument,
        false => argument.long(long).alias(Resettable::Reset).aliases(others),
    };
    let argument = argument
        .help(help)
        .long_help(Resettable::Reset)
        .help_heading(words.say(heading));
    if !argument.get_action().takes_values() {
        return argument;
    }
    argument
        .value_names(values)
        .hide_default_value(true)
        .hide_possible_values(true)
}

fn usage(command: &Command, words: &Words, path: &[String]) -> String {
    let mut line = path.to_owned();
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
        line.push(match path.len() {
            1 => format!("[{name}]"),
            _ => format!("<{name}>"),
        });
    }
    line.join(" ")
}
