//! Asking what case is to be opened. Nothing is stored before it is opened; Ctrl-C prints the line that goes on
//! where it stopped.

use chrono::Datelike;

use crate::commands::prelude::*;
use crate::desk::asking::NoDay;
use crate::domain::condition::Truth;
use crate::domain::decide::is_required_now;
use crate::domain::facts::holds;
use crate::domain::identity_number::resembles_identity_number;
use crate::domain::routine::Step;
use crate::domain::typed::Tense;
use crate::ui::prompt::{Asked, NOTHING};

use super::request::{CaseOpening, CaseRequest, active, checked_reference, settle};
use super::resume::{tell_resume_line, tell_summary};

/// Asks for all that is not given; whether somebody then wants to open it.
pub(super) fn ask(given: &mut CaseRequest, ctx: &mut Ctx) -> Attempt<bool> {
    let is_wanted = match ask_all(given, ctx) {
        Err(failure) if failure.is_interruption() => {
            tell_resume_line(ctx, "new-case-stopped", given)?;
            return Err(Failure::left());
        }
        asked => asked?,
    };
    if !is_wanted {
        tell_resume_line(ctx, "new-case-not-opened", given)?;
    }
    Ok(is_wanted)
}

/// One thing at a time; what is answered is put into `given` at once.
fn ask_all(given: &mut CaseRequest, ctx: &mut Ctx) -> Attempt<bool> {
    if let (Some(typed), None) = (&given.continues, &given.reason) {
        let old = ctx.desk.case(typed)?;
        given.reason = given::why_late(ctx, &old)?;
    }
    let loaded = ask_routine(given, ctx)?;
    let routine = &loaded.routine;
    settle(given, routine, ctx)?;
    if given.trigger.is_none() && !routine.triggers.is_empty() {
        given.trigger = asking::trigger(ctx, routine)?;
    }
    ask_reference(given, ctx)?;
    ask_dates(given, routine, ctx)?;
    ask_questions(given, routine, ctx)?;
    catch_up(given, routine, ctx)?;
    ask_owners(given, routine, ctx)?;
    ctx.ui.measure();
    // What cannot be opened is said before anybody is asked to confirm it.
    CaseOpening::of(given, ctx)?.decide(ctx)?;
    tell_summary(given, routine, ctx)?;
    let question = ctx.say("new-case-confirm");
    Ok(ctx.prompt.confirm(&question, None)?)
}

fn ask_routine(given: &mut CaseRequest, ctx: &mut Ctx) -> Attempt<Rc<Loaded>> {
    if let Some(id) = &given.routine {
        return active(ctx, id);
    }
    let library = ctx.desk.library()?;
    let loaded = library.all().filter_map(|(_, routine)| routine.ok());
    let mut usable: Vec<Loaded> = loaded
        .filter(|loaded| loaded.routine.status == RoutineStatus::Active)
        .collect();
    if usable.is_empty() {
        let none = Failure::refused("error-no-routine-active");
        return Err(none.hint("hint-routine-list"));
    }
    // Those for a placed child first: most cases are.
    usable.sort_by_key(|loaded| !loaded.routine.placed_child);
    // Title, publisher and what it is for: so short that all of them and the menu fit on a screen.
    for Loaded { routine, .. } in &usable {
        let title = Line::toned(Tone::Strong, routine.title.clone());
        let publisher = format!(" · {}", routine.source.publisher);
        ctx.ui.tell_cut(title.and(Tone::Plain, publisher))?;
        let summary = summary(routine);
        let lead = summary.split([':', '.']).next().unwrap_or(summary);
        ctx.ui.tell_indented(lead, 2)?;
    }
    let titles: Vec<String> = usable.iter().map(|l| l.routine.title.clone()).collect();
    let question = ctx.say("new-case-routine");
    let place = ctx.prompt.select(&question, &titles, NOTHING)?;
    let loaded = usable.swap_remove(place.min(usable.len() - 1));
    let routine = &loaded.routine;
    given.routine = Some(routine.id.clone());
    let text = format!("{}. {}", routine.source.publisher, summary(routine));
    ctx.ui.tell_wrapped(&text, 0)?;
    Ok(Rc::new(loaded))
}

