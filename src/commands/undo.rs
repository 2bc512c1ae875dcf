//! `undo`: takes back the latest change.

use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::{conflict, feedback};
use crate::domain::decide::{Refusal, Undoing, undo_latest, undo_step};
use crate::domain::event::{Event, What};
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "STEP")]
    pub(crate) step: Option<StepId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    ctx.desk.make_ready()?;
    take_back(ctx, &args.case, args.step.as_ref(), Some(false))?;
    Ok(Outcome::Fine)
}

/// Shows the latest change of the case, or of a step of it, asks, and takes it back. `enter` is what Enter alone answers.
pub(crate) fn take_back(
    ctx: &mut Ctx,
    case: &str,
    step: Option<&StepId>,
    enter: Option<bool>,
) -> Result<(), Failure> {
    let opened = ctx.desk.case(case)?;
    let undoing = latest(&opened, step)
        .map_err(|refusal| conflict::refused(&opened, &refusal, &ctx.words))?;
    show(ctx, &opened, &undoing)?;
    let question = ctx.say("undo-ask");
    if ctx.can_ask && !ctx.yes && !ctx.prompt.confirm(&question, enter)? {
        return Ok(ctx.ui.print(ctx.words.say("told-nothing-changed"))?);
    }
    let seen = opened.events.last().map_or(0, |event| event.seq);
    let desk = &ctx.desk;
    let changed = desk.in_its_case(case, |change| {
        desk.decide(change, case, |now| {
            let latest = latest(now, step)?;
            // Somebody else may have recorded something while the question stood.
            if latest.change != undoing.change {
                return Err(Refusal::MovedOn { seen });
            }
            latest.decide(&now.events, desk.stamp())
        })
    })?;
    let here = ctx.words.of(&opened.routine);
    let taken = undoing.events.iter();
    let taken: Vec<_> = taken.map(|event| here.text(&event.what)).collect();
    let told = say!(ctx, "told-undone", what = taken.join(" · "));
    ctx.ui.print_wrapped(&told, 2)?;
    // Taking a note back leaves its text in the history: says how that is taken out.
    let is_note = |event: &&Event| matches!(event.what, What::Noted { .. });
    if let Some(note) = undoing.events.iter().find(is_note) {
        let case = &opened.reference;
        ctx.tell_say(message!("told-undone-note", case, seq = note.seq))?;
    }
    feedback::consequences(ctx, &changed, None)
}

fn latest(opened: &OpenedCase, step: Option<&StepId>) -> Result<Undoing, Refusal> {
    match step {
        None => undo_latest(&opened.events),
        Some(step) => undo_step(&opened.routine, &opened.events, step),
    }
}

fn show(ctx: &mut Ctx, opened: &OpenedCase, undoing: &Undoing) -> Result<(), Failure> {
    ctx.ui.tell(opened.view(ctx).line())?;
    ctx.ui.tell(ctx.words.say("undo-what"))?;
    let here = ctx.words.of(&opened.routine);
    for event in &undoing.events {
        let is_own = event.stamp.who == ctx.desk.who && event.stamp.day == ctx.today();
        let line = match is_own {
            true => here.text(&event.what),
            false => conflict::line(event, here),
        };
        ctx.ui.tell(format!("  {line}"))?;
    }
    Ok(())
}
