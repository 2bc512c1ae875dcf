//! `redact`: takes the texts of one event out of the file. That they were there stays.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::change::Changed;
use crate::desk::{backups, cases, feedback, given_text};
use crate::domain::decide::{Decision, redact};
use crate::domain::event::Event;
use crate::error::{Failure, Outcome};
use crate::store::{HeldText, LogEntry, StoredCase};
use crate::ui::Tone;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "SEQ", value_parser = values::seq)]
    pub(crate) seq: u32,
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
}

struct Found {
    opened: OpenedCase,
    /// The texts of the event that still stand.
    texts: Vec<HeldText>,
    /// The other events of the case that hold one of them.
    also_in: Vec<u32>,
    /// Other cases that hold one of them: the first, and how many.
    other_cases: (Vec<String>, u32),
    log: Vec<LogEntry>,
}

const MOST_NAMED: u32 = 10;

/// A shorter text says nothing when it stands in a reason.
const SHORTEST_TOLD: usize = 4;

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let reason = given_text::required(ctx, &args.case, &args.reason, given_text::REASON)?;
    ctx.desk.refuse_number(&reason, "place-reason")?;
    let found = ctx.desk.read(|reading| {
        let (id, _) = ctx.desk.find(reading, &args.case)?;
        let opened = ctx.desk.open(reading.case_by_id(id)?)?;
        let held = reading.texts_of(id)?;
        let texts = standing(args.seq, &opened, &held)?;
        names_nothing_that_goes(&reason, &texts)?;
        // What is short stands in many events: a yes, a name of two letters.
        let is_told = |text: &HeldText| {
            let content = text.content.as_deref().unwrap_or_default();
            content.chars().count() >= SHORTEST_TOLD
        };
        let is_same = |text: &HeldText| {
            is_told(text) && texts.iter().any(|ours| ours.content == text.content)
        };
        let also_in = held
            .iter()
            .filter(|text| text.seq != args.seq && is_same(text));
        let also_in = also_in.map(|text| text.seq).collect();
        let mut other_cases = (Vec::new(), 0);
        for text in texts.iter().filter(|text| is_told(text)) {
            let content = text.content.as_deref().unwrap_or_default();
            let (first, count) = reading.cases_holding(content, MOST_NAMED + 1)?;
            let others = first.iter().filter(|case| **case != opened.reference);
            other_cases.0.extend(others.map(ToString::to_string));
            // This case is one of those counted.
            other_cases.1 += count.saturating_sub(1);
        }
        Ok(Found {
            opened,
            texts,
            also_in,
            other_cases,
            log: reading.log()?,
        })
    })?;
    let found = found.ok_or_else(|| cases::none_yet(&args.case))?;
    show(args, &found, ctx)?;
    let question = ctx.say("redact-ask");
    if ctx.can_ask && !ctx.yes && !ctx.goes_on(&question)? {
        return Ok(Outcome::Fine);
    }
    let (changed, left) = ctx
        .desk
        .write_and_scrub(|change| take_out(args, &reason, ctx, change))?;
    ctx.print_say("told-redacted")?;
    feedback::moves(ctx, &changed, None)?;
    tell_leftovers(ctx, left)?;
    tell_also(&found, ctx)?;
    backups::tell_known(ctx, &found.log, &found.opened.events)?;
    Ok(Outcome::Fine)
}

fn standing(seq: u32, opened: &OpenedCase, held: &[HeldText]) -> Result<Vec<HeldText>, Failure> {
    let case = opened.reference.to_string();
    let refused = |id: &'static str| Failure::refused(message!(id, seq));
    let look = message!("hint-log", case);
    if !opened.events.iter().any(|event| event.seq == seq) {
        let last = opened.events.last().map_or(0, |event| event.seq);
        let what = message!("redact-no-such-event", seq);
        return Err(Failure::refused(what.with("last", last)).hint(look));
    }
    let of_event: Vec<_> = held.iter().filter(|text| text.seq == seq).collect();
    let stands = |text: &&&HeldText| text.content.is_some();
    let standing: Vec<_> = of_event
        .iter()
        .filter(stands)
        .map(|t| (*t).clone())
        .collect();
    if !standing.is_empty() {
        return Ok(standing);
    }
    if !of_event.is_empty() {
        return Err(refused("redact-taken-out").hint(look));
    }
    let mut others: Vec<String> = Vec::new();
    for text in held.iter().filter(|text| text.content.is_some()) {
        let seq = text.seq.to_string();
        if !others.contains(&seq) {
            others.push(seq);
        }
    }
    let refused = refused("redact-no-text");
    Err(match others.is_empty() {
        true => refused.because("redact-no-texts-at-all"),
        false => refused.hint(message!(
            "redact-events-with-text",
            events = others.join(", ")
        )),
    })
}

