//! The access log: a line beside the case file for each time a command opens a case, where it is switched on.
//!
//! It lies beside the file and not in it, because reading never writes the file. Its times are the real clock's
//! also under `--today`: what day it was pretended to be is no matter here.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::ctx::Ctx;
use crate::error::Failure;
use crate::files;
use crate::store::Reading;
use crate::ui::Tone;
use crate::ui::wording::io_fault_id;

use super::file_settings::{ACCESS_LOG, ON};
use super::recorder;

/// What a command sees of the case file, for the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The cases it is told of, one by one; perhaps none.
    Cases,
    /// All of them.
    All,
}

/// Stands in the log for all cases.
const ALL: &str = "*";

/// What is to be logged of the command that runs.
#[derive(Debug)]
pub(crate) struct Access {
    command: Cell<&'static str>,
    scope: Cell<Scope>,
    is_on: Cell<bool>,
    noted: RefCell<BTreeSet<String>>,
    failed: Cell<Option<ErrorKind>>,
}

/// A line of the log. Neither arguments nor anything that somebody has written.
#[derive(Serialize)]
struct AccessLine<'a> {
    at: &'a str,
    /// `None` for somebody who calls themselves by a personnummer.
    who: Option<&'a str>,
    command: &'a str,
    case: &'a str,
}

impl Access {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self {
            command: Cell::new(""),
            scope: Cell::new(Scope::Cases),
            is_on: Cell::new(false),
            noted: RefCell::default(),
            failed: Cell::new(None),
        }
    }

    /// Says which command runs, by its English name, and what it sees.
    pub(crate) fn begin(&self, command: &'static str, scope: Scope) {
        self.command.set(command);
        self.scope.set(scope);
    }
}

/// Where the log of a case file lies.
pub(crate) fn path_beside(file: &Path) -> PathBuf {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(".access.log");
    file.with_file_name(name)
}

/// The case file was opened: notes it for a command that sees all cases. A setting that cannot be read is on.
pub(crate) fn opened(ctx: &Ctx, reading: &Reading<'_>) {
    let setting = reading.setting(ACCESS_LOG);
    let is_on = setting.map_or(true, |setting| setting.as_deref() == Some(ON));
    ctx.access.is_on.set(is_on);
    if ctx.access.scope.get() == Scope::All {
        note(ctx, ALL);
    }
}

/// Notes that a case was opened, once for the whole command; nothing where the log is off.
pub(crate) fn note(ctx: &Ctx, case: &str) {
    let access = &ctx.access;
    if !access.is_on.get() || !access.noted.borrow_mut().insert(case.to_owned()) {
        return;
    }
    let line = AccessLine {
        at: &ctx.real_time(),
        who: recorder::is_allowed(ctx).then_some(ctx.who.as_str()),
        command: access.command.get(),
        case,
    };
    let written = match (ctx.db(), serde_json::to_string(&line)) {
        (Ok(file), Ok(line)) => files::append_line(&path_beside(&file), &line),
        _ => Err(ErrorKind::Other.into()),
    };
    if let Err(error) = written {
        access.failed.set(Some(error.kind()));
    }
}

/// Says so when the log could not be written. The command goes on: who cannot write a log must still see what is late.
pub(crate) fn tell_failure(ctx: &mut Ctx) -> Result<(), Failure> {
    let Some(kind) = ctx.access.failed.take() else {
        return Ok(());
    };
    let file = path_beside(&ctx.db()?).display().to_string();
    let gaps = [
        ("file", file.into()),
        ("cause", ctx.words.say(io_fault_id(kind), &[]).into()),
    ];
    let warning = ctx.words.say("access-log-failed", &gaps);
    ctx.ui.tell_toned_wrapped(Tone::Warn, &warning)?;
    Ok(())
}
