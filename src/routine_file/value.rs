//! One value of a routine file: its shape, and its reading as one of the types the format has.

use std::ops::Range;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::domain::routine_problem::Shape;

pub(super) type Value<'a> = &'a Spanned<DeValue<'a>>;

pub(super) fn shape(value: &DeValue) -> Shape {
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
