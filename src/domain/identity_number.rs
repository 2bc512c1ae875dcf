//! Recognises personnummer and samordningsnummer in texts, so that they can be refused: sisam has no place for them.
//!
//! A number is six or eight digits for the day of birth and four more, the last a check digit (folkbokföringslagen
//! (1991:481) 18 §; in a samordningsnummer sixty is added to the day), with whatever signs people write between them.
//! Telephone numbers, references, dates and times have as many digits: how the digits are grouped tells them apart.
//! What cannot be told apart is taken for a number, but for ten digits together that begin with 07, a mobile telephone.

use chrono::NaiveDate;

use super::signs::{is_dash, is_unseen};

/// Digits that stand together, signs that nobody sees apart.
#[derive(Default)]
struct Group {
    digits: Vec<u32>,
    /// What stands between it and the group before.
    between: String,
    follows_letter: bool,
    /// It begins a telephone number with a country's code: `+46`.
    has_country: bool,
}

/// Whether a text holds a valid personnummer or samordningsnummer, in any of the ways they are written.
pub fn holds_identity_number(text: &str) -> bool {
    any_number(text, check_digit_holds)
}

/// Whether a text holds what is written as one, whatever the check digit.
pub fn is_written_as_identity_number(text: &str) -> bool {
    any_number(text, |_| true)
}

/// Whether a reference looks like one that is not quite one: the check digit is wrong, or letters stand among the
/// last four as in reserve numbers (`T123`, `TF12`).
pub fn resembles_identity_number(reference: &str) -> bool {
    // The last two have a letter between the day and the last four.
    const FORMS: [&str; 6] = [
        "999999A999",
        "999999AA99",
        "99999999A999",
        "99999999AA99",
        "999999A9999",
        "99999999A9999",
    ];
    let signs = || reference.chars().filter(|sign| sign.is_alphanumeric());
    let shape: String = signs()
        .map(|sign| if digit(sign).is_some() { '9' } else { 'A' })
        .collect();
    let is_reserve_number = |start: usize, form: &str| {
        let day = signs().skip(start).take(form.len() - 4);
        !shape[..start].ends_with('9')
            && !shape[start + form.len()..].starts_with('9')
            && is_day_of_birth(&day.filter_map(digit).collect::<Vec<_>>())
    };
    let of_form = |form: &&str| {
        shape
            .match_indices(*form)
            .any(|(start, _)| is_reserve_number(start, form))
    };
    is_written_as_identity_number(reference) || FORMS.iter().any(of_form)
}

fn any_number(text: &str, is_valid: fn(&[u32]) -> bool) -> bool {
    // Most texts have hardly any digits.
    if text.chars().filter_map(digit).nth(9).is_none() {
        return false;
    }
    let groups = groups_of(text);
    let ends = |start: usize| (start + 1..=groups.len()).take_while(move |end| end - start <= 12);
    (0..groups.len()).any(|start| {
        let joined = ends(start)
            .take_while(|end| end - start == 1 || is_joined(&groups[end - 2], &groups[end - 1]));
        let mut windows = joined.map(|end| (&groups[start..end], groups.get(end)));
        windows.any(|(window, next)| {
            let digits: Vec<u32> = window
                .iter()
                .flat_map(|group| group.digits.iter().copied())
                .collect();
            matches!(digits.len(), 10 | 12)
                && is_day_of_birth(&digits[..digits.len() - 4])
                && is_valid(&digits[digits.len() - 10..])
                && is_grouped_so(window, &digits, next)
        })
    })
}

fn groups_of(text: &str) -> Vec<Group> {
    let mut groups = Vec::new();
    let mut next = Group::default();
    for sign in text
        .chars()
        .filter(|sign| sign.is_ascii() || !is_unseen(*sign))
    {
        if let Some(digit) = digit(sign) {
            next.digits.push(digit);
            continue;
        }
        let follows_digit = !next.digits.is_empty();
        if follows_digit {
            groups.push(std::mem::take(&mut next));
        }
        next.has_country = sign == '+' && !follows_digit;
        next.follows_letter |= sign.is_alphabetic();
        if !next.follows_letter {
            next.between.push(if is_dash(sign) { '-' } else { sign });
        }
    }
    groups.push(next);
    groups
}

