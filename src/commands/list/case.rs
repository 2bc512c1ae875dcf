//! A case in a list: for people and for programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::routine::Routine;
use crate::store::CaseSummary;
use crate::ui::wording::Words;
use crate::ui::{Cell, Table, Tone};

#[derive(Debug, Serialize)]
pub(super) struct CaseJson {
    case: CaseRef,
    routine: RoutineId,
    version: String,
    status: &'static str,
    opened: NaiveDate,
    /// Rows of its plan that apply or may come to.
    steps: u32,
    /// Open or blocked ones.
    to_do: u32,
    /// Done or skipped ones.
    ended: u32,
    overdue: u32,
    without_date: u32,
    without_owner: u32,
    unanswered: u32,
    next_due: Option<NaiveDate>,
}

impl CaseJson {
    pub(super) fn of(heading: CaseSummary) -> Self {
        let numbers = heading.numbers;
        Self {
            case: heading.reference,
            routine: heading.routine,
            version: heading.version,
            status: if heading.open { "open" } else { "closed" },
            opened: heading.opened,
            steps: numbers.steps,
            to_do: numbers.to_do,
            ended: numbers.ended,
            overdue: heading.overdue,
            without_date: numbers.without_date,
            without_owner: numbers.without_owner,
            unanswered: numbers.unanswered,
            next_due: numbers.next_due.filter(|_| heading.open),
        }
    }
}

pub(super) fn table(words: &Words) -> Table {
    let headings = [
        "heading-case",
        "list-routine",
        "list-opened",
        "list-next",
        "list-overdue",
        "report-standing",
    ];
    Table::new(headings.map(|id| words.say(id))).with_whole_lines_in([0, 2, 3])
}

pub(super) fn cells(heading: CaseSummary, routine: &Routine, words: &Words) -> [Cell; 6] {
    let next_due = heading.numbers.next_due.filter(|_| heading.open);
    let overdue = match heading.overdue {
        0 => String::new(),
        count => say!(words, "steps", count),
    };
    let status = if heading.open {
        "case-open"
    } else {
        "case-closed"
    };
    [
        heading.reference.to_string().into(),
        routine.title.clone().into(),
        words.date(heading.opened).into(),
        next_due
            .map_or_else(String::new, |due| words.date(due))
            .into(),
        Cell::toned(Tone::Bad, overdue),
        words.say(status).into(),
    ]
}
