//! Routine files: TOML text in, a routine or all its problems with their places out.

mod conditions;
mod due;
mod folder;
mod forbidden;
mod form;
pub mod format;
mod head;
mod json;
mod library;
mod questions;
mod reader;
mod school;
mod steps;
mod syntax;
mod table;
mod tests_beside;
mod value;

#[cfg(test)]
mod tests;

use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use self::format::{Holds, TableFormat};
use self::reader::{FileReader, is_unreadable};
use self::table::{FromTable, TomlTable};
use self::value::{TomlValue, whole_number};
use crate::domain::routine::{OnContinue, Routine};
use crate::domain::routine_problem::{IdKind, Problem, ProblemKind, Shape};
use crate::domain::validate::{circles, own_answers};

pub use folder::{FileFault, LibraryError, read_bytes, read_file};
pub use form::{form_of, routine_of_form};
pub use json::tables_as_json;
pub use library::{Broken, Library};
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
    let (routine, warnings) = read_tables(text, &format::ROUTINE, true, format::NEWEST, |root| {
        let routine = routine(root);
        // What a test names is not used for that.
        root.reader.report_unused();
        let tests = tests_beside::read(root, &routine);
        Some(Routine { tests, ..routine })
    })?;
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
    let (format, newest) = (&format::ROUTINE, format::NEWEST);
    let read = read_tables(text, format, false, newest, |root| Some(routine(root)));
    read.map(|(routine, _)| routine)
}

/// What a text is read as, and what is only to be looked at. A text that is not new is still read although it holds what
/// none may.
fn read_tables<T>(
    text: &str,
    format: &'static TableFormat,
    is_new: bool,
    newest: i64,
    read: impl FnOnce(&TomlTable) -> Option<T>,
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
    let version = version(root).filter(|version| (1..=newest).contains(version));
    let mut reader = FileReader::of_version(version.unwrap_or(newest));
    let damage = syntax::report(text, &errors, &reader);
    // Another format may have other keys, so nothing else is said of it.
    let found = is_known_format(root, newest, &reader).then(|| {
        reader.declare(format, root, false);
        read(&TomlTable::open(format, root, 0..0, &reader))
    });
    if is_new {
        forbidden::report(text, root, &reader);
    }
    let mut problems = reader.into_problems();
    problems.retain(|problem| !damage.explains(problem.span.start, &problem.kind));
    match found.flatten() {
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

/// The version of the format that a file says it has.
fn version(root: &DeTable) -> Option<i64> {
    whole_number(root.get("format")?.get_ref())
}

/// Whether the file does not say that it has a format that is not known; what it says is reported if so.
fn is_known_format(root: &DeTable, newest: i64, reader: &FileReader) -> bool {
    let Some(toml) = root.get("format").filter(|toml| !is_unreadable(toml)) else {
        return true;
    };
    let (key, holds) = ("format", Holds::Number);
    let value = TomlValue {
        key,
        holds,
        toml,
        reader,
    };
    let found = match value.get() {
        _ if version(root).is_some_and(|found| (1..=newest).contains(&found)) => return true,
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return value.should_be(Shape::Number).unwrap_or(true),
    };
    let found = found.to_owned();
    value.problem(ProblemKind::UnknownFormat { found, newest });
    false
}

/// No routine has nearly as many. Steps that count from each other are planned one inside the other, so that more of
/// them could take more room than a program has.
const MOST_STEPS: usize = 300;

/// Whether planning its cases comes to an end.
fn can_be_planned(routine: &Routine) -> bool {
    routine.steps().count() <= MOST_STEPS && circles(routine).is_empty()
}

/// The routine without its tests, as far as it can be read, and what only all parts together show.
fn routine(root: &TomlTable) -> Routine {
    let routine = Routine::from_table(root);
    let (count, limit) = (routine.steps().count(), MOST_STEPS);
    if count == 0 {
        root.problem_here(ProblemKind::NoSteps);
    }
    if count > limit {
        root.problem_here(ProblemKind::TooManySteps { count, limit });
    }
    let reader = root.reader;
    for (what, ids) in circles(&routine) {
        let first = ids.first().map_or(0..0, |first| reader.place(what, first));
        reader.report(first, ProblemKind::Cycle { what, ids });
    }
    for carried in routine.asked_for_consent() {
        if carried.on_continue == Some(OnContinue::Carry) {
            let question = carried.id.to_string();
            let place = reader.place(IdKind::Question, &question);
            reader.report(place, ProblemKind::ConsentCarried { question });
        }
    }
    for (step, question) in own_answers(&routine) {
        let (step, question) = (
            reader.place(IdKind::Step, step.as_str()),
            question.to_string(),
        );
        reader.report(step, ProblemKind::OwnAnswer { question });
    }
    routine
}
