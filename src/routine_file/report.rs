//! Collects problems while a file is read, and finds the places in the text that paths lead to.

use std::cell::RefCell;
use std::ops::Range;

use toml::de::{DeTable, DeValue};

use crate::domain::routine_problem::{Part, Path, Problem, ProblemKind};

/// More than this is a hostile file, not a mistake.
pub(super) const MOST_PROBLEMS: usize = 500;

/// The problems found so far. Shared by all readers of one file.
#[derive(Debug, Default)]
pub(super) struct Report {
    problems: RefCell<Vec<Problem>>,
}

impl Report {
    pub(super) fn add(&self, span: Range<usize>, kind: ProblemKind) {
        self.add_problem(Problem {
            span,
            also: None,
            kind,
        });
    }

    pub(super) fn add_problem(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    /// All problems in the order of the text, at most [`MOST_PROBLEMS`] and a line about the rest.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        problems.dedup();
        let count = problems.len().saturating_sub(MOST_PROBLEMS);
        if count > 0 {
            // Errors first, so that a flood of warnings cannot hide why the file is refused.
            problems.sort_by_key(Problem::severity);
            problems.truncate(MOST_PROBLEMS);
            problems.sort_by_key(|problem| problem.span.start);
            let span = problems.last().map_or(0..0, |last| last.span.clone());
            problems.push(Problem {
                span,
                also: None,
                kind: ProblemKind::MoreProblems { count },
            });
        }
        problems
    }
}

/// The span of the value at a path, or of the innermost value on the way that exists.
pub(super) fn span_of(root: &DeTable, path: &Path) -> Range<usize> {
    let mut span = 0..0;
    let Some((first, rest)) = path.parts().split_first() else {
        return span;
    };
    let mut value = match first {
        Part::Key(key) => match root.get(key.as_ref()) {
            Some(value) => value,
            None => return span,
        },
        Part::NameOf(key) => return name_span(root, key).unwrap_or(span),
        Part::Index(_) => return span,
    };
    for part in rest {
        span = value.span();
        let next = match (part, value.get_ref()) {
            (Part::Key(key), DeValue::Table(table)) => table.get(key.as_ref()),
            (Part::Index(index), DeValue::Array(list)) => list.get(*index),
            // `due` may be one table instead of a list of them.
            (Part::Index(_), DeValue::Table(_)) => Some(value),
            (Part::NameOf(key), DeValue::Table(table)) => {
                return name_span(table, key).unwrap_or(span);
            }
            _ => None,
        };
        let Some(next) = next else { return span };
        value = next;
    }
    value.span()
}

fn name_span(table: &DeTable, key: &str) -> Option<Range<usize>> {
    table.get_key_value(key).map(|(key, _)| key.span())
}
