//! What of a case's history belongs in the case system's own record, the akt, and how far that has been brought over.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{
    case::undone_changes,
    event::{Event, What},
    ids::{KeyDateId, QuestionId, RoleId, StepId},
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

/// What a fact is about; of several about the same the latest stands.
#[derive(Debug, PartialEq)]
enum FactSubject<'e> {
    Trigger,
    Whereabouts,
    Date(&'e KeyDateId),
    Answer(QuestionId),
    Role(&'e RoleId),
    WhoTakes(&'e StepId),
    Booking(&'e StepId),
    NewDate(&'e StepId, u32),
    End(&'e StepId, u32),
    /// Itself alone.
    Event(u32),
}

/// What an event is about; `None`: it is no matter for the akt. Every kind is named, so that none is forgotten.
fn subject<'e>(
    event: &'e Event,
    consent_of: &impl Fn(&QuestionId) -> Option<QuestionId>,
) -> Option<FactSubject<'e>> {
    Some(match &event.what {
        What::TriggerSet { .. } => FactSubject::Trigger,
        What::Protected { .. } => FactSubject::Whereabouts,
        What::DateSet { date, .. } | What::DateConfirmed { date } => FactSubject::Date(date),
        What::Answered { question, .. } => {
            FactSubject::Answer(consent_of(question).unwrap_or_else(|| question.clone()))
        }
        What::RoleHeld { role, .. } => FactSubject::Role(role),
        What::Taken { step, .. } => FactSubject::WhoTakes(step),
        What::Planned { step, .. } => FactSubject::Booking(step),
        What::Extended { step, round, .. } => FactSubject::NewDate(step, *round),
        What::Done { step, round, .. }
        | What::DayKnown { step, round, .. }
        | What::Skipped { step, round, .. } => FactSubject::End(step, *round),
        What::Opened { .. }
        | What::ItemDone { .. }
        | What::ItemSkipped { .. }
        | What::Reminded { .. }
        | What::Noted { .. }
        | What::Closed { .. }
        | What::Reopened { .. } => FactSubject::Event(event.seq),
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
        What::Noted { text, .. } => text == REDACTED,
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
    history.iter().rev().flat_map(move |event| {
        let mut found = Vec::new();
        for (what, is_taken_back) in candidates(history, &undone, event) {
            let Some(subject) = subject(what, &consent_of) else {
                continue;
            };
            if !is_taken_back {
                if told.contains(&subject) {
                    continue;
                }
                told.push(subject);
            }
            if !is_taken_out(&what.what) {
                found.push(AktFact {
                    seq: event.seq,
                    recorded: event.stamp.day,
                    on: day_of(history, what, is_taken_back.then_some(event)),
                    what: &what.what,
                    is_taken_back,
                });
            }
        }
        found
    })
}

/// What an event may tell: itself while it stands; of a taking back, what had been brought over before, and what stands
/// in its stead.
fn candidates<'e>(
    history: &'e [Event],
    undone: &BTreeSet<u32>,
    event: &'e Event,
) -> Vec<(&'e Event, bool)> {
    let stands = |event: &&Event| !undone.contains(&event.change);
    let What::Undone { undoes } = event.what else {
        return Some(event)
            .filter(stands)
            .map(|event| (event, false))
            .into_iter()
            .collect();
    };
    let before = history.iter().take_while(|earlier| earlier.seq < event.seq);
    let marks = before
        .clone()
        .filter(stands)
        .filter_map(|mark| match mark.what {
            What::BroughtOver { up_to } => Some(up_to),
            _ => None,
        });
    let up_to = marks.max().unwrap_or(0);
    let brought_over = before.take_while(|earlier| earlier.seq <= up_to);
    let taken_back = brought_over
        .clone()
        .filter(|earlier| earlier.change == undoes);
    let mut candidates = Vec::new();
    for wrong in taken_back {
        candidates.push((wrong, true));
        let about = subject(wrong, &|_| None);
        let same = |earlier: &&Event| about.is_some() && subject(earlier, &|_| None) == about;
        let again = brought_over.clone().filter(stands).filter(same).last();
        candidates.extend(again.map(|again| (again, false)));
    }
    candidates.reverse();
    candidates
}

/// The day of a fact. What is said with something that was done goes by that one's day; a correction by its own.
fn day_of(history: &[Event], event: &Event, taken_back_in: Option<&Event>) -> NaiveDate {
    if let Some(correction) = taken_back_in {
        return correction.stamp.day;
    }
    let done = |event: &Event| match &event.what {
        What::Skipped { on, .. } => Some(*on),
        what => what.done_on(),
    };
    let beside = || {
        let is_beside = matches!(event.what, What::Answered { .. } | What::Noted { .. });
        let mut change = history.iter().filter(|other| other.change == event.change);
        is_beside.then(|| change.find_map(done)).flatten()
    };
    done(event).or_else(beside).unwrap_or(event.stamp.day)
}
