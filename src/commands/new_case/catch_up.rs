//! A case that is already running: which of the steps whose date has passed are done, and when.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::domain::decide::is_required_now;
use crate::domain::ids::StepId;
use crate::domain::plan::Plan;
use crate::domain::routine::{Routine, Step};
use crate::domain::typed::Tense;
use crate::error::Failure;

use super::request::{CaseOpening, CaseRequest};

/// Asks about each step whose date has passed, unless it has been told already. A step that is not done, or of which
/// nobody knows, stays open and late like any other.
pub(super) fn ask(
    given: &mut CaseRequest,
    routine: &Routine,
    ctx: &mut Ctx,
) -> Result<(), Failure> {
    let mut asked: BTreeSet<StepId> = given.done.iter().map(|(step, _)| step.clone()).collect();
    let mut is_first = true;
    while let Some((step, due)) = next_passed(given, routine, &asked, ctx)? {
        if std::mem::take(&mut is_first) {
            ctx.ui.tell("")?;
            ctx.tell_say("catch-up")?;
        }
        asked.insert(step.id.clone());
        let title = ctx.words.of(routine).step(&step.id);
        let question = format!("{title}, {}", ctx.words.no_later_than(due));
        let options = ["catch-up-done", "catch-up-not-done", "catch-up-not-known"];
        let options = options.map(|id| ctx.say(id));
        if ctx.prompt.select(&question, &options, options.len() - 1)? == 0 {
            ask_done(given, routine, step, ctx)?;
        }
    }
    Ok(())
}

/// The first step whose date has passed, that is to be done and has not been asked about.
fn next_passed<'r>(
    given: &CaseRequest,
    routine: &'r Routine,
    asked: &BTreeSet<StepId>,
    ctx: &Ctx,
) -> Result<Option<(&'r Step, NaiveDate)>, Failure> {
    let case = CaseOpening::of(given, ctx)?.decide(ctx)?.case;
    let plan = Plan::of(routine, &case, ctx.today());
    let passed = plan.rows.iter().find_map(|row| {
        let due = row.dates.due.filter(|due| *due < ctx.today())?;
        let step = routine.step(&row.step)?;
        let is_wanted = row.status.is_to_do() && !step.optional && !asked.contains(&step.id);
        is_wanted.then_some((step, due))
    });
    Ok(passed)
}

/// The day, and what must be answered for the step to be done. What cannot stand is said, and the step stays open.
fn ask_done(
    given: &mut CaseRequest,
    routine: &Routine,
    step: &Step,
    ctx: &mut Ctx,
) -> Result<(), Failure> {
    let mut tried = given.clone();
    let case = CaseOpening::of(given, ctx)?.decide(ctx)?.case;
    for question in routine.questions_of(step) {
        if is_required_now(&case, question)
            && !case.answers.contains_key(&question.id)
            && let Some(answer) = asking::answer(ctx, question, None, false)?
        {
            tried.facts.answer.push((question.id.clone(), Some(answer)));
        }
    }
    let question = ctx.say("walk-which-day");
    let on = asking::day(ctx, &question, None, NoDay::Unknown, Tense::Past)?;
    tried.done.push((step.id.clone(), on.map(Into::into)));
    given.adopt(tried, ctx)?;
    Ok(())
}
