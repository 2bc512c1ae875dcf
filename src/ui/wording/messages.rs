//! The messages of one language, each read from its file when it is first said: a command says a few of a thousand.

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use memchr::memmem;
use unic_langid::LanguageIdentifier;

pub(super) struct Messages {
    /// That in which a message was found last comes first: a command says what stands in a few of them.
    texts: RefCell<Vec<&'static str>>,
    /// The messages that have been said. No message refers to another.
    read: RefCell<FluentBundle<FluentResource>>,
}

impl Messages {
    pub(super) fn of(language: LanguageIdentifier, texts: Vec<&'static str>) -> Self {
        let mut bundle = FluentBundle::new(vec![language]);
        // Isolation marks around arguments are invisible to people but not to terminals and scripts.
        bundle.set_use_isolating(false);
        let read = RefCell::new(bundle);
        let texts = RefCell::new(texts);
        Self { texts, read }
    }

    /// The message of an id with its gaps filled; `None` when there is no such message.
    pub(super) fn say(&self, id: &str, gaps: &FluentArgs<'_>) -> Option<String> {
        if !self.read.borrow().has_message(id) {
            // A file with a fault still gives what could be read; a test refuses the fault.
            let (Ok(read) | Err((read, _))) = FluentResource::try_new(self.unread(id)?.to_owned());
            self.read.borrow_mut().add_resource_overriding(read);
        }
        let bundle = self.read.borrow();
        let pattern = bundle.get_message(id)?.value()?;
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, Some(gaps), &mut faults);
        debug_assert!(faults.is_empty(), "a gap of {id} is not filled: {faults:?}");
        Some(said.into_owned())
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.read.borrow().has_message(id) || self.unread(id).is_some()
    }

    /// Searching all the files for an id is quicker than splitting them once into their messages.
    fn unread(&self, id: &str) -> Option<&'static str> {
        let beginning = format!("\n{id} =");
        let finder = memmem::Finder::new(&beginning);
        let mut texts = self.texts.borrow_mut();
        let found = |(place, text): (usize, &&'static str)| Some((place, entry(text, &finder)?));
        let (place, entry) = texts.iter().enumerate().find_map(found)?;
        texts[..=place].rotate_right(1);
        Some(entry)
    }
}

/// A message from the line it begins on to the next line that begins something.
fn entry<'a>(text: &'a str, beginning: &memmem::Finder<'_>) -> Option<&'a str> {
    let begun = &text[beginning.find(text.as_bytes())? + 1..];
    let mut lines = begun.split_inclusive('\n');
    let first = lines.next()?.len();
    let inside = lines.take_while(|line| line.starts_with([' ', '}', '\n', '\r']));
    Some(&begun[..first + inside.map(str::len).sum::<usize>()])
}

#[cfg(test)]
mod tests {
    use super::super::language::{Language, files};
    use super::*;

    /// The messages of a text as the parser understands them, comments left out.
    fn understood(text: &str) -> Vec<String> {
        let read = FluentResource::try_new(text.to_owned()).unwrap();
        let entries = read.entries().map(|entry| format!("{entry:?}"));
        entries
            .filter(|entry| entry.starts_with("Message"))
            .map(|entry| entry.split(", comment: ").next().unwrap().to_owned())
            .collect()
    }

    #[test]
    fn a_message_read_alone_is_what_it_is_in_its_file() {
        for language in [Language::Swedish, Language::English] {
            for (name, text) in files(language) {
                let messages = Messages::of(language.identifier(), vec![text]);
                for message in understood(text) {
                    let id = message.split('"').nth(1).unwrap();
                    let alone = messages
                        .unread(id)
                        .unwrap_or_else(|| panic!("{name}: {id}"));
                    assert_eq!(understood(alone), [message], "{name}: {alone}");
                }
            }
        }
    }

    #[test]
    fn no_message_refers_to_another() {
        for language in [Language::Swedish, Language::English] {
            for (name, text) in files(language) {
                for gap in text.split('{').skip(1) {
                    let first = gap.trim_start().chars().next();
                    let refers = first.is_some_and(|c| c.is_ascii_lowercase() || c == '-');
                    assert!(!refers, "{name}.ftl: {{{gap}");
                }
            }
        }
    }
}
