//! A table of a routine file: hands out its values as the types they should be and reports what is not so.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::keys::TableKeys;
use super::report::Report;
use super::texts::{term_of, text_of, texts_of, wrong_shape};
use super::value::{Value, day, is_unreadable};
use crate::domain::nearest::nearest;
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::term::Term;

/// A table, its keys and where problems go.
#[derive(Debug, Clone)]
pub(super) struct Table<'a> {
    keys: &'static TableKeys,
    entries: &'a DeTable<'a>,
    span: Range<usize>,
    report: &'a Report,
}

impl<'a> Table<'a> {
    /// Opens a table and reports the keys it does not have.
    pub(super) fn open(
        keys: &'static TableKeys,
        entries: &'a DeTable<'a>,
        span: Range<usize>,
        report: &'a Report,
    ) -> Self {
        for key in entries.keys() {
            let name = key.get_ref().as_ref();
            if keys.keys.contains(&name) {
                continue;
            }
            report.add(
                key.span(),
                ProblemKind::UnknownKey {
                    key: name.to_owned(),
                    table: keys.name,
                    suggestion: nearest(name, keys.keys.iter().copied()),
                },
            );
        }
        Self {
            keys,
            entries,
            span,
            report,
        }
    }

    /// Opens a value as a table; anything else is reported.
    pub(super) fn open_value(
        keys: &'static TableKeys,
        name: &str,
        value: Value<'a>,
        report: &'a Report,
    ) -> Option<Self> {
        let Some(entries) = value.get_ref().as_table() else {
            wrong_shape(report, name, Shape::Table, value);
            return None;
        };
        Some(Self::open(keys, entries, value.span(), report))
    }

    pub(super) fn report(&self) -> &'a Report {
        self.report
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    pub(super) fn present(&self, keys: &[&'static str]) -> Vec<&'static str> {
        keys.iter().copied().filter(|key| self.has(key)).collect()
    }

    /// The value as it stands, unless the parser has already refused it.
    pub(super) fn value(&self, key: &'static str) -> Option<Value<'a>> {
        debug_assert!(
            self.keys.keys.contains(&key),
            "{key} is not listed for {}",
            self.keys.name
        );
        self.entries.get(key).filter(|value| !is_unreadable(value))
    }

    /// Reports a problem with a key's value, or with the table when the key is missing.
    pub(super) fn problem(&self, key: &str, kind: ProblemKind) {
        let span = self
            .entries
            .get(key)
            .map_or(self.span.clone(), |v| v.span());
        self.report.add(span, kind);
    }

    /// Reports a problem with a key itself.
    pub(super) fn key_problem(&self, key: &str, kind: ProblemKind) {
        let span = self
            .entries
            .get_key_value(key)
            .map_or(self.span.clone(), |(key, _)| key.span());
        self.report.add(span, kind);
    }

    /// Reports a problem with the whole table.
    pub(super) fn problem_here(&self, kind: ProblemKind) {
        self.report.add(self.span.clone(), kind);
    }

    /// A text; an empty one is reported.
    pub(super) fn text(&self, key: &'static str) -> Option<String> {
        let value = self.value(key)?;
        let text = text_of(self.report, key, value)?;
        Some(text.to_owned())
    }

    /// A text that must be there; when it is not, that is reported and an empty one stands in.
    pub(super) fn required_text(&self, key: &'static str) -> String {
        self.require(key);
        self.text(key).unwrap_or_default()
    }

    /// Reports a key that is missing.
    pub(super) fn require(&self, key: &'static str) {
        if !self.has(key) {
            self.problem_here(ProblemKind::MissingKey {
                key,
                table: self.keys.name,
            });
        }
    }

    pub(super) fn flag(&self, key: &'static str) -> Option<bool> {
        let value = self.value(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            wrong_shape(self.report, key, Shape::YesNo, value);
        }
        flag
    }

    pub(super) fn date(&self, key: &'static str) -> Option<NaiveDate> {
        let value = self.value(key)?;
        let found = day(value.get_ref());
        if found.is_none() {
            wrong_shape(self.report, key, Shape::Date, value);
        }
        found
    }

    pub(super) fn term(&self, key: &'static str) -> Option<Term> {
        let value = self.value(key)?;
        term_of(self.report, key, value)
    }

    /// One of a few words, as what it stands for.
    pub(super) fn word<T: Clone>(
        &self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let value = self.value(key)?;
        let found = text_of(self.report, key, value)?;
        self.meaning(key, found, words)
    }

    /// One or several of a few words, as what they stand for.
    pub(super) fn words<T: Clone>(&self, key: &'static str, words: &[(&'static str, T)]) -> Vec<T> {
        let is_list = self
            .value(key)
            .is_some_and(|value| value.get_ref().is_array());
        if !is_list {
            return self.word(key, words).into_iter().collect();
        }
        let found = self.texts(key);
        let found = found.iter().filter(|word| !word.is_empty());
        found
            .filter_map(|word| self.meaning(key, word, words))
            .collect()
    }

    fn meaning<T: Clone>(
        &self,
        key: &'static str,
        found: &str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == found) {
            return Some(meaning.clone());
        }
        let allowed: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        let suggestion = nearest(found, allowed.iter().copied());
        self.problem(
            key,
            ProblemKind::UnknownWord {
                key: key.to_owned(),
                found: found.to_owned(),
                allowed,
                suggestion,
            },
        );
        None
    }

    /// A list of texts; a missing one is empty, an empty one, a bare text or a text twice is reported.
    pub(super) fn texts(&self, key: &'static str) -> Vec<String> {
        self.value(key)
            .map(|value| texts_of(self.report, key, value))
            .unwrap_or_default()
    }

    /// The entries of a list, whatever they are; an empty list is reported.
    pub(super) fn list(&self, key: &'static str) -> Vec<Value<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            wrong_shape(self.report, key, Shape::List, value);
            return Vec::new();
        };
        if list.is_empty() {
            self.problem(
                key,
                ProblemKind::EmptyList {
                    key: key.to_owned(),
                },
            );
        }
        list.iter().collect()
    }

    pub(super) fn table(&self, key: &'static str, keys: &'static TableKeys) -> Option<Table<'a>> {
        let value = self.value(key)?;
        Self::open_value(keys, key, value, self.report)
    }

    /// `[[key]]` tables. One written `[key]` is reported, and read all the same.
    pub(super) fn tables(&self, key: &'static str, keys: &'static TableKeys) -> Vec<Table<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        if let Some(list) = value.get_ref().as_array() {
            return list
                .iter()
                .filter_map(|entry| Self::open_value(keys, key, entry, self.report))
                .collect();
        }
        wrong_shape(self.report, key, Shape::Tables, value);
        value
            .get_ref()
            .as_table()
            .map(|entries| vec![Self::open(keys, entries, value.span(), self.report)])
            .unwrap_or_default()
    }
}
