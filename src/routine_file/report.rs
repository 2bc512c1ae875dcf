//! Collects the problems of a file while it is read.

use std::cell::RefCell;
use std::ops::Range;

use crate::domain::routine_problem::{Problem, ProblemKind};

/// More than this is a hostile file, not a mistake.
const MOST_PROBLEMS: usize = 500;

#[derive(Debug, Default)]
pub(super) struct Report {
    problems: RefCell<Vec<Problem>>,
}

impl Report {
    pub(super) fn add(&self, span: Range<usize>, kind: ProblemKind) {
        self.add_with(span, None, kind);
    }

    pub(super) fn add_with(
        &self,
        span: Range<usize>,
        also: Option<Range<usize>>,
        kind: ProblemKind,
    ) {
        let problem = Problem { span, also, kind };
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
            let (also, kind) = (None, ProblemKind::MoreProblems { count });
            problems.push(Problem { span, also, kind });
        }
        problems
    }
}
