//! What is told for the akt, whatever was recorded and taken back.

use proptest::prelude::*;

use sisam::domain::akt::facts;
use sisam::domain::case::{Case, undone_changes};
use sisam::domain::decide::brought_over;
use sisam::domain::event::What;

use super::config;
use super::moves::stories;
use super::play::stamp;

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn what_was_taken_back_is_in_it_only_as_a_correction(story in stories(30)) {
        let play = story.play(|play, _| {
            let events = &play.events;
            let case = Case::fold(events).unwrap();
            let undone = undone_changes(events);
            let all: Vec<_> = facts(events, |_| None).collect();
            for fact in &all {
                let told = events.iter().find(|event| event.what == *fact.what && event.seq <= fact.seq).unwrap();
                let stands = events.iter().any(|event| {
                    event.what == *fact.what && !undone.contains(&event.change)
                });
                prop_assert!(fact.is_taken_back || stands, "{told:?}");
                let at = events.iter().find(|event| event.seq == fact.seq).unwrap();
                let is_undoing = matches!(at.what, What::Undone { .. });
                prop_assert!(!fact.is_taken_back || is_undoing);
                prop_assert!(fact.on <= play.today);
            }
            // The mark, which lists go by, and the facts say the same.
            let is_new = all.iter().any(|fact| fact.seq > case.akt.up_to);
            prop_assert_eq!(case.akt.has_news(), is_new);
            Ok(())
        })?;
        let last = play.events.last().unwrap().seq;
        let mut events = play.events.clone();
        for _ in 0..2 {
            events.extend(brought_over(&events, last, stamp(play.today)).unwrap().events);
            let case = Case::fold(&events).unwrap();
            prop_assert!(!case.akt.has_news());
            prop_assert!(facts(&events, |_| None).all(|fact| fact.seq <= case.akt.up_to));
        }
    }

    #[test]
    fn a_draft_comes_to_the_mark_that_the_whole_history_gives(story in stories(30)) {
        let mut play = story.open();
        for what in &story.moves {
            if let Some(decision) = what.make(&mut play) {
                prop_assert_eq!(decision.case.akt, play.case().akt, "{:#?}", decision.events);
            }
        }
    }
}
