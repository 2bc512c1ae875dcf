//! Asking what case is to be opened. Nothing is stored before it is opened; Ctrl-C prints the line that goes on
//! where it stopped.

use chrono::Datelike;

use crate::commands::prelude::*;
use crate::commands::settable::{ask_anew, settable, with_value};
use crate::desk::asking::NoDay;
use crate::domain::condition::Truth;
use crate::domain::decide::is_required_now;
use crate::domain::facts::holds;
use crate::domain::identity_number::resembles_identity_number;
use crate::domain::routine::{KeyDate, Step};
use crate::domain::typed::Tense;
use crate::ui::prompt::{Asked, NOTHING};

use super::request::{CaseOpening, CaseRequest, active, new_reference, settle};
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
    loop {
        tell_summary(given, routine, ctx)?;
        let question = ctx.say("new-case-confirm");
        let options = ["yes", "no", "new-case-change"].map(|id| ctx.say(id));
        match ctx.prompt.select(&question, &options, NOTHING)? {
            0 => return Ok(true),
            2 => change_line(given, routine, ctx)?,
            _ => return Ok(false),
        }
    }
}

/// Asks for one thing anew. What cannot stand is said, and stays as it was.
fn change_line(given: &mut CaseRequest, routine: &Routine, ctx: &mut Ctx) -> Attempt {
    let case = CaseOpening::of(given, ctx)?.decide(ctx)?.case;
    let here = ctx.words.of(routine);
    let reference = with_value(here, &ctx.say("fact-reference"), given.reference.clone());
    let (things, options): (Vec<_>, Vec<_>) = settable(here, routine, &case).into_iter().unzip();
    let options = [vec![reference], options].concat();
    let question = ctx.say("walk-change-what");
    let place = ctx.prompt.select(&question, &options, NOTHING)?;
    let Some(thing) = place.checked_sub(1).and_then(|place| things.get(place)) else {
        given.reference = None;
        return ask_reference(given, ctx);
    };
    let (facts, trigger) = ask_anew(ctx, thing, routine, &case)?;
    let mut tried = given.clone();
    replace(&mut tried.facts.date, facts.date);
    replace(&mut tried.facts.answer, facts.answer);
    replace(&mut tried.facts.role, facts.role);
    tried.trigger = trigger.or(tried.trigger);
    given.adopt(tried, ctx)?;
    Ok(())
}

fn replace<I: PartialEq, V>(said: &mut Vec<(I, V)>, newer: Vec<(I, V)>) {
    for (id, value) in newer {
        match said.iter_mut().find(|(known, _)| *known == id) {
            Some(known) => known.1 = value,
            None => said.push((id, value)),
        }
    }
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
    // A title that names whose it is needs no publisher beside it.
    let title = |Loaded { routine, .. }: &Loaded| match routine.title.contains(routine.name()) {
        true => routine.title.clone(),
        false => format!("{} · {}", routine.name(), routine.title),
    };
    let titles: Vec<String> = usable.iter().map(title).collect();
    let question = ctx.say("new-case-routine");
    let place = ctx.prompt.select(&question, &titles, NOTHING)?;
    let loaded = usable.swap_remove(place.min(usable.len() - 1));
    let routine = &loaded.routine;
    given.routine = Some(routine.id.clone());
    Ok(Rc::new(loaded))
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
    let question = ctx.words.say("new-case-reference");
    loop {
        let typed = ctx.prompt.text(&question, Some(next.as_str()), &|text| {
            asking::names_nobody(text, &ctx.words)
        })?;
        let is_taken = |reference| ctx.desk.read(|reading| Ok(reading.is_taken(reference)?));
        let why = match new_reference(&typed) {
            Err(Refusal::IdentityNumber(_)) => "ask-identity-number",
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

/// Whether a reference that may tell who the child is, or why it is placed, is to be used all the same.
fn is_meant(reference: &str, ctx: &mut Ctx) -> Asked<bool> {
    let why = match reference {
        number if resembles_identity_number(number) => "reference-resembles",
        text if tells_by_letters(text) => "reference-tells",
        _ => return Ok(true),
    };
    ctx.warn_say(why)?;
    let question = ctx.say("reference-resembles-ask");
    ctx.prompt.confirm(&question, Some(false))
}

/// Whether letters in it look like a name, or are those of a law: `LVU-Kalle07`.
fn tells_by_letters(reference: &str) -> bool {
    const LAWS: [&str; 5] = ["LVU", "LSU", "LVM", "LSS", "SOL"];
    let mut words = reference.split(|sign: char| !sign.is_alphabetic());
    words.any(|word| {
        let looks_like_name = word.chars().count() > 2 && word.chars().any(char::is_lowercase);
        looks_like_name || LAWS.contains(&word.to_uppercase().as_str())
    })
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

/// The required dates, and the others where somebody wants to tell them now.
fn ask_dates(given: &mut CaseRequest, routine: &Routine, ctx: &mut Ctx) -> Attempt {
    let dates = routine.key_dates.iter();
    let is_asked =
        |date: &&KeyDate| date.ask == Ask::AtStart && !is_known(&given.facts.date, &date.id);
    let (required, others): (Vec<_>, Vec<_>) =
        dates.filter(is_asked).partition(|date| date.required);
    if !required.is_empty() {
        ctx.tell_say("new-case-dates")?;
    }
    ask_each_date(given, &required, NoDay::Refused, ctx)?;
    if !others.is_empty() {
        let question = say!(ctx, "new-case-more-dates", count = others.len());
        if ctx.prompt.confirm(&question, Some(false))? {
            ask_each_date(given, &others, NoDay::NotYet, ctx)?;
        }
    }
    Ok(())
}

fn ask_each_date(
    given: &mut CaseRequest,
    dates: &[&KeyDate],
    no_day: NoDay,
    ctx: &mut Ctx,
) -> Attempt {
    for date in dates {
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
