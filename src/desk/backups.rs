//! Copies of the case file, or of a case: what is said and stored of them, and those that the file and its folder know of,
//! for what is taken out stays in them.

use std::collections::BTreeSet;
use std::path::Path;

use crate::clock::local_of;
use crate::ctx::Ctx;
use crate::domain::event::{Event, What};
use crate::error::Failure;
use crate::store::{CaseFile, LogEntry};

use super::access;
use super::checkup::Checkup;

const MOST_NAMED: usize = 5;

/// The failure with the first faults that were found as its causes.
pub(crate) fn because_of(failure: Failure, checkup: &Checkup) -> Failure {
    let faults = checkup.faults.iter().take(MOST_NAMED);
    faults.fold(failure, |failure, fault| failure.because(fault))
}

/// Refuses what the file's own log may not hold of a copy: a personnummer as who takes it, or in its path.
pub(crate) fn check(ctx: &Ctx, file: &Path) -> Result<(), Failure> {
    ctx.desk.check_recorder()?;
    ctx.desk.refuse_number(&whole_path(file), "place-file-name")
}

pub(crate) fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A path from the root, as the log keeps it.
pub(crate) fn whole_path(path: &Path) -> String {
    let whole = std::path::absolute(path);
    whole
        .unwrap_or_else(|_| path.to_path_buf())
        .display()
        .to_string()
}

pub(crate) fn tell_known(ctx: &mut Ctx, log: &[LogEntry], events: &[Event]) -> Result<(), Failure> {
    // A backup that the file was brought back from stands twice in the log, and is one copy.
    let mut named = BTreeSet::new();
    let mut lines = Vec::new();
    for entry in log {
        let Some(file) = entry.detail["file"].as_str() else {
            continue;
        };
        let kind = match entry.kind.as_str() {
            "backup" => ctx.say("copies-backup"),
            "restore" => ctx.say("copies-restore"),
            other => other.to_owned(),
        };
        if named.insert(file) {
            lines.push(line(ctx, &entry.at, kind, file.to_owned()));
        }
    }
    for event in events {
        if let What::Exported { file, .. } = &event.what {
            let file = file.clone().unwrap_or_else(|| ctx.say("copies-no-file"));
            lines.push(line(ctx, &event.stamp.at, ctx.say("copies-export"), file));
        }
    }
    lines.extend(beside(ctx, &ctx.db()?));
    let id = if lines.is_empty() {
        "copies-none-known"
    } else {
        "copies-known"
    };
    ctx.warn_say(id)?;
    for line in lines {
        ctx.ui.tell_indented(&line, 2)?;
    }
    Ok(())
}

fn line(ctx: &Ctx, at: &str, kind: String, file: String) -> String {
    let day = local_of(at).map_or_else(|| at.to_owned(), |at| ctx.words.date(at.date()));
    say!(ctx, "copies-line", at = day, kind, file)
}

/// Files in the same folder whose names say that they were made of this one: copies taken before a migration.
fn beside(ctx: &Ctx, file: &Path) -> Vec<String> {
    let log = access::path_beside(file);
    let mut found = CaseFile::names_beside(file);
    found.retain(|other| log.file_name().is_none_or(|log| log != other.as_str()));
    let say = |file: String| say!(ctx, "copies-beside", file);
    found.into_iter().map(say).collect()
}
