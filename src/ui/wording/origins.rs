//! Where a day came from, in words: "Utskrivning mån 24 aug 2026 (registrerat lör 21 nov 2026 av test)".

use chrono::Datelike;

use super::{Titles, Words};
use crate::domain::calendar::Rolled;
use crate::domain::due_rule::Anchor;
use crate::domain::event::Stamp;
use crate::domain::plan::{AnchorOrigin, AnswerGiven, RoundBefore};
use crate::domain::why::SchoolDays;

impl Words {
    /// Who recorded something, and which day: "lör 21 nov 2026 av test".
    pub(crate) fn recorded(&self, stamp: &Stamp) -> String {
        say!(self, "why-recorded", who = stamp.who, date = stamp.day)
    }

    /// What a rule counts from and its day, without who said so.
    pub(crate) fn origin_day(&self, origin: &AnchorOrigin, titles: Titles<'_>) -> String {
        let said = match (&origin.anchor, origin.round) {
            (Anchor::KeyDate(id), _) => message!("why-titled-date", title = id),
            (Anchor::Answer(id), _) => message!("why-titled-date", title = id),
            (Anchor::Step(id), None) => message!("why-step-assumed", step = id),
            (Anchor::Step(id), Some((round, skipped))) => {
                let said = match skipped {
                    true => "why-step-skipped",
                    false => "why-step-done",
                };
                message!(said, step = (id, round))
            }
        };
        self.of(titles).say(said.with("date", origin.on))
    }

    /// The same with who recorded it, when.
    pub(crate) fn origin(&self, origin: &AnchorOrigin, titles: Titles<'_>) -> String {
        let day = self.origin_day(origin, titles);
        match &origin.recorded {
            Some(recorded) => self.with_recorded(day, recorded),
            None => day,
        }
    }

    /// The school calendar that a rule counts by, and which days it knows.
    pub(crate) fn school_days(&self, school: &SchoolDays) -> String {
        let (from, to) = (school.known_from, school.known_to);
        say!(self, "why-school", title = school.title, from, to)
    }

    /// An answer that says a length of time, with who gave it, when.
    pub(crate) fn interval_given(&self, given: &AnswerGiven, titles: Titles<'_>) -> String {
        let answer = self.answer(&given.value);
        let said = message!("why-answer-is", question = given.id, answer);
        self.with_recorded(self.of(titles).say(said), &given.recorded)
    }

    /// The round before: when it was done, and which date it had, with who recorded it.
    pub(crate) fn round_before(&self, before: &RoundBefore) -> String {
        self.with_recorded(self.round_before_day(before), &before.recorded)
    }

    /// The same without who recorded it.
    pub(crate) fn round_before_day(&self, before: &RoundBefore) -> String {
        let round = before.round;
        match (before.on, before.raw_due) {
            (None, _) => say!(self, "why-round-before-unknown", round),
            (Some(date), _) if before.skipped => {
                say!(self, "why-round-before-skipped", round, date)
            }
            (Some(date), None) => say!(self, "why-round-before-done", round, date),
            (Some(date), Some(due)) => say!(self, "why-round-before-done-due", round, date, due),
        }
    }

    /// Every day off a date moved past, and where it came: "24 dec är julafton, 25 dec juldagen; därför mån 28 dec 2026".
    pub(crate) fn moved(&self, rolled: &Rolled) -> String {
        let date = rolled.date;
        if rolled.past.is_empty() {
            return say!(self, "why-not-moved", date);
        }
        let days = rolled.past.iter().enumerate().map(|(place, (day, why))| {
            let id = match place {
                0 => "why-is-off",
                _ => "why-also-off",
            };
            let month = message!(format!("month-{}", day.month()));
            let date = message!("why-date-short", day = day.day(), month);
            message!(id, date, why)
        });
        say!(self, "why-moved", days = days.collect::<Vec<_>>(), date)
    }

    fn with_recorded(&self, what: String, stamp: &Stamp) -> String {
        say!(self, "why-recorded-by", what, by = self.recorded(stamp))
    }
}
