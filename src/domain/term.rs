//! Lengths of time, and how far a day lies after or before another by Swedish reckoning.

use std::fmt;

use chrono::{Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{
    calendar::{can_be_written, is_working_day, nth_day},
    message::{Argument, Message, ToArgument},
    school::SchoolCalendar,
};

/// A length of time: a whole number of a unit, at least 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "(u32, Unit)", into = "(u32, Unit)")]
pub struct Term {
    count: u32,
    unit: Unit,
}

messages! {
    /// What a term counts.
    #[derive(Copy, Serialize, Deserialize)]
    pub enum Unit {
        Day => "term-days",
        Week => "term-weeks",
        /// Calendar months; lag (1930:173) 1 §.
        Month => "term-months",
        /// Calendar years; lag (1930:173) 1 §.
        Year => "term-years",
        /// Days that are not Saturdays, Sundays, public holidays or one of the three eves.
        Workday => "term-workdays",
        /// Days when the municipality's schools are open; needs its school calendar.
        Schoolday => "term-schooldays",
    }
}

/// Why a term leads to no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTermDay {
    BeyondDates,
    SchoolCalendarMissing,
}

const LONGEST_IN_YEARS: u32 = 100;

messages! {
    /// Why a text is not a term.
    pub enum TermError {
        NotATerm => "problem-bad-term",
        Zero => "problem-term-zero",
        TooLong => "problem-term-too-long",
    }
}

impl From<Term> for (u32, Unit) {
    fn from(term: Term) -> Self {
        (term.count, term.unit)
    }
}

impl TryFrom<(u32, Unit)> for Term {
    type Error = String;

    fn try_from((count, unit): (u32, Unit)) -> Result<Self, String> {
        Self::new(count, unit).map_err(|error| format!("{error:?}"))
    }
}

impl ToArgument for Term {
    fn to_argument(&self) -> Argument {
        Argument::Message(self.message())
    }
}

impl Term {
    /// A term, unless it is zero or longer than a hundred years.
    pub fn new(count: u32, unit: Unit) -> Result<Self, TermError> {
        let longest = LONGEST_IN_YEARS * unit.most_a_year();
        match count {
            0 => Err(TermError::Zero),
            n if n > longest => Err(TermError::TooLong),
            _ => Ok(Self { count, unit }),
        }
    }

    /// Reads `3 months`, `1 workday`, and the same in Swedish, `3 månader`, `1 arbetsdag`.
    pub fn parse(text: &str) -> Result<Self, TermError> {
        let mut words = text.split_whitespace();
        let (Some(count), Some(unit), None) = (words.next(), words.next(), words.next()) else {
            return Err(TermError::NotATerm);
        };
        if !count.chars().all(|c| c.is_ascii_digit()) {
            return Err(TermError::NotATerm);
        }
        let unit = Unit::parse(unit).ok_or(TermError::NotATerm)?;
        let count = count.parse().map_err(|_| TermError::TooLong)?;
        Self::new(count, unit)
    }

    /// "3 veckor", before the language is known.
    pub fn message(self) -> Message {
        self.unit.message().with("count", self.count)
    }

    /// How many units.
    pub fn count(self) -> u32 {
        self.count
    }

    /// Which unit.
    pub fn unit(self) -> Unit {
        self.unit
    }

    /// Whether it is the longer of two, wherever they count from.
    pub fn exceeds(self, other: Self) -> bool {
        match self.unit == other.unit {
            true => self.count > other.count,
            false => self.bounds_in_days().0 > other.bounds_in_days().1,
        }
    }

    /// The fewest and the most days it may come to.
    pub(super) fn bounds_in_days(self) -> (u32, u32) {
        let n = self.count;
        match self.unit {
            Unit::Day => (n, n),
            Unit::Week => (n * 7, n * 7),
            Unit::Month => (
                (n * 365 / 12).saturating_sub(2).max(n * 28),
                (n * 31).min(n * 366 / 12 + 2),
            ),
            Unit::Year => (n * 365, n * 366),
            // At Christmas two weeks hold few of them.
            Unit::Workday => (n, n * 2 + 8),
            // The summer holds none.
            Unit::Schoolday => (n, n * 3 + 100),
        }
    }

    /// The day this long after `base`. Months and years end on the same number, or on the month's last day.
    ///
    /// # Errors
    /// School days without a calendar that covers them; a day beyond what dates can say.
    pub fn after(
        self,
        base: NaiveDate,
        school: Option<&SchoolCalendar>,
    ) -> Result<NaiveDate, NoTermDay> {
        shifted(base, self.count, self.unit, true, school)
    }

    /// The day `k` terms after `base`, counted from `base` at once so that month ends never drift.
    pub fn times_after(
        self,
        k: u32,
        base: NaiveDate,
        school: Option<&SchoolCalendar>,
    ) -> Result<NaiveDate, NoTermDay> {
        let count = self.count.checked_mul(k).ok_or(NoTermDay::BeyondDates)?;
        shifted(base, count, self.unit, true, school)
    }

    /// The day this long before `base`.
    pub fn before(
        self,
        base: NaiveDate,
        school: Option<&SchoolCalendar>,
    ) -> Result<NaiveDate, NoTermDay> {
        shifted(base, self.count, self.unit, false, school)
    }

    /// Working or school days after `first` up to `last`: counted one by one, since they cannot be reckoned. `None` of
    /// other units, and of school days that are not known.
    pub(super) fn units_within(
        self,
        first: NaiveDate,
        last: NaiveDate,
        school: Option<&SchoolCalendar>,
    ) -> Option<u32> {
        let day_after = first.succ_opt()?;
        let count = match self.unit {
            Unit::Workday => {
                let days = day_after.iter_days().take_while(|day| *day <= last);
                days.filter(|day| is_working_day(*day)).count()
            }
            Unit::Schoolday => school?.school_days_between(day_after, last)?,
            Unit::Day | Unit::Week | Unit::Month | Unit::Year => return None,
        };
        u32::try_from(count).ok()
    }

