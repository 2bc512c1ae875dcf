//! What the file's own log tells that whoever controls the file should see.

use crate::desk::file_log::{REMOVAL, line};
use crate::desk::file_settings::{HOLDER, KNOWN, RETENTION};
use crate::domain::message::Message;
use crate::store::{LogEntry, Reading, StoreError};
use crate::ui::wording::Words;

use super::fault::Remark;

/// More entries than these latest are not told one by one.
const MOST_TOLD: usize = 20;

pub(super) fn remarks(reading: &Reading<'_>, words: &Words) -> Result<Vec<Remark>, StoreError> {
    let log = reading.log()?;
    let telling = log.iter().rev().filter(|entry| is_telling(entry));
    let mut remarks: Vec<_> = telling
        .take(MOST_TOLD)
        .map(|entry| {
            let said = message!("doctor-in-file-log", entry = line(entry, words));
            of_log(&entry.kind, said)
        })
        .collect();
    remarks.reverse();
    for known in KNOWN {
        let is_of = |entry: &&LogEntry| entry.kind == "setting" && entry.detail["key"] == known.key;
        let last = log.iter().rev().find(is_of);
        let logged = last.and_then(|entry| entry.detail["value"].as_str());
        if logged != reading.setting(known.key)?.as_deref() {
            let said = message!("doctor-setting-by-hand", key = known.key);
            remarks.push(of_log("setting-by-another-hand", said));
        }
    }
    let gaps = reading.log_gaps()?;
    if gaps > 0 {
        let said = message!("doctor-file-log-gaps", count = gaps);
        remarks.push(of_log("file-log-gaps", said));
    }
    Ok(remarks)
}

fn of_log(kind: &str, said: Message) -> Remark {
    let kind = kind.to_owned();
    Remark::OfFileLog { kind, said }
}

/// A case was removed, an older copy put in the file's place, or other rules chosen than those that stood.
fn is_telling(entry: &LogEntry) -> bool {
    let is_rule = [HOLDER, RETENTION]
        .iter()
        .any(|key| entry.detail["key"] == *key);
    [REMOVAL, "restore"].contains(&entry.kind.as_str()) || is_rule && !entry.detail["was"].is_null()
}
