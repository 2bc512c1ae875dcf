//! `list`: the cases.

use crate::commands::prelude::*;
use crate::desk::selection::{self, each_heading};
use crate::store::CaseSummary;
use crate::view::CaseName;

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "stängda", alias = "stangda")]
    closed: bool,
    #[arg(long, alias = "alla")]
    all: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let (filter, none) = match (args.all, args.closed) {
        (true, _) => (CaseFilter::All, "list-none-open"),
        (false, true) => (CaseFilter::Closed, "list-none-closed"),
        (false, false) => (CaseFilter::Open, "list-none-open"),
    };
    if args.all {
        let log = ctx.desk.read(|reading| Ok(reading.log()?))?;
        file_log::show_removals(ctx, &log.unwrap_or_default(), true)?;
    }
    of_cases(ctx, filter, (none, None), |_| true)
}

/// The cases asked for, and below them what to type; or what `none` says.
pub(super) fn of_cases(
    ctx: &mut Ctx,
    filter: CaseFilter,
    (none, below): (&'static str, Option<&'static str>),
    wanted: impl Fn(&CaseSummary) -> bool,
) -> Attempt {
    selection::answer(
        ctx,
        |reading, ctx, rows| {
            // Which cases are open is no matter of planning, so these sums are always good.
            let totals = reading.totals()?;
            each_heading(ctx, reading, filter, |heading| {
                if !wanted(&heading) {
                    return Ok(());
                }
                let title = match rows.shows_next() {
                    true => ctx
                        .desk
                        .routine(&heading.text_hash, reading)?
                        .name()
                        .to_owned(),
                    false => String::new(),
                };
                rows.add(&CaseLine::of(heading, title, ctx.today()))?;
                Ok(())
            })?;
            // Whoever reads is told how a first case is opened, and a program gets a list, though the sums may be wrong.
            let is_empty = rows.count == 0 && totals.open_cases + totals.closed_cases == 0;
            Ok((!is_empty).then_some(()))
        },
        |ctx, read, ()| match read.count {
            0 => Page::running(ctx.say(none)),
            _ => {
                let mut page = read.page("list-more", &ctx.words);
                page.section(below.map(|id| ctx.say(id)));
                page
            }
        },
    )
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
    /// The routine's, as people call it.
    #[serde(skip)]
    title: String,
    #[serde(skip)]
    today: NaiveDate,
}

impl CaseLine {
    fn name(&self) -> CaseName<'_> {
        CaseName {
            reference: &self.case,
            code_word: self.code_word.as_deref(),
        }
    }

    fn of(heading: CaseSummary, title: String, today: NaiveDate) -> Self {
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
            today,
        }
    }
}

columns! { CaseLine, |line, words|
    let overdue = match line.overdue {
        0 => String::new(),
        count => say!(words, "steps", count),
    };
    let day = |day| words.short_date(day, line.today);
    let status = match line.status {
        "open" => "case-open",
        _ => "case-closed",
    };
    "heading-case" lines => line.name().to_string(),
    "list-routine" cut => line.title.as_str(),
    "list-opened" lines => day(line.opened),
    "heading-due" spare => line.next_due.map(day).unwrap_or_default(),
    "list-overdue" spare => Cell::toned(Tone::Bad, overdue),
    "report-standing" lines => words.say(status),
}
