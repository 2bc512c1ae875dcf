//! Where a round stands, in a few words: "om 11 dagar", "stoppat · kräver först: …", "klart ons 2 dec 2026".

use chrono::NaiveDate;

use super::{Titles, Words};
use crate::domain::condition::{Condition, Facts, Truth, holds};
use crate::domain::plan::{Row, Status};
use crate::domain::report::ReportRow;
use crate::domain::routine::{Routine, Step};
use crate::ui::Tone;

/// Fewer days than this are said in a tone that is seen.
const SOON_IN_DAYS: i64 = 7;

impl Words {
    /// Where a round stands, and the tone to say it in.
    pub(crate) fn standing(
        &self,
        row: &ReportRow,
        routine: &Routine,
        today: NaiveDate,
    ) -> (Tone, String) {
        let planned = &row.row;
        let today = row.seen_on(today);
        if row.is_over_with_its_case() && planned.status.is_to_do() && !row.was_late() {
            return (Tone::Quiet, String::new());
        }
        let waits = || {
            let step = routine.step(&planned.step);
            let texts = step.map(|step| self.waits_for(planned, step, Titles::of(routine)));
            texts.unwrap_or_default().join(" · ")
        };
        match planned.status {
            Status::Open => self.standing_of_date(row, today),
            Status::Blocked => {
                let tone = if row.is_overdue(today) {
                    Tone::Bad
                } else {
                    Tone::Warn
                };
                let left = planned.dates.due.map(|due| self.time_left(due, today));
                let parts = [left, Some(self.status(Status::Blocked)), Some(waits())];
                let parts: Vec<String> = parts.into_iter().flatten().collect();
                (tone, parts.join(" · "))
            }
            Status::Waiting | Status::Undecided => (Tone::Quiet, waits()),
            Status::Done => (Tone::Good, self.done(planned)),
            Status::Skipped => (Tone::Quiet, self.status(Status::Skipped)),
            Status::NotApplicable => (Tone::Quiet, self.status(Status::NotApplicable)),
        }
    }

    /// How far off a round's date is, or where it stands without one, and the tone to say it in.
    pub(crate) fn standing_of_date(&self, row: &ReportRow, today: NaiveDate) -> (Tone, String) {
        let dates = &row.row.dates;
        let if_needed = || self.say("standing-if-needed", &[]);
        match (dates.due, dates.since) {
            (Some(due), _) if row.optional => {
                let left = self.relative(due, today);
                (Tone::Plain, format!("{} · {left}", if_needed()))
            }
            (None, _) if row.optional => (Tone::Plain, if_needed()),
            (Some(due), _) => {
                let tone = match (due - today).num_days() {
                    ..0 => Tone::Bad,
                    0..SOON_IN_DAYS => Tone::Warn,
                    _ => Tone::Plain,
                };
                (tone, self.time_left(due, today))
            }
            (None, Some(since)) => {
                let days = self.days((today - since).num_days());
                (
                    Tone::Warn,
                    self.say("standing-since", &[("days", days.into())]),
                )
            }
            (None, None) => (Tone::Plain, self.status(Status::Open)),
        }
    }

    fn done(&self, row: &Row) -> String {
        let Some(on) = row.ended.as_ref().and_then(|ended| ended.on) else {
            return self.say("standing-done-unknown", &[]);
        };
        let done = self.say("standing-done", &[("date", self.date(on).into())]);
        match row.days_late(on).filter(|days| *days > 0) {
            Some(days) => format!(
                "{done}, {}",
                self.say("done-late", &[("days", days.into())])
            ),
            None => done,
        }
    }

    /// Why a step does not apply: the condition of phase or step that does not hold, or no date being left.
    pub(crate) fn why_not_applicable(
        &self,
        step: &Step,
        routine: &Routine,
        facts: &impl Facts,
    ) -> String {
        let phase = routine.phase_of(&step.id);
        let conditions = [
            phase.and_then(|phase| phase.when.as_ref()),
            step.when.as_ref(),
        ];
        let failing = conditions
            .into_iter()
            .flatten()
            .find(|condition| holds(Some(condition), facts) == Truth::False);
        let failing: Option<&Condition> = failing;
        self.not_applicable(failing, Titles::of(routine))
    }
}
