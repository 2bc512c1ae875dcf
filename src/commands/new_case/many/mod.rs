//! `new-case --from`: opens the cases of a table, all of them or none.
//!
//! The table is gone through twice: first to find everything that is wrong with it, before the case file is touched;
//! then, in one transaction, to open its cases.

mod columns;
mod file;
mod lines;
mod problems;
mod table;

use self::columns::{BadColumn, Column, ColumnKind};
use self::lines::{CaseLines, OpenedLine, Trial};
use self::table::{CsvTable, NoTable};
use super::request::{CaseRequest, no_routine};
use crate::commands::prelude::*;

/// Opens the cases of a table. What `for_all` says holds for every line that does not say it itself.
pub(super) fn run(path: &Path, for_all: CaseRequest, ctx: &mut Ctx) -> Attempt {
    let text = file::text(path, ctx)?;
    let name = whole_text::name(path, &ctx.words);
    let table = CsvTable::of(&text).map_err(|why| no_table(why, &name))?;
    let of_routine = Column::plain(ColumnKind::Routine);
    if for_all.routine.is_none() && table.columns.place_of(&of_routine).is_none() {
        return Err(no_routine(ctx)?.because("many-no-routine-column"));
    }
    let lines = CaseLines::of(&table, for_all, ctx)?;
    let useless = lines.useless_columns(ctx);
    if !useless.is_empty() {
        return Err(bad_columns(&useless, &name));
    }
    let trial = lines.tried(ctx);
    refuse_problems(&trial, &name, lines.count, ctx)?;
    for text in trial.warnings.texts() {
        ctx.ui.tell_toned_wrapped(Tone::Warn, &text)?;
    }
    let may_ask = ctx.can_ask && !ctx.yes && !whole_text::is_standard_input(path);
    if may_ask && !confirmed(&name, &trial, ctx)? {
        return Ok(());
    }
    let opened = lines.open(ctx)?;
    tell_opened(&opened, ctx)
}

fn refuse_problems(trial: &Trial, file: &str, all: usize, ctx: &Ctx) -> Attempt {
    let (problems, words) = (&trial.problems, &ctx.words);
    if problems.lines == 0 {
        return Ok(());
    }
    let what = message!(
        "many-refused",
        file,
        bad = problems.lines,
        shown = words.count(problems.lines),
        all = words.count(all as u64)
    );
    let texts = problems.texts().into_iter().map(Message::verbatim);
    let failure = texts.fold(Failure::refused(what), Failure::because);
    Err(failure.hint("hint-many-again"))
}

fn no_table(why: NoTable, file: &str) -> Failure {
    let failure = match why {
        NoTable::Empty => Failure::refused(message!("many-empty", file)),
        NoTable::Columns(wrong) => {
            let failure = bad_columns(&wrong, file);
            wrong.iter().fold(failure, |failure, bad| match bad {
                BadColumn::Unknown(name) | BadColumn::UnknownNear(name, _) => {
                    failure.naming_odd_sign(name)
                }
                _ => failure,
            })
        }
    };
    failure.hint("hint-many-columns")
}

/// The columns that are wrong, as many of them as anybody reads.
fn bad_columns(wrong: &[BadColumn], file: &str) -> Failure {
    const MOST: usize = 20;
    let shown = wrong.iter().take(MOST);
    let what = Failure::refused(message!("many-bad-columns", file));
    let failure = shown.fold(what, Failure::because);
    match wrong.len().saturating_sub(MOST) {
        0 => failure,
        more => failure.because(message!("many-more", more)),
    }
}

fn confirmed(file: &str, trial: &Trial, ctx: &mut Ctx) -> Attempt<bool> {
    ctx.ui.tell(Line::toned(Tone::Strong, file.to_owned()))?;
    for tally in trial.tallies.values() {
        let cases = ctx.say(counted("many-cases", tally.cases, ctx));
        let done = ctx.say(counted("many-steps-done", tally.done, ctx));
        let line = format!("{}: {cases}, {done}", tally.title);
        ctx.ui.tell_wrapped(&line, 2)?;
    }
    let all = trial.tallies.values().map(|tally| tally.cases).sum();
    let question = ctx.say(counted("many-confirm", all, ctx));
    let confirmed = ctx.prompt.confirm(&question, None)?;
    if !confirmed {
        ctx.ui.tell(ctx.words.say("many-not-opened"))?;
    }
    Ok(confirmed)
}

/// An opened case as JSON: the beginning of what `list` says of it, and its line in the table.
#[derive(Debug, Serialize)]
struct OpenedJson<'a> {
    case: &'a CaseRef,
    routine: &'a RoutineId,
    version: &'a str,
    status: &'static str,
    opened: NaiveDate,
    line: u64,
}

fn tell_opened(opened: &[OpenedLine], ctx: &mut Ctx) -> Attempt {
    let today = ctx.today();
    let mut rows = ctx.ui.rows(&ctx.words);
    for case in opened {
        let routine = &case.loaded.routine;
        rows.add(&OpenedJson {
            case: &case.reference,
            routine: &routine.id,
            version: &routine.version,
            status: "open",
            opened: today,
            line: case.number,
        })?;
    }
    rows.end()?;
    ctx.emit_read(|ctx| {
        let count = counted("told-opened-many", opened.len() as u64, ctx);
        let mut page = Page::default();
        page.hanging(0, ctx.say(count.with("cases", references(opened))));
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
fn references(cases: &[OpenedLine]) -> String {
    const FEW: usize = 5;
    match cases {
        [first, .., last] if cases.len() > FEW => {
            format!("{} – {}", first.reference, last.reference)
        }
        few => joined(", ", few.iter().map(|case| case.reference.to_string())),
    }
}
