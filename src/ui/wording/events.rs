//! What happened, in words: "Rutin 4 klart ons 2 dec 2026".

use super::{Titles, Words};
use crate::domain::event::What;
use crate::domain::texts::REDACTED;

impl Words {
    pub(crate) fn event(&self, what: &What, titles: Titles<'_>) -> String {
        let here = self.of(titles);
        match what {
            What::Opened {
                version,
                trigger,
                continues,
                ..
            } => {
                let mut parts = vec![say!(self, "event-opened", version)];
                let trigger = trigger.as_ref();
                parts.extend(trigger.map(|title| say!(here, "event-trigger", title)));
                let continues = continues.as_ref();
                parts.extend(continues.map(|case| say!(self, "event-continues", case)));
                parts.join(" · ")
            }
            What::DateSet { date: title, on } => match on {
                Some(date) => say!(here, "event-date", title, date),
                None => say!(here, "event-date-withdrawn", title),
            },
            What::TriggerSet { trigger } => match trigger {
                Some(title) => say!(here, "event-trigger-set", title),
                None => self.say("event-trigger-withdrawn"),
            },
            What::DateConfirmed { date: title } => say!(here, "event-date-confirmed", title),
            What::Answered {
                question: title,
                value,
            } => match value {
                Some(value) => {
                    let value = titles.answer(title, value, self);
                    say!(here, "event-answer", title, value)
                }
                None => say!(here, "event-answer-withdrawn", title),
            },
            What::RoleHeld { role: title, by } => match by {
                Some(who) => say!(here, "event-role", title, who),
                None => say!(here, "event-role-nobody", title),
            },
            What::Noted { step, text } => match step {
                Some(step) => say!(here, "event-noted-step", step, text),
                None => say!(self, "event-noted", text),
            },
            What::Protected { hidden: true, .. } => self.say("event-protected"),
            What::Protected { hidden: false, .. } => self.say("event-unprotected"),
            What::CalendarSet { calendar } => {
                say!(self, "event-calendar", title = calendar.title)
            }
            What::Closed { reason, .. } => match reason {
                Some(reason) => say!(self, "event-closed-why", reason),
                None => self.say("event-closed"),
            },
            What::Reopened { reason } => say!(self, "event-reopened", reason),
            What::Exported { events, file, .. } => match file {
                Some(file) => say!(self, "event-exported-to", count = events, file),
                None => say!(self, "event-exported", count = events),
            },
            What::Redacted { redacts, reason } => {
                say!(self, "event-redacted", seq = redacts, reason)
            }
            What::Undone { undoes } => say!(self, "event-undone", change = undoes),
            _ => self.step_event(what, titles),
        }
    }

    fn step_event(&self, what: &What, titles: Titles<'_>) -> String {
        let here = self.of(titles);
        let day = |on: &Option<chrono::NaiveDate>| match on {
            Some(on) => self.date(*on),
            None => self.say("day-unknown"),
        };
        match what {
            What::Taken { step, role } => match role {
                Some(role) => say!(here, "event-taken", step, role),
                None => say!(here, "event-taken-open", step),
            },
            What::Planned { step, on } => match on {
                Some(date) => say!(here, "event-planned", step, date),
                None => say!(here, "event-planned-cancelled", step),
            },
            What::ItemDone {
                step: id,
                round,
                item,
                on,
                despite,
                decided_by,
            } => {
                let (step, item) = ((id, *round), titles.item(id, item));
                let done = say!(here, "event-item-done", step, item, date = day(on));
                self.with_ground(done, despite, decided_by)
            }
            What::ItemSkipped {
                step: id,
                round,
                item,
                reason,
            } => {
                let (step, item) = ((id, *round), titles.item(id, item));
                say!(here, "event-item-skipped", step, item, reason)
            }
            What::Done {
                step,
                round,
                on,
                despite,
                decided_by,
                ..
            } => {
                let done = say!(here, "event-done", step = (step, *round), date = day(on));
                self.with_ground(done, despite, decided_by)
            }
            What::DayKnown {
                step,
                round,
                on,
                despite,
                decided_by,
            } => {
                let known = say!(here, "event-day-known", step = (step, *round), date = on);
                self.with_ground(known, despite, decided_by)
            }
            What::Skipped {
                step,
                round,
                reason,
                ..
            } => say!(here, "event-skipped", step = (step, *round), reason),
            What::RoundsOpened { by, opened, .. } => {
                let rounds: Vec<_> = opened.iter().map(|(step, round)| (step, *round)).collect();
                say!(here, "event-rounds-opened", step = by, rounds)
            }
            What::Reminded { step, round } => {
                say!(here, "event-reminded", step = (step, *round))
            }
            What::Extended {
                step: id,
                round,
                to,
                reason,
                decided_by,
            } => {
                let step = (id, *round);
                say!(
                    here,
                    "event-extended",
                    step,
                    date = to,
                    reason,
                    who = decided_by
                )
            }
            _ => String::new(),
        }
    }

    fn with_ground(
        &self,
        mut done: String,
        despite: &Option<String>,
        decided_by: &Option<String>,
    ) -> String {
        let despite = despite.as_ref();
        let despite = despite.map(|reason| say!(self, "event-despite", reason));
        let decided_by = decided_by.as_ref();
        let decided_by = decided_by.map(|who| say!(self, "event-decided-by", who));
        for told in [despite, decided_by].into_iter().flatten() {
            done = format!("{done}, {told}");
        }
        done
    }

    /// A stored text, or words for one that was taken out.
    pub(crate) fn text(&self, text: &str) -> String {
        match text {
            REDACTED => self.say("text-redacted"),
            text => text.to_owned(),
        }
    }
}
