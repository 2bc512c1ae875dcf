//! What somebody else had recorded of the same thing, which a new event now stands for.

use super::{
    case::Case,
    event::{Event, What},
};

/// What an event is about, if of such events the latest counts, and what it says of that.
fn said(what: &What) -> Option<(What, Option<String>)> {
    let mut subject = what.clone();
    let said = match &mut subject {
        What::TriggerSet { trigger } => trigger.take().map(|trigger| trigger.to_string()),
        What::DateSet { on, .. } | What::Planned { on, .. } => on.take().map(|on| on.to_string()),
        What::Answered { value: text, .. } | What::RoleHeld { by: text, .. } => text.take(),
        What::Taken { role, .. } => role.take().map(|role| role.to_string()),
        What::Extended {
            to,
            reason,
            decided_by,
            ..
        } => {
            reason.clear();
            decided_by.clear();
            Some(std::mem::take(to).to_string())
        }
        _ => return None,
    };
    Some((subject, said))
}

/// The events of a case that new ones stand for from now on: the latest about the same thing, when somebody else
/// recorded it and it said something else.
pub fn replaced_by<'c>(case: &'c Case, new: &[Event]) -> Vec<&'c Event> {
    let replaced = new.iter().filter_map(|event| {
        let (subject, now) = said(&event.what)?;
        let latest_first = case.events.iter().rev();
        let (before, latest) = latest_first
            .filter_map(|earlier| Some((said(&earlier.what)?, earlier)))
            .find(|((earlier, _), _)| *earlier == subject)?;
        let is_anothers = latest.stamp.who != event.stamp.who;
        (is_anothers && before.1 != now).then_some(latest)
    });
    replaced.collect()
}
