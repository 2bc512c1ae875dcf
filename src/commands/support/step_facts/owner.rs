//! Who answers for a row: the role, never the person.

use crate::domain::report::ReportRow;
use crate::ui::wording::{Titles, Words};

/// The roles in words. Where the case has yet to choose, that is said.
pub(super) fn of(report: &ReportRow, titles: Titles<'_>, words: &Words) -> String {
    // A step may leave all its duties to its parts.
    let roles = match report.responsible.is_empty() {
        true => &report.owners,
        false => &report.responsible,
    };
    if roles.is_empty() {
        return words.say("report-no-owner", &[]);
    }
    let together = titles.roles(roles);
    if !report.choice_open {
        return together;
    }
    match roles.as_slice() {
        [_] => words.say("report-proposed", &[("role", together.into())]),
        _ => {
            let or = format!(" {} ", words.say("condition-or", &[]));
            let each: Vec<_> = roles.iter().map(|role| titles.role(role)).collect();
            each.join(&or)
        }
    }
}
