//! A history made by commands is one that could have been recorded; the same history tampered with is not.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use sisam::domain::event::{Event, What};
use sisam::domain::judge::{Doubt, Finding, judge};
use sisam::domain::routine::{AnswerKind, Ask, Question};
use sisam::domain::texts::REDACTED;

use super::config;
use super::moves::stories;
use super::play::Play;
use super::tampered::{TAMPERINGS, append};

fn judged(play: &Play, events: &[Event]) -> Vec<Finding> {
    judge(play.routine(), &"A".into(), events, play.today, None)
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn what_commands_recorded_could_have_been_recorded(story in stories(40)) {
        let play = story.play(|_, _| Ok(()))?;
        let findings = judged(&play, &play.events);
        // An extension may be recorded after the fact, and a step done long ago: worth a look, and that is all.
        let may_be = |finding: &Finding| {
            !finding.is_fault && matches!(finding.doubt, Doubt::PutOffBack | Doubt::LongBefore)
        };
        prop_assert!(findings.iter().all(may_be), "{findings:#?}\n{:#?}", play.events);
    }

    #[test]
    fn a_history_with_texts_taken_out_could_have_been_recorded(
        story in stories(30),
        taken_out in prop::collection::vec(any::<bool>(), 60),
    ) {
        let play = story.play(|_, _| Ok(()))?;
        let mut events = play.events.clone();
        let mut seqs = Vec::new();
        for (event, goes) in events.iter_mut().zip(taken_out) {
            if goes && take_out(&mut event.what) {
                seqs.push(event.seq);
            }
        }
        for redacts in seqs {
            let reason = "fel barn".to_owned();
            append(&mut events, What::Redacted { redacts, reason });
        }
        let findings = judged(&play, &events);
        prop_assert!(findings.iter().all(|finding| !finding.is_fault), "{findings:#?}\n{events:#?}");
    }
}

/// Takes the text of an event out, if it has one of those that decide something.
fn take_out(what: &mut What) -> bool {
    let text = match what {
        What::Noted { text, .. } => Some(text),
        What::RoleHeld { by, .. } => by.as_mut(),
        What::Done { despite, .. } | What::ItemDone { despite, .. } => despite.as_mut(),
        What::Skipped { reason, .. } | What::ItemSkipped { reason, .. } => Some(reason),
        What::Closed { reason, .. } => reason.as_mut(),
        What::Answered { value, .. } => value.as_mut(),
        _ => None,
    };
    text.map(|text| *text = REDACTED.to_owned()).is_some()
}

/// A question that nothing rests on.
const UNRELATED: &str = "utan-betydelse";

fn question(id: &str) -> Question {
    Question {
        id: id.into(),
        text: "?".to_owned(),
        kind: AnswerKind::Text,
        ask: Ask::Later,
        required: false,
        when: None,
        place: false,
        ..Question::default()
    }
}

/// The same with an answer to that question in the opening, which was taken out.
fn with_one_taken_out(events: &[Event]) -> Vec<Event> {
    let (mut all, later) = {
        let opening = events.partition_point(|event| event.change == 1);
        let (opening, later) = events.split_at(opening);
        (opening.to_vec(), later)
    };
    let mut answered = all.last().unwrap().clone();
    answered.seq += 1;
    let from = answered.seq;
    answered.what = What::Answered {
        question: UNRELATED.into(),
        value: Some(REDACTED.to_owned()),
    };
    all.push(answered);
    all.extend(later.iter().cloned().map(|mut event| {
        event.seq += 1;
        match &mut event.what {
            What::Exported { events, .. } => *events += 1,
            What::Redacted { redacts, .. } if *redacts >= from => *redacts += 1,
            _ => {}
        }
        event
    }));
    all
}

#[test]
fn whatever_is_tampered_with_is_found() {
    let mut runner = TestRunner::deterministic();
    let mut applied: BTreeMap<&str, u32> = BTreeMap::new();
    for _ in 0..150 {
        let story = stories(30).new_tree(&mut runner).unwrap().current();
        let play = story.play(|_, _| Ok(())).unwrap();
        // An answer that was taken out and that nothing rests on covers none of it.
        let mut routine = play.routine().clone();
        routine.questions.push(question(UNRELATED));
        let judged = |events: &[Event]| judge(&routine, &"A".into(), events, play.today, None);
        let histories = [play.events.clone(), with_one_taken_out(&play.events)];
        let all = TAMPERINGS
            .iter()
            .flat_map(|all| histories.iter().map(move |one| (one, all)));
        for (history, (name, must_be_fault, tamper)) in all {
            let mut events = history.clone();
            if tamper(&mut events).is_none() || events == *history {
                continue;
            }
            let before = judged(history).len();
            let findings = judged(&events);
            let is_found = match *must_be_fault {
                true => findings.iter().any(|finding| finding.is_fault),
                false => findings.len() > before || findings.iter().any(|finding| finding.is_fault),
            };
            assert!(is_found, "{name}: {findings:#?}\n{events:#?}");
            *applied.entry(name).or_default() += 1;
        }
    }
    for (name, ..) in TAMPERINGS {
        assert!(applied.contains_key(name), "{name}: {applied:#?}");
    }
}
