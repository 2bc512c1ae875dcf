//! One value of a routine file: its shape, and its reading as one of the types the format has, or what is wrong with it.

use std::collections::HashSet;
use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::report::Report;
use crate::domain::nearest::nearest;
use crate::domain::routine_problem::{ProblemKind, Shape};
use crate::domain::term::Term;

pub(super) type Value<'a> = &'a Spanned<DeValue<'a>>;

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

/// Whether the parser has already said that nothing can be read here.
pub(super) fn is_unreadable(value: Value) -> bool {
    // A key comes before every value, so what stands nowhere is the parser's own stand-in.
    let stands_nowhere = value.span() == (0..0);
    let is_no_day = |moment: &toml::value::Datetime| moment.date.is_none() && moment.time.is_none();
    stands_nowhere || value.get_ref().as_datetime().is_some_and(is_no_day)
}

/// The day, if this is a date without a time.
pub(super) fn day(value: &DeValue) -> Option<NaiveDate> {
    let DeValue::Datetime(moment) = value else {
        return None;
    };
    if moment.time.is_some() || moment.offset.is_some() {
        return None;
    }
    let date = moment.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// The number, if this is one that can be reckoned with.
pub(super) fn number(value: &DeValue) -> Option<f64> {
    match value {
        DeValue::Integer(_) => whole_number(value).map(|number| number as f64),
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .ok()
            .filter(|number| number.is_finite()),
        _ => None,
    }
}

pub(super) fn whole_number(value: &DeValue) -> Option<i64> {
    let number = value.as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

/// A table's entries in the order of the text.
pub(super) fn in_file_order<'a>(table: &'a DeTable<'a>) -> Vec<(&'a str, Range<usize>, Value<'a>)> {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
        .collect();
    entries.sort_by_key(|(_, span, _)| span.start);
    entries
}

pub(super) fn wrong_shape(report: &Report, key: &str, wanted: Shape, value: Value) {
    report.add(
        value.span(),
        ProblemKind::WrongShape {
            key: key.to_owned(),
            wanted,
            found: shape(value.get_ref()),
        },
    );
}

pub(super) fn text_of<'a>(report: &Report, key: &str, value: Value<'a>) -> Option<&'a str> {
    let Some(text) = value.get_ref().as_str() else {
        wrong_shape(report, key, Shape::Text, value);
        return None;
    };
    if text.trim().is_empty() {
        let key = key.to_owned();
        report.add(value.span(), ProblemKind::EmptyText { key });
        return None;
    }
    Some(text)
}

pub(super) fn term_of(report: &Report, key: &str, value: Value) -> Option<Term> {
    let text = text_of(report, key, value)?;
    let bad_term = |why| {
        let found = text.to_owned();
        report.add(value.span(), ProblemKind::BadTerm { found, why });
    };
    Term::parse(text).map_err(bad_term).ok()
}

/// The same of a value that the parser may have refused already.
pub(super) fn readable_text<'a>(report: &Report, key: &str, value: Value<'a>) -> Option<&'a str> {
    if is_unreadable(value) {
        return None;
    }
    text_of(report, key, value)
}

pub(super) fn day_of(report: &Report, key: &str, value: Value) -> Option<NaiveDate> {
    let found = day(value.get_ref());
    if found.is_none() {
        wrong_shape(report, key, Shape::Date, value);
    }
    found
}

pub(super) fn unknown_word(key: &str, found: &str, allowed: Vec<&'static str>) -> ProblemKind {
    ProblemKind::UnknownWord {
        key: key.to_owned(),
        found: found.to_owned(),
        suggestion: nearest(found, allowed.iter().copied()),
        allowed,
    }
}

/// A value as a list of different texts, each with its place. One that cannot be read is empty.
pub(super) fn texts_of<'a>(
    report: &Report,
    key: &str,
    value: Value<'a>,
) -> Vec<(&'a str, Range<usize>)> {
    let Some(list) = value.get_ref().as_array() else {
        wrong_shape(report, key, Shape::TextList, value);
        // A bare text is what was meant, and whatever else is wrong with it should be said too.
        let text = value.get_ref().as_str();
        return text.map(|text| (text, value.span())).into_iter().collect();
    };
    if list.is_empty() {
        let key = key.to_owned();
        report.add(value.span(), ProblemKind::EmptyList { key });
    }
    let mut seen = HashSet::new();
    let mut texts = Vec::with_capacity(list.len());
    for entry in list.iter() {
        let text = readable_text(report, key, entry).unwrap_or_default();
        if !text.is_empty() && !seen.insert(text) {
            let (key, entry_twice) = (key.to_owned(), text.to_owned());
            report.add(
                entry.span(),
                ProblemKind::DuplicateEntry {
                    key,
                    entry: entry_twice,
                },
            );
        }
        texts.push((text, entry.span()));
    }
    texts
}
