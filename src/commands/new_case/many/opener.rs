//! From what a line says, and what the options say for every line, to the case that is wanted.

use std::rc::Rc;

use crate::cli::values::BadValue;
use crate::ctx::Ctx;
use crate::desk::facts::{Facts, takes_text};
use crate::domain::ids::{RoutineId, StepId};
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::routine_file::Loaded;

use super::super::wanted::{self, Wanted};
use super::super::{Args, checked_reference};
use super::columns::{Column, Columns};
use super::line::{Line, Problem};
use super::problems;

/// Makes lines into wanted cases.
pub(super) struct Opener<'a> {
    ctx: &'a Ctx,
    /// What the options say holds for every line that does not say it itself.
    for_all: &'a Args,
}

impl<'a> Opener<'a> {
    pub(super) fn new(for_all: &'a Args, ctx: &'a Ctx) -> Self {
        Self { ctx, for_all }
    }

    pub(super) fn routine(&self, id: &RoutineId) -> Result<Rc<Loaded>, Failure> {
        wanted::active(self.ctx, id)
    }

    pub(super) fn wanted(&mut self, line: Line, columns: &Columns) -> Result<Wanted, Problem> {
        let for_all = self.for_all;
        let in_column = |column: Column, why: Failure| Problem {
            column: Some(columns.name_of(&column)),
            why: why.into(),
        };
        let Some(id) = line.routine.as_ref().or(for_all.routine.as_ref()) else {
            return Err(in_column(Column::Routine, no_routine()));
        };
        let loaded = self
            .routine(id)
            .map_err(|why| in_column(Column::Routine, why))?;
        let mut answers = line.facts.answer.iter();
        if let Some((id, _)) = answers
            .find(|(id, value)| value.as_deref() == Some("-") && takes_text(&loaded.routine, id))
        {
            let why = BadValue::Dash.failure();
            return Err(in_column(Column::Answer(id.clone()), why));
        }
        let mut done = line.done;
        add_missing(&mut done, &for_all.done);
        in_the_routines_order(&mut done, &loaded.routine);
        let mut wanted = Wanted {
            loaded,
            reference: None,
            trigger: line.trigger.or_else(|| for_all.trigger.clone()),
            continues: None,
            reason: None,
            done,
            facts: with_missing(line.facts, &for_all.facts),
        };
        if let Some(text) = &line.reference {
            let reference = checked_reference(text)
                .map_err(|refusal| problems::problem_of(&refusal, &wanted, columns, self.ctx))?;
            wanted.reference = Some(reference);
        }
        Ok(wanted)
    }
}

fn no_routine() -> Failure {
    Failure::refused("many-no-routine")
}

fn with_missing(mut facts: Facts, for_all: &Facts) -> Facts {
    add_missing(&mut facts.date, &for_all.date);
    add_missing(&mut facts.answer, &for_all.answer);
    add_missing(&mut facts.role, &for_all.role);
    add_missing(&mut facts.takes, &for_all.takes);
    facts
}

/// Adds what is said for all of ids that a line says nothing of.
fn add_missing<I: Clone + PartialEq, V: Clone>(said: &mut Vec<(I, V)>, for_all: &[(I, V)]) {
    let own = said.len();
    for (id, value) in for_all {
        if !said[..own].iter().any(|(known, _)| known == id) {
            said.push((id.clone(), value.clone()));
        }
    }
}

/// Steps in the order the routine has them, whatever the order of the columns: later ones may stand on earlier ones.
fn in_the_routines_order<V>(done: &mut [(StepId, V)], routine: &Routine) {
    if done.len() > 1 {
        let place = |id: &StepId| routine.steps().position(|(_, step)| step.id == *id);
        done.sort_by_key(|(id, _)| place(id).unwrap_or(usize::MAX));
    }
}
