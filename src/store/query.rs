//! Which rows a list over all cases asks for, and in which order. The one definition: whatever finds rows, stored or
//! planned anew, asks it.

use chrono::NaiveDate;

use super::CaseId;
use super::reference::key_of;
use crate::domain::due_rule::Basis;
use crate::domain::ids::{CaseRef, RoleId, RoutineId};
use crate::domain::report::ReportRow;

/// A sort of rows. Several add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Open or blocked and not optional, due before this day.
    Overdue(NaiveDate),
    /// Open or blocked, due from the first day to the second.
    Within(NaiveDate, NaiveDate),
    /// Without date, owner or answer.
    Missing,
    /// Ended or told after the date, or moved after it; in closed cases too.
    Late,
    /// Given a later date by decision.
    Extended,
    /// Open or blocked.
    ToDo,
}

/// Which rows are asked for: those of any pick that pass all the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowQuery {
    pub picks: Vec<Pick>,
    /// This role answers for the step or one of its parts.
    pub role: Option<RoleId>,
    /// They hold a role that does.
    pub who: Option<String>,
    /// Such a role belongs to this organisation.
    pub party: Option<String>,
    pub routine: Option<RoutineId>,
    /// Whoever states its time.
    pub basis: Option<Basis>,
    /// The step opens in lists on this day or before.
    pub opens_by: Option<NaiveDate>,
}

/// A row found, and the case it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRow {
    pub case: CaseId,
    pub reference: CaseRef,
    pub code_word: Option<String>,
    /// Whether the case is.
    pub open: bool,
    pub routine: RoutineId,
    /// The hash of that routine's text, which holds the titles.
    pub text_hash: String,
    pub row: ReportRow,
}

/// Where a row stands in the order of all lists: by urgency, those without any last; then by the case's reference and by its
/// place in the plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowPlace {
    urgency: NaiveDate,
    case: String,
    ordinal: u32,
}

impl FoundRow {
    /// What its case is sorted by among others.
    pub fn case_key(&self) -> String {
        key_of(self.reference.as_str())
    }

    /// Where it stands among rows of all cases, the most urgent first.
    pub fn place(&self) -> RowPlace {
        RowPlace {
            urgency: self.row.urgency().unwrap_or(NaiveDate::MAX),
            case: self.case_key(),
            ordinal: self.row.ordinal,
        }
    }
}

impl Pick {
    fn picks(self, row: &ReportRow, case_is_open: bool) -> bool {
        let to_do = case_is_open && row.row.status.is_to_do();
        let due = row.row.dates.due;
        match self {
            Self::Overdue(before) => to_do && !row.optional && due.is_some_and(|due| due < before),
            Self::Within(from, to) => to_do && due.is_some_and(|due| (from..=to).contains(&due)),
            Self::Missing => case_is_open && row.missing.any(),
            Self::Late => row.was_late(),
            Self::Extended => case_is_open && row.extended,
            Self::ToDo => to_do,
        }
    }
}

impl RowQuery {
    /// Whether a row is asked for: the one definition of every filter.
    pub fn wants(&self, found: &FoundRow) -> bool {
        let basis = found.row.row.dates.basis;
        self.admits(&found.routine, &found.row)
            && self.basis.is_none_or(|asked_for| basis == Some(asked_for))
            && self
                .picks
                .iter()
                .any(|pick| pick.picks(&found.row, found.open))
    }

    /// Whether a row passes all but the picks and the basis: told from its columns, before its detail is known.
    pub(crate) fn admits(&self, routine: &RoutineId, row: &ReportRow) -> bool {
        fn is_among<T: PartialEq>(asked_for: Option<&T>, list: &[T]) -> bool {
            asked_for.is_none_or(|one| list.contains(one))
        }
        is_among(self.role.as_ref(), &row.owners)
            && is_among(self.who.as_ref(), &row.holders)
            && is_among(self.party.as_ref(), &row.parties)
            && self
                .routine
                .as_ref()
                .is_none_or(|asked_for| asked_for == routine)
            && row
                .row
                .dates
                .earliest
                .zip(self.opens_by)
                .is_none_or(|(opens, by)| opens <= by)
    }
}