    /// Whether a grid of such terms can be counted from any of its dates: months and years would drift.
    pub(super) fn counts_from_any_date(self) -> bool {
        !matches!(self.unit, Unit::Month | Unit::Year)
    }
}

fn shifted(
    base: NaiveDate,
    count: u32,
    unit: Unit,
    forward: bool,
    school: Option<&SchoolCalendar>,
) -> Result<NaiveDate, NoTermDay> {
    let by_days = |days| {
        let days = TimeDelta::days(if forward { days } else { -days });
        base.checked_add_signed(days)
    };
    let by_months = |months| match forward {
        true => base.checked_add_months(Months::new(months)),
        false => base.checked_sub_months(Months::new(months)),
    };
    let day = match unit {
        Unit::Schoolday => {
            let day = school.and_then(|school| school.nth_school_day(base, count, forward));
            return day.ok_or(NoTermDay::SchoolCalendarMissing);
        }
        Unit::Day => by_days(count.into()),
        Unit::Week => by_days(i64::from(count) * 7),
        Unit::Month => by_months(count),
        Unit::Year => by_months(count.saturating_mul(12)),
        Unit::Workday => nth_day(base, count, forward, |day| Some(is_working_day(day))),
    };
    day.filter(|day| can_be_written(*day))
        .ok_or(NoTermDay::BeyondDates)
}

impl Unit {
    /// The word for one of it in the routine format.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Workday => "workday",
            Self::Schoolday => "schoolday",
        }
    }

    pub(in crate::domain) fn parse(word: &str) -> Option<Self> {
        Some(match word.to_lowercase().as_str() {
            "day" | "days" | "dag" | "dagar" => Self::Day,
            "week" | "weeks" | "vecka" | "veckor" => Self::Week,
            "month" | "months" | "månad" | "månader" | "manad" | "manader" => Self::Month,
            "year" | "years" | "år" | "ar" => Self::Year,
            "workday" | "workdays" | "arbetsdag" | "arbetsdagar" => Self::Workday,
            "schoolday" | "schooldays" | "skoldag" | "skoldagar" => Self::Schoolday,
            _ => return None,
        })
    }

    fn most_a_year(self) -> u32 {
        match self {
            Self::Day | Self::Workday | Self::Schoolday => 366,
            Self::Week => 53,
            Self::Month => 12,
            Self::Year => 1,
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(out, "{} {}{plural}", self.count, self.unit.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_clamp_from_the_base_and_never_drift() {
        let month = Term::parse("1 month").unwrap();
        let dates: Vec<_> = (1..=3)
            .map(|k| month.times_after(k, day("2026-01-31"), None).unwrap())
            .collect();
        assert_eq!(
            dates,
            [day("2026-02-28"), day("2026-03-31"), day("2026-04-30")]
        );
    }

    #[test]
    fn a_leap_day_becomes_the_28th_a_year_on() {
        let year = Term::parse("1 year").unwrap();
        assert_eq!(year.after(day("2024-02-29"), None), Ok(day("2025-02-28")));
        assert_eq!(
            year.times_after(4, day("2024-02-29"), None),
            Ok(day("2028-02-29"))
        );
    }

    #[test]
    fn reads_both_languages_and_writes_english() {
        for (text, written) in [
            ("3 veckor", "3 weeks"),
            ("1 month", "1 month"),
            ("2 Månader", "2 months"),
            ("10 arbetsdagar", "10 workdays"),
            ("1 year", "1 year"),
        ] {
            assert_eq!(Term::parse(text).unwrap().to_string(), written);
        }
    }

    #[test]
    fn a_walk_over_working_days_ends_with_the_days_that_can_be_written() {
        let century = Term::parse("36600 workdays").unwrap();
        let (first, last) = (day("2026-01-01"), day("9999-12-31"));
        assert_eq!(
            century.times_after(100_000, first, None),
            Err(NoTermDay::BeyondDates)
        );
        assert_eq!(century.after(last, None), Err(NoTermDay::BeyondDates));
        assert_eq!(
            century.before(day("0001-01-01"), None),
            Err(NoTermDay::BeyondDates)
        );
    }

    #[test]
    fn refuses_what_is_not_a_term() {
        for (text, why) in [
            ("", TermError::NotATerm),
            ("weeks", TermError::NotATerm),
            ("-1 week", TermError::NotATerm),
            ("1.5 weeks", TermError::NotATerm),
            ("1 fortnight", TermError::NotATerm),
            ("1 week or so", TermError::NotATerm),
            ("0 days", TermError::Zero),
            ("101 years", TermError::TooLong),
            ("99999999999 days", TermError::TooLong),
        ] {
            assert_eq!(Term::parse(text), Err(why), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_term_is_shorter_or_longer_than_it_can_be(
            count in 1u32..40,
            unit in prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Year, Unit::Workday]),
            day in 0i64..40_000,
        ) {
            let base = NaiveDate::from_ymd_opt(1991, 1, 1).unwrap() + chrono::Duration::days(day);
            let term = Term::new(count, unit).unwrap();
            let forwards = (term.after(base, None).unwrap() - base).num_days() as u32;
            let backwards = (base - term.before(base, None).unwrap()).num_days() as u32;
            for days in [forwards, backwards] {
                prop_assert!(days >= term.bounds_in_days().0, "{term} from {base}: {days}");
                prop_assert!(days <= term.bounds_in_days().1, "{term} from {base}: {days}");
            }
        }
    }
}
