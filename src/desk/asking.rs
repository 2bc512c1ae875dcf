//! Questions about a case at the terminal: days, answers by kind, texts.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::answer::{says_unknown, typed_answer};
use crate::domain::identity_number::holds_identity_number;
use crate::domain::ids::TriggerId;
use crate::domain::likely_day::likely;
use crate::domain::routine::{AnswerKind, Question, Routine};
use crate::domain::signs::plain;
use crate::domain::typed::{BadDay, Tense, TypedDay};
use crate::error::Failure;
use crate::ui::prompt::{Asked, NOTHING, Unasked};
use crate::ui::wording::Words;
use crate::ui::{Line, Tone, joined};

use super::refusals::{expected, unlikely_day};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDay {
    Refused,
    /// An empty answer: not known yet.
    NotYet,
    /// A word for it: it was some day, nobody knows which.
    Unknown,
    /// An empty answer: the person goes back.
    Back,
}

/// A day, typed as people type days and told back with its weekday. What was done, was done today at the latest.
pub(crate) fn day(
    ctx: &mut Ctx,
    question: &str,
    default: Option<NaiveDate>,
    no_day: NoDay,
    tense: Tense,
) -> Asked<Option<NaiveDate>> {
    let today = ctx.today();
    let question = with_not_yet(ctx, question, no_day == NoDay::NotYet);
    let read = |text: &str| TypedDay::parse(text, tense).map(|day| day.on(today));
    let check = |text: &str| match (no_day, read(text)) {
        (NoDay::NotYet | NoDay::Back, _) if text.is_empty() => Ok(()),
        (NoDay::Unknown, _) if says_unknown(text) => Ok(()),
        (_, Err(bad)) => {
            let again = match no_day {
                NoDay::Unknown => "ask-day-or-unknown",
                _ => "ask-day-again",
            };
            let again = ctx.words.say(again);
            match bad {
                BadDay::Unreadable(given) if !is_told_back(&given) => Err(again),
                bad => Err(format!("{} {again}", ctx.words.say(&bad))),
            }
        }
        (_, Ok(on)) if tense == Tense::Past && on > today => {
            Err(say!(ctx.words, "refused-in-the-future", on, today))
        }
        (_, Ok(on)) => likely(on, today).map_err(|day| unlikely_day(&day).in_words(&ctx.words)),
    };
    let default = default.map(|day| day.to_string());
    let typed = ctx.prompt.text(&question, default.as_deref(), &check)?;
    let day = read(&typed).ok();
    match day {
        Some(day) => tell_day(ctx, day)?,
        None if no_day == NoDay::Unknown => {
            let told = format!("  {}", ctx.say("day-unknown"));
            ctx.ui.tell(Line::toned(Tone::Quiet, told))?;
        }
        None if no_day == NoDay::Back => return Err(Unasked::Back),
        None => {}
    }
    Ok(day)
}

/// A question that may be left open says so.
fn with_not_yet(ctx: &Ctx, question: &str, may_wait: bool) -> String {
    match may_wait {
        true => format!("{question} {}", ctx.say("ask-not-yet")),
        false => question.to_owned(),
    }
}

/// Whether a refusal says what was typed: not a pasted text, and not a number that names somebody.
fn is_told_back(typed: &str) -> bool {
    (1..=40).contains(&typed.chars().count()) && !holds_identity_number(typed)
}

/// Tells back a day that was given in an option, where it was not typed as it is stored.
pub(crate) fn tell_typed(ctx: &mut Ctx, day: Option<TypedDay>) -> std::io::Result<()> {
    match day.filter(|day| !day.is_plain) {
        Some(day) => tell_day(ctx, day.on(ctx.today())),
        None => Ok(()),
    }
}

