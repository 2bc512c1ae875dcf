//! Entries of the case file's own log: what happened to the file and concerns no case.

use serde_json::Value;

use crate::clock::local_of;
use crate::ctx::Ctx;
use crate::domain::message::Message;
use crate::error::Failure;
use crate::store::LogEntry;
use crate::ui::wording::Words;

pub(crate) const REMOVAL: &str = "removal";

/// An entry of now, under a given day with the real time beside it. What is stored there outlives cases: check first who
/// records ([`super::recorder::check`]) and what is named.
pub(crate) fn entry(ctx: &Ctx, kind: &str, mut detail: Value) -> LogEntry {
    let stamp = ctx.stamp();
    if stamp.today_given
        && let Some(detail) = detail.as_object_mut()
    {
        detail.insert("real_time".to_owned(), ctx.desk.clock.real_time().into());
    }
    LogEntry {
        at: stamp.at,
        who: stamp.who,
        kind: kind.to_owned(),
        detail,
    }
}

const FIELDS: [&str; 14] = [
    "file",
    "cases",
    "case",
    "newer",
    "lost_cases",
    "key",
    "value",
    "was",
    "why",
    "routine",
    "opened",
    "reason",
    "change",
    "day",
];

/// What an entry says, in words; of a kind that is not known what it holds.
pub(crate) fn in_words(entry: &LogEntry, words: &Words) -> String {
    let id = match entry.kind.as_str() {
        "backup" => "file-log-backup",
        "restore" => "file-log-restore",
        "import" => "file-log-import",
        "export" => "file-log-export",
        "setting" => "file-log-setting",
        "recorded-under-given-day" => "file-log-recorded",
        REMOVAL if entry.detail["mistake"] == 1 => "file-log-mistake",
        REMOVAL => "file-log-removal",
        other => return format!("{other} {}", entry.detail),
    };
    let said = FIELDS
        .iter()
        .fold(Message::from(id), |said, name| match &entry.detail[*name] {
            Value::Null => said.with(name, "none"),
            Value::String(text) => said.with(name, text),
            other => said.with(name, other.to_string()),
        });
    words.say(said)
}

pub(crate) fn line(entry: &LogEntry, words: &Words) -> String {
    format!(
        "{} · {} · {}",
        moment(entry.real_time(), words),
        entry.who,
        in_words(entry, words)
    )
}

pub(crate) fn moment(at: &str, words: &Words) -> String {
    local_of(at).map_or_else(|| at.to_owned(), |local| words.moment(local))
}

/// More of them than this are not shown beside a list.
const MOST_SHOWN: usize = 20;

/// Shows which cases were removed from the file, the latest last: beside data, or as talk.
pub(crate) fn show_removals(ctx: &mut Ctx, log: &[LogEntry], is_data: bool) -> Result<(), Failure> {
    let removals: Vec<_> = log.iter().filter(|entry| entry.kind == REMOVAL).collect();
    let title = say!(ctx, "file-log-removals", count = removals.len());
    let shown = removals.iter().rev().take(MOST_SHOWN).rev();
    let shown = shown.map(|entry| format!("- {}", line(entry, &ctx.words)));
    for line in std::iter::once(title).chain(shown) {
        match (removals.is_empty(), is_data) {
            (true, _) => {}
            (false, true) => ctx.ui.print_aside(&line, 2)?,
            (false, false) => ctx.ui.tell_wrapped(&line, 2)?,
        }
    }
    Ok(())
}
