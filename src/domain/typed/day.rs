//! Days as people type them, in Swedish and English alike: 2026-12-01, 1/12, 1 dec, "om två veckor", "i fredags", "v 50".
//! What was typed is read first, and is a day once it is known which day it is today.

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::said::{NoSuch, Said, Side, unambiguous_day};
use crate::domain::signs::{plain, undotted};

messages! {
    /// Why a text is no day.
    pub enum BadDay {
        Unreadable(given: String) => "usage-not-a-day",
        NoSuchDay(given: String) => "usage-no-such-day",
        /// The number that Excel has for a day, and that day.
        ExcelNumber(given: String; day: NaiveDate) => message!("usage-excel-number", day = day.to_string()),
        /// Day and month in an order that nobody can tell.
        EitherOrder { given: String; one: NaiveDate, other: NaiveDate } => message!("usage-either-order",
            one, other, typed = one.to_string(), or = other.to_string()),
        /// A day as people write it, where programs write days.
        NotForPrograms(given: String; day: NaiveDate) => message!("usage-day-in-table", day = day.to_string()),
    }
}

/// Which way a day lies that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    /// Something was done: today at the latest.
    Past,
    /// Something begins, or has begun.
    Any,
    /// Something is due or booked: a week is its Friday there, elsewhere its Monday.
    Future,
}

/// A day as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TypedDay {
    said: Said,
    tense: Tense,
    /// Whether it was typed as programs write days: nobody needs to be told which day that is.
    pub is_plain: bool,
}

/// So many years on and back a day without a year is looked for: the next 29 February, the next week 53.
const YEARS: i32 = 8;

impl From<NaiveDate> for TypedDay {
    fn from(day: NaiveDate) -> Self {
        Self {
            said: Said::On(day),
            tense: Tense::Any,
            is_plain: true,
        }
    }
}

impl TypedDay {
    /// Reads a day for something that lies that way. 2026-12-01 means itself, whatever the tense.
    pub fn parse(typed: &str, tense: Tense) -> Result<Self, BadDay> {
        let text = undotted(typed);
        let is_plain = text.len() == 10 && unambiguous_day(&text).is_some();
        match Said::parse(text.trim()) {
            Some(Ok(said)) => Ok(Self {
                said,
                tense,
                is_plain,
            }),
            Some(Err(NoSuch)) => Err(BadDay::NoSuchDay(typed.to_owned())),
            None => Err(BadDay::Unreadable(typed.to_owned())),
        }
    }

    /// Which day that is today: one without a year is the nearest that lies the right way. Said outright it may lie the
    /// wrong way.
    pub fn on(self, today: NaiveDate) -> NaiveDate {
        let years = today.year() - YEARS..=today.year() + YEARS;
        match self.said {
            Said::On(day) => day,
            Said::OfSomeYear { month, day } => {
                let days = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
                self.nearest(days.map(|day| [day; 3]), today)
            }
            Said::InWeek { week, year } => {
                let day = |year, weekday| NaiveDate::from_isoywd_opt(year, week, weekday);
                let meant = match self.tense {
                    Tense::Past | Tense::Any => Weekday::Mon,
                    Tense::Future => Weekday::Fri,
                };
                // On its Friday night and at the weekend it is still that week.
                let week = |year| {
                    Some([
                        day(year, Weekday::Mon)?,
                        day(year, meant)?,
                        day(year, Weekday::Sun)?,
                    ])
                };
                match year {
                    Some(year) => day(year, meant).unwrap_or(today),
                    None => self.nearest(years.filter_map(week), today),
                }
            }
            Said::OnWeekday(weekday, side) => {
                let ahead = i64::from(weekday.days_since(today.weekday()));
                match (side, self.tense) {
                    (Side::Untold, Tense::Past) if ahead == 0 => today,
                    (Side::Last, _) | (Side::Untold, Tense::Past) => days_on(today, ahead - 7),
                    _ if ahead == 0 => days_on(today, 7),
                    _ => days_on(today, ahead),
                }
            }
            Said::DaysOn(days) => days_on(today, days),
            Said::Ahead(term) => term.after(today, None).unwrap_or(NaiveDate::MAX),
            Said::Ago(term) => term.before(today, None).unwrap_or(NaiveDate::MIN),
        }
    }

    /// Of spans, each with the day that stands for it in the middle, that of the nearest that lies the right way; of two
    /// as near the later.
    fn nearest(self, spans: impl Iterator<Item = [NaiveDate; 3]>, today: NaiveDate) -> NaiveDate {
        let fits = |[first, _, last]: &[NaiveDate; 3]| match self.tense {
            Tense::Past => *first <= today,
            Tense::Any => true,
            Tense::Future => *last >= today,
        };
        let days = spans.filter(fits).map(|[_, day, _]| day);
        let nearest = days.min_by_key(|day| ((*day - today).num_days().abs(), *day < today));
        nearest.unwrap_or(today)
    }
}

fn days_on(today: NaiveDate, days: i64) -> NaiveDate {
    let day = today.checked_add_signed(TimeDelta::days(days));
    day.unwrap_or(today)
}

/// A day in a table, where programs write days too: in one way only.
pub fn day_in_table(text: &str) -> Result<NaiveDate, BadDay> {
    let given = text.to_owned();
    let folded = plain(text);
    let folded = folded.trim();
    if let Some(day) = unambiguous_day(folded) {
        return Ok(day);
    }
    // Excel counts days from the one before the last of 1899.
    let from = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let whole = folded.split(['.', ',']).next().unwrap_or_default();
    let count = whole.parse().ok().filter(|_| whole.len() == 5);
    if let Some(day) = count.and_then(|count| from.checked_add_days(Days::new(count))) {
        return Err(BadDay::ExcelNumber(given, day));
    }
    let date = folded.split_whitespace().next().unwrap_or_default();
    let day = match TypedDay::parse(date, Tense::Any).map(|typed| typed.said) {
        Ok(Said::On(day)) => day,
        Err(BadDay::NoSuchDay(_)) => return Err(BadDay::NoSuchDay(given)),
        _ => return Err(BadDay::Unreadable(given)),
    };
    let begins_with_day = date
        .find(|sign: char| !sign.is_ascii_digit())
        .is_some_and(|end| end < 3);
    let swapped = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month());
    let swapped = swapped.filter(|other| *other != day && begins_with_day);
    Err(match swapped {
        Some(other) => BadDay::EitherOrder {
            given,
            one: day,
            other,
        },
        None => BadDay::NotForPrograms(given, day),
    })
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
