//! Which days are likely enough to be stored: a slip of a digit makes a date that nothing ever falls due on.

use std::ops::RangeInclusive;

use chrono::{Datelike, Months, NaiveDate};

use super::{
    event::What,
    message::Message,
    routine::{AnswerKind, Routine},
};

/// A case is about a child, and care under LVU ends at twenty at the latest (21 §): nothing of it lies further back.
pub const YEARS_BACK: u32 = 20;
/// A placement may be meant to last until the child is grown, but nothing is booked or decided further ahead.
pub const YEARS_AHEAD: u32 = 10;

/// The years of a day under which something is stored because somebody says that it is today. They do not hang on the
/// clock, which may be wrong: what is typed under the same day is to give the same file, whenever that is.
pub const GIVEN_YEARS: RangeInclusive<i32> = 1990..=2099;

/// A day outside the span that is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnlikelyDay {
    pub on: NaiveDate,
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The day within it that was perhaps meant: the same one of a year that ends in the same two digits.
    pub meant: Option<NaiveDate>,
}

impl UnlikelyDay {
    /// Its days as they are typed: what is wrong with one may not show in words.
    pub fn message(&self) -> Message {
        let [on, from, to] = [self.on, self.from, self.to].map(|day| day.to_string());
        message!("refused-unlikely-day", on, from, to)
    }
}

/// Refuses a day that lies too far from `today`.
///
/// # Errors
/// The day, and the span it should lie in.
pub fn likely(on: NaiveDate, today: NaiveDate) -> Result<(), UnlikelyDay> {
    let years = |count: u32| Months::new(count * 12);
    let from = today.checked_sub_months(years(YEARS_BACK));
    let to = today.checked_add_months(years(YEARS_AHEAD));
    let (from, to) = (from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX));
    if (from..=to).contains(&on) {
        return Ok(());
    }
    let this_century = today.year() - today.year().rem_euclid(100);
    let meant = on.with_year(this_century + on.year().rem_euclid(100));
    Err(UnlikelyDay {
        on,
        from,
        to,
        meant: meant.filter(|meant| (from..=to).contains(meant)),
    })
}

/// The days that an event stores as they were given.
pub fn days_in(what: &What, routine: &Routine) -> Vec<NaiveDate> {
    let is_day = |question| {
        let asked = routine.question(question);
        asked.is_some_and(|asked| asked.kind == AnswerKind::Date)
    };
    match what {
        What::DateSet { on, .. }
        | What::Planned { on, .. }
        | What::Added { to: on, .. }
        | What::ItemDone { on, .. }
        | What::Done { on, .. } => on.iter().copied().collect(),
        What::DayKnown { on, .. } | What::Extended { to: on, .. } => vec![*on],
        What::Answered { question, value } if is_day(question) => {
            let day = value.as_ref().and_then(|value| value.parse().ok());
            day.into_iter().collect()
        }
        What::CalendarSet { calendar } => {
            let terms = calendar.terms.iter().map(|term| [term.first, term.last]);
            let off = calendar.off.iter().map(|off| [off.first, off.last]);
            terms.chain(off).flatten().collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_span_ends_with_its_last_days_and_a_slip_of_the_year_is_guessed() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-21");
        for (on, meant) in [
            ("2006-11-21", Ok(())),
            ("2036-11-21", Ok(())),
            ("2006-11-20", Err(None)),
            ("2036-11-22", Err(None)),
            ("0026-12-02", Err(Some("2026-12-02"))),
            ("1926-12-02", Err(Some("2026-12-02"))),
            ("2126-12-02", Err(Some("2026-12-02"))),
            ("9999-12-31", Err(None)),
            ("0000-02-29", Err(None)),
            // There is no such day that year.
            ("0026-02-28", Err(Some("2026-02-28"))),
            ("0096-02-29", Err(None)),
        ] {
            let found = likely(day(on), today).map_err(|unlikely| unlikely.meant);
            assert_eq!(found, meant.map_err(|meant| meant.map(day)), "{on}");
        }
        for today in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(likely(today, today), Ok(()));
        }
    }
}
