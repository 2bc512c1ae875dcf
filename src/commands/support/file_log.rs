//! Entries of the case file's own log: what happened to the file and concerns no case.

use serde_json::{Value, json};

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::{LogEntry, Reading, RemovedCase, StoreError};
use crate::ui::wording::Words;

/// What a removed case is called as an entry.
pub(crate) const REMOVAL: &str = "removal";

/// An entry of now, under a given day with the real time beside it. What is stored there outlives cases: check first who
/// records ([`super::recorder::check`]) and what is named.
pub(crate) fn entry(ctx: &Ctx, kind: &str, detail: Value) -> LogEntry {
    let stamp = ctx.stamp();
    let entry = LogEntry {
        at: stamp.at,
        who: stamp.who,
        kind: kind.to_owned(),
        detail,
    };
    match ctx.is_today_given() {
        true => entry.really_at(ctx.real_time()),
        false => entry,
    }
}

/// All that happened to the file, by the time it really was. A case that was removed before such an entry was made is
/// known by its record alone; where an older copy was brought back since, by its entry alone.
pub(crate) fn all(reading: &Reading<'_>) -> Result<Vec<LogEntry>, StoreError> {
    let mut all = reading.log()?;
    let is_of = |entry: &LogEntry, record: &LogEntry| {
        (&entry.kind, &entry.at, &entry.detail["case"])
            == (&record.kind, &record.at, &record.detail["case"])
    };
    let records: Vec<_> = reading.removed_cases()?.into_iter().map(removal).collect();
    for record in records {
        if !all.iter().any(|entry| is_of(entry, &record)) {
            all.push(record);
        }
    }
    all.sort_by(|one, other| one.real_time().cmp(other.real_time()));
    Ok(all)
}

/// The cases that were removed, as entries.
pub(crate) fn removals(reading: &Reading<'_>) -> Result<Vec<LogEntry>, StoreError> {
    let mut all = all(reading)?;
    all.retain(|entry| entry.kind == REMOVAL);
    Ok(all)
}

/// The entry of a case that was removed.
pub(crate) fn removal(removed: RemovedCase) -> LogEntry {
    LogEntry {
        detail: json!({
            "case": removed.id.number(),
            "routine": removed.routine,
            "opened": removed.opened,
            "removed": removed.removed,
            "mistake": removed.mistake,
            "reason": removed.reason,
        }),
        at: removed.at,
        who: removed.who,
        kind: REMOVAL.to_owned(),
    }
}

/// What an entry says, in words; of a kind that is not known what it holds.
pub(crate) fn in_words(entry: &LogEntry, words: &Words) -> String {
    let field = |name: &str| match entry.detail.get(name) {
        None | Some(Value::Null) => "none".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
    };
    let (id, names): (_, &[&'static str]) = match entry.kind.as_str() {
        "backup" => ("file-log-backup", &["file", "cases"]),
        "restore" => ("file-log-restore", &["file", "cases", "lost_cases"]),
        "import" => ("file-log-import", &["case"]),
        "export" => ("file-log-export", &["case"]),
        "setting" => ("file-log-setting", &["key", "value", "was", "why"]),
        REMOVAL => match entry.detail["mistake"] == true {
            true => ("file-log-mistake", &["case", "routine", "opened", "reason"]),
            false => ("file-log-removal", &["case", "routine", "opened", "reason"]),
        },
        other => return format!("{other} {}", entry.detail),
    };
    let gaps: Vec<_> = names.iter().map(|name| (*name, field(name))).collect();
    words.say_texts(id, &gaps)
}

/// When, who and what, on one line.
pub(crate) fn line(entry: &LogEntry, words: &Words) -> String {
    let when = words.moment(entry.real_time());
    format!("{when} · {} · {}", entry.who, in_words(entry, words))
}

/// More of them than this are not shown beside a list.
const MOST_SHOWN: usize = 20;

/// Shows which cases were removed from the file, the latest last: as data, or as talk beside it.
pub(crate) fn show_removals(
    ctx: &mut Ctx,
    removals: &[LogEntry],
    as_data: bool,
) -> Result<(), Failure> {
    if removals.is_empty() {
        return Ok(());
    }
    let words = std::rc::Rc::clone(&ctx.words);
    let hidden = removals.len().saturating_sub(MOST_SHOWN);
    let title = words.say("file-log-removals", &[("count", removals.len().into())]);
    let shown = removals.iter().skip(hidden);
    let mut lines = vec![title];
    lines.extend(shown.map(|entry| format!("- {}", line(entry, &words))));
    if hidden > 0 {
        lines.push(words.say("file-log-more", &[("count", hidden.into())]));
    }
    for line in lines {
        match as_data {
            true => ctx.ui.print_wrapped(&line, 2)?,
            false => ctx.ui.tell_wrapped(&line, 2)?,
        }
    }
    if as_data {
        ctx.ui.print("")?;
    }
    Ok(())
}
