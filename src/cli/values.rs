//! Values on the command line, read once into types: days, pairs, numbers.

use std::fmt;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PathBufValueParser, TypedValueParser};

use crate::domain::answer::says_unknown;
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::domain::signs::{plain, seen};
use crate::domain::texts::REDACTED;
use crate::domain::typed::{BadDay, Tense, TypedDay};
use crate::error::Failure;

messages! {
    pub(crate) enum BadValue {
        Day(; bad: BadDay) => bad.message(),
        /// A day that is taken in one way only.
        NotIsoDay(given: String) => "usage-not-iso-day",
        NotANumber(given: String) => "usage-not-a-number",
        NotASeq(given: String) => "usage-not-a-seq",
        /// Not `ID=VALUE`; what it should look like.
        NotAPair(given: String, example: &'static str) => "usage-not-a-pair",
        Empty => "usage-empty",
        /// A lone `-` where nothing is read from standard input.
        Dash => "usage-dash",
    }
}

impl BadValue {
    pub(crate) fn failure(&self) -> Failure {
        let failure = Failure::usage(self.message());
        match self {
            Self::NotIsoDay(given)
            | Self::Day(BadDay::Unreadable(given))
            | Self::NotANumber(given)
            | Self::NotASeq(given) => failure.naming_odd_sign(given),
            _ => failure,
        }
    }
}

impl fmt::Display for BadValue {
    /// For programmers; people read [`BadValue::failure`].
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{self:?}")
    }
}

impl std::error::Error for BadValue {}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DoneOn {
    Day(TypedDay),
    Unknown,
}

impl DoneOn {
    /// `None` when nobody knows it.
    pub(crate) fn day(&self) -> Option<&TypedDay> {
        match self {
            Self::Day(day) => Some(day),
            Self::Unknown => None,
        }
    }
}

impl From<BadDay> for BadValue {
    fn from(bad: BadDay) -> Self {
        Self::Day(bad)
    }
}

/// A day as programs say it: what day it is today is never taken from how people write one.
pub(crate) fn iso_day(text: &str) -> Result<NaiveDate, BadValue> {
    let day = plain(text);
    let parts = day
        .split('-')
        .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    match parts.map(str::len).collect::<Vec<_>>() == [4, 2, 2] {
        true => Ok(day
            .parse()
            .map_err(|_| BadDay::NoSuchDay(text.to_owned()))?),
        false => Err(BadValue::NotIsoDay(text.to_owned())),
    }
}

/// The day something was done, or happened.
pub(crate) fn day_past(text: &str) -> Result<TypedDay, BadValue> {
    Ok(TypedDay::parse(text, Tense::Past)?)
}

/// The day something is due or booked.
pub(crate) fn day_to_come(text: &str) -> Result<TypedDay, BadValue> {
    Ok(TypedDay::parse(text, Tense::Future)?)
}

/// The day something begins, or has begun.
fn day_of_any_time(text: &str) -> Result<TypedDay, BadValue> {
    Ok(TypedDay::parse(text, Tense::Any)?)
}

pub(crate) fn done_on(text: &str) -> Result<DoneOn, BadValue> {
    match says_unknown(text) {
        true => Ok(DoneOn::Unknown),
        false => day_past(text).map(DoneOn::Day),
    }
}

pub(crate) fn days(text: &str) -> Result<u32, BadValue> {
    plain(text)
        .parse()
        .map_err(|_| BadValue::NotANumber(text.to_owned()))
}

pub(crate) fn words(text: &str) -> Result<String, BadValue> {
    let text = seen(text).replace(REDACTED, "");
    if text.is_empty() {
        return Err(BadValue::Empty);
    }
    Ok(text)
}

/// A name or another short value, which is never read from standard input as longer texts are.
pub(crate) fn name(text: &str) -> Result<String, BadValue> {
    words(text).and_then(not_a_dash)
}

pub(crate) fn not_a_dash(text: String) -> Result<String, BadValue> {
    match plain(&text).as_ref() {
        "-" => Err(BadValue::Dash),
        _ => Ok(text),
    }
}

/// A file or a folder by its name.
pub(crate) fn path() -> impl TypedValueParser<Value = PathBuf> {
    PathBufValueParser::new().try_map(names_a_file)
}

pub(crate) fn names_a_file(path: PathBuf) -> Result<PathBuf, BadValue> {
    let text = path.to_str().map(str::to_owned);
    text.map(not_a_dash).transpose()?;
    Ok(path)
}

/// An id, and what is said of it; nothing withdraws.
type Pair<I, V> = Result<(I, Option<V>), BadValue>;

