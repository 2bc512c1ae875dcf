//! A case: the fold over its events.

mod fold;

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

pub use self::fold::BrokenHistory;
pub use super::event::undone_changes;
use super::{
    akt::AktMark,
    event::{Event, RoundDates, Stamp},
    ids::{CaseRef, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId},
    routine::Step,
    school::SchoolCalendar,
};

/// The state of a case: what its history comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    pub routine: RoutineId,
    pub version: String,
    pub text_hash: String,
    pub opened: NaiveDate,
    /// The latest day on which anything was recorded: what is recorded under an earlier one hides nothing of it.
    pub latest_day: NaiveDate,
    /// The day the first case of its line was opened, when it continues another.
    pub first_opened: NaiveDate,
    pub continues: Option<CaseRef>,
    pub trigger: Option<TriggerId>,
    /// The day it was closed, and why, while it is closed.
    pub closed: Option<(NaiveDate, Option<String>)>,
    pub continued_by: Option<CaseRef>,
    /// The child's whereabouts are hidden: the day that was last said.
    pub protected: Option<NaiveDate>,
    pub school: Option<SchoolCalendar>,
    pub dates: BTreeMap<KeyDateId, KnownDate>,
    pub answers: BTreeMap<QuestionId, Answer>,
    pub roles: BTreeMap<RoleId, String>,
    pub taken: BTreeMap<StepId, RoleId>,
    pub planned: BTreeMap<StepId, Booking>,
    pub rounds: BTreeMap<StepId, Vec<Round>>,
    /// The steps that were added to it.
    pub own: BTreeMap<StepId, OwnStep>,
    pub notes: Vec<Note>,
    pub akt: AktMark,
    /// Those that it comes to, oldest first, but for those that are never taken back.
    pub(crate) events: Vec<Event>,
}

/// A known key date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownDate {
    pub on: NaiveDate,
    /// Somebody has said that it did happen: it was set on the day or after it, or confirmed since.
    pub confirmed: bool,
    pub seq: u32,
    pub stamp: Stamp,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// In the form answers are stored.
    pub value: String,
    pub seq: u32,
    pub change: u32,
    pub stamp: Stamp,
}

/// A day that is booked for a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Booking {
    pub on: NaiveDate,
    pub stamp: Stamp,
}

/// A step that somebody added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStep {
    /// The day it is due, if it is.
    pub to: Option<NaiveDate>,
    pub stamp: Stamp,
}

/// Something written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// About this step, or the case.
    pub step: Option<StepId>,
    pub text: String,
    pub stamp: Stamp,
}

/// What is recorded of one round of a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Round {
    pub reopened: Option<Reopening>,
    pub items: BTreeMap<ItemId, ItemMark>,
    pub reminded: Vec<NaiveDate>,
    /// Days on which somebody tried to remind, and nobody answered.
    pub tried: Vec<NaiveDate>,
    pub extension: Option<Extension>,
    pub end: Option<RoundEnd>,
}

/// An outcome that gave steps a new round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reopening {
    pub seq: u32,
    pub change: u32,
    pub by: StepId,
    /// The day from which the new rounds count.
    pub on: NaiveDate,
    /// The round each step reopened at the same time is to do.
    pub rounds: BTreeMap<StepId, u32>,
}

/// A part that is done or skipped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ItemMark {
    /// The day; `None` when unknown or skipped.
    pub on: Option<NaiveDate>,
    /// Not relevant, and why.
    pub skipped: Option<String>,
    pub despite: Option<String>,
    pub decided_by: Option<String>,
    pub seq: u32,
}

/// A later date, by decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    pub to: NaiveDate,
    pub reason: String,
    pub decided_by: String,
    pub stamp: Stamp,
}

/// How a round ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RoundEnd {
    /// Not relevant, and why; `None` when it was done.
    pub skipped: Option<String>,
    /// The day; `None` when unknown.
    pub on: Option<NaiveDate>,
    /// The day that was booked for it.
    pub booked: Option<Booking>,
    pub dates: RoundDates,
    /// The day on which its day was entered: when it was recorded, or when a day unknown until then was given.
    pub day_entered: NaiveDate,
    /// The latest day on which anything had been recorded by then.
    pub latest_day: NaiveDate,
    pub despite: Option<String>,
    pub decided_by: Option<String>,
    pub seq: u32,
    pub stamp: Stamp,
}

