//! Days as people type them, in Swedish and English alike: 2026-12-01, 1/12, 1 dec, "om två veckor", "i fredags", "v 50".

use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

use super::term::length;
use super::words::{self, number, parts, without_signs};
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

/// A text that says a day once it is known which day it is today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedDay {
    text: String,
    tense: Tense,
}

impl From<NaiveDate> for TypedDay {
    fn from(day: NaiveDate) -> Self {
        let (text, tense) = (day.to_string(), Tense::Any);
        Self { text, tense }
    }
}

impl TypedDay {
    /// A day for something that lies that way. 2026-12-01 means itself, whatever the tense.
    pub fn parse(typed: &str, tense: Tense) -> Result<Self, BadDay> {
        // Whether there is such a day is the same on every day.
        read_day(typed, tense, NaiveDate::default())?;
        let text = typed.to_owned();
        Ok(Self { text, tense })
    }

    /// Which day it is, read anew.
    pub fn on(&self, today: NaiveDate) -> NaiveDate {
        read_day(&self.text, self.tense, today).unwrap_or(today)
    }

    /// Whether it was typed as programs write days: nobody needs to be told which day that is.
    pub fn is_plain(&self) -> bool {
        let text = plain(&self.text);
        text.len() == 10 && unambiguous_day(&text).is_some()
    }
}

/// A day for something that lies that way: one without a year is the nearest. Said outright it may lie the wrong way.
pub fn read_day(typed: &str, tense: Tense, today: NaiveDate) -> Result<NaiveDate, BadDay> {
    let text = undotted(typed);
    let parts = parts(&text);
    let words = without_signs(&parts);
    let words = match &words[..] {
        ["den" | "the", words @ ..] => words,
        words => words,
    };
    let asked = Reckoning { tense, today };
    let day = unambiguous_day(text.trim())
        .map(Some)
        .or_else(|| Some(asked.date(date_of(&text, words)?)))
        .or_else(|| days_on(today, words::days_from_today(words)?))
        .or_else(|| asked.week(words))
        .or_else(|| asked.in_a_while(&parts))
        .or_else(|| asked.weekday(words))
        .or_else(|| after_its_weekday(&text, words));
    match day {
        Some(Some(day)) => Ok(day),
        Some(None) => Err(BadDay::NoSuchDay(typed.to_owned())),
        None => Err(BadDay::Unreadable(typed.to_owned())),
    }
}

/// Year, if it is said, month and day.
type DateParts = (Option<i32>, u32, u32);

/// What was read: a day, or one that no year has. `None`: it is something else.
type DayRead = Option<Option<NaiveDate>>;

/// 20261201, 261201, 2026-12-01, 1/12 2026, 1/12-26, 1/12, 15.11., 1 dec, 1:a december 2026, dec 1.
fn date_of(text: &str, words: &[&str]) -> Option<DateParts> {
    let (day, month, year) = match words {
        [all] if matches!(all.len(), 6 | 8) && number(all).is_some() => {
            let (year, rest) = all.split_at(all.len() - 4);
            let (month, day) = rest.split_at(2);
            (day, number(month)?, &[year][..])
        }
        [year, month, day] if year.len() == 4 && number(year).is_some() => {
            (*day, number(month)?, &[*year][..])
        }
        [month, day, year @ ..] if words::month(month).is_some() => {
            (*day, words::month(month)?, year)
        }
        [day, month, year @ ..] => {
            let in_figures = text.contains(['/', '.']) || !year.is_empty();
            let month = words::month(month).or(number(month).filter(|_| in_figures));
            (*day, month?, year)
        }
        _ => return None,
    };
    match year {
        [] => Some((None, month, number(day)?)),
        [year] => Some((Some(year_of(year)?), month, number(day)?)),
        _ => None,
    }
}

fn year_of(digits: &str) -> Option<i32> {
    let year = i32::try_from(number(digits)?).ok()?;
    match digits.len() {
        2 => Some(year + 2000),
        4 => Some(year),
        _ => None,
    }
}

/// Ons 2 dec 2026, as days are told: the weekday must be that day's.
fn after_its_weekday(text: &str, words: &[&str]) -> DayRead {
    let (first, words) = words.split_first()?;
    let weekday = weekday_named(first)?;
    let (Some(year), month, day) = date_of(text, words)? else {
        return None;
    };
    let day = NaiveDate::from_ymd_opt(year, month, day);
    Some(day.filter(|day| day.weekday() == weekday))
}

fn weekday_named(word: &str) -> Option<Weekday> {
    let place = words::weekday(word)?;
    Weekday::try_from(u8::try_from(place - 1).ok()?).ok()
}

fn days_on(today: NaiveDate, days: i64) -> DayRead {
    Some(today.checked_add_signed(TimeDelta::days(days)))
}

/// Which day is asked for, and when.
#[derive(Clone, Copy)]
struct Reckoning {
    tense: Tense,
    today: NaiveDate,
}

impl Reckoning {
    fn date(self, (year, month, day): DateParts) -> Option<NaiveDate> {
        let day = |year| NaiveDate::from_ymd_opt(year, month, day);
        match year {
            Some(year) => day(year),
            None => self.nearest(|year| Some([day(year)?; 3])),
        }
    }

