//! Collects what differs, so that one run tells all of it.

use std::fmt::Debug;

/// What differs between an expectation and a routine, one line each.
#[derive(Debug, Default)]
pub(crate) struct Differences {
    lines: Vec<String>,
}

impl Differences {
    /// Notes it if the two differ.
    pub(crate) fn compare<T: PartialEq + Debug>(&mut self, what: &str, expected: T, found: T) {
        if expected != found {
            self.note(format!("{what}: expected {expected:?}, found {found:?}"));
        }
    }

    /// Notes it if the two differ in more than order.
    pub(crate) fn compare_sets(&mut self, what: &str, expected: &[String], found: Vec<String>) {
        let sorted = |mut texts: Vec<String>| {
            texts.sort();
            texts
        };
        self.compare(what, sorted(expected.to_vec()), sorted(found));
    }

    /// Notes it if there are not as many texts as words, or a text lacks its word; small and capital are alike.
    pub(crate) fn compare_words(&mut self, what: &str, words: &[String], texts: &[&str]) {
        let each_fits = words.iter().zip(texts).all(|(word, text)| has(text, word));
        if words.len() != texts.len() || !each_fits {
            self.note(format!("{what}: expected {words:?}, found {texts:?}"));
        }
    }

    /// Notes every word that the text lacks.
    pub(crate) fn require_words(&mut self, what: &str, words: &[String], text: &str) {
        for word in words.iter().filter(|word| !has(text, word)) {
            self.note(format!("{what}: nowhere says {word:?}"));
        }
    }

    /// Notes a difference.
    pub(crate) fn note(&mut self, line: String) {
        self.lines.push(line);
    }

    /// The differences as text, one a line; empty if there are none.
    pub(crate) fn into_text(self) -> String {
        self.lines.join("\n")
    }
}

fn has(text: &str, word: &str) -> bool {
    text.to_lowercase().contains(&word.to_lowercase())
}
