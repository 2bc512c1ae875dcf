use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{holds_identity_number, resembles_identity_number};

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

/// The day and the last four of numbers that the tax agency uses, or that the check digit makes valid.
const NUMBERS: [([&str; 4], &str); 3] = [
    (["20", "12", "03", "15"], "2382"),
    (["19", "12", "12", "12"], "1212"),
    (["19", "70", "10", "63"], "2391"),
];

#[test]
fn whatever_signs_stand_between_the_digits_it_is_recognised() {
    for ([century, year, month, day], last) in NUMBERS {
        for sign in [
            "-", " ", "\t", ".", "/", "\n", "\r\n", "\u{2011}", "\u{2013}", "\u{2212}", "\u{a0}",
            "\u{202f}", "_", " - ", "\\", "\u{ff0f}", "\u{b7}", "  ",
        ] {
            for text in [
                format!("{century}{year}{sign}{month}{sign}{day}{sign}{last}"),
                format!("{century}{year}-{month}-{day}{sign}{last}"),
                format!("{year}{month}{day}{sign}{last}"),
                format!("{century}{year}{month}{day}{sign}{last}"),
                format!("{year}{sign}{month}{sign}{day}{sign}{last}"),
                format!("{century}{sign}{year}{sign}{month}{sign}{day}{sign}{last}"),
            ] {
                assert!(holds_identity_number(&text), "{text:?}");
                assert!(
                    holds_identity_number(&format!("pnr{text}x")),
                    "{text:?} among letters"
                );
                assert!(
                    holds_identity_number(&format!("den 1/12 ({text}) kl 10")),
                    "{text:?} among others"
                );
            }
        }
        for sign in [",", ":", "(", ";", ": ", "=", "'", ", ", " ("] {
            let text = format!("{year}{month}{day}{sign}{last}");
            assert!(holds_identity_number(&text), "{text:?}");
            let text = format!("{century}{year}-{month}-{day}{sign}{last}");
            assert!(holds_identity_number(&text), "{text:?}");
        }
    }
    for text in [
        "1 2 0 3 1 5 2 3 8 2",
        "120 315 2382",
        "120315 23 82",
        "120315-238-2",
        "1203 15-2382",
        "2012-03-152382",
        "12-03-152382",
        "2012-03-15\u{200b}2382",
        "12-03-15\u{feff}2382",
    ] {
        assert!(holds_identity_number(text), "{text}");
    }
}

#[test]
fn the_last_four_in_parts_and_a_number_cut_anywhere_are_recognised() {
    for text in [
        "20120315-23-82",
        "120315-23-82",
        "19121212-12-12",
        "20120315/2-3-8-2",
        "120315.2-382",
        "120315-2 382",
        "20120315 2 3 8 2",
        "120315-2 3 8 2",
        "120315 23 8 2",
        "120315 2 38 2",
        "2012-03-15-23-82",
        "2012-03-15 2 3 8 2",
        "12-03-15-23-82",
        "12-03-15 2 38 2",
        "201203 152382",
        "2012031523 82",
        "2012031-52382",
        "2012-03152382",
        "1203152-382",
        "12031 52382",
        "1203 152382",
        "701063-23-91",
    ] {
        assert!(holds_identity_number(text), "{text}");
        let text = format!("den 1/12 ({text}) kl 10");
        assert!(holds_identity_number(&text), "{text}");
    }
}

#[test]
fn dates_with_other_numbers_behind_them_pass() {
    for text in [
        "20120315 10:30",
        "20120315 10-11",
        "2012-03-15 2 382 kr",
        "20120315 2 382 kr",
        "2026-12-01 28-30",
        "2026-12-01 25/12",
        "201201-201215",
        "070123 45 67",
        "0701234 567",
        "kl 20 0701234567",
        "2012-031523",
    ] {
        assert!(!holds_identity_number(text), "{text}");
    }
}

#[test]
fn digits_of_other_scripts_are_digits() {
    let in_script = |zero: u32| -> String {
        let digits = "1203152382".chars().filter_map(|c| c.to_digit(10));
        digits
            .filter_map(|digit| char::from_u32(zero + digit))
            .collect()
    };
    for zero in [0xFF10, 0x660, 0x6F0, 0x966, 0x1D7CE, 0x1D7F6] {
        assert!(holds_identity_number(&in_script(zero)), "{zero:x}");
    }
}

#[test]
fn telephones_dates_and_references_beside_each_other_pass() {
    for text in [
        "2026-12-01 2026-12-15",
        "2026-12-01--2026-12-15",
        "2026-12-01 10:30",
        "2026-12-01 10.30",
        "2026-12-01 2026-014",
        "10/11 12/11 2026",
        "1 203 152 382 kr",
        "556036-0793",
        "OCR 12031523821203152382",
        "+46 11 12 34 56",
        "tel +4611123456",
        "lag (1991:481) 18 §, 2001:1109",
    ] {
        assert!(!holds_identity_number(text), "{text}");
    }
}

