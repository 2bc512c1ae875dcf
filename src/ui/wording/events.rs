//! What happened, in words: "Rutin 4 klart ons 2 dec 2026".

use chrono::NaiveDate;

use crate::domain::event::What;
use crate::domain::message::{Argument, ToArgument};

impl ToArgument for What {
    fn to_argument(&self) -> Argument {
        Argument::Message(match self {
            Self::Opened {
                version,
                trigger,
                continues,
                ..
            } => {
                let trigger = trigger.as_ref();
                let continues = continues.as_ref();
                let parts = [
                    Some(message!("event-opened", version)),
                    trigger.map(|title| message!("event-trigger", title)),
                    continues.map(|case| message!("event-continues", case)),
                ];
                let parts = parts.into_iter().flatten();
                return Argument::Dotted(parts.map(Argument::Message).collect());
            }
            Self::DateSet { date: title, on } => match on {
                Some(date) => message!("event-date", title, date),
                None => message!("event-date-withdrawn", title),
            },
            Self::TriggerSet { trigger } => match trigger {
                Some(title) => message!("event-trigger-set", title),
                None => message!("event-trigger-withdrawn"),
            },
            Self::DateConfirmed { date: title } => message!("event-date-confirmed", title),
            Self::Answered { question, value } => match value {
                Some(value) => {
                    let value = Argument::Answer(question.clone(), value.clone());
                    message!("event-answer", title = question, value)
                }
                None => message!("event-answer-withdrawn", title = question),
            },
            Self::RoleHeld { role: title, by } => match by {
                Some(who) => message!("event-role", title, who),
                None => message!("event-role-nobody", title),
            },
            Self::Added {
                step, title, to, ..
            } => match to {
                Some(date) => message!("event-added-to", step, title, date),
                None => message!("event-added", step, title),
            },
            Self::Noted { step, text } => match step {
                Some(step) => message!("event-noted-step", step, text),
                None => message!("event-noted", text),
            },
            Self::Protected { hidden: true, .. } => message!("event-protected"),
            Self::Protected { hidden: false, .. } => message!("event-unprotected"),
            Self::CalendarSet { calendar } => message!("event-calendar", title = calendar.title),
            Self::Closed { reason, .. } => match reason {
                Some(reason) => message!("event-closed-why", reason),
                None => message!("event-closed"),
            },
            Self::Reopened { reason } => message!("event-reopened", reason),
            Self::Exported { events, file, .. } => match file {
                Some(file) => message!("event-exported-to", count = events, file),
                None => message!("event-exported", count = events),
            },
            Self::Redacted { redacts, reason } => message!("event-redacted", seq = redacts, reason),
            Self::BroughtOver { up_to } => message!("event-brought-over", seq = up_to),
            Self::Undone { undoes } => message!("event-undone", change = undoes),
            Self::Taken { step, role } => match role {
                Some(role) => message!("event-taken", step, role),
                None => message!("event-taken-open", step),
            },
            Self::Planned { step, on } => match on {
                Some(date) => message!("event-planned", step, date),
                None => message!("event-planned-cancelled", step),
            },
            Self::RoundsOpened { by, opened, .. } => {
                let rounds: Vec<_> = opened.iter().map(|(step, round)| (step, *round)).collect();
                message!("event-rounds-opened", step = by, rounds)
            }
            Self::ItemDone { .. }
            | Self::ItemSkipped { .. }
            | Self::Done { .. }
            | Self::DayKnown { .. }
            | Self::Skipped { .. }
            | Self::Reminded { .. }
            | Self::Extended { .. } => return of_round(self),
        })
    }
}

fn of_round(what: &What) -> Argument {
    let Some(step) = what.round() else {
        return Argument::Text(String::new());
    };
    let item_of = |item| Argument::Item(step.0.clone(), item);
    let day = |on: &Option<NaiveDate>| match on {
        Some(on) => Argument::Day(*on),
        None => message!("day-unknown").to_argument(),
    };
    let (said, grounds) = match what {
        What::ItemDone {
            item,
            on,
            despite,
            decided_by,
            ..
        } => {
            let item = item_of(item.clone());
            let done = message!("event-item-done", step, item, date = day(on));
            (done, Some((despite, decided_by)))
        }
        What::ItemSkipped { item, reason, .. } => {
            let item = item_of(item.clone());
            (message!("event-item-skipped", step, item, reason), None)
        }
        What::Done {
            on,
            despite,
            decided_by,
            ..
        } => {
            let done = message!("event-done", step, date = day(on));
            (done, Some((despite, decided_by)))
        }
        What::DayKnown {
            on,
            despite,
            decided_by,
            ..
        } => {
            let known = message!("event-day-known", step, date = on);
            (known, Some((despite, decided_by)))
        }
        What::Skipped { reason, .. } => (message!("event-skipped", step, reason), None),
        What::Extended {
            to,
            reason,
            decided_by: who,
            ..
        } => {
            let said = message!("event-extended", step, date = to, reason, who);
            (said, None)
        }
        What::Reminded {
            unanswered: true, ..
        } => (message!("event-tried", step), None),
        _ => (message!("event-reminded", step), None),
    };
    let mut parts = vec![said];
    if let Some((despite, decided_by)) = grounds {
        let despite = despite.as_ref();
        parts.extend(despite.map(|reason| message!("event-despite", reason)));
        let decided_by = decided_by.as_ref();
        parts.extend(decided_by.map(|who| message!("event-decided-by", who)));
    }
    Argument::List(parts.into_iter().map(Argument::Message).collect())
}
