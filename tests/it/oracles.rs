//! Dates against independent answers: public holidays and deadlines worked out by other programs.

use chrono::{Datelike, NaiveDate, Weekday};
use sisam::domain::calendar::{day_off, is_working_day};
use sisam::domain::deadline::{AnchorDay, date_from};
use sisam::domain::due_rule::{Anchor, Basis, DueKind, DueRule, Roll};
use sisam::domain::term::Term;

const NON_WORKING_DAYS: &str = include_str!("../data/non_working_days_2020_2035.csv");
const DEADLINES: &str = include_str!("../data/deadlines.csv");

#[test]
fn every_day_2020_to_2035_is_off_exactly_when_the_oracle_says() {
    let listed: std::collections::BTreeSet<NaiveDate> = NON_WORKING_DAYS
        .lines()
        .skip(1)
        .map(|line| line.split(',').next().unwrap().parse().unwrap())
        .collect();
    assert_eq!(listed.len(), 256);
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap();
    let days: Vec<NaiveDate> = first
        .iter_days()
        .take_while(|day| day.year() <= 2035)
        .collect();
    assert_eq!(days.len(), 5844);
    for day in days {
        let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let is_off = is_weekend || listed.contains(&day);
        assert_eq!(is_working_day(day), !is_off, "{day}: {:?}", day_off(day));
    }
}

#[test]
fn every_deadline_is_the_oracles() {
    let mut checked = 0;
    for line in DEADLINES.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let [anchor, direction, term, roll, raw_due, due] = fields[..] else {
            panic!("a deadline of six fields: {line}");
        };
        let dates = date_from(&rule(direction, term, roll), anchored(anchor), None)
            .unwrap()
            .dates;
        assert_eq!(dates.raw_due, Some(day(raw_due)), "{line}");
        assert_eq!(dates.due, Some(day(due)), "{line}");
        checked += 1;
    }
    assert_eq!(checked, 591);
}

fn rule(direction: &str, term: &str, roll: &str) -> DueRule {
    let kind = match direction {
        "after" => DueKind::After,
        "before" => DueKind::Before,
        other => panic!("a direction: {other}"),
    };
    let roll = match roll {
        "none" => Roll::None,
        "next" => Roll::Next,
        "previous" => Roll::Previous,
        "statutory" => Roll::Statutory,
        other => panic!("a roll: {other}"),
    };
    DueRule {
        kind,
        anchor: Anchor::KeyDate("ankare".into()),
        term: Some(Term::parse(term).unwrap()),
        earliest: None,
        roll,
        or_at_once: false,
        basis: Basis::Local,
        cite: None,
    }
}

fn anchored(on: &str) -> AnchorDay {
    AnchorDay {
        on: day(on),
        entered: day(on),
        assumed: false,
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
