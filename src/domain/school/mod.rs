//! School terms of a municipality: which days its schools are open.

mod problem;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

pub use self::problem::{FEWEST_SCHOOL_DAYS_A_YEAR, SchoolEntry, SchoolProblem};

use super::calendar::{DayOff, RolledDate, day_off, is_working_day, nth_day};

/// The terms of one or more school years, in order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolCalendar {
    /// Whose it is and for when.
    pub title: String,
    /// The terms, in order, without overlap.
    pub terms: Vec<SchoolTerm>,
    /// Breaks and study days, in order, without overlap; those outside the terms count for nothing.
    pub off: Vec<TimeOff>,
}

/// Days with a name: a term, or days when schools are closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolSpan {
    pub title: String,
    pub first: NaiveDate,
    pub last: NaiveDate,
}

/// A term: its first and last school day.
pub type SchoolTerm = SchoolSpan;
/// Days when schools are closed.
pub type TimeOff = SchoolSpan;

impl SchoolCalendar {
    /// Every title in it.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        let terms = self.terms.iter().map(|term| &term.title);
        let titles = terms.chain(self.off.iter().map(|off| &off.title));
        titles.chain([&self.title]).map(String::as_str)
    }

    /// The same with each day off told once, of days off in order: a study day may lie in a break.
    pub fn without_overlap(mut self) -> Self {
        let mut told = NaiveDate::MIN;
        for off in &mut self.off {
            off.first = off.first.max(told);
            told = told.max(off.last.succ_opt().unwrap_or(off.last));
        }
        self.off.retain(|off| off.first <= off.last);
        self
    }

    /// The first and last day of which it tells whether schools are open. The autumn term lies in the second half of
    /// a year and the spring term in the first, so the whole half-year of a term is known.
    pub fn known(&self) -> Option<(NaiveDate, NaiveDate)> {
        let first = self.terms.first()?.first;
        let last = self.terms.last()?.last;
        Some((half_year(first)?.0, half_year(last)?.1))
    }

    /// Whether it tells of every day from one to another.
    pub fn covers(&self, first: NaiveDate, last: NaiveDate) -> bool {
        self.known()
            .is_some_and(|(from, to)| from <= first && last <= to)
    }

    /// Whether schools are open; `None` on a day it does not know.
    pub fn is_school_day(&self, day: NaiveDate) -> Option<bool> {
        if !self.covers(day, day) {
            return None;
        }
        let is_open = lies_in(day, &self.terms) && !lies_in(day, &self.off);
        Some(is_open && is_working_day(day))
    }

    /// The first school day after a day in the holidays: one that is no school day, nor is the next working day.
    /// `None` on any other, and where it does not know.
    pub fn reopens_after(&self, day: NaiveDate) -> Option<NaiveDate> {
        let mut days = day.iter_days();
        let working_day = days.find(|day| is_working_day(*day))?;
        let is_closed = |day| self.is_school_day(day) == Some(false);
        let opens = self.nth_school_day(day, 1, true);
        opens.filter(|_| is_closed(day) && is_closed(working_day))
    }

    /// Moves a date to the nearest school day, forward or back; `None` where it does not know: before its first term and
    /// after its last, and where no school day follows.
    pub fn rolled(&self, date: NaiveDate, forward: bool) -> Option<RolledDate> {
        let mut rolled = RolledDate {
            date,
            ..RolledDate::default()
        };
        while self.teaches_around(rolled.date) {
            if self.is_school_day(rolled.date)? {
                return Some(rolled);
            }
            let why = day_off(rolled.date).unwrap_or(DayOff::NoSchool);
            rolled.move_past(why, forward)?;
        }
        None
    }

    /// Whether it is a day without school among its terms.
    pub fn is_no_school_day(&self, day: NaiveDate) -> bool {
        self.teaches_around(day) && self.is_school_day(day) == Some(false)
    }

    /// Whether a day lies between the first day of its first term and the last of its last.
    fn teaches_around(&self, day: NaiveDate) -> bool {
        let ends = self.terms.first().zip(self.terms.last());
        ends.is_some_and(|(first, last)| first.first <= day && day <= last.last)
    }

    /// The `count`th school day after (or before) `base`, which is not counted; `None` where it does not
    /// know every day between.
    pub fn nth_school_day(&self, base: NaiveDate, count: u32, forward: bool) -> Option<NaiveDate> {
        nth_day(base, count, forward, |day| self.is_school_day(day))
    }

    /// The last school day of the first term that ends later than `floor`, and that term's first day; `None` where
    /// it does not know the days between, among which another term may have ended.
    pub fn term_end_after(&self, floor: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
        let (known_from, _) = self.known()?;
        if floor.succ_opt()? < known_from {
            return None;
        }
        self.terms
            .iter()
            .filter_map(|term| Some((self.last_school_day(term)?, term.first)))
            .find(|(last, _)| *last > floor)
    }

    fn last_school_day(&self, term: &SchoolTerm) -> Option<NaiveDate> {
        let last = self.nth_school_day(term.last.succ_opt()?, 1, false);
        last.filter(|day| *day >= term.first)
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
}

/// Whether a day lies in one of several spans of days, which are in order and do not overlap.
fn lies_in(day: NaiveDate, spans: &[SchoolSpan]) -> bool {
    let begun = spans.partition_point(|span| span.first <= day);
    let latest = begun.checked_sub(1).and_then(|place| spans.get(place));
    latest.is_some_and(|span| day <= span.last)
}

fn is_autumn(day: NaiveDate) -> bool {
    day.month() >= 7
}

fn half_year(day: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    let of_year = |month, date| NaiveDate::from_ymd_opt(day.year(), month, date);
    match is_autumn(day) {
        false => Some((of_year(1, 1)?, of_year(6, 30)?)),
        true => Some((of_year(7, 1)?, of_year(12, 31)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn school_is_closed_in_the_holidays_and_not_at_weekends() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let span = |first, last| SchoolSpan {
            title: String::new(),
            first: day(first),
            last: day(last),
        };
        let calendar = SchoolCalendar {
            title: String::new(),
            terms: vec![
                span("2026-08-17", "2026-12-18"),
                span("2027-01-11", "2027-06-11"),
            ],
            off: vec![span("2026-10-26", "2026-10-30")],
        };
        for (on, opens) in [
            ("2026-10-23", None),
            ("2026-10-24", Some("2026-11-02")),
            ("2026-10-28", Some("2026-11-02")),
            ("2026-11-21", None),
            ("2026-12-23", Some("2027-01-11")),
            // It does not know the next year.
            ("2027-07-01", None),
        ] {
            assert_eq!(calendar.reopens_after(day(on)), opens.map(day), "{on}");
        }
    }
}
