//! The messages of one language, each read from its file when it is first said: a command says a few of a thousand.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};
use unic_langid::LanguageIdentifier;

pub(super) struct Messages {
    texts: Vec<&'static str>,
    /// The text of each that has not been said yet. No message refers to another.
    unread: OnceCell<RefCell<HashMap<&'static str, &'static str>>>,
    bundle: RefCell<FluentBundle<FluentResource>>,
}

const ROOM: usize = 1500;

impl Messages {
    pub(super) fn of(language: LanguageIdentifier, texts: Vec<&'static str>) -> Self {
        let mut bundle = FluentBundle::new(vec![language]);
        // Isolation marks around arguments are invisible to people but not to terminals and scripts.
        bundle.set_use_isolating(false);
        Self {
            texts,
            unread: OnceCell::new(),
            bundle: RefCell::new(bundle),
        }
    }

    fn unread(&self) -> &RefCell<HashMap<&'static str, &'static str>> {
        self.unread.get_or_init(|| {
            let mut unread = HashMap::with_capacity(ROOM);
            unread.extend(self.texts.iter().flat_map(|text| entries(text)));
            RefCell::new(unread)
        })
    }

    /// The message of an id with its gaps filled; `None` when there is no such message.
    pub(super) fn say(&self, id: &str, gaps: &FluentArgs<'_>) -> Option<String> {
        if let Some(text) = self.unread().borrow_mut().remove(id) {
            // A file with a fault still gives what could be read; a test refuses the fault.
            let (Ok(read) | Err((read, _))) = FluentResource::try_new(text.to_owned());
            self.bundle.borrow_mut().add_resource_overriding(read);
        }
        let bundle = self.bundle.borrow();
        let pattern = bundle.get_message(id)?.value()?;
        let mut faults = Vec::new();
        let said = bundle.format_pattern(pattern, Some(gaps), &mut faults);
        debug_assert!(faults.is_empty(), "a gap of {id} is not filled: {faults:?}");
        Some(said.into_owned())
    }

    pub(super) fn has(&self, id: &str) -> bool {
        self.unread().borrow().contains_key(id) || self.bundle.borrow().has_message(id)
    }
}

/// The entries of a file: each begins on a line of its own with its id, and goes on to the next one.
fn entries(text: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (entry, after) = first_entry(rest)?;
        rest = after;
        let (id, _) = entry.split_once('=')?;
        Some((id.trim_end(), entry))
    })
}

fn first_entry(text: &str) -> Option<(&str, &str)> {
    let mut begun = None;
    let mut place = 0;
    for line in text.split_inclusive('\n') {
        let is_inside = line.starts_with([' ', '}', '\n', '\r']);
        match begun {
            Some(start) if !is_inside => return Some((&text[start..place], &text[place..])),
            None if line.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                begun = Some(place)
            }
            _ => {}
        }
        place += line.len();
    }
    begun.map(|start| (&text[start..], ""))
}

#[cfg(test)]
mod tests {
    use super::super::{Language, files};
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
            for (name, text) in files::files(language) {
                let alone: Vec<_> = entries(text)
                    .flat_map(|(id, entry)| {
                        let read = understood(entry);
                        assert!(read[0].contains(&format!("\"{id}\"")), "{name}: {id}");
                        read
                    })
                    .collect();
                assert_eq!(alone, understood(text), "{name}");
            }
        }
    }

    #[test]
    fn no_message_refers_to_another() {
        for language in [Language::Swedish, Language::English] {
            for (name, text) in files::files(language) {
                for gap in text.split('{').skip(1) {
                    let first = gap.trim_start().chars().next();
                    let refers = first.is_some_and(|c| c.is_ascii_lowercase() || c == '-');
                    assert!(!refers, "{name}.ftl: {{{gap}");
                }
            }
        }
    }
}
