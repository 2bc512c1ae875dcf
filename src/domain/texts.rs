//! The free texts and names in an event: what may have to be taken out of the file one day.

use super::event::What;
use super::ids::{QuestionId, RoleId};

/// A free text: what it is, the key it has in the event's JSON, and the text.
pub type FreeText<T> = (TextPlace, &'static str, T);

/// What a text is to the event it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextPlace {
    /// The case's reference, or that of the case it continues.
    Reference,
    /// An answer.
    Answer(QuestionId),
    /// Who holds a role.
    Holder(RoleId),
    /// A note.
    Note,
    /// The name of a file that was written.
    FileName,
    /// A reason or ground.
    Reason,
    /// Who decided.
    Decider,
    /// Who records.
    Recorder,
    /// A title in a school calendar.
    Calendar,
}

/// Every field stands here by name, without `..`: a new event or field does not compile until somebody has said
/// whether it is a text that must be possible to take out.
macro_rules! free_texts {
    ($what:expr) => {{
        let mut texts = Vec::new();
        match $what {
            What::Answered { question, value } => {
                let place = || TextPlace::Answer(question.clone());
                texts.extend(value.into_iter().map(|text| (place(), "value", text)));
            }
            What::RoleHeld { role, by } => {
                let place = || TextPlace::Holder(role.clone());
                texts.extend(by.into_iter().map(|text| (place(), "by", text)));
            }
            What::ItemDone {
                step: _,
                round: _,
                item: _,
                on: _,
                despite,
            }
            | What::Done {
                step: _,
                round: _,
                on: _,
                dates: _,
                despite,
            } => {
                texts.extend(
                    despite
                        .into_iter()
                        .map(|text| (TextPlace::Reason, "despite", text)),
                );
            }
            What::Closed { reason } => {
                texts.extend(
                    reason
                        .into_iter()
                        .map(|text| (TextPlace::Reason, "reason", text)),
                );
            }
            What::ItemSkipped {
                step: _,
                round: _,
                item: _,
                reason,
            }
            | What::Skipped {
                step: _,
                round: _,
                on: _,
                reason,
                dates: _,
            }
            | What::Reopened { reason }
            | What::Redacted { redacts: _, reason } => {
                texts.push((TextPlace::Reason, "reason", reason));
            }
            What::Extended {
                step: _,
                round: _,
                to: _,
                reason,
                decided_by,
            } => {
                texts.push((TextPlace::Reason, "reason", reason));
                texts.push((TextPlace::Decider, "decided_by", decided_by));
            }
            What::Exported {
                events: _,
                head: _,
                file,
            } => {
                texts.extend(
                    file.into_iter()
                        .map(|text| (TextPlace::FileName, "file", text)),
                );
            }
            What::Noted { step: _, text } => texts.push((TextPlace::Note, "text", text)),
            What::Opened {
                routine: _,
                version: _,
                text_hash: _,
                trigger: _,
                continues: _,
                first_opened: _,
            }
            | What::TriggerSet { trigger: _ }
            | What::DateSet { date: _, on: _ }
            | What::DateConfirmed { date: _ }
            | What::Taken { step: _, role: _ }
            | What::Planned { step: _, on: _ }
            | What::DayKnown {
                step: _,
                round: _,
                on: _,
            }
            | What::RoundsOpened {
                by: _,
                on: _,
                opened: _,
                kept: _,
            }
            | What::Reminded { step: _, round: _ }
            | What::Protected {
                hidden: _,
                since: _,
            }
            | What::CalendarSet { calendar: _ }
            | What::Undone { undoes: _ } => {}
        }
        texts
    }};
}

impl What {
    /// Its free texts and names: what may have to be taken out of the file one day.
    pub fn texts(&self) -> Vec<FreeText<&String>> {
        free_texts!(self)
    }

    /// The same, to be changed.
    pub fn texts_mut(&mut self) -> Vec<FreeText<&mut String>> {
        free_texts!(self)
    }
}
