//! Days as people type them, in Swedish and English alike: 2026-12-01, 1/12, 1 dec, "om två veckor", "i fredags", "v 50".
//! What was typed is read first, and is a day once it is known which day it is today.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{
    signs::{plain, undotted},
    term::{Term, Unit},
};

messages! {
    /// Why a text is no day.
    #[derive(Debug, Clone, PartialEq, Eq)]
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    On(NaiveDate),
    OfSomeYear { month: u32, day: u32 },
    OnWeekday(Weekday, Side),
    InWeek { week: u32, year: Option<i32> },
    DaysOn(i64),
    Ahead(Term),
    Ago(Term),
}

/// Which one of a weekday's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// "Onsdag": as the tense has it.
    Untold,
    /// "I onsdags", "förra onsdagen".
    Last,
    /// "Nästa onsdag", "på onsdag".
    Next,
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
        let years = || today.year() - YEARS..=today.year() + YEARS;
        match self.said {
            Said::On(day) => day,
            Said::OfSomeYear { month, day } => {
                let days = years().filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
                self.nearest(days.map(|day| (day, day, day)), today)
            }
            Said::InWeek { week, year } => {
                let years = year.map_or_else(years, |year| year..=year);
                let day = |year, weekday| NaiveDate::from_isoywd_opt(year, week, weekday);
                let meant = match self.tense {
                    Tense::Past | Tense::Any => Weekday::Mon,
                    Tense::Future => Weekday::Fri,
                };
                // Friday afternoon and the weekend are still in the week.
                let weeks = years.filter_map(|year| {
                    let (first, last) = (day(year, Weekday::Mon)?, day(year, Weekday::Sun)?);
                    Some((first, day(year, meant)?, last))
                });
                match year {
                    Some(_) => weeks.map(|(_, meant, _)| meant).last().unwrap_or(today),
                    None => self.nearest(weeks, today),
                }
            }
            Said::OnWeekday(weekday, side) => {
                let days: &[i64] = match (side, self.tense) {
                    (Side::Last, _) => &[-1, -2, -3, -4, -5, -6, -7],
                    (Side::Untold, Tense::Past) => &[0, -1, -2, -3, -4, -5, -6],
                    _ => &[1, 2, 3, 4, 5, 6, 7],
                };
                let mut days = days.iter().map(|days| days_on(today, *days));
                let found = days.find(|day| day.weekday() == weekday);
                found.unwrap_or(today)
            }
            Said::DaysOn(days) => days_on(today, days),
            Said::Ahead(term) => term.after(today, None).unwrap_or(NaiveDate::MAX),
            Said::Ago(term) => term.before(today, None).unwrap_or(NaiveDate::MIN),
        }
    }

    /// Of spans with a day that stands for each, the day of the nearest that lies the right way; of two as near the later.
    fn nearest(
        self,
        spans: impl Iterator<Item = (NaiveDate, NaiveDate, NaiveDate)>,
        today: NaiveDate,
    ) -> NaiveDate {
        let fits = |(first, _, last): &(NaiveDate, NaiveDate, NaiveDate)| match self.tense {
            Tense::Past => *first <= today,
            Tense::Any => true,
            Tense::Future => *last >= today,
        };
        let days = spans.filter(fits).map(|(_, day, _)| day);
        let nearest = days.min_by_key(|day| ((*day - today).num_days().abs(), *day < today));
        nearest.unwrap_or(today)
    }
}

fn days_on(today: NaiveDate, days: i64) -> NaiveDate {
    let day = today.checked_add_signed(chrono::TimeDelta::days(days));
    day.unwrap_or(today)
}

/// What would be a day, but no year has it.
struct NoSuch;

type Read = Option<Result<Said, NoSuch>>;

impl Said {
    /// Reads small letters without dots.
    fn parse(text: &str) -> Read {
        let words: Vec<&str> = text.split_whitespace().collect();
        let words = match &words[..] {
            ["den" | "the", words @ ..] => words,
            words => words,
        };
        in_figures(text)
            .or_else(|| near_today(words).map(Ok))
            .or_else(|| in_week(text))
            .or_else(|| with_month_name(words))
            .or_else(|| in_a_while(words).map(Ok))
            .or_else(|| on_weekday(words).map(Ok))
            .or_else(|| with_weekday_before(words))
    }
}

