//! Which days are working days in Sweden, by rule and not by list.
//!
//! Public holidays follow lag (1989:253) om allmänna helgdagar, for any year from 1990: until 2004
//! Whit Monday was one, from 2005 the sixth of June is instead (lag 2004:1320). The three eves are
//! not holidays, but lag (1930:173) 2 § puts them on a par with them.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

messages! {
    /// Why a day is not a working day.
    #[derive(Copy, Serialize)]
    #[serde(rename_all = "kebab-case")]
    pub enum DayOff {
        NewYearsDay => "day-off-new-years-day",
        Epiphany => "day-off-epiphany",
        GoodFriday => "day-off-good-friday",
        EasterDay => "day-off-easter-day",
        EasterMonday => "day-off-easter-monday",
        MayDay => "day-off-may-day",
        AscensionDay => "day-off-ascension-day",
        WhitSunday => "day-off-whit-sunday",
        /// Annandag pingst, a holiday until 2004.
        WhitMonday => "day-off-whit-monday",
        /// Sveriges nationaldag, a holiday from 2005.
        NationalDay => "day-off-national-day",
        MidsummerEve => "day-off-midsummer-eve",
        MidsummerDay => "day-off-midsummer-day",
        AllSaintsDay => "day-off-all-saints-day",
        ChristmasEve => "day-off-christmas-eve",
        ChristmasDay => "day-off-christmas-day",
        BoxingDay => "day-off-boxing-day",
        NewYearsEve => "day-off-new-years-eve",
        /// A working day on which the municipality's schools are closed.
        NoSchool => "day-off-no-school",
        Saturday => "day-off-saturday",
        Sunday => "day-off-sunday",
    }
}

const NATIONAL_DAY_SINCE: i32 = 2005;

/// Why `day` is not a working day; `None` when it is one. A holiday's own name goes before its weekday's.
pub fn day_off(day: NaiveDate) -> Option<DayOff> {
    fixed(day)
        .or_else(|| by_easter(day))
        .or(match day.weekday() {
            Weekday::Sat => Some(DayOff::Saturday),
            Weekday::Sun => Some(DayOff::Sunday),
            _ => None,
        })
}

/// Whether `day` is neither Saturday, Sunday, public holiday nor one of the three eves.
pub fn is_working_day(day: NaiveDate) -> bool {
    day_off(day).is_none()
}

/// Whether a day's year has four digits: others are neither written nor sorted as dates are.
pub fn can_be_written(day: NaiveDate) -> bool {
    (0..=9999).contains(&day.year())
}

/// Holidays with a date of their own, or a weekday within a span of dates.
fn fixed(day: NaiveDate) -> Option<DayOff> {
    let weekday = day.weekday();
    Some(match (day.month(), day.day()) {
        (1, 1) => DayOff::NewYearsDay,
        (1, 6) => DayOff::Epiphany,
        (5, 1) => DayOff::MayDay,
        (6, 6) if day.year() >= NATIONAL_DAY_SINCE => DayOff::NationalDay,
        (6, 19..=25) if weekday == Weekday::Fri => DayOff::MidsummerEve,
        (6, 20..=26) if weekday == Weekday::Sat => DayOff::MidsummerDay,
        (10, 31) | (11, 1..=6) if weekday == Weekday::Sat => DayOff::AllSaintsDay,
        (12, 24) => DayOff::ChristmasEve,
        (12, 25) => DayOff::ChristmasDay,
        (12, 26) => DayOff::BoxingDay,
        (12, 31) => DayOff::NewYearsEve,
        _ => return None,
    })
}

fn by_easter(day: NaiveDate) -> Option<DayOff> {
    let easter = easter_day(day.year())?;
    Some(match (day - easter).num_days() {
        -2 => DayOff::GoodFriday,
        0 => DayOff::EasterDay,
        1 => DayOff::EasterMonday,
        39 => DayOff::AscensionDay,
        49 => DayOff::WhitSunday,
        50 if day.year() < NATIONAL_DAY_SINCE => DayOff::WhitMonday,
        _ => return None,
    })
}

