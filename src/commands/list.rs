//! `list`: the cases.

use chrono::NaiveDate;
use serde::Serialize;

use crate::ctx::Ctx;
use crate::desk::file_log;
use crate::desk::lists::{each_heading, reading};
use crate::domain::ids::{CaseRef, RoutineId};
use crate::error::{Failure, Outcome};
use crate::store::{CaseFilter, CaseSummary};
use crate::ui::{Cell, Page, Tone, columns};
use crate::view::CaseName;

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "stängda", alias = "stangda")]
    pub(crate) closed: bool,
    #[arg(long, alias = "alla")]
    pub(crate) all: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let (filter, none) = match (args.all, args.closed) {
        (true, _) => (CaseFilter::All, "list-none-open"),
        (false, true) => (CaseFilter::Closed, "list-none-closed"),
        (false, false) => (CaseFilter::Open, "list-none-open"),
    };
    if args.all {
        let log = ctx.desk.read(|reading| Ok(reading.log()?))?;
        file_log::show_removals(ctx, &log.unwrap_or_default(), true)?;
    }
    let read = reading(ctx, |reading, ctx, ui| {
        // Which cases are open is no matter of planning, so these sums are always good.
        let totals = reading.totals()?;
        let mut rows = ui.rows(&ctx.words);
        each_heading(ctx, reading, filter, |heading| {
            let title = match rows.shows_next() {
                true => ctx.desk.routine(&heading.text_hash, reading)?.title.clone(),
                false => String::new(),
            };
            rows.add(&CaseLine::of(heading, title))?;
            Ok(())
        })?;
        // Whoever reads is told how a first case is opened, and a program gets a list, though the sums may be wrong.
        let is_empty = rows.is_empty() && totals.open_cases + totals.closed_cases == 0;
        match is_empty {
            true => Ok(None),
            false => Ok(Some(rows.end()?)),
        }
    })?;
    let Some(read) = read.flatten() else {
        return ctx.tell_no_cases();
    };
    ctx.emit_read(|ctx| {
        let mut page = Page::default();
        match read.count {
            0 => page.hanging(0, ctx.say(none)),
            _ => read.onto(&mut page, "list-more", &ctx.words),
        }
        page
    })
}

/// A case in a list.
#[derive(Debug, Serialize)]
struct CaseLine {
    case: CaseRef,
    code_word: Option<String>,
    routine: RoutineId,
    version: String,
    status: &'static str,
    opened: NaiveDate,
    /// Rows of its plan that apply or may come to.
    steps: u32,
    /// Open or blocked ones.
    to_do: u32,
    /// Done or skipped ones.
    ended: u32,
    overdue: u32,
    without_date: u32,
    without_owner: u32,
    unanswered: u32,
    next_due: Option<NaiveDate>,
    /// The routine's.
    #[serde(skip)]
    title: String,
}

impl CaseLine {
    fn name(&self) -> CaseName<'_> {
        CaseName {
            reference: &self.case,
            code_word: self.code_word.as_deref(),
        }
    }

    fn of(heading: CaseSummary, title: String) -> Self {
        let numbers = heading.numbers;
        Self {
            case: heading.reference,
            code_word: heading.code_word,
            routine: heading.routine,
            version: heading.version,
            status: if heading.open { "open" } else { "closed" },
            opened: heading.opened,
            steps: numbers.steps,
            to_do: numbers.to_do,
            ended: numbers.ended,
            overdue: heading.overdue,
            without_date: numbers.without_date,
            without_owner: numbers.without_owner,
            unanswered: numbers.unanswered,
            next_due: numbers.next_due.filter(|_| heading.open),
            title,
        }
    }
}

columns! { CaseLine, |line, words|
    let overdue = match line.overdue {
        0 => String::new(),
        count => say!(words, "steps", count),
    };
    let next_due = line.next_due.map(|due| words.date(due));
    let status = match line.status {
        "open" => "case-open",
        _ => "case-closed",
    };
    "heading-case" lines => line.name().to_string(),
    "list-routine" words => line.title.as_str(),
    "list-opened" lines => words.date(line.opened),
    "list-next" lines => next_due.unwrap_or_default(),
    "list-overdue" words => Cell::toned(Tone::Bad, overdue),
    "report-standing" words => words.say(status),
}
