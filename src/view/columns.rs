//! A row in a list over several cases: reference, step, whose turn, dates, and nothing that is delicate.

use super::{Discretion, StepView};
use crate::domain::due_rule::Basis;
use crate::domain::plan::Status;
use crate::ui::Beside::{Bare, Labelled};
use crate::ui::wording::Words;
use crate::ui::{Cell, Tone, columns, joined};

/// What is further off than this is told by its date.
const SOON_IN_DAYS: i64 = 14;

// One line a row on 80 columns; what few rows have stands below the step.
columns! { StepView<'_>, |view, words|
    let row = view.row;
    let day = |day: Option<_>| day.map(|day| words.date(day)).unwrap_or_default();
    let done_on = row.ended.as_ref().and_then(|ended| ended.on);
    let missing = view.missing();
    let waits = view.waits_for().into_iter().filter(|text| !missing.contains(text));
    "heading-case" once => view.called_case(),
    "heading-step" cut.with(&[
        Bare("report-who"),
        Bare("report-waits"),
        Bare("lateness"),
        Labelled("report-done"),
        Bare("report-no-school"),
        Labelled("report-original"),
        Labelled("report-booked"),
        Bare("report-missing"),
        Labelled("card-pressed"),
    ]) => view.called(),
    "heading-responsible" blocks => view.owners_or_those_of_parts(),
    "report-who" words => view.holders().join(", "),
    "heading-due" lines => view.short_due(),
    "report-standing" spare => view.standing_cell(),
    "report-standing" words.named("lateness") => view.lateness(),
    "report-turn" lines => view.here.text(view.turn()),
    "report-done" words => day(done_on.filter(|_| row.status == Status::Done)),
    "report-no-school" words => view.no_school_day().unwrap_or_default(),
    "report-original" words => view.original_in_words(),
    "report-booked" words => day(row.planned.filter(|_| !row.status.is_ended())),
    "report-basis" spare => view.basis_unless_own(words),
    "report-reminded" spare => view.short(view.report.reminded_on),
    "report-missing" words => missing.join(" · "),
    "report-waits" words => joined(" · ", waits),
    "card-pressed" words => view.pressure().unwrap_or_default(),
}

impl StepView<'_> {
    pub(crate) fn called_case(&self) -> String {
        self.case.map(|case| case.to_string()).unwrap_or_default()
    }

    /// "4 Överlämna till hemmets skola", "5 (2) Återkoppla …"; a step that has no number by its title.
    pub(crate) fn called(&self) -> String {
        let (id, title) = (&self.row.step, self.marked_title());
        let number = (id.is_number() || self.is_own()).then(|| id.to_string());
        let round = self.row.round;
        let round = (round > 1).then(|| format!("({round})"));
        joined(" ", [number, round, Some(title)])
    }

    /// The day it is due, as columns have it.
    pub(crate) fn short_due(&self) -> String {
        self.short(self.row.dates.due)
    }

    fn short(&self, day: Option<chrono::NaiveDate>) -> String {
        let day = day.map(|day| self.here.short_date(day, self.today));
        day.unwrap_or_default()
    }

    /// Who states its time, where that is not the routine.
    pub(crate) fn basis_unless_own(&self, words: &Words) -> String {
        let basis = self.row.dates.basis.filter(|basis| *basis != Basis::Source);
        basis
            .map(|basis| words.basis_short(basis))
            .unwrap_or_default()
    }

    /// Where it stands beside its date, in a tone that is seen.
    pub(crate) fn standing_cell(&self) -> Cell {
        let tone = match self.report.days_late {
            _ if self.is_overdue() => Tone::Bad,
            Some(1..) => Tone::Warn,
            _ => Tone::Plain,
        };
        let opened = self.report.opened_late.map(|day| self.short(Some(day)));
        let left = self.report.days_left(self.today);
        let standing = match opened {
            _ if left > Some(SOON_IN_DAYS) => String::new(),
            _ if !self.is_overdue() => self.standing_in_list(),
            Some(date) => say!(self.here, "report-opened-late", date),
            None if self.discretion() == (Discretion::SeveralCases { names: false }) => {
                self.here.say("report-overdue")
            }
            None => self.standing_in_list(),
        };
        Cell::toned(tone, standing)
    }

    /// The role, never the person. A step may leave all its duties to its parts.
    fn owners_or_those_of_parts(&self) -> String {
        let report = self.report;
        match report.row.responsible.is_empty() && !report.owners.is_empty() {
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
