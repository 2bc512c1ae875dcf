//! When something was recorded, in words.

use super::Words;
use crate::domain::event::Stamp;

impl Words {
    /// The day, and below it the time in UTC as it is kept; or that the day was given.
    pub(crate) fn when(&self, stamp: &Stamp) -> String {
        let day = self.date(stamp.day);
        if stamp.today_given {
            return format!("{day}\n{}", self.say("log-today-given", &[]));
        }
        match time_of(&stamp.at) {
            Some(time) => {
                let time = self.say("log-time", &[("time", time.into())]);
                format!("{day}\n{time}")
            }
            None => day,
        }
    }

    /// A moment, RFC 3339 in UTC, on one line; as it is when it is no such moment.
    pub(crate) fn moment(&self, at: &str) -> String {
        let day = at.get(..10).and_then(|day| day.parse().ok());
        let (Some(day), Some(time)) = (day, time_of(at)) else {
            return at.to_owned();
        };
        let time = self.say("log-time", &[("time", time.into())]);
        format!("{} {time}", self.date(day))
    }
}

/// Hours and minutes of an RFC 3339 time.
fn time_of(at: &str) -> Option<&str> {
    let (_, time) = at.split_once('T')?;
    time.get(..5)
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    #[test]
    fn a_time_or_that_the_day_was_given() {
        let words = Words::new(Language::Swedish);
        let mut stamp = Stamp {
            at: "2026-11-21T08:12:59Z".to_owned(),
            day: "2026-11-21".parse().unwrap(),
            today_given: false,
            who: "test".to_owned(),
        };
        assert_eq!(words.when(&stamp), "lör 21 nov 2026\n08:12 UTC");
        assert_eq!(words.moment(&stamp.at), "lör 21 nov 2026 08:12 UTC");
        assert_eq!(words.moment("i går"), "i går");
        stamp.today_given = true;
        assert_eq!(words.when(&stamp), "lör 21 nov 2026\ndagen angiven");
    }
}
