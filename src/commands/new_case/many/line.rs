//! One line of a table, read into what is wanted of a case.

use crate::cli::values::{self, BadValue, DoneOn};
use crate::desk::facts::Facts;
use crate::domain::ids::{RoutineId, StepId, TriggerId};
use crate::domain::signs::{one_line, seen};
use crate::error::Failure;

use super::columns::{Column, Columns};
use super::table::Row;

/// What a line says of a case. An empty cell says nothing.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    pub(super) reference: Option<String>,
    pub(super) routine: Option<RoutineId>,
    pub(super) trigger: Option<TriggerId>,
    pub(super) facts: Facts,
    pub(super) done: Vec<(StepId, DoneOn)>,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Problem {
    /// The column, by its name in the table; `None` when it is the line itself.
    pub(super) column: Option<String>,
    pub(super) why: Box<Failure>,
}

/// As much as a cell in Excel holds, in characters.
const LONGEST_CELL: usize = 32_767;

impl Line {
    /// What a row of a table says; all that is wrong with it, if anything is.
    pub(super) fn of(row: &Row<'_>, columns: &Columns) -> Result<Self, Vec<Problem>> {
        if row.is_unclosed {
            let why = Failure::refused("many-unclosed");
            return Err(vec![Problem {
                column: None,
                why: why.into(),
            }]);
        }
        let mut line = Self::default();
        let mut problems = Vec::new();
        for (place, cell) in row.cells.iter().enumerate() {
            let cell = one_line(&seen(cell));
            let cell = cell.as_str();
            if cell.is_empty() {
                continue;
            }
            let Some((name, column)) = columns.at(place) else {
                let why = message!("many-no-column", place = place + 1);
                problems.push(Problem {
                    column: None,
                    why: Failure::refused(why).into(),
                });
                // Those after it will be in no column either, or in the wrong one.
                break;
            };
            if let Err(why) = line.take(column, cell) {
                let column = Some(name.to_owned());
                problems.push(Problem {
                    column,
                    why: why.into(),
                });
            }
        }
        if problems.is_empty() {
            Ok(line)
        } else {
            Err(problems)
        }
    }

    fn take(&mut self, column: &Column, cell: &str) -> Result<(), Failure> {
        if cell.len() > LONGEST_CELL && cell.chars().nth(LONGEST_CELL).is_some() {
            return Err(Failure::refused(message!(
                "many-cell-too-long",
                most = LONGEST_CELL
            )));
        }
        let bad = |bad: BadValue| bad.failure();
        match column {
            Column::Reference => self.reference = Some(cell.to_owned()),
            Column::Routine => self.routine = Some(cell.into()),
            Column::Trigger => self.trigger = Some(cell.into()),
            Column::Date(id) => {
                let day = values::day_in_table(cell).map_err(bad)?;
                self.facts.date.push((id.clone(), Some(day)));
            }
            Column::Answer(id) => self.facts.answer.push((id.clone(), Some(cell.to_owned()))),
            Column::Role(id) => self.facts.role.push((id.clone(), Some(cell.to_owned()))),
            Column::Takes(id) => self.facts.takes.push((id.clone(), Some(cell.into()))),
            Column::Done(id) => {
                let on = values::done_on_or(cell, values::day_in_table)
                    .map_err(|bad| bad.failure().without_hints().hint("hint-many-done"))?;
                self.done.push((id.clone(), on));
            }
        }
        Ok(())
    }
}
