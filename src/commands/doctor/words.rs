//! Faults and remarks in words.

use crate::desk::checkup::{Checkup, DoubtfulEvent, Fault, HistoryFault, Remark, TextFault};
use crate::desk::file_log;
use crate::store::{FaultKind, ObjectFaultKind};
use crate::ui::wording::{Phrase, Words};

/// More cases than this are not named in one line.
const MOST_NAMED: usize = 10;

pub(crate) fn of_fault(fault: &Fault) -> Phrase {
    match fault {
        Fault::Damage(detail) => Phrase::new("doctor-damage").with("detail", detail.clone()),
        Fault::Object(object) => {
            let id = match object.kind {
                ObjectFaultKind::Missing => "doctor-object-missing",
                ObjectFaultKind::Altered => "doctor-object-altered",
                ObjectFaultKind::Foreign => "doctor-object-foreign",
            };
            Phrase::new(id).with("name", object.name.clone())
        }
        Fault::MissingCase(number) => Phrase::new("doctor-case-missing").with("number", *number),
        Fault::Text { hash, routine, how } => {
            let id = match how {
                TextFault::Missing => "doctor-text-missing",
                TextFault::Altered => "doctor-text-altered",
                TextFault::Unreadable => "doctor-text-unreadable",
            };
            let routine = routine.as_ref().map(ToString::to_string);
            Phrase::new(id).with("name", routine.unwrap_or_else(|| short(hash)))
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
            Phrase::new(id)
                .with("case", case.to_string())
                .with("seq", *seq)
        }
        Fault::Impossible(event) => about_event("doctor-impossible", event),
        Fault::UnreadableCase { number, detail } => Phrase::new("doctor-case-unreadable")
            .with("number", *number)
            .with("detail", detail.clone()),
        Fault::Kept(case) => Phrase::new("doctor-kept").with("case", case.to_string()),
        Fault::Totals => Phrase::new("doctor-totals"),
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

pub(super) fn advice(checkup: &Checkup) -> Vec<Phrase> {
    let repairable = checkup.faults.iter().any(Fault::can_be_repaired);
    // Building anew helps against some damage, and not against other.
    let lasting = checkup
        .faults
        .iter()
        .any(|fault| !fault.can_be_repaired() || matches!(fault, Fault::Damage(_)));
    let mut advice = Vec::new();
    if repairable {
        advice.push(Phrase::new("doctor-hint-repair"));
    }
    if lasting {
        advice.push(Phrase::new("doctor-hint-restore"));
    }
    advice
}

pub(super) fn of_remark(remark: &Remark, words: &Words) -> Phrase {
    match remark {
        Remark::Interrupted => Phrase::new("doctor-interrupted"),
        Remark::UnfinishedCopies(names) => {
            Phrase::new("doctor-unfinished-copies").with("names", names.join(", "))
        }
        Remark::OldPlanner => Phrase::new("doctor-old-planner"),
        Remark::Doubtful(event) => about_event("doctor-doubtful", event),
        Remark::NotAsShipped { routine, version } => Phrase::new("doctor-not-as-shipped")
            .with("name", routine.to_string())
            .with("version", version.clone()),
        Remark::OfFileLog(_, text) => Phrase::verbatim(text.clone()),
        Remark::AccessLog(None) => Phrase::new("doctor-access-log-never"),
        Remark::AccessLog(Some(at)) => {
            Phrase::new("doctor-access-log").with("when", file_log::moment(at, words))
        }
        Remark::AccessLogOff => Phrase::new("doctor-access-log-off"),
        Remark::GivenDays(cases) => {
            let named = cases.iter().take(MOST_NAMED);
            let mut named: Vec<_> = named
                .map(|(case, count)| format!("{case} ({count})"))
                .collect();
            let more = cases.len().saturating_sub(MOST_NAMED);
            if more > 0 {
                named.push(words.say("doctor-more-cases", &[("count", more.into())]));
            }
            let events: u64 = cases.iter().map(|(_, count)| u64::from(*count)).sum();
            Phrase::new("doctor-given-days")
                .with("count", events)
                .with("cases", named.join(", "))
        }
    }
}

fn about_event(id: &'static str, event: &DoubtfulEvent) -> Phrase {
    Phrase::new(id)
        .with("case", event.case.to_string())
        .with("seq", event.seq)
        .with("why", event.why.clone())
}

fn short(hash: &str) -> String {
    hash.chars().take(12).collect()
}
