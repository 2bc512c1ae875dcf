//! Values on the command line, read once into types: days, pairs, numbers.

use std::fmt;

use chrono::{Days, NaiveDate};

use crate::domain::answer::unambiguous_day;
use crate::domain::ids::{KeyDateId, QuestionId, RoleId, StepId};
use crate::domain::signs::{plain, seen};
use crate::domain::texts::REDACTED;
use crate::error::Failure;

messages! {
    pub(crate) enum BadValue {
        NotADay(given: String) => "usage-not-a-day",
        NoSuchDay(given: String) => "usage-no-such-day",
        /// The number that Excel has for a day, and that day.
        ExcelNumber(given: String; day: NaiveDate) => message!("usage-excel-number", day = day.to_string()),
        /// Day and month in an order that nobody can tell.
        EitherOrder(given: String) => "usage-either-order",
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
            Self::NotADay(given) => failure.naming_odd_sign(given),
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DoneOn {
    Day(NaiveDate),
    Unknown,
}

impl DoneOn {
    /// `None` when nobody knows it.
    pub(crate) fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(day),
            Self::Unknown => None,
        }
    }
}

pub(crate) fn day(text: &str) -> Result<NaiveDate, BadValue> {
    let typed = text;
    let text = plain(typed);
    let has_shape = text.len() == 10
        && text.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !has_shape {
        return Err(BadValue::NotADay(typed.to_owned()));
    }
    text.parse()
        .map_err(|_| BadValue::NoSuchDay(typed.to_owned()))
}

/// The same in a table, where programs write days too.
pub(crate) fn day_in_table(text: &str) -> Result<NaiveDate, BadValue> {
    let folded = plain(text);
    if let Some(day) = unambiguous_day(&folded) {
        return Ok(day);
    }
    let parts: Vec<&str> = folded.split(['/', '.', '-', ' ']).collect();
    let are_numbers = parts.iter().all(|part| part.parse::<u16>().is_ok());
    // Excel counts days from the one before the last of 1899.
    let from = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let whole = folded.split(['.', ',']).next().unwrap_or_default();
    let count = whole.parse().ok().filter(|_| whole.len() == 5);
    match count.and_then(|count| from.checked_add_days(Days::new(count))) {
        Some(day) => Err(BadValue::ExcelNumber(text.to_owned(), day)),
        None if parts.len() == 3 && are_numbers && parts[0].len() < 3 => {
            Err(BadValue::EitherOrder(text.to_owned()))
        }
        None => day(text),
    }
}

pub(crate) fn done_on(text: &str) -> Result<DoneOn, BadValue> {
    done_on_or(text, day)
}

pub(crate) fn done_on_or(
    text: &str,
    day: fn(&str) -> Result<NaiveDate, BadValue>,
) -> Result<DoneOn, BadValue> {
    match plain(text).to_lowercase().as_str() {
        "unknown" | "okänt" | "okant" | "okänd" | "okand" => Ok(DoneOn::Unknown),
        _ => day(text).map(DoneOn::Day),
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

/// An id, and what is said of it; nothing withdraws.
type Pair<I, V> = Result<(I, Option<V>), BadValue>;

/// `KEY-DATE=DATE`; an empty date withdraws.
pub(crate) fn key_date(text: &str) -> Pair<KeyDateId, NaiveDate> {
    pair(text, "inskrivning=2026-12-01", |on| day(&on))
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
pub(crate) fn step_day(text: &str) -> Pair<StepId, NaiveDate> {
    pair(text, "4=2026-12-01", |on| day(&on))
}

/// `STEP=DATE`, or `STEP=unknown`.
pub(crate) fn step_done_on(text: &str) -> Pair<StepId, NaiveDate> {
    let (id, on) = pair(text, "1=2026-11-20", |on| done_on(&on))?;
    Ok((id, on.ok_or(BadValue::Empty)?.day()))
}

/// `STEP=DATE` where a date there must be.
pub(crate) fn step_done(text: &str) -> Result<(StepId, NaiveDate), BadValue> {
    let (id, on) = step_day(text)?;
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
    fn a_day_is_written_one_way_and_exists() {
        assert!(day("2028-02-29").is_ok());
        for text in [
            "2026-2-3",
            "2/12",
            "20261201",
            "",
            "2026-12-01 ",
            "+026-12-01",
            "２０２６-12-01",
        ] {
            assert_eq!(day(text), Err(BadValue::NotADay(text.to_owned())));
        }
        for text in ["2026-02-30", "2027-02-29", "2026-13-01", "2026-00-10"] {
            assert_eq!(day(text), Err(BadValue::NoSuchDay(text.to_owned())));
        }
    }

    #[test]
    fn an_unknown_day_in_both_languages() {
        for text in ["unknown", "okänt", "Okant"] {
            assert_eq!(done_on(text), Ok(DoneOn::Unknown));
        }
        assert!(done_on("vet inte").is_err());
    }

    #[test]
    fn a_pair_has_an_id_and_may_withdraw() {
        assert_eq!(answer("a=b=c"), Ok(("a".into(), Some("b=c".to_owned()))));
        assert_eq!(answer("a= "), Ok(("a".into(), None)));
        assert_eq!(key_date("x="), Ok(("x".into(), None)));
        assert_eq!(
            key_date("x=2026-02-30"),
            Err(BadValue::NoSuchDay("2026-02-30".into()))
        );
        assert!(matches!(answer("=b"), Err(BadValue::NotAPair(..))));
        assert!(matches!(answer("ab"), Err(BadValue::NotAPair(..))));
        assert_eq!(step_done("4="), Err(BadValue::Empty));
    }
}
