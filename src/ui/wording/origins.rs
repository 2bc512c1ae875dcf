//! Where a day came from, in words: "Utskrivning mån 24 aug 2026 (registrerat lör 21 nov 2026 av test)".

use chrono::Datelike;

use super::{Titles, Words};
use crate::domain::calendar::Rolled;
use crate::domain::event::Stamp;
use crate::domain::plan::{AnswerGiven, Origin, RoundBefore};
use crate::domain::why::SchoolDays;

impl Words {
    /// Who recorded something, and which day: "lör 21 nov 2026 av test".
    pub(crate) fn recorded(&self, stamp: &Stamp) -> String {
        let gaps = [("who", stamp.who.clone()), ("date", self.date(stamp.day))];
        self.say_texts("why-recorded", &gaps)
    }

    /// What a rule counts from and its day, and who recorded it, when.
    fn origin_said<'o>(
        &self,
        origin: &'o Origin,
        titles: Titles<'_>,
    ) -> (String, Option<&'o Stamp>) {
        let (id, what, on, recorded) = match origin {
            Origin::Date { id, on, recorded } => {
                let title = ("title", titles.key_date(id));
                ("why-titled-date", title, on, Some(recorded))
            }
            Origin::Answer { id, on, recorded } => {
                let title = ("title", titles.question(id));
                ("why-titled-date", title, on, Some(recorded))
            }
            Origin::Step {
                id,
                round,
                on,
                skipped,
                recorded,
            } => {
                let said = match skipped {
                    true => "why-step-skipped",
                    false => "why-step-done",
                };
                let step = ("step", titles.round(id, *round, self));
                (said, step, on, Some(recorded))
            }
            Origin::Assumed { id, on } => {
                let step = ("step", titles.numbered(id, self));
                ("why-step-assumed", step, on, None)
            }
        };
        let gaps = [what, ("date", self.date(*on))];
        (self.say_texts(id, &gaps), recorded)
    }

    /// What a rule counts from and its day, without who said so.
    pub(crate) fn origin_day(&self, origin: &Origin, titles: Titles<'_>) -> String {
        self.origin_said(origin, titles).0
    }

    /// The same with who recorded it, when.
    pub(crate) fn origin(&self, origin: &Origin, titles: Titles<'_>) -> String {
        match self.origin_said(origin, titles) {
            (day, Some(recorded)) => self.with_recorded(day, recorded),
            (day, None) => day,
        }
    }

    /// The school calendar that a rule counts by, and which days it knows.
    pub(crate) fn school_days(&self, school: &SchoolDays) -> String {
        let gaps = [
            ("title", self.text(&school.title)),
            ("from", self.date(school.known_from)),
            ("to", self.date(school.known_to)),
        ];
        self.say_texts("why-school", &gaps)
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
        let mut gaps = vec![("round", before.round.to_string())];
        gaps.extend(before.on.map(|on| ("date", self.date(on))));
        let id = match (before.on, before.raw_due) {
            (None, _) => "why-round-before-unknown",
            _ if before.skipped => "why-round-before-skipped",
            (_, None) => "why-round-before-done",
            (_, Some(due)) => {
                gaps.push(("due", self.date(due)));
                "why-round-before-done-due"
            }
        };
        self.say_texts(id, &gaps)
    }

    /// Every day off a date moved past, and where it came: "24 dec är julafton, 25 dec juldagen; därför mån 28 dec 2026".
    pub(crate) fn moved(&self, rolled: &Rolled) -> String {
        let date = ("date", self.date(rolled.date));
        if rolled.past.is_empty() {
            return self.say_texts("why-not-moved", &[date]);
        }
        let ids = ["why-is-off"]
            .into_iter()
            .chain(std::iter::repeat("why-also-off"));
        let days = ids.zip(&rolled.past).map(|(id, (day, why))| {
            let month = self.say(&format!("month-{}", day.month()), &[]);
            let gaps = [("day", day.day().to_string()), ("month", month)];
            let date = self.say_texts("why-date-short", &gaps);
            self.say_texts(id, &[("date", date), ("why", self.day_off(*why))])
        });
        let days = days.collect::<Vec<_>>().join(", ");
        self.say_texts("why-moved", &[("days", days), date])
    }

    fn with_recorded(&self, what: String, stamp: &Stamp) -> String {
        let by = ("by", self.recorded(stamp));
        self.say_texts("why-recorded-by", &[("what", what), by])
    }
}
