//! Whether a routine holds together: every reference leads somewhere, no rule is impossible, nothing waits for itself.

mod conditions;
mod cycles;
mod due;
mod graph;
mod ids;
mod index;
mod routine_tests;
mod steps;
mod unused;
mod walk;

use super::routine::Routine;
use super::routine_problem::{Path, ProblemKind};

pub use walk::all_questions;

use index::Index;

/// One thing that does not hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct ValidationProblem {
    pub path: Path,
    pub also: Option<Path>,
    pub kind: ProblemKind,
}

/// Everything that does not hold together, warnings included.
pub fn validate(routine: &Routine) -> Vec<ValidationProblem> {
    let index = Index::of(routine);
    let mut found = Found::default();
    ids::check(routine, &mut found);
    steps::check_questions(routine, &index, &mut found);
    conditions::check(routine, &index, &mut found);
    steps::check(routine, &index, &mut found);
    due::check(routine, &index, &mut found);
    cycles::check(routine, &mut found);
    routine_tests::check(routine, &index, &mut found);
    unused::check(routine, &mut found);
    found.0
}

#[derive(Debug, Default)]
struct Found(Vec<ValidationProblem>);

impl Found {
    fn add(&mut self, path: Path, kind: ProblemKind) {
        let also = None;
        self.0.push(ValidationProblem { path, also, kind });
    }

    fn add_with(&mut self, path: Path, also: Path, kind: ProblemKind) {
        let also = Some(also);
        self.0.push(ValidationProblem { path, also, kind });
    }
}