#[test]
fn references_that_are_nearly_one_are_seen() {
    for text in [
        "19800101-T123",
        "800101T123",
        "20030101-TF12",
        "121212-1213",
        "2012-03-15-2383",
        "barn-120315-A123",
        "20120315a2382",
        "120315-x-2382",
    ] {
        assert!(resembles_identity_number(text), "{text}");
    }
    for text in [
        "2026-014",
        "2026-12-01",
        "BUP-2026-0123",
        "T-123",
        "20261201",
        "2026-0115-A12",
        "SN.2026.004",
    ] {
        assert!(!resembles_identity_number(text), "{text}");
    }
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..60_000).prop_map(|days| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(days))
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,60}") {
        holds_identity_number(&text);
        resembles_identity_number(&text);
    }

    #[test]
    fn no_digits_and_signs_make_it_panic(text in "[0-9+ .:a-]{0,40}") {
        holds_identity_number(&text);
        resembles_identity_number(&text);
    }

    #[test]
    fn dates_and_times_pass(one in day(), two in day(), hour in 0..24, minute in 0..60) {
        for text in [
            format!("{one} {two}"),
            format!("{one} – {two}"),
            format!("{one}--{two}"),
            format!("{one}/{two}"),
            format!("{one}, {two}"),
            format!("{one}\n{two}"),
            format!("{one} {hour:02}:{minute:02}"),
            format!("{one} {hour:02}.{minute:02}"),
            format!("{one} kl. {hour:02}.{minute:02}"),
            format!("{one}T{hour:02}:{minute:02}:00Z"),
            format!("{} {}", one.format("%-d/%-m %Y"), two.format("%-d/%-m %Y")),
            format!("{} {}", one.format("%-d/%-m"), two.format("%-d/%-m %Y")),
            format!("{}-{}", one.format("%Y%m%d"), two.format("%Y%m%d")),
            format!("{}", one.format("%y%m%d")),
        ] {
            prop_assert!(!holds_identity_number(&text), "{}", text);
        }
    }

    #[test]
    fn telephone_numbers_pass(digits in "[0-9]{8}", day in day()) {
        let (two, three) = (&digits[..2], &digits[..3]);
        let (a, b, c) = (&digits[3..5], &digits[5..7], &digits[..7]);
        for text in [
            format!("07{digits}"),
            format!("+467{digits}"),
            format!("00467{digits}"),
            format!("07{}-{three} {a} {b}", &digits[7..]),
            format!("07{} {three} {a} {b}", &digits[7..]),
            format!("07{}-{c}", &digits[7..]),
            format!("07{} {c}", &digits[7..]),
            format!("+46 7{} {three} {a} {b}", &digits[7..]),
            format!("+46 (0)7{}-{three} {a} {b}", &digits[7..]),
            format!("08-{three} {} {}", &digits[..3], &digits[6..]),
            format!("08-{two} {a} {b} {}", &digits[6..]),
            format!("0{two}-{three} {a} {b}"),
            format!("0{three}-{a} {b} {two}"),
            format!("0{three} {a} {b} {two}"),
            format!("0{three}-{a}{b}{two}"),
            format!("+46 {two} {a} {b} {}", &digits[6..]),
        ] {
            prop_assert!(!holds_identity_number(&text), "{}", text);
            prop_assert!(!holds_identity_number(&format!("{day} ring {text}, {text}")), "{}", text);
            prop_assert!(!holds_identity_number(&format!("ring {text}\n{day} 10:30")), "{}", text);
        }
    }

    #[test]
    fn references_pass(year in 1990..2040, one in 0_u32..100_000, two in 0_u32..100_000, day in day()) {
        for text in [
            format!("{year}-{:03}", one % 1000),
            format!("{year}-{one:03} {year}-{two:03}"),
            format!("{year}-{one:03}, {day}"),
            format!("{day} {year}-{:03}", one % 1000),
            format!("dnr {year}/{one}"),
            format!("SN {year}-{one:05}"),
            format!("lag ({year}:{one}) {} §", two % 100),
            format!("SOSFS {year}:{}, {year}:{}", one % 2000, two % 2000),
        ] {
            prop_assert!(!holds_identity_number(&text), "{}", text);
        }
    }
}

/// Its digits with a sign after so many of them, here and there.
fn cut(digits: &str, places: &[usize], sign: &str) -> String {
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if places.contains(&place) {
            text.push_str(sign);
        }
        text.push(digit);
    }
    text
}

#[test]
fn a_day_cut_after_any_digit_is_recognised() {
    for digits in ["1212121212", "197010632391", "7010632391", "201203152382"] {
        let day = digits.len() - 4;
        for sign in [
            "-", " ", "\u{a0}", "\u{202f}", "\n", "\r\n", "\t", "\u{2011}", " - ",
        ] {
            for first in 1..day {
                for places in [vec![first], vec![first, day]] {
                    let text = cut(digits, &places, sign);
                    assert!(holds_identity_number(&text), "{text:?}");
                }
                let text = format!("{}-{}", cut(&digits[..day], &[first], sign), &digits[day..]);
                assert!(holds_identity_number(&text), "{text:?}");
            }
        }
    }
    for text in [
        "1 2 1212-1212",
        "121 21 2 1212",
        "19 1 21212-1212",
        "0 50315-2381",
        "05 0315-2381",
        "barn 1 21212-1212, se ovan",
    ] {
        assert!(holds_identity_number(text), "{text}");
    }
}

#[test]
fn days_telephones_and_cases_cut_alike_pass() {
    for text in [
        "11/12-1/2 2027",
        "1-12/12 2026 1212",
        "v 1-12 2026 1212",
        "2012-1-2 1212",
        "2012 12 01 1030",
        "12 12 2012 1212",
        "2026-1 2026-12 2026-121",
        "2012-121-2121",
        "1 2026-12-12",
        "12 20121212",
        "+46 (0)50315-2381",
        "(0)50315 2381",
        "+46 8 1212 1212",
        "08-1234 5678",
        "0 50 315 23 81",
        "070 121 2121",
        "1 212 121 212 kr",
        "10 000-12 000",
        "kl 12 12, 12 12",
    ] {
        assert!(!holds_identity_number(text), "{text}");
    }
}