/// The value of a digit of any script, raised, lowered or in a circle too: ４, ٤, ⁴, ④.
fn digit(sign: char) -> Option<u32> {
    if sign.is_ascii() {
        return sign.to_digit(10);
    }
    // Where the ten of a row follow each other from zero, and where nine do from one.
    const ZEROS: &str = "\u{660}\u{6F0}\u{7C0}\u{966}\u{9E6}\u{A66}\u{AE6}\u{B66}\u{BE6}\u{C66}\u{CE6}\u{D66}\u{DE6}\u{E50}\
        \u{ED0}\u{F20}\u{1040}\u{1090}\u{17E0}\u{1810}\u{1946}\u{19D0}\u{1A80}\u{1A90}\u{1B50}\u{1BB0}\
        \u{1C40}\u{1C50}\u{2070}\u{2080}\u{A620}\u{A8D0}\u{A900}\u{A9D0}\u{A9F0}\u{AA50}\u{ABF0}\u{FF10}\
        \u{104A0}\u{10D30}\u{10D40}\u{11066}\u{110F0}\u{11136}\u{111D0}\u{112F0}\u{11450}\u{114D0}\
        \u{11650}\u{116C0}\u{11730}\u{118E0}\u{11950}\u{11C50}\u{11D50}\u{11DA0}\u{11F50}\u{16A60}\
        \u{16AC0}\u{16B50}\u{1E140}\u{1E2F0}\u{1E4F0}\u{1E950}\u{1F101}\u{1FBF0}";
    const ONES: &str = "\u{1369}\u{2460}\u{2474}\u{2488}\u{24F5}\u{2776}\u{2780}\u{278A}";
    let sign = u32::from(sign);
    let of_row = |first: u32| move |row: char| sign.checked_sub(u32::from(row))?.checked_add(first);
    let values = ZEROS.chars().filter_map(of_row(0));
    let mut values = values.chain(ONES.chars().filter_map(of_row(1)));
    match sign {
        0x24EA | 0x24FF | 0x1F100 | 0x1F10B | 0x1F10C => Some(0),
        0xB9 => Some(1),
        0xB2 => Some(2),
        0xB3 => Some(3),
        // The mathematical ones are five alphabets in a row.
        0x1D7CE..=0x1D7FF => Some((sign - 0x1D7CE) % 10),
        _ => values.find(|value| *value < 10),
    }
}

/// Whether two groups may be parts of one number: no letter stands between them, and a comma, a colon, a bracket only
/// before the last four. An area code after a comma begins a telephone number.
fn is_joined(before: &Group, after: &Group) -> bool {
    let divides = |sign: char| !sign.is_ascii_punctuation() || "-+./_\\*~|".contains(sign);
    let is_list = after.between.contains([',', ';']) && after.digits.starts_with(&[0]);
    let are_the_last = after.digits.len() == 4 && matches!(before.digits.len(), 2 | 6 | 8);
    !after.follows_letter && ((are_the_last && !is_list) || after.between.chars().all(divides))
}

