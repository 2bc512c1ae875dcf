//! `show`: the whole checklist of a case.

use std::rc::Rc;

use crate::commands::support::cases;
use crate::commands::support::routines::OpenedCase;
use crate::commands::support::rows::rows_as_json;
use crate::ctx::Ctx;
use crate::domain::decide::may_close;
use crate::error::{Failure, Outcome};
use crate::export::CaseJson;
use crate::ui::Checklist;

/// What `show` was told.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The case: its reference or an unambiguous beginning of it.
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
}

/// Runs `show`.
///
/// # Errors
/// When the case cannot be read.
pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let opened = cases::read(ctx, &args.case)?;
    if ctx.is_json() {
        let json = json(ctx, &opened);
        ctx.ui.print_json(&json)?;
        return Ok(Outcome::Fine);
    }
    print(ctx, &opened)?;
    Ok(Outcome::Fine)
}

fn json(ctx: &Ctx, opened: &OpenedCase) -> CaseJson {
    let plan = opened.plan(ctx.today());
    let may_close = may_close(&opened.routine, &opened.case, &plan);
    let standing = opened.standing(ctx.today());
    let steps = rows_as_json(ctx, opened, &standing.rows);
    let undecided = standing.questions();
    CaseJson::new(
        &opened.reference,
        &opened.case,
        ctx.today(),
        may_close,
        undecided,
        steps,
    )
}

/// Prints a case for people: heading, facts, steps, what is not shown, the routine's notice.
pub(crate) fn print(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let standing = opened.standing(ctx.today());
    let heading = opened.heading(&words);
    ctx.ui.print(heading.line())?;
    ctx.ui.print_wrapped(&heading.clock(ctx.today()), 0)?;
    for (label, value) in heading.facts() {
        ctx.ui.print_wrapped(&format!("{label}: {value}"), 2)?;
    }
    ctx.ui.print("")?;
    let checklist = Checklist {
        routine: &opened.routine,
        case: &opened.case,
        rows: &standing.rows,
        today: ctx.today(),
        words: &words,
    };
    ctx.ui.print_table(&checklist.table())?;
    let left_out = checklist.left_out();
    if !left_out.is_empty() {
        ctx.ui.print("")?;
    }
    for line in left_out {
        ctx.ui.print_wrapped(&line, 2)?;
    }
    if let Some(notice) = &opened.routine.notice {
        ctx.ui.print("")?;
        ctx.ui.print_wrapped(notice, 0)?;
    }
    Ok(())
}
