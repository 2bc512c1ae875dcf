//! One value of a routine file where it stands: its shape, and its reading as what the format says that its key holds.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeArray, DeValue};

use super::format::{Holds, WORDS_OF_VERSION_2};
use super::reader::{FileReader, is_unreadable};
use crate::domain::answer::kind_word;
use crate::domain::ids::is_plain_id;
use crate::domain::nearest::nearest;
use crate::domain::routine_problem::{IdKind, ProblemKind, Shape};
use crate::domain::signs::plain;
use crate::domain::term::Term;

/// A value under a key, or in the list that stands there.
#[derive(Debug, Clone, Copy)]
pub(super) struct TomlValue<'a> {
    pub(super) key: &'a str,
    pub(super) holds: Holds,
    pub(super) toml: &'a Spanned<DeValue<'a>>,
    pub(super) reader: &'a FileReader,
}

impl<'a> TomlValue<'a> {
    pub(super) fn get(&self) -> &'a DeValue<'a> {
        self.toml.get_ref()
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.toml.span()
    }

    pub(super) fn problem(&self, kind: ProblemKind) {
        self.reader.report(self.span(), kind);
    }

    /// Reports that it is something else, unless the parser has refused it already.
    pub(super) fn should_be<T>(&self, wanted: Shape) -> Option<T> {
        if !is_unreadable(self.toml) {
            let (key, found) = (self.key.to_owned(), shape(self.get()));
            self.problem(ProblemKind::WrongShape { key, wanted, found });
        }
        None
    }

    /// A text that is not empty. One that is no word or id of what the format says is reported.
    pub(super) fn text(&self) -> Option<&'a str> {
        let Some(text) = self.get().as_str() else {
            return self.should_be(Shape::Text);
        };
        if text.trim().is_empty() {
            let key = self.key.to_owned();
            self.problem(ProblemKind::EmptyText { key });
            return None;
        }
        match self.holds {
            Holds::Word(allowed) | Holds::Words(allowed) if !allowed.contains(&text) => {
                self.unknown_word(text, allowed.to_vec())
            }
            Holds::Word(_) | Holds::Words(_) if WORDS_OF_VERSION_2.contains(&text) => {
                self.reader.check_version(2, text, self.span());
                Some(text)
            }
            Holds::FileId
            | Holds::Id(_)
            | Holds::Ids(_)
            | Holds::QuestionOf(_)
            | Holds::Answers
            | Holds::Anchor => {
                self.check_id(&plain(text));
                Some(text)
            }
            _ => Some(text),
        }
    }

    pub(super) fn unknown_word<T>(&self, found: &str, allowed: Vec<&'static str>) -> Option<T> {
        self.problem(ProblemKind::UnknownWord {
            key: self.key.to_owned(),
            found: found.to_owned(),
            suggestion: nearest(found, allowed.iter().copied()),
            allowed,
        });
        None
    }

    fn check_id(&self, id: &str) {
        let known = |what| self.reader.known(what, id, self.span());
        let answerable = || self.reader.answerable(id, self.span()).map(kind_word);
        let owned = || id.to_owned();
        let problem = match self.holds {
            Holds::FileId => (!is_plain_id(id)).then(|| {
                let (id, plain) = (owned(), true);
                ProblemKind::BadId { id, plain }
            }),
            Holds::Ids(what @ IdKind::Question) => known(what)
                .filter(|declared| !declared.is_top)
                .map(|_| ProblemKind::NotOfTheCase { id: owned() }),
            Holds::QuestionOf(wanted) => {
                answerable().filter(|found| *found != wanted).map(|found| {
                    let question = owned();
                    ProblemKind::WrongKind {
                        question,
                        wanted,
                        found,
                    }
                })
            }
            Holds::Anchor
                if self.reader.get(IdKind::KeyDate, id).is_none()
                    && self.reader.get(IdKind::Step, id).is_some() =>
            {
                Some(ProblemKind::StepAsDate { id: owned() })
            }
            Holds::Id(IdKind::Question) | Holds::Answers => answerable().and(None),
            Holds::Id(what) | Holds::Ids(what) => known(what).and(None),
            _ => known(IdKind::KeyDate).and(None),
        };
        if let Some(problem) = problem {
            self.problem(problem);
        }
    }

    /// One of the words that the format allows, as what it stands for.
    pub(super) fn word<T: DeserializeOwned>(&self) -> Option<T> {
        let word: StrDeserializer<'_, Error> = self.text()?.into_deserializer();
        T::deserialize(word).ok()
    }

    pub(super) fn term(&self) -> Option<Term> {
        let text = self.text()?;
        let bad_term = |why| {
            let found = text.to_owned();
            self.problem(ProblemKind::BadTerm { found, why });
        };
        Term::parse(text).map_err(bad_term).ok()
    }

    pub(super) fn flag(&self) -> Option<bool> {
        let flag = self.get().as_bool();
        flag.or_else(|| self.should_be(Shape::YesNo))
    }

    pub(super) fn day(&self) -> Option<NaiveDate> {
        day(self.get()).or_else(|| self.should_be(Shape::Date))
    }

    /// The entries of a list; an empty one is reported, and a text that stands in it twice. A single value where a list
    /// should be is read all the same, so that whatever else is wrong with it is said too.
    pub(super) fn list(&self) -> Vec<Self> {
        let wanted = match self.holds {
            Holds::Tables(_) => Shape::Tables,
            Holds::Texts | Holds::Ids(_) | Holds::Answers | Holds::Documents | Holds::Words(_) => {
                Shape::TextList
            }
            _ => Shape::List,
        };
        let Some(list) = self.get().as_array() else {
            if matches!(self.holds, Holds::Words(_)) {
                return vec![*self];
            }
            let is_read = match wanted {
                Shape::Tables => self.get().is_table(),
                Shape::TextList => self.get().is_str(),
                _ => false,
            };
            let refused = self.should_be(wanted);
            return refused.or(is_read.then_some(*self)).into_iter().collect();
        };
        if list.is_empty() && wanted != Shape::Tables {
            let key = self.key.to_owned();
            self.problem(ProblemKind::EmptyList { key });
        }
        let entries: Vec<_> = list.iter().map(|toml| Self { toml, ..*self }).collect();
        if wanted == Shape::TextList {
            let mut seen = HashSet::new();
            for value in &entries {
                let text = value.get().as_str().filter(|text| !text.trim().is_empty());
                if let Some(entry) = text.filter(|text| !seen.insert(*text)) {
                    let (key, entry) = (self.key.to_owned(), entry.to_owned());
                    value.problem(ProblemKind::DuplicateEntry { key, entry });
                }
            }
        }
        entries
    }

    /// The entries of a table whose keys are free, in the order of the text, without those that cannot be read.
    pub(super) fn map(&self) -> Vec<(&'a str, Range<usize>, Self)> {
        let Some(table) = self.get().as_table() else {
            self.should_be::<()>(Shape::Table);
            return Vec::new();
        };
        let entries = table.iter().filter(|(_, toml)| !is_unreadable(toml));
        let mut entries: Vec<_> = entries
            .map(|(name, toml)| (name.get_ref().as_ref(), name.span(), Self { toml, ..*self }))
            .collect();
        entries.sort_by_key(|(_, span, _)| span.start);
        entries
    }
}

