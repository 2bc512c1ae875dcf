//! What people type, each way it may lie, over turns of the year and on every weekday.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;

use super::{BadDay, Tense, TypedDay, day_in_table};
use Tense::{Any, Future, Past};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn typed(text: &str, tense: Tense, today: &str) -> String {
    let typed = TypedDay::parse(text, tense);
    typed.map_or_else(
        |bad| bad.message().id().to_owned(),
        |typed| typed.on(day(today)).to_string(),
    )
}

#[test]
fn a_day_that_says_all_is_itself_whatever_is_asked() {
    for (text, meant) in [
        ("2026-12-01", "2026-12-01"),
        ("2026\u{2011}12\u{2011}01", "2026-12-01"),
        ("2026-12-01 00:00:00", "2026-12-01"),
        ("0026-12-01", "0026-12-01"),
        ("20261201", "2026-12-01"),
        ("261115", "2026-11-15"),
        ("1/12-26", "2026-12-01"),
        ("1/12 2027", "2027-12-01"),
        ("15.11.2026", "2026-11-15"),
        ("1 januari 2028", "2028-01-01"),
        ("1 dec 26", "2026-12-01"),
        ("ons 2 dec 2026", "2026-12-02"),
        ("Wed 2 Dec 2026", "2026-12-02"),
        ("v 50 2026", "usage-differs"),
        ("idag", "2026-11-21"),
        ("i dag", "2026-11-21"),
        ("i går", "2026-11-20"),
        ("igår", "2026-11-20"),
        ("IGAR", "2026-11-20"),
        ("yesterday", "2026-11-20"),
        ("i förrgår", "2026-11-19"),
        ("i övermorgon", "2026-11-23"),
        ("om två veckor", "2026-12-05"),
        ("om 3 dagar", "2026-11-24"),
        ("om 3 månader", "2027-02-21"),
        ("om 2 v", "2026-12-05"),
        ("in two weeks", "2026-12-05"),
        ("in 10 days", "2026-12-01"),
        ("för en vecka sedan", "2026-11-14"),
        ("2 days ago", "2026-11-19"),
    ] {
        for tense in [Past, Any, Future] {
            let meant = match (meant, tense) {
                ("usage-differs", Future) => "2026-12-11",
                ("usage-differs", _) => "2026-12-07",
                (meant, _) => meant,
            };
            assert_eq!(typed(text, tense, "2026-11-21"), meant, "{text} {tense:?}");
        }
    }
}

#[test]
fn a_day_without_a_year_lies_the_way_it_is_asked_for() {
    for (text, today, past, any, future) in [
        (
            "1/2",
            "2026-11-28",
            "2026-02-01",
            "2027-02-01",
            "2027-02-01",
        ),
        (
            "1/12",
            "2026-11-28",
            "2025-12-01",
            "2026-12-01",
            "2026-12-01",
        ),
        (
            "15.11",
            "2026-11-28",
            "2026-11-15",
            "2026-11-15",
            "2027-11-15",
        ),
        (
            "15.11.",
            "2026-11-28",
            "2026-11-15",
            "2026-11-15",
            "2027-11-15",
        ),
        (
            "28/11",
            "2026-11-28",
            "2026-11-28",
            "2026-11-28",
            "2026-11-28",
        ),
        (
            "30 dec",
            "2027-01-03",
            "2026-12-30",
            "2026-12-30",
            "2027-12-30",
        ),
        (
            "den 1:a januari",
            "2026-12-30",
            "2026-01-01",
            "2027-01-01",
            "2027-01-01",
        ),
        (
            "9 december",
            "2026-11-28",
            "2025-12-09",
            "2026-12-09",
            "2026-12-09",
        ),
        (
            "Dec 1",
            "2026-11-28",
            "2025-12-01",
            "2026-12-01",
            "2026-12-01",
        ),
        (
            "1st sept.",
            "2026-11-28",
            "2026-09-01",
            "2026-09-01",
            "2027-09-01",
        ),
        (
            "29/2",
            "2026-11-28",
            "2024-02-29",
            "2028-02-29",
            "2028-02-29",
        ),
        // A week: its Monday, its Friday where something is due or booked.
        (
            "v 50",
            "2026-11-28",
            "2025-12-08",
            "2026-12-07",
            "2026-12-11",
        ),
        (
            "v.50",
            "2026-11-28",
            "2025-12-08",
            "2026-12-07",
            "2026-12-11",
        ),
        (
            "vecka 48",
            "2026-11-25",
            "2026-11-23",
            "2026-11-23",
            "2026-11-27",
        ),
        (
            "v48",
            "2026-11-29",
            "2026-11-23",
            "2026-11-23",
            "2026-11-27",
        ),
        (
            "week 2",
            "2026-12-30",
            "2026-01-05",
            "2027-01-11",
            "2027-01-15",
        ),
        (
            "v 1",
            "2025-12-30",
            "2025-12-29",
            "2025-12-29",
            "2026-01-02",
        ),
        (
            "v 53",
            "2026-11-28",
            "2020-12-28",
            "2026-12-28",
            "2027-01-01",
        ),
        (
            "v 53",
            "2027-01-02",
            "2026-12-28",
            "2026-12-28",
            "2027-01-01",
        ),
    ] {
        for (tense, meant) in [(Past, past), (Any, any), (Future, future)] {
            assert_eq!(typed(text, tense, today), meant, "{text} {today} {tense:?}");
        }
    }
    assert_eq!(typed("2026-W50", Past, "2020-01-01"), "2026-12-07");
    assert_eq!(typed("v 50 2027", Future, "2026-11-28"), "2027-12-17");
}

