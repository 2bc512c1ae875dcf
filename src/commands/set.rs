//! `set`: key dates, answers, owners, booked days, hidden whereabouts.

use std::slice;

use crate::commands::prelude::*;
use crate::desk::given::read_texts_in;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    facts: FactOptions,
    #[arg(
        long,
        value_name = "ID",
        alias = "utlösare",
        alias = "utlosare",
        alias = "startorsak"
    )]
    trigger: Option<TriggerId>,
    #[arg(long, value_name = "STEP=DATE", alias = "bokat", value_parser = values::step_day)]
    planned: Vec<(StepId, Option<NaiveDate>)>,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], requires = "planned", value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
    #[arg(long, value_name = "FILE", alias = "läsår", alias = "lasar")]
    calendar: Option<PathBuf>,
    #[arg(long, alias = "skydda", conflicts_with = "unprotect")]
    protect: bool,
    #[arg(long, alias = "oskydda")]
    unprotect: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
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
    let cases = slice::from_ref(&args.case);
    read_texts_in(ctx, cases, &mut facts.answer)?;
    let edit = |draft: &mut Draft<'_>| {
        if let Some(calendar) = &calendar {
            draft.set_school_calendar(calendar.clone())?;
        }
        if let Some(trigger) = &args.trigger {
            draft.set_trigger(Some(trigger).filter(|id| !id.as_str().is_empty()))?;
        }
        facts.add_to(draft)?;
        for (step, on) in &args.planned {
            draft.book(step, *on)?;
        }
        if args.protect || args.unprotect {
            draft.protect(args.protect)?;
        }
        Ok(())
    };
    let booked = args.planned.iter().map(|(step, _)| step);
    for changed in &StepEdit::new(cases, booked, args.round).record_or_ask(ctx, edit, None)? {
        feedback::case_line(ctx, changed)?;
        if changed.is_empty() {
            ctx.ui.print(ctx.say("told-stood-so"))?;
            continue;
        }
        ctx.ui.print(ctx.say("told-set"))?;
        feedback::bookings(ctx, changed)?;
        let review = changed.decision.case.protection_review();
        if let Some(review) = review.filter(|_| args.protect) {
            ctx.print_say(message!("told-hidden", date = review))?;
        }
        feedback::consequences(ctx, changed, None)?;
    }
    Ok(())
}
