//! One round of a step as reports read it: the planned row, and what the routine and the case say beside it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::missing::MissingFacts;
use crate::domain::{
    case::{Case, RoundEnd},
    condition::Missing,
    ids::RoleId,
    plan::{Pressure, Row, Status},
    routine::{Routine, Step},
    slips::Slip,
};

/// A planned row with what lists over many cases ask of it. Titles stay in the routine's text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportRow {
    /// Its place in the plan, from 0.
    pub ordinal: u32,
    /// The row as planned; never one that is assumed.
    pub row: Row,
    /// "Vid behov": never overdue.
    pub optional: bool,
    pub extended: bool,
    /// Several may take the step and the case has not said which.
    pub choice_open: bool,
    /// Who answers for it, and the roles that answer for its parts.
    pub owners: Vec<RoleId>,
    /// Those who hold the roles in the row's `responsible`.
    pub assigned: Vec<String>,
    /// Those who hold the roles in `owners`.
    pub holders: Vec<String>,
    /// The organisations of the roles in `owners`.
    pub parties: Vec<String>,
    /// What must be done sooner than its date says, for this or another step to be in time.
    pub pressed: Option<Pressure>,
    pub missing: MissingFacts,
    /// The latest day that whoever answers for it was reminded.
    pub reminded_on: Option<NaiveDate>,
    /// The latest day that somebody tried to, and nobody answered.
    pub tried_on: Option<NaiveDate>,
    pub ending: Ending,
    /// A fact of the case that nobody has told and no step waits for.
    pub untold: Option<Missing>,
    /// The day the case was opened, where its date had passed by then: nobody could be in time.
    pub opened_late: Option<NaiveDate>,
    /// What became of the date it had when that passed, if it has it no longer.
    pub slip: Option<Slip>,
    /// Of a round that has ended: whole days after its date; `None` without a date or on an unknown day.
    pub days_late: Option<i64>,
    /// The same from the date before extensions, where there was one: what was late by any date is.
    pub days_late_original: Option<i64>,
}

impl ReportRow {
    /// The report row of a planned row; what presses it takes the whole plan to see ([`super::Standing::new`]).
    pub fn new(
        ordinal: u32,
        row: Row,
        slip: Option<Slip>,
        step: &Step,
        (routine, case): (&Routine, &Case),
    ) -> Self {
        let taken_by = row.taken_by.as_ref();
        let of_parts = step.items.iter().flat_map(|item| &item.responsible);
        let of_parts = of_parts.filter(|owner| owner.when.is_none());
        let of_parts = of_parts.map(|owner| &owner.role);
        let now = row.items.iter().flat_map(|item| &item.responsible);
        let owners = distinct(row.responsible.iter().chain(of_parts).chain(now));
        let parties = owners
            .iter()
            .filter_map(|owner| routine.role(owner)?.party.as_ref());
        let ending = Ending::of(&row, slip.as_ref(), case);
        // Rows that are still to do get later by the day: theirs is counted when they are read.
        let nobody_is_late = step.optional && ending.by != Some(EndedBy::Done);
        let days_after = |due: Option<NaiveDate>| {
            let due = due
                .or(slip.map(|slip| slip.from))
                .filter(|_| !nobody_is_late);
            Some((ending.on? - due?).num_days().max(0))
        };
        let recorded = case.round(&row.step, row.round);
        let passed = |due: &NaiveDate| *due < case.opened;
        let opened_late = row.dates.due.filter(passed).map(|_| case.opened);
        Self {
            ordinal,
            opened_late: opened_late.filter(|_| row.status.is_to_do()),
            optional: step.optional,
            // Once the rule's own date has reached the decided one, that puts nothing off.
            extended: recorded
                .and_then(|round| round.extension.as_ref())
                .is_some_and(|extension| row.dates.original_due < Some(extension.to)),
            choice_open: step.responsible.is_open(taken_by),
            assigned: holders(case, &row.responsible),
            holders: holders(case, &owners),
            parties: distinct(parties),
            pressed: None,
            untold: None,
            missing: MissingFacts::of(&row, step, routine, case),
            reminded_on: recorded.and_then(|round| round.reminded.last().copied()),
            tried_on: recorded.and_then(|round| round.tried.last().copied()),
            days_late: days_after(row.dates.due),
            // A date that was given by decision where there was none is no other date's later one.
            days_late_original: days_after(row.dates.original_due)
                .filter(|_| row.dates.original_due.is_some() || row.dates.due.is_none()),
            ending,
            slip,
            owners,
            row,
        }
    }

    /// The day it is looked at: in a case that is closed the day of that.
    pub fn seen_on(&self, today: NaiveDate) -> NaiveDate {
        let ended = self.ending.on.filter(|_| self.is_over_with_its_case());
        ended.unwrap_or(today)
    }

    /// Whether it is over because its case is closed.
    pub fn is_over_with_its_case(&self) -> bool {
        matches!(self.ending.by, Some(EndedBy::Closed | EndedBy::Continued))
    }

    /// Days to the date, negative when it has passed; `None` without a date or once the round has ended.
    pub fn days_left(&self, today: NaiveDate) -> Option<i64> {
        let due = self.row.dates.due.filter(|_| !self.row.status.is_ended())?;
        Some((due - today).num_days())
    }

    /// What must be done sooner than its date says, while there is time.
    pub fn pressed_on(&self, today: NaiveDate) -> Option<&Pressure> {
        let pressed = self.pressed.as_ref();
        pressed.filter(|pressed| pressed.latest >= today)
    }

    /// Whether it is late and still to be done, and somebody must do it.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.row.status.is_to_do()
            && self.ending.by.is_none()
            && !self.optional
            && self.row.dates.due.is_some_and(|due| due < today)
    }

    /// Whether it ended late, was told late, or was late by a date it has no longer.
    pub fn was_late(&self) -> bool {
        self.days_late.max(self.days_late_original) > Some(0)
            || self.ending.told_late.is_some()
            || self.slip.is_some()
    }

    /// The day it goes by in lists: its date, else the one it had, else the day a promptly step counts from.
    pub fn urgency(&self) -> Option<NaiveDate> {
        let moved_from = self.slip.map(|slip| slip.from);
        self.row.dates.due.or(moved_from).or(self.row.dates.since)
    }
}

fn holders(case: &Case, roles: &[RoleId]) -> Vec<String> {
    distinct(roles.iter().filter_map(|role| case.roles.get(role)))
}

fn distinct<'a, T: Ord + Clone + 'a>(values: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    values
        .filter(|value| seen.insert(*value))
        .cloned()
        .collect()
}

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
    fn of(row: &Row, slip: Option<&Slip>, case: &Case) -> Self {
        if let Some(on) = slip.and_then(|slip| slip.fell_on) {
            return Self {
                by: Some(EndedBy::FellAway),
                on: Some(on),
                told_late: None,
            };
        }
        let end = case.end_of(&row.step, row.round);
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
