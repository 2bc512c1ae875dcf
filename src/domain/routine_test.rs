//! The tests a routine file carries beside its steps.

use chrono::NaiveDate;

use super::{
    ids::{KeyDateId, QuestionId, StepId, TriggerId},
    status::Status,
};

/// One `[[test]]`: a newly opened case, what has been done in it, and what is expected.
#[derive(Debug, Clone, PartialEq)]
pub struct RoutineTest {
    pub name: String,
    pub dates: Vec<(KeyDateId, NaiveDate)>,
    pub answers: Vec<(QuestionId, String)>,
    pub trigger: Option<TriggerId>,
    /// The days booked for steps.
    pub planned: Vec<(StepId, NaiveDate)>,
    pub done: Vec<(RoundName, Happened)>,
    /// Which day it is; needed only where something depends on it.
    pub today: Option<NaiveDate>,
    pub expect: Vec<(RoundName, Expected)>,
}

/// A round of a step, written `step` (its first) or `step/round`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundName {
    pub step: StepId,
    /// Which round; `None` when only the step is named: its latest in `expect`, its first in `done`.
    pub round: Option<u32>,
}

/// What has happened to a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Happened {
    Done(NaiveDate),
    /// Skipped on the test's `today`.
    Skipped,
}

impl Happened {
    /// The day it was done; `None` when skipped.
    pub fn on(self) -> Option<NaiveDate> {
        match self {
            Self::Done(on) => Some(on),
            Self::Skipped => None,
        }
    }
}

/// What a round should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    Due(NaiveDate),
    Status(Status),
}

impl RoundName {
    /// Reads `step` or `step/round`; rounds count from 1.
    pub fn parse(text: &str) -> Option<Self> {
        let (step, round) = match text.rsplit_once('/') {
            Some((step, round)) => (step, Some(round.parse().ok().filter(|round| *round > 0)?)),
            None => (text, None),
        };
        (!step.is_empty()).then(|| Self {
            step: step.into(),
            round,
        })
    }
}

impl std::fmt::Display for RoundName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.round {
            Some(round) => write!(out, "{}/{round}", self.step),
            None => write!(out, "{}", self.step),
        }
    }
}
