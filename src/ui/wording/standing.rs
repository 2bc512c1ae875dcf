//! Where a round stands, in a few words: "om 11 dagar", "stoppat · kräver först: …", "klart ons 2 dec 2026"; who answers
//! for it, what must be done sooner than its date says, and lateness that is over, which accuses nobody.

use chrono::NaiveDate;

use super::{Titles, Words};
use crate::domain::case::Case;
use crate::domain::condition::{Condition, Facts, Truth, holds};
use crate::domain::due_rule::Basis;
use crate::domain::plan::{Row, Status};
use crate::domain::report::{EndedBy, ReportRow};
use crate::domain::routine::{Routine, Step};
use crate::ui::Tone;

/// Fewer days than this are said in a tone that is seen.
const SOON_IN_DAYS: i64 = 7;

impl Words {
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
                let parts = [left, Some(self.say(&Status::Blocked)), Some(waits())];
                let parts: Vec<String> = parts.into_iter().flatten().collect();
                (tone, parts.join(" · "))
            }
            Status::Waiting | Status::Undecided => (Tone::Quiet, waits()),
            Status::Done => (Tone::Good, self.done(planned)),
            Status::Skipped => (Tone::Quiet, self.say(&Status::Skipped)),
            Status::NotApplicable => (Tone::Quiet, self.say(&Status::NotApplicable)),
        }
    }

    /// How far off a round's date is, or where it stands without one, and the tone to say it in.
    pub(crate) fn standing_of_date(&self, row: &ReportRow, today: NaiveDate) -> (Tone, String) {
        let dates = &row.row.dates;
        let if_needed = || self.say("standing-if-needed");
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
                (Tone::Warn, say!(self, "standing-since", days))
            }
            (None, None) => (Tone::Plain, self.say(&Status::Open)),
        }
    }

    fn done(&self, row: &Row) -> String {
        let Some(on) = row.ended.as_ref().and_then(|ended| ended.on) else {
            return self.say("standing-done-unknown");
        };
        let done = say!(self, "standing-done", date = on);
        match row.days_late(on).filter(|days| *days > 0) {
            Some(days) => format!("{done}, {}", say!(self, "done-late", days)),
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

    /// "hoppades över 12 dagar försenat", "datumet ändrades i efterhand (händelse 7)"; empty where nobody was late.
    pub(crate) fn was_late(&self, row: &ReportRow) -> String {
        let days = row.days_late.filter(|days| *days > 0);
        let late = days.map(|days| self.days_late(days)).unwrap_or_default();
        let ended = match row.ending.by.filter(|_| row.was_late()) {
            Some(EndedBy::Skipped) => Some("late-skipped"),
            Some(EndedBy::Closed) => Some("late-closed"),
            Some(EndedBy::Continued) => Some("late-continued"),
            _ => None,
        };
        let ended = ended.map(|id| format!("{} {late}", self.say(id)).trim_end().to_owned());
        let slip = row.slip.map(|slip| {
            let id = match slip.fell_on {
                Some(_) => "late-fell-away",
                None => "late-moved",
            };
            say!(self, id, seq = slip.by, date = slip.from, late)
        });
        let told = row.ending.told_late.map(|days| {
            let days = self.days(days);
            say!(self, "late-told", days)
        });
        let parts: Vec<_> = [ended, slip, told].into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// What must be done sooner than its date says, for a row or another to be in time; `None` when that is nothing.
    pub(crate) fn pressed(
        &self,
        row: &ReportRow,
        titles: Titles<'_>,
        today: NaiveDate,
    ) -> Option<String> {
        let pressed = row.pressed_on(today)?;
        let (here, date) = (self.of(titles), pressed.latest);
        if pressed.step == row.row.step {
            return Some(say!(here, "pressed-by", date, needed = pressed.needed_by));
        }
        let (due, step) = (row.row.dates.due?, &pressed.step);
        Some(say!(here, "pressed-for", due, step, date))
    }

    /// The same with who holds the roles: "Rektor på hemskolan: Team 3".
    pub(crate) fn owners_with_names(
        &self,
        row: &ReportRow,
        case: &Case,
        titles: Titles<'_>,
    ) -> String {
        let owners = self.owners(row, titles);
        let holders: Vec<String> = row
            .responsible
            .iter()
            .filter_map(|role| case.roles.get(role))
            .cloned()
            .collect();
        if holders.is_empty() {
            return owners;
        }
        format!("{owners}: {}", holders.join(", "))
    }

    /// The roles that answer for a round: "A, B"; "A eller B (ej valt)" while that is to be agreed.
    pub(crate) fn owners(&self, row: &ReportRow, titles: Titles<'_>) -> String {
        if row.responsible.is_empty() {
            return self.say("owner-nobody");
        }
        let roles: Vec<_> = row
            .responsible
            .iter()
            .map(|role| titles.role(role))
            .collect();
        if !row.choice_open {
            return roles.join(", ");
        }
        let or = format!(" {} ", self.say("condition-or"));
        let id = if roles.len() == 1 {
            "owner-proposed"
        } else {
            "owner-to-choose"
        };
        say!(self, id, roles = roles.join(&or))
    }

    /// Who states a time, in a word for columns: "lag", "rutin", "eget".
    pub(crate) fn basis_short(&self, basis: Basis) -> String {
        match basis {
            Basis::Local => self.say("basis-local-short"),
            stated => self.say(&stated),
        }
    }
}
