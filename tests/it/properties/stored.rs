//! The rows that reports read are what the events come to.

use proptest::prelude::*;

use sisam::domain::case::Case;
use sisam::domain::plan::Plan;
use sisam::domain::report::{ReportRow, Standing};
use sisam::store::{CaseFile, CaseId, Change, NewCase, OpenOptions, RoutineText, StoreError};

use super::config;
use super::moves::{Story, stories};
use super::play::Play;

pub(super) fn standing(play: &Play, events: usize) -> Standing {
    let case = Case::fold(&play.events[..events]).unwrap();
    let today = play.events[events - 1].stamp.day;
    let plan = Plan::of(play.routine(), &case, today);
    Standing::new(play.routine(), &case, plan.rows)
}

/// The rows without how their dates came about, which is not stored.
pub(super) fn bare(rows: Vec<ReportRow>) -> Vec<ReportRow> {
    let bare = rows.into_iter().map(|mut row| {
        row.row.derivation = None;
        row
    });
    bare.collect()
}

/// The text that a case goes by.
pub(super) fn text_of(play: &Play) -> RoutineText {
    RoutineText {
        hash: play.loaded.text_hash.clone(),
        id: play.routine().id.clone(),
        version: play.routine().version.clone(),
        text: play.loaded.text.clone(),
    }
}

/// Stores a case change by change, as commands do.
pub(super) fn store(
    change: &mut Change<'_>,
    story: &Story,
    name: &str,
) -> Result<(CaseId, Play), StoreError> {
    let play = story.play(|_, _| Ok(())).unwrap();
    let text = text_of(&play);
    let mut stored = 0;
    let mut id = None;
    while stored < play.events.len() {
        let current = play.events[stored].change;
        let end = play.events.partition_point(|event| event.change <= current);
        let standing = standing(&play, end);
        let events = &play.events[stored..end];
        match id {
            Some(id) => change.append(id, events, &standing)?,
            None => {
                id = Some(change.open_case(NewCase {
                    reference: &name.into(),
                    routine: &text,
                    events,
                    standing: &standing,
                })?);
            }
        }
        stored = end;
    }
    Ok((id.unwrap(), play))
}

proptest! {
    #![proptest_config(config(16))]

    #[test]
    fn the_rows_that_stand_are_those_that_the_events_give(
        stories in prop::collection::vec(stories(20), 1..5),
    ) {
        let home = tempfile::tempdir().unwrap();
        let mut file = CaseFile::open_for_writing(&home.path().join("prov.db"), &OpenOptions::default()).unwrap();
        // One transaction: each change is stored by itself all the same, and the disk is waited for once.
        let cases = file
            .write(|change| {
                let all = stories.iter().enumerate();
                all.map(|(n, story)| store(change, story, &format!("2026-{n:03}")))
                    .collect::<Result<Vec<_>, StoreError>>()
            })
            .unwrap();
        file.read(|reading| {
            for (id, play) in &cases {
                let stored = reading.case_by_id(*id)?;
                assert_eq!(stored.events, play.events);
                let fresh = standing(play, play.events.len());
                assert_eq!(reading.rows_of(*id)?, bare(fresh.rows));
                assert_eq!(reading.verify_chain(*id)?, None);
            }
            assert_eq!(reading.totals()?, reading.counted_totals()?);
            Ok::<_, StoreError>(())
        })
        .unwrap();
    }
}
