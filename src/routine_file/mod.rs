//! Routine files: TOML text in, a routine or all its problems with their places out.

mod conditions;
mod due;
mod folder;
mod forbidden;
pub mod format;
mod head;
mod index;
mod json;
mod library;
mod questions;
mod reader;
mod report;
mod school;
mod steps;
mod syntax;
mod table;
mod tests_beside;
mod value;

#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};
use toml::de::DeTable;

use self::index::Index;
use self::reader::FileReader;
use self::table::TomlTable;
use crate::domain::ids::is_plain_id;
use crate::domain::routine::Routine;
use crate::domain::routine_problem::{IdKind, Problem, ProblemKind};
use crate::domain::validate::{circles, own_answers};

pub use folder::{FileFault, LibraryError, read_bytes, read_file};
pub use json::tables_as_json;
pub use library::{Broken, Library, LibraryEntry, Lookup, RoutineSource};
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
    read_tables(text, is_new, |root, _, reader| {
        routine(root, extent, reader)
    })
}

/// What a text is read as, and what is only to be looked at. `read` is told whether the text is whole: nothing of it is
/// lost to a fault in its syntax.
fn read_tables<T>(
    text: &str,
    is_new: bool,
    read: impl FnOnce(&DeTable, bool, &mut FileReader) -> Option<T>,
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
    let mut reader = FileReader::default();
    let damage = syntax::report(text, &errors, &reader.report);
    let found = read(root, errors.is_empty(), &mut reader);
    if is_new {
        forbidden::report(text, root, &reader.report);
    }
    let mut problems = reader.report.into_problems();
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

/// No routine has nearly as many. Steps that count from each other are planned one inside the other, so that more of
/// them could take more room than a program has.
const MOST_STEPS: usize = 300;

/// The routine, as far as it can be read; nothing if the file is of another format.
fn routine(root: &DeTable, extent: Extent, reader: &mut FileReader) -> Option<Routine> {
    // Another format may have other keys, so nothing else is said of it.
    if head::is_other_format(root, &reader.report) {
        return None;
    }
    let index = Index::of(root, &reader.report);
    reader.index = index;
    let table = TomlTable::open(&format::ROUTINE, root, 0..0, reader);
    let mut routine = Routine {
        questions: questions::read(&table),
        documents: questions::documents(&table),
        phases: steps::read(&table),
        ..head::read(&table)
    };
    check_whole(&routine, &table);
    // What a test names is not used for that.
    reader.index.report_unused(&reader.report);
    if extent == Extent::Whole {
        routine.tests = tests_beside::read(&table, &routine);
    }
    Some(routine)
}

/// What only all parts together show.
fn check_whole(routine: &Routine, table: &TomlTable) {
    let id = routine.id.as_str();
    if !id.is_empty() && !is_plain_id(id) {
        let (id, plain) = (id.to_owned(), true);
        table.problem("id", ProblemKind::BadId { id, plain });
    }
    let (count, limit) = (routine.steps().count(), MOST_STEPS);
    if count == 0 {
        table.problem_here(ProblemKind::NoSteps);
    }
    if count > limit {
        table.problem_here(ProblemKind::TooManySteps { count, limit });
    }
    let place = |what, id: &str| table.reader.index.place(what, id);
    for (what, ids) in circles(routine) {
        let first = ids.first().map_or(0..0, |first| place(what, first));
        table.report().add(first, ProblemKind::Cycle { what, ids });
    }
    for (step, question) in own_answers(routine) {
        let question = question.to_string();
        let place = place(IdKind::Step, step.as_str());
        table
            .report()
            .add(place, ProblemKind::OwnAnswer { question });
    }
}
