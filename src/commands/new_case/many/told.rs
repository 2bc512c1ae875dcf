//! What is said of many cases: before they are opened, and after.

use chrono::NaiveDate;
use serde::Serialize;

use crate::ctx::Ctx;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::message::Message;
use crate::error::{Failure, Outcome};
use crate::ui::{Line, Page, Tone, columns};

use super::check::Checked;
use super::store::{Opened, OpenedOne};

/// An opened case as JSON: the beginning of what `list` says of it, and its line in the table.
#[derive(Debug, Serialize)]
struct OpenedJson<'a> {
    case: &'a CaseRef,
    routine: &'a RoutineId,
    version: Option<&'a String>,
    status: &'static str,
    opened: NaiveDate,
    line: u64,
}

const FEW: usize = 5;

pub(super) fn warnings(checked: &Checked, ctx: &mut Ctx) -> Result<(), Failure> {
    for text in checked.warnings.texts() {
        ctx.ui.tell_toned_wrapped(Tone::Warn, &text)?;
    }
    Ok(())
}

pub(super) fn confirmed(file: &str, checked: &Checked, ctx: &mut Ctx) -> Result<bool, Failure> {
    ctx.ui.tell(Line::toned(Tone::Strong, file.to_owned()))?;
    for tally in checked.tallies.values() {
        let cases = ctx.say(counted("many-cases", tally.cases, ctx));
        let done = ctx.say(counted("many-steps-done", tally.done, ctx));
        let line = format!("{}: {cases}, {done}", tally.title);
        ctx.ui.tell_wrapped(&line, 2)?;
    }
    let all = checked.tallies.values().map(|tally| tally.cases).sum();
    let question = ctx.say(counted("many-confirm", all, ctx));
    let confirmed = ctx.prompt.confirm(&question, None)?;
    if !confirmed {
        ctx.ui.tell(ctx.words.say("many-not-opened"))?;
    }
    Ok(confirmed)
}

pub(super) fn opened(opened: &Opened, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut rows = ctx.ui.rows(&ctx.words);
    for case in &opened.cases {
        rows.add(&OpenedJson {
            case: &case.reference,
            routine: &case.routine,
            version: opened.versions.get(&case.routine),
            status: "open",
            opened: opened.on,
            line: case.line,
        })?;
    }
    rows.end()?;
    ctx.emit_read(|ctx| {
        let count = counted("told-opened-many", opened.cases.len() as u64, ctx);
        let mut page = Page::default();
        page.hanging(0, ctx.say(count.with("cases", references(&opened.cases))));
        page.line(ctx.say("told-next-many"));
        page
    })
}

columns! { OpenedJson<'_>, |opened, words| "heading-case" lines => opened.case.as_str() }

/// A number as itself, for the plural's sake, and as it is read.
fn counted(id: &'static str, count: u64, ctx: &Ctx) -> Message {
    message!(id, count, shown = ctx.words.count(count))
}

/// The references: all of a few, else the first and the last.
fn references(cases: &[OpenedOne]) -> String {
    match cases {
        [first, .., last] if cases.len() > FEW => {
            format!("{} – {}", first.reference, last.reference)
        }
        few => {
            let few: Vec<&str> = few.iter().map(|case| case.reference.as_str()).collect();
            few.join(", ")
        }
    }
}
