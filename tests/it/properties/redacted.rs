//! Whatever texts are taken out of a history, everything goes on working.

use proptest::prelude::*;

use sisam::domain::case::Case;
use sisam::domain::decide::{redact, undo_latest, undo_step};
use sisam::domain::event::Event;
use sisam::domain::plan::Plan;
use sisam::domain::report::Standing;
use sisam::domain::texts::REDACTED;

use super::config;
use super::moves::{a_move, stories};
use super::play::stamp;

/// The keys under which events hold texts.
const TEXTS: [&str; 6] = ["value", "by", "reason", "decided_by", "despite", "text"];

/// The event as the store gives it back once its texts are taken out; plain answers are no texts.
fn without_texts(event: &Event) -> Event {
    let mut json = serde_json::to_value(event).unwrap();
    for key in TEXTS {
        let value = json.get_mut(key).filter(|value| value.is_string());
        if let Some(value) = value.filter(|value| !matches!(value.as_str(), Some("yes" | "no"))) {
            *value = REDACTED.into();
        }
    }
    serde_json::from_value(json).unwrap()
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn a_history_with_texts_taken_out_goes_on(
        story in stories(25),
        taken_out in prop::collection::vec(any::<bool>(), 100),
        next in prop::collection::vec(a_move(), 1..6),
    ) {
        let mut play = story.play(|_, _| Ok(()))?;
        for (event, is_taken_out) in play.events.iter_mut().zip(taken_out) {
            if is_taken_out {
                *event = without_texts(event);
            }
        }
        let said = redact(&play.events, 2, "fel", stamp(play.today)).unwrap();
        play.events.extend(said.events);
        let case = Case::fold(&play.events).unwrap();
        prop_assert!(case.answers.values().all(|answer| answer.value != REDACTED));
        prop_assert!(case.roles.values().all(|holder| holder != REDACTED));
        for step in play.routine().steps() {
            let _ = undo_step(play.routine(), &play.events, &step.id);
        }
        let _ = undo_latest(&play.events);
        for what in next {
            what.make(&mut play);
            let case = Case::fold(&play.events).unwrap();
            let plan = Plan::of(play.routine(), &case, play.today);
            Standing::new(play.routine(), &case, plan.rows);
        }
    }
}
