//! A table of a routine file: hands out its values as the types they should be and reports what is not so.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::keys::TableKeys;
use super::report::Report;
use super::value::{
    Value, day_of, is_unreadable, term_of, text_of, texts_of, unknown_word, wrong_shape,
};
use crate::domain::nearest::nearest;
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::term::Term;

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

    pub(super) fn key_problem(&self, key: &str, kind: ProblemKind) {
        let span = self
            .entries
            .get_key_value(key)
            .map_or(self.span.clone(), |(key, _)| key.span());
        self.report.add(span, kind);
    }

    /// Reports a key that excludes another, which is there too.
    pub(super) fn together(&self, key: &str, first: &'static str, second: &'static str) {
        self.key_problem(key, ProblemKind::KeysTogether { first, second });
    }

    /// Reports those of these keys that are there and mean nothing beside something else.
    pub(super) fn ignored(&self, keys: &[&'static str], beside: &str) {
        for key in self.present(keys) {
            let beside = beside.to_owned();
            self.key_problem(key, ProblemKind::IgnoredKey { key, beside });
        }
    }

    pub(super) fn problem_here(&self, kind: ProblemKind) {
        self.report.add(self.span.clone(), kind);
    }

    /// A text; an empty one is reported.
    pub(super) fn text(&self, key: &'static str) -> Option<String> {
        text_of(self.report, key, self.value(key)?).map(str::to_owned)
    }

    /// A text that must be there; when it is not, that is reported and an empty one stands in.
    pub(super) fn required_text(&self, key: &'static str) -> String {
        self.require(key);
        self.text(key).unwrap_or_default()
    }

    pub(super) fn require(&self, key: &'static str) {
        if !self.has(key) {
            let table = self.keys.name;
            self.problem_here(ProblemKind::MissingKey { key, table });
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
        day_of(self.report, key, self.value(key)?)
    }

    pub(super) fn term(&self, key: &'static str) -> Option<Term> {
        term_of(self.report, key, self.value(key)?)
    }

    /// One of a few words, as what it stands for.
    pub(super) fn word<T: Clone>(
        &self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let found = text_of(self.report, key, self.value(key)?)?;
        self.meaning(key, found, words)
    }

    /// One or several of a few words, as what they stand for.
    pub(super) fn words<T: Clone>(&self, key: &'static str, words: &[(&'static str, T)]) -> Vec<T> {
        let value = self.value(key);
        if !value.is_some_and(|value| value.get_ref().is_array()) {
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
        let allowed = words.iter().map(|(word, _)| *word).collect();
        self.problem(key, unknown_word(key, found, allowed));
        None
    }

    /// A list of texts; a missing one is empty, an empty one, a bare text or a text twice is reported.
    pub(super) fn texts(&self, key: &'static str) -> Vec<String> {
        self.value(key)
            .map(|value| texts_of(self.report, key, value))
            .unwrap_or_default()
    }

    pub(super) fn ids<T: From<String>>(&self, key: &'static str) -> Vec<T> {
        self.texts(key).into_iter().map(T::from).collect()
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
            let key = key.to_owned();
            self.report
                .add(value.span(), ProblemKind::EmptyList { key });
        }
        list.iter().collect()
    }

    pub(super) fn table(&self, key: &'static str, keys: &'static TableKeys) -> Option<Table<'a>> {
        Self::open_value(keys, key, self.value(key)?, self.report)
    }

    /// What each of the `[[key]]` tables is read as.
    pub(super) fn each<T>(
        &self,
        key: &'static str,
        keys: &'static TableKeys,
        read: impl Fn(&Table<'a>) -> T,
    ) -> Vec<T> {
        self.tables(key, keys).iter().map(read).collect()
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