/// `KEY-DATE=DATE`; an empty date withdraws.
pub(crate) fn key_date(text: &str) -> Pair<KeyDateId, TypedDay> {
    pair(text, "inskrivning=2026-12-01", |on| day_of_any_time(&on))
}

/// `QUESTION=ANSWER`; an empty answer withdraws, `-` may stand for one that is read.
pub(crate) fn answer(text: &str) -> Pair<QuestionId, String> {
    pair(text, "akut=ja", Ok)
}

/// `ROLE=WHO`; empty: nobody.
pub(crate) fn holder(text: &str) -> Pair<RoleId, String> {
    pair(text, "socialsekreterare=Team 3", not_a_dash)
}

/// `STEP=ROLE`; empty: open again.
pub(crate) fn taken(text: &str) -> Pair<StepId, RoleId> {
    pair(text, "3=kontaktperson-ses", |role| {
        not_a_dash(role).map(RoleId::from)
    })
}

/// `STEP=DATE`; an empty date withdraws.
pub(crate) fn step_day(text: &str) -> Pair<StepId, TypedDay> {
    pair(text, "4=2026-12-01", |on| day_to_come(&on))
}

/// `STEP=DATE`, or `STEP=unknown`.
pub(crate) fn step_done_on(text: &str) -> Pair<StepId, TypedDay> {
    let (id, on) = pair(text, "1=2026-11-20", |on| done_on(&on))?;
    Ok((id, on.ok_or(BadValue::Empty)?.day().cloned()))
}

/// `STEP=DATE` where a date there must be, of a case that is only thought of: on whichever day.
pub(crate) fn step_done(text: &str) -> Result<(StepId, TypedDay), BadValue> {
    let (id, on) = pair(text, "1=2026-11-20", |on| day_of_any_time(&on))?;
    Ok((id, on.ok_or(BadValue::Empty)?))
}

/// `KEY=VALUE` of a setting; an empty value removes it.
pub(crate) fn setting(text: &str) -> Pair<String, String> {
    pair(text, "holder=skola", Ok)
}

pub(crate) fn seq(text: &str) -> Result<u32, BadValue> {
    plain(text)
        .parse()
        .map_err(|_| BadValue::NotASeq(text.to_owned()))
}

/// The two sides of the first `=`; the left one is not empty, an empty right one is `None`. One of signs that nobody sees
/// is not empty, and withdraws nothing.
fn pair<I: From<String>, V>(
    text: &str,
    example: &'static str,
    read: impl FnOnce(String) -> Result<V, BadValue>,
) -> Pair<I, V> {
    let not_a_pair = || BadValue::NotAPair(text.to_owned(), example);
    let (id, typed) = text.split_once('=').ok_or_else(not_a_pair)?;
    let id = plain(id).trim().to_owned();
    let value = seen(typed).replace(REDACTED, "");
    if id.is_empty() {
        return Err(not_a_pair());
    }
    if value.trim().is_empty() && !typed.trim().is_empty() {
        return Err(BadValue::Empty);
    }
    let value = Some(value).filter(|value| !value.is_empty());
    Ok((id.into(), value.map(read).transpose()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn today_is_said_one_way_and_exists() {
        assert!(iso_day("2028-02-29").is_ok());
        for text in [
            "2026-2-3",
            "2/12",
            "20261201",
            "",
            "2026-12-01 ",
            "+026-12-01",
            "２０２６-12-01",
        ] {
            assert_eq!(iso_day(text), Err(BadValue::NotIsoDay(text.to_owned())));
        }
        for text in ["2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10"] {
            let bad = BadDay::NoSuchDay(text.to_owned());
            assert_eq!(iso_day(text), Err(bad.into()));
        }
    }

    #[test]
    fn an_unknown_day_in_both_languages() {
        for text in ["unknown", "okänt", "Okant", "okänd", "vet inte"] {
            assert_eq!(done_on(text), Ok(DoneOn::Unknown));
        }
        assert!(done_on("kanske").is_err());
    }

    #[test]
    fn a_pair_has_an_id_and_may_withdraw() {
        assert_eq!(answer("a=b=c"), Ok(("a".into(), Some("b=c".to_owned()))));
        assert_eq!(answer("a= "), Ok(("a".into(), None)));
        assert_eq!(key_date("x="), Ok(("x".into(), None)));
        assert_eq!(
            key_date("x=2026-02-30"),
            Err(BadDay::NoSuchDay("2026-02-30".into()).into())
        );
        assert!(matches!(answer("=b"), Err(BadValue::NotAPair(..))));
        assert!(matches!(answer("ab"), Err(BadValue::NotAPair(..))));
        assert_eq!(step_done("4="), Err(BadValue::Empty));
    }
}
