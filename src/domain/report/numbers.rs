//! Counts: of one case, and of all open ones together.

use chrono::NaiveDate;

/// What one case comes to in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CaseNumbers {
    /// Rows of its plan that apply or may come to.
    pub steps: u32,
    pub to_do: u32,
    pub ended: u32,
    /// Those that wait for a date somebody could tell.
    pub without_date: u32,
    pub without_owner: u32,
    /// Different questions that decide something and are not answered.
    pub unanswered: u32,
    /// The earliest date of an open or blocked step that is not optional.
    pub next_due: Option<NaiveDate>,
}

/// Sums over the cases of a file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    pub open_cases: i64,
    pub closed_cases: i64,
    pub cases_without_date: i64,
    pub steps_without_owner: i64,
    pub unanswered_questions: i64,
}

impl Totals {
    /// What one case adds to the sums.
    pub fn of_case(open: bool, numbers: &CaseNumbers) -> Self {
        if !open {
            return Self {
                closed_cases: 1,
                ..Self::default()
            };
        }
        Self {
            open_cases: 1,
            closed_cases: 0,
            cases_without_date: i64::from(numbers.without_date > 0),
            steps_without_owner: i64::from(numbers.without_owner),
            unanswered_questions: i64::from(numbers.unanswered),
        }
    }

    /// Both together; what a damaged file holds may be beyond all sums.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            open_cases: self.open_cases.saturating_add(other.open_cases),
            closed_cases: self.closed_cases.saturating_add(other.closed_cases),
            cases_without_date: self
                .cases_without_date
                .saturating_add(other.cases_without_date),
            steps_without_owner: self
                .steps_without_owner
                .saturating_add(other.steps_without_owner),
            unanswered_questions: self
                .unanswered_questions
                .saturating_add(other.unanswered_questions),
        }
    }

    /// The difference.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        self.plus(Self {
            open_cases: other.open_cases.saturating_neg(),
            closed_cases: other.closed_cases.saturating_neg(),
            cases_without_date: other.cases_without_date.saturating_neg(),
            steps_without_owner: other.steps_without_owner.saturating_neg(),
            unanswered_questions: other.unanswered_questions.saturating_neg(),
        })
    }
}
