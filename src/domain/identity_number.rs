//! Recognises personnummer and samordningsnummer in texts, so that they can be refused: sisam has no place for them.
//!
//! A number is six or eight digits for the day of birth, perhaps a sign, and four more, the last a check digit
//! (folkbokföringslagen (1991:481) 18 §; in a samordningsnummer sixty is added to the day).

use chrono::NaiveDate;

/// Whether a text holds a valid personnummer or samordningsnummer, in any of the ways they are written.
pub fn holds_identity_number(text: &str) -> bool {
    let signs: Vec<char> = text.chars().collect();
    (0..signs.len()).any(|start| begins_number(&signs, start) && is_number_at(&signs, start))
}

fn begins_number(signs: &[char], start: usize) -> bool {
    let follows_digit = start > 0 && signs.get(start - 1).is_some_and(char::is_ascii_digit);
    !follows_digit && signs.get(start).is_some_and(char::is_ascii_digit)
}

fn is_number_at(signs: &[char], start: usize) -> bool {
    let mut digits = digits_from(signs, start);
    if matches!(digits.len(), 6 | 8) {
        let after = start + digits.len();
        let is_divider = |sign: &char| matches!(sign, '-' | '+' | '–' | '−' | ' ' | '\u{a0}');
        if !signs.get(after).is_some_and(is_divider) {
            return false;
        }
        let serial = digits_from(signs, after + 1);
        if serial.len() != 4 {
            return false;
        }
        digits.extend(serial);
    }
    match digits.len() {
        10 => [1800, 1900, 2000]
            .iter()
            .any(|century| is_valid(*century, &digits)),
        12 => match digits.split_at(2) {
            ([thousands, hundreds], rest) => {
                let century = i32::from(thousands * 10 + hundreds) * 100;
                (1800..=2000).contains(&century) && is_valid(century, rest)
            }
            _ => false,
        },
        _ => false,
    }
}

/// The digits that follow each other from a place on.
fn digits_from(signs: &[char], start: usize) -> Vec<u8> {
    let rest = signs.get(start..).unwrap_or_default().iter();
    rest.map_while(|sign| sign.to_digit(10))
        .filter_map(|digit| u8::try_from(digit).ok())
        .collect()
}

/// Whether ten digits are a day that exists in that century, three more and the check digit they call for.
fn is_valid(century: i32, digits: &[u8]) -> bool {
    let [y1, y2, m1, m2, d1, d2, ..] = *digits else {
        return false;
    };
    let two = |tens: u8, ones: u8| u32::from(tens) * 10 + u32::from(ones);
    let day = match two(d1, d2) {
        coordination @ 61..=91 => coordination - 60,
        day => day,
    };
    let year = century + i32::from(y1 * 10 + y2);
    NaiveDate::from_ymd_opt(year, two(m1, m2), day).is_some() && check_digit_holds(digits)
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
mod tests {
    use super::holds_identity_number;

    /// Numbers that the tax agency uses as examples; nobody has them.
    #[test]
    fn every_way_of_writing_one_is_recognised() {
        for text in [
            "121212-1212",
            "121212+1212",
            "1212121212",
            "191212121212",
            "19121212-1212",
            "19121212 1212",
            "mamma till 121212–1212, ringde",
            "701063-2391",
            "(19701063-2391)",
        ] {
            assert!(holds_identity_number(text), "{text}");
        }
    }

    #[test]
    fn other_numbers_pass() {
        for text in [
            "",
            "2026-014",
            "2026-12-01",
            "121212-1213",
            "121312-1212",
            "08-123 45 67",
            "070-123 45 67",
            "0121212-1212",
            "121212-12123",
            "dnr 2026/1234",
            "1/12 2026",
            "991301-0000",
            "SoL (2025:400)",
        ] {
            assert!(!holds_identity_number(text), "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".{0,60}") {
            holds_identity_number(&text);
        }
    }
}
