//! When something was recorded, in words.

use chrono::NaiveDateTime;

use super::Words;
use crate::domain::event::Stamp;

impl Words {
    /// The day, and below it the time; or that the day was given. `local` is the time that is kept as it was here; where
    /// that was another day, it was recorded somewhere else, and the time stands as it is kept.
    pub(crate) fn when(&self, stamp: &Stamp, local: Option<NaiveDateTime>) -> String {
        let day = self.date(stamp.day);
        let below = match local.filter(|local| local.date() == stamp.day) {
            _ if stamp.today_given => self.say("log-today-given", &[]),
            Some(local) => local.format("%H:%M").to_string(),
            None => stamp.at.clone(),
        };
        format!("{day}\n{below}")
    }

    /// A moment here, on one line.
    pub(crate) fn moment(&self, local: NaiveDateTime) -> String {
        format!("{} {}", self.date(local.date()), local.format("%H:%M"))
    }
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