impl RoundEnd {
    /// Whole days after its date that it was done or skipped; `None` without a date or on an unknown day.
    pub fn days_late(&self) -> Option<i64> {
        Some((self.on? - self.dates.due?).num_days().max(0))
    }

    /// Whole days after its date that it was told, if that was not on the day the case was opened.
    pub fn told_late(&self, case: &Case) -> Option<i64> {
        let days = (self.latest_day - self.dates.due?).num_days();
        (days > 0 && self.latest_day != case.opened).then_some(days)
    }
}

impl Case {
    /// A question's latest answer, in the form it is stored.
    pub fn answer(&self, question: &QuestionId) -> Option<&str> {
        self.answers.get(question).map(|a| a.value.as_str())
    }

    /// What is recorded of a step's rounds, oldest first.
    pub fn rounds_of(&self, step: &StepId) -> &[Round] {
        self.rounds.get(step).map_or(&[], Vec::as_slice)
    }

    /// How many of a step's rounds have ended.
    pub fn ends_of(&self, step: &StepId) -> usize {
        self.rounds_of(step).len() - usize::from(self.round_under_way(step).is_some())
    }

    /// What is recorded of a step's round that has not ended.
    pub fn round_under_way(&self, step: &StepId) -> Option<&Round> {
        let latest = self.rounds_of(step).last();
        latest.filter(|round| round.end.is_none())
    }

    /// The day booked for a step's round that has not ended, else the one that its latest ended round had; of rounds
    /// from the given one on.
    pub fn booking(&self, step: &StepId, from: u32) -> Option<&Booking> {
        let ended = || {
            let ended = self.ends_of(step);
            let is_told = u32::try_from(ended).is_ok_and(|number| number >= from);
            let round = self.rounds_of(step).get(ended.checked_sub(1)?)?;
            round.end.as_ref()?.booked.as_ref().filter(|_| is_told)
        };
        self.planned.get(step).or_else(ended)
    }

    /// What is recorded of a round of a step.
    pub fn round(&self, step: &StepId, number: u32) -> Option<&Round> {
        self.rounds_of(step).get(index(number)?)
    }

    /// How a round of a step ended, if it has.
    pub fn end_of(&self, step: &StepId, number: u32) -> Option<&RoundEnd> {
        self.round(step, number)?.end.as_ref()
    }

    /// How the latest round that counts for others ended: one that has, or one an outcome has opened anew.
    fn latest_telling_end(&self, step: &StepId) -> Option<&RoundEnd> {
        let mut latest_first = self.rounds_of(step).iter().rev();
        let telling = latest_first.find(|round| round.end.is_some() || round.reopened.is_some());
        telling?.end.as_ref()
    }

    /// How a step's latest round that ended did so.
    pub fn latest_end(&self, step: &StepId) -> Option<&RoundEnd> {
        let mut latest_first = self.rounds_of(step).iter().rev();
        latest_first.find_map(|round| round.end.as_ref())
    }

    /// How a step's latest telling round ended, if it was done.
    pub fn latest_done(&self, step: &StepId) -> Option<&RoundEnd> {
        self.latest_telling_end(step)
            .filter(|end| end.skipped.is_none())
    }

    /// Whether a step's latest telling round was skipped.
    pub fn is_skipped(&self, step: &StepId) -> bool {
        self.latest_telling_end(step)
            .is_some_and(|end| end.skipped.is_some())
    }

    /// The day by which hidden whereabouts must be considered anew: at least every third month (LVU 14 §).
    pub fn protection_review(&self) -> Option<NaiveDate> {
        self.protected?.checked_add_months(Months::new(3))
    }

    /// Whether a step is the routine's, or one that was added to the case and stands.
    pub fn has(&self, step: &Step) -> bool {
        !step.is_own() || self.own.contains_key(&step.id)
    }

    /// Whether the case is open.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }
}

/// A round's place in the list: rounds count from 1.
fn index(round: u32) -> Option<usize> {
    usize::try_from(round.checked_sub(1)?).ok()
}
