//! Asking what case is to be opened. Nothing is stored before it is opened; Ctrl-C prints the line that goes on
//! where it stopped.

use chrono::Datelike;

use crate::commands::support::asking::{self, NoDay};
use crate::commands::support::{case_file, routines};
use crate::ctx::Ctx;
use crate::domain::condition::{Truth, holds};
use crate::domain::ids::CaseRef;
use crate::domain::routine::{Ask, Responsible, Routine, RoutineStatus};
use crate::error::Failure;
use crate::routine_file::Loaded;
use crate::ui::prompt::{Asked, Unasked};
use crate::ui::wording::Titles;
use crate::ui::{Line, Tone};

use super::resume::resume_line;
use super::wanted::Wanted;
use super::{Args, checked_reference, wanted};

/// What somebody wants to open; `None` when they think better of it.
pub(super) fn wanted(args: &Args, ctx: &mut Ctx) -> Result<Option<Wanted>, Failure> {
    let mut given = args.clone();
    match ask_all(&mut given, ctx) {
        Ok(wanted) => Ok(wanted),
        Err(Stopped::Failure(failure)) => Err(failure),
        Err(Stopped::Unasked(Unasked::Interrupted)) => {
            ctx.ui.tell("")?;
            ctx.ui.tell(ctx.words.say("new-case-stopped", &[]))?;
            ctx.ui.tell(format!("  {}", resume_line(&given)))?;
            Err(Failure::left())
        }
        Err(Stopped::Unasked(unasked)) => Err(unasked.into()),
    }
}

/// Why the questions ended early.
enum Stopped {
    Failure(Failure),
    Unasked(Unasked),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Unasked> for Stopped {
    fn from(unasked: Unasked) -> Self {
        Self::Unasked(unasked)
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::Failure(error.into())
    }
}

/// Asks for what is not given, one thing at a time; what is answered is put into `given` at once.
fn ask_all(given: &mut Args, ctx: &mut Ctx) -> Result<Option<Wanted>, Stopped> {
    let loaded = ask_routine(given, ctx)?;
    let routine = &loaded.routine;
    ask_trigger(given, routine, ctx)?;
    ask_reference(given, ctx)?;
    ask_dates(given, routine, ctx)?;
    ask_questions(given, &loaded, ctx)?;
    ask_owners(given, routine, ctx)?;
    let wanted = Wanted::from_options(given, ctx)?;
    // What cannot be opened is said before anybody is asked to confirm it.
    wanted.decide(ctx)?;
    summary(given, routine, ctx)?;
    let question = ctx.words.say("new-case-confirm", &[]);
    if ctx.yes || ctx.prompt.confirm(&question, true)? {
        return Ok(Some(wanted));
    }
    ctx.ui.tell(ctx.words.say("new-case-not-opened", &[]))?;
    ctx.ui.tell(format!("  {}", resume_line(given)))?;
    Ok(None)
}

fn ask_routine(given: &mut Args, ctx: &mut Ctx) -> Result<Loaded, Stopped> {
    if let Some(id) = &given.routine {
        return Ok(wanted::active(ctx, id)?);
    }
    let mut usable: Vec<Loaded> = routines::library(ctx)?
        .all()
        .filter_map(|entry| entry.result.ok())
        .filter(|loaded| loaded.routine.status == RoutineStatus::Active)
        .collect();
    // Those for a placed child first: most cases are.
    usable.sort_by_key(|loaded| !loaded.routine.placed_child);
    for loaded in &usable {
        let routine = &loaded.routine;
        let line = Line::toned(Tone::Strong, routine.title.clone());
        ctx.ui.tell(line)?;
        let summary = routine
            .summary
            .as_deref()
            .unwrap_or(&routine.source.document);
        let text = format!("  {} · {summary}", routine.source.publisher);
        ctx.ui.tell_wrapped(&text, 2)?;
    }
    let titles: Vec<String> = usable.iter().map(|l| l.routine.title.clone()).collect();
    let place = ctx
        .prompt
        .select(&ctx.words.say("new-case-routine", &[]), &titles, 0)?;
    let loaded = usable.swap_remove(place.min(usable.len().saturating_sub(1)));
    given.routine = Some(loaded.routine.id.clone());
    Ok(loaded)
}

fn ask_trigger(given: &mut Args, routine: &Routine, ctx: &mut Ctx) -> Asked<()> {
    if given.trigger.is_some() || routine.triggers.is_empty() {
        return Ok(());
    }
    let mut options: Vec<String> = routine.triggers.iter().map(|t| t.title.clone()).collect();
    options.push(ctx.words.say("ask-answer-later", &[]));
    let question = ctx.words.say("new-case-trigger", &[]);
    let place = ctx.prompt.select(&question, &options, 0)?;
    given.trigger = routine
        .triggers
        .get(place)
        .map(|trigger| trigger.id.clone());
    Ok(())
}

fn ask_reference(given: &mut Args, ctx: &mut Ctx) -> Result<(), Stopped> {
    if given.reference.is_some() {
        return Ok(());
    }
    let year = ctx.today().year();
    let next = case_file::read(ctx, |reading| Ok(reading.next_reference(year)?))?;
    let next = next.unwrap_or_else(|| CaseRef::from(format!("{year}-001")));
    let words = std::rc::Rc::clone(&ctx.words);
    ctx.ui
        .tell_wrapped(&words.say("new-case-reference-why", &[]), 0)?;
    let check = |text: &str| match checked_reference(text) {
        Ok(_) => Ok(()),
        Err(_) => Err(words.say(
            "refused-bad-reference",
            &[("given", text.to_owned().into())],
        )),
    };
    let question = words.say("new-case-reference", &[]);
    given.reference = Some(ctx.prompt.text(&question, Some(next.as_str()), &check)?);
    Ok(())
}

fn ask_dates(given: &mut Args, routine: &Routine, ctx: &mut Ctx) -> Asked<()> {
    let at_start = routine
        .key_dates
        .iter()
        .filter(|date| date.ask == Ask::AtStart);
    for date in at_start {
        if given.facts.date.iter().any(|(known, _)| *known == date.id) {
            continue;
        }
        let no_day = if date.required {
            NoDay::Refused
        } else {
            NoDay::NotYet
        };
        let day = asking::day(ctx, &date.title, None, no_day, None)?;
        given.facts.date.push((date.id.clone(), day));
    }
    Ok(())
}

fn ask_questions(given: &mut Args, loaded: &Loaded, ctx: &mut Ctx) -> Result<(), Stopped> {
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
        let answer = asking::answer(ctx, question, None, true)?;
        given.facts.answer.push((question.id.clone(), answer));
    }
    Ok(())
}

