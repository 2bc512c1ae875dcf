//! Routine files: TOML text in, a routine or all its problems with their places out.

mod conditions;
mod due;
mod folder;
mod forbidden;
mod head;
mod json;
pub mod keys;
mod library;
mod questions;
mod report;
mod rule_parts;
mod school;
mod steps;
mod stored;
mod syntax;
mod table;
mod tests_beside;
mod value;

#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use self::report::{Report, span_of};
use crate::domain::routine::Routine;
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::validate::validate;

pub use folder::{FileFault, LibraryError, read_bytes, read_file};
pub use json::tables_as_json;
pub use library::{Broken, Entry, Library, Lookup, Origin};
pub use school::load_school_calendar;

/// No routine is nearly as large; the largest that is shipped has 30,000 bytes.
pub const LARGEST_BYTES: usize = 1024 * 1024;

/// A routine as its text says it.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    pub routine: Routine,
    /// The exact text, which a case keeps.
    pub text: String,
    /// The text's SHA-256 in lower-case hexadecimals: the routine's identity.
    pub text_hash: String,
    pub warnings: Vec<Problem>,
}

/// Reads a routine. All problems come back at once, in the order of the text, warnings among them.
pub fn load(text: &str) -> Result<Loaded, Vec<Problem>> {
    let (routine, warnings) = read_text(text, Extent::Whole)?;
    Ok(Loaded {
        routine,
        text: text.to_owned(),
        text_hash: text_hash(text),
        warnings,
    })
}

/// Reads the routine that a case goes by from the text it was opened with: without the tests beside it, which say
/// nothing of a case.
pub fn load_for_case(text: &str) -> Result<Routine, Vec<Problem>> {
    read_text(text, Extent::WithoutTests).map(|(routine, _)| routine)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    Whole,
    WithoutTests,
}

fn read_text(text: &str, extent: Extent) -> Result<(Routine, Vec<Problem>), Vec<Problem>> {
    // A case that was opened with a text that holds what none may is still read.
    let is_new = extent == Extent::Whole;
    read_tables(text, is_new, |root, _, report| {
        routine(root, extent, report)
    })
}

/// What a text is read as, and what is only to be looked at. `read` is told whether the text is whole: nothing of it is
/// lost to a fault in its syntax.
fn read_tables<T>(
    text: &str,
    is_new: bool,
    read: impl FnOnce(&DeTable, bool, &Report) -> Option<T>,
) -> Result<(T, Vec<Problem>), Vec<Problem>> {
    if text.len() > LARGEST_BYTES {
        let (bytes, limit) = (text.len(), LARGEST_BYTES);
        return Err(vec![Problem {
            span: 0..0,
            also: None,
            kind: ProblemKind::TooLarge { bytes, limit },
        }]);
    }
    let (root, errors) = DeTable::parse_recoverable(text);
    let root = root.get_ref();
    let report = Report::default();
    let damage = syntax::report(text, &errors, &report);
    let found = read(root, errors.is_empty(), &report);
    if is_new {
        forbidden::report(text, root, &report);
    }
    let mut problems = report.into_problems();
    problems.retain(|problem| !damage.explains(problem.span.start, &problem.kind));
    match found {
        Some(found) if !problems.iter().any(Problem::is_error) => Ok((found, problems)),
        _ => Err(problems),
    }
}

/// The identity of a routine's text: its SHA-256 in lower-case hexadecimals.
pub fn text_hash(text: &str) -> String {
    Sha256::digest(text.as_bytes())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// The routine, with stand-ins for what could not be read; nothing if the file is of another format.
fn routine(root: &DeTable, extent: Extent, report: &Report) -> Option<Routine> {
    // Another format may have other keys, so nothing else is said of it.
    if head::is_other_format(root, report) {
        return None;
    }
    let table = table::Table::open(&keys::ROUTINE, root, 0..0, report);
    let documents = questions::documents(&table);
    let ids = documents.iter().map(|document| document.id.to_string());
    let forms = ids.filter(|id| !id.is_empty()).collect();
    let mut routine = Routine {
        questions: questions::read(&table, "question"),
        phases: steps::read(&table, &forms),
        tests: match extent {
            Extent::Whole => tests_beside::read(&table),
            Extent::WithoutTests => Vec::new(),
        },
        documents,
        ..head::read(&table)
    };
    stored::normalise(&mut routine);
    for problem in validate(&routine) {
        report.add_problem(Problem {
            span: span_of(root, &problem.path),
            also: problem.also.map(|path| span_of(root, &path)),
            kind: problem.kind,
        });
    }
    Some(routine)
}
