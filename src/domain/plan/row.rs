//! One round of a step in a case: its status, its dates and what it waits for.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::origin::Derivation;
use crate::domain::{
    case::Round,
    condition::{Lapse, Missing},
    event::RoundDates,
    ids::{ItemId, RoleId, StepId},
    status::Status,
};

/// One round of a step.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub step: StepId,
    pub round: u32,
    pub status: Status,
    pub dates: RoundDates,
    pub planned: Option<NaiveDate>,
    /// The role the case has chosen, where several may take the step.
    pub taken_by: Option<RoleId>,
    /// Who answers for it: the role chosen or proposed, else all candidates; of several whose condition holds.
    pub responsible: Vec<RoleId>,
    /// Unknown facts that decide who else does, for it or for a part.
    pub owner_waits_for: Vec<Missing>,
    pub participants: Vec<RoleId>,
    pub items: Vec<ItemState>,
    pub waits_for: Vec<WaitsFor>,
    /// Unknown facts that would give it another due rule.
    pub date_depends_on: Vec<Missing>,
    /// Somebody who works in a school has part in it, and it is due on a day when schools are closed.
    pub no_school_day: bool,
    pub ended: Option<Ended>,
    /// How its dates came about or why it has none, while it has not ended.
    pub derivation: Option<Derivation>,
    /// In a plan that looks ahead: rests on steps being done on their due dates.
    pub assumed: bool,
}

/// A part of a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemState {
    pub id: ItemId,
    /// Its own owners, as far as their conditions hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub responsible: Vec<RoleId>,
    pub settled: bool,
    pub done_on: Option<NaiveDate>,
    pub skipped: bool,
}

/// How a round ended, as rows tell it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// The day; `None` when unknown.
    pub on: Option<NaiveDate>,
    /// When it was recorded, RFC 3339 UTC.
    pub recorded_at: String,
    pub despite: Option<String>,
    pub decided_by: Option<String>,
    pub reason: Option<String>,
}

/// What a round waits for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WaitsFor {
    Known(Missing),
    /// One of the step's requirements, by its place in the file, which does not hold.
    Requirement {
        /// Its place in the step's list, from 0.
        index: usize,
        /// What it looks at: ids of steps, questions and dates.
        ids: Vec<String>,
    },
    /// An answer that one of the step's requirements rests on does not stand that day.
    Lapsed(Lapse),
}

impl WaitsFor {
    /// The unknown fact, if it is one that is waited for.
    pub fn known(&self) -> Option<&Missing> {
        match self {
            Self::Known(missing) => Some(missing),
            Self::Requirement { .. } | Self::Lapsed(_) => None,
        }
    }

    /// The ids of what is waited for; `trigger` for the trigger, `calendar` for school terms.
    pub fn ids(&self) -> Vec<String> {
        match self {
            Self::Requirement { ids, .. } => ids.clone(),
            Self::Lapsed(_) => Vec::new(),
            Self::Known(missing) => vec![missing.id().to_owned()],
        }
    }
}

/// Whether parts of a round are recorded, and none of these is left.
pub(super) fn has_all_parts(items: &[ItemState], recorded: Option<&Round>) -> bool {
    recorded.is_some_and(|round| !round.items.is_empty())
        && !items.is_empty()
        && items.iter().all(|item| item.settled)
}

impl Row {
    /// A round that is not in the plan any more.
    pub fn gone(step: StepId, round: u32) -> Self {
        Self {
            step,
            round,
            ..Self::default()
        }
    }

    /// Whether parts of it are recorded, and none is left.
    pub(crate) fn has_all_parts(&self, recorded: Option<&Round>) -> bool {
        has_all_parts(&self.items, recorded)
    }

    /// The date it had before it was put off by a decision: lateness is counted from both.
    pub fn first_due(&self) -> Option<NaiveDate> {
        self.dates.original_due.or(self.dates.due)
    }

    /// Days after its date that it was done, or that it is on `today`; `None` without a date, on an unknown
    /// day, or when nothing can be late any more.
    pub fn days_late(&self, today: NaiveDate) -> Option<i64> {
        self.days_past(self.dates.due?, today)
    }

    /// The same, from the date before extensions; `None` when there was none.
    pub fn days_late_original(&self, today: NaiveDate) -> Option<i64> {
        self.days_past(self.dates.original_due?, today)
    }

    fn days_past(&self, due: NaiveDate, today: NaiveDate) -> Option<i64> {
        let measured_on = match (self.status, &self.ended) {
            (Status::Done, Some(ended)) => ended.on?,
            (status, _) if status.is_to_do() => today,
            _ => return None,
        };
        Some((measured_on - due).num_days().max(0))
    }
}
