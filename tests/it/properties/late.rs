//! No sequence of changes takes a late round out of every list.

use std::collections::BTreeMap;

use proptest::prelude::*;

use sisam::domain::plan::Status;
use sisam::domain::report::{ReportRow, Standing};
use sisam::domain::slips::Slips;

use super::config;
use super::moves::stories;
use super::play::first_day;

/// Done and told by its date: no day that is given to it later can have made it late.
fn was_told_in_time(row: &ReportRow) -> bool {
    let told = row.row.ended.as_ref().map(|ended| &ended.recorded_at[..10]);
    let due = row.row.dates.due.map(|due| due.to_string());
    row.row.status == Status::Done
        && told
            .zip(due.as_deref())
            .is_some_and(|(told, due)| told <= due)
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn a_round_that_was_late_once_is_in_some_list_for_ever(story in stories(40)) {
        let mut late = BTreeMap::new();
        story.play(|play, new| {
            let (case, routine) = (play.case(), play.routine());
            let slips = Slips::of(routine, &play.events).unwrap();
            let standing = Standing::of(routine, &case, &slips, play.today);
            let is_listed = |row: &ReportRow| {
                let is_extended = standing.open && row.extended;
                row.is_overdue(play.today) || row.was_late() || is_extended || was_told_in_time(row)
            };
            for (key, since) in &late {
                let (step, round) = key;
                let row = standing.rows.iter().find(|row| (&row.row.step, &row.row.round) == (step, round));
                prop_assert!(row.is_some_and(is_listed), "{key:?}, late since {since}: {row:#?} after {new:#?}");
            }
            // What is told on the day a case is opened was late for nobody.
            if play.today > first_day() {
                let is_late = |row: &ReportRow| row.is_overdue(play.today) || row.was_late();
                for row in standing.rows.iter().filter(|row| is_late(row) && !row.optional) {
                    late.entry((row.row.step.clone(), row.row.round)).or_insert(play.today);
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn what_is_followed_change_by_change_is_what_the_whole_history_gives(story in stories(40)) {
        let mut play = story.open();
        let mut followed = Slips::of(play.routine(), &play.events).unwrap();
        for what in &story.moves {
            let (before, known) = (play.case(), play.events.len());
            if what.make(&mut play).is_some() {
                followed.follow(play.routine(), before, &play.events, known).unwrap();
                prop_assert_eq!(&followed, &Slips::of(play.routine(), &play.events).unwrap());
                // The stored rows are all that is needed to go on.
                let standing = Standing::of(play.routine(), &play.case(), &followed, play.today);
                prop_assert_eq!(&standing.slips(), &followed);
            }
        }
    }
}
