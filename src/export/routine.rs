//! A routine in a list, as JSON.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::routine::{Routine, RoutineStatus};

/// A routine in a list. One whose file is broken has its id and the status `broken`, the rest is null.
#[derive(Debug, Clone, Serialize)]
pub struct RoutineJson {
    /// Its id.
    pub id: String,
    /// What people call it.
    pub title: Option<String>,
    /// Its version.
    pub version: Option<String>,
    /// `draft`, `active`, `retired` or `broken`.
    pub status: &'static str,
    /// Who published its source.
    pub publisher: Option<String>,
    /// The day by which it should be reviewed.
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
            title: None,
            version: None,
            status: "broken",
            publisher: None,
            review_by: None,
        }
    }
}
