//! Entries of the case file's own log: what happened to the file and concerns no case.

use serde_json::{Value, json};

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::{LogEntry, Reading, RemovedCase, StoreError};
use crate::ui::Tone;
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

/// All that happened to the file, the cases that were removed among it, by the time it really was.
pub(crate) fn all(reading: &Reading<'_>) -> Result<Vec<LogEntry>, StoreError> {
    let mut all = removals(reading)?;
    all.splice(0..0, reading.log()?);
    all.sort_by(|one, other| one.real_time().cmp(other.real_time()));
    Ok(all)
}

/// The cases that were removed, as entries.
pub(crate) fn removals(reading: &Reading<'_>) -> Result<Vec<LogEntry>, StoreError> {
    let removed = reading.removed_cases()?;
    Ok(removed.into_iter().map(of_removal).collect())
}

fn of_removal(removed: RemovedCase) -> LogEntry {
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
        "restore" => match entry.detail["replaced_cases"].is_null() {
            true => ("file-log-restore", &["file", "cases"]),
            false => (
                "file-log-restore-over",
                &["file", "cases", "replaced_cases"],
            ),
        },
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

/// More of them than this are not shown below a list.
const MOST_SHOWN: usize = 20;

/// Prints which cases were removed from the file, the latest last.
pub(crate) fn print_removals(ctx: &mut Ctx, removals: &[LogEntry]) -> Result<(), Failure> {
    if removals.is_empty() {
        return Ok(());
    }
    let words = std::rc::Rc::clone(&ctx.words);
    let title = words.say("file-log-removals", &[("count", removals.len().into())]);
    ctx.ui.print_toned_wrapped(Tone::Strong, &title)?;
    let hidden = removals.len().saturating_sub(MOST_SHOWN);
    for entry in removals.iter().skip(hidden) {
        ctx.ui.print_wrapped(&line(entry, &words), 2)?;
    }
    if hidden > 0 {
        let more = words.say("file-log-more", &[("count", hidden.into())]);
        ctx.ui.print_wrapped(&more, 0)?;
    }
    ctx.ui.print("")?;
    Ok(())
}
