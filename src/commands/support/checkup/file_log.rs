//! What the file's own log tells that whoever controls the file should see.

use std::collections::BTreeMap;

use super::fault::Remark;
use crate::commands::support::file_log;
use crate::commands::support::file_settings::{HOLDER, KNOWN, RETENTION};
use crate::store::{LogEntry, Reading, StoreError};

/// More entries than this are not told one by one.
const MOST_TOLD: usize = 20;

pub(super) fn remarks(reading: &Reading<'_>) -> Result<Vec<Remark>, StoreError> {
    let all = file_log::all(reading)?;
    let telling = all.iter().filter(|entry| is_telling(entry)).count();
    let mut remarks = Vec::new();
    if telling > MOST_TOLD {
        remarks.push(Remark::MoreInFileLog(telling - MOST_TOLD));
    }
    let told = all.iter().filter(|entry| is_telling(entry));
    let told = told.skip(telling.saturating_sub(MOST_TOLD));
    remarks.extend(told.cloned().map(Remark::InFileLog));
    let mut last = BTreeMap::new();
    for entry in all.iter().filter(|entry| entry.kind == "setting") {
        last.insert(entry.detail["key"].as_str(), entry.detail["value"].as_str());
    }
    for known in KNOWN {
        let set = reading.setting(known.key)?;
        if last.get(&Some(known.key)).copied().flatten() != set.as_deref() {
            remarks.push(Remark::SettingByAnotherHand(known.key));
        }
    }
    let gaps = reading.log_gaps()?;
    remarks.extend((gaps > 0).then_some(Remark::FileLogGaps(gaps)));
    Ok(remarks)
}

/// A case was removed, an older copy put in the file's place, or other rules chosen than those that stood.
fn is_telling(entry: &LogEntry) -> bool {
    let is_rule = [HOLDER, RETENTION].contains(&entry.detail["key"].as_str().unwrap_or_default());
    match entry.kind.as_str() {
        file_log::REMOVAL | "restore" => true,
        "setting" => is_rule && !entry.detail["was"].is_null(),
        _ => false,
    }
}
