//! What happened, in words: "Rutin 4 klart ons 2 dec 2026".

use super::{Titles, Words};
use crate::domain::event::What;
use crate::domain::redacted::REDACTED;

impl Words {
    pub(crate) fn event(&self, what: &What, titles: Titles<'_>) -> String {
        match what {
            What::Opened {
                version,
                trigger,
                continues,
                ..
            } => {
                let mut parts = vec![self.told("event-opened", &[("version", version.clone())])];
                parts.extend(trigger.as_ref().map(|trigger| {
                    self.told("event-trigger", &[("title", titles.trigger(trigger))])
                }));
                parts.extend(
                    continues
                        .as_ref()
                        .map(|case| self.told("event-continues", &[("case", case.to_string())])),
                );
                parts.join(" · ")
            }
            What::DateSet { date, on } => {
                let title = ("title", titles.key_date(date));
                match on {
                    Some(on) => self.told("event-date", &[title, ("date", self.date(*on))]),
                    None => self.told("event-date-withdrawn", &[title]),
                }
            }
            What::TriggerSet { trigger: None } => self.told("event-trigger-withdrawn", &[]),
            What::TriggerSet {
                trigger: Some(trigger),
            } => self.told("event-trigger-set", &[("title", titles.trigger(trigger))]),
            What::DateConfirmed { date } => {
                self.told("event-date-confirmed", &[("title", titles.key_date(date))])
            }
            What::Answered { question, value } => {
                let title = ("title", titles.question(question));
                match value {
                    Some(value) => {
                        let value = self.text(&self.answer(value));
                        self.told("event-answer", &[title, ("value", value)])
                    }
                    None => self.told("event-answer-withdrawn", &[title]),
                }
            }
            What::RoleHeld { role, by } => {
                let title = ("title", titles.role(role));
                match by {
                    Some(by) => self.told("event-role", &[title, ("who", self.text(by))]),
                    None => self.told("event-role-nobody", &[title]),
                }
            }
            What::Noted { step, text } => {
                let text = ("text", self.text(text));
                match step {
                    Some(step) => {
                        let step = ("step", titles.numbered(step, self));
                        self.told("event-noted-step", &[step, text])
                    }
                    None => self.told("event-noted", &[text]),
                }
            }
            What::Protected { hidden: true, .. } => self.told("event-protected", &[]),
            What::Protected { hidden: false, .. } => self.told("event-unprotected", &[]),
            What::CalendarSet { calendar } => {
                self.told("event-calendar", &[("title", calendar.title.clone())])
            }
            What::Closed { reason: None, .. } => self.told("event-closed", &[]),
            What::Closed {
                reason: Some(reason),
                ..
            } => self.told("event-closed-why", &[("reason", self.text(reason))]),
            What::Reopened { reason } => {
                self.told("event-reopened", &[("reason", self.text(reason))])
            }
            What::Exported { events, file, .. } => self.exported(*events, file.as_deref()),
            What::Redacted { redacts, reason } => self.told(
                "event-redacted",
                &[("seq", redacts.to_string()), ("reason", self.text(reason))],
            ),
            What::Undone { undoes } => self.told("event-undone", &[("change", undoes.to_string())]),
            _ => self.step_event(what, titles),
        }
    }

    fn step_event(&self, what: &What, titles: Titles<'_>) -> String {
        let step = |step: &_, round: &u32| ("step", titles.round(step, *round, self));
        let day = |on: &Option<chrono::NaiveDate>| {
            let day = on.map(|on| self.date(on));
            ("date", day.unwrap_or_else(|| self.say("day-unknown", &[])))
        };
        match what {
            What::Taken { step, role } => {
                let step = ("step", titles.numbered(step, self));
                match role {
                    Some(role) => self.told("event-taken", &[step, ("role", titles.role(role))]),
                    None => self.told("event-taken-open", &[step]),
                }
            }
            What::Planned { step, on } => {
                let step = ("step", titles.numbered(step, self));
                match on {
                    Some(_) => self.told("event-planned", &[step, day(on)]),
                    None => self.told("event-planned-cancelled", &[step]),
                }
            }
            What::ItemDone {
                step: id,
                round,
                item,
                on,
                despite,
                decided_by,
            } => {
                let gaps = [step(id, round), ("item", titles.item(id, item)), day(on)];
                self.with_ground(self.told("event-item-done", &gaps), despite, decided_by)
            }
            What::ItemSkipped {
                step: id,
                round,
                item,
                reason,
            } => {
                let reason = ("reason", self.text(reason));
                let gaps = [step(id, round), ("item", titles.item(id, item)), reason];
                self.told("event-item-skipped", &gaps)
            }
            What::Done {
                step: id,
                round,
                on,
                despite,
                decided_by,
                ..
            } => {
                let done = self.told("event-done", &[step(id, round), day(on)]);
                self.with_ground(done, despite, decided_by)
            }
            What::DayKnown {
                step: id,
                round,
                on,
                despite,
                decided_by,
            } => {
                let known = self.told("event-day-known", &[step(id, round), day(&Some(*on))]);
                self.with_ground(known, despite, decided_by)
            }
            What::Skipped {
                step: id,
                round,
                reason,
                ..
            } => self.told(
                "event-skipped",
                &[step(id, round), ("reason", self.text(reason))],
            ),
            What::RoundsOpened { by, opened, .. } => {
                let rounds: Vec<_> = opened
                    .iter()
                    .map(|(step, round)| titles.round(step, *round, self))
                    .collect();
                let by = ("step", titles.numbered(by, self));
                self.told("event-rounds-opened", &[by, ("rounds", rounds.join(", "))])
            }
            What::Reminded { step: id, round } => self.told("event-reminded", &[step(id, round)]),
            What::Extended {
                step: id,
                round,
                to,
                reason,
                decided_by,
            } => self.told(
                "event-extended",
                &[
                    step(id, round),
                    day(&Some(*to)),
                    ("reason", self.text(reason)),
                    ("who", self.text(decided_by)),
                ],
            ),
            _ => String::new(),
        }
    }

    fn exported(&self, events: u32, file: Option<&str>) -> String {
        let count = ("count", events.into());
        match file {
            Some(file) => self.say(
                "event-exported-to",
                &[count, ("file", self.text(file).into())],
            ),
            None => self.say("event-exported", &[count]),
        }
    }

    fn with_ground(
        &self,
        mut done: String,
        despite: &Option<String>,
        decided_by: &Option<String>,
    ) -> String {
        let despite = ("event-despite", "reason", despite);
        for (id, gap, text) in [despite, ("event-decided-by", "who", decided_by)] {
            if let Some(text) = text {
                let told = self.told(id, &[(gap, self.text(text))]);
                done = format!("{done}, {told}");
            }
        }
        done
    }

    /// A stored text, or words for one that was taken out.
    pub(crate) fn text(&self, text: &str) -> String {
        if text == REDACTED {
            self.say("text-redacted", &[])
        } else {
            text.to_owned()
        }
    }

    fn told(&self, id: &str, gaps: &[(&str, String)]) -> String {
        self.say_texts(id, gaps)
    }
}
