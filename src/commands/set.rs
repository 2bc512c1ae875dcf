//! `set`: key dates, answers, owners, booked days, hidden whereabouts.

use std::slice;

use crate::commands::prelude::*;
use crate::commands::settable;
use crate::desk::cases::to_change;
use crate::desk::given::read_texts;
use crate::domain::code_word;
use crate::domain::typed::TypedDay;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[command(flatten)]
    facts: FactOptions,
    #[arg(
        long,
        value_name = "ID",
        alias = "startorsak",
        alias = "utlösare",
        alias = "utlosare"
    )]
    trigger: Option<TriggerId>,
    #[arg(long, value_name = "STEP=DATE", alias = "bokat", value_parser = values::step_day)]
    planned: Vec<(StepId, Option<TypedDay>)>,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], requires = "planned", value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
    #[arg(long, value_name = "FILE", alias = "läsår", alias = "lasar", value_parser = values::path())]
    calendar: Option<PathBuf>,
    #[arg(long, alias = "skydda", conflicts_with = "unprotect")]
    protect: bool,
    #[arg(long, alias = "oskydda")]
    unprotect: bool,
    #[arg(long, value_name = "WORD", alias = "kodord", conflicts_with_all = ["date", "answer", "role", "takes", "trigger", "planned", "calendar", "protect", "unprotect"])]
    code_word: Option<String>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    if let Some(word) = &args.code_word {
        return set_code_word(ctx, &args.case, word);
    }
    let says_nothing = args.facts.is_empty()
        && args.planned.is_empty()
        && args.trigger.is_none()
        && args.calendar.is_none()
        && !(args.protect || args.unprotect);
    if says_nothing && !ctx.can_ask {
        return Err(Failure::usage("usage-set-what").hint("hint-set-what"));
    }
    let calendar = args.calendar.as_ref();
    let calendar = calendar
        .map(|path| ctx.desk.school_calendar(path))
        .transpose()?;
    let mut facts = args.facts.clone();
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    let mut trigger = args.trigger.clone();
    if says_nothing {
        (facts, trigger) = settable::ask(ctx, &opened)?;
        if facts.is_empty() && trigger.is_none() {
            return Ok(ctx.ui.print(ctx.say("told-nothing-changed"))?);
        }
    }
    let (routine, today) = (&opened.routine, ctx.today());
    let refused = |refusal| opened.refusals(&ctx.words).failure(&refusal);
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
    let cases = slice::from_ref(&opened.reference);
    let edit = |draft: &mut Draft<'_>| {
        if let Some(calendar) = &calendar {
            draft.set_school_calendar(calendar.clone())?;
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
    };
    let booked = planned.iter().map(|(step, _)| step);
    for changed in &StepEdit::new(cases, booked, args.round).record_or_ask(ctx, edit, None)? {
        feedback::case_line(ctx, changed)?;
        if changed.is_empty() {
            ctx.ui.print(ctx.say("told-stood-so"))?;
            continue;
        }
        ctx.ui.print(ctx.say("told-set"))?;
        let review = changed.decision.case.protection_review();
        if let Some(review) = review.filter(|_| args.protect) {
            ctx.print_say(message!("told-hidden", date = review))?;
        }
        feedback::consequences(ctx, changed, None)?;
    }
    Ok(())
}

/// It is no event: only this file calls the case so, and whoever gets the case's history is not told.
fn set_code_word(ctx: &mut Ctx, typed: &str, word: &str) -> Attempt {
    ctx.desk.refuse_number(word, "place-setting")?;
    ctx.desk.check_recorder()?;
    let case = to_change(ctx, typed, CaseFilter::Open)?;
    if let Some((on, _)) = case.case.closed {
        return Err(case.refused(&Refusal::CaseClosed { on }, &ctx.words));
    }
    let word = ctx.desk.in_its_case(case.reference.as_str(), |change| {
        let mut others = code_word::candidates(word);
        let others: Vec<_> = others.by_ref().take(SUGGESTED).collect();
        let refused = |id| {
            let what = message!(id, given = word);
            let failure = Failure::refused(what).naming_odd_sign(word);
            Err(failure.choices(&others))
        };
        let Some(word) = code_word::meant(word) else {
            return refused("code-word-unknown");
        };
        let was = change.read().code_word_of(case.id)?;
        if !change.set_code_word(case.id, &word)? {
            return refused("code-word-taken");
        }
        // By its number in the file, as all that the file's own log says of a case.
        let detail = json!({ "case": case.id.number(), "was": was, "word": word });
        change.log(&file_log::entry(ctx, "code-word", detail))?;
        Ok(word)
    })?;
    Ok(ctx.print_say(message!("told-code-word", case = case.reference, word))?)
}

/// So many words are named to one who has typed none.
const SUGGESTED: usize = 5;
