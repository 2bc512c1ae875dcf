//! A step that is taken back: what is left is what the same commands would have given without it.

use chrono::NaiveDate;
use proptest::prelude::*;

use sisam::domain::decide::{Draft, HowDone, Refusal, undo_step};
use sisam::domain::event::{Event, What};

use super::config;
use super::moves::stories;
use super::play::Play;

/// Gives the commands again that a change was made of. What follows from them by itself follows again.
fn give_again(draft: &mut Draft<'_>, change: &[Event]) -> Result<(), Refusal> {
    let settles = |step| {
        change.iter().any(|event| match &event.what {
            What::ItemDone { step: of, .. } | What::ItemSkipped { step: of, .. } => of == step,
            _ => false,
        })
    };
    for event in change {
        match &event.what {
            What::DateSet { date, on } => draft.set_date(date, *on)?,
            What::DateConfirmed { date } => draft.confirm_date(date)?,
            What::Answered { question, value } => {
                draft.answer(question, value.as_deref().unwrap_or_default())?;
            }
            What::RoleHeld { role, by } => draft.hold_role(role, by.as_deref())?,
            What::Taken { step, role } => draft.take_step(step, role.as_ref())?,
            What::Planned { step, on } => draft.book(step, *on)?,
            What::Done { step, .. } | What::Skipped { step, .. } if settles(step) => {}
            What::Done {
                step,
                round,
                on,
                despite,
                decided_by,
                ..
            } => {
                draft.name_round(step, *round);
                draft.done(step, &how(*on, despite, decided_by))?;
            }
            What::DayKnown {
                step,
                round,
                on,
                despite,
                decided_by,
            } => {
                draft.name_round(step, *round);
                draft.done(step, &how(Some(*on), despite, decided_by))?;
            }
            What::ItemDone {
                step,
                round,
                item,
                on,
                despite,
                decided_by,
            } => {
                draft.name_round(step, *round);
                draft.done_item(step, item, &how(*on, despite, decided_by))?;
            }
            What::ItemSkipped {
                step,
                round,
                item,
                reason,
            } => {
                draft.name_round(step, *round);
                draft.skip_item(step, item, reason)?;
            }
            What::Skipped {
                step,
                round,
                reason,
                ..
            } => {
                draft.name_round(step, *round);
                draft.skip(step, reason)?;
            }
            What::Extended {
                step,
                to,
                reason,
                decided_by,
                ..
            } => draft.extend(step, *to, reason, decided_by)?,
            What::Noted { step, text } => draft.note(step.as_ref(), text)?,
            What::Closed { reason, .. } => draft.close(reason.as_deref())?,
            What::Reopened { reason } => draft.reopen(reason)?,
            What::TriggerSet { trigger } => draft.set_trigger(trigger.as_ref())?,
            What::Protected { hidden, .. } => draft.protect(*hidden)?,
            What::CalendarSet { calendar } => draft.set_school_calendar(calendar.clone())?,
            // Follows by itself.
            What::RoundsOpened { .. } => {}
            // Stands, or is no command that is left.
            What::Opened { .. }
            | What::Added { .. }
            | What::Reminded { .. }
            | What::Exported { .. }
            | What::BroughtOver { .. }
            | What::Redacted { .. }
            | What::Undone { .. } => {}
        }
    }
    Ok(())
}

/// The history that the commands give which are left, if all are still accepted.
fn replayed(play: &Play, left: &[Event]) -> Option<Vec<Event>> {
    let mut history: Vec<Event> = Vec::new();
    for change in left.chunk_by(|one, next| one.change == next.change) {
        if history.is_empty() {
            history.extend_from_slice(change);
            continue;
        }
        let mut draft = Draft::of(play.routine(), &history, change[0].stamp.clone()).ok()?;
        give_again(&mut draft, change).ok()?;
        history.extend(draft.finish().ok()?.events);
    }
    Some(history)
}

proptest! {
    #![proptest_config(config(120))]

    #[test]
    fn taking_a_step_back_is_no_laxer_and_no_stricter_than_the_other_commands_without_it(
        story in stories(25),
    ) {
        let play = story.play(|_, _| Ok(()))?;
        let undone = sisam::domain::case::undone_changes(&play.events);
        let stands = |event: &&Event| {
            !undone.contains(&event.change)
                && !matches!(event.what, What::Undone { .. } | What::Exported { .. } | What::Reminded { .. })
        };
        for step in play.routine().steps() {
            let of_step = |event: &&Event| event.what.step() == Some(&step.id);
            let Some(latest) = play.events.iter().rev().filter(stands).find(of_step) else { continue };
            let left = play.events.iter().filter(stands);
            let left: Vec<Event> = left.filter(|event| event.change != latest.change).cloned().collect();
            let goes = replayed(&play, &left).is_some();
            match undo_step(play.routine(), &play.events, &step.id) {
                Ok(undoing) => prop_assert!(goes, "{}: {:#?}", step.id, undoing.events),
                Err(Refusal::StandsOn { seq, .. }) => {
                    // The rounds that an outcome opened are stored by number: without the step they are not there.
                    let standing = play.events.iter().find(|event| event.seq == seq).unwrap();
                    let is_outcome = matches!(standing.what, What::RoundsOpened { .. });
                    prop_assert!(!goes || is_outcome, "{}: {standing:#?}", step.id);
                }
                Err(refusal) => prop_assert!(false, "{refusal:?}"),
            }
        }
    }
}

fn how(on: Option<NaiveDate>, despite: &Option<String>, decided_by: &Option<String>) -> HowDone {
    HowDone {
        on,
        despite: despite.clone(),
        decided_by: decided_by.clone(),
    }
}
