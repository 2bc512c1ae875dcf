//! Reading a day as it was typed, before it is known which day it is today.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::domain::term::{Term, Unit};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
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
pub(super) enum Side {
    /// "Onsdag": as the tense has it.
    Untold,
    /// "I onsdags", "förra onsdagen".
    Last,
    /// "Nästa onsdag", "på onsdag".
    Next,
}

/// What would be a day, but no year has it.
pub(super) struct NoSuch;

pub(super) type Read = Option<Result<Said, NoSuch>>;

impl Said {
    /// Reads small letters without dots.
    pub(super) fn parse(text: &str) -> Read {
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
    // A leap year has every day.
    let is_there = NaiveDate::from_ymd_opt(2000, month, day).is_some();
    is_there
        .then_some(Said::OfSomeYear { month, day })
        .ok_or(NoSuch)
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
    let (week, year) = match text.split_once("-w") {
        Some((year, week)) => (week, Some(year)),
        None => {
            let mut names = ["veckan", "vecka", "week", "v.", "v", "w"].iter();
            let rest = names.find_map(|name| text.strip_prefix(name))?.trim();
            let parts = rest.split_once(' ');
            parts.map_or((rest, None), |(week, year)| (week, Some(year)))
        }
    };
    let week = number(week)?;
    let year = match year {
        Some(year) => Some(i32::try_from(full_year(number(year)?)).ok()?),
        None => None,
    };
    // 2020 had a week 53.
    let day = NaiveDate::from_isoywd_opt(year.unwrap_or(2020), week, Weekday::Mon);
    Some(day.map(|_| Said::InWeek { week, year }).ok_or(NoSuch))
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
    // 1, 1:a, 1st.
    let day = number(day.trim_end_matches(|sign: char| !sign.is_ascii_digit()))?;
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
    let is_begun = |of_one: &[&str]| of_one.iter().any(|name| name.starts_with(word));
    let place = names.iter().position(|of_one| is_begun(of_one))?;
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
