//! What must stay, what must go and by when, and what the law that the tool knows says nothing of.
//!
//! The rules depend on who holds the file. Nothing follows by itself: a case is removed only by somebody who names it.

use chrono::{Datelike, Months, NaiveDate};

use super::case::Case;
use super::event::{Event, What};

#[cfg(test)]
mod tests;

/// Who holds the file, and so which rules apply to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// A municipality's social welfare committee.
    SocialServices,
    /// A school or its administration.
    School,
    /// Somebody else.
    Other,
}

/// What the rules make of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retention {
    /// It is open: no time has begun to run.
    Open,
    /// It may not be destroyed.
    MustStay(Stays),
    /// It must be destroyed.
    MustGo {
        /// The day the duty begins.
        from: NaiveDate,
        /// The last day.
        by: NaiveDate,
    },
    /// The tool knows no rule for it; the holder's own plan decides.
    NoKnownRule(Unknown),
}

/// Why a case must stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// Records connected with a child placed in a home: SoL (2025:400) 16 kap.
    PlacedChild,
}

/// Why no rule is known for a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// A report was made, so the records may belong to a protection investigation: those stay until the child's 30th
    /// birthday, SoL (2025:400) 16 kap. 2 a §, and the tool does not know the birthday.
    ReportMade,
    /// A school's records go by its own plan.
    School,
    /// Nobody knows whose rules apply.
    Other,
}

/// What the rules look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The case is open.
    pub is_open: bool,
    /// Its routine is for children placed in a home.
    pub placed_child: bool,
    /// A report of concern was made, or may have been.
    pub report_made: bool,
    /// The day of the last entry in the record.
    pub last_entry: NaiveDate,
}

/// The question that means the same in every routine: has a report of concern been made?
const REPORT_MADE: &str = "anmalan";
/// How that question is answered when none was, as a yes-no question and as a choice.
const NO: [&str; 2] = ["no", "nej"];
/// SoL (2025:400) 16 kap.: five years after the last entry.
const MONTHS_KEPT: Months = Months::new(60);
/// The last day of a year.
const LAST_OF_YEAR: (u32, u32) = (12, 31);

impl Holder {
    /// Every holder, in the order they are named to people.
    pub const ALL: [Self; 3] = [Self::SocialServices, Self::School, Self::Other];

    /// The holder's name as a setting of the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SocialServices => "socialnamnd",
            Self::School => "skola",
            Self::Other => "annan",
        }
    }

    /// The holder of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holder| holder.as_str() == name)
    }
}

impl Facts {
    /// What the rules look at in a case with this history.
    ///
    /// `placed_child` is what its routine says.
    pub fn of(placed_child: bool, case: &Case, events: &[Event]) -> Self {
        let last = events.iter().filter(|event| is_entry(&event.what));
        Self {
            is_open: case.is_open(),
            placed_child,
            report_made: events.iter().any(|event| reports(&event.what)),
            last_entry: last.map(|e| e.stamp.day).max().unwrap_or(case.opened),
        }
    }
}

impl Retention {
    /// What the rules of a holder make of a case.
    pub fn of(holder: Holder, facts: Facts) -> Self {
        if facts.is_open {
            return Self::Open;
        }
        match holder {
            Holder::School => Self::NoKnownRule(Unknown::School),
            Holder::Other => Self::NoKnownRule(Unknown::Other),
            Holder::SocialServices => of_social_services(facts),
        }
    }
}

/// SoL (2025:400) 16 kap.: destroyed five years after the last entry, by the end of the next calendar year; not what
/// is connected with a placed child.
fn of_social_services(facts: Facts) -> Retention {
    if facts.placed_child {
        return Retention::MustStay(Stays::PlacedChild);
    }
    if facts.report_made {
        return Retention::NoKnownRule(Unknown::ReportMade);
    }
    let from = facts
        .last_entry
        .checked_add_months(MONTHS_KEPT)
        .unwrap_or(NaiveDate::MAX);
    let (month, day) = LAST_OF_YEAR;
    let by = NaiveDate::from_ymd_opt(from.year().saturating_add(1), month, day);
    Retention::MustGo {
        from,
        by: by.unwrap_or(NaiveDate::MAX),
    }
}

/// Whether an event is an entry in the record. What is done with the record, and does not add to it, is none: a text
/// taken out, a copy written. What was recorded and taken back was an entry.
fn is_entry(what: &What) -> bool {
    !matches!(what, What::Redacted { .. } | What::Exported { .. })
}

/// Whether an event says that a report was made. A later "no" does not undo that there may be an investigation.
fn reports(what: &What) -> bool {
    match what {
        What::Answered { question, value } => {
            question.as_str() == REPORT_MADE
                && value.as_deref().is_some_and(|value| !NO.contains(&value))
        }
        _ => false,
    }
}