fn ask_owners(given: &mut Args, routine: &Routine, ctx: &mut Ctx) -> Asked<()> {
    if !given.facts.role.is_empty() || routine.roles.is_empty() {
        return Ok(());
    }
    let question = ctx.words.say("new-case-owners", &[]);
    if !ctx.prompt.confirm(&question, false)? {
        return Ok(());
    }
    let answers_for_something = |role: &&crate::domain::routine::Role| {
        let in_step = |responsible: &Responsible| responsible.roles().contains(&role.id);
        routine.steps().any(|(_, step)| in_step(&step.responsible))
    };
    for role in routine.roles.iter().filter(answers_for_something) {
        let question = format!("{} {}", role.title, ctx.words.say("ask-skip", &[]));
        let who = ctx.prompt.text(&question, None, &|_| Ok(()))?;
        if !who.is_empty() {
            given.facts.role.push((role.id.clone(), Some(who)));
        }
    }
    Ok(())
}

/// What will be opened, before it is.
fn summary(given: &Args, routine: &Routine, ctx: &mut Ctx) -> Result<(), Stopped> {
    let titles = Titles::of(routine);
    let words = std::rc::Rc::clone(&ctx.words);
    ctx.ui.tell("")?;
    let reference = given.reference.clone().unwrap_or_default();
    let heading = Line::toned(Tone::Strong, reference);
    ctx.ui
        .tell(heading.and(Tone::Plain, format!(" · {}", routine.title)))?;
    let mut facts: Vec<(String, String)> = Vec::new();
    if let Some(trigger) = &given.trigger {
        facts.push((words.say("fact-trigger", &[]), titles.trigger(trigger)));
    }
    for (date, on) in &given.facts.date {
        let on = on.map(|on| words.date(on));
        let on = on.unwrap_or_else(|| words.say("not-known-yet", &[]));
        facts.push((titles.key_date(date), on));
    }
    for (question, answer) in &given.facts.answer {
        let answer = answer.as_ref().map(|answer| words.answer(answer));
        let answer = answer.unwrap_or_else(|| words.say("not-known-yet", &[]));
        facts.push((titles.question(question), answer));
    }
    for (role, who) in &given.facts.role {
        facts.push((titles.role(role), who.clone().unwrap_or_default()));
    }
    for (label, value) in facts {
        ctx.ui.tell_wrapped(&format!("{label}: {value}"), 2)?;
    }
    Ok(())
}
