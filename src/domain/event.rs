//! What has happened in a case. Events are only ever added; a case's state is the fold over them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    due_rule::Basis,
    ids::{CaseRef, ItemId, KeyDateId, QuestionId, RoleId, RoutineId, StepId, TriggerId},
    school::SchoolCalendar,
};

/// Something that happened, and who recorded it when.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Its place in the case's history: 1, 2, …
    pub seq: u32,
    /// Which change it belongs to: what one command, or one screen of the walk, stored.
    pub change: u32,
    #[serde(flatten)]
    pub stamp: Stamp,
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
    Opened {
        routine: RoutineId,
        version: String,
        text_hash: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        trigger: Option<TriggerId>,
        #[serde(skip_serializing_if = "Option::is_none")]
        continues: Option<CaseRef>,
        #[serde(skip_serializing_if = "Option::is_none")]
        first_opened: Option<NaiveDate>,
    },
    /// It came to be known, or was corrected, what started the case.
    TriggerSet {
        /// Which; `None` withdraws it.
        trigger: Option<TriggerId>,
    },
    DateSet {
        date: KeyDateId,
        /// The day; `None` withdraws it.
        on: Option<NaiveDate>,
    },
    /// A key date that was set in advance did happen that day.
    DateConfirmed { date: KeyDateId },
    Answered {
        question: QuestionId,
        /// In the form answers are stored; `None` withdraws it.
        value: Option<String>,
    },
    /// Somebody holds a role, or no longer does.
    RoleHeld {
        role: RoleId,
        /// `None`: nobody.
        by: Option<String>,
    },
    /// It was agreed which role takes a step, or left open again.
    Taken {
        step: StepId,
        /// `None`: open again.
        role: Option<RoleId>,
    },
    /// A day was booked for a step, or cancelled.
    Planned {
        step: StepId,
        /// `None`: cancelled.
        on: Option<NaiveDate>,
    },
    ItemDone {
        step: StepId,
        round: u32,
        item: ItemId,
        /// `None`: the day is unknown.
        on: Option<NaiveDate>,
        #[serde(skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        decided_by: Option<String>,
    },
    ItemSkipped {
        step: StepId,
        round: u32,
        item: ItemId,
        reason: String,
    },
    Done {
        step: StepId,
        round: u32,
        /// `None`: the day is unknown.
        on: Option<NaiveDate>,
        dates: RoundDates,
        #[serde(skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        decided_by: Option<String>,
    },
    /// The day of a round that was done on an unknown day came to be known.
    DayKnown {
        step: StepId,
        round: u32,
        on: NaiveDate,
        /// The ground or reason for going past what did not hold on that day.
        #[serde(skip_serializing_if = "Option::is_none")]
        despite: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        decided_by: Option<String>,
    },
    Skipped {
        step: StepId,
        round: u32,
        on: NaiveDate,
        reason: String,
        dates: RoundDates,
    },
    /// The outcome of a step gave others a new round.
    RoundsOpened {
        by: StepId,
        /// The day that step was done; if unknown, the day it was recorded.
        on: NaiveDate,
        opened: BTreeMap<StepId, u32>,
        /// The round of each named step that was still under way, and stays so.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        kept: BTreeMap<StepId, u32>,
    },
    /// A round got a later date, by decision.
    Extended {
        step: StepId,
        round: u32,
        to: NaiveDate,
        reason: String,
        decided_by: String,
    },
    /// Whoever answers for a step was reminded of it.
    Reminded {
        step: StepId,
        round: u32,
        /// That was tried, and nobody answered.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        unanswered: bool,
    },
    /// The whole history up to this event was written out, to be taken in elsewhere.
    Exported {
        events: u32,
        /// The hash of the last of them, hexadecimal.
        head: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<String>,
    },
    /// A step of one's own was added to the case.
    Added {
        step: StepId,
        title: String,
        /// The day it is due, if it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<NaiveDate>,
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<RoleId>,
        /// The phase in which it stands last.
        #[serde(skip_serializing_if = "Option::is_none")]
        phase: Option<String>,
        /// The step after which it stands instead.
        #[serde(skip_serializing_if = "Option::is_none")]
        after: Option<StepId>,
    },
    Noted {
        /// About this step, or the case.
        #[serde(skip_serializing_if = "Option::is_none")]
        step: Option<StepId>,
        text: String,
    },
    /// The child's whereabouts are hidden, or no longer.
    Protected {
        hidden: bool,
        /// The day that was decided, where that was in the case this one continues: its review counts from then.
        #[serde(skip_serializing_if = "Option::is_none")]
        since: Option<NaiveDate>,
    },
    /// The case got its municipality's school calendar.
    CalendarSet {
        /// The whole of it, so that the history can be read without the file it came from.
        calendar: SchoolCalendar,
    },
    Closed {
        /// Why, where that was needed.
        #[serde(skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The case that goes on in its stead, after a re-placement.
        #[serde(skip_serializing_if = "Option::is_none")]
        continued_by: Option<CaseRef>,
    },
    /// The case was opened again; its clock goes on.
    Reopened { reason: String },
    /// The texts of an earlier event were taken out of the file. That they were there stays.
    Redacted { redacts: u32, reason: String },
    /// What had been recorded up to this event was brought over to the case system's own record.
    BroughtOver { up_to: u32 },
    /// An earlier change was taken back.
    Undone { undoes: u32 },
}

