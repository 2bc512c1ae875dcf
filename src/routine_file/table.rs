//! A table of a routine file: hands out its values as what the format says they hold, and reports what is not so.

use std::ops::Range;

use chrono::NaiveDate;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::de::DeTable;

use super::format::{Holds, Presence, TableFormat};
use super::reader::FileReader;
use super::report::Report;
use super::value::{
    Value, day_of, is_unreadable, term_of, text_of, texts_of, unknown_word, wrong_shape,
};
use crate::domain::nearest::nearest;
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::term::Term;

#[derive(Debug, Clone)]
pub(super) struct TomlTable<'a> {
    format: &'static TableFormat,
    pub(super) entries: &'a DeTable<'a>,
    span: Range<usize>,
    pub(super) reader: &'a FileReader,
}

impl<'a> TomlTable<'a> {
    /// Opens a table and reports the keys that it does not have, and those that it lacks.
    pub(super) fn open(
        format: &'static TableFormat,
        entries: &'a DeTable<'a>,
        span: Range<usize>,
        reader: &'a FileReader,
    ) -> Self {
        let table = Self {
            format,
            entries,
            span,
            reader,
        };
        for key in entries.keys() {
            let name = key.get_ref().as_ref();
            if format.key(name).is_none() {
                let kind = ProblemKind::UnknownKey {
                    key: name.to_owned(),
                    table: format.name,
                    suggestion: nearest(name, format.all_keys().map(|key| key.name)),
                };
                reader.report.add(key.span(), kind);
            }
        }
        for key in format.all_keys() {
            let is_required = match key.presence {
                Presence::Optional => false,
                Presence::Required => true,
                Presence::UnlessAsks => !table.has("asks"),
            };
            if is_required && !table.has(key.name) {
                let (key, table_name) = (key.name, format.name);
                table.problem_here(ProblemKind::MissingKey {
                    key,
                    table: table_name,
                });
            }
        }
        table
    }

    /// Opens the table that a key of another one, or an entry of its list, should be.
    pub(super) fn open_value(
        format: &'static TableFormat,
        key: &str,
        value: Value<'a>,
        reader: &'a FileReader,
    ) -> Option<Self> {
        let Some(entries) = value.get_ref().as_table() else {
            wrong_shape(&reader.report, key, Shape::Table, value);
            return None;
        };
        Some(Self::open(format, entries, value.span(), reader))
    }