/// 2026-12-01, 20261201, 261201, 1/12 2026, 1/12-26, 1/12, 15.11.
fn in_figures(text: &str) -> Read {
    if let Some(day) = unambiguous_day(text) {
        return Some(Ok(Said::On(day)));
    }
    let parts = text.trim_end_matches('.').split(['-', '/', '.', ' ']);
    let lengths: Vec<usize> = parts.clone().map(str::len).collect();
    let numbers: Option<Vec<u32>> = parts.map(number).collect();
    let separator = text.find(|sign: char| !sign.is_ascii_digit());
    let separator = separator.and_then(|place| text.get(place..=place));
    match (&numbers?[..], &lengths[..]) {
        ([all], [8]) => Some(on(all / 10_000, all / 100 % 100, all % 100)),
        ([all], [6]) => Some(on(full_year(all / 10_000), all / 100 % 100, all % 100)),
        ([year, month, day], [4, ..]) => Some(on(*year, *month, *day)),
        ([day, month, year], [_, _, 2 | 4]) => Some(on(full_year(*year), *month, *day)),
        ([day, month], _) if matches!(separator, Some("/" | ".")) => {
            Some(of_some_year(*month, *day))
        }
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| are_digits)
}

fn full_year(year: u32) -> u32 {
    if year < 100 { year + 2000 } else { year }
}

fn on(year: u32, month: u32, day: u32) -> Result<Said, NoSuch> {
    let year = i32::try_from(year).map_err(|_| NoSuch)?;
    let day = NaiveDate::from_ymd_opt(year, month, day);
    day.map(Said::On).ok_or(NoSuch)
}

fn of_some_year(month: u32, day: u32) -> Result<Said, NoSuch> {
    const LEAP_YEAR: i32 = 2000;
    let is_there = NaiveDate::from_ymd_opt(LEAP_YEAR, month, day).is_some();
    match is_there {
        true => Ok(Said::OfSomeYear { month, day }),
        false => Err(NoSuch),
    }
}

fn near_today(words: &[&str]) -> Option<Said> {
    Some(Said::DaysOn(match words.join(" ").as_str() {
        "idag" | "i dag" | "today" => 0,
        "imorgon" | "i morgon" | "imorron" | "i morron" | "tomorrow" => 1,
        "igar" | "i gar" | "yesterday" => -1,
        "i forrgar" | "iforrgar" | "forrgar" | "day before yesterday" => -2,
        "i overmorgon" | "iovermorgon" | "overmorgon" | "day after tomorrow" => 2,
        _ => return None,
    }))
}

/// V 50, v. 50 2027, vecka 50, week 50, 2026-W50.
fn in_week(text: &str) -> Read {
    let iso = text.split_once("-w").map(|(year, week)| (week, Some(year)));
    let mut names = ["veckan", "vecka", "week", "v.", "v", "w"].iter();
    let named = || {
        let rest = names.find_map(|name| text.strip_prefix(name))?.trim();
        Some(match rest.split_once(' ') {
            Some((week, year)) => (week, Some(year)),
            None => (rest, None),
        })
    };
    let (week, year) = iso.or_else(named)?;
    let week = number(week)?;
    let year = year
        .map(|year| number(year.trim()))
        .map_or(Some(None), |year| year.map(Some))?;
    let year = year.and_then(|year| i32::try_from(full_year(year)).ok());
    // 2020 had a week 53.
    let is_there = NaiveDate::from_isoywd_opt(year.unwrap_or(2020), week, Weekday::Mon).is_some();
    Some(match is_there {
        true => Ok(Said::InWeek { week, year }),
        false => Err(NoSuch),
    })
}

/// 1 dec, 1:a december 2026, dec 1.
fn with_month_name(words: &[&str]) -> Read {
    let [first, second, rest @ ..] = words else {
        return None;
    };
    let (day, month) = match (month_named(first), month_named(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    let digits = day.trim_end_matches(|sign: char| !sign.is_ascii_digit());
    let ending = day.strip_prefix(digits).unwrap_or_default();
    if ![
        "", ".", ",", ":a", ":e", "st", "nd", "rd", "th", "st,", "nd,", "rd,", "th,",
    ]
    .contains(&ending)
    {
        return None;
    }
    let day = number(digits)?;
    match rest {
        [] => Some(of_some_year(month, day)),
        [year] => Some(on(full_year(number(year)?), month, day)),
        _ => None,
    }
}

fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["januari", "january"],
        &["februari", "february"],
        &["mars", "march"],
        &["april"],
        &["maj", "may"],
        &["juni", "june"],
        &["juli", "july"],
        &["augusti", "august"],
        &["september"],
        &["oktober", "october"],
        &["november"],
        &["december"],
    ];
    Some(u32::try_from(begun(word, &MONTHS)?).ok()? + 1)
}

