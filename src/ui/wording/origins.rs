//! Where a day came from, in words: "Utskrivning mån 24 aug 2026 (registrerat lör 21 nov 2026 av test)".

use chrono::Datelike;

use crate::domain::calendar::RolledDate;
use crate::domain::due_rule::Anchor;
use crate::domain::event::Stamp;
use crate::domain::message::{Argument, Message, ToArgument};
use crate::domain::plan::{AnchorOrigin, AnswerGiven, RoundBefore};
use crate::domain::why::SchoolDays;

/// More days off in a row than any holiday has.
const MOST_DAYS_TOLD: usize = 10;

/// Who recorded something, and which day: "lör 21 nov 2026 av test".
impl ToArgument for Stamp {
    fn to_argument(&self) -> Argument {
        message!("why-recorded", who = self.who, date = self.day).to_argument()
    }
}

/// What a rule counts from and its day.
impl ToArgument for AnchorOrigin {
    fn to_argument(&self) -> Argument {
        let said = match (&self.anchor, self.round) {
            (Anchor::KeyDate(id), _) => message!("why-titled-date", title = id),
            (Anchor::Answer(id), _) => message!("why-titled-date", title = id),
            (Anchor::Booking(step), _) => message!("why-booked", step),
            (Anchor::Step(id), None) => message!("why-step-assumed", step = id),
            (Anchor::Step(id), Some((round, true))) => {
                message!("why-step-skipped", step = (id, round))
            }
            (Anchor::Step(id), Some((round, false))) => {
                message!("why-step-done", step = (id, round))
            }
        };
        said.with("date", self.on).to_argument()
    }
}

/// The school calendar that a rule counts by, and which days it knows.
impl ToArgument for SchoolDays {
    fn to_argument(&self) -> Argument {
        let (from, to) = (self.known_from, self.known_to);
        message!("why-school", title = self.title, from, to).to_argument()
    }
}

/// An answer that says a length of time.
impl ToArgument for AnswerGiven {
    fn to_argument(&self) -> Argument {
        let answer = Argument::Value(self.value.clone());
        message!("why-answer-is", question = self.id, answer).to_argument()
    }
}

/// The round before: when it was done, and which date it had.
impl ToArgument for RoundBefore {
    fn to_argument(&self) -> Argument {
        let round = self.round;
        Argument::Message(match (self.on, self.raw_due) {
            (None, _) => message!("why-round-before-unknown", round),
            (Some(date), _) if self.skipped => message!("why-round-before-skipped", round, date),
            (Some(date), None) => message!("why-round-before-done", round, date),
            (Some(date), Some(due)) => message!("why-round-before-done-due", round, date, due),
        })
    }
}

/// Every day off a date moved past, and where it came: "24 dec är julafton, 25 dec juldagen; därför mån 28 dec 2026".
impl ToArgument for RolledDate {
    fn to_argument(&self) -> Argument {
        let date = self.date;
        if self.past.is_empty() {
            return message!("why-not-moved", date).to_argument();
        }
        // A whole summer need not be told day by day.
        let days = self
            .past
            .iter()
            .take(MOST_DAYS_TOLD)
            .enumerate()
            .map(|(place, (day, why))| {
                let id = match place {
                    0 => "why-is-off",
                    _ => "why-also-off",
                };
                let month = Message::from(format!("month-{}", day.month()));
                let date = message!("why-date-short", day = day.day(), month);
                message!(id, date, why)
            });
        message!("why-moved", days = days.collect::<Vec<_>>(), date).to_argument()
    }
}

/// The same with who recorded it, when.
pub(super) fn recorded_by(what: &impl ToArgument, recorded: Option<&Stamp>) -> Argument {
    match recorded {
        Some(by) => message!("why-recorded-by", what, by).to_argument(),
        None => what.to_argument(),
    }
}
