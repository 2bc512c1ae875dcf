//! A case's steps as a table by phase, and what is not in it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::wording::{Titles, Words};
use super::{Cell, Table, Tone};
use crate::domain::case::Case;
use crate::domain::condition::Missing;
use crate::domain::consent::CaseOn;
use crate::domain::due_rule::Basis;
use crate::domain::ids::StepId;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::ReportRow;
use crate::domain::routine::Routine;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Checklist<'a> {
    pub(crate) routine: &'a Routine,
    pub(crate) case: &'a Case,
    pub(crate) rows: &'a [ReportRow],
    pub(crate) today: NaiveDate,
    pub(crate) words: &'a Words,
}

impl Checklist<'_> {
    /// The steps that apply or may come to, phase by phase.
    pub(crate) fn table(&self) -> Table {
        let say = |id: &'static str| self.words.say(id);
        let mut table = Table::new([
            say("heading-step"),
            say("heading-title"),
            say("heading-responsible"),
            say("heading-due"),
        ]);
        for phase in &self.routine.phases {
            let rows: Vec<_> = self
                .rows
                .iter()
                .filter(|row| phase.steps.iter().any(|step| step.id == row.row.step))
                .filter(|row| row.row.status != Status::NotApplicable)
                .collect();
            if rows.is_empty() {
                continue;
            }
            let title = Cell::toned(Tone::Strong, phase.title.clone());
            table.add([Cell::default(), title]);
            for row in rows {
                table.add(self.cells(row));
            }
        }
        table
    }

    fn cells(&self, row: &ReportRow) -> [Cell; 4] {
        let planned = &row.row;
        let title = self
            .routine
            .step(&planned.step)
            .map(|step| step.title.clone());
        let due = planned.dates.due.map(|due| {
            let due = self.words.date(due);
            match planned.dates.basis {
                Some(basis @ Basis::Local) => format!("{due} ({})", self.words.basis_short(basis)),
                _ => due,
            }
        });
        let (tone, standing) = self.standing(row);
        let late = Some(self.words.was_late(row)).filter(|late| !late.is_empty());
        let lines = [
            due,
            Some(standing),
            late,
            self.decided_by(row),
            self.original(row),
            self.booked(row),
        ];
        let lines: Vec<String> = lines.into_iter().flatten().collect();
        [
            Cell::from(step_and_round(&planned.step, planned.round)),
            Cell::from(title.unwrap_or_default()),
            Cell::from(self.words.owners(row, Titles::of(self.routine))),
            Cell::toned(tone, lines.join("\n")),
        ]
    }

    fn decided_by(&self, row: &ReportRow) -> Option<String> {
        let who = row.row.ended.as_ref()?.decided_by.as_deref()?;
        Some(say!(
            self.words,
            "checklist-decided-by",
            who = self.words.text(who)
        ))
    }

    fn original(&self, row: &ReportRow) -> Option<String> {
        let dates = &row.row.dates;
        let original = dates.original_due.filter(|day| dates.due != Some(*day))?;
        Some(say!(self.words, "card-original", date = original))
    }

    fn booked(&self, row: &ReportRow) -> Option<String> {
        Some(say!(
            self.words,
            "checklist-booked",
            date = row.row.planned?
        ))
    }

    /// Where a round stands; in a plan that looks ahead, whether its date is only assumed.
    fn standing(&self, row: &ReportRow) -> (Tone, String) {
        let (tone, standing) = self.words.standing(row, self.routine, self.today);
        if !row.row.assumed {
            return (tone, standing);
        }
        let assumed = self.words.say("plan-assumed");
        let own_round = WaitsFor::Known(Missing::Step(row.row.step.clone()));
        if row.row.waits_for == [own_round] {
            return (tone, assumed);
        }
        (tone, format!("{assumed} · {standing}"))
    }

    /// What "(eget)" beside a date means, when there is one.
    pub(crate) fn explanation(&self) -> Option<String> {
        let is_local = |row: &&ReportRow| {
            row.row.dates.due.is_some() && row.row.dates.basis == Some(Basis::Local)
        };
        self.rows.iter().find(is_local)?;
        Some(say!(
            self.words,
            "checklist-local",
            short = self.words.basis_short(Basis::Local),
            basis = self.words.say(&Basis::Local)
        ))
    }

    /// "2 steg visas inte (9a, 10): gäller inte: bara om … = ja", a line for each reason.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let mut by_reason: BTreeMap<String, Vec<&StepId>> = BTreeMap::new();
        let not_applicable = self
            .rows
            .iter()
            .filter(|row| row.row.status == Status::NotApplicable);
        for row in not_applicable {
            let Some(step) = self.routine.step(&row.row.step) else {
                continue;
            };
            let facts = CaseOn::new(self.routine, self.case, self.today);
            let reason = self.words.why_not_applicable(step, self.routine, &facts);
            by_reason.entry(reason).or_default().push(&step.id);
        }
        by_reason
            .into_iter()
            .map(|(reason, steps)| {
                let ids: Vec<_> = steps.iter().map(ToString::to_string).collect();
                say!(
                    self.words,
                    "checklist-left-out",
                    count = steps.len(),
                    steps = ids.join(", "),
                    reason
                )
            })
            .collect()
    }
}

/// A step's id, with the round from the second on: "7 (2)".
fn step_and_round(step: &StepId, round: u32) -> String {
    if round < 2 {
        step.to_string()
    } else {
        format!("{step} ({round})")
    }
}
