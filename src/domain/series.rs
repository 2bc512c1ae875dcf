//! The dates of a repeating rule, one at a time: nothing is generated ahead.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{
    calendar::can_be_written,
    due_rule::YearMark,
    school::SchoolCalendar,
    term::{NoTermDay, Term},
};

/// A date of a series and when it opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesDate {
    pub due: NaiveDate,
    pub earliest: Option<NaiveDate>,
}

/// The first date of the grid base + k·interval, k ≥ 1, later than `floor`. Each date counts from
/// the base, so that the 31st comes back after a month that lacks it.
///
/// # Errors
/// School days without a calendar that covers them; a date beyond what dates can say.
pub fn grid_after(
    base: NaiveDate,
    interval: Term,
    floor: NaiveDate,
    school: Option<&SchoolCalendar>,
) -> Result<SeriesDate, NoTermDay> {
    let date = |k: u32| interval.times_after(k, base, school);
    let on = |k: u32| {
        Ok(SeriesDate {
            due: date(k)?,
            earliest: None,
        })
    };
    if let Some(passed) = interval.units_within(base, floor, school) {
        return on(passed / interval.count() + 1);
    }
    let is_later = |k: u32| date(k).map_or(true, |date| date > floor);
    let mut too_early = 0;
    // So many terms surely reach past it.
    let days = u32::try_from((floor - base).num_days()).unwrap_or(0);
    let mut late_enough = days / interval.bounds_in_days().0 + 1;
    while late_enough - too_early > 1 {
        let middle = too_early + (late_enough - too_early) / 2;
        if is_later(middle) {
            late_enough = middle;
        } else {
            too_early = middle;
        }
    }
    on(late_enough)
}

/// Years in which every mark has come at least once: ISO week 53 is at most seven years away.
const YEARS_TO_LOOK_AHEAD: i32 = 8;

/// The first date that the marks give later than `floor`. Dates that coincide count once, and open when the first of them does.
pub fn each_year_after(marks: &[YearMark], floor: NaiveDate) -> Option<SeriesDate> {
    // The Friday of week 1 or 53 may lie in the neighbouring year, hence one year of margin.
    let years = floor.year() - 1..=floor.year() + YEARS_TO_LOOK_AHEAD;
    years
        .flat_map(|year| marks.iter().filter_map(move |mark| mark_in(*mark, year)))
        .filter(|date| date.due > floor && can_be_written(date.due))
        .min_by_key(|date| (date.due, date.earliest.is_none(), date.earliest))
}

fn mark_in(mark: YearMark, year: i32) -> Option<SeriesDate> {
    match mark {
        YearMark::Month(month) => Some(SeriesDate {
            due: last_day_of(year, month)?,
            earliest: NaiveDate::from_ymd_opt(year, month, 1),
        }),
        YearMark::Day { month, day } => Some(SeriesDate {
            due: NaiveDate::from_ymd_opt(year, month, day).or_else(|| last_day_of(year, month))?,
            earliest: None,
        }),
        YearMark::Week(week) => Some(SeriesDate {
            due: NaiveDate::from_isoywd_opt(year, week, Weekday::Fri)?,
            earliest: NaiveDate::from_isoywd_opt(year, week, Weekday::Mon),
        }),
    }
}

fn last_day_of(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year + i32::from(month == 12), month % 12 + 1, 1)?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_grid_comes_back_to_the_31st() {
        let monthly = Term::parse("1 month").unwrap();
        let base = day("2026-01-31");
        for (floor, due) in [
            ("2026-01-31", "2026-02-28"),
            ("2026-02-27", "2026-02-28"),
            ("2026-02-28", "2026-03-31"),
            ("2029-12-01", "2029-12-31"),
            ("2020-01-01", "2026-02-28"),
        ] {
            let found = grid_after(base, monthly, day(floor), None).unwrap();
            assert_eq!(found.due, day(due), "{floor}");
        }
    }

    #[test]
    fn every_grid_date_is_the_first_later_than_its_floor() {
        for text in [
            "1 day",
            "10 days",
            "1 week",
            "5 workdays",
            "6 months",
            "1 year",
        ] {
            let interval = Term::parse(text).unwrap();
            let base = day("2024-02-29");
            let dates: Vec<_> = (1..=40)
                .map(|k| interval.times_after(k, base, None).unwrap())
                .collect();
            for pair in dates.windows(2) {
                assert_eq!(
                    grid_after(base, interval, pair[0], None).unwrap().due,
                    pair[1]
                );
                let eve = pair[1].pred_opt().unwrap();
                assert_eq!(grid_after(base, interval, eve, None).unwrap().due, pair[1]);
            }
        }
    }

    #[test]
    fn a_grid_from_long_ago_is_found_soon() {
        let base = day("0001-01-01");
        let floor = day("2026-11-20");
        for text in ["1 day", "1 week", "1 workday"] {
            let interval = Term::parse(text).unwrap();
            let due = grid_after(base, interval, floor, None).unwrap().due;
            assert!((due - floor).num_days() <= 7, "{text}: {due}");
            assert_eq!(
                grid_after(due, interval, due, None).unwrap().due,
                grid_after(base, interval, due, None).unwrap().due,
                "{text}"
            );
        }
    }

    #[test]
    fn marks_of_the_year() {
        let march_and_october = [YearMark::Month(3), YearMark::Month(10)];
        let leap = [YearMark::Day { month: 2, day: 29 }];
        let week_53 = [YearMark::Week(53)];
        for (marks, floor, due, earliest) in [
            (
                &march_and_october[..],
                "2026-03-30",
                "2026-03-31",
                Some("2026-03-01"),
            ),
            (
                &march_and_october[..],
                "2026-03-31",
                "2026-10-31",
                Some("2026-10-01"),
            ),
            (
                &march_and_october[..],
                "2026-11-21",
                "2027-03-31",
                Some("2027-03-01"),
            ),
            (&leap[..], "2026-01-01", "2026-02-28", None),
            (&leap[..], "2028-01-01", "2028-02-29", None),
            (&week_53[..], "2026-11-21", "2027-01-01", Some("2026-12-28")),
            (&week_53[..], "2027-01-01", "2032-12-31", Some("2032-12-27")),
        ] {
            let found = each_year_after(marks, day(floor)).unwrap();
            assert_eq!(found.due, day(due), "{floor}");
            assert_eq!(found.earliest, earliest.map(day), "{floor}");
        }
    }

    #[test]
    fn marks_that_coincide_count_once_and_open_early() {
        let marks = [YearMark::Day { month: 3, day: 31 }, YearMark::Month(3)];
        let found = each_year_after(&marks, day("2026-01-01")).unwrap();
        assert_eq!(found.earliest, Some(day("2026-03-01")));
        let next = each_year_after(&marks, found.due).unwrap();
        assert_eq!(next.due, day("2027-03-31"));
    }
}
