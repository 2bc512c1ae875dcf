//! Where a day came from, in words: "Utskrivning mån 24 aug 2026 (registrerat lör 21 nov 2026 av test)".

use chrono::{Datelike, NaiveDate};

use super::{Titles, Words};
use crate::domain::calendar::Rolled;
use crate::domain::event::Stamp;
use crate::domain::why::{AnswerGiven, Origin, RoundBefore};

impl Words {
    /// Who recorded something, and which day: "lör 21 nov 2026 av test".
    pub(crate) fn recorded(&self, stamp: &Stamp) -> String {
        let gaps = [
            ("who", stamp.who.clone().into()),
            ("date", self.date(stamp.day).into()),
        ];
        self.say("why-recorded", &gaps)
    }

    /// What a rule counts from and its day, without who said so.
    pub(crate) fn origin_day(&self, origin: &Origin, titles: Titles<'_>) -> String {
        let date = ("date", self.date(origin.on()));
        match origin {
            Origin::Date { id, .. } => {
                self.say_texts("why-titled-date", &[("title", titles.key_date(id)), date])
            }
            Origin::Answer { id, .. } => {
                self.say_texts("why-titled-date", &[("title", titles.question(id)), date])
            }
            Origin::Step {
                id, round, skipped, ..
            } => {
                let said = if *skipped {
                    "why-step-skipped"
                } else {
                    "why-step-done"
                };
                self.say_texts(said, &[("step", titles.round(id, *round, self)), date])
            }
            Origin::Assumed { id, .. } => {
                let step = ("step", titles.numbered(id, self));
                self.say_texts("why-step-assumed", &[step, date])
            }
        }
    }

    /// The same with who recorded it, when.
    pub(crate) fn origin(&self, origin: &Origin, titles: Titles<'_>) -> String {
        let day = self.origin_day(origin, titles);
        match origin {
            Origin::Date { recorded, .. }
            | Origin::Answer { recorded, .. }
            | Origin::Step { recorded, .. } => self.with_recorded(day, recorded),
            Origin::Assumed { .. } => day,
        }
    }

    /// An answer that says a length of time, with who gave it, when.
    pub(crate) fn interval_given(&self, given: &AnswerGiven, titles: Titles<'_>) -> String {
        let answer = self.answer(&given.value);
        let gaps = [("question", titles.question(&given.id)), ("answer", answer)];
        let said = self.say_texts("why-answer-is", &gaps);
        self.with_recorded(said, &given.recorded)
    }

    /// The round before: when it was done, and which date it had, with who recorded it.
    pub(crate) fn round_before(&self, before: &RoundBefore) -> String {
        self.with_recorded(self.round_before_day(before), &before.recorded)
    }

    /// The same without who recorded it.
    pub(crate) fn round_before_day(&self, before: &RoundBefore) -> String {
        let round = ("round", before.round.to_string());
        let Some(on) = before.on else {
            return self.say_texts("why-round-before-unknown", &[round]);
        };
        let date = ("date", self.date(on));
        match before.raw_due {
            _ if before.skipped => self.say_texts("why-round-before-skipped", &[round, date]),
            None => self.say_texts("why-round-before-done", &[round, date]),
            Some(due) => {
                let due = ("due", self.date(due));
                self.say_texts("why-round-before-done-due", &[round, date, due])
            }
        }
    }

    /// Every day off a date moved past, and where it came: "24 dec är julafton, 25 dec juldagen; därför mån 28 dec 2026".
    pub(crate) fn moved(&self, rolled: &Rolled) -> String {
        let date = ("date", self.date(rolled.date));
        if rolled.past.is_empty() {
            return self.say_texts("why-not-moved", &[date]);
        }
        let days = rolled.past.iter().enumerate().map(|(place, (day, why))| {
            let id = if place == 0 {
                "why-is-off"
            } else {
                "why-also-off"
            };
            let gaps = [("date", self.date_short(*day)), ("why", self.day_off(*why))];
            self.say_texts(id, &gaps)
        });
        let days = days.collect::<Vec<_>>().join(", ");
        self.say_texts("why-moved", &[("days", days), date])
    }

    fn with_recorded(&self, what: String, stamp: &Stamp) -> String {
        let by = ("by", self.recorded(stamp));
        self.say_texts("why-recorded-by", &[("what", what), by])
    }

    /// A day without weekday and year: "24 dec".
    fn date_short(&self, day: NaiveDate) -> String {
        let month = self.say(&format!("month-{}", day.month()), &[]);
        let gaps = [("day", day.day().to_string()), ("month", month)];
        self.say_texts("why-date-short", &gaps)
    }
}
