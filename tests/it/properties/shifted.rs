//! The same case some weeks later: every date that comes from days and weeks alone lies as many weeks later.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

use sisam::domain::case::Case;
use sisam::domain::due_rule::{DueKind, DueRule, Interval, Series};
use sisam::domain::event::{Event, RoundDates, What};
use sisam::domain::plan::{Plan, Row};
use sisam::domain::routine::{AnswerKind, Routine};
use sisam::domain::term::{Term, Unit};

use super::config;
use super::moves::stories;

/// An event as it would have been some days later.
fn later(event: &Event, routine: &Routine, by: Duration) -> Event {
    let mut event = event.clone();
    event.stamp.day += by;
    event.stamp.at = format!("{}T00:00:00Z", event.stamp.day);
    let shift = |day: &mut NaiveDate| *day += by;
    match &mut event.what {
        What::DateSet { on, .. } | What::Planned { on, .. } | What::ItemDone { on, .. } => {
            on.iter_mut().for_each(shift);
        }
        What::Answered { question, value } => {
            let is_date = routine.question(question).unwrap().kind == AnswerKind::Date;
            for value in value.iter_mut().filter(|_| is_date) {
                *value = (value.parse::<NaiveDate>().unwrap() + by).to_string();
            }
        }
        What::Done { on, dates, .. } => {
            on.iter_mut().for_each(shift);
            shift_dates(dates, by);
        }
        What::Skipped { on, dates, .. } => {
            shift(on);
            shift_dates(dates, by);
        }
        What::DayKnown { on, .. } | What::RoundsOpened { on, .. } => shift(on),
        What::Extended { to, .. } => shift(to),
        _ => {}
    }
    event
}

fn shift_dates(dates: &mut RoundDates, by: Duration) {
    for day in [
        &mut dates.earliest,
        &mut dates.raw_due,
        &mut dates.original_due,
        &mut dates.due,
        &mut dates.since,
    ] {
        day.iter_mut().for_each(|day| *day += by);
    }
}

/// Whether a rule counts in days and weeks alone.
fn is_regular(rule: &DueRule, case: &Case) -> bool {
    let regular = |term: &Term| matches!(term.unit(), Unit::Day | Unit::Week);
    match &rule.kind {
        DueKind::On | DueKind::Before | DueKind::After | DueKind::Promptly => {
            rule.term.iter().chain(&rule.earliest).all(regular)
        }
        DueKind::Repeating(repeating) => match &repeating.series {
            Series::Grid(Interval::Fixed(term)) | Series::Rolling(Interval::Fixed(term)) => {
                regular(term)
            }
            Series::Grid(Interval::Answer(id)) | Series::Rolling(Interval::Answer(id)) => case
                .answers
                .get(id)
                .is_some_and(|answer| regular(&Term::parse(&answer.value).unwrap())),
            Series::Terms(terms) => terms.iter().all(regular),
            Series::EachYear(_) | Series::EachSchoolTerm => false,
        },
    }
}

/// The dates that no roll has moved.
fn raw(row: &Row) -> [Option<NaiveDate>; 3] {
    [row.dates.earliest, row.dates.raw_due, row.dates.since]
}

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn what_counts_in_weeks_moves_with_the_case(story in stories(30), weeks in -60..60_i64) {
        let play = story.play(|_, _| Ok(()))?;
        let by = Duration::weeks(weeks);
        let routine = play.routine();
        let events: Vec<_> = play.events.iter().map(|event| later(event, routine, by)).collect();
        let (case, shifted) = (play.case(), Case::fold(&events).unwrap());
        let plan = Plan::of(routine, &shifted, play.today + by);
        let mut compared = 0;
        for row in play.plan().rows {
            let step = routine.step(&row.step).unwrap();
            if !step.due.iter().all(|choice| is_regular(&choice.rule, &case)) {
                continue;
            }
            let same = plan.round(&row.step, row.round);
            prop_assert!(same.is_some(), "{:?}", row);
            let same = same.unwrap();
            prop_assert_eq!(same.status, row.status, "{}", row.step);
            prop_assert_eq!(raw(same), raw(&row).map(|day| day.map(|day| day + by)), "{}", row.step);
            compared += 1;
        }
        prop_assert!(compared > 0, "{} has steps that count in weeks", routine.id);
    }
}
