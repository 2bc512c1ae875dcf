//! `undo`: takes back the latest change.

use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::domain::decide::{Undoing, undo_latest, undo_step};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "STEP")]
    step: Option<StepId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    take_back(ctx, &opened, args.step.as_ref(), Some(false))
}

/// Shows the latest change of the case, or of a step of it, asks, and takes it back. `enter` is what Enter alone answers.
pub(crate) fn take_back(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: Option<&StepId>,
    enter: Option<bool>,
) -> Attempt {
    let undoing = latest(opened, step).map_err(|refusal| opened.refused(&refusal, &ctx.words))?;
    show(ctx, opened, &undoing)?;
    let question = ctx.say("undo-ask");
    if ctx.can_ask && !ctx.yes && !ctx.prompt.confirm(&question, enter)? {
        return Ok(ctx.ui.print(ctx.words.say("told-nothing-changed"))?);
    }
    let seen = opened.events.last().map_or(0, |event| event.seq);
    let (desk, case) = (&ctx.desk, opened.reference.as_str());
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
    let taken = undoing.events.iter().map(|event| here.text(&event.what));
    let told = say!(ctx, "told-undone", what = joined(" · ", taken));
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
        Some(step) => {
            let step = opened.routine.meant(step)?;
            undo_step(&opened.routine, &opened.events, &step)
        }
    }
}

fn show(ctx: &mut Ctx, opened: &OpenedCase, undoing: &Undoing) -> Attempt {
    ctx.ui.tell(opened.view(ctx).line())?;
    ctx.ui.tell(ctx.words.say("undo-what"))?;
    let here = ctx.words.of(&opened.routine);
    for event in &undoing.events {
        let is_own = event.stamp.who == ctx.desk.who && event.stamp.day == ctx.today();
        let line = match is_own {
            true => here.text(&event.what),
            false => told_by(event, here),
        };
        ctx.ui.tell(format!("  {line}"))?;
    }
    Ok(())
}
