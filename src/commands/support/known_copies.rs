//! The copies of the case file, or of a case, that the file and its folder know of: what is taken out stays in them.

use std::path::Path;

use serde_json::Value;

use crate::ctx::Ctx;
use crate::domain::event::{Event, What};
use crate::error::Failure;
use crate::store::LogEntry;
use crate::ui::Tone;

use super::access;

/// Keys under which an entry of a log names a file.
const FILE_KEYS: [&str; 5] = ["file", "to", "path", "out", "copy"];
/// The kinds of events that tell of a copy of their case.
const COPYING_EVENTS: [&str; 4] = ["exported", "handed-over", "shown", "form-written"];

/// Says which copies are known of, and that others may exist.
pub(crate) fn tell(ctx: &mut Ctx, log: &[LogEntry], events: &[Event]) -> Result<(), Failure> {
    let mut lines: Vec<String> = log
        .iter()
        .filter_map(|entry| of_file_log(ctx, entry))
        .collect();
    lines.extend(events.iter().filter_map(|event| of_event(ctx, event)));
    lines.extend(beside(ctx, &ctx.db()?));
    let words = std::rc::Rc::clone(&ctx.words);
    let id = if lines.is_empty() {
        "copies-none-known"
    } else {
        "copies-known"
    };
    ctx.ui.tell_toned_wrapped(Tone::Warn, &words.say(id, &[]))?;
    for line in lines {
        ctx.ui.tell_indented(&line, 2)?;
    }
    Ok(())
}

/// What an entry of the file's own log says of a copy.
fn of_file_log(ctx: &Ctx, entry: &LogEntry) -> Option<String> {
    let file = file_named(&entry.detail)?;
    Some(line(ctx, &entry.at, &entry.kind, &file))
}

/// What an event says of a copy. Read from its JSON, so that kinds of events this file knows nothing of count too.
fn of_event(ctx: &Ctx, event: &Event) -> Option<String> {
    let (kind, file) = copy_in(&event.what)?;
    let file = file.unwrap_or_else(|| ctx.words.say("copies-no-file", &[]));
    Some(line(ctx, &event.stamp.at, &kind, &file))
}

/// The kind of an event that tells of a copy, and the file it names.
fn copy_in(what: &What) -> Option<(String, Option<String>)> {
    copy_in_json(&serde_json::to_value(what).ok()?)
}

fn copy_in_json(event: &Value) -> Option<(String, Option<String>)> {
    let kind = event.get("event")?.as_str()?;
    COPYING_EVENTS
        .contains(&kind)
        .then(|| (kind.to_owned(), file_named(event)))
}

fn file_named(detail: &Value) -> Option<String> {
    let named = FILE_KEYS.iter().find_map(|key| detail.get(key)?.as_str());
    named.map(str::to_owned)
}

fn line(ctx: &Ctx, at: &str, kind: &str, file: &str) -> String {
    let kind = match kind {
        "backup" => ctx.words.say("copies-backup", &[]),
        "exported" => ctx.words.say("copies-export", &[]),
        "report" => ctx.words.say("copies-report", &[]),
        other => other.to_owned(),
    };
    let gaps = [
        ("at", at.to_owned()),
        ("kind", kind),
        ("file", file.to_owned()),
    ];
    ctx.words.say_texts("copies-line", &gaps)
}

/// Files in the same folder whose names say that they were made of this one: copies taken before a migration.
fn beside(ctx: &Ctx, file: &Path) -> Vec<String> {
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
        return Vec::new();
    };
    let folder = file
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    let Ok(entries) = std::fs::read_dir(folder.unwrap_or(Path::new("."))) else {
        return Vec::new();
    };
    let log = access::path_beside(file);
    let mut found: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|other| other.starts_with(&format!("{name}.")))
        .filter(|other| log.file_name().is_none_or(|log| log != other.as_str()))
        .collect();
    found.sort();
    let say = |file: String| ctx.words.say_texts("copies-beside", &[("file", file)]);
    found.into_iter().map(say).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_export_is_a_copy_and_a_note_is_none() {
        let exported = json!({"event": "exported", "events": 3, "head": "ab", "file": "a.json"});
        let found = Some(("exported".to_owned(), Some("a.json".to_owned())));
        assert_eq!(copy_in_json(&exported), found);
        let to_the_screen = json!({"event": "exported", "events": 3, "head": "ab"});
        assert_eq!(
            copy_in_json(&to_the_screen),
            Some(("exported".to_owned(), None))
        );
        let note = What::Noted {
            step: None,
            text: "a.json".to_owned(),
        };
        assert_eq!(copy_in(&note), None);
    }

    #[test]
    fn the_file_that_an_entry_names_is_found() {
        assert_eq!(
            file_named(&json!({"to": "/b/kopia.db"})),
            Some("/b/kopia.db".to_owned())
        );
        assert_eq!(
            file_named(&json!({"key": "holder", "value": "skola"})),
            None
        );
    }
}
