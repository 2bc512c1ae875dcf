//! A row in a list over several cases: reference, step, role, dates, and nothing that is delicate.

use super::StepView;
use crate::domain::plan::Status;
use crate::ui::Beside::{Bare, Labelled};
use crate::ui::{Cell, Tone, columns, joined};

// Small facts share a column where there is room, so that words stay whole on 80 columns.
columns! { StepView<'_>, |view, words|
    let row = view.row;
    let day = |day: Option<_>| day.map(|day| words.date(day)).unwrap_or_default();
    let tone = match view.report.days_late {
        _ if view.is_overdue() => Tone::Bad,
        Some(1..) => Tone::Warn,
        _ => Tone::Plain,
    };
    let done_on = row.ended.as_ref().and_then(|ended| ended.on);
    let basis = row.dates.basis.map(|basis| words.basis_short(basis));
    let missing = view.missing();
    let waits = view.waits_for().into_iter().filter(|text| !missing.contains(text));
    "heading-case" lines => view.case.map(|case| case.to_string()).unwrap_or_default(),
    "heading-step" words.with(&[
        Bare("lateness"),
        Labelled("report-done"),
        Labelled("report-original"),
        Labelled("report-booked"),
        Bare("report-missing"),
        Labelled("report-waits"),
        Labelled("card-pressed"),
    ]) => view.called(),
    "heading-responsible" words.with(&[Bare("report-who")]) => view.owners_or_those_of_parts(),
    "report-who" words => view.holders().join(", "),
    "heading-due" lines.with(&[Bare("report-standing")]) => day(row.dates.due),
    "report-done" words => day(done_on.filter(|_| row.status == Status::Done)),
    "report-standing" words => Cell::toned(tone, view.standing_in_list()),
    "report-standing" words.named("lateness") => view.lateness(),
    "report-original" words => view.original_in_words(),
    "report-booked" words => day(row.planned.filter(|_| !row.status.is_ended())),
    "report-basis" lines => basis.unwrap_or_default(),
    "report-missing" words => missing.join(" · "),
    "report-waits" words => joined(" · ", waits),
    "card-pressed" words => view.pressure().unwrap_or_default(),
}

impl StepView<'_> {
    /// "2026-014 · Rutin 4 Överlämna …", and below it who, by when and how that stands.
    pub(crate) fn brief(&self) -> String {
        let due = self.row.dates.due.map(|due| self.here.no_later_than(due));
        let facts = [
            Some(self.owners_or_those_of_parts()),
            due,
            Some(self.standing_in_list()),
        ];
        let case = self.case.map(|case| case.to_string()).unwrap_or_default();
        format!("{case} · {}\n{}", self.called(), joined(" · ", facts))
    }

    /// "Rutin 4 Överlämna till hemmets skola, omgång 2".
    fn called(&self) -> String {
        let row = self.row;
        self.here.in_round(self.here.step(&row.step), row.round)
    }

    /// The role, never the person. A step may leave all its duties to its parts.
    fn owners_or_those_of_parts(&self) -> String {
        let report = self.report;
        match report.responsible.is_empty() && !report.owners.is_empty() {
            true => self.here.text(&report.owners),
            false => self.owners(),
        }
    }

    /// The date before an extension, and how late it is from that one: "mån 9 nov 2026 (12 dagar försenat)".
    fn original_in_words(&self) -> String {
        let Some(original) = self.original().map(|day| self.here.date(day)) else {
            return String::new();
        };
        let late = match self.report.ending.by {
            Some(_) => self.report.days_late_original,
            None if self.report.optional => None,
            None => self.row.days_late_original(self.today),
        };
        match late {
            None | Some(0) => original,
            Some(days) => format!("{original} ({})", self.here.days_late(days)),
        }
    }
}
