//! What may be wrong with a school calendar.

use super::{SchoolCalendar, SchoolSpan, half_year, is_autumn};

/// A school year has at least 178 school days: skolförordningen (2011:185) 3 kap. 2 §.
pub const FEWEST_SCHOOL_DAYS_A_YEAR: usize = 178;

/// Between two terms that follow each other lie at most this many days; the summer is the longest.
const LONGEST_HOLIDAY_IN_DAYS: i64 = 100;

/// What a problem of a school calendar is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchoolEntry {
    Calendar,
    /// A term, by its place from 0.
    Term(usize),
    /// A time off, by its place from 0.
    Off(usize),
}

messages! {
    /// What is wrong with a school calendar.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub enum SchoolProblem {
        NoTerms => "problem-school-no-terms",
        /// A term, break or study day ends before it begins.
        Backwards { title: String } => "problem-school-backwards",
        /// Two terms, or two times off, overlap or stand in the wrong order.
        OutOfOrder {
            title: String,
            /// The one that should have come before it, or later.
            next: String
        } => "problem-school-order",
        /// A term does not lie within one half of a year, as autumn and spring terms do.
        NotInHalfYear { title: String } => "problem-school-half-year",
        /// A term is missing between two.
        Gap { title: String, next: String; days: i64 } =>
            message!("problem-school-gap", days = message!("days", days)),
        /// A time off lies outside every term.
        OutsideTerms { title: String } => "problem-school-outside",
        /// A full school year has too few school days.
        TooFewDays { autumn: String, spring: String, days: usize } =>
            message!("problem-school-too-few", fewest = FEWEST_SCHOOL_DAYS_A_YEAR),
    }
}

impl SchoolCalendar {
    /// Everything that is wrong with it, and where.
    pub fn problems(&self) -> Vec<(SchoolEntry, SchoolProblem)> {
        if self.terms.is_empty() {
            return vec![(SchoolEntry::Calendar, SchoolProblem::NoTerms)];
        }
        let mut problems = out_of_order(&self.terms, SchoolEntry::Term);
        problems.extend(out_of_order(&self.off, SchoolEntry::Off));
        if problems.is_empty() {
            problems.extend(self.not_in_half_year());
            problems.extend(self.gaps());
            problems.extend(self.off_outside_terms());
        }
        if problems.is_empty() {
            problems.extend(self.short_years());
        }
        problems
    }

    fn not_in_half_year(&self) -> impl Iterator<Item = (SchoolEntry, SchoolProblem)> {
        self.terms.iter().enumerate().filter_map(|(place, term)| {
            let title = term.title.clone();
            let is_outside = half_year(term.first) != half_year(term.last);
            let problem = SchoolProblem::NotInHalfYear { title };
            is_outside.then_some((SchoolEntry::Term(place), problem))
        })
    }

    fn gaps(&self) -> impl Iterator<Item = (SchoolEntry, SchoolProblem)> {
        (1..)
            .zip(self.terms.windows(2))
            .filter_map(|(place, pair)| {
                let [before, after] = pair else { return None };
                let days = (after.first - before.last).num_days() - 1;
                let problem = SchoolProblem::Gap {
                    title: before.title.clone(),
                    next: after.title.clone(),
                    days,
                };
                (days > LONGEST_HOLIDAY_IN_DAYS).then_some((SchoolEntry::Term(place), problem))
            })
    }

    fn off_outside_terms(&self) -> impl Iterator<Item = (SchoolEntry, SchoolProblem)> {
        self.off.iter().enumerate().filter_map(|(place, off)| {
            let mut terms = self.terms.iter();
            let is_inside = terms.any(|term| term.first <= off.first && off.last <= term.last);
            let title = off.title.clone();
            let problem = SchoolProblem::OutsideTerms { title };
            (!is_inside).then_some((SchoolEntry::Off(place), problem))
        })
    }

    /// School years of which both terms are there: an autumn term and the spring term after it.
    fn short_years(&self) -> impl Iterator<Item = (SchoolEntry, SchoolProblem)> {
        self.terms
            .windows(2)
            .enumerate()
            .filter_map(|(place, pair)| {
                let [autumn, spring] = pair else { return None };
                if !is_autumn(autumn.first) || is_autumn(spring.first) {
                    return None;
                }
                let days = self.school_days_between(autumn.first, autumn.last)?
                    + self.school_days_between(spring.first, spring.last)?;
                let problem = SchoolProblem::TooFewDays {
                    autumn: autumn.title.clone(),
                    spring: spring.title.clone(),
                    days,
                };
                (days < FEWEST_SCHOOL_DAYS_A_YEAR).then_some((SchoolEntry::Term(place), problem))
            })
    }
}

/// Spans that end before they begin, or overlap the one before or should have stood before it.
fn out_of_order(
    spans: &[SchoolSpan],
    entry: fn(usize) -> SchoolEntry,
) -> Vec<(SchoolEntry, SchoolProblem)> {
    let mut problems = Vec::new();
    for (place, span) in spans.iter().enumerate() {
        if span.last < span.first {
            let title = span.title.clone();
            problems.push((entry(place), SchoolProblem::Backwards { title }));
        }
    }
    for (place, pair) in (1..).zip(spans.windows(2)) {
        if let [before, after] = pair
            && after.first <= before.last
        {
            let problem = SchoolProblem::OutOfOrder {
                title: before.title.clone(),
                next: after.title.clone(),
            };
            problems.push((entry(place), problem));
        }
    }
    problems
}
