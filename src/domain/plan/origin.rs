//! Where the days and intervals that a date rests on came from: who said so, and when.

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::{
    calendar::RolledDate, condition::Missing, deadline::AnchorDay, due_rule::Anchor, event::Stamp,
    ids::QuestionId, term::Term,
};

/// How a round's dates came about, or why it has none: what the planner used, written down as it used it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Derivation {
    /// Which of the step's due rules counted, from 0.
    pub rule: usize,
    /// The day it counted from; `None` where it gave no date of its own.
    pub anchor: Option<AnchorDay>,
    /// The anchor lay before the outcome that opened the round, so that day counted instead.
    pub from_reopening: bool,
    /// The rule's own date had passed when its anchor was entered.
    pub at_once: bool,
    /// The rule's own date lay before the outcome that opened the round, so that day counted instead.
    pub not_before_reopening: bool,
    pub rolled: Option<RolledDate>,
    pub counted_from: Option<AnchorOrigin>,
    /// The answer that says how long a repeating rule's interval is.
    pub interval: Option<AnswerGiven>,
    pub round_before: Option<RoundBefore>,
    /// What a repeating rule ends at, once known.
    pub until: Option<AnchorOrigin>,
    /// Of a `first_of` or `last_of`: every entry.
    pub entries: Vec<EntryDate>,
}

/// An entry of a `first_of` or `last_of`, and what it comes to. With neither a date nor anything unknown it is out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntryDate {
    /// Its place among the step's due rules, from 0.
    pub rule: usize,
    pub due: Option<NaiveDate>,
    /// What it waits for, or rests on.
    pub unknown: Vec<Missing>,
}

/// A day that a rule counts from, and where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorOrigin {
    pub anchor: Anchor,
    /// Of a step that has ended: in which round, and whether that was skipped.
    pub round: Option<(u32, bool)>,
    pub on: NaiveDate,
    /// Who said so, and when; `None` of a step that a plan which looks ahead takes to be done that day.
    pub recorded: Option<Stamp>,
}

impl Serialize for AnchorOrigin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, id) = match &self.anchor {
            Anchor::KeyDate(id) => ("date", id.as_str()),
            Anchor::Answer(id) => ("answer", id.as_str()),
            Anchor::Step(id) if self.recorded.is_none() => ("assumed", id.as_str()),
            Anchor::Step(id) => ("step", id.as_str()),
            Anchor::Booking(id) => ("planned", id.as_str()),
        };
        let mut json = serializer.serialize_map(None)?;
        json.serialize_entry("kind", kind)?;
        json.serialize_entry("id", id)?;
        if let Some((round, _)) = self.round {
            json.serialize_entry("round", &round)?;
        }
        json.serialize_entry("on", &self.on)?;
        if let Some((_, skipped)) = self.round {
            json.serialize_entry("skipped", &skipped)?;
        }
        if let Some(recorded) = &self.recorded {
            json.serialize_entry("recorded", recorded)?;
        }
        json.end()
    }
}

/// An answer that says a length of time.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct AnswerGiven {
    pub id: QuestionId,
    pub value: String,
    pub recorded: Stamp,
}

/// The round before one of a repeating rule.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct RoundBefore {
    pub round: u32,
    pub raw_due: Option<NaiveDate>,
    /// The day it was done or skipped; `None` when unknown.
    pub on: Option<NaiveDate>,
    pub skipped: bool,
    pub recorded: Stamp,
}

impl AnswerGiven {
    /// The length of time it says.
    pub fn term(&self) -> Option<Term> {
        Term::parse(&self.value).ok()
    }
}