/// "ons 2 dec 2026, om 11 dagar".
fn tell_day(ctx: &mut Ctx, day: NaiveDate) -> std::io::Result<()> {
    let relative = ctx.words.relative(day, ctx.today());
    let told = format!("  {}, {relative}", ctx.words.date(day));
    ctx.ui.tell(Line::toned(Tone::Quiet, told))
}
/// One of a few things, each by the message that names it.
pub(crate) fn one_of<T: Copy>(
    ctx: &mut Ctx,
    question: &str,
    options: &[(T, &'static str)],
    default: usize,
) -> Asked<T> {
    let shown: Vec<_> = options.iter().map(|(_, id)| ctx.say(*id)).collect();
    let place = ctx.prompt.select(question, &shown, default)?;
    let chosen = options.get(place).map(|(chosen, _)| *chosen);
    chosen.ok_or(Unasked::Interrupted)
}

/// What an answer ran into, at the question: without the hints, which are for the command line.
pub(crate) fn tell_failure(ctx: &mut Ctx, failure: &Failure) -> std::io::Result<()> {
    let why = failure.in_words(&ctx.words);
    ctx.ui.tell_toned_wrapped(Tone::Bad, &why)
}

/// An answer to a question, in the form answers are stored; `None` when it is left open, which a required
/// one cannot be.
pub(crate) fn answer(
    ctx: &mut Ctx,
    question: &Question,
    current: Option<&str>,
    may_wait: bool,
) -> Asked<Option<String>> {
    if let Some(help) = &question.help {
        ctx.ui.tell_wrapped(help, 0)?;
    }
    // What was answered before is told and not proposed: Enter alone would say it anew.
    let mut asked = question.text.clone();
    if let Some(known) = current {
        let answer = match &question.kind {
            AnswerKind::Roles(roles) => {
                let named = |id: &str| known.split('|').any(|known| known == id);
                let roles = roles.iter().filter(|(id, _)| named(id));
                joined(", ", roles.map(|(_, title)| title.clone()))
            }
            _ => ctx.words.answer(known).replace('|', ", "),
        };
        asked = format!("{asked} {}", say!(ctx, "ask-last-answer", answer));
    }
    match &question.kind {
        AnswerKind::YesNo => {
            let options = ["yes".to_owned(), "no".to_owned()];
            choice(ctx, &asked, &options, may_wait)
        }
        AnswerKind::Choice(options) => choice(ctx, &asked, options, may_wait),
        AnswerKind::Choices(options) => choices(ctx, &asked, options, options, may_wait),
        AnswerKind::Roles(roles) => {
            let (ids, titles): (Vec<_>, Vec<_>) = roles.iter().cloned().unzip();
            choices(ctx, &asked, &ids, &titles, may_wait)
        }
        AnswerKind::Date => {
            let no_day = match may_wait {
                true => NoDay::NotYet,
                false => NoDay::Refused,
            };
            Ok(day(ctx, &asked, None, no_day, Tense::Any)?.map(|day| day.to_string()))
        }
        AnswerKind::Text | AnswerKind::Number | AnswerKind::Term => {
            typed(ctx, question, asked, may_wait)
        }
    }
}

fn choice(ctx: &mut Ctx, asked: &str, options: &[String], may_wait: bool) -> Asked<Option<String>> {
    let shown = options.iter().map(|option| ctx.words.answer(option));
    let mut shown: Vec<String> = shown.collect();
    if may_wait {
        shown.push(ctx.say("ask-answer-later"));
    }
    let default = if may_wait { options.len() } else { NOTHING };
    let place = ctx.prompt.select(asked, &shown, default)?;
    Ok(options.get(place).cloned())
}

fn choices(
    ctx: &mut Ctx,
    asked: &str,
    options: &[String],
    shown: &[String],
    may_wait: bool,
) -> Asked<Option<String>> {
    loop {
        let places = ctx.prompt.select_many(asked, shown, &[])?;
        let picked = places.iter().filter_map(|place| options.get(*place));
        let picked: Vec<&str> = picked.map(String::as_str).collect();
        if !picked.is_empty() {
            return Ok(Some(picked.join("|")));
        }
        if may_wait {
            return Ok(None);
        }
        ctx.ui.tell(ctx.say("ask-choose-one"))?;
    }
}

fn typed(
    ctx: &mut Ctx,
    question: &Question,
    asked: String,
    may_wait: bool,
) -> Asked<Option<String>> {
    let today = ctx.today();
    let asked = with_not_yet(ctx, &asked, may_wait);
    let check = |text: &str| {
        names_nobody(text, &ctx.words)?;
        let is_answer = match text.is_empty() {
            true => may_wait,
            false => typed_answer(&question.kind, text, today).is_some(),
        };
        if is_answer {
            return Ok(());
        }
        let expected = expected(question, &ctx.words);
        Err(match is_told_back(text) {
            true => say!(ctx.words, "ask-expected", given = text, expected),
            false => say!(ctx.words, "hint-expected", expected),
        })
    };
    let text = ctx.prompt.text(&asked, None, &check)?;
    Ok(typed_answer(&question.kind, &text, today).filter(|_| !text.is_empty()))
}

/// Refuses a text with a personnummer as soon as it is typed, without repeating it, and a dash for nothing.
pub(crate) fn names_nobody(text: &str, words: &Words) -> Result<(), String> {
    if plain(text).trim() == "-" {
        return Err(words.say("prompt-empty"));
    }
    if holds_identity_number(text) {
        return Err(words.say("ask-identity-number"));
    }
    Ok(())
}

/// What started the case; `None` when that is left for later, which is proposed.
pub(crate) fn trigger(ctx: &mut Ctx, routine: &Routine) -> Asked<Option<TriggerId>> {
    let triggers = &routine.triggers;
    let mut options: Vec<String> = triggers.iter().map(|t| t.title.clone()).collect();
    options.push(ctx.say("ask-answer-later"));
    let question = ctx.say("new-case-trigger");
    let place = ctx.prompt.select(&question, &options, triggers.len())?;
    Ok(triggers.get(place).map(|trigger| trigger.id.clone()))
}

pub(crate) fn text(ctx: &mut Ctx, question: &'static str, default: Option<&str>) -> Asked<String> {
    let check = |text: &str| {
        if text.trim().is_empty() {
            return Err(ctx.words.say("prompt-empty"));
        }
        names_nobody(text, &ctx.words)
    };
    ctx.prompt.text(&ctx.words.say(question), default, &check)
}

/// The same; an empty answer goes back.
pub(crate) fn text_or_back(ctx: &mut Ctx, question: &'static str) -> Asked<String> {
    let check = |text: &str| names_nobody(text, &ctx.words);
    let text = ctx.prompt.text(&ctx.words.say(question), None, &check)?;
    match text.is_empty() {
        true => Err(Unasked::Back),
        false => Ok(text),
    }
}

/// Why something is done all the same: one of `grounds`, where the routine names some, else a reason. `None`: it goes
/// no further, which is proposed.
pub(crate) fn ground(ctx: &mut Ctx, grounds: &[String]) -> Asked<Option<String>> {
    let (question, mut options) = match grounds {
        [] => ("walk-anyway", vec![ctx.words.say("walk-go-on-anyway")]),
        _ => ("walk-which-ground", grounds.to_vec()),
    };
    options.push(ctx.words.say("walk-go-no-further"));
    let default = options.len() - 1;
    let place = ctx.prompt.select(&ctx.say(question), &options, default)?;
    if place == default {
        return Ok(None);
    }
    match grounds.get(place) {
        Some(ground) => Ok(Some(ground.clone())),
        None => text(ctx, "walk-reason", None).map(Some),
    }
}
