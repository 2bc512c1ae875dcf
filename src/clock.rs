//! The only clock. Everything else is told which day it is.
#![expect(
    clippy::disallowed_methods,
    reason = "time is read here and handed on as an argument"
)]

use std::time::SystemTime;

use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc};

use crate::domain::event::Stamp;
use crate::error::Failure;

#[derive(Debug, Clone)]
pub(crate) struct Clock {
    started: DateTime<Utc>,
    today: NaiveDate,
    is_given: bool,
}

impl Clock {
    /// The day that was given, else the day it is here.
    pub(crate) fn new(given: Option<NaiveDate>) -> Result<Self, Failure> {
        let impossible = || Failure::refused("clock-impossible").hint("hint-clock-impossible");
        let started = read().ok_or_else(impossible)?;
        Ok(Self {
            started,
            today: given.unwrap_or_else(|| local(started).date()),
            is_given: given.is_some(),
        })
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    /// Whether it has become another day since it was looked at last; then it is that day from now on.
    pub(crate) fn turn(&mut self) -> bool {
        let now = read().filter(|_| !self.is_given);
        let today = now.map_or(self.today, |now| local(now).date());
        std::mem::replace(&mut self.today, today) != today
    }

    pub(crate) fn is_given(&self) -> bool {
        self.is_given
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        read().unwrap_or(self.started)
    }

    /// The same as it is kept: RFC 3339, UTC.
    pub(crate) fn real_time(&self) -> String {
        self.now().to_rfc3339_opts(SecondsFormat::Secs, true)
    }

    /// What stands on an event recorded now. Under a given day the time is that day at 00:00:00Z, so that the same
    /// input gives the same bytes.
    pub(crate) fn stamp(&self, who: &str) -> Stamp {
        let at = if self.is_given {
            format!("{}T00:00:00Z", self.today)
        } else {
            self.real_time()
        };
        Stamp {
            at,
            day: self.today,
            today_given: self.is_given,
            who: who.to_owned(),
        }
    }
}

fn read() -> Option<DateTime<Utc>> {
    in_calendar(SystemTime::now())
}

/// A time between 1970 and the last whole year of four digits.
fn in_calendar(time: SystemTime) -> Option<DateTime<Utc>> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let time = DateTime::from_timestamp(i64::try_from(since.as_secs()).ok()?, 0)?;
    (time.year() < 9999).then_some(time)
}

pub(crate) fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Local).naive_local()
}

/// Day and time here of a time as it is kept; nothing when it is none. What was recorded under a given day bears that
/// day's midnight, wherever it was.
pub(crate) fn local_of(at: &str) -> Option<NaiveDateTime> {
    let time: DateTime<Utc> = at.parse().ok()?;
    if at.ends_with("T00:00:00Z") {
        return Some(time.date_naive().and_time(NaiveTime::MIN));
    }
    (0..9999).contains(&time.year()).then(|| local(time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_day_stands_on_the_stamp() {
        let day = "2026-11-21".parse().unwrap();
        let stamp = Clock::new(Some(day)).unwrap().stamp("test");
        assert_eq!(stamp.at, "2026-11-21T00:00:00Z");
        assert_eq!((stamp.day, stamp.today_given), (day, true));
    }

    #[test]
    fn a_new_day_is_told_once_and_a_given_one_stays() {
        let day = "2026-11-21".parse().unwrap();
        let mut given = Clock::new(Some(day)).unwrap();
        assert!(!given.turn());
        assert_eq!(given.today(), day);
        let mut real = Clock::new(None).unwrap();
        let today = real.today();
        real.today = day;
        assert!(real.turn());
        assert!(!real.turn());
        assert!(real.today() >= today);
    }

    #[test]
    fn the_real_clock_gives_utc_to_the_second() {
        let stamp = Clock::new(None).unwrap().stamp("test");
        assert!(!stamp.today_given);
        assert_eq!(stamp.at.len(), "2026-11-21T00:00:00Z".len());
        let at = chrono::DateTime::parse_from_rfc3339(&stamp.at).unwrap();
        assert_eq!(at.offset().local_minus_utc(), 0);
    }

    // Elsewhere no clock of the system shows such times.
    #[cfg(unix)]
    #[test]
    fn a_clock_outside_the_calendar_shows_nothing() {
        use std::time::Duration;
        let epoch = SystemTime::UNIX_EPOCH;
        assert_eq!(in_calendar(epoch), Some(DateTime::UNIX_EPOCH));
        assert_eq!(in_calendar(epoch - Duration::from_secs(1)), None);
        let years = |count: u64| epoch + Duration::from_secs(count * 31_556_952);
        assert!(in_calendar(years(8000)).is_some());
        for count in [8030, 300_000, 200_000_000_000] {
            assert_eq!(in_calendar(years(count)), None, "{count}");
        }
    }

    #[test]
    fn times_are_those_here_and_a_given_day_is_itself_everywhere() {
        let at = "2026-11-20T23:30:00Z";
        let here = local(at.parse().unwrap());
        assert_eq!(local_of(at), Some(here));
        let midnight = local_of("2026-11-21T00:00:00Z").unwrap();
        assert_eq!(midnight.to_string(), "2026-11-21 00:00:00");
        for none in [
            "i går",
            "",
            "9999-12-31T23:00:00Z",
            "+12345-01-01T00:00:01Z",
        ] {
            assert_eq!(local_of(none), None, "{none}");
        }
    }
}
