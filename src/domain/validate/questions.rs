//! Key dates, the questions steps ask and what forms show.

use super::index::{Index, Known};
use super::{Found, walk};
use crate::domain::routine::{FieldContent, Routine};
use crate::domain::routine_problem::{Path, ProblemKind};

/// Looks at what refers to key dates and questions outside conditions and due rules.
pub(super) fn check(routine: &Routine, index: &Index, found: &mut Found) {
    for (place, date) in routine.key_dates.iter().enumerate() {
        let path = Path::root().entry("key_date", place);
        if let Some(earlier) = &date.not_before {
            let path = path.key("not_before");
            index.key_dates.check(earlier.as_str(), path, found);
        }
        for (place, earlier) in date.expected_after.iter().enumerate() {
            let path = path.entry("expected_after", place);
            index.key_dates.check(earlier.as_str(), path, found);
        }
    }
    for (path, step) in walk::steps(routine) {
        for (place, question) in step.asks.iter().enumerate() {
            let path = path.entry("asks", place);
            let known = index.question(question.as_str(), path.clone(), found);
            if matches!(known, Some(Known::OfOther(_) | Known::Blank)) {
                let id = question.to_string();
                found.add(path, ProblemKind::NotOfTheCase { id });
            }
        }
    }
    for (path, content) in walk::fields(routine) {
        if let FieldContent::Asks(question) = content {
            index.answerable(question.as_str(), path.key("asks"), found);
        }
    }
}
