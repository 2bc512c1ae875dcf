//! Where a round stands, in a few words: "om 11 dagar", "stoppat · kräver först: …", "klart ons 2 dec 2026"; who answers
//! for it, what must be done sooner than its date says, and lateness that is over, which accuses nobody.

use super::StepView;
use crate::domain::condition::{Facts, Truth, holds};
use crate::domain::plan::Status;
use crate::domain::report::EndedBy;
use crate::ui::Tone;
use crate::ui::wording::Words;

/// Fewer days than this are said in a tone that is seen.
const SOON_IN_DAYS: i64 = 7;

impl StepView<'_> {
    pub(super) fn standing(&self, words: &Words) -> (Tone, String) {
        let waits = || self.waits_for.join(" · ");
        match self.status {
            status if status.is_to_do() && self.is_over_in_time() => (Tone::Quiet, String::new()),
            Status::Open => self.standing_of_date(words),
            Status::Blocked => {
                let tone = if self.overdue { Tone::Bad } else { Tone::Warn };
                let left = self.due.map(|due| words.time_left(due, self.today));
                let blocked = words.say(&Status::Blocked);
                let parts: Vec<_> = left.into_iter().chain([blocked, waits()]).collect();
                (tone, parts.join(" · "))
            }
            Status::Waiting | Status::Undecided => (Tone::Quiet, waits()),
            Status::Done => (Tone::Good, self.done(words)),
            Status::Skipped | Status::NotApplicable => (Tone::Quiet, words.say(&self.status)),
        }
    }

    /// It ended with its case, and was not late.
    fn is_over_in_time(&self) -> bool {
        self.row.is_over_with_its_case() && !self.row.was_late()
    }

    /// How far off a round's date is, or where it stands without one, and the tone to say it in.
    pub(crate) fn standing_of_date(&self, words: &Words) -> (Tone, String) {
        let today = self.today;
        match (self.due, self.since) {
            (due, _) if self.row.optional => {
                let left = due.map(|due| format!(" · {}", words.relative(due, today)));
                let if_needed = words.say("standing-if-needed");
                (Tone::Plain, if_needed + &left.unwrap_or_default())
            }
            (Some(due), _) => {
                let tone = match (due - today).num_days() {
                    ..0 => Tone::Bad,
                    0..SOON_IN_DAYS => Tone::Warn,
                    _ => Tone::Plain,
                };
                (tone, words.time_left(due, today))
            }
            (None, Some(since)) => {
                let days = words.days((today - since).num_days());
                (Tone::Warn, say!(words, "standing-since", days))
            }
            (None, None) => (Tone::Plain, words.say(&Status::Open)),
        }
    }

    /// The same beside the date in a list, where how late it was is said with how it ended.
    pub(super) fn standing_in_list(&self, words: &Words) -> String {
        let row = self.row;
        let is_done_or_stands = matches!(row.ending.by, None | Some(EndedBy::Done));
        if row.is_over_with_its_case() || (row.was_late() && !is_done_or_stands) {
            return String::new();
        }
        match self.status {
            Status::Done => match row.days_late {
                None => String::new(),
                Some(0) => words.say("report-in-time"),
                Some(days) => words.days_late(days),
            },
            Status::Blocked if self.due.or(self.since).is_none() => words.say(&Status::Blocked),
            Status::Open | Status::Blocked => self.standing_of_date(words).1,
            status => words.say(&status),
        }
    }

    fn done(&self, words: &Words) -> String {
        let Some(on) = self.done_on else {
            return words.say("standing-done-unknown");
        };
        let done = say!(words, "standing-done", date = on);
        match self.row.row.days_late(on).filter(|days| *days > 0) {
            Some(days) => format!("{done}, {}", say!(words, "done-late", days)),
            None => done,
        }
    }

    /// Why it does not apply: the condition of phase or step that does not hold, or no date being left.
    pub(super) fn why_not_applicable(&self, facts: &impl Facts, words: &Words) -> String {
        let phase = self.whole_routine.phase_of(&self.row.row.step);
        let conditions = [
            phase.and_then(|phase| phase.when.as_ref()),
            self.whole_step.and_then(|step| step.when.as_ref()),
        ];
        let failing = conditions
            .into_iter()
            .flatten()
            .find(|condition| holds(Some(condition), facts) == Truth::False);
        words.not_applicable(failing, self.titles())
    }

    /// "hoppades över 12 dagar försenat", "datumet ändrades i efterhand (händelse 7)"; empty where nobody was late.
    pub(super) fn lateness(&self, words: &Words) -> String {
        let row = self.row;
        let days = row.days_late.filter(|days| *days > 0);
        let late = days.map(|days| words.days_late(days)).unwrap_or_default();
        let ended = match row.ending.by.filter(|_| row.was_late()) {
            Some(EndedBy::Skipped) => Some("late-skipped"),
            Some(EndedBy::Closed) => Some("late-closed"),
            Some(EndedBy::Continued) => Some("late-continued"),
            _ => None,
        };
        let ended = ended.map(|id| format!("{} {late}", words.say(id)).trim_end().to_owned());
        let slip = row.slip.map(|slip| {
            let id = match slip.fell_on {
                Some(_) => "late-fell-away",
                None => "late-moved",
            };
            say!(words, id, seq = slip.by, date = slip.from, late)
        });
        let told = row.ending.told_late.map(|days| {
            let days = words.days(days);
            say!(words, "late-told", days)
        });
        let parts: Vec<_> = [ended, slip, told].into_iter().flatten().collect();
        parts.join(" · ")
    }

    /// What must be done sooner than its date says, for it or another to be in time.
    pub(super) fn pressure(&self, words: &Words) -> Option<String> {
        let (pressed, here) = (self.pressing?, words.of(self.titles()));
        let (step, date) = (&pressed.step, pressed.latest);
        if *step == self.row.row.step {
            return Some(say!(here, "pressed-by", date, needed = pressed.needed_by));
        }
        Some(say!(here, "pressed-for", due = self.due?, step, date))
    }

    /// The roles that answer for it: "A, B"; "A eller B (ej valt)" while that is to be agreed.
    pub(super) fn owners(&self, words: &Words) -> String {
        let roles = &self.row.responsible;
        if roles.is_empty() {
            return words.say("owner-nobody");
        }
        let titles: Vec<_> = roles.iter().map(|role| self.titles().role(role)).collect();
        if !self.row.choice_open {
            return titles.join(", ");
        }
        let or = format!(" {} ", words.say("condition-or"));
        let id = match roles.len() {
            1 => "owner-proposed",
            _ => "owner-to-choose",
        };
        say!(words, id, roles = titles.join(&or))
    }
}
