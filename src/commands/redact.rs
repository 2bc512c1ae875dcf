//! `redact`: takes the texts of one event out of the file. That they were there stays.

use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::domain::decide::redact;
use crate::store::{HeldText, StoredCase};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "SEQ", value_parser = values::seq)]
    seq: u32,
    #[command(flatten)]
    reason: Reason,
}

/// What is to be taken out, and where else it stands.
struct Redaction {
    opened: OpenedCase,
    /// The texts of the event that still stand.
    texts: Vec<HeldText>,
    /// The other events of the case that hold one of them.
    also_in: Vec<String>,
    /// Other cases that hold one of them: the first, and how many.
    other_cases: (Vec<String>, u32),
    log: Vec<LogEntry>,
}

const MOST_NAMED: u32 = 10;

/// A shorter text says nothing when it stands in a reason, and stands in many events: a yes, a name of two letters.
const SHORTEST_TOLD: usize = 4;

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let case = to_change(ctx, &args.case, CaseFilter::All)?.reference;
    let args = &Args {
        case: case.to_string(),
        seq: args.seq,
        reason: args.reason.clone(),
    };
    let reason = args.reason.required(ctx)?;
    ctx.desk.refuse_number(&reason, "place-reason")?;
    let redaction = ctx.desk.read(|reading| args.redaction(ctx, reading))?;
    let redaction = redaction.ok_or_else(|| ctx.desk.none_yet(&args.case))?;
    names_nothing_that_goes(&reason, &redaction.texts)?;
    show(args, &redaction, ctx)?;
    if !ctx.confirms("redact-ask")? {
        return Ok(());
    }
    let (changed, left) = ctx
        .desk
        .write_and_scrub(|change| args.take_out(&reason, ctx, change))?;
    ctx.print_say("told-redacted")?;
    feedback::moves(ctx, &changed, None)?;
    tell_leftovers(ctx, left)?;
    tell_also(args.seq, &redaction, ctx)?;
    backups::tell_known(ctx, &redaction.log, &redaction.opened.events)
}

impl Args {
    fn redaction(&self, ctx: &Ctx, reading: &Reading<'_>) -> Attempt<Redaction> {
        let opened = ctx.desk.case_in(reading, &self.case)?;
        let held = reading.texts_of(opened.id)?;
        let texts = standing(self.seq, &opened, &held)?;
        let told: Vec<_> = texts.iter().filter_map(long_enough).collect();
        let is_also = |text: &&HeldText| {
            text.seq != self.seq && long_enough(text).is_some_and(|content| told.contains(&content))
        };
        let also_in = held.iter().filter(is_also).map(|text| text.seq.to_string());
        let mut other_cases = (Vec::new(), 0);
        for content in &told {
            let (first, count) = reading.cases_holding(content, MOST_NAMED + 1)?;
            let others = first.iter().filter(|case| **case != opened.reference);
            other_cases.0.extend(others.map(ToString::to_string));
            // This case is one of those counted.
            other_cases.1 += count.saturating_sub(1);
        }
        Ok(Redaction {
            also_in: also_in.collect(),
            log: reading.log()?,
            opened,
            texts,
            other_cases,
        })
    }

    fn take_out(&self, reason: &str, ctx: &Ctx, change: &mut Change<'_>) -> Attempt<Changed> {
        let before = ctx.desk.case_in(&change.read(), &self.case)?;
        let id = before.id;
        // Somebody else may have taken it out while the question stood.
        standing(self.seq, &before, &change.read().texts_of(id)?)?;
        let decision = redact(&before.events, self.seq, reason, ctx.stamp())
            .map_err(|refusal| before.refusals(&ctx.words).failure(&refusal))?;
        change.redact(id, self.seq, &decision.events)?;
        // What is known of the past is another now, so all of it is gone through once more.
        let stored = StoredCase {
            slips: None,
            ..change.read().case_by_id(id)?
        };
        let after = ctx.desk.open(&change.read(), stored)?;
        change.rebuild_rows(id, &after.standing(ctx.today()))?;
        Ok(Changed {
            reference: before.reference,
            code_word: before.code_word,
            routine: before.routine,
            before: before.case,
            replaced: Vec::new(),
            decision: Decision {
                case: after.case,
                ..decision
            },
        })
    }
}