/// The dates of a round.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoundDates {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<NaiveDate>,
    /// The rule's own date, before rolling.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw_due: Option<NaiveDate>,
    /// The date the rule gives, before an extension.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub original_due: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<NaiveDate>,
    /// The anchor of a `promptly` rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
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

    /// The ground or reason that something was done with all the same, and who decided that.
    pub(crate) fn ground(&self) -> (Option<&String>, Option<&String>) {
        match self {
            Self::Done {
                despite,
                decided_by,
                ..
            }
            | Self::ItemDone {
                despite,
                decided_by,
                ..
            }
            | Self::DayKnown {
                despite,
                decided_by,
                ..
            } => (despite.as_ref(), decided_by.as_ref()),
            _ => (None, None),
        }
    }

    /// Whether it is of the case, and not of other events or what was done with them.
    pub(super) fn is_undoable(&self) -> bool {
        // Every sort of event is named, so that none is forgotten.
        match self {
            Self::Undone { .. }
            | Self::Reminded { .. }
            | Self::Exported { .. }
            | Self::Redacted { .. } => false,
            Self::Opened { .. }
            | Self::TriggerSet { .. }
            | Self::DateSet { .. }
            | Self::DateConfirmed { .. }
            | Self::Answered { .. }
            | Self::RoleHeld { .. }
            | Self::Taken { .. }
            | Self::Planned { .. }
            | Self::ItemDone { .. }
            | Self::ItemSkipped { .. }
            | Self::Done { .. }
            | Self::DayKnown { .. }
            | Self::Skipped { .. }
            | Self::RoundsOpened { .. }
            | Self::Extended { .. }
            | Self::Added { .. }
            | Self::Noted { .. }
            | Self::Protected { .. }
            | Self::CalendarSet { .. }
            | Self::Closed { .. }
            | Self::Reopened { .. }
            | Self::BroughtOver { .. } => true,
        }
    }

    /// The case that it says came before or after.
    pub(super) fn other_case(&self) -> Option<&CaseRef> {
        match self {
            Self::Opened { continues, .. } => continues.as_ref(),
            Self::Closed { continued_by, .. } => continued_by.as_ref(),
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
            | Self::Reminded { step, round, .. }
            | Self::Extended { step, round, .. } => Some((step, *round)),
            _ => None,
        }
    }

    /// The step it concerns, if it concerns one.
    pub fn step(&self) -> Option<&StepId> {
        match self {
            Self::Taken { step, .. } | Self::Planned { step, .. } | Self::Added { step, .. } => {
                Some(step)
            }
            Self::Noted { step, .. } => step.as_ref(),
            _ => self.round().map(|(step, _)| step),
        }
    }
}

/// The changes that have been taken back. Taking back is itself never taken back.
pub fn undone_changes(events: &[Event]) -> BTreeSet<u32> {
    let undone = events.iter().filter_map(|event| match event.what {
        What::Undone { undoes } => Some(undoes),
        _ => None,
    });
    undone.collect()
}
