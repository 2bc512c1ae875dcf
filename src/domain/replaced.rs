//! What somebody else had recorded of the same thing, which a new event now stands for.

use super::case::undone_changes;
use super::event::{Event, What};
use super::ids::{KeyDateId, QuestionId, RoleId, StepId, TriggerId};

/// A thing of which the latest event counts, and what that event says of it.
#[derive(PartialEq)]
enum Said<'e> {
    Trigger(Option<&'e TriggerId>),
    Date(&'e KeyDateId, Option<chrono::NaiveDate>),
    Answer(&'e QuestionId, Option<&'e str>),
    Role(&'e RoleId, Option<&'e str>),
    Taken(&'e StepId, Option<&'e RoleId>),
    Planned(&'e StepId, Option<chrono::NaiveDate>),
    Extended(&'e StepId, u32, chrono::NaiveDate),
}

impl<'e> Said<'e> {
    fn by(event: &'e Event) -> Option<Self> {
        Some(match &event.what {
            What::TriggerSet { trigger } => Self::Trigger(trigger.as_ref()),
            What::DateSet { date, on } => Self::Date(date, *on),
            What::Answered { question, value } => Self::Answer(question, value.as_deref()),
            What::RoleHeld { role, by } => Self::Role(role, by.as_deref()),
            What::Taken { step, role } => Self::Taken(step, role.as_ref()),
            What::Planned { step, on } => Self::Planned(step, *on),
            What::Extended {
                step, round, to, ..
            } => Self::Extended(step, *round, *to),
            _ => return None,
        })
    }

    fn is_about_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Trigger(_), Self::Trigger(_)) => true,
            (Self::Date(one, _), Self::Date(two, _)) => one == two,
            (Self::Answer(one, _), Self::Answer(two, _)) => one == two,
            (Self::Role(one, _), Self::Role(two, _)) => one == two,
            (Self::Taken(one, _), Self::Taken(two, _))
            | (Self::Planned(one, _), Self::Planned(two, _)) => one == two,
            (Self::Extended(one, first, _), Self::Extended(two, second, _)) => {
                (one, first) == (two, second)
            }
            _ => false,
        }
    }
}

/// The events of this history that new ones stand for from now on: the latest about the same thing, when somebody
/// else recorded it and it said something else.
pub fn replaced_by<'h>(history: &'h [Event], new: &[Event]) -> Vec<&'h Event> {
    let undone = undone_changes(history);
    let replaced = new.iter().filter_map(|event| {
        let now = Said::by(event)?;
        let standing = history.iter().rev().filter(|e| !undone.contains(&e.change));
        let (said, latest) = standing
            .filter_map(|earlier| Some((Said::by(earlier)?, earlier)))
            .find(|(said, _)| said.is_about_the_same(&now))?;
        let is_anothers = latest.stamp.who != event.stamp.who;
        (is_anothers && said != now).then_some(latest)
    });
    replaced.collect()
}
