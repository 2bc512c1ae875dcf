//! A row of a list over several cases in words: reference, step, role, dates, and nothing that is delicate.

mod dates;
mod missing;
mod table;

use chrono::NaiveDate;

use crate::domain::report::ReportRow;
use crate::ui::Tone;
use crate::ui::wording::{Titles, Words};

use super::selection::Selected;
use super::step_json::waits_for;

pub(crate) use self::dates::Dates;
pub(crate) use self::missing::missing_over_all;
pub(crate) use self::table::print;

/// What a list says of a row. What is not to be said is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct StepFacts {
    pub(crate) case: String,
    pub(crate) step: String,
    pub(crate) owner: String,
    /// Who holds that role; empty without details.
    pub(crate) who: String,
    pub(crate) dates: Dates,
    pub(crate) basis: String,
    pub(crate) waits_for: Vec<String>,
    pub(crate) pressed: String,
    /// What is not known of it; empty unless asked for.
    pub(crate) missing: Vec<String>,
    pub(crate) tone: Tone,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Say {
    pub(crate) who: bool,
    pub(crate) missing: bool,
}

impl StepFacts {
    pub(crate) fn of(selected: &Selected, today: NaiveDate, words: &Words, say: Say) -> Self {
        let (report, titles) = (&selected.found.row, Titles::of(&selected.routine));
        let missing = match say.missing {
            true => missing::of(report, titles, words),
            false => Vec::new(),
        };
        let mut waits_for = waits_for(&report.row, &selected.routine, words);
        waits_for.retain(|text| !missing.contains(text));
        Self {
            case: selected.found.reference.to_string(),
            step: titles.step_in_round(&report.row.step, report.row.round, words),
            owner: owner(report, titles, words),
            who: if say.who {
                report.holders.join(", ")
            } else {
                String::new()
            },
            dates: Dates::of(report, today, words),
            basis: report
                .row
                .dates
                .basis
                .map_or_else(String::new, |basis| words.basis_short(basis)),
            waits_for,
            pressed: words.pressed(report, titles, today).unwrap_or_default(),
            missing,
            tone: match report.row.status {
                _ if report.is_overdue(today) => Tone::Bad,
                _ if report.days_late.is_some_and(|days| days > 0) => Tone::Warn,
                _ => Tone::Plain,
            },
        }
    }
}

/// The role, never the person. A step may leave all its duties to its parts.
fn owner(report: &ReportRow, titles: Titles<'_>, words: &Words) -> String {
    match report.responsible.is_empty() {
        true if !report.owners.is_empty() => titles.roles(&report.owners),
        _ => words.owners(report, titles),
    }
}
