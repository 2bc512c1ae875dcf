//! Writing a case out: an event that says so, whatever state the case is in.

use super::{Decision, Refusal, one_event};
use crate::domain::event::{Event, Stamp, What};

/// Records that a whole history was written out: its last event's hash, and the file's name if it went to one.
///
/// # Errors
/// An identity number in the file's name or for the one who records; a history that does not fold.
pub fn exported(
    history: &[Event],
    stamp: Stamp,
    head: String,
    file: Option<String>,
) -> Result<Decision, Refusal> {
    let events = history.last().map_or(0, |last| last.seq);
    one_event(history, stamp, What::Exported { events, head, file })
}
