//! Whatever is accepted folds, and exactly what is not finished may be finished.

use proptest::prelude::*;

use sisam::domain::case::Case;
use sisam::domain::decide::{Draft, Refusal};
use sisam::domain::event::Event;
use sisam::domain::ids::StepId;
use sisam::domain::routine::Step;

use super::config;
use super::moves::stories;
use super::play::{Play, answer_all, do_step, is_to_do};

proptest! {
    #![proptest_config(config(80))]

    #[test]
    fn whatever_is_accepted_folds_to_what_was_decided(story in stories(30)) {
        let mut play = story.open();
        for what in &story.moves {
            let Some(decision) = what.make(&mut play) else { continue };
            prop_assert_eq!(Case::fold(&play.events), Ok(decision.case));
            let numbers = play.events.iter().map(|event| event.seq);
            prop_assert!(numbers.eq(1..=u32::try_from(play.events.len()).unwrap()));
        }
        // What is stored is what is read.
        let stored = serde_json::to_string(&play.events).unwrap();
        let read: Vec<Event> = serde_json::from_str(&stored).unwrap();
        prop_assert_eq!(read, play.events);
    }

    #[test]
    fn a_step_is_refused_exactly_when_undecided_not_applicable_or_finished(story in stories(20)) {
        let play = story.play(|_, _| Ok(()))?;
        let is_open = play.case().is_open();
        let plan = play.plan();
        for step in play.routine().steps() {
            let row = plan.latest(&step.id).unwrap();
            let may = is_open && is_to_do(row);
            let skipped = play.tried(|draft| draft.skip(&step.id, "behövs inte"));
            prop_assert_eq!(skipped.is_ok(), may, "{} {:?}", step.id, row.status);
            let done = play.tried(|draft| do_if_to_do(draft, &step.id));
            prop_assert!(done.is_ok(), "{} {:?}: {:?}", step.id, row.status, done.err());
            let extended = play.tried(|draft| extend(draft, step, &play));
            prop_assert_eq!(extended.is_ok(), is_open && row.status.is_to_do(), "{}", step.id);
        }
    }
}

/// Does a step, which must go exactly when it is to do once its questions are answered.
fn do_if_to_do(draft: &mut Draft<'_>, step: &StepId) -> Result<(), Refusal> {
    if !draft.case().is_open() {
        let refused = do_step(draft, step, None, 0);
        return matches!(refused, Err(Refusal::CaseClosed { .. }))
            .then_some(())
            .ok_or(Refusal::BrokenHistory);
    }
    answer_all(draft, step, 0)?;
    let may = is_to_do(draft.plan().latest(step).unwrap());
    match do_step(draft, step, None, 0) {
        Ok(()) if may => Ok(()),
        Err(Refusal::Barred { .. }) if may => Ok(()),
        Err(Refusal::Undecided { .. } | Refusal::NotApplicable { .. } | Refusal::Ended { .. })
            if !may =>
        {
            Ok(())
        }
        Ok(()) => Err(Refusal::BrokenHistory),
        Err(refusal) => Err(refusal),
    }
}

/// Later than any date the routine gives, and not too far off to be stored.
fn extend(draft: &mut Draft<'_>, step: &Step, play: &Play) -> Result<(), Refusal> {
    let far = play.today + chrono::Duration::days(3_500);
    draft.extend(&step.id, far, "sjukdom", "chefen")
}
