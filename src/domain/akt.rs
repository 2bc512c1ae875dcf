//! What of a case's history belongs in the case system's own record, the akt, and how far that has been brought over.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    event::{Event, What, undone_changes},
    ids::QuestionId,
    texts::REDACTED,
};

/// A fact for the akt, as it now stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AktFact<'e> {
    /// The event from which on it is to be told.
    pub seq: u32,
    /// The day that one was recorded.
    pub recorded: NaiveDate,
    /// The day it was done; where that is unknown, or nothing is done, the day it was recorded.
    pub on: NaiveDate,
    pub what: &'e What,
    /// It had been brought over when it was taken back.
    pub is_taken_back: bool,
}

/// How far a case's facts have been brought over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct AktMark {
    /// What was recorded up to this event stands in the akt; 0 if nothing was brought over.
    pub up_to: u32,
    /// The day of the latest mark.
    pub on: Option<NaiveDate>,
    /// The event of the latest fact.
    latest: u32,
}

impl AktMark {
    /// Whether there are facts that have not been brought over.
    pub fn has_news(self) -> bool {
        self.latest > self.up_to
    }

    /// Goes on with one more event, which takes nothing back.
    pub(super) fn take(&mut self, event: &Event) {
        if let What::BroughtOver { up_to } = event.what {
            self.up_to = self.up_to.max(up_to);
            self.on = Some(event.stamp.day);
        } else if subject(event, &|_| None).is_some() && !is_taken_out(&event.what) {
            self.latest = event.seq;
        }
    }

    /// Goes by a whole history, of which some was taken back or its texts taken out.
    pub(super) fn settle(&mut self, history: &[Event]) {
        let latest = facts(history, |_| None).next();
        self.latest = latest.map_or(0, |fact| fact.seq);
    }
}

/// What an event is about, of which the latest stands; `None`: it is no matter for the akt. Every kind is named, so that
/// none is forgotten.
fn subject(
    event: &Event,
    consent_of: &impl Fn(&QuestionId) -> Option<QuestionId>,
) -> Option<String> {
    Some(match &event.what {
        What::TriggerSet { .. } => "trigger".to_owned(),
        What::Protected { .. } => "whereabouts".to_owned(),
        What::DateSet { date, .. } | What::DateConfirmed { date } => format!("date {date}"),
        What::Answered { question, .. } => match consent_of(question) {
            Some(consent) => format!("answer {consent}"),
            None => format!("answer {question}"),
        },
        What::RoleHeld { role, .. } => format!("role {role}"),
        What::Taken { step, .. } => format!("who takes {step}"),
        What::Planned { step, .. } => format!("booking {step}"),
        What::Extended { step, round, .. } => format!("new date {step} {round}"),
        What::Done { step, round, .. }
        | What::DayKnown { step, round, .. }
        | What::Skipped { step, round, .. } => format!("end {step} {round}"),
        What::Opened { .. }
        | What::ItemDone { .. }
        | What::ItemSkipped { .. }
        | What::Reminded { .. }
        | What::Added { .. }
        | What::Noted { .. }
        | What::Closed { .. }
        | What::Reopened { .. } => format!("event {}", event.seq),
        What::RoundsOpened { .. }
        | What::CalendarSet { .. }
        | What::Exported { .. }
        | What::Redacted { .. }
        | What::Undone { .. }
        | What::BroughtOver { .. } => return None,
    })
}

/// The text that it is all about was taken out of the file.
fn is_taken_out(what: &What) -> bool {
    match what {
        What::Noted { text, .. } | What::Added { title: text, .. } => text == REDACTED,
        What::Answered { value: text, .. } | What::RoleHeld { by: text, .. } => {
            text.as_deref() == Some(REDACTED)
        }
        _ => false,
    }
}

/// The facts that a history comes to, the latest first. `consent_of` is the question that another tells more of: those
/// are one fact.
pub fn facts<'e>(
    history: &'e [Event],
    consent_of: impl Fn(&QuestionId) -> Option<QuestionId> + 'e,
) -> impl Iterator<Item = AktFact<'e>> {
    let undone = undone_changes(history);
    let mut told = Vec::new();
    let standing = move |(at, event, is_taken_back): (&'e Event, &'e Event, bool)| {
        let subject = subject(event, &consent_of)?;
        if !is_taken_back {
            if told.contains(&subject) {
                return None;
            }
            told.push(subject);
        }
        let fact = AktFact {
            seq: at.seq,
            recorded: at.stamp.day,
            on: match is_taken_back {
                true => at.stamp.day,
                false => day_of(history, event),
            },
            what: &event.what,
            is_taken_back,
        };
        (!is_taken_out(&event.what)).then_some(fact)
    };
    let latest_first = history.iter().rev();
    let candidates = latest_first.flat_map(move |at| candidates(history, &undone, at));
    candidates.filter_map(standing)
}

/// What an event may tell: itself while it stands; of a taking back, what had been brought over before, and what stands
/// in its stead. With each the event that tells it, and whether it was taken back.
fn candidates<'e>(
    history: &'e [Event],
    undone: &BTreeSet<u32>,
    at: &'e Event,
) -> Vec<(&'e Event, &'e Event, bool)> {
    let stands = |event: &&Event| !undone.contains(&event.change);
    let What::Undone { undoes } = at.what else {
        let itself = Some(at).filter(stands);
        return itself.map(|event| (at, event, false)).into_iter().collect();
    };
    let before = history.iter().take_while(|event| event.seq < at.seq);
    let marks = before.clone().filter(stands).map(|mark| match mark.what {
        What::BroughtOver { up_to } => up_to,
        _ => 0,
    });
    let up_to = marks.max().unwrap_or(0);
    let brought_over = before.take_while(|event| event.seq <= up_to);
    let mut candidates = Vec::new();
    for wrong in brought_over.clone().filter(|event| event.change == undoes) {
        candidates.push((at, wrong, true));
        let about = subject(wrong, &|_| None);
        let same = |event: &&Event| about.is_some() && subject(event, &|_| None) == about;
        let instead = brought_over.clone().filter(stands).filter(same).last();
        candidates.extend(instead.map(|instead| (at, instead, false)));
    }
    candidates.reverse();
    candidates
}

/// The day of a fact: the one it was done, else recorded. What is said with something that was done goes by that one's.
fn day_of(history: &[Event], event: &Event) -> NaiveDate {
    let done = |event: &Event| match &event.what {
        What::Skipped { on, .. } => Some(*on),
        what => what.done_on(),
    };
    let is_beside = matches!(event.what, What::Answered { .. } | What::Noted { .. });
    let mut beside = history
        .iter()
        .filter(|other| is_beside && other.change == event.change);
    let on = done(event).or_else(|| beside.find_map(done));
    on.unwrap_or(event.stamp.day)
}
