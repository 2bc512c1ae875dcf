//! Series and rolling against reckoning of our own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use proptest::prelude::*;

use sisam::domain::calendar::roll;
use sisam::domain::due_rule::Roll;
use sisam::domain::event::RoundDates;
use sisam::domain::plan::Row;
use sisam::domain::rehearsal::{Scenario, rehearse};
use sisam::domain::routine_test::{Happened, RoundName};
use sisam::routine_file::load;

use super::config;

/// Holidays and eves by an independent program.
static LISTED: LazyLock<BTreeSet<NaiveDate>> = LazyLock::new(|| {
    let lines = include_str!("../../data/non_working_days_2020_2035.csv").lines();
    let days = lines.skip(1).map(|line| line.split(',').next().unwrap());
    days.map(|day| day.parse().unwrap()).collect()
});

fn works(day: NaiveDate) -> bool {
    let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !is_weekend && !LISTED.contains(&day)
}

/// The days strictly between two, whichever is first.
fn between(a: NaiveDate, b: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let (first, last) = (a.min(b), a.max(b));
    first.iter_days().skip(1).take_while(move |day| *day < last)
}

fn days() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
    (0..4000_u64).prop_map(move |days| first + Days::new(days))
}

/// A length and its unit, and the day k of them after a day by chrono's own arithmetic.
fn terms() -> impl Strategy<Value = (u32, &'static str)> {
    prop_oneof![
        (1..60_u32, Just("days")),
        (1..10_u32, Just("weeks")),
        (1..14_u32, Just("months")),
        (1..3_u32, Just("years")),
    ]
}

fn plus(base: NaiveDate, k: u32, (count, unit): (u32, &str)) -> NaiveDate {
    match unit {
        "days" => base + Days::new(u64::from(k * count)),
        "weeks" => base + Days::new(u64::from(k * count * 7)),
        "months" => base + Months::new(k * count),
        _ => base + Months::new(k * count * 12),
    }
}

/// The second round of a repeating step whose first was done on a day; the rule is told `more`.
fn second_round(base: NaiveDate, term: (u32, &str), done: NaiveDate, more: &str) -> [Row; 2] {
    let (count, unit) = term;
    let text = format!(
        "format = 1\nid = \"x\"\nversion = \"1\"\ntitle = \"X\"\n\
         [source]\npublisher = \"P\"\ndocument = \"D\"\n\
         [[key_date]]\nid = \"a\"\ntitle = \"A\"\n\
         [[phase]]\nid = \"p\"\ntitle = \"P\"\n[[phase.step]]\nid = \"s\"\ntitle = \"S\"\n\
         due = {{ every = \"{count} {unit}\", from = \"a\"{more} }}\n"
    );
    let routine = load(&text).unwrap().routine;
    let scenario = Scenario {
        dates: vec![("a".into(), base)],
        done: vec![(RoundName::parse("s").unwrap(), Happened::Done(done))],
        ..Scenario::default()
    };
    let today = done.max(base);
    let case = rehearse(&routine, &scenario, today).unwrap();
    let plan = sisam::domain::plan::Plan::of(&routine, &case, today);
    let rows: Vec<Row> = plan.rows.clone();
    rows.try_into().unwrap()
}

fn raw(row: &Row) -> NaiveDate {
    row.dates.raw_due.unwrap()
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn a_grid_is_base_and_whole_terms_however_early_or_late_it_is_done(
        base in days(), term in terms(), off in -200..600_i64, keep in any::<bool>(),
    ) {
        let first = plus(base, 1, term);
        let done = first + chrono::Duration::days(off);
        let more = if keep { ", missed = \"keep\"" } else { "" };
        let [one, two] = second_round(base, term, done, more);
        prop_assert_eq!(raw(&one), first);
        let floor = if keep { first } else { first.max(done) };
        let expected = (1..).map(|k| plus(base, k, term)).find(|date| *date > floor);
        prop_assert_eq!(two.dates.raw_due, expected);
    }

    #[test]
    fn a_rolling_rule_counts_from_the_day_it_was_done(
        base in days(), term in terms(), off in -200..600_i64,
    ) {
        let done = plus(base, 1, term) + chrono::Duration::days(off);
        let [one, two] = second_round(base, term, done, ", counted = \"last-done\"");
        prop_assert_eq!(raw(&one), plus(base, 1, term));
        prop_assert_eq!(raw(&two), plus(done, 1, term));
    }

    #[test]
    fn rolling_a_date_never_moves_the_series(
        base in days(), term in terms(), off in -50..200_i64,
        way in prop_oneof![Just("next"), Just("previous"), Just("statutory")],
    ) {
        let done = plus(base, 1, term) + chrono::Duration::days(off);
        let plain = second_round(base, term, done, "");
        let rolled = second_round(base, term, done, &format!(", roll = \"{way}\""));
        for (plain, rolled) in plain.iter().zip(&rolled) {
            prop_assert_eq!(raw(plain), raw(rolled));
            prop_assert_eq!(&plain.dates, &RoundDates { due: plain.dates.due, original_due: plain.dates.due, ..rolled.dates.clone() });
        }
    }

    #[test]
    fn a_rolled_date_is_the_nearest_working_day(
        day in days(),
        way in prop_oneof![Just(Roll::Next), Just(Roll::Previous), Just(Roll::Statutory)],
    ) {
        let rolled = roll(day, way).date;
        prop_assert!(works(rolled), "{rolled}");
        let (first, last) = if way == Roll::Previous { (rolled, day) } else { (day, rolled) };
        prop_assert!(first <= last, "{rolled}");
        prop_assert!(rolled == day || !works(day));
        prop_assert!(between(day, rolled).all(|skipped| !works(skipped)));
        prop_assert_eq!(roll(day, Roll::None).date, day);
    }
}
