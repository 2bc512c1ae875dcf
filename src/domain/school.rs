//! School terms of a municipality: which days its schools are open.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::is_working_day;

/// The terms of one or more school years, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolCalendar {
    /// Whose it is and for when.
    pub title: String,
    /// The terms, in order, without overlap.
    pub terms: Vec<SchoolTerm>,
    /// Breaks and study days, in order, without overlap.
    pub off: Vec<TimeOff>,
}

/// A term: its first and last school day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolTerm {
    /// What it is called.
    pub title: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// Days within a term when schools are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeOff {
    /// What it is called.
    pub title: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

/// A school year has at least 178 school days: skolförordningen (2011:185) 3 kap. 2 §.
pub const FEWEST_SCHOOL_DAYS_A_YEAR: usize = 178;

/// Between two terms that follow each other lie at most this many days; the summer is the longest.
const LONGEST_HOLIDAY_IN_DAYS: i64 = 100;

/// What is wrong with a school calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SchoolProblem {
    /// It has no term.
    NoTerms,
    /// A term, break or study day ends before it begins.
    Backwards {
        /// Its title.
        title: String,
    },
    /// Two terms, or two times off, overlap or stand in the wrong order.
    OutOfOrder {
        /// The one that stands first.
        title: String,
        /// The one that should have come before it, or later.
        next: String,
    },
    /// A term is missing between two.
    Gap {
        /// The term before.
        title: String,
        /// The term after.
        next: String,
        /// How many days lie between.
        days: i64,
    },
    /// A time off lies outside every term.
    OutsideTerms {
        /// Its title.
        title: String,
    },
    /// A full school year has too few school days.
    TooFewDays {
        /// Its autumn term.
        autumn: String,
        /// Its spring term.
        spring: String,
        /// How many it has.
        days: usize,
    },
}

impl SchoolCalendar {
    /// Whether schools are open; `None` outside the terms it knows.
    pub fn is_school_day(&self, day: NaiveDate) -> Option<bool> {
        let first = self.terms.first()?.first;
        let last = self.terms.last()?.last;
        if day < first || day > last {
            return None;
        }
        let in_term = self
            .terms
            .iter()
            .any(|term| term.first <= day && day <= term.last);
        let is_off = self
            .off
            .iter()
            .any(|off| off.first <= day && day <= off.last);
        Some(in_term && !is_off && is_working_day(day))
    }

    /// The `count`th school day after (or before) `base`, which is not counted; `None` where the calendar ends first.
    pub fn nth_school_day(&self, base: NaiveDate, count: u32, forward: bool) -> Option<NaiveDate> {
        let mut day = base;
        for _ in 0..count {
            loop {
                day = if forward {
                    day.succ_opt()?
                } else {
                    day.pred_opt()?
                };
                // A base outside the terms is fine; a count that leaves them is not.
                if self.is_school_day(day)? {
                    break;
                }
            }
        }
        Some(day)
    }

    /// The last school day of the first term that ends later than `floor`, and that term's first day.
    pub fn term_end_after(&self, floor: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        self.terms
            .iter()
            .filter_map(|term| Some((self.last_school_day(term)?, term.first)))
            .find(|(last, _)| *last > floor)
    }

    fn last_school_day(&self, term: &SchoolTerm) -> Option<NaiveDate> {
        let mut day = term.last;
        while day >= term.first {
            if self.is_school_day(day)? {
                return Some(day);
            }
            day = day.checked_sub_days(Days::new(1))?;
        }
        None
    }

    /// School days from one day to another, both counted; `None` when any of them is not known.
    pub fn school_days_between(&self, first: NaiveDate, last: NaiveDate) -> Option<usize> {
        first
            .iter_days()
            .take_while(|day| *day <= last)
            .try_fold(0, |count, day| {
                Some(count + usize::from(self.is_school_day(day)?))
            })
    }

    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<SchoolProblem> {
        let mut problems = Vec::new();
        if self.terms.is_empty() {
            problems.push(SchoolProblem::NoTerms);
        }
        let terms = self.terms.iter().map(|t| (&t.title, t.first, t.last));
        let off = self.off.iter().map(|o| (&o.title, o.first, o.last));
        for (title, first, last) in terms.clone().chain(off.clone()) {
            if last < first {
                let title = title.clone();
                problems.push(SchoolProblem::Backwards { title });
            }
        }
        problems.extend(out_of_order(terms));
        problems.extend(out_of_order(off));
        if !problems.is_empty() {
            return problems;
        }
        problems.extend(self.gaps());
        problems.extend(self.off_outside_terms());
        if problems.is_empty() {
            problems.extend(self.short_years());
        }
        problems
    }

    fn gaps(&self) -> impl Iterator<Item = SchoolProblem> {
        self.terms.windows(2).filter_map(|pair| {
            let [before, after] = pair else { return None };
            let days = (after.first - before.last).num_days() - 1;
            (days > LONGEST_HOLIDAY_IN_DAYS).then(|| SchoolProblem::Gap {
                title: before.title.clone(),
                next: after.title.clone(),
                days,
            })
        })
    }

    fn off_outside_terms(&self) -> impl Iterator<Item = SchoolProblem> {
        let inside = |off: &TimeOff| {
            self.terms
                .iter()
                .any(|term| term.first <= off.first && off.last <= term.last)
        };
        self.off
            .iter()
            .filter(move |off| !inside(off))
            .map(|off| SchoolProblem::OutsideTerms {
                title: off.title.clone(),
            })
    }

    /// School years of which both terms are there: one that ends in the winter and the next, before the summer.
    fn short_years(&self) -> impl Iterator<Item = SchoolProblem> {
        use chrono::Datelike;
        self.terms.windows(2).filter_map(|pair| {
            let [autumn, spring] = pair else { return None };
            if autumn.first.month() < 7 || spring.first.month() >= 7 {
                return None;
            }
            let days = self.school_days_between(autumn.first, autumn.last)?
                + self.school_days_between(spring.first, spring.last)?;
            (days < FEWEST_SCHOOL_DAYS_A_YEAR).then(|| SchoolProblem::TooFewDays {
                autumn: autumn.title.clone(),
                spring: spring.title.clone(),
                days,
            })
        })
    }
}

fn out_of_order<'a>(
    spans: impl Iterator<Item = (&'a String, NaiveDate, NaiveDate)> + Clone,
) -> impl Iterator<Item = SchoolProblem> {
    spans
        .clone()
        .zip(spans.skip(1))
        .filter(|((_, _, last), (_, first, _))| first <= last)
        .map(|((title, ..), (next, ..))| SchoolProblem::OutOfOrder {
            title: title.clone(),
            next: next.clone(),
        })
}
