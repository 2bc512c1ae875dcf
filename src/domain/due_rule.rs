//! When a step is due, as the routine states it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::calendar::Roll;
use super::{
    condition::Condition,
    ids::{KeyDateId, QuestionId, StepId},
    term::{Term, Unit},
};

/// One of a step's due rules.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DueChoice {
    pub when: Option<Condition>,
    pub rule: DueRule,
}

/// A due rule: how the date comes about, how it rolls and who says so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DueRule {
    pub kind: DueKind,
    /// What it counts from.
    pub anchor: Anchor,
    /// Of a rule that gives a single date: how long from the anchor.
    pub term: Option<Term>,
    /// When the step opens in lists: the longer term before the anchor, the shorter after it.
    pub earliest: Option<Term>,
    pub roll: Roll,
    /// A date before the day its anchor was entered becomes that day.
    pub or_at_once: bool,
    pub basis: Basis,
    pub cite: Option<String>,
}

/// How a due date comes about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum DueKind {
    On,
    /// Without a term the day before.
    Before,
    After,
    /// At once after the anchor; the term is the hard limit if there is one.
    Promptly,
    Repeating(Repeating),
}

/// A rule that comes again and again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Repeating {
    pub series: Series,
    pub until: Option<Anchor>,
    /// A date that passed while the round before was undone still gets its own round.
    pub keep_missed: bool,
}

/// Which dates a repeating rule gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Series {
    /// from + k·interval, k = 1, 2, …
    Grid(Interval),
    Rolling(Interval),
    EachYear(Vec<YearMark>),
    /// The last school day of every term; needs the municipality's school calendar.
    EachSchoolTerm,
}

/// How long between two rounds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Interval {
    Fixed(Term),
    /// The case says: the answer is a term.
    Answer(QuestionId),
}

/// A date of a year in a calendar rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearMark {
    /// A month: due its last day, opens its first.
    Month(u32),
    /// A day: month and day; 29 February is the 28th in a common year.
    Day { month: u32, day: u32 },
    /// An ISO week: due its Friday, opens its Monday; week 53 only in years that have it.
    Week(u32),
}

/// What a rule counts from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    KeyDate(KeyDateId),
    Step(StepId),
    Answer(QuestionId),
}

messages! {
    /// Who states a time.
    #[derive(Copy, Default, Serialize, Deserialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum Basis {
        Source => "basis-source",
        Law => "basis-law",
        /// A local default that no source states.
        #[default]
        Local => "basis-local",
    }
}

words! { Basis { Source = "source", Law = "law", Local = "local" } }

impl DueChoice {
    /// The question that says how long it is between two rounds, if one does.
    pub fn interval_asked(&self) -> Option<QuestionId> {
        match &self.rule.repeating()?.series {
            Series::Grid(Interval::Answer(id)) | Series::Rolling(Interval::Answer(id)) => {
                Some(id.clone())
            }
            _ => None,
        }
    }
}

impl DueRule {
    /// The repeating part, when the rule comes again and again.
    pub fn repeating(&self) -> Option<&Repeating> {
        match &self.kind {
            DueKind::Repeating(repeating) => Some(repeating),
            _ => None,
        }
    }

    /// Whether it counts school days or school terms by itself; an interval that the case says may do so too.
    pub fn needs_school_calendar(&self) -> bool {
        let fixed = match self.repeating().map(|repeating| &repeating.series) {
            Some(Series::EachSchoolTerm) => return true,
            Some(series) => match series.interval() {
                Some(Interval::Fixed(term)) => Some(*term),
                _ => None,
            },
            None => self.term,
        };
        let mut terms = fixed.into_iter().chain(self.earliest);
        terms.any(|term| term.unit() == Unit::Schoolday)
    }
}

impl Series {
    /// How long between two of its dates, where that is the same always.
    pub fn interval(&self) -> Option<&Interval> {
        match self {
            Self::Grid(interval) | Self::Rolling(interval) => Some(interval),
            Self::EachYear(_) | Self::EachSchoolTerm => None,
        }
    }
}

impl YearMark {
    /// Reads `03`, `09-15` or `W11`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(week) = text.strip_prefix('W') {
            let week = two_digits(week)?;
            return (1..=53).contains(&week).then_some(Self::Week(week));
        }
        let Some((month, day)) = text.split_once('-') else {
            let month = two_digits(text)?;
            return (1..=12).contains(&month).then_some(Self::Month(month));
        };
        let (month, day) = (two_digits(month)?, two_digits(day)?);
        // A leap year, so that 29 February is a date.
        NaiveDate::from_ymd_opt(2024, month, day)?;
        Some(Self::Day { month, day })
    }
}

fn two_digits(text: &str) -> Option<u32> {
    if text.len() != 2 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_months_days_and_weeks() {
        for (text, mark) in [
            ("03", Some(YearMark::Month(3))),
            ("12", Some(YearMark::Month(12))),
            ("13", None),
            ("00", None),
            ("3", None),
            ("09-15", Some(YearMark::Day { month: 9, day: 15 })),
            ("02-29", Some(YearMark::Day { month: 2, day: 29 })),
            ("02-30", None),
            ("9-15", None),
            ("W11", Some(YearMark::Week(11))),
            ("W53", Some(YearMark::Week(53))),
            ("W54", None),
            ("W00", None),
            ("w11", None),
            ("å3", None),
        ] {
            assert_eq!(YearMark::parse(text), mark, "{text}");
        }
    }
}
