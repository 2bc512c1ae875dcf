//! What may be wrong with a school calendar.

use chrono::NaiveDate;

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
    pub enum SchoolProblem {
        NoTerms => "problem-school-no-terms",
        /// A term, break or study day ends before it begins.
        Backwards { title: String, first: NaiveDate, last: NaiveDate } => "problem-school-backwards",
        /// A term begins before the one before it has ended.
        Overlap { title: String, last: NaiveDate, next: String, first: NaiveDate } =>
            "problem-school-overlap",
        /// A term stands after one that begins later: a file's are put in order when it is read.
        OutOfOrder { title: String, next: String } => "problem-school-order",
        /// A term does not lie within one half of a year, as autumn and spring terms do.
        NotInHalfYear { title: String } => "problem-school-half-year",
        /// A term is missing between two.
        Gap { title: String, next: String; days: i64 } =>
            message!("problem-school-gap", days = message!("days", days)),
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
        let mut problems = backwards(&self.terms, SchoolEntry::Term);
        problems.extend(backwards(&self.off, SchoolEntry::Off));
        problems.extend(out_of_order(&self.terms));
        if !problems.is_empty() {
            return problems;
        }
        for (place, term) in self.terms.iter().enumerate() {
            if half_year(term.first) != half_year(term.last) {
                let title = term.title.clone();
                problems.push((
                    SchoolEntry::Term(place),
                    SchoolProblem::NotInHalfYear { title },
                ));
            }
        }
        for (place, [before, after]) in (1..).zip(self.terms.array_windows()) {
            let days = (after.first - before.last).num_days() - 1;
            if days > LONGEST_HOLIDAY_IN_DAYS {
                let (title, next) = (before.title.clone(), after.title.clone());
                problems.push((
                    SchoolEntry::Term(place),
                    SchoolProblem::Gap { title, next, days },
                ));
            }
        }
        if problems.is_empty() {
            problems.extend(self.short_years());
        }
        problems
    }

    /// School years of which both terms are there: an autumn term and the spring term after it.
    fn short_years(&self) -> impl Iterator<Item = (SchoolEntry, SchoolProblem)> {
        let pairs = self.terms.array_windows().enumerate();
        let years = pairs
            .filter(|(_, [autumn, spring])| is_autumn(autumn.first) && !is_autumn(spring.first));
        years.filter_map(|(place, [autumn, spring])| {
            let of_term = |term: &SchoolSpan| self.school_days_between(term.first, term.last);
            let days = of_term(autumn)? + of_term(spring)?;
            let problem = SchoolProblem::TooFewDays {
                autumn: autumn.title.clone(),
                spring: spring.title.clone(),
                days,
            };
            (days < FEWEST_SCHOOL_DAYS_A_YEAR).then_some((SchoolEntry::Term(place), problem))
        })
    }
}

fn backwards(
    spans: &[SchoolSpan],
    entry: fn(usize) -> SchoolEntry,
) -> Vec<(SchoolEntry, SchoolProblem)> {
    let backwards = spans
        .iter()
        .enumerate()
        .filter(|(_, span)| span.last < span.first);
    let problem = |(place, span): (usize, &SchoolSpan)| {
        let (title, first, last) = (span.title.clone(), span.first, span.last);
        (
            entry(place),
            SchoolProblem::Backwards { title, first, last },
        )
    };
    backwards.map(problem).collect()
}

/// Terms that begin before the one before has ended, or has begun.
fn out_of_order(terms: &[SchoolSpan]) -> impl Iterator<Item = (SchoolEntry, SchoolProblem)> {
    let pairs = (1..).zip(terms.array_windows());
    let wrong = pairs.filter(|(_, [before, after])| after.first <= before.last);
    wrong.map(|(place, [before, after])| {
        let (title, next) = (before.title.clone(), after.title.clone());
        let (last, first) = (before.last, after.first);
        let problem = match first < before.first {
            true => SchoolProblem::OutOfOrder { title, next },
            false => SchoolProblem::Overlap {
                title,
                last,
                next,
                first,
            },
        };
        (SchoolEntry::Term(place), problem)
    })
}
