//! Asking what case is to be opened. Nothing is stored before it is opened; Ctrl-C prints the line that goes on
//! where it stopped.

use std::rc::Rc;

use chrono::Datelike;

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::given_text;
use crate::domain::condition::{Truth, holds};
use crate::domain::identity_number::resembles_identity_number;
use crate::domain::ids::CaseRef;
use crate::domain::routine::{Ask, KeyDate, Responsible, Routine};
use crate::error::Failure;
use crate::routine_file::Loaded;
use crate::ui::prompt::Asked;

use super::resume::{self, resume_line};
use super::wanted::Wanted;
use super::{Args, catch_up, checked_reference, pick};

/// What somebody wants to open, and the options that say the same; `None` when they think better of it.
pub(super) fn wanted(args: &Args, ctx: &mut Ctx) -> Result<Option<(Wanted, Args)>, Failure> {
    let mut given = args.clone();
    match ask_all(&mut given, ctx) {
        Ok(wanted) => Ok(wanted.map(|wanted| (wanted, given))),
        Err(failure) if failure.is_interruption() => {
            tell_resume_line(ctx, "new-case-stopped", &given)?;
            Err(Failure::left())
        }
        Err(failure) => Err(failure),
    }
}

pub(super) fn tell_resume_line(
    ctx: &mut Ctx,
    why: &'static str,
    given: &Args,
) -> Result<(), Failure> {
    ctx.ui.tell("")?;
    ctx.ui.tell(ctx.words.say(why))?;
    ctx.ui
        .tell(format!("  {}", resume_line(given, &ctx.typed_globals)))?;
    Ok(())
}

/// Asks for what is not given, one thing at a time; what is answered is put into `given` at once.
fn ask_all(given: &mut Args, ctx: &mut Ctx) -> Result<Option<Wanted>, Failure> {
    if let (Some(typed), None) = (&given.continues, &given.reason) {
        let old = ctx.desk.case(typed)?;
        given.reason = given_text::why_late(ctx, &old)?;
    }
    let loaded = pick::routine(given, ctx)?;
    let routine = &loaded.routine;
    ask_trigger(given, routine, ctx)?;
    ask_reference(given, ctx)?;
    ask_dates(given, routine, ctx)?;
    ask_questions(given, &loaded, ctx)?;
    catch_up::ask(given, routine, ctx)?;
    ask_owners(given, routine, ctx)?;
    ctx.ui.measure();
    let wanted = Wanted::from_options(given, ctx)?;
    // What cannot be opened is said before anybody is asked to confirm it.
    wanted.decide(ctx)?;
    resume::tell_summary(given, routine, ctx)?;
    let question = ctx.say("new-case-confirm");
    if ctx.prompt.confirm(&question, None)? {
        return Ok(Some(wanted));
    }
    tell_resume_line(ctx, "new-case-not-opened", given)?;
    Ok(None)
}

fn stands(given: &Args, ctx: &mut Ctx) -> Result<bool, Failure> {
    let refused = match Wanted::from_options(given, ctx) {
        Ok(wanted) => wanted.check(ctx).err(),
        Err(failure) => Some(failure),
    };
    let Some(failure) = refused else {
        return Ok(true);
    };
    asking::tell_failure(ctx, &failure)?;
    Ok(false)
}

fn ask_trigger(given: &mut Args, routine: &Routine, ctx: &mut Ctx) -> Asked<()> {
    if given.trigger.is_some() || routine.triggers.is_empty() {
        return Ok(());
    }
    let mut options: Vec<String> = routine.triggers.iter().map(|t| t.title.clone()).collect();
    options.push(ctx.say("ask-answer-later"));
    let question = ctx.say("new-case-trigger");
    let place = ctx
        .prompt
        .select(&question, &options, routine.triggers.len())?;
    given.trigger = routine
        .triggers
        .get(place)
        .map(|trigger| trigger.id.clone());
    Ok(())
}

