//! Days as people type them: 2026-12-01, 1/12, 1 dec, "om två veckor", "nästa måndag".

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::signs::plain;
use crate::domain::term::Term;

/// The day that a text means, seen from `today`; `None` when it means none that exists. A day without a year is the one
/// nearest to today, past or to come.
pub(crate) fn typed_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = plain(text).trim().to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    named(&text, today)
        .or_else(|| with_year(&text))
        .or_else(|| numbers_of_this_time(&text, today))
        .or_else(|| with_month_name(&words, today))
        .or_else(|| in_a_while(&words, today))
        .or_else(|| weekday_to_come(&words, today))
}

fn named(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = match text {
        "idag" | "i dag" | "today" => 0,
        "imorgon" | "i morgon" | "imorron" | "tomorrow" => 1,
        "igår" | "i går" | "igar" | "yesterday" => -1,
        "i förrgår" | "iförrgår" => -2,
        "i övermorgon" | "övermorgon" => 2,
        _ => return None,
    };
    today.checked_add_signed(chrono::TimeDelta::days(days))
}

/// 2026-12-01, 20261201, 1/12 2026, 1/12-26.
fn with_year(text: &str) -> Option<NaiveDate> {
    let in_order = |year: i32, month: u32, day: u32| {
        let in_our_time = (1900..2200).contains(&year);
        NaiveDate::from_ymd_opt(year, month, day).filter(|_| in_our_time)
    };
    if let [year, month, day] = numbers(text, &['-', '.'])?[..] {
        return in_order(i32::try_from(year).ok()?, month, day);
    }
    if let [all] = numbers(text, &[])?[..]
        && text.len() == 8
    {
        return in_order(
            i32::try_from(all / 10_000).ok()?,
            all / 100 % 100,
            all % 100,
        );
    }
    let [day, month, year] = numbers(text, &['/', '-', ' '])?[..] else {
        return None;
    };
    let year = if year < 100 { year + 2000 } else { year };
    in_order(i32::try_from(year).ok()?, month, day)
}

/// The whole numbers that make up a text between separators, or none of them.
fn numbers(text: &str, separators: &[char]) -> Option<Vec<u32>> {
    let parts = text.split(|c| separators.contains(&c));
    let numbers: Option<Vec<u32>> = parts.map(|part| part.trim().parse().ok()).collect();
    Some(numbers.unwrap_or_default())
}

/// 1/12.
fn numbers_of_this_time(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let [day, month] = numbers(text, &['/'])?[..] else {
        return None;
    };
    nearest_year(today, month, day)
}

