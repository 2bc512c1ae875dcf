//! `set`: key dates, answers, owners, booked days, hidden whereabouts.

use std::path::PathBuf;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::cases::to_change;
use crate::desk::facts::{FactOptions, read_texts};
use crate::desk::{asking, feedback};
use crate::domain::ids::{StepId, TriggerId};
use crate::domain::typed::TypedDay;
use crate::error::{Failure, Outcome};
use crate::store::Among;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[command(flatten)]
    pub(crate) facts: FactOptions,
    #[arg(
        long,
        value_name = "ID",
        alias = "utlösare",
        alias = "utlosare",
        alias = "startorsak"
    )]
    pub(crate) trigger: Option<TriggerId>,
    #[arg(long, value_name = "STEP=DATE", alias = "bokat", value_parser = values::step_day)]
    pub(crate) planned: Vec<(StepId, Option<TypedDay>)>,
    #[arg(long, value_name = "FILE", alias = "läsår", alias = "lasar")]
    pub(crate) calendar: Option<PathBuf>,
    #[arg(long, alias = "skydda", conflicts_with = "unprotect")]
    pub(crate) protect: bool,
    #[arg(long, alias = "oskydda")]
    pub(crate) unprotect: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let says_nothing = args.facts.is_empty()
        && args.planned.is_empty()
        && args.trigger.is_none()
        && args.calendar.is_none()
        && !(args.protect || args.unprotect);
    if says_nothing {
        return Err(Failure::usage("usage-set-what").hint("hint-set-what"));
    }
    let calendar = args.calendar.as_ref();
    let calendar = calendar
        .map(|path| ctx.desk.school_calendar(path))
        .transpose()?;
    let mut facts = args.facts.clone();
    let opened = to_change(ctx, &args.case, Among::Open)?;
    let (routine, today) = (&opened.routine, ctx.today());
    let refused = |refusal| opened.refusals(&ctx.words).failure(&refusal);
    let mut trigger = args.trigger.clone();
    let mut planned = Vec::new();
    let mut settle = || {
        facts.settle(routine)?;
        for (step, on) in &args.planned {
            planned.push((routine.step_meant(step)?, on.map(|on| on.on(today))));
        }
        if let Some(trigger) = &mut trigger {
            *trigger = routine.trigger_meant(trigger)?;
        }
        Ok(())
    };
    settle().map_err(refused)?;
    read_texts(ctx, routine, &mut facts.answer)?;
    for (_, on) in &facts.date {
        asking::tell_typed(ctx, *on)?;
    }
    let changed = ctx.desk.edit(opened.reference.as_str(), |draft| {
        if let Some(calendar) = calendar {
            draft.set_school_calendar(calendar)?;
        }
        if let Some(trigger) = &trigger {
            draft.set_trigger(Some(trigger).filter(|id| !id.as_str().is_empty()))?;
        }
        facts.add_to(draft)?;
        for (step, on) in &planned {
            draft.book(step, *on)?;
        }
        if args.protect || args.unprotect {
            draft.protect(args.protect)?;
        }
        Ok(())
    })?;
    feedback::case_line(ctx, &changed)?;
    if changed.is_empty() {
        ctx.ui.print(ctx.say("told-stood-so"))?;
        return Ok(Outcome::Fine);
    }
    ctx.ui.print(ctx.say("told-set"))?;
    feedback::bookings(ctx, &changed)?;
    if let Some(review) = changed
        .decision
        .case
        .protection_review()
        .filter(|_| args.protect)
    {
        ctx.print_say(message!("told-hidden", date = review))?;
    }
    feedback::consequences(ctx, &changed, None)?;
    Ok(Outcome::Fine)
}
