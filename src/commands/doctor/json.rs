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
    let (faults, remarks) = (checkup.faults.iter(), checkup.remarks.iter());
    CheckupJson {
        sound: checkup.is_sound(),
        cases: checkup.cases,
        events: checkup.events,
        routine_texts: checkup.texts,
        latest: checkup.latest.clone(),
        faults: faults.map(|fault| fault_json(fault, words)).collect(),
        remarks: remarks.map(|remark| remark_json(remark, words)).collect(),
        copy,
    }
}

fn fault_json(fault: &Fault, words: &Words) -> Value {
    let (kind, case, seq) = match fault {
        Fault::Damage(_) => ("damage", None, None),
        Fault::Object(_) => ("object", None, None),
        Fault::MissingCase(_) => ("missing-case", None, None),
        Fault::Form(_) => ("routine-form", None, None),
        Fault::Text { .. } => ("routine-text", None, None),
        Fault::History { case, seq, .. } => ("history", Some(case), Some(seq)),
        Fault::Impossible(event) => ("impossible", Some(&event.case), Some(&event.seq)),
        Fault::UnreadableCase { .. } => ("unreadable-case", None, None),
        Fault::Kept(case) => ("rows", Some(case), None),
        Fault::Totals => ("totals", None, None),
    };
    json!({
        "kind": kind,
        "case": case,
        "seq": seq,
        "repairable": fault.can_be_repaired(),
        "text": words.say(fault),
    })
}

fn remark_json(remark: &Remark, words: &Words) -> Value {
    let (kind, mut json) = match remark {
        Remark::Interrupted => ("interrupted", json!({})),
        Remark::UnfinishedCopies(files) => ("unfinished-copies", json!({ "files": files })),
        Remark::AccessLog { at, .. } => ("access-log", json!({ "looked_at": at })),
        Remark::AccessLogOff => ("access-log-off", json!({})),
        Remark::Doubtful(event) => ("doubtful", json!({ "case": event.case, "seq": event.seq })),
        Remark::NotAsShipped { routine, version } => (
            "not-as-shipped",
            json!({ "routine": routine, "version": version }),
        ),
        Remark::OldPlanner => ("old-planner", json!({})),
        Remark::OfFileLog { kind, .. } => (kind.as_str(), json!({})),
        Remark::GivenDays(cases) => {
            let cases = cases.iter();
            let cases = cases.map(|(case, events)| json!({ "case": case, "events": events }));
            ("today-given", json!({ "cases": cases.collect::<Vec<_>>() }))
        }
    };
    json["kind"] = kind.into();
    json["text"] = words.say(remark).into();
    json
}
