//! The dates of a row in words.

use chrono::NaiveDate;

use crate::domain::plan::Status;
use crate::domain::report::{EndedBy, ReportRow};
use crate::ui::wording::Words;

/// The dates of a row in words; empty where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Dates {
    /// The date that counts: "ons 2 dec 2026".
    pub(crate) due: String,
    /// How it stands to today, or where the step stands without one: "3 dagar försenat", "väntar".
    pub(crate) standing: String,
    /// How it ended late, or what has become of the date it had.
    pub(crate) over: String,
    pub(crate) done: String,
    pub(crate) original: String,
    pub(crate) original_standing: String,
    pub(crate) booked: String,
}

impl Dates {
    pub(super) fn of(report: &ReportRow, today: NaiveDate, words: &Words) -> Self {
        let row = &report.row;
        let today = report.seen_on(today);
        let date = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| words.date(day));
        let late = |days: Option<i64>| match days {
            None | Some(0) => String::new(),
            Some(days) => words.days_late(days),
        };
        let original = row
            .dates
            .original_due
            .filter(|day| report.extended && row.dates.due != Some(*day));
        let done = row.status == Status::Done;
        let late_from_original = match report.ending.by.is_some() {
            true => report.days_late_original,
            false => row.days_late_original(today).filter(|_| !report.optional),
        };
        Self {
            due: date(row.dates.due),
            standing: standing(report, today, words),
            over: words.was_late(report),
            done: date(
                row.ended
                    .as_ref()
                    .and_then(|ended| ended.on)
                    .filter(|_| done),
            ),
            original: date(original),
            original_standing: original.map_or_else(String::new, |_| late(late_from_original)),
            booked: date(row.planned.filter(|_| !row.status.is_ended())),
        }
    }
}

fn standing(report: &ReportRow, today: NaiveDate, words: &Words) -> String {
    let row = &report.row;
    // How late it was is said with how it ended.
    let by = report.ending.by;
    if report.is_over_with_its_case()
        || (report.was_late() && !matches!(by, None | Some(EndedBy::Done)))
    {
        return String::new();
    }
    let has_date = row.dates.due.is_some() || row.dates.since.is_some();
    match row.status {
        Status::Done => match report.days_late {
            None => String::new(),
            Some(0) => words.say("report-in-time"),
            Some(days) => words.days_late(days),
        },
        Status::Open => words.standing_of_date(report, today).1,
        Status::Blocked if has_date => words.standing_of_date(report, today).1,
        status => words.say(&status),
    }
}
