//! Rectification: the texts of one event are taken out, and an event says so.

use super::refusal::RequiredText;
use super::{Decision, Refusal, one_event, required_text};
use crate::domain::event::{Event, Stamp, What};

/// Says that the texts of event `seq` are taken out, and why. Which texts there are is the store's to know.
///
/// # Errors
/// No reason; an identity number in it.
pub fn redact(
    history: &[Event],
    seq: u32,
    reason: &str,
    stamp: Stamp,
) -> Result<Decision, Refusal> {
    let reason = required_text(reason, RequiredText::Reason)?;
    let redacts = seq;
    one_event(history, stamp, What::Redacted { redacts, reason })
}