fn ask_reference(given: &mut Args, ctx: &mut Ctx) -> Result<(), Failure> {
    if let Some(reference) = given.reference.take()
        && is_meant(&reference, ctx)?
    {
        given.reference = Some(reference);
        return Ok(());
    }
    let year = ctx.today().year();
    let next = ctx.desk.read(|reading| Ok(reading.next_reference(year)?))?;
    let next = next.unwrap_or_else(|| CaseRef::from(format!("{year}-001")));
    ctx.tell_say("new-case-reference-why")?;
    let question = ctx.words.say("new-case-reference");
    loop {
        let typed = ctx.prompt.text(&question, Some(next.as_str()), &|text| {
            asking::names_nobody(text, &ctx.words)
        })?;
        let why = match checked_reference(&typed) {
            Err(_) => "refused-bad-reference",
            Ok(reference) if is_taken(ctx, &reference)? => "new-case-reference-taken",
            Ok(_) if is_meant(&typed, ctx)? => {
                given.reference = Some(typed);
                return Ok(());
            }
            Ok(_) => continue,
        };
        ctx.tell_say(message!(why, given = typed))?;
    }
}

/// Whether a reference that looks much like an identity number is to be used all the same.
fn is_meant(reference: &str, ctx: &mut Ctx) -> Asked<bool> {
    if !resembles_identity_number(reference) {
        return Ok(true);
    }
    ctx.warn_say("reference-resembles")?;
    let question = ctx.say("reference-resembles-ask");
    ctx.prompt.confirm(&question, Some(false))
}

fn is_taken(ctx: &Ctx, wanted: &CaseRef) -> Result<bool, Failure> {
    let taken = ctx.desk.read(|reading| Ok(reading.is_taken(wanted)?))?;
    Ok(taken.unwrap_or(false))
}

fn ask_dates(given: &mut Args, routine: &Routine, ctx: &mut Ctx) -> Result<(), Failure> {
    let is_given = |date: &&KeyDate| given.facts.date.iter().any(|(known, _)| *known == date.id);
    let left: Vec<&KeyDate> = routine
        .key_dates
        .iter()
        .filter(|date| date.ask == Ask::AtStart && !is_given(date))
        .collect();
    if !left.is_empty() {
        ctx.tell_say("new-case-dates")?;
    }
    for date in left {
        let no_day = if date.required {
            NoDay::Refused
        } else {
            NoDay::NotYet
        };
        loop {
            let day = asking::day(ctx, &date.title, None, no_day, None)?;
            given.facts.date.push((date.id.clone(), day));
            if stands(given, ctx)? {
                break;
            }
            given.facts.date.pop();
        }
    }
    Ok(())
}

fn ask_questions(given: &mut Args, loaded: &Loaded, ctx: &mut Ctx) -> Result<(), Failure> {
    let at_start = loaded
        .routine
        .questions
        .iter()
        .filter(|q| q.ask == Ask::AtStart);
    for question in at_start {
        let is_given = given
            .facts
            .answer
            .iter()
            .any(|(known, _)| *known == question.id);
        let so_far = Wanted::from_options(given, ctx)?.decide(ctx)?;
        if is_given || holds(question.when.as_ref(), &so_far.case) != Truth::True {
            continue;
        }
        loop {
            let answer = asking::answer(ctx, question, None, true)?;
            given.facts.answer.push((question.id.clone(), answer));
            if stands(given, ctx)? {
                break;
            }
            given.facts.answer.pop();
        }
    }
    Ok(())
}

fn ask_owners(given: &mut Args, routine: &Routine, ctx: &mut Ctx) -> Result<(), Failure> {
    if !given.facts.role.is_empty() || routine.roles.is_empty() {
        return Ok(());
    }
    let question = ctx.say("new-case-owners");
    if !ctx.prompt.confirm(&question, Some(false))? {
        return Ok(());
    }
    let answers_for_something = |role: &&crate::domain::routine::Role| {
        let in_step = |responsible: &Responsible| responsible.roles().contains(&role.id);
        routine.steps().any(|(_, step)| in_step(&step.responsible))
    };
    for role in routine.roles.iter().filter(answers_for_something) {
        let question = format!("{} {}", role.title, ctx.say("ask-skip"));
        loop {
            let words = Rc::clone(&ctx.words);
            let check = |text: &str| asking::names_nobody(text, &words);
            let who = ctx.prompt.text(&question, None, &check)?;
            if who.is_empty() {
                break;
            }
            given.facts.role.push((role.id.clone(), Some(who)));
            if stands(given, ctx)? {
                break;
            }
            given.facts.role.pop();
        }
    }
    Ok(())
}