fn summary(routine: &Routine) -> &str {
    let document = &routine.source.document;
    routine.summary.as_deref().unwrap_or(document)
}

fn ask_reference(given: &mut CaseRequest, ctx: &mut Ctx) -> Attempt {
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
        let is_taken = |reference| ctx.desk.read(|reading| Ok(reading.is_taken(reference)?));
        let why = match checked_reference(&typed) {
            Err(_) => "refused-bad-reference",
            Ok(reference) if is_taken(&reference)? == Some(true) => "new-case-reference-taken",
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

/// Asks until what is answered can stand.
fn until_it_stands(
    given: &mut CaseRequest,
    ctx: &mut Ctx,
    mut ask: impl FnMut(&mut CaseRequest, &mut Ctx) -> Asked<()>,
) -> Attempt {
    loop {
        let mut tried = given.clone();
        ask(&mut tried, ctx)?;
        if given.adopt(tried, ctx)? {
            return Ok(());
        }
    }
}

fn ask_dates(given: &mut CaseRequest, routine: &Routine, ctx: &mut Ctx) -> Attempt {
    let mut is_first = true;
    for date in &routine.key_dates {
        if date.ask != Ask::AtStart || is_known(&given.facts.date, &date.id) {
            continue;
        }
        if std::mem::take(&mut is_first) {
            ctx.tell_say("new-case-dates")?;
        }
        let no_day = match date.required {
            true => NoDay::Refused,
            false => NoDay::NotYet,
        };
        until_it_stands(given, ctx, |tried, ctx| {
            let day = asking::day(ctx, &date.title, None, no_day, Tense::Any)?;
            tried
                .facts
                .date
                .push((date.id.clone(), day.map(Into::into)));
            Ok(())
        })?;
    }
    Ok(())
}

fn ask_questions(given: &mut CaseRequest, routine: &Routine, ctx: &mut Ctx) -> Attempt {
    for question in &routine.questions {
        if question.ask != Ask::AtStart || is_known(&given.facts.answer, &question.id) {
            continue;
        }
        let so_far = CaseOpening::of(given, ctx)?.decide(ctx)?;
        if holds(question.when.as_ref(), &so_far.case) != Truth::True {
            continue;
        }
        until_it_stands(given, ctx, |tried, ctx| {
            let answer = asking::answer(ctx, question, None, true)?;
            tried.facts.answer.push((question.id.clone(), answer));
            Ok(())
        })?;
    }
    Ok(())
}

fn ask_owners(given: &mut CaseRequest, routine: &Routine, ctx: &mut Ctx) -> Attempt {
    if !given.facts.role.is_empty() || routine.roles.is_empty() {
        return Ok(());
    }
    let question = ctx.say("new-case-owners");
    if !ctx.prompt.confirm(&question, Some(false))? {
        return Ok(());
    }
    for role in &routine.roles {
        let mut steps = routine.steps().map(|step| step.responsible.roles());
        if !steps.any(|roles| roles.contains(&&role.id)) {
            continue;
        }
        let question = format!("{} {}", role.title, ctx.say("ask-skip"));
        until_it_stands(given, ctx, |tried, ctx| {
            let words = Rc::clone(&ctx.words);
            let check = |text: &str| asking::names_nobody(text, &words);
            let who = ctx.prompt.text(&question, None, &check)?;
            if !who.is_empty() {
                tried.facts.role.push((role.id.clone(), Some(who)));
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn is_known<I: PartialEq, V>(given: &[(I, V)], id: &I) -> bool {
    given.iter().any(|(known, _)| known == id)
}

/// Asks about each step whose date has passed, unless it has been told already. A step that is not done, or of which
/// nobody knows, stays open and late like any other.
fn catch_up(given: &mut CaseRequest, routine: &Routine, ctx: &mut Ctx) -> Attempt {
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
) -> Attempt<Option<(&'r Step, NaiveDate)>> {
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
fn ask_done(given: &mut CaseRequest, routine: &Routine, step: &Step, ctx: &mut Ctx) -> Attempt {
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
