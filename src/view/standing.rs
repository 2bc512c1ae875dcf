//! Where a round stands, in a few words: "om 11 dagar", "stoppat · kräver först: …", "klart ons 2 dec 2026"; who answers
//! for it, what must be done sooner than its date says, and lateness that is over, which accuses nobody.

use super::{Lack, StepView};
use crate::domain::condition::Truth;
use crate::domain::facts::{CaseOn, holds};
use crate::domain::message::Argument;
use crate::domain::plan::Status;
use crate::domain::report::EndedBy;
use crate::ui::{Tone, joined};

/// Fewer days than this are said in a tone that is seen.
const SOON_IN_DAYS: i64 = 7;

impl StepView<'_> {
    pub(crate) fn standing(&self) -> (Tone, String) {
        let (here, row) = (self.here, self.row);
        let is_over_in_time = self.report.is_over_with_its_case() && !self.report.was_late();
        let waits = || self.waits_for().join(" · ");
        match row.status {
            status if status.is_to_do() && is_over_in_time => (Tone::Quiet, String::new()),
            Status::Open => self.standing_of_date(),
            Status::Blocked => {
                let tone = match self.is_overdue() {
                    true => Tone::Bad,
                    false => Tone::Warn,
                };
                let left = row.dates.due.map(|_| self.standing_of_date().1);
                let blocked = here.say(&Status::Blocked);
                (tone, joined(" · ", [left, Some(blocked), Some(waits())]))
            }
            Status::Waiting | Status::Undecided => (Tone::Quiet, waits()),
            Status::Done => (Tone::Good, self.done()),
            Status::Skipped | Status::NotApplicable => (Tone::Quiet, here.say(&row.status)),
        }
    }

    /// How far off a round's date is, or where it stands without one, and the tone to say it in.
    pub(crate) fn standing_of_date(&self) -> (Tone, String) {
        let (here, today, dates) = (self.here, self.today, &self.row.dates);
        if let Some(date) = self.report.opened_late.filter(|_| self.is_overdue()) {
            return (Tone::Warn, say!(here, "standing-opened-late", date));
        }
        match (dates.due, dates.since) {
            (due, _) if self.report.optional => {
                let left = due.map(|due| format!(" · {}", here.relative(due, today)));
                let if_needed = here.say("standing-if-needed");
                (Tone::Plain, if_needed + &left.unwrap_or_default())
            }
            (Some(due), _) => {
                let tone = match (due - today).num_days() {
                    ..0 => Tone::Bad,
                    0..SOON_IN_DAYS => Tone::Warn,
                    _ => Tone::Plain,
                };
                (tone, here.time_left(due, today))
            }
            (None, Some(since)) => {
                let days = here.days((today - since).num_days());
                (Tone::Warn, say!(here, "standing-since", days))
            }
            (None, None) => (Tone::Plain, here.say(&Status::Open)),
        }
    }

    /// The same beside the date in a list, where how late it was is said with how it ended.
    pub(super) fn standing_in_list(&self) -> String {
        let (here, report, dates) = (self.here, self.report, &self.row.dates);
        let is_done_or_stands = matches!(report.ending.by, None | Some(EndedBy::Done));
        if report.is_over_with_its_case() || (report.was_late() && !is_done_or_stands) {
            return String::new();
        }
        match self.row.status {
            Status::Done => match report.days_late {
                None => String::new(),
                Some(0) => here.say("report-in-time"),
                Some(days) => here.days_late(days),
            },
            Status::Blocked if dates.due.or(dates.since).is_none() => here.say(&Status::Blocked),
            Status::Open | Status::Blocked => self.standing_of_date().1,
            status => here.say(&status),
        }
    }

    fn done(&self) -> String {
        let Some(date) = self.row.ended.as_ref().and_then(|ended| ended.on) else {
            return self.here.say("standing-done-unknown");
        };
        let done = say!(self.here, "standing-done", date);
        match self.row.days_late(date).filter(|days| *days > 0) {
            Some(days) => format!("{done}, {}", say!(self.here, "done-late", days)),
            None => done,
        }
    }

    /// Why it does not apply: the condition of phase or step that does not hold, or no date being left.
    pub(super) fn why_not_applicable(&self, facts: CaseOn<'_>) -> String {
        let phase = self.routine.phase_of(&self.row.step);
        let conditions = [
            phase.and_then(|phase| phase.when.as_ref()),
            self.step.and_then(|step| step.when.as_ref()),
        ];
        let mut conditions = conditions.into_iter().flatten();
        let fails = |condition: &&_| holds(Some(*condition), facts) == Truth::False;
        self.here.not_applicable(conditions.find(fails))
    }

    /// "hoppades över 12 dagar försenat", "datumet ändrades i efterhand (händelse 7)"; empty where nobody was late.
    pub(super) fn lateness(&self) -> String {
        let (here, report) = (self.here, self.report);
        let days = report.days_late.filter(|days| *days > 0);
        let late = days.map(|days| here.days_late(days)).unwrap_or_default();
        let ended = match report.ending.by.filter(|_| report.was_late()) {
            Some(EndedBy::Skipped) => Some("late-skipped"),
            Some(EndedBy::Closed) => Some("late-closed"),
            Some(EndedBy::Continued) => Some("late-continued"),
            _ => None,
        };
        let ended = ended.map(|id| format!("{} {late}", here.say(id)).trim_end().to_owned());
        let slip = report.slip.map(|slip| {
            let id = match slip.fell_on {
                Some(_) => "late-fell-away",
                None => "late-moved",
            };
            say!(here, id, seq = slip.by, date = slip.from, late)
        });
        let told = report.ending.told_late;
        let told = told.map(|days| say!(here, "late-told", days = here.days(days)));
        joined(" · ", [ended, slip, told])
    }

    /// What must be done sooner than its date says, for it or another to be in time.
    pub(super) fn pressure(&self) -> Option<String> {
        let pressed = self.pressing()?;
        let (step, date) = (&pressed.step, pressed.latest);
        Some(match *step == self.row.step {
            true => say!(self.here, "pressed-by", date, needed = pressed.needed_by),
            false => say!(
                self.here,
                "pressed-for",
                due = self.row.dates.due?,
                step,
                date
            ),
        })
    }

    /// The roles that answer for it: "A, B"; "A eller B (ej valt)" while that is to be agreed.
    pub(super) fn owners(&self) -> String {
        let roles = &self.row.responsible;
        let hangs_on = &self.row.owner_waits_for;
        if !hangs_on.is_empty() {
            let facts = hangs_on
                .iter()
                .map(|fact| self.called_lack(Lack::Fact(fact)));
            let hangs_on = say!(self.here, "owner-hangs-on", facts = joined(", ", facts));
            return joined("; ", [self.here.text(roles), hangs_on]);
        }
        let id = match roles.len() {
            0 => "owner-nobody",
            _ if !self.report.choice_open => return self.here.text(roles),
            1 => "owner-proposed",
            _ => "owner-to-choose",
        };
        say!(
            self.here,
            id,
            roles = Argument::joined("condition-or", roles)
        )
    }
}
