//! Faults and remarks in words.

use crate::desk::checkup::{Checkup, DoubtfulEvent, Fault, HistoryFault, Remark, TextFault};
use crate::desk::file_log;
use crate::domain::message::Message;
use crate::store::{FaultKind, ObjectFaultKind};
use crate::ui::wording::Words;

/// More cases than this are not named in one line.
const MOST_NAMED: usize = 10;

pub(crate) fn of_fault(fault: &Fault) -> Message {
    match fault {
        Fault::Damage(detail) => message!("doctor-damage", detail),
        Fault::Object(object) => {
            let id = match object.kind {
                ObjectFaultKind::Missing => "doctor-object-missing",
                ObjectFaultKind::Altered => "doctor-object-altered",
                ObjectFaultKind::Foreign => "doctor-object-foreign",
            };
            message!(id, name = object.name)
        }
        Fault::MissingCase(number) => message!("doctor-case-missing", number),
        Fault::Text { hash, routine, how } => {
            let id = match how {
                TextFault::Missing => "doctor-text-missing",
                TextFault::Altered => "doctor-text-altered",
                TextFault::Unreadable => "doctor-text-unreadable",
            };
            let routine = routine.as_ref().map(ToString::to_string);
            message!(id, name = routine.unwrap_or_else(|| short(hash)))
        }
        Fault::History { case, seq, how } => {
            let id = match how {
                HistoryFault::Chain(FaultKind::Missing) => "doctor-event-missing",
                HistoryFault::Chain(FaultKind::Altered) => "doctor-event-altered",
                HistoryFault::Chain(FaultKind::TextAltered) => "doctor-event-text-altered",
                HistoryFault::Chain(FaultKind::TextGone) => "doctor-event-text-gone",
                HistoryFault::Chain(FaultKind::TextStands) => "doctor-event-text-stands",
                HistoryFault::Chain(FaultKind::EndsElsewhere) => "doctor-event-added",
                HistoryFault::Unreadable => "doctor-event-unreadable",
                HistoryFault::OutOfOrder => "doctor-event-out-of-order",
            };
            message!(id, case, seq)
        }
        Fault::Impossible(event) => about_event("doctor-impossible", event),
        Fault::UnreadableCase { number, detail } => {
            message!("doctor-case-unreadable", number, detail)
        }
        Fault::Kept(case) => message!("doctor-kept", case),
        Fault::Totals => Message::from("doctor-totals"),
    }
}

pub(super) fn kind_of(fault: &Fault) -> &'static str {
    match fault {
        Fault::Damage(_) => "damage",
        Fault::Object(_) => "object",
        Fault::MissingCase(_) => "missing-case",
        Fault::Text { .. } => "routine-text",
        Fault::History { .. } => "history",
        Fault::Impossible(_) => "impossible",
        Fault::UnreadableCase { .. } => "unreadable-case",
        Fault::Kept(_) => "rows",
        Fault::Totals => "totals",
    }
}

pub(super) fn advice(checkup: &Checkup) -> Vec<Message> {
    let repairable = checkup.faults.iter().any(Fault::can_be_repaired);
    // Building anew helps against some damage, and not against other.
    let lasting = checkup
        .faults
        .iter()
        .any(|fault| !fault.can_be_repaired() || matches!(fault, Fault::Damage(_)));
    let mut advice = Vec::new();
    if repairable {
        advice.push(Message::from("doctor-hint-repair"));
    }
    if lasting {
        advice.push(Message::from("doctor-hint-restore"));
    }
    advice
}

pub(super) fn of_remark(remark: &Remark, words: &Words) -> Message {
    match remark {
        Remark::Interrupted => Message::from("doctor-interrupted"),
        Remark::UnfinishedCopies(names) => {
            message!("doctor-unfinished-copies", names = names.join(", "))
        }
        Remark::OldPlanner => Message::from("doctor-old-planner"),
        Remark::Doubtful(event) => about_event("doctor-doubtful", event),
        Remark::NotAsShipped { routine, version } => {
            message!("doctor-not-as-shipped", name = routine, version)
        }
        Remark::OfFileLog(_, text) => Message::verbatim(text.clone()),
        Remark::AccessLog(None) => Message::from("doctor-access-log-never"),
        Remark::AccessLog(Some(at)) => {
            message!("doctor-access-log", when = file_log::moment(at, words))
        }
        Remark::AccessLogOff => Message::from("doctor-access-log-off"),
        Remark::GivenDays(cases) => {
            let named = cases.iter().take(MOST_NAMED);
            let mut named: Vec<_> = named
                .map(|(case, count)| format!("{case} ({count})"))
                .collect();
            let more = cases.len().saturating_sub(MOST_NAMED);
            if more > 0 {
                named.push(say!(words, "doctor-more-cases", count = more));
            }
            let events: u64 = cases.iter().map(|(_, count)| u64::from(*count)).sum();
            message!(
                "doctor-given-days",
                count = events,
                cases = named.join(", ")
            )
        }
    }
}

fn about_event(id: &'static str, event: &DoubtfulEvent) -> Message {
    message!(id, case = event.case, seq = event.seq, why = event.why)
}

fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}