/// 1 dec, 1 december 2026, den 1 december, dec 1.
fn with_month_name(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let words = words.strip_prefix(&["den"]).unwrap_or(words);
    let (day, month, rest) = match words {
        [first, second, rest @ ..] => match (month_named(first), month_named(second)) {
            (None, Some(month)) => (first, month, rest),
            (Some(month), None) => (second, month, rest),
            _ => return None,
        },
        _ => return None,
    };
    let day = day
        .trim_end_matches([':', '.', 'e', 'a', ','])
        .parse()
        .ok()?;
    match rest {
        [] => nearest_year(today, month, day),
        [year] => NaiveDate::from_ymd_opt(year.parse().ok()?, month, day),
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
    Some(begun(word, &MONTHS)? + 1)
}

/// The place of the names of which a word is one, or the beginning: three letters at least. A longer word is another.
fn begun(word: &str, names: &[&[&str]]) -> Option<u32> {
    let word = word.trim_end_matches(['.', ',']);
    let is_begun = |names: &&[&str]| names.iter().any(|name| name.starts_with(word));
    let place = names.iter().position(is_begun)?;
    u32::try_from(place)
        .ok()
        .filter(|_| word.chars().count() > 2)
}

/// Om två veckor, in 3 days, för en vecka sedan, 2 weeks ago.
fn in_a_while(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let (count, unit, is_ahead) = match words {
        ["om" | "in", count, unit] => (count, unit, true),
        ["för", count, unit, "sedan" | "sen"] | [count, unit, "sedan" | "sen" | "ago"] => {
            (count, unit, false)
        }
        _ => return None,
    };
    let count = count_named(count)?;
    let term = Term::parse(&format!("{count} {unit}")).ok()?;
    let day = if is_ahead {
        term.after(today, None)
    } else {
        term.before(today, None)
    };
    day.ok()
}

fn count_named(word: &str) -> Option<u32> {
    const COUNTS: [&[&str]; 10] = [
        &["en", "ett", "one", "a"],
        &["två", "tva", "two"],
        &["tre", "three"],
        &["fyra", "four"],
        &["fem", "five"],
        &["sex", "six"],
        &["sju", "seven"],
        &["åtta", "atta", "eight"],
        &["nio", "nine"],
        &["tio", "ten"],
    ];
    let place = COUNTS.iter().position(|names| names.contains(&word));
    match place {
        Some(place) => u32::try_from(place + 1).ok(),
        None => word.parse().ok(),
    }
}

/// Måndag, på måndag, nästa måndag: the first one after today.
fn weekday_to_come(words: &[&str], today: NaiveDate) -> Option<NaiveDate> {
    let word = match words {
        [word] | ["på" | "nästa" | "nasta" | "next" | "on", word] => word,
        _ => return None,
    };
    const WEEKDAYS: [&[&str]; 7] = [
        &["måndagen", "mandagen", "monday"],
        &["tisdagen", "tuesday"],
        &["onsdagen", "wednesday"],
        &["torsdagen", "thursday"],
        &["fredagen", "friday"],
        &["lördagen", "lordagen", "saturday"],
        &["söndagen", "sondagen", "sunday"],
    ];
    let weekday = begun(word, &WEEKDAYS)?;
    (1..=7)
        .filter_map(|days| today.checked_add_days(Days::new(days)))
        .find(|day| day.weekday().num_days_from_monday() == weekday)
}

/// The day of that number in the year that brings it nearest to today; a tie goes to the one to come.
fn nearest_year(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    (-1..=1)
        .filter_map(|years| NaiveDate::from_ymd_opt(today.year() + years, month, day))
        .min_by_key(|found| ((*found - today).num_days().abs(), *found < today))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_people_type_them() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        for (text, day) in [
            ("2026-12-01", "2026-12-01"),
            ("20261201", "2026-12-01"),
            ("1/12", "2026-12-01"),
            ("1/12-26", "2026-12-01"),
            ("1/12 2027", "2027-12-01"),
            ("3/2", "2027-02-03"),
            ("1/11", "2026-11-01"),
            ("1 dec", "2026-12-01"),
            ("den 1 december", "2026-12-01"),
            ("1 januari 2028", "2028-01-01"),
            ("Dec 1", "2026-12-01"),
            ("15 maj", "2027-05-15"),
            ("idag", "2026-11-21"),
            ("i går", "2026-11-20"),
            ("om två veckor", "2026-12-05"),
            ("om 3 månader", "2027-02-21"),
            ("in 10 days", "2026-12-01"),
            ("för en vecka sedan", "2026-11-14"),
            ("2 days ago", "2026-11-19"),
            ("nästa måndag", "2026-11-23"),
            ("lördag", "2026-11-28"),
            ("next fri", "2026-11-27"),
            ("tors", "2026-11-26"),
            ("på måndagen", "2026-11-23"),
            ("1 sept.", "2026-09-01"),
        ] {
            assert_eq!(typed_day(text, today), Some(day.parse().unwrap()), "{text}");
        }
        for text in [
            "",
            "30/2",
            "2026-02-30",
            "32 dec",
            "vet inte",
            "om ett tag",
            "12",
            "1/2/3/4",
            "99999999999/1",
            "2026-13-01",
            "om 0 dagar",
            "0/0",
            "månad",
            "nästa sonson",
            "1 marknad",
            "må",
            "2 ma",
        ] {
            assert_eq!(typed_day(text, today), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,40}") {
            let _ = typed_day(&text, "2026-11-21".parse().unwrap());
        }
    }
}