    /// V 50, v. 50 2027, vecka 50, week 50, 2026-W50.
    fn week(self, words: &[&str]) -> DayRead {
        let (week, year) = match words {
            ["v" | "w" | "vecka" | "veckan" | "week", week, year @ ..] => (week, year),
            [year, "w", week] => (week, &[*year][..]),
            _ => return None,
        };
        let week = number(week)?;
        let day = |year, weekday| NaiveDate::from_isoywd_opt(year, week, weekday);
        let meant = match self.tense {
            Tense::Past | Tense::Any => Weekday::Mon,
            Tense::Future => Weekday::Fri,
        };
        match year {
            // On its Friday night and at the weekend it is still that week.
            [] => Some(self.nearest(|year| {
                let days = [Weekday::Mon, meant, Weekday::Sun].map(|weekday| day(year, weekday));
                Some([days[0]?, days[1]?, days[2]?])
            })),
            [year] => Some(day(year_of(year)?, meant)),
            _ => None,
        }
    }

    /// Of spans in the years around, each with the day that stands for it in the middle, that of the nearest that lies
    /// the right way; of two as near the later.
    fn nearest(self, span: impl Fn(i32) -> Option<[NaiveDate; 3]>) -> Option<NaiveDate> {
        // The next 29 February, or week 53, may be eight years off.
        let years = self.today.year() - 8..=self.today.year() + 8;
        let fits = |[first, _, last]: &[NaiveDate; 3]| match self.tense {
            Tense::Past => *first <= self.today,
            Tense::Any => true,
            Tense::Future => *last >= self.today,
        };
        let days = years.filter_map(span).filter(fits).map(|[_, day, _]| day);
        days.min_by_key(|day| ((*day - self.today).num_days().abs(), *day < self.today))
    }

    /// Om två veckor, in 3 days, för en vecka sedan, 2 weeks ago.
    fn in_a_while(self, parts: &[&str]) -> DayRead {
        let day = match parts {
            ["om" | "in", rest @ ..] => length(rest).ok()?.after(self.today, None),
            ["for", rest @ .., "sedan" | "sen"] | [rest @ .., "sedan" | "sen" | "ago"] => {
                length(rest).ok()?.before(self.today, None)
            }
            _ => return None,
        };
        day.ok().map(Some)
    }

    /// Måndag, på måndag, nästa måndag, i måndags, förra måndagen.
    fn weekday(self, words: &[&str]) -> DayRead {
        let (is_back, may_be_today, word) = match words {
            [word] | ["on", word] => (self.tense == Tense::Past, true, word),
            ["pa" | "nasta" | "next", word] => (false, false, word),
            ["i" | "forra" | "last", word] => (true, false, word),
            _ => return None,
        };
        let ahead = weekday_named(word)?.days_since(self.today.weekday());
        let days = match (is_back, ahead) {
            (true, 0) if may_be_today => 0,
            (false, 0) => 7,
            (false, ahead) => i64::from(ahead),
            (true, ahead) => i64::from(ahead) - 7,
        };
        days_on(self.today, days)
    }
}

/// A day as programs write it, in one way only: 2026-12-02 or 20261202, with midnight after it or without.
pub fn unambiguous_day(written: &str) -> Option<NaiveDate> {
    let divides = |sign: char| sign == 'T' || sign.is_whitespace();
    let (day, time) = written.split_once(divides).unwrap_or((written, ""));
    let is_midnight = time.chars().all(|sign| "0:.".contains(sign));
    let digits: String = match day.as_bytes() {
        [_, _, _, _, b'-', _, _, b'-', _, _] => day.split('-').collect(),
        _ => day.to_owned(),
    };
    let are_digits = digits.len() == 8 && number(&digits).is_some();
    let day = are_digits.then(|| NaiveDate::parse_from_str(&digits, "%Y%m%d").ok())?;
    day.filter(|_| is_midnight)
}

/// A day in a table, where programs write days too: in one way only.
pub fn day_in_table(text: &str) -> Result<NaiveDate, BadDay> {
    let given = text.to_owned();
    let folded = plain(text);
    if let Some(day) = unambiguous_day(folded.trim()) {
        return Ok(day);
    }
    // Excel counts days from the one before the last of 1899.
    let from = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let whole = folded.trim().split(['.', ',']).next().unwrap_or_default();
    let count = whole.parse().ok().filter(|_| whole.len() == 5);
    if let Some(day) = count.and_then(|count| from.checked_add_days(Days::new(count))) {
        return Err(BadDay::ExcelNumber(given, day));
    }
    let date = undotted(folded.split_whitespace().next().unwrap_or_default());
    let words = without_signs(&parts(&date));
    let Some((Some(year), month, day)) = date_of(&date, &words) else {
        return Err(BadDay::Unreadable(given));
    };
    let begins_with_day = words.len() == 3 && words[0].len() < 3;
    let other = NaiveDate::from_ymd_opt(year, day, month);
    let other = other.filter(|_| begins_with_day && day != month);
    Err(match (NaiveDate::from_ymd_opt(year, month, day), other) {
        (None, _) => BadDay::NoSuchDay(given),
        (Some(one), Some(other)) => BadDay::EitherOrder { given, one, other },
        (Some(day), None) => BadDay::NotForPrograms(given, day),
    })
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