#[test]
fn weekday_words_on_each_weekday() {
    let words = [
        "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
    ];
    let english = ["mon", "tuesday", "wed", "thu", "friday", "sat", "sunday"];
    for today in day("2026-12-28").iter_days().take(7) {
        for (place, (word, english)) in words.iter().zip(english).enumerate() {
            let on = |text: &str, tense| TypedDay::parse(text, tense).unwrap().on(today);
            let ahead = on(word, Future);
            assert_eq!(ahead.weekday().num_days_from_monday() as usize, place);
            assert!(
                (1..=7).contains(&(ahead - today).num_days()),
                "{word} {today}"
            );
            let done = on(word, Past);
            assert!(
                (0..7).contains(&(today - done).num_days()),
                "{word} {today}"
            );
            let last = on(&format!("förra {word}en"), Future);
            assert!(
                (1..=7).contains(&(today - last).num_days()),
                "{word} {today}"
            );
            assert_eq!(done.weekday(), ahead.weekday());
            for (text, same) in [
                (format!("i {word}s"), last),
                (format!("last {english}"), last),
                (format!("nästa {word}"), ahead),
                (format!("på {word}"), ahead),
                (format!("next {english}"), ahead),
                (english.to_owned(), ahead),
            ] {
                assert_eq!(on(&text, Any), same, "{text} {today}");
            }
            assert_eq!(on(english, Past), done);
        }
    }
    assert_eq!(typed("nästa måndag", Past, "2026-11-28"), "2026-11-30");
}

#[test]
fn what_is_no_day_is_told_from_a_day_that_is_not_there() {
    for text in [
        "",
        "-",
        "vet inte",
        "om ett tag",
        "12",
        "1/2/3/4",
        "99999999999/1",
        "om 0 dagar",
        "månad",
        "nästa sonson",
        "1 marknad",
        "må",
        "2 ma",
        "v",
        "1-12",
        "om 3 skoldagar",
        "fre 27 nov",
        "+1/2",
        "1/12 126",
    ] {
        assert_eq!(typed(text, Any, "2026-11-21"), "usage-not-a-day", "{text}");
    }
    for text in [
        "31/2",
        "30/2",
        "2026-02-30",
        "32 dec",
        "2026-13-01",
        "0/0",
        "v 54",
        "v 0",
        "v 53 2027",
        "29/2 2027",
        "tors 2 dec 2026",
        "20261301",
    ] {
        assert_eq!(
            typed(text, Any, "2026-11-21"),
            "usage-no-such-day",
            "{text}"
        );
    }
}

#[test]
fn a_table_takes_a_day_in_one_way_only() {
    for text in [
        "2026-12-02",
        "20261202",
        "2026-12-02 00:00:00",
        " 2026-12-02 00:00",
    ] {
        assert_eq!(day_in_table(text), Ok(day("2026-12-02")), "{text}");
    }
    let given = |text: &str| text.to_owned();
    for (text, bad) in [
        (
            "46358",
            BadDay::ExcelNumber(given("46358"), day("2026-12-02")),
        ),
        (
            "02/11/2026",
            BadDay::EitherOrder {
                given: given("02/11/2026"),
                one: day("2026-11-02"),
                other: day("2026-02-11"),
            },
        ),
        (
            "15/11/2026",
            BadDay::NotForPrograms(given("15/11/2026"), day("2026-11-15")),
        ),
        (
            "2026/11/02",
            BadDay::NotForPrograms(given("2026/11/02"), day("2026-11-02")),
        ),
        (
            "261202",
            BadDay::NotForPrograms(given("261202"), day("2026-12-02")),
        ),
        (
            "2026-12-02 14:30",
            BadDay::NotForPrograms(given("2026-12-02 14:30"), day("2026-12-02")),
        ),
        ("31/2/2026", BadDay::NoSuchDay(given("31/2/2026"))),
        ("1/12", BadDay::Unreadable(given("1/12"))),
        ("i går", BadDay::Unreadable(given("i går"))),
        ("v 50", BadDay::Unreadable(given("v 50"))),
    ] {
        assert_eq!(day_in_table(text), Err(bad), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in ".{0,40}") {
        for tense in [Past, Any, Future] {
            let _ = TypedDay::parse(&text, tense).map(|typed| typed.on(day("2026-11-21")));
        }
        let _ = day_in_table(&text);
    }

    #[test]
    fn a_day_without_a_year_is_never_on_the_wrong_side(today in 0i64..20_000, month in 1u32..=12, number in 1u32..=31) {
        let today = day("2000-01-01") + chrono::TimeDelta::days(today);
        let text = format!("{number}/{month}");
        if let Ok(past) = TypedDay::parse(&text, Past) {
            prop_assert!(past.on(today) <= today);
            let future = TypedDay::parse(&text, Future).unwrap().on(today);
            prop_assert!(future >= today);
            let near = TypedDay::parse(&text, Any).unwrap().on(today);
            prop_assert!(near == past.on(today) || near == future);
        }
    }
}
