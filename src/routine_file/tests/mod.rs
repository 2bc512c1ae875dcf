//! Tests of the loader as a whole.

mod shipped;

use super::*;
use crate::domain::routine_problem::line_column;

/// Each problem of a text as `line:column kind`.
fn problems(text: &str) -> String {
    let problems = match load(text) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    problems
        .iter()
        .map(|problem| {
            let at = line_column(text, problem.span.start);
            format!("{}:{} {:?}\n", at.line, at.column, problem.kind)
        })
        .collect()
}