/// Refuses a reason that would keep what is taken out.
fn names_nothing_that_goes(reason: &str, texts: &[HeldText]) -> Result<(), Failure> {
    let reason = reason.to_lowercase();
    // A text of a few letters stands in any sentence.
    let contents = texts.iter().filter_map(|text| text.content.as_deref());
    let mut contents = contents.filter(|content| content.chars().count() >= SHORTEST_TOLD);
    if contents.any(|content| reason.contains(&content.to_lowercase())) {
        return Err(Failure::refused("redact-reason-keeps-text"));
    }
    Ok(())
}

fn take_out(
    args: &Args,
    reason: &str,
    ctx: &Ctx,
    change: &mut crate::store::Change<'_>,
) -> Result<Changed, Failure> {
    let (id, _) = ctx.desk.find(&change.read(), &args.case)?;
    let before = ctx.desk.open(change.read().case_by_id(id)?)?;
    // Somebody else may have taken it out while the question stood.
    standing(args.seq, &before, &change.read().texts_of(id)?)?;
    let decision = redact(&before.events, args.seq, reason, ctx.stamp())
        .map_err(|refusal| before.refusals(&ctx.words).failure(&refusal))?;
    change.redact(id, args.seq, &decision.events)?;
    // What is known of the past is another now, so all of it is gone through once more.
    let stored = StoredCase {
        slips: None,
        ..change.read().case_by_id(id)?
    };
    let after = ctx.desk.open(stored)?;
    change.rebuild_rows(id, &after.standing(ctx.today()))?;
    Ok(Changed {
        reference: before.reference,
        routine: before.routine,
        before: before.case,
        replaced: Vec::new(),
        decision: Decision {
            case: after.case,
            ..decision
        },
    })
}

fn show(args: &Args, found: &Found, ctx: &mut Ctx) -> Result<(), Failure> {
    ctx.ui.tell(found.opened.view(ctx).line())?;
    let is_it = |event: &&Event| event.seq == args.seq;
    if let Some(event) = found.opened.events.iter().find(is_it) {
        ctx.tell_say(message!(
            "redact-what",
            seq = event.seq,
            date = event.stamp.day,
            who = event.stamp.who
        ))?;
        let what = ctx.words.of(&found.opened.routine).text(&event.what);
        ctx.ui.tell_indented(&what, 2)?;
    }
    if found
        .opened
        .events
        .iter()
        .any(|event| is_it(&event) && event.stamp.today_given)
    {
        ctx.warn_say("redact-guessable")?;
    }
    ctx.ui.tell(ctx.words.say("redact-texts"))?;
    for text in &found.texts {
        let content = text.content.as_deref().unwrap_or_default();
        ctx.ui
            .tell_indented(&say!(ctx, "redact-text", text = content), 2)?;
    }
    Ok(())
}

/// Says where else the same text stands: each is its own decision.
fn tell_also(found: &Found, ctx: &mut Ctx) -> Result<(), Failure> {
    if !found.also_in.is_empty() {
        let numbers: Vec<_> = found.also_in.iter().map(u32::to_string).collect();
        let line = say!(ctx, "redact-also-in", events = numbers.join(", "));
        ctx.ui.tell_toned_wrapped(Tone::Warn, &line)?;
    }
    let (first, count) = &found.other_cases;
    if *count > 0 {
        let first = first.iter().take(MOST_NAMED as usize).cloned();
        let named = first.collect::<Vec<_>>().join(" · ");
        ctx.warn_say(message!(
            "redact-other-cases",
            count = (*count),
            cases = named
        ))?;
    }
    Ok(())
}

/// Says that leftovers may stay in the file, if it could not be built anew.
pub(crate) fn tell_leftovers(ctx: &mut Ctx, left: Option<Failure>) -> Result<(), Failure> {
    if let Some(failure) = left {
        ctx.warn_say(message!(
            "scrub-failed",
            cause = failure.in_words(&ctx.words)
        ))?;
    }
    Ok(())
}
