//! `show`: the whole checklist of a case.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::step_json::steps_of_case;
use crate::domain::condition::Missing;
use crate::domain::decide::{late_steps, may_close};
use crate::domain::report::Standing;
use crate::error::{Failure, Outcome};
use crate::export::CaseJson;
use crate::ui::Checklist;
use crate::ui::wording::Titles;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let opened = ctx.desk.case(&args.case)?;
    if ctx.is_json() {
        return ctx.print_json(&json(ctx, &opened));
    }
    print(ctx, &opened)?;
    Ok(Outcome::Fine)
}

pub(crate) fn json(ctx: &Ctx, opened: &OpenedCase) -> CaseJson {
    let plan = opened.plan(ctx.today());
    let may_close = may_close(&opened.routine, &opened.case, &plan)
        && late_steps(&opened.routine, &plan, ctx.today()).is_empty();
    let standing = opened.standing(ctx.today());
    let steps = steps_of_case(opened, &standing.rows, ctx.today(), &ctx.words);
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

pub(crate) fn print(ctx: &mut Ctx, opened: &OpenedCase) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let standing = opened.standing(ctx.today());
    let heading = opened.heading(&words);
    ctx.ui.print_fitted(heading.line())?;
    ctx.ui.print_wrapped(&heading.clock(ctx.today()), 0)?;
    for (label, value) in heading.facts(ctx.today()) {
        let colon = if label.ends_with('?') { "" } else { ":" };
        ctx.ui
            .print_wrapped(&format!("{label}{colon} {value}"), 2)?;
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
    let below: Vec<String> = checklist.explanation().into_iter().collect();
    let left_out = [below, checklist.left_out()].concat();
    if !left_out.is_empty() {
        ctx.ui.print("")?;
    }
    for line in left_out {
        ctx.ui.print_wrapped(&line, 2)?;
    }
    tell_what_is_missing(ctx, opened, &standing)?;
    if let Some(notice) = &opened.routine.notice {
        ctx.ui.print("")?;
        ctx.ui.print_wrapped(notice, 0)?;
    }
    Ok(())
}

/// What somebody could tell, and how to: a line for each date and answer that steps wait for.
fn tell_what_is_missing(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
) -> Result<(), Failure> {
    let titles = Titles::of(&opened.routine);
    let missing: BTreeSet<&Missing> = standing.missing().collect();
    let case = opened.reference.to_string();
    for (place, missing) in missing.into_iter().enumerate() {
        let (id, title, what) = match missing {
            Missing::Trigger => ("tell-trigger", ctx.words.say("fact-trigger"), String::new()),
            Missing::Date(id) => ("tell-date", titles.key_date(id), id.to_string()),
            Missing::Question(id) => ("tell-answer", titles.question(id), id.to_string()),
            Missing::SchoolCalendar => (
                "tell-calendar",
                ctx.words.missing(missing, titles),
                String::new(),
            ),
            Missing::Step(_) => continue,
        };
        if place == 0 {
            ctx.ui.print("")?;
            ctx.ui.print(ctx.words.say("tell-missing"))?;
        }
        ctx.ui
            .print_wrapped(&say!(ctx, id, title, case, id = what), 2)?;
    }
    Ok(())
}
