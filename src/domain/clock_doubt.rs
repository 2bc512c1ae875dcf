//! Whether a computer's clock can be right, judged by the newest thing that was stored by it.

use chrono::{DateTime, TimeDelta, Utc};

/// 2020-01-01, well before the program was made: a clock whose battery is flat starts at 1970, 1980 or 2001.
const LONG_AGO: i64 = 1_577_836_800;
/// Clocks of computers that share a file differ, and are mended; more than this and the day is another.
const A_DAY: TimeDelta = TimeDelta::days(1);
/// A file in use is written more often than once a year: after this the clock is asked about.
const QUIET: TimeDelta = TimeDelta::days(366);
/// After this it is not believed: nothing is planned further ahead either (`likely_day::YEARS_AHEAD`).
const TOO_QUIET: TimeDelta = TimeDelta::days(3653);

/// What speaks against a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockDoubt {
    /// It shows a time before this one, which has been.
    Behind(DateTime<Utc>),
    /// It shows a time long after this one, the newest known.
    FarAhead(DateTime<Utc>),
    /// So long after that it is not believed.
    TooFarAhead(DateTime<Utc>),
}

impl ClockDoubt {
    /// What speaks against a clock that shows `now`, in a file whose newest real time is `newest`.
    pub fn of(now: DateTime<Utc>, newest: Option<DateTime<Utc>>) -> Option<Self> {
        let known = newest.max(DateTime::from_timestamp(LONG_AGO, 0))?;
        if known - now > A_DAY {
            return Some(Self::Behind(known));
        }
        match newest.map(|newest| (newest, now - newest)) {
            Some((newest, quiet)) if quiet > TOO_QUIET => Some(Self::TooFarAhead(newest)),
            Some((newest, quiet)) if quiet > QUIET => Some(Self::FarAhead(newest)),
            _ => None,
        }
    }

    /// Whether nothing may be stored by such a clock.
    pub fn stores_nothing(self) -> bool {
        !matches!(self, Self::FarAhead(_))
    }

    /// The newest time that is known.
    pub fn newest(self) -> DateTime<Utc> {
        match self {
            Self::Behind(newest) | Self::FarAhead(newest) | Self::TooFarAhead(newest) => newest,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_doubted_a_day_before_and_a_year_after_the_newest() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let newest = at("2026-12-02T08:00:00Z");
        for (now, doubt) in [
            ("2001-01-01T00:00:00Z", Some(ClockDoubt::Behind(newest))),
            ("2026-12-01T07:59:59Z", Some(ClockDoubt::Behind(newest))),
            ("2026-12-01T08:00:00Z", None),
            ("2026-12-02T08:00:00Z", None),
            ("2027-12-03T08:00:00Z", None),
            ("2027-12-03T08:00:01Z", Some(ClockDoubt::FarAhead(newest))),
            ("2036-12-02T08:00:00Z", Some(ClockDoubt::FarAhead(newest))),
            (
                "2036-12-03T00:00:00Z",
                Some(ClockDoubt::TooFarAhead(newest)),
            ),
            (
                "2099-01-01T00:00:00Z",
                Some(ClockDoubt::TooFarAhead(newest)),
            ),
        ] {
            assert_eq!(ClockDoubt::of(at(now), Some(newest)), doubt, "{now}");
        }
        // Even where the file knows of nothing yet.
        let made = at("2020-01-01T00:00:00Z");
        assert_eq!(
            ClockDoubt::of(at("2001-01-01T00:00:00Z"), None),
            Some(ClockDoubt::Behind(made))
        );
        assert_eq!(ClockDoubt::of(at("2099-01-01T00:00:00Z"), None), None);
    }
}
