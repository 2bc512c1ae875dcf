//! A row in a list over several cases: reference, step, role, dates, and nothing that is delicate.

use super::StepView;
use crate::domain::plan::Status;
use crate::ui::Beside::{Bare, Labelled};
use crate::ui::wording::Words;
use crate::ui::{Cell, TableColumn, Tabular, Tone};

impl Tabular for StepView<'_> {
    /// Small facts share a column where there is room, so that words stay whole on 80 columns.
    const COLUMNS: &'static [TableColumn] = &[
        TableColumn::lines("heading-case"),
        TableColumn::words("heading-step").with(&[
            Bare("lateness"),
            Labelled("report-done"),
            Labelled("report-original"),
            Labelled("report-booked"),
            Bare("report-missing"),
            Labelled("report-waits"),
            Labelled("card-pressed"),
        ]),
        TableColumn::words("heading-responsible").with(&[Bare("report-who")]),
        TableColumn::words("report-who"),
        TableColumn::lines("heading-due").with(&[Bare("report-standing")]),
        TableColumn::words("report-done"),
        TableColumn::words("report-standing"),
        TableColumn::words("report-standing").named("lateness"),
        TableColumn::words("report-original"),
        TableColumn::words("report-booked"),
        TableColumn::lines("report-basis"),
        TableColumn::words("report-missing"),
        TableColumn::words("report-waits"),
        TableColumn::words("card-pressed"),
    ];

    fn cells(&self, words: &Words) -> Vec<Cell> {
        let row = self.row;
        let day = |day: Option<_>| day.map(|day| words.date(day)).unwrap_or_default();
        let tone = match self.report.days_late {
            _ if self.is_overdue() => Tone::Bad,
            Some(1..) => Tone::Warn,
            _ => Tone::Plain,
        };
        let done_on = row.ended.as_ref().and_then(|ended| ended.on);
        let basis = row.dates.basis.map(|basis| words.basis_short(basis));
        let (missing, mut waits) = (self.missing(), self.waits_for());
        waits.retain(|text| !missing.contains(text));
        vec![
            self.case.map_or("", |case| case.as_str()).into(),
            self.called().into(),
            self.owners_or_those_of_parts().into(),
            self.holders().join(", ").into(),
            day(row.dates.due).into(),
            day(done_on.filter(|_| row.status == Status::Done)).into(),
            Cell::toned(tone, self.standing_in_list()),
            self.lateness().into(),
            self.original_in_words().into(),
            day(row.planned.filter(|_| !row.status.is_ended())).into(),
            basis.unwrap_or_default().into(),
            missing.join(" · ").into(),
            waits.join(" · ").into(),
            self.pressure().unwrap_or_default().into(),
        ]
    }
}

impl StepView<'_> {
    /// "2026-014 · Rutin 4 Överlämna …", and below it who, by when and how that stands.
    pub(crate) fn brief(&self) -> String {
        let due = self.row.dates.due.map(|due| self.here.no_later_than(due));
        let mut facts = vec![
            self.owners_or_those_of_parts(),
            due.unwrap_or_default(),
            self.standing_in_list(),
        ];
        facts.retain(|fact| !fact.is_empty());
        let case = self.case.map_or("", |case| case.as_str());
        format!("{case} · {}\n{}", self.called(), facts.join(" · "))
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
