//! The days off of 1990–2100 by the law's own words (lag 1989:253, and 1930:173 2 § for the eves), stated here anew:
//! Easter from the Church's table of full moons, everything else by looking for the weekday that the law names.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use sisam::domain::calendar::{DayOff, day_off, is_working_day, roll};
use sisam::domain::due_rule::Roll;

const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// The paschal full moon by golden number, 1 to 19, in the years 1900–2199: month and day.
const FULL_MOONS: [(u32, u32); 19] = [
    (4, 14),
    (4, 3),
    (3, 23),
    (4, 11),
    (3, 31),
    (4, 18),
    (4, 8),
    (3, 28),
    (4, 16),
    (4, 5),
    (3, 25),
    (4, 13),
    (4, 2),
    (3, 22),
    (4, 10),
    (3, 30),
    (4, 17),
    (4, 7),
    (3, 27),
];

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// The `count`th such weekday after a day.
fn nth_after(day: NaiveDate, count: usize, weekday: Weekday) -> NaiveDate {
    let mut days = day.iter_days().skip(1).filter(|d| d.weekday() == weekday);
    days.nth(count - 1).unwrap()
}

/// The Saturday of the seven days that begin here.
fn saturday_from(first: NaiveDate) -> NaiveDate {
    let mut week = first.iter_days().take(7);
    week.find(|day| day.weekday() == Weekday::Sat).unwrap()
}

/// The first Sunday after the full moon.
fn easter(year: i32) -> NaiveDate {
    let (month, day) = FULL_MOONS[usize::try_from(year % 19).unwrap()];
    nth_after(date(year, month, day), 1, Weekday::Sun)
}

/// Every holiday and eve of a year.
fn named_days(year: i32) -> BTreeMap<NaiveDate, DayOff> {
    let easter = easter(year);
    let midsummer = saturday_from(date(year, 6, 20));
    let mut days = BTreeMap::from([
        (date(year, 1, 1), DayOff::NewYearsDay),
        (date(year, 1, 6), DayOff::Epiphany),
        (date(year, 5, 1), DayOff::MayDay),
        (date(year, 12, 25), DayOff::ChristmasDay),
        (date(year, 12, 26), DayOff::BoxingDay),
        (date(year, 12, 24), DayOff::ChristmasEve),
        (date(year, 12, 31), DayOff::NewYearsEve),
        (easter, DayOff::EasterDay),
        (midsummer, DayOff::MidsummerDay),
        (midsummer - Days::new(1), DayOff::MidsummerEve),
        (saturday_from(date(year, 10, 31)), DayOff::AllSaintsDay),
    ]);
    let good_friday = easter.iter_days().rev().nth(2).unwrap();
    assert_eq!(good_friday.weekday(), Weekday::Fri);
    let whit_sunday = nth_after(easter, 7, Weekday::Sun);
    // Ascension may fall on the first of May, as in 2008; either name will do for the day off it is.
    days.entry(nth_after(easter, 6, Weekday::Thu))
        .or_insert(DayOff::AscensionDay);
    days.insert(good_friday, DayOff::GoodFriday);
    days.insert(nth_after(easter, 1, Weekday::Mon), DayOff::EasterMonday);
    days.insert(whit_sunday, DayOff::WhitSunday);
    if year < 2005 {
        days.insert(nth_after(whit_sunday, 1, Weekday::Mon), DayOff::WhitMonday);
    } else {
        days.insert(date(year, 6, 6), DayOff::NationalDay);
    }
    days
}

fn all_days() -> impl Iterator<Item = NaiveDate> {
    let last = date(*YEARS.end(), 12, 31);
    date(*YEARS.start(), 1, 1)
        .iter_days()
        .take_while(move |day| *day <= last)
}

#[test]
fn every_day_1990_to_2100_is_off_exactly_when_the_law_says() {
    let named: BTreeMap<_, _> = YEARS.flat_map(named_days).collect();
    let mut checked = 0;
    for day in all_days() {
        let weekend = match day.weekday() {
            Weekday::Sat => Some(DayOff::Saturday),
            Weekday::Sun => Some(DayOff::Sunday),
            _ => None,
        };
        let expected = named.get(&day).copied().or(weekend);
        let found = day_off(day);
        assert_eq!(found.is_some(), expected.is_some(), "{day}: {found:?}");
        assert_eq!(is_working_day(day), expected.is_none(), "{day}");
        // Two holidays may share a day: Whit Sunday and the national day in 2022 and after.
        let shared = [
            DayOff::NationalDay,
            DayOff::WhitSunday,
            DayOff::MayDay,
            DayOff::AscensionDay,
        ];
        let is_shared =
            |day_off: Option<DayOff>| day_off.is_some_and(|day_off| shared.contains(&day_off));
        if !(is_shared(found) && is_shared(expected)) {
            assert_eq!(found, expected, "{day}");
        }
        checked += 1;
    }
    assert_eq!(checked, 40_542);
}

#[test]
fn in_2005_the_national_day_took_the_place_of_whit_monday() {
    for year in YEARS {
        let whit_monday = nth_after(easter(year), 7, Weekday::Sun) + Days::new(1);
        let national_day = date(year, 6, 6);
        let is_weekend = matches!(national_day.weekday(), Weekday::Sat | Weekday::Sun);
        if whit_monday == national_day {
            assert!(!is_working_day(national_day), "{year}");
            continue;
        }
        assert_eq!(is_working_day(whit_monday), year >= 2005, "{year}");
        let is_whit_sunday = whit_monday - Days::new(1) == national_day;
        let is_off = year >= 2005 || is_weekend || is_whit_sunday;
        assert_eq!(is_working_day(national_day), !is_off, "{year}");
    }
}

#[test]
fn from_every_day_a_roll_goes_to_the_nearest_working_day_and_names_all_it_passes() {
    for day in all_days() {
        let works = |day: &NaiveDate| day_off(*day).is_none();
        let next = day.iter_days().find(works).unwrap();
        let previous = day.iter_days().rev().find(works).unwrap();
        for (how, date) in [
            (Roll::None, day),
            (Roll::Next, next),
            (Roll::Statutory, next),
            (Roll::Previous, previous),
        ] {
            let rolled = roll(day, how);
            assert_eq!(rolled.date, date, "{day} {how:?}");
            let passed = (date - day).num_days().unsigned_abs();
            assert_eq!(rolled.past.len() as u64, passed, "{day} {how:?}");
            assert!(
                rolled
                    .past
                    .iter()
                    .all(|(day, why)| day_off(*day) == Some(*why))
            );
        }
    }
}
