//! The store's filters in memory, for rows that are planned anew.

use crate::domain::report::ReportRow;
use crate::store::{Pick, RowQuery};

/// Whether a row of an open or closed case is wanted. The case's routine is the asker's to check.
pub(super) fn is_wanted(row: &ReportRow, case_open: bool, query: &RowQuery) -> bool {
    query
        .picks
        .iter()
        .any(|pick| is_picked(row, case_open, *pick))
        && passes(row, query)
}

fn is_picked(row: &ReportRow, case_open: bool, pick: Pick) -> bool {
    let to_do = case_open && row.row.status.is_to_do();
    let due = row.row.dates.due;
    match pick {
        Pick::Overdue(before) => to_do && !row.optional && due.is_some_and(|due| due < before),
        Pick::Within(from, to) => to_do && due.is_some_and(|due| (from..=to).contains(&due)),
        Pick::Missing => case_open && row.missing.any(),
        Pick::Late => row.was_late(),
        Pick::Extended => case_open && row.extended,
        Pick::ToDo => to_do,
    }
}

fn passes(row: &ReportRow, query: &RowQuery) -> bool {
    let opens = row.row.dates.earliest;
    query
        .role
        .as_ref()
        .is_none_or(|role| row.owners.contains(role))
        && query
            .who
            .as_ref()
            .is_none_or(|who| row.holders.contains(who))
        && query
            .party
            .as_ref()
            .is_none_or(|party| row.parties.contains(party))
        && query
            .opens_by
            .is_none_or(|by| opens.is_none_or(|opens| opens <= by))
}
