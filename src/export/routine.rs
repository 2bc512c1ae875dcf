//! A routine in a list, as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::plan::Status;
use crate::domain::routine::{Routine, RoutineStatus};

/// A routine in a list. One whose file is broken has its id and the status `broken`, the rest is null.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RoutineJson {
    pub id: String,
    pub title: Option<String>,
    pub version: Option<String>,
    /// `draft`, `active`, `retired` or `broken`.
    pub status: &'static str,
    pub publisher: Option<String>,
    pub review_by: Option<NaiveDate>,
}

impl RoutineJson {
    /// A routine that can be used.
    pub fn new(routine: &Routine) -> Self {
        Self {
            id: routine.id.to_string(),
            title: Some(routine.title.clone()),
            version: Some(routine.version.clone()),
            status: match routine.status {
                RoutineStatus::Draft => "draft",
                RoutineStatus::Active => "active",
                RoutineStatus::Retired => "retired",
            },
            publisher: Some(routine.source.publisher.clone()),
            review_by: routine.review_by,
        }
    }

    /// A routine whose file is broken.
    pub fn broken(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            status: "broken",
            ..Self::default()
        }
    }
}

/// A problem in a routine file.
#[derive(Debug, Clone, Serialize)]
pub struct ProblemJson {
    /// The file, as it was named.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The character of the line, from 1.
    pub column: usize,
    /// `error` or `warning`.
    pub severity: &'static str,
    pub message: String,
    pub hints: Vec<String>,
}

/// How one of a routine's own tests went.
#[derive(Debug, Clone, Serialize)]
pub struct TestJson {
    pub routine: String,
    pub test: String,
    pub passed: bool,
    /// Why the case cannot come to be, in words.
    pub impossible: Option<String>,
    pub mismatches: Vec<MismatchJson>,
}

/// A round that was not as a test expected.
#[derive(Debug, Clone, Serialize)]
pub struct MismatchJson {
    /// The round, `step` or `step/round`.
    pub round: String,
    pub expected: String,
    /// The status found; null when there is no such round.
    pub status: Option<Status>,
    pub due: Option<NaiveDate>,
}
