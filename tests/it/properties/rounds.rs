//! What belongs to one round stays with it: its dates, its grounds, its answers.

use proptest::prelude::*;

use sisam::domain::decide::{HowDone, is_required_now};
use sisam::domain::event::{RoundDates, What};
use sisam::domain::ids::StepId;
use sisam::domain::plan::Plan;

use super::config;
use super::moves::stories;
use super::play::{answer_all, is_to_do};

/// The dates that a round which an event ends bears, and which round that is.
fn ends(what: &What) -> Option<(&StepId, u32, &RoundDates)> {
    match what {
        What::Done {
            step, round, dates, ..
        }
        | What::Skipped {
            step, round, dates, ..
        } => Some((step, *round, dates)),
        _ => None,
    }
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn a_round_that_ends_keeps_the_dates_it_had_the_moment_before(story in stories(30)) {
        let mut play = story.open();
        let mut kept = Vec::new();
        let mut checked = 0;
        for what in &story.moves {
            let before = play.case();
            let Some(decision) = what.make(&mut play) else { continue };
            let plan = Plan::of(play.routine(), &before, play.today);
            for (step, round, dates) in decision.events.iter().filter_map(|event| ends(&event.what)) {
                let row = plan.latest(step).unwrap();
                if is_to_do(row) {
                    prop_assert_eq!((round, dates), (row.round, &row.dates), "{}", step);
                    checked += 1;
                }
            }
            let new = decision.events.iter().filter(|event| ends(&event.what).is_some());
            kept.extend(new.cloned());
            // Nothing that comes after moves them, nor does a day that passes.
            let case = play.case();
            let later = play.today + chrono::Duration::days(400);
            let plan = Plan::of(play.routine(), &case, later);
            for event in &kept {
                let (step, round, dates) = ends(&event.what).unwrap();
                let index = usize::try_from(round).unwrap() - 1;
                let end = case.rounds_of(step).get(index).and_then(|round| round.end.as_ref());
                if end.is_some_and(|end| end.seq == event.seq) {
                    prop_assert_eq!(&plan.round(step, round).unwrap().dates, dates);
                }
            }
        }
        prop_assert!(checked > 0 || kept.len() < 5);
    }

    #[test]
    fn a_ground_of_one_round_never_serves_another(story in stories(30)) {
        let play = story.play(|_, _| Ok(()))?;
        let case = play.case();
        for step in play.routine().steps() {
            let under_way = case.rounds_of(&step.id).last().filter(|round| round.end.is_none());
            let marks = under_way.into_iter().flat_map(|round| round.items.values());
            let own: Vec<_> = marks.filter_map(|mark| mark.despite.clone()).collect();
            let done = play.tried(|draft| {
                answer_all(draft, &step.id, 0)?;
                draft.done(&step.id, &HowDone::default())
            });
            let events = done.map(|decision| decision.events).unwrap_or_default();
            for event in &events {
                if let What::Done { step: of, despite: Some(reason), .. } = &event.what {
                    prop_assert!(*of != step.id || own.contains(reason), "{of}: {reason}");
                }
            }
        }
    }

    #[test]
    fn an_answer_of_one_round_never_serves_another(story in stories(30)) {
        let play = story.play(|_, _| Ok(()))?;
        let case = play.case();
        for step in play.routine().steps() {
            let Some(last) = case.latest_end(&step.id) else { continue };
            let despite = Some(super::play::ground(play.routine()));
            let how = HowDone { despite, ..HowDone::default() };
            if play.tried(|draft| draft.done(&step.id, &how)).is_err() {
                continue;
            }
            for question in play.routine().questions_of(step) {
                if is_required_now(&case, question) {
                    let answered = case.answers.get(&question.id).map(|answer| answer.seq);
                    prop_assert!(answered > Some(last.seq), "{} {}", step.id, question.id);
                }
            }
        }
    }
}
