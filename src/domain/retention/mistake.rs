//! A case that was opened by mistake: nothing but its opening has happened, just now.

use chrono::{Days, NaiveDate};

use crate::domain::event::{Event, What};

/// Opened before Easter, on Maundy Thursday, a case is seen to be a mistake on the Tuesday after.
const DAYS: Days = Days::new(5);

/// Whether a day is the one on which a case was opened, or shortly after it.
pub fn is_just_opened(opened: NaiveDate, today: NaiveDate) -> bool {
    let last = opened.checked_add_days(DAYS);
    opened <= today && last.is_none_or(|last| today <= last)
}

/// Whether a history is a case's opening and nothing else: one change, in which nothing is done or skipped, and no other
/// case is continued, which closed that one.
pub fn is_mere_opening(events: &[Event]) -> bool {
    let is_of_opening = |what: &What| match what {
        What::Opened { continues, .. } => continues.is_none(),
        What::TriggerSet { .. } | What::DateSet { .. } | What::Answered { .. } => true,
        What::RoleHeld { .. } | What::Taken { .. } | What::Planned { .. } => true,
        What::Protected { .. } | What::CalendarSet { .. } => true,
        _ => false,
    };
    let first = events.first().map(|event| event.change);
    let mut all = events.iter();
    all.all(|event| Some(event.change) == first && is_of_opening(&event.what))
}
