//! How a round stopped being something to do, whoever was late.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::case::{Case, RoundEnd};
use crate::domain::plan::{Row, Status};
use crate::domain::slips::Slip;

/// How a round stopped being something to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EndedBy {
    Done,
    Skipped,
    Closed,
    Continued,
    /// A date or answer says that it does not apply any more, or that nobody knows.
    FellAway,
}

/// The end of a round: how, and the day where it is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Ending {
    /// How it ended; `None` while it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<EndedBy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    /// Of a round done in time or on an unknown day, but told after its date: whole days after it. What is told on the
    /// day the case is opened was late for nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub told_late: Option<i64>,
}

impl Ending {
    /// How a planned row ended, if it did.
    pub(super) fn of(row: &Row, slip: Option<&Slip>, case: &Case) -> Self {
        if let Some(on) = slip.and_then(|slip| slip.fell_on) {
            return Self {
                by: Some(EndedBy::FellAway),
                on: Some(on),
                told_late: None,
            };
        }
        let end = case.round(&row.step, row.round);
        let end = end.and_then(|round| round.end.as_ref());
        let was_in_time = |end: &&RoundEnd| end.days_late().unwrap_or(0) == 0;
        let closed = case.closed.as_ref().map(|(on, _)| *on);
        let (by, on) = match row.status {
            Status::Done => (EndedBy::Done, row.ended.as_ref().and_then(|end| end.on)),
            Status::Skipped => (EndedBy::Skipped, end.and_then(|end| end.on)),
            Status::NotApplicable => return Self::default(),
            _ if closed.is_none() => return Self::default(),
            _ if case.continued_by.is_some() => (EndedBy::Continued, closed),
            _ => (EndedBy::Closed, closed),
        };
        Self {
            by: Some(by),
            on,
            told_late: end.filter(was_in_time).and_then(|end| end.told_late(case)),
        }
    }
}
