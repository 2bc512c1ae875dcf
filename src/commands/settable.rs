//! What of a case can be changed, asked for where `set` is told nothing.

use crate::commands::prelude::*;
use crate::desk::asking::NoDay;
use crate::domain::condition::Truth;
use crate::domain::facts::holds;
use crate::domain::routine::{KeyDate, Question, Role};
use crate::domain::typed::Tense;
use crate::ui::prompt::NOTHING;
use crate::ui::wording::Naming;

/// A fact of a case that somebody may set.
pub(super) enum Settable<'r> {
    Date(&'r KeyDate),
    Trigger,
    Answer(&'r Question),
    Holder(&'r Role),
}

/// Asks what is to be changed and to what. An empty answer changes nothing: neither is then given.
pub(super) fn ask(ctx: &mut Ctx, opened: &OpenedCase) -> Attempt<(FactOptions, Option<TriggerId>)> {
    let (routine, case) = (&*opened.routine, &opened.case);
    let all = settable(ctx.words.of(routine), routine, case);
    let (things, options): (Vec<_>, Vec<_>) = all.into_iter().unzip();
    ctx.ui.tell(opened.view(ctx).line())?;
    let question = ctx.say("walk-change-what");
    let place = ctx.prompt.select(&question, &options, NOTHING)?;
    match things.get(place) {
        Some(thing) => ask_anew(ctx, thing, routine, case),
        None => Ok((FactOptions::default(), None)),
    }
}

/// What a fact is now. An empty answer gives none.
pub(super) fn ask_anew(
    ctx: &mut Ctx,
    thing: &Settable<'_>,
    routine: &Routine,
    case: &Case,
) -> Attempt<(FactOptions, Option<TriggerId>)> {
    let mut facts = FactOptions::default();
    match thing {
        Settable::Date(date) => {
            let on = asking::day(ctx, &date.title, None, NoDay::NotYet, Tense::Any)?;
            let on = on.map(|on| (date.id.clone(), Some(on.into())));
            facts.date.extend(on);
        }
        Settable::Answer(question) => {
            let current = case.answer(&question.id);
            let answer = asking::answer(ctx, question, current, true)?;
            let answer = answer.map(|answer| (question.id.clone(), Some(answer)));
            facts.answer.extend(answer);
        }
        Settable::Holder(role) => {
            let words = Rc::clone(&ctx.words);
            let check = |text: &str| match text {
                "" => Ok(()),
                text => asking::names_nobody(text, &words),
            };
            let question = format!("{} {}", role.title, ctx.say("ask-skip"));
            let who = ctx.prompt.text(&question, None, &check)?;
            if !who.is_empty() {
                facts.role.push((role.id.clone(), Some(who)));
            }
        }
        Settable::Trigger => return Ok((facts, asking::trigger(ctx, routine)?)),
    }
    Ok((facts, None))
}

/// All that can be changed, each with what is known of it.
pub(super) fn settable<'r>(
    here: Naming<'_>,
    routine: &'r Routine,
    case: &Case,
) -> Vec<(Settable<'r>, String)> {
    let dates = routine.key_dates.iter().map(|date| {
        let known = case.dates.get(&date.id).map(|dated| here.date(dated.on));
        (Settable::Date(date), with_value(here, &date.title, known))
    });
    let trigger = (!routine.triggers.is_empty()).then(|| {
        let known = case.trigger.as_ref().map(|trigger| here.text(trigger));
        (
            Settable::Trigger,
            with_value(here, &here.say("fact-trigger"), known),
        )
    });
    let asked = |question: &&Question| holds(question.when.as_ref(), case) == Truth::True;
    let answers = routine.questions().filter(asked).map(|question| {
        let known = case.answer(&question.id);
        let known = known.map(|answer| here.answer_to(&question.id, answer));
        (
            Settable::Answer(question),
            with_value(here, &question.text, known),
        )
    });
    let holders = routine.roles.iter().map(|role| {
        let known = case.roles.get(&role.id).cloned();
        (Settable::Holder(role), with_value(here, &role.title, known))
    });
    let all = dates.chain(trigger).chain(answers).chain(holders);
    all.collect()
}

/// "Placeringen börjar: tis 1 dec 2026".
pub(super) fn with_value(here: Naming<'_>, title: &str, value: Option<String>) -> String {
    let colon = if title.ends_with('?') { "" } else { ":" };
    let value = value.unwrap_or_else(|| here.say("not-known-yet"));
    format!("{title}{colon} {value}")
}
