//! Days, moments and numbers in words: "ons 2 dec 2026", "om 11 dagar", "3 dagar försenat", "1 240".

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use super::{Language, Words};
use crate::domain::calendar::{Roll, roll};
use crate::domain::event::Stamp;

impl Words {
    /// A day with its weekday: "ons 2 dec 2026".
    pub(crate) fn date(&self, day: NaiveDate) -> String {
        if let Some(known) = self.dates.borrow().get(&day) {
            return known.clone();
        }
        let weekday = message!(format!("weekday-{}", day.weekday().number_from_monday()));
        let month = message!(format!("month-{}", day.month()));
        let (number, year) = (day.day(), day.year());
        let date = say!(self, "date", weekday, day = number, month, year);
        self.dates.borrow_mut().insert(day, date.clone());
        date
    }

    /// A day in a column: "2 dec", with the year where it is another one than today's.
    pub(crate) fn short_date(&self, day: NaiveDate, today: NaiveDate) -> String {
        let month = message!(format!("month-{}", day.month()));
        let id = match day.year() == today.year() {
            true => "date-short",
            false => "date-short-with-year",
        };
        say!(self, id, day = day.day(), month, year = day.year())
    }

    /// A last day that may be no working day: "sön 28 feb 2027 (i praktiken fre 26 feb 2027)".
    pub(crate) fn last_day(&self, day: NaiveDate) -> String {
        match roll(day, Roll::Previous).date {
            before if before == day => self.date(day),
            before => say!(self, "date-in-practice", date = day, before),
        }
    }

    /// A last day: "senast ons 2 dec 2026".
    pub(crate) fn no_later_than(&self, day: NaiveDate) -> String {
        say!(self, "date-no-later-than", date = day)
    }

    /// A day as seen from another: "i dag", "om 11 dagar", "för 2 dagar sedan".
    pub(crate) fn relative(&self, day: NaiveDate, today: NaiveDate) -> String {
        match (day - today).num_days() {
            0 => self.say("date-today"),
            1 => self.say("date-tomorrow"),
            -1 => self.say("date-yesterday"),
            ahead @ 2.. => say!(self, "date-ahead", days = ahead),
            back => say!(self, "date-back", days = back.abs()),
        }
    }

    /// How a due date stands to today: "om 11 dagar", "i dag", "3 dagar försenat".
    pub(crate) fn time_left(&self, due: NaiveDate, today: NaiveDate) -> String {
        match (today - due).num_days() {
            late @ 1.. => self.days_late(late),
            _ => self.relative(due, today),
        }
    }

    /// "3 dagar försenat"; the word agrees with *steg*.
    pub(crate) fn days_late(&self, days: i64) -> String {
        say!(self, "days-late", days)
    }

    /// A number of days: "1 dag", "3 dagar".
    pub(crate) fn days(&self, days: i64) -> String {
        say!(self, "days", days)
    }

    /// How far and which way a date moved: "14 dagar senare", "1 dag tidigare", "samma dag".
    pub(crate) fn shift(&self, from: NaiveDate, to: NaiveDate) -> String {
        match (to - from).num_days() {
            0 => self.say("shift-none"),
            later @ 1.. => say!(self, "shift-later", days = later),
            earlier => say!(self, "shift-earlier", days = earlier.abs()),
        }
    }

    /// The day, and below it the time; or that the day was given. `local` is the time that is kept as it was here; where
    /// that was another day, it was recorded somewhere else, and the time stands as it is kept.
    pub(crate) fn when(&self, stamp: &Stamp, local: Option<NaiveDateTime>) -> String {
        let day = self.date(stamp.day);
        let below = match local.filter(|local| local.date() == stamp.day) {
            _ if stamp.today_given => self.say("log-today-given"),
            Some(local) => local.format("%H:%M").to_string(),
            None => stamp.at.clone(),
        };
        format!("{day}\n{below}")
    }

    /// A moment here, on one line.
    pub(crate) fn moment(&self, local: NaiveDateTime) -> String {
        format!("{} {}", self.date(local.date()), local.format("%H:%M"))
    }

    /// "1 240" in Swedish, "1,240" in English.
    pub(crate) fn count(&self, number: u64) -> String {
        let separator = match self.language() {
            // One that does not break the line.
            Language::Swedish => '\u{a0}',
            Language::English => ',',
        };
        let digits = number.to_string();
        let mut shown = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                shown.push(separator);
            }
            shown.push(digit);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::super::Language;
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_date_bears_its_weekday_in_both_languages() {
        let (sv, en) = (Words::new(Language::Swedish), Words::new(Language::English));
        assert_eq!(sv.date(day("2026-12-02")), "ons 2 dec 2026");
        assert_eq!(en.date(day("2026-12-02")), "Wed 2 Dec 2026");
        assert_eq!(
            sv.no_later_than(day("2027-06-06")),
            "senast sön 6 juni 2027"
        );
        assert_eq!(en.no_later_than(day("2027-06-06")), "by Sun 6 June 2027");
    }

    #[test]
    fn distance_is_said_as_people_say_it() {
        let (sv, en) = (Words::new(Language::Swedish), Words::new(Language::English));
        let today = day("2026-11-21");
        for (date, swedish, english) in [
            ("2026-11-21", "i dag", "today"),
            ("2026-11-22", "i morgon", "tomorrow"),
            ("2026-11-20", "i går", "yesterday"),
            ("2026-12-02", "om 11 dagar", "in 11 days"),
            ("2026-11-10", "för 11 dagar sedan", "11 days ago"),
        ] {
            assert_eq!(sv.relative(day(date), today), swedish);
            assert_eq!(en.relative(day(date), today), english);
        }
        assert_eq!(sv.time_left(day("2026-11-20"), today), "1 dag försenat");
        assert_eq!(sv.time_left(day("2026-11-18"), today), "3 dagar försenat");
        assert_eq!(en.time_left(day("2026-11-18"), today), "3 days late");
        assert_eq!(sv.shift(today, day("2026-12-05")), "14 dagar senare");
        assert_eq!(en.shift(today, day("2026-11-20")), "1 day earlier");
    }

    #[test]
    fn digits_stand_in_threes() {
        let (swedish, english) = (Words::new(Language::Swedish), Words::new(Language::English));
        for (number, in_swedish, in_english) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_240, "1\u{a0}240", "1,240"),
            (1_234_567, "1\u{a0}234\u{a0}567", "1,234,567"),
        ] {
            assert_eq!(swedish.count(number), in_swedish);
            assert_eq!(english.count(number), in_english);
        }
    }

    #[test]
    fn a_time_or_that_the_day_was_given() {
        let words = Words::new(Language::Swedish);
        let mut stamp = Stamp {
            at: "2026-11-21T08:12:59Z".to_owned(),
            day: "2026-11-21".parse().unwrap(),
            today_given: false,
            who: "test".to_owned(),
        };
        let local = |text: &str| text.parse::<NaiveDateTime>().ok();
        let here = local("2026-11-21T09:12:59");
        assert_eq!(words.when(&stamp, here), "lör 21 nov 2026\n09:12");
        assert_eq!(words.moment(here.unwrap()), "lör 21 nov 2026 09:12");
        // Where it was recorded it was another day than here at that time.
        let elsewhere = words.when(&stamp, local("2026-11-20T22:12:59"));
        assert_eq!(elsewhere, "lör 21 nov 2026\n2026-11-21T08:12:59Z");
        assert_eq!(words.when(&stamp, None), elsewhere);
        stamp.today_given = true;
        assert_eq!(words.when(&stamp, here), "lör 21 nov 2026\ndagen angiven");
    }
}
