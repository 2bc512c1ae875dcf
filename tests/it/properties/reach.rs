//! The random cases go far enough: everything that can happen does happen in some of them.

use std::collections::BTreeMap;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use sisam::domain::event::What;

use super::moves::stories;

#[test]
fn random_cases_come_to_everything_that_can_happen() {
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..400 {
        let story = stories(30).new_tree(&mut runner).unwrap().current();
        let play = story
            .play(|play, _| {
                for row in play.plan().rows {
                    *seen.entry(row.status.as_str()).or_default() += 1;
                }
                Ok(())
            })
            .unwrap();
        for event in &play.events {
            *seen.entry(name(&event.what)).or_default() += 1;
        }
    }
    let expected = [
        "opened",
        "date",
        "answer",
        "role",
        "taken",
        "booked",
        "item done",
        "item skipped",
        "day known",
        "rounds opened",
        "extended",
        "reminded",
        "noted",
        "exported",
        "closed",
        "reopened",
        "undone",
        "brought over",
        "done",
        "skipped",
        "open",
        "blocked",
        "waiting",
        "undecided",
        "not-applicable",
    ];
    for what in expected {
        let times = seen.get(what).copied().unwrap_or_default();
        assert!(times >= 2, "{what} only {times} times: {seen:#?}");
    }
}

fn name(what: &What) -> &'static str {
    match what {
        What::Opened { .. } => "opened",
        What::DateSet { .. } => "date",
        What::TriggerSet { .. } => "trigger",
        What::DateConfirmed { .. } => "date confirmed",
        What::Answered { .. } => "answer",
        What::RoleHeld { .. } => "role",
        What::Taken { .. } => "taken",
        What::Planned { .. } => "booked",
        What::ItemDone { .. } => "item done",
        What::ItemSkipped { .. } => "item skipped",
        What::Done { .. } => "done",
        What::DayKnown { .. } => "day known",
        What::Skipped { .. } => "skipped",
        What::RoundsOpened { .. } => "rounds opened",
        What::Extended { .. } => "extended",
        What::Reminded { .. } => "reminded",
        What::Added { .. } => "added",
        What::Noted { .. } => "noted",
        What::Exported { .. } => "exported",
        What::Protected { .. } => "protected",
        What::CalendarSet { .. } => "calendar",
        What::Closed { .. } => "closed",
        What::Reopened { .. } => "reopened",
        What::Redacted { .. } => "redacted",
        What::Undone { .. } => "undone",
        What::BroughtOver { .. } => "brought over",
    }
}
