//! What holds of every plan.

use std::cmp::Reverse;

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

use sisam::domain::due_rule::{Anchor, Repeating, Series, WhichDate};
use sisam::domain::event::What;
use sisam::domain::facts::CaseOn;
use sisam::domain::ids::StepId;
use sisam::domain::plan::{Plan, Row};
use sisam::domain::routine::Step;

use super::config;
use super::moves::stories;
use super::play::Play;

/// The repeating rule that gave a row its dates.
fn repeating<'r>(step: &'r Step, row: &Row) -> Option<&'r Repeating> {
    let how = row.derivation.as_ref();
    let rule = how.filter(|how| how.anchor.is_some())?.rule;
    step.due[rule].rule.repeating()
}

/// The day of a known `until`, unless the round was opened by an outcome.
fn until(play: &Play, repeating: &Repeating) -> Option<NaiveDate> {
    let case = play.case();
    match repeating.until.as_ref()? {
        Anchor::KeyDate(id) => case.dates.get(id).map(|dated| dated.on),
        // Of a file of version 2 it ends nothing while the step has a round to do.
        Anchor::Step(id) if play.routine().format > 1 => {
            let rows = play.plan();
            let latest = rows.latest(id).filter(|row| row.status.is_ended());
            case.latest_end(id).filter(|_| latest.is_some())?.on
        }
        Anchor::Step(id) => case.latest_end(id)?.on,
        Anchor::Answer(_) | Anchor::Booking(_) => None,
    }
}

