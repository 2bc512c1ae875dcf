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
        let day = |day| words.date(day);
        let tone = match self.row.days_late {
            _ if self.overdue => Tone::Bad,
            Some(1..) => Tone::Warn,
            _ => Tone::Plain,
        };
        let done_on = self.done_on.filter(|_| self.status == Status::Done);
        let planned = self.planned.filter(|_| !self.status.is_ended());
        let basis = self.basis.map(|basis| words.basis_short(basis));
        let waits = self.waits_for.iter();
        let waits = waits.filter(|text| !self.missing.contains(text));
        let waits: Vec<_> = waits.map(String::as_str).collect();
        vec![
            self.case.map_or("", |case| case.as_str()).into(),
            self.named(words).into(),
            self.owners_or_those_of_parts(words).into(),
            self.holders.join(", ").into(),
            self.due.map(day).unwrap_or_default().into(),
            done_on.map(day).unwrap_or_default().into(),
            Cell::toned(tone, self.standing_in_list(words)),
            self.lateness(words).into(),
            self.original_in_words(words).into(),
            planned.map(day).unwrap_or_default().into(),
            basis.unwrap_or_default().into(),
            self.missing.join(" · ").into(),
            waits.join(" · ").into(),
            self.pressure(words).unwrap_or_default().into(),
        ]
    }
}

impl StepView<'_> {
    /// "2026-014 · Rutin 4 Överlämna …", and below it who, by when and how that stands.
    pub(crate) fn brief(&self, words: &Words) -> String {
        let due = self.due.map(|due| words.no_later_than(due));
        let facts = [
            self.owners_or_those_of_parts(words),
            due.unwrap_or_default(),
            self.standing_in_list(words),
        ];
        let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
        let case = self.case.map_or("", |case| case.as_str());
        format!("{case} · {}\n{}", self.named(words), facts.join(" · "))
    }

    /// "Rutin 4 Överlämna till hemmets skola, omgång 2".
    fn named(&self, words: &Words) -> String {
        let row = &self.row.row;
        self.titles().step_in_round(&row.step, row.round, words)
    }

    /// The role, never the person. A step may leave all its duties to its parts.
    fn owners_or_those_of_parts(&self, words: &Words) -> String {
        match self.row.responsible.is_empty() {
            true if !self.row.owners.is_empty() => self.titles().roles(&self.row.owners),
            _ => self.owners(words),
        }
    }

    /// The date before an extension, and how late it is from that one: "mån 9 nov 2026 (12 dagar försenat)".
    fn original_in_words(&self, words: &Words) -> String {
        let Some(original) = self.original().map(|day| words.date(day)) else {
            return String::new();
        };
        let late = match self.row.ending.by {
            Some(_) => self.row.days_late_original,
            None if self.row.optional => None,
            None => self.row.row.days_late_original(self.today),
        };
        match late {
            None | Some(0) => original,
            Some(days) => format!("{original} ({})", words.days_late(days)),
        }
    }
}
