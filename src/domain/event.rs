//! What has happened in a case. Events are only ever added; a case's state is the fold over them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::due_rule::Basis;
use super::ids::{CaseRef, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId};
use super::school::SchoolCalendar;

/// Something that happened, and who recorded it when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the case's history: 1, 2, …
    pub seq: u32,
    /// Which change it belongs to: what one command, or one screen of the walk, stored.
    pub change: u32,
    /// When it was recorded, and by whom.
    #[serde(flatten)]
    pub stamp: Stamp,
    /// What happened.
    #[serde(flatten)]
    pub what: What,
}

/// When something was recorded, and by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// RFC 3339, UTC.
    pub at: String,
    /// The day it was where it was recorded.
    pub day: NaiveDate,
    /// The day was given with `--today` and not read from the clock.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub today_given: bool,
    /// Self-declared.
    pub who: String,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum What {
    /// The case was opened.
    Opened {
        /// From which routine.
        routine: RoutineId,
        /// Its version, as the file says.
        version: String,
        /// The hash of its exact text.
        text_hash: String,
        /// What started the case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        trigger: Option<TriggerId>,
        /// The case it continues, after a re-placement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        continues: Option<CaseRef>,
        /// When the first case of that line was opened.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        first_opened: Option<NaiveDate>,
    },
    /// It came to be known, or was corrected, what started the case.
    TriggerSet {
        /// Which; `None` withdraws it.
        trigger: Option<TriggerId>,
    },
    /// A key date was set or withdrawn.
    DateSet {
        /// Which.
        date: KeyDateId,
        /// The day; `None` withdraws it.
        on: Option<NaiveDate>,
    },
    /// A key date that was set in advance did happen that day.
    DateConfirmed {
        /// Which.
        date: KeyDateId,
    },
    /// A question was answered, or its answer withdrawn.
    Answered {
        /// Which.
        question: QuestionId,
        /// In the form answers are stored; `None` withdraws it.
        value: Option<String>,
    },
    /// Somebody holds a role, or no longer does.
    RoleHeld {
        /// Which.
        role: RoleId,
        /// `None`: nobody.
        by: Option<String>,
    },
    /// It was agreed which role takes a step, or left open again.
    Taken {
        /// Which step.
        step: StepId,
        /// `None`: open again.
        role: Option<RoleId>,
    },
    /// A day was booked for a step, or cancelled.
    Planned {
        /// Which step.
        step: StepId,
        /// `None`: cancelled.
        on: Option<NaiveDate>,
    },
    /// A part of a step was done.
    ItemDone {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
        /// Which part.
        item: ItemId,
        /// `None`: the day is unknown.
        on: Option<NaiveDate>,
        /// The ground or reason for going past what did not hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
        /// Who decided that: a function.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decided_by: Option<String>,
    },
    /// A part of a step was not relevant.
    ItemSkipped {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
        /// Which part.
        item: ItemId,
        /// Why.
        reason: String,
    },
    /// A round was done.
    Done {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
        /// `None`: the day is unknown.
        on: Option<NaiveDate>,
        /// The dates then in force.
        dates: RoundDates,
        /// The ground or reason for going past what did not hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
        /// Who decided that: a function.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decided_by: Option<String>,
    },
    /// The day of a round that was done on an unknown day came to be known.
    DayKnown {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
        /// The day.
        on: NaiveDate,
        /// The ground or reason for going past what did not hold on that day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
        /// Who decided that: a function.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decided_by: Option<String>,
    },
    /// A round was not relevant.
    Skipped {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
        /// The day it was decided.
        on: NaiveDate,
        /// Why.
        reason: String,
        /// The dates then in force.
        dates: RoundDates,
    },
    /// The outcome of a step gave others a new round.
    RoundsOpened {
        /// The step whose outcome it was.
        by: StepId,
        /// The day that step was done; if unknown, the day it was recorded.
        on: NaiveDate,
        /// The new round of each step that had ended its latest.
        opened: BTreeMap<StepId, u32>,
        /// The round of each named step that was still under way, and stays so.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        kept: BTreeMap<StepId, u32>,
    },
    /// A round got a later date, by decision.
    Extended {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
        /// The new date.
        to: NaiveDate,
        /// Why.
        reason: String,
        /// Who decided.
        decided_by: String,
    },
    /// Whoever answers for a step was reminded of it.
    Reminded {
        /// Which step.
        step: StepId,
        /// Which round.
        round: u32,
    },
    /// The whole history up to this event was written out, to be taken in elsewhere.
    Exported {
        /// How many events that was.
        events: u32,
        /// The hash of the last of them, hexadecimal.
        head: String,
        /// The name of the file it was written to, if it was one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<String>,
    },
    /// Somebody wrote something down.
    Noted {
        /// About this step, or the case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        step: Option<StepId>,
        /// The note.
        text: String,
    },
    /// The child's whereabouts are hidden, or no longer.
    Protected {
        /// Whether they are.
        hidden: bool,
        /// The day that was decided, where that was in the case this one continues: its review counts from then.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        since: Option<NaiveDate>,
    },
    /// The case got its municipality's school calendar.
    CalendarSet {
        /// The whole of it, so that the history can be read without the file it came from.
        calendar: SchoolCalendar,
    },
    /// The case was closed.
    Closed {
        /// Why, where that was needed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The case that goes on in its stead, after a re-placement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        continued_by: Option<CaseRef>,
    },
    /// The case was opened again; its clock goes on.
    Reopened {
        /// Why.
        reason: String,
    },
    /// The texts of an earlier event were taken out of the file. That they were there stays.
    Redacted {
        /// Which event.
        redacts: u32,
        /// Why.
        reason: String,
    },
    /// An earlier change was taken back.
    Undone {
        /// Which change.
        undoes: u32,
    },
}

/// The dates of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundDates {
    /// When the step opens in lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earliest: Option<NaiveDate>,
    /// The rule's own date, before rolling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub raw_due: Option<NaiveDate>,
    /// The date the rule gives, before an extension.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub original_due: Option<NaiveDate>,
    /// The date that counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The anchor of a `promptly` rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    /// Who states the time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
}

impl What {
    /// The day that what it records was done, if known.
    pub fn done_on(&self) -> Option<NaiveDate> {
        match self {
            Self::Done { on, .. } | Self::ItemDone { on, .. } => *on,
            Self::DayKnown { on, .. } => Some(*on),
            _ => None,
        }
    }

    /// The round that something was recorded of, and its step.
    pub fn round(&self) -> Option<(&StepId, u32)> {
        match self {
            Self::ItemDone { step, round, .. }
            | Self::ItemSkipped { step, round, .. }
            | Self::Done { step, round, .. }
            | Self::DayKnown { step, round, .. }
            | Self::Skipped { step, round, .. }
            | Self::Reminded { step, round }
            | Self::Extended { step, round, .. } => Some((step, *round)),
            _ => None,
        }
    }

    /// The step it concerns, if it concerns one.
    pub fn step(&self) -> Option<&StepId> {
        match self {
            Self::Taken { step, .. }
            | Self::Planned { step, .. }
            | Self::ItemDone { step, .. }
            | Self::ItemSkipped { step, .. }
            | Self::Done { step, .. }
            | Self::DayKnown { step, .. }
            | Self::Skipped { step, .. }
            | Self::Reminded { step, .. }
            | Self::Extended { step, .. } => Some(step),
            Self::Noted { step, .. } => step.as_ref(),
            _ => None,
        }
    }
}
