//! The command line holds together, and every part of it has words in both languages.

use clap::Command;

use super::{CommandLine, help, parse, tree};
use crate::ui::wording::{Language, Words, files};

fn ids(command: &Command, id: &str, arguments_id: &str, found: &mut Vec<String>) {
    found.push(id.to_owned());
    for argument in command.get_arguments() {
        found.push(help::argument_id(arguments_id, argument));
        let names = argument.get_value_names().unwrap_or_default();
        let takes_value = argument.get_action().takes_values();
        assert!(!takes_value || !names.is_empty());
        found.extend(
            names
                .iter()
                .filter(|_| takes_value)
                .map(|name| help::value_id(name)),
        );
    }
    for inner in command.get_subcommands() {
        let id = help::command_id(id, inner);
        ids(inner, &id, &id, found);
    }
}

#[test]
fn every_command_and_option_has_a_help_text_in_both_languages() {
    let mut found = Vec::new();
    ids(&tree(), help::HELP, help::GLOBAL, &mut found);
    assert!(
        found.contains(&"help-report-overdue".to_owned()),
        "{found:?}"
    );
    for language in [Language::Swedish, Language::English] {
        let words = Words::new(language);
        let missing: Vec<_> = found.iter().filter(|id| !words.knows(id)).collect();
        assert!(
            missing.is_empty(),
            "{language:?} has no words for {missing:#?}"
        );
    }
}

#[test]
fn the_tree_holds_together() {
    for language in [Language::Swedish, Language::English] {
        help::worded(tree(), &Words::new(language)).debug_assert();
    }
}

#[test]
fn every_name_with_swedish_letters_can_be_typed_without() {
    fn check(command: &Command) {
        let plain = |name: &str| name.replace(['å', 'ä'], "a").replace('ö', "o");
        let commands: Vec<_> = command.get_all_aliases().collect();
        for alias in &commands {
            assert!(commands.contains(&plain(alias).as_str()), "{alias}");
        }
        for argument in command.get_arguments() {
            let aliases = argument.get_all_aliases().unwrap_or_default();
            for alias in &aliases {
                assert!(aliases.contains(&plain(alias).as_str()), "--{alias}");
            }
        }
        command.get_subcommands().for_each(check);
    }
    check(&tree());
}

#[test]
fn a_value_that_is_a_commands_name_is_a_value() {
    let read = |line: &str| {
        let arguments: Vec<_> = line.split(' ').map(Into::into).collect();
        match parse(&arguments, &Words::new(Language::English)) {
            Ok(CommandLine::Cli(cli)) => format!("{:?}", cli.command),
            _ => "refused".to_owned(),
        }
    };
    assert!(read("sisam --as show list").starts_with("Some(List("));
    assert!(read("sisam --as=show list").starts_with("Some(List("));
    assert!(read("sisam show list").starts_with("Some(Show("));
    assert!(read("sisam note 1 visa").starts_with("Some(Note("));
    assert_eq!(read("sisam --as list"), "None");
    assert_eq!(read("sisam lists"), "refused");
}

/// What is typed under another name in the other language: commands and options.
fn names_of_the_other(language: Language) -> Vec<String> {
    fn foreign(start: &str, english: &str, others: &[&str], language: Language) -> Vec<String> {
        let names = match language {
            Language::English => others,
            Language::Swedish if others.is_empty() => &[],
            Language::Swedish => &[english],
        };
        names.iter().map(|name| format!("{start}{name}")).collect()
    }
    fn collect(command: &Command, language: Language, found: &mut Vec<String>) {
        for argument in command.get_arguments() {
            let others = argument.get_all_aliases().unwrap_or_default();
            let long = argument.get_long().unwrap_or_default();
            found.extend(foreign("--", long, &others, language));
        }
        for inner in command.get_subcommands() {
            let others: Vec<_> = inner.get_all_aliases().collect();
            if inner.get_name() != help::SAME_IN_BOTH {
                found.extend(foreign("sisam ", inner.get_name(), &others, language));
            }
            collect(inner, language, found);
        }
    }
    let mut found = Vec::new();
    collect(&tree(), language, &mut found);
    found
}

#[test]
fn a_language_names_commands_and_options_as_it_has_them() {
    for language in [Language::Swedish, Language::English] {
        let foreign = names_of_the_other(language);
        assert!(foreign.len() > 50, "{foreign:?}");
        for line in files(language).iter().flat_map(|(_, text)| text.lines()) {
            let named = foreign.iter().find(|name| {
                let after = line.split(name.as_str()).skip(1);
                let goes_on =
                    |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '-');
                after.into_iter().any(|rest| !goes_on(rest))
            });
            // A command to another program, and the name of this one in its own language.
            let is_told = line.contains("--lang en help") || line.contains("--lang sv hjälp");
            assert!(
                named.is_none() || is_told,
                "{language:?}: {named:?} in {line}"
            );
        }
    }
}