    pub(super) fn report(&self) -> &'a Report {
        &self.reader.report
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.contains_key(key)
    }

    pub(super) fn present(
        &self,
        keys: impl IntoIterator<Item = &'static str>,
    ) -> Vec<&'static str> {
        keys.into_iter().filter(|key| self.has(key)).collect()
    }

    /// Its keys that are there, in the format's order.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        self.present(self.format.all_keys().map(|key| key.name))
    }

    /// The value as it stands, unless the parser has already refused it.
    pub(super) fn value(&self, key: &str) -> Option<Value<'a>> {
        self.entries.get(key).filter(|value| !is_unreadable(value))
    }

    /// Reports a problem with a key's value, or with the table when the key is missing.
    pub(super) fn problem(&self, key: &str, kind: ProblemKind) {
        let value = self.entries.get(key);
        let span = value.map_or(self.span(), |value| value.span());
        self.report().add(span, kind);
    }

    pub(super) fn key_problem(&self, key: &str, kind: ProblemKind) {
        let entry = self.entries.get_key_value(key);
        let span = entry.map_or(self.span(), |(key, _)| key.span());
        self.report().add(span, kind);
    }

    /// Reports a key that excludes another, which is there too.
    pub(super) fn together(&self, key: &str, first: &'static str, second: &'static str) {
        self.key_problem(key, ProblemKind::KeysTogether { first, second });
    }

    /// Reports those of these keys that are there and mean nothing beside something else.
    pub(super) fn ignored(&self, keys: impl IntoIterator<Item = &'static str>, beside: &str) {
        for key in self.present(keys) {
            let beside = beside.to_owned();
            self.key_problem(key, ProblemKind::IgnoredKey { key, beside });
        }
    }

    pub(super) fn problem_here(&self, kind: ProblemKind) {
        self.report().add(self.span(), kind);
    }

    /// What the format says that a key holds; a reader that asks for another key, or for something else, is wrong.
    fn holds(&self, key: &str, is_as_asked: fn(Holds) -> bool) -> Holds {
        let format = self.format.key(key);
        debug_assert!(
            format.is_some_and(|format| is_as_asked(format.holds)),
            "{key} of {}: {format:?}",
            self.format.name
        );
        format.map_or(Holds::Text, |format| format.holds)
    }

    /// A text, or an id; an empty one, or an id that nothing has, is reported.
    pub(super) fn text<T: From<String>>(&self, key: &str) -> Option<T> {
        let holds = self.holds(key, |holds| {
            use Holds::{Anchor, Id, OwnId, QuestionOf, Text};
            matches!(holds, Anchor | Id(_) | OwnId | QuestionOf(_) | Text)
        });
        let value = self.value(key)?;
        let text = text_of(self.report(), key, value)?;
        self.reader.refer(holds, text, value.span());
        Some(T::from(text.to_owned()))
    }

    /// A text that must be there; when it is not, that is reported and an empty one stands in.
    pub(super) fn required<T: From<String> + Default>(&self, key: &str) -> T {
        self.text(key).unwrap_or_default()
    }

    pub(super) fn flag(&self, key: &str, otherwise: bool) -> bool {
        self.holds(key, |holds| holds == Holds::Flag);
        let Some(value) = self.value(key) else {
            return otherwise;
        };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            wrong_shape(self.report(), key, Shape::YesNo, value);
        }
        flag.unwrap_or(otherwise)
    }

    pub(super) fn date(&self, key: &str) -> Option<NaiveDate> {
        self.holds(key, |holds| holds == Holds::Date);
        day_of(self.report(), key, self.value(key)?)
    }

    pub(super) fn term(&self, key: &str) -> Option<Term> {
        self.holds(key, |holds| holds == Holds::Term);
        term_of(self.report(), key, self.value(key)?)
    }

    /// One of the words that the format allows, as what it stands for.
    pub(super) fn word<T: DeserializeOwned>(&self, key: &str) -> Option<T> {
        self.meaning(key, text_of(self.report(), key, self.value(key)?)?)
    }

    /// Whether a key has the one word that the format allows.
    pub(super) fn is_said(&self, key: &str) -> bool {
        self.word::<String>(key).is_some()
    }

    /// One or several of the words, as what they stand for.
    pub(super) fn words<T: DeserializeOwned>(&self, key: &str) -> Vec<T> {
        let value = self.value(key);
        let Some(value) = value.filter(|value| value.get_ref().is_array()) else {
            return self.word(key).into_iter().collect();
        };
        let words = texts_of(self.report(), key, value).into_iter();
        let words = words.filter(|(word, _)| !word.is_empty());
        words
            .filter_map(|(word, _)| self.meaning(key, word))
            .collect()
    }

    fn meaning<T: DeserializeOwned>(&self, key: &str, word: &str) -> Option<T> {
        let holds = self.holds(key, |h| matches!(h, Holds::Word(_) | Holds::Words(_)));
        let (Holds::Word(allowed) | Holds::Words(allowed)) = holds else {
            return None;
        };
        if !allowed.contains(&word) {
            self.problem(key, unknown_word(key, word, allowed.to_vec()));
            return None;
        }
        let word: StrDeserializer<'_, Error> = word.into_deserializer();
        T::deserialize(word).ok()
    }

    /// A list of texts or ids; a missing one is empty, an empty one, a bare text, a text twice or an id that nothing has
    /// is reported.
    pub(super) fn texts<T: From<String>>(&self, key: &str) -> Vec<T> {
        let holds = self.holds(key, |holds| {
            matches!(holds, Holds::Texts | Holds::Ids(_) | Holds::Other(_))
        });
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let texts = texts_of(self.report(), key, value).into_iter();
        let referred = texts.map(|(text, span)| {
            self.reader.refer(holds, text, span);
            T::from(text.to_owned())
        });
        referred.collect()
    }

    /// The entries of a list, whatever they are; an empty list is reported.
    pub(super) fn list(&self, key: &str) -> Vec<Value<'a>> {
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let Some(list) = value.get_ref().as_array() else {
            wrong_shape(self.report(), key, Shape::List, value);
            return Vec::new();
        };
        if list.is_empty() {
            let key = key.to_owned();
            self.report()
                .add(value.span(), ProblemKind::EmptyList { key });
        }
        list.iter().collect()
    }

    pub(super) fn table(&self, key: &str, format: &'static TableFormat) -> Option<Self> {
        Self::open_value(format, key, self.value(key)?, self.reader)
    }

    /// What each of the `[[key]]` tables is read as. One written `[key]` is reported, and read all the same.
    pub(super) fn each<T>(
        &self,
        key: &str,
        format: &'static TableFormat,
        read: impl Fn(&Self) -> T,
    ) -> Vec<T> {
        self.holds(key, |holds| holds == Holds::Tables);
        let Some(value) = self.value(key) else {
            return Vec::new();
        };
        let entries: Vec<Value> = match value.get_ref().as_array() {
            Some(list) => list.iter().collect(),
            None => {
                wrong_shape(self.report(), key, Shape::Tables, value);
                let is_table = value.get_ref().is_table();
                is_table.then_some(value).into_iter().collect()
            }
        };
        let tables = entries.into_iter();
        tables
            .filter_map(|entry| Self::open_value(format, key, entry, self.reader))
            .map(|table| read(&table))
            .collect()
    }
}
