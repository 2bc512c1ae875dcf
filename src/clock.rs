//! The only clock. Everything else is told which day it is.
#![expect(
    clippy::disallowed_methods,
    reason = "time is read here and handed on as an argument"
)]

use chrono::{Local, NaiveDate, SecondsFormat, Utc};

use crate::domain::event::Stamp;

/// Which day it is, and what stands on what is recorded.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    today: NaiveDate,
    is_given: bool,
}

impl Clock {
    /// The day that was given, else the day it is here.
    pub(crate) fn new(given: Option<NaiveDate>) -> Self {
        Self {
            today: given.unwrap_or_else(|| Local::now().date_naive()),
            is_given: given.is_some(),
        }
    }

    /// The day it is, for the whole run.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    /// What time it is, whatever day was given: RFC 3339, UTC.
    pub(crate) fn real_time(&self) -> String {
        Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_given_day_stands_on_the_stamp() {
        let day = "2026-11-21".parse().unwrap();
        let stamp = Clock::new(Some(day)).stamp("test");
        assert_eq!(stamp.at, "2026-11-21T00:00:00Z");
        assert_eq!((stamp.day, stamp.today_given), (day, true));
    }

    #[test]
    fn the_real_clock_gives_utc_to_the_second() {
        let stamp = Clock::new(None).stamp("test");
        assert!(!stamp.today_given);
        assert_eq!(stamp.at.len(), "2026-11-21T00:00:00Z".len());
        let at = chrono::DateTime::parse_from_rfc3339(&stamp.at).unwrap();
        assert_eq!(at.offset().local_minus_utc(), 0);
    }
}
