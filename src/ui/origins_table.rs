//! How every date of a plan has come about, a row each.

use super::checklist::{Checklist, step_and_round};
use super::wording::WhyInWords;
use super::{Cell, Table, Tone};
use crate::domain::plan::Status;
use crate::domain::report::ReportRow;
use crate::domain::why::Why;

/// The dates of a plan and where they came from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OriginsTable<'a>(pub(crate) Checklist<'a>);

impl OriginsTable<'_> {
    /// The steps that apply or may come to, in the order of the plan.
    pub(crate) fn table(&self) -> Table {
        let say = |id: &str| self.0.words.say(id, &[]);
        let mut table = Table::new([
            say("heading-step"),
            say("heading-title"),
            say("heading-due"),
            say("plan-why"),
        ]);
        let applies = |row: &&ReportRow| row.row.status != Status::NotApplicable;
        for row in self.0.rows.iter().filter(applies) {
            table.add(self.cells(row));
        }
        table
    }

    fn cells(&self, row: &ReportRow) -> [Cell; 4] {
        let list = &self.0;
        let planned = &row.row;
        let why = Why::of(list.routine, list.case, planned);
        let told = WhyInWords {
            why: &why,
            routine: list.routine,
            today: list.today,
            words: list.words,
        };
        let title = list.routine.step(&planned.step);
        let mut due = planned
            .dates
            .due
            .map(|due| list.words.date(due))
            .unwrap_or_default();
        if planned.assumed {
            due = format!("{due} ({})", list.words.say("plan-assumed", &[]));
        }
        let how = if planned.status == Status::Undecided {
            told.waits().join(" · ")
        } else {
            told.line()
        };
        let tone = if planned.assumed {
            Tone::Quiet
        } else {
            Tone::Plain
        };
        [
            Cell::from(step_and_round(&planned.step, planned.round)),
            Cell::from(title.map_or("", |step| step.title.as_str())),
            Cell::toned(tone, due),
            Cell::from(how),
        ]
    }
}