fn long_enough(text: &HeldText) -> Option<&str> {
    let content = text.content.as_deref()?;
    (content.chars().count() >= SHORTEST_TOLD).then_some(content)
}

fn standing(seq: u32, opened: &OpenedCase, held: &[HeldText]) -> Attempt<Vec<HeldText>> {
    let case = opened.reference.to_string();
    let refused = |id: &'static str| Failure::refused(message!(id, seq));
    let look = message!("hint-log", case);
    if !opened.events.iter().any(|event| event.seq == seq) {
        let last = opened.events.last().map_or(0, |event| event.seq);
        let what = message!("redact-no-such-event", seq);
        return Err(Failure::refused(what.with("last", last)).hint(look));
    }
    let (standing, gone): (Vec<_>, Vec<_>) = held
        .iter()
        .filter(|text| text.seq == seq)
        .cloned()
        .partition(|text| text.content.is_some());
    if !standing.is_empty() {
        return Ok(standing);
    }
    if !gone.is_empty() {
        return Err(refused("redact-taken-out").hint(look));
    }
    let others = held.iter().filter(|text| text.content.is_some());
    let mut others: Vec<_> = others.map(|text| text.seq.to_string()).collect();
    others.dedup();
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
fn names_nothing_that_goes(reason: &str, texts: &[HeldText]) -> Attempt {
    let reason = reason.to_lowercase();
    let mut contents = texts.iter().filter_map(long_enough);
    if contents.any(|content| reason.contains(&content.to_lowercase())) {
        return Err(Failure::refused("redact-reason-keeps-text"));
    }
    Ok(())
}

fn show(args: &Args, redaction: &Redaction, ctx: &mut Ctx) -> Attempt {
    let Redaction { opened, texts, .. } = redaction;
    ctx.ui.tell(opened.view(ctx).line())?;
    if let Some(event) = opened.events.iter().find(|event| event.seq == args.seq) {
        let (date, who) = (event.stamp.day, &event.stamp.who);
        ctx.tell_say(message!("redact-what", seq = args.seq, date, who))?;
        let what = ctx.words.of(&opened.routine).text(&event.what);
        ctx.ui.tell_indented(&what, 2)?;
        if event.stamp.today_given {
            ctx.warn_say("redact-guessable")?;
        }
    }
    ctx.ui.tell(ctx.words.say("redact-texts"))?;
    for text in texts.iter().flat_map(|text| &text.content) {
        ctx.ui.tell_indented(&say!(ctx, "redact-text", text), 2)?;
    }
    Ok(())
}

/// Says where else the same text stands: each is its own decision.
fn tell_also(seq: u32, redaction: &Redaction, ctx: &mut Ctx) -> Attempt {
    if !redaction.also_in.is_empty() {
        let events = redaction.also_in.join(", ");
        ctx.warn_say(message!("redact-also-in", events))?;
    }
    let (first, count) = &redaction.other_cases;
    if *count > 0 {
        let first: Vec<_> = first.iter().take(MOST_NAMED as usize).cloned().collect();
        // Which children have the same answer is nobody's to learn by taking one out.
        let is_it = |event: &Event| event.seq == seq && matches!(event.what, What::Answered { .. });
        let id = match redaction.opened.events.iter().any(is_it) {
            true => "redact-other-cases-unnamed",
            false => "redact-other-cases",
        };
        let cases = first.join(" · ");
        ctx.warn_say(message!(id, count = (*count), cases))?;
    }
    Ok(())
}

/// Says that leftovers may stay in the file, if it could not be built anew.
pub(crate) fn tell_leftovers(ctx: &mut Ctx, left: Option<Failure>) -> Attempt {
    if let Some(failure) = left {
        let cause = failure.in_words(&ctx.words);
        ctx.warn_say(message!("scrub-failed", cause))?;
    }
    Ok(())
}