/// Easter Day of a year in the Gregorian calendar (the anonymous algorithm of 1876).
fn easter_day(year: i32) -> Option<NaiveDate> {
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let moon_shift = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - moon_shift + 15).rem_euclid(30);
    let weekday_shift =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday_shift) / 451;
    let counted = epact + weekday_shift - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(counted / 31).ok()?,
        u32::try_from(counted % 31 + 1).ok()?,
    )
}

/// Whether a date moves off days that are not working days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Roll {
    #[default]
    None,
    Next,
    Previous,
    /// To the next working day by lag (1930:173) 2 §.
    Statutory,
    /// To a day when the municipality's schools are open; where that is not known, to a working day.
    SchoolNext,
    SchoolPrevious,
}

impl Roll {
    /// Whether the municipality's school calendar says where it goes.
    pub fn is_to_school_day(self) -> bool {
        matches!(self, Self::SchoolNext | Self::SchoolPrevious)
    }

    /// Whether it goes to a later day.
    pub fn is_forward(self) -> bool {
        !matches!(self, Self::Previous | Self::SchoolPrevious)
    }
}

/// A date that has moved to a working day or a school day, and the days it moved past.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RolledDate {
    pub date: NaiveDate,
    pub past: Vec<(NaiveDate, DayOff)>,
    /// It should be a school day, and which days those are is not known: it is a working day.
    pub lacks_calendar: bool,
}

impl RolledDate {
    /// Goes on to the day after, or before it; `None` where such a day cannot be written.
    pub(super) fn move_past(&mut self, why: DayOff, forward: bool) -> Option<()> {
        let next = beside(self.date, forward)?;
        self.past.push((self.date, why));
        self.date = next;
        Some(())
    }
}

/// Moves `date` to a working day as `roll` says.
pub fn roll(date: NaiveDate, roll: Roll) -> RolledDate {
    let mut rolled = RolledDate {
        date,
        lacks_calendar: roll.is_to_school_day(),
        ..RolledDate::default()
    };
    while roll != Roll::None
        && let Some(why) = day_off(rolled.date)
        && rolled.move_past(why, roll.is_forward()).is_some()
    {}
    rolled
}

/// The day after `day`, or before it, while such days can be written.
fn beside(day: NaiveDate, forward: bool) -> Option<NaiveDate> {
    let beside = match forward {
        true => day.succ_opt(),
        false => day.pred_opt(),
    };
    beside.filter(|day| can_be_written(*day))
}

/// The `count`th day that counts after `base`, or before it; `base` itself is not counted. `None` beyond the days that
/// can be written, and where it is not known whether a day between counts.
pub fn nth_day(
    base: NaiveDate,
    count: u32,
    forward: bool,
    counts: impl Fn(NaiveDate) -> Option<bool>,
) -> Option<NaiveDate> {
    let mut day = base;
    for _ in 0..count {
        day = beside(day, forward)?;
        while !counts(day)? {
            day = beside(day, forward)?;
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_year_the_national_day_replaced_whit_monday() {
        assert_eq!(day_off(day("2004-05-31")), Some(DayOff::WhitMonday));
        assert_eq!(day_off(day("2005-05-16")), None);
        assert_eq!(day_off(day("2003-06-06")), None);
        assert_eq!(day_off(day("2005-06-06")), Some(DayOff::NationalDay));
    }

    #[test]
    fn a_holiday_goes_by_its_own_name_on_a_weekend() {
        assert_eq!(day_off(day("2026-12-26")), Some(DayOff::BoxingDay));
        assert_eq!(day_off(day("2026-12-27")), Some(DayOff::Sunday));
        assert_eq!(day_off(day("2026-06-19")), Some(DayOff::MidsummerEve));
    }

    #[test]
    fn rolling_past_christmas_names_every_day() {
        let rolled = roll(day("2026-12-24"), Roll::Next);
        assert_eq!(rolled.date, day("2026-12-28"));
        assert_eq!(
            rolled.past.iter().map(|(_, why)| *why).collect::<Vec<_>>(),
            [
                DayOff::ChristmasEve,
                DayOff::ChristmasDay,
                DayOff::BoxingDay,
                DayOff::Sunday
            ]
        );
        assert_eq!(
            roll(day("2026-12-24"), Roll::Previous).date,
            day("2026-12-23")
        );
        assert_eq!(roll(day("2026-12-24"), Roll::None).date, day("2026-12-24"));
    }
}