/// The place of the names of which a word is one, or the beginning: three letters at least. A longer word is another.
fn begun(word: &str, names: &[&[&str]]) -> Option<usize> {
    let word = word.trim_end_matches(['.', ',']);
    let is_begun = |of_one: &&[&str]| of_one.iter().any(|name| name.starts_with(word));
    let place = names.iter().position(|of_one| is_begun(&of_one))?;
    (word.len() > 2).then_some(place)
}

/// Om två veckor, in 3 days, för en vecka sedan, 2 weeks ago.
fn in_a_while(words: &[&str]) -> Option<Said> {
    let term = |count: &str, unit: &str| {
        let term = Term::typed(&format!("{count} {unit}")).ok()?;
        (term.unit() != Unit::Schoolday).then_some(term)
    };
    match words {
        ["om" | "in", count, unit] => term(count, unit).map(Said::Ahead),
        ["for", count, unit, "sedan" | "sen"] | [count, unit, "sedan" | "sen" | "ago"] => {
            term(count, unit).map(Said::Ago)
        }
        _ => None,
    }
}

/// Måndag, på måndag, nästa måndag, i måndags, förra måndagen.
fn on_weekday(words: &[&str]) -> Option<Said> {
    let (side, word) = match words {
        [word] | ["on", word] => (Side::Untold, word),
        ["pa" | "nasta" | "next", word] => (Side::Next, word),
        ["i" | "forra" | "last", word] => (Side::Last, word),
        _ => return None,
    };
    Some(Said::OnWeekday(weekday_named(word)?, side))
}

fn weekday_named(word: &str) -> Option<Weekday> {
    const WEEKDAYS: [&[&str]; 7] = [
        &["mandagen", "mandags", "monday"],
        &["tisdagen", "tisdags", "tuesday"],
        &["onsdagen", "onsdags", "wednesday"],
        &["torsdagen", "torsdags", "thursday"],
        &["fredagen", "fredags", "friday"],
        &["lordagen", "lordags", "saturday"],
        &["sondagen", "sondags", "sunday"],
    ];
    Weekday::try_from(u8::try_from(begun(word, &WEEKDAYS)?).ok()?).ok()
}

/// Ons 2 dec 2026, as days are told: the weekday must be that day's.
fn with_weekday_before(words: &[&str]) -> Read {
    let [weekday, words @ ..] = words else {
        return None;
    };
    let weekday = weekday_named(weekday)?;
    match with_month_name(words)? {
        Ok(Said::On(day)) if day.weekday() == weekday => Some(Ok(Said::On(day))),
        Ok(Said::On(_)) | Err(NoSuch) => Some(Err(NoSuch)),
        Ok(_) => None,
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
    let are_digits = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let day = are_digits.then(|| NaiveDate::parse_from_str(&digits, "%Y%m%d").ok())?;
    day.filter(|_| is_midnight)
}

/// A day in a table, where programs write days too: in one way only.
pub fn day_in_table(text: &str) -> Result<NaiveDate, BadDay> {
    let given = || text.to_owned();
    let folded = plain(text);
    let folded = folded.trim();
    if let Some(day) = unambiguous_day(folded) {
        return Ok(day);
    }
    // Excel counts days from the one before the last of 1899.
    let from = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap_or_default();
    let whole = folded.split(['.', ',']).next().unwrap_or_default();
    let count = number(whole).filter(|_| whole.len() == 5);
    if let Some(day) = count.and_then(|count| from.checked_add_days(Days::new(count.into()))) {
        return Err(BadDay::ExcelNumber(given(), day));
    }
    let date = folded.split_whitespace().next().unwrap_or_default();
    let typed = TypedDay::parse(date, Tense::Any).map(|typed| typed.said);
    Err(match typed {
        Ok(Said::On(day)) => match swapped(day).filter(|_| !begins_with_year(date)) {
            Some(other) => BadDay::EitherOrder {
                given: given(),
                one: day,
                other,
            },
            None => BadDay::NotForPrograms(given(), day),
        },
        Err(BadDay::NoSuchDay(_)) => BadDay::NoSuchDay(given()),
        _ => BadDay::Unreadable(given()),
    })
}

fn begins_with_year(date: &str) -> bool {
    let rest = date.trim_start_matches(|sign: char| sign.is_ascii_digit());
    date.len() - rest.len() >= 4
}

/// The other day that day and month in the other order would be.
fn swapped(day: NaiveDate) -> Option<NaiveDate> {
    let other = NaiveDate::from_ymd_opt(day.year(), day.day(), day.month());
    other.filter(|other| *other != day)
}

#[cfg(test)]
#[path = "day_tests.rs"]
mod tests;
