//! Taking back restores the state before.

use proptest::prelude::*;

use sisam::domain::akt::AktMark;
use sisam::domain::case::{Case, undone_changes};
use sisam::domain::decide::{undo_latest, undo_step};
use sisam::domain::event::{Event, What};
use sisam::domain::plan::Plan;

use super::config;
use super::moves::{a_move, stories};
use super::play::{Play, stamp};

/// The history with one event more, that takes a change back.
fn with_undone(play: &Play, what: What) -> Vec<Event> {
    let last = play.events.last().unwrap();
    let mut events = play.events.clone();
    events.push(Event {
        seq: last.seq + 1,
        change: last.change + 1,
        stamp: stamp(play.today),
        what,
    });
    events
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn taking_back_the_latest_change_restores_the_state_before(
        story in stories(20),
        last in a_move(),
    ) {
        let mut play = story.play(|_, _| Ok(()))?;
        let before = play.case();
        let Some(decision) = last.make(&mut play) else { return Ok(()) };
        if !decision.events.iter().all(|event| is_undoable(&event.what)) {
            return Ok(());
        }
        let undoing = undo_latest(&play.events).unwrap();
        prop_assert_eq!(&undoing.events, &decision.events);
        let events = with_undone(&play, undoing.what());
        let after = Case::fold(&events).unwrap();
        prop_assert_eq!(&after, &before);
        let plan = |case| Plan::of(play.routine(), case, play.today);
        prop_assert_eq!(plan(&after), plan(&before));
    }

    #[test]
    fn a_change_that_was_taken_back_leaves_no_trace(story in stories(30)) {
        let play = story.play(|_, _| Ok(()))?;
        let undone = undone_changes(&play.events);
        let without: Vec<Event> = play
            .events
            .iter()
            .filter(|event| !undone.contains(&event.change))
            .filter(|event| !matches!(event.what, What::Undone { .. }))
            .cloned()
            .collect();
        let (mut left, mut never) = (play.case(), Case::fold(&without).unwrap());
        // But what is to be put right in the akt.
        (left.akt, never.akt) = Default::default();
        prop_assert_eq!(left, never);
    }

    #[test]
    fn everything_can_be_taken_back_down_to_the_opening(story in stories(25)) {
        let mut play = story.play(|_, _| Ok(()))?;
        let opened = play.events.iter().filter(|event| event.change == 1).cloned().collect::<Vec<_>>();
        while let Ok(undoing) = undo_latest(&play.events) {
            play.events = with_undone(&play, undoing.what());
            prop_assert!(Case::fold(&play.events).is_ok());
        }
        let mut left = play.case();
        // Reminders are not taken back, nor that a day has been, nor what is then to be put right in the akt.
        left.akt = AktMark::default();
        left.latest_day = play.events[0].stamp.day;
        left.rounds.retain(|_, rounds| rounds.iter().any(|round| round.reminded.is_empty()));
        let mut before = Case::fold(&opened).unwrap();
        before.akt = AktMark::default();
        prop_assert_eq!(left, before);
    }

    #[test]
    fn a_step_taken_back_leaves_a_history_that_goes_on(story in stories(25), next in a_move()) {
        let play = story.play(|_, _| Ok(()))?;
        for step in play.routine().steps() {
            let Ok(undoing) = undo_step(play.routine(), &play.events, &step.id) else { continue };
            let mut after = Play {
                events: with_undone(&play, undoing.what()),
                loaded: play.loaded,
                today: play.today,
            };
            prop_assert!(undoing.events.iter().any(|event| event.what.step() == Some(&step.id)));
            after.plan();
            next.make(&mut after);
            prop_assert!(Case::fold(&after.events).is_ok());
        }
    }
}

fn is_undoable(what: &What) -> bool {
    !matches!(
        what,
        What::Undone { .. } | What::Reminded { .. } | What::Exported { .. } | What::Redacted { .. }
    )
}
