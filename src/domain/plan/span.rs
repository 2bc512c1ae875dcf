//! The days on which a plan is the same although nothing is recorded.

use chrono::NaiveDate;

/// The days on which a plan is the same: from the first, if there is one, to the day before `until`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Span {
    /// Before this day it is another; `None`: never was.
    pub from: Option<NaiveDate>,
    /// From this day on it is another; `None`: stays as it is.
    pub until: Option<NaiveDate>,
}

impl Span {
    /// Whether the plan is the same on that day.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day < until)
    }

    /// A day on which the plan is the same: `today` if it is one.
    pub fn day_near(self, today: NaiveDate) -> NaiveDate {
        match (self.from, self.until.and_then(|until| until.pred_opt())) {
            (Some(from), _) if !self.contains(today) => from,
            (None, Some(last)) => last.min(today),
            _ => today,
        }
    }

    /// The span of a plan made on `today` in which something is another on `day` than on the day before it.
    pub(super) fn narrowed(self, day: NaiveDate, today: NaiveDate) -> Self {
        match day <= today {
            true => Self {
                from: self.from.max(Some(day)),
                ..self
            },
            false => Self {
                until: Some(self.until.map_or(day, |until| until.min(day))),
                ..self
            },
        }
    }
}
