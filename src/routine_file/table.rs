//! A table of a routine file: hands out what its keys hold as what the readers ask for, and reports what is not so.

use std::ops::Range;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::format::TableFormat;
use super::reader::{FileReader, is_unreadable};
use super::value::TomlValue;
use crate::domain::due_rule::{Basis, Roll};
use crate::domain::ids::*;
use crate::domain::nearest::nearest;
use crate::domain::routine::{Ask, CountsAs, OnContinue, RoutineStatus};
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
            if let Some(known) = format.key(name) {
                reader.check_version(known.since, name, key.span());
            } else {
                let kind = ProblemKind::UnknownKey {
                    key: name.to_owned(),
                    table: format.name,
                    suggestion: nearest(name, format.all_keys().map(|key| key.name)),
                };
                reader.report(key.span(), kind);
            }
        }
        for key in format.all_keys() {
            if key.is_required_in(entries) && !table.has(key.name) {
                table.problem_here(ProblemKind::MissingKey {
                    key: key.name,
                    table: format.name,
                });
            }
        }
        table
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

    /// The one of these keys that is there; that none or several are is reported.
    pub(super) fn one_of(
        &self,
        keys: impl IntoIterator<Item = &'static str>,
        none: ProblemKind,
        several: fn(Vec<&'static str>) -> ProblemKind,
    ) -> Option<&'static str> {
        let present = self.present(keys);
        if let [key] = present[..] {
            return Some(key);
        }
        self.problem_here(match present.is_empty() {
            true => none,
            false => several(present),
        });
        None
    }

    /// Its keys that are there, in the format's order.
    pub(super) fn keys(&self) -> Vec<&'static str> {
        self.present(self.format.all_keys().map(|key| key.name))
    }

    /// The value of a key, unless the parser has already refused it.
    pub(super) fn value(&self, key: &str) -> Option<TomlValue<'a>> {
        let format = self.format.key(key);
        debug_assert!(format.is_some(), "{key} of {}", self.format.name);
        let toml = self.entries.get(key).filter(|toml| !is_unreadable(toml))?;
        let (key, holds) = format.map(|format| (format.name, format.holds))?;
        Some(TomlValue {
            key,
            holds,
            toml,
            reader: self.reader,
        })
    }

    /// What a key holds; without it, or if it cannot be read as that, which is reported, what stands in for it.
    pub(super) fn get<T: FromToml + Default>(&self, key: &str) -> T {
        self.read(key).unwrap_or_default()
    }

    /// What a key holds, if it can be read as that.
    pub(super) fn read<T: FromToml>(&self, key: &str) -> Option<T> {
        T::from_toml(&self.value(key)?)
    }

    /// Whether a key has the one word that the format allows.
    pub(super) fn is_said(&self, key: &str) -> bool {
        self.read::<String>(key).is_some()
    }

    pub(super) fn list(&self, key: &str) -> Vec<TomlValue<'a>> {
        let value = self.value(key);
        value.map_or(Vec::new(), |value| value.list())
    }

    pub(super) fn problem_here(&self, kind: ProblemKind) {
        self.reader.report(self.span.clone(), kind);
    }

    /// Reports a problem with a key's value, or with the table when the key is missing.
    pub(super) fn problem(&self, key: &str, kind: ProblemKind) {
        let value = self.entries.get(key);
        let span = value.map_or(self.span.clone(), |value| value.span());
        self.reader.report(span, kind);
    }

    pub(super) fn key_problem(&self, key: &str, kind: ProblemKind) {
        let entry = self.entries.get_key_value(key);
        let span = entry.map_or(self.span.clone(), |(key, _)| key.span());
        self.reader.report(span, kind);
    }

    /// Reports a key that excludes another, which is there too.
    pub(super) fn together(&self, first: &'static str, second: &'static str) {
        self.key_problem(second, ProblemKind::KeysTogether { first, second });
    }

    /// Reports those of these keys that are there and mean nothing beside something else.
    pub(super) fn ignored(&self, keys: impl IntoIterator<Item = &'static str>, beside: &str) {
        for key in self.present(keys) {
            let beside = beside.to_owned();
            self.key_problem(key, ProblemKind::IgnoredKey { key, beside });
        }
    }
}

impl<'a> TomlValue<'a> {
    /// The table that the format says stands here.
    pub(super) fn table(&self) -> Option<TomlTable<'a>> {
        let entries = self.get().as_table();
        let entries = entries.or_else(|| self.should_be(Shape::Table))?;
        let table = TomlTable::open(self.holds.table()?, entries, self.span(), self.reader);
        Some(table)
    }
}

/// Can stand in a routine file. What is wrong with a value is reported, and it is nothing.
pub(super) trait FromToml: Sized {
    fn from_toml(value: &TomlValue) -> Option<Self>;

    /// The same of an entry of a list.
    fn from_entry(value: &TomlValue) -> Option<Self> {
        Self::from_toml(value)
    }
}

/// Is a table in a routine file.
pub(super) trait FromTable {
    fn from_table(table: &TomlTable) -> Self;
}

impl<T: FromTable> FromToml for T {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        value.table().map(|table| Self::from_table(&table))
    }
}

impl<T: FromToml> FromToml for Option<T> {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        T::from_toml(value).map(Some)
    }
}

impl<T: FromToml> FromToml for Vec<T> {
    fn from_toml(value: &TomlValue) -> Option<Self> {
        Some(value.list().iter().filter_map(T::from_entry).collect())
    }
}

macro_rules! values {
    (texts: $($text:ty)*; $($read:ident: $($type:ty)*;)*) => {
        $($(impl FromToml for $type {
            fn from_toml(value: &TomlValue) -> Option<Self> {
                value.$read()
            }
        })*)*
        $(impl FromToml for $text {
            fn from_toml(value: &TomlValue) -> Option<Self> {
                value.text().map(Self::from)
            }

            // So that a list is not taken for empty whose entries cannot be read.
            fn from_entry(value: &TomlValue) -> Option<Self> {
                Self::from_toml(value).or_else(|| Some(Self::default()))
            }
        })*
    };
}

values! {
    texts: String DocumentId ItemId KeyDateId QuestionId RoleId RoutineId StepId TriggerId;
    flag: bool;
    day: NaiveDate;
    term: Term;
    word: Ask Basis CountsAs OnContinue Roll RoutineStatus;
}

/// Reads tables each of whose fields has the name of its key, but for those that say how they are read.
macro_rules! from_table {
    ($($type:ident |$table:ident| { $($field:ident $(: $value:expr)?),* $(,)? } $(=> $check:expr;)?)*) => {$(
        impl $crate::routine_file::table::FromTable for $type {
            fn from_table($table: &TomlTable) -> Self {
                let read = Self { $($field: from_table!(@value $table $field $($value)?)),* };
                $($check($table, &read);)?
                read
            }
        }
    )*};
    (@value $table:ident $field:ident) => { $table.get(stringify!($field)) };
    (@value $table:ident $field:ident $value:expr) => { $value };
}
pub(super) use from_table;