fn shape(value: &DeValue) -> Shape {
    match value {
        DeValue::String(_) => Shape::Text,
        DeValue::Integer(_) | DeValue::Float(_) if number(value).is_none() => Shape::NoNumber,
        DeValue::Integer(_) | DeValue::Float(_) => Shape::Number,
        DeValue::Boolean(_) => Shape::YesNo,
        DeValue::Datetime(moment) if moment.time.is_none() && moment.offset.is_none() => {
            Shape::Date
        }
        DeValue::Datetime(_) => Shape::Time,
        DeValue::Array(list) if is_tables(list) => Shape::Tables,
        DeValue::Array(list) if list.iter().all(|entry| entry.get_ref().is_str()) => {
            Shape::TextList
        }
        DeValue::Array(_) => Shape::List,
        DeValue::Table(_) => Shape::Table,
    }
}

fn is_tables(list: &DeArray) -> bool {
    !list.is_empty() && list.iter().all(|entry| entry.get_ref().is_table())
}

/// The day, if this is a date without a time.
pub(super) fn day(value: &DeValue) -> Option<NaiveDate> {
    let moment = value.as_datetime()?;
    if moment.time.is_some() || moment.offset.is_some() {
        return None;
    }
    let date = moment.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// The number, if this is one that can be reckoned with.
pub(super) fn number(value: &DeValue) -> Option<f64> {
    match value {
        DeValue::Float(number) => number
            .as_str()
            .parse()
            .ok()
            .filter(|number: &f64| number.is_finite()),
        _ => whole_number(value).map(|number| number as f64),
    }
}

pub(super) fn whole_number(value: &DeValue) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
