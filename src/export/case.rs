//! A case as JSON.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::StepJson;
use crate::domain::case::Case;
use crate::domain::ids::{CaseRef, KeyDateId, QuestionId, RoleId, RoutineId, TriggerId};

/// A case with all its steps, as `show` gives it.
#[derive(Debug, Clone, Serialize)]
pub struct CaseJson {
    pub case: CaseRef,
    pub routine: RoutineId,
    /// The version of the text the case goes by.
    pub version: String,
    /// `open` or `closed`.
    pub status: &'static str,
    /// Whether it may be closed without a reason.
    pub may_close: bool,
    pub opened: NaiveDate,
    /// The day the first case of its line was opened.
    pub first_opened: NaiveDate,
    /// Whole days from that day to today.
    pub days_since_first_opened: i64,
    pub continues: Option<CaseRef>,
    pub trigger: Option<TriggerId>,
    pub protected: bool,
    pub dates: BTreeMap<KeyDateId, NaiveDate>,
    /// Those of them that somebody has said did happen.
    pub dates_confirmed: Vec<KeyDateId>,
    /// Answers, in the form they are stored.
    pub answers: BTreeMap<QuestionId, String>,
    pub roles: BTreeMap<RoleId, String>,
    /// Unanswered questions that decide something.
    pub questions: Vec<QuestionId>,
    pub steps: Vec<StepJson>,
}

impl CaseJson {
    /// The JSON of a case as it is on `today`.
    pub fn new(
        reference: &CaseRef,
        case: &Case,
        today: NaiveDate,
        may_close: bool,
        questions: Vec<QuestionId>,
        steps: Vec<StepJson>,
    ) -> Self {
        let dates = case.dates.iter();
        let answers = case.answers.iter();
        Self {
            case: reference.clone(),
            routine: case.routine.clone(),
            version: case.version.clone(),
            status: if case.is_open() { "open" } else { "closed" },
            may_close,
            opened: case.opened,
            first_opened: case.first_opened,
            days_since_first_opened: (today - case.first_opened).num_days(),
            continues: case.continues.clone(),
            trigger: case.trigger.clone(),
            protected: case.protected.is_some(),
            dates: dates.map(|(id, dated)| (id.clone(), dated.on)).collect(),
            dates_confirmed: case
                .dates
                .iter()
                .filter(|(_, dated)| dated.confirmed)
                .map(|(id, _)| id.clone())
                .collect(),
            answers: answers
                .map(|(id, answer)| (id.clone(), answer.value.clone()))
                .collect(),
            roles: case.roles.clone(),
            questions,
            steps,
        }
    }
}
