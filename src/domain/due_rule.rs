//! When a step is due, as the routine states it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use super::calendar::Roll;
use super::{
    condition::Condition,
    ids::{KeyDateId, QuestionId, StepId},
    term::{Term, Unit},
};

/// One of a step's due rules. The entries of a `first_of` or `last_of` are such rules, one after the other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DueChoice {
    pub when: Option<Condition>,
    pub rule: DueRule,
    /// Of an entry of such a table.
    pub among: Option<Among>,
}

/// The `first_of` or `last_of` that a due rule is an entry of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Among {
    pub pick: WhichDate,
    /// The place of that table in the step's list, from 0.
    pub table: usize,
    /// When that table counts.
    pub when: Option<Condition>,
}

/// Which of several dates counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhichDate {
    First,
    Last,
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
    /// Where none of its dates fits before `until`, it has a round on that day.
    pub at_least_once: bool,
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
    /// Round *k* the *k*th of these after `from`.
    Terms(Vec<Term>),
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
    /// The day that is booked for a step.
    Booking(StepId),
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
    /// Whether it is an entry of the same table as another.
    pub fn is_beside(&self, other: &Self) -> bool {
        let table = |choice: &Self| choice.among.as_ref().map(|among| among.table);
        table(self).is_some() && table(self) == table(other)
    }

    /// When the table counts that it is, or is an entry of.
    pub fn table_when(&self) -> Option<&Condition> {
        match &self.among {
            Some(among) => among.when.as_ref(),
            None => self.when.as_ref(),
        }
    }

    /// All conditions of it.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let of_table = self.among.as_ref().and_then(|among| among.when.as_ref());
        self.when.iter().chain(of_table)
    }

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

    /// The terms, where it lists them.
    pub fn terms(&self) -> Option<&[Term]> {
        match &self.repeating()?.series {
            Series::Terms(terms) => Some(terms),
            _ => None,
        }
    }

    /// Whether it counts school days or school terms by itself, or moves to a school day; an interval that the case says
    /// may do so too.
    pub fn needs_school_calendar(&self) -> bool {
        let fixed = match self.repeating().map(|repeating| &repeating.series) {
            Some(Series::EachSchoolTerm) => return true,
            Some(Series::Grid(Interval::Fixed(term)) | Series::Rolling(Interval::Fixed(term))) => {
                std::slice::from_ref(term)
            }
            Some(Series::Terms(terms)) => terms,
            Some(_) => &[],
            None => self.term.as_slice(),
        };
        let mut terms = fixed.iter().chain(&self.earliest);
        self.roll.is_to_school_day() || terms.any(|term| term.unit() == Unit::Schoolday)
    }
}

impl Series {
    /// How long between two of its dates, where that is the same always.
    pub fn interval(&self) -> Option<&Interval> {
        match self {
            Self::Grid(interval) | Self::Rolling(interval) => Some(interval),
            Self::EachYear(_) | Self::EachSchoolTerm | Self::Terms(_) => None,
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
