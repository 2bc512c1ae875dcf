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
    digits: Vec<u8>,
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
    any_number(reference, |_| true) || FORMS.iter().any(of_form)
}

fn any_number(text: &str, is_valid: fn(&[u8]) -> bool) -> bool {
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
            let digits: Vec<u8> = window
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
fn digit(sign: char) -> Option<u8> {
    if sign.is_ascii() {
        return sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
    }
    // Where the ten of a row follow each other, from zero.
    const ZEROS: [u32; 66] = [
        0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6,
        0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
        0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0x2070, 0x2080, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0,
        0xAA50, 0xABF0, 0xFF10, 0x104A0, 0x10D30, 0x11066, 0x110F0, 0x11136, 0x111D0, 0x112F0,
        0x11450, 0x114D0, 0x11650, 0x116C0, 0x11730, 0x118E0, 0x11950, 0x11C50, 0x11D50, 0x11DA0,
        0x11F50, 0x16A60, 0x16AC0, 0x16B50, 0x1E140, 0x1E2F0, 0x1E4F0, 0x1E950, 0x1F101, 0x1FBF0,
        0x10D40,
    ];
    // Where nine do, from one.
    const ONES: [u32; 8] = [
        0x2460, 0x2474, 0x2488, 0x24F5, 0x2776, 0x2780, 0x278A, 0x1369,
    ];
    let from = |rows: &[u32], first: u32| {
        let mut rows = rows.iter();
        let place = rows.find_map(|row| {
            u32::from(sign)
                .checked_sub(*row)
                .filter(|at| at + first < 10)
        });
        place.map(|at| at + first)
    };
    let value = match u32::from(sign) {
        0x24EA | 0x24FF | 0x1F100 | 0x1F10B | 0x1F10C => 0,
        0xB9 => 1,
        0xB2 => 2,
        0xB3 => 3,
        sign @ 0x1D7CE..=0x1D7FF => (sign - 0x1D7CE) % 10, // mathematical ones, five alphabets in a row
        _ => from(&ZEROS, 0).or_else(|| from(&ONES, 1))?,
    };
    u8::try_from(value).ok()
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
fn is_grouped_so(window: &[Group], digits: &[u8], next: Option<&Group>) -> bool {
    let lengths: Vec<usize> = window.iter().map(|group| group.digits.len()).collect();
    let sign = |place: usize| {
        let group = window.get(place);
        group.map(|group| group.between.split_whitespace().collect::<String>())
    };
    let is_alike = sign(1) == sign(2);
    let begins_with_zero = digits[0] == 0;
    let last_sign = sign(window.len() - 1);
    let is_spaced = last_sign.as_deref() == Some("");
    let after_a_dash = matches!(sign(1).as_deref(), Some("-" | "+"));
    let (hour, minute) = (
        &digits[digits.len() - 4..digits.len() - 2],
        &digits[digits.len() - 2..],
    );
    let is_time = hour <= &[2, 4][..] && minute <= &[5, 9][..];
    // So are days of a month: `2026-12-01 28-30`.
    let is_range = hour <= &[3, 1][..] && minute <= &[5, 9][..];
    // A date and `2 345 kr`.
    let is_amount = lengths.ends_with(&[1, 3])
        && is_spaced
        && sign(window.len() - 2).is_some_and(|sign| sign.is_empty());
    let is_split = |day: usize| digits.len() == day + 4 && !is_amount;
    let is_grouped = match lengths[..] {
        [10] => !digits.starts_with(&[0, 7]),
        [12] | [6, 4] | [8, 4] | [6, 3, 1] | [8, 3, 1] | [4, 4, 4] | [2, 6, 4] | [6, 2, 4] => true,
        [2, 2, 2, 4] | [4, 2, 2, 4] | [2, 2, 2, 2, 4] | [2, 2, 2, 3, 1] | [4, 2, 2, 3, 1] => {
            is_alike
        }
        // Area codes begin with a zero; a year and a month stand before many a number.
        [3, 3, 4] | [2, 4, 4] => !begins_with_zero,
        [4, 2, 4] | [4, 6] => !begins_with_zero && !is_year(digits),
        [2, 2, 6] | [4, 2, 6] => !begins_with_zero && is_alike,
        [6, 2, 2] => after_a_dash || (!begins_with_zero && (is_spaced || !is_time)),
        [8, 2, 2] => after_a_dash || !is_time,
        [2, 2, 2, 2, 2] => !begins_with_zero && (is_spaced || (is_alike && !is_time)),
        [4, 2, 2, 2, 2] => !is_range && (is_spaced || last_sign == sign(1)),
        // The last four in parts, whatever parts.
        [day @ (6 | 8), _, _, ..] => is_split(day),
        [4, 2, 2, _, _, ..] => is_alike && is_split(8) && last_sign.as_deref() != Some("/"),
        [2, 2, 2, _, _, ..] => is_alike && is_split(6) && !begins_with_zero,
        // Two days, a day and an hour.
        [6, 6] => !is_day_of_birth(&digits[6..]),
        [8, 2] => !begins_with_zero && !is_day_of_birth(&digits[..8]),
        [3..=11, _] => !begins_with_zero,
        _ => lengths.iter().all(|length| *length == 1) && !digits.starts_with(&[0, 7]),
    };
    let has_country = window[0].has_country && !matches!(lengths[0], 6 | 8);
    let last = window
        .last()
        .map(|group| &group.digits[..])
        .unwrap_or_default();
    is_grouped && !has_country && !(last.len() == 4 && begins_another(last, next))
}

/// Whether four digits are the beginning of a date, a reference or a telephone number that goes on.
fn begins_another(digits: &[u8], next: Option<&Group>) -> bool {
    let goes_on = |next: &Group| {
        let is_day = matches!(next.digits.len(), 6 | 8) && digits[0] != 0;
        matches!(next.between.as_str(), "-" | "/" | "." | ":") && !is_day
    };
    (is_year(digits) || digits[0] == 0) && next.is_some_and(goes_on)
}

fn is_year(digits: &[u8]) -> bool {
    matches!(digits, [1, 8..=9, ..] | [2, 0, ..])
}

/// Whether six or eight digits are a day that exists, sixty perhaps added to it.
fn is_day_of_birth(digits: &[u8]) -> bool {
    let two = |place: usize| u32::from(digits[place]) * 10 + u32::from(digits[place + 1]);
    let exists = |year: u32, month: u32, day: u32| {
        let day = if day > 60 { day - 60 } else { day };
        i32::try_from(year).is_ok_and(|year| NaiveDate::from_ymd_opt(year, month, day).is_some())
    };
    match digits.len() {
        6 => [18, 19, 20]
            .iter()
            .any(|century| exists(century * 100 + two(0), two(2), two(4))),
        8 => is_year(digits) && exists(two(0) * 100 + two(2), two(4), two(6)),
        _ => false,
    }
}

/// The Luhn sum of all ten digits ends in zero.
fn check_digit_holds(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, factor)| u32::from(*digit) * factor)
        .map(|product| product / 10 + product % 10)
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
#[path = "identity_number_tests.rs"]
mod tests;
