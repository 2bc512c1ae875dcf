//! What `doctor` says to programs.

use serde::Serialize;
use serde_json::{Value, json};

use crate::desk::checkup::{Checkup, Fault, Remark};
use crate::ui::wording::Words;

#[derive(Debug, Serialize)]
pub(super) struct CheckupJson {
    sound: bool,
    cases: usize,
    events: usize,
    routine_texts: usize,
    latest: Option<String>,
    faults: Vec<Value>,
    remarks: Vec<Value>,
    /// Where the file as it was before a repair lies; `null` without one.
    copy: Option<String>,
}

pub(super) fn of(checkup: &Checkup, copy: Option<String>, words: &Words) -> CheckupJson {
    CheckupJson {
        sound: checkup.is_sound(),
        cases: checkup.cases,
        events: checkup.events,
        routine_texts: checkup.texts,
        latest: checkup.latest.clone(),
        faults: checkup
            .faults
            .iter()
            .map(|fault| of_one(fault, words))
            .collect(),
        remarks: checkup
            .remarks
            .iter()
            .map(|remark| known(remark, words))
            .collect(),
        copy,
    }
}

fn of_one(fault: &Fault, words: &Words) -> Value {
    let (case, seq) = match fault {
        Fault::History { case, seq, .. } => (Some(case), Some(seq)),
        Fault::Impossible(event) => (Some(&event.case), Some(&event.seq)),
        Fault::Kept(case) => (Some(case), None),
        _ => (None, None),
    };
    json!({
        "kind": kind_of(fault),
        "case": case,
        "seq": seq,
        "repairable": fault.can_be_repaired(),
        "text": words.say(fault),
    })
}

fn kind_of(fault: &Fault) -> &'static str {
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

fn known(remark: &Remark, words: &Words) -> Value {
    let text = words.say(remark);
    match remark {
        Remark::Interrupted => json!({ "kind": "interrupted", "text": text }),
        Remark::UnfinishedCopies(names) => {
            json!({ "kind": "unfinished-copies", "files": names, "text": text })
        }
        Remark::AccessLog { at, .. } => {
            json!({ "kind": "access-log", "looked_at": at, "text": text })
        }
        Remark::AccessLogOff => json!({ "kind": "access-log-off", "text": text }),
        Remark::Doubtful(event) => {
            json!({ "kind": "doubtful", "case": event.case, "seq": event.seq, "text": text })
        }
        Remark::NotAsShipped { routine, version } => {
            json!({ "kind": "not-as-shipped", "routine": routine, "version": version, "text": text })
        }
        Remark::OldPlanner => json!({ "kind": "old-planner", "text": text }),
        Remark::OfFileLog { kind, .. } => json!({ "kind": kind, "text": text }),
        Remark::GivenDays(cases) => {
            let cases: Vec<_> = cases
                .iter()
                .map(|(case, events)| json!({ "case": case, "events": events }))
                .collect();
            json!({ "kind": "today-given", "cases": cases, "text": text })
        }
    }
}