/// Whether somebody would write a number in these groups: the day apart from the last four, and its parts alike.
fn is_grouped_so(window: &[Group], digits: &[u32], next: Option<&Group>) -> bool {
    let lengths: Vec<usize> = window.iter().map(|group| group.digits.len()).collect();
    let signs = window.iter().map(|group| group.between.split_whitespace());
    let signs: Vec<String> = signs.map(Iterator::collect).collect();
    let is_alike = signs.get(1) == signs.get(2);
    let begins_with_zero = digits[0] == 0;
    let is_spaced = signs.ends_with(&[String::new()]);
    let ends_after_a_dash =
        matches!(&signs[1..], [cut, last] if last == "-" && cut != last && !cut.contains('('));
    let after_a_dash = matches!(signs.get(1).map(String::as_str), Some("-" | "+"));
    let (hour, minute) = (two(digits, digits.len() - 4), two(digits, digits.len() - 2));
    let is_time = hour <= 24 && minute <= 59;
    // So are days of a month: `2026-12-01 28-30`.
    let is_range = hour <= 31 && minute <= 59;
    // A date and `2 345 kr`.
    let is_amount = lengths.ends_with(&[1, 3]) && signs.ends_with(&[String::new(), String::new()]);
    let is_split = |day: usize| digits.len() == day + 4 && !is_amount;
    let is_grouped = match lengths[..] {
        [10] => !digits.starts_with(&[0, 7]),
        [12] | [6, 4] | [8, 4] | [6, 3, 1] | [8, 3, 1] | [4, 4, 4] | [2, 6, 4] | [6, 2, 4] => true,
        [2, 2, 2, 4] | [4, 2, 2, 4] | [2, 2, 2, 2, 4] | [2, 2, 2, 3, 1] | [4, 2, 2, 3, 1] => {
            is_alike
        }
        // Area codes begin with a zero; a year and a month stand before many a number.
        [1, 5, 4] | [2, 4, 4] => !begins_with_zero || ends_after_a_dash,
        [4, _, 4] | [4, _, _, 4] | [4, 6] if digits.len() == 10 => {
            !begins_with_zero && !is_year(digits)
        }
        // The day in two or three parts, whatever parts.
        [_, _, 4] | [_, _, _, 4] => !begins_with_zero,
        [2, 2, 6] | [4, 2, 6] => !begins_with_zero && is_alike,
        [6, 2, 2] => after_a_dash || (!begins_with_zero && (is_spaced || !is_time)),
        [8, 2, 2] => after_a_dash || !is_time,
        [2, 2, 2, 2, 2] => !begins_with_zero && (is_spaced || (is_alike && !is_time)),
        [4, 2, 2, 2, 2] => !is_range && (is_spaced || signs.last() == signs.get(1)),
        // The last four in parts, whatever parts.
        [day @ (6 | 8), _, _, ..] => is_split(day),
        [4, 2, 2, _, _, ..] => is_alike && is_split(8) && !signs.ends_with(&["/".to_owned()]),
        [2, 2, 2, _, _, ..] => is_alike && is_split(6) && !begins_with_zero,
        // Two days, a day and an hour.
        [6, 6] => !is_day_of_birth(&digits[6..]),
        [8, 2] => !begins_with_zero && !is_day_of_birth(&digits[..8]),
        [_, _] => !begins_with_zero,
        _ => lengths.iter().all(|length| *length == 1) && !digits.starts_with(&[0, 7]),
    };
    let has_country = window[0].has_country && !matches!(lengths[0], 6 | 8);
    let ends_early = lengths.ends_with(&[4]) && begins_another(&digits[digits.len() - 4..], next);
    is_grouped && !has_country && !ends_early
}

/// Whether four digits are the beginning of a date, a reference or a telephone number that goes on.
fn begins_another(digits: &[u32], next: Option<&Group>) -> bool {
    let goes_on = |next: &Group| {
        let is_day = matches!(next.digits.len(), 6 | 8) && digits[0] != 0;
        matches!(next.between.as_str(), "-" | "/" | "." | ":") && !is_day
    };
    (is_year(digits) || digits[0] == 0) && next.is_some_and(goes_on)
}

fn is_year(digits: &[u32]) -> bool {
    matches!(digits, [1, 8..=9, ..] | [2, 0, ..])
}

/// The number of two digits.
fn two(digits: &[u32], place: usize) -> u32 {
    digits[place] * 10 + digits[place + 1]
}

/// Whether six or eight digits are a day that exists, sixty perhaps added to it.
fn is_day_of_birth(digits: &[u32]) -> bool {
    let exists = |year: u32, month: u32, day: u32| {
        let day = if day > 60 { day - 60 } else { day };
        NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_some()
    };
    match digits.len() {
        6 => [1800, 1900, 2000]
            .iter()
            .any(|century| exists(century + two(digits, 0), two(digits, 2), two(digits, 4))),
        8 => {
            is_year(digits)
                && exists(
                    two(digits, 0) * 100 + two(digits, 2),
                    two(digits, 4),
                    two(digits, 6),
                )
        }
        _ => false,
    }
}

/// The Luhn sum of all ten digits ends in zero.
fn check_digit_holds(digits: &[u32]) -> bool {
    let products = digits.iter().zip([2, 1].into_iter().cycle());
    let products = products.map(|(digit, factor)| digit * factor);
    let sum: u32 = products.map(|product| product / 10 + product % 10).sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
#[path = "identity_number_tests.rs"]
mod tests;