fn is_reopened(play: &Play, row: &Row) -> bool {
    let case = play.case();
    let rounds = case.rounds_of(&row.step);
    let round = rounds.get(usize::try_from(row.round - 1).unwrap());
    round.is_some_and(|round| round.reopened.is_some())
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_plan_depends_on_the_day_only_where_an_optional_round_moves_on(
        story in stories(25),
        days in -400..800_i64,
    ) {
        let play = story.play(|_, _| Ok(()))?;
        let case = play.case();
        let routine = play.routine();
        let moves_on = |id: &StepId| {
            let step = routine.step(id).unwrap();
            step.optional && step.repeats()
        };
        let rows = |today| {
            let mut plan = Plan::of(routine, &case, today);
            plan.rows.retain(|row| !moves_on(&row.step));
            plan.rows
        };
        let other = play.today + Duration::days(days);
        let (first, last) = (other.min(play.today), other.max(play.today));
        // A consent stands on some days and not on others.
        let consents = CaseOn::new(routine, &case, first).changes();
        if consents.range(first..=last).next().is_some() {
            return Ok(());
        }
        prop_assert_eq!(rows(play.today), rows(other));
    }

    #[test]
    fn a_plan_is_the_same_on_every_day_of_its_span_and_another_beside_it(
        story in stories(25),
        days in -400..400_i64,
    ) {
        let play = story.play(|_, _| Ok(()))?;
        let case = play.case();
        let plan = Plan::of(play.routine(), &case, play.today);
        let other = play.today + Duration::days(days);
        if plan.span.contains(other) {
            let plan = Plan { span: Plan::of(play.routine(), &case, other).span, ..plan.clone() };
            prop_assert_eq!(Plan::of(play.routine(), &case, other), plan);
        }
        prop_assert!(plan.span.contains(play.today));
        prop_assert!(plan.span.contains(plan.span.day_near(other)));
        if let Some(until) = plan.span.until {
            prop_assert_ne!(Plan::of(play.routine(), &case, until).rows, plan.rows);
        }
    }

    #[test]
    fn a_step_has_at_most_one_open_round_and_its_rounds_are_numbered(story in stories(30)) {
        story.play(|play, _| {
            let plan = play.plan();
            for step in play.routine().steps() {
                let rows: Vec<_> = plan.rows_of(&step.id).collect();
                prop_assert!(!rows.is_empty(), "{}", step.id);
                for (number, row) in (1..).zip(&rows) {
                    prop_assert_eq!(row.round, number);
                }
                let under_way = rows.iter().filter(|row| !row.status.is_ended()).count();
                prop_assert!(under_way <= 1);
                prop_assert!(under_way == 0 || !rows.last().unwrap().status.is_ended());
            }
            Ok(())
        })?;
    }

    #[test]
    fn of_several_dates_the_first_or_last_counts_and_of_equal_ones_the_first_listed(story in stories(30)) {
        story.play(|play, _| {
            for row in play.plan().rows.iter().filter(|row| row.status.is_to_do()) {
                let Some(how) = row.derivation.as_ref().filter(|how| !how.entries.is_empty()) else {
                    continue;
                };
                let step = play.routine().step(&row.step).unwrap();
                let dates = how.entries.iter().filter_map(|entry| Some((entry.due?, entry.rule)));
                let counts = match step.due[how.rule].among.as_ref().unwrap().pick {
                    WhichDate::First => dates.min(),
                    WhichDate::Last => dates.min_by_key(|(due, rule)| (Reverse(*due), *rule)),
                };
                let found = row.dates.original_due.map(|due| (due, how.rule));
                prop_assert_eq!(found, counts, "{:?}", row);
            }
            Ok(())
        })?;
    }

    #[test]
    fn no_round_opened_anew_is_born_late(story in stories(40)) {
        story.play(|play, events| {
            let opened = events.iter().find_map(|event| match &event.what {
                What::RoundsOpened { opened, on, .. } => Some((opened, *on)),
                _ => None,
            });
            let Some((opened, on)) = opened.filter(|_| play.routine().format > 1) else { return Ok(()) };
            for (step, round) in opened {
                let plan = play.plan();
                let Some(row) = plan.round(step, *round) else { continue };
                // A list of terms is no earlier either: it counts from then.
                prop_assert!(row.dates.due.is_none_or(|due| due >= on || row.status.is_ended()), "{:?}", row);
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_to_come_at_least_once_has_a_round_while_it_may(story in stories(30)) {
        story.play(|play, _| {
            let (case, plan) = (play.case(), play.plan());
            for step in play.routine().steps() {
                let Some(rule) = step.due.iter().find_map(|choice| choice.rule.repeating()) else { continue };
                let row = plan.latest(&step.id).unwrap();
                let (Some(until), Some(how)) = (until(play, rule), &row.derivation) else { continue };
                let from = how.counted_from.as_ref().map(|origin| origin.on);
                if rule.at_least_once && case.ends_of(&step.id) == 0 && from.is_some_and(|from| from <= until) {
                    prop_assert!(row.dates.raw_due.is_some_and(|raw| raw <= until), "{:?}", row);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn undecided_waiting_and_not_applicable_rounds_have_no_dates(story in stories(30)) {
        let play = story.play(|_, _| Ok(()))?;
        for row in play.plan().rows {
            let dated = row.status.is_to_do() || row.status.is_ended();
            prop_assert!(dated || row.dates == Default::default(), "{row:?}");
            prop_assert!(row.dates.due >= row.dates.original_due);
        }
    }

    #[test]
    fn nothing_falls_due_after_a_known_until(story in stories(30)) {
        story.play(|play, _| {
            for row in play.plan().rows {
                let step = play.routine().step(&row.step).unwrap();
                let Some(repeating) = repeating(step, &row) else { continue };
                if is_reopened(play, &row) {
                    continue;
                }
                let until = until(play, repeating);
                prop_assert!(until.is_none() || row.dates.raw_due <= until, "{row:?} {until:?}");
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_dates_of_a_grid_and_of_a_year_strictly_increase(story in stories(30)) {
        story.play(|play, _| {
            let plan = play.plan();
            for step in play.routine().steps() {
                let rolls = |series: &Series| matches!(series, Series::Rolling(_) | Series::Terms(_));
                let mut rules = step.due.iter().filter_map(|choice| choice.rule.repeating());
                if !step.repeats() || rules.any(|repeating| rolls(&repeating.series)) {
                    continue;
                }
                let rows: Vec<_> = plan.rows_of(&step.id).collect();
                for pair in rows.windows(2) {
                    let [before, after] = pair else { unreachable!() };
                    let dates = (before.dates.raw_due, after.dates.raw_due);
                    if let (Some(before), Some(later)) = dates
                        && !is_reopened(play, after)
                    {
                        prop_assert!(before < later, "{:?}", pair);
                    }
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn looking_ahead_changes_no_status_and_no_date_that_is_given(story in stories(20)) {
        let play = story.play(|_, _| Ok(()))?;
        let case = play.case();
        let ahead = play.today + Duration::days(300);
        let plan = Plan::looking_ahead(play.routine(), &case, play.today, ahead).unwrap();
        for row in Plan::of(play.routine(), &case, play.today).rows {
            let same = plan.round(&row.step, row.round).unwrap();
            prop_assert_eq!(same.status, row.status);
            prop_assert!(same.assumed || *same == row, "{:?}", same);
        }
        let later = plan.rows.iter().filter(|row| row.assumed && row.dates.raw_due > Some(ahead));
        // Only a step's first round that is not done may lie beyond.
        for row in later {
            let first = case.rounds_of(&row.step).iter().filter(|round| round.end.is_some()).count();
            prop_assert_eq!(usize::try_from(row.round).unwrap(), first + 1);
        }
    }
}
