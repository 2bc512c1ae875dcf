//! `undo`: takes back the latest change.

use crate::ctx::Ctx;
use crate::desk::routines::OpenedCase;
use crate::desk::{case_file, cases, change, first, told};
use crate::domain::decide::{Refusal, Undoing, undo_latest, undo_step};
use crate::domain::event::{Event, What};
use crate::domain::ids::StepId;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Titles;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "STEP")]
    pub(crate) step: Option<StepId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    case_file::make_ready(ctx)?;
    let opened = cases::read(ctx, &args.case)?;
    let undoing = args
        .choose(&opened)
        .map_err(|refusal| first::named(&opened, &refusal, &ctx.words))?;
    show(ctx, &opened, &undoing)?;
    let question = ctx.say("undo-ask");
    if ctx.can_ask && !ctx.yes && !ctx.goes_on(&question)? {
        return Ok(Outcome::Fine);
    }
    let seen = opened.events.last().map_or(0, |event| event.seq);
    let changed = change::take_back(ctx, &args.case, |opened| {
        let latest = args.choose(opened)?;
        // Somebody else may have recorded something while the question stood.
        if latest.change == undoing.change {
            Ok(latest)
        } else {
            Err(Refusal::MovedOn { seen })
        }
    })?;
    let titles = Titles::of(&opened.routine);
    let taken = undoing
        .events
        .iter()
        .map(|event| ctx.words.event(&event.what, titles));
    let gaps = [("what", taken.collect::<Vec<_>>().join(" · ").into())];
    let told = ctx.words.say("told-undone", &gaps);
    ctx.ui.print_wrapped(&told, 2)?;
    tell_text_left(ctx, &opened, &undoing)?;
    told::consequences(ctx, &changed, None)?;
    Ok(Outcome::Fine)
}

/// Taking a note back leaves its text in the history: says how that is taken out.
fn tell_text_left(ctx: &mut Ctx, opened: &OpenedCase, undoing: &Undoing) -> Result<(), Failure> {
    let is_note = |event: &&Event| matches!(event.what, What::Noted { .. });
    if let Some(note) = undoing.events.iter().find(is_note) {
        let gaps = [
            ("case", opened.reference.to_string().into()),
            ("seq", note.seq.into()),
        ];
        ctx.tell_say("told-undone-note", &gaps)?;
    }
    Ok(())
}

impl Args {
    fn choose(&self, opened: &OpenedCase) -> Result<Undoing, Refusal> {
        match &self.step {
            None => undo_latest(&opened.events),
            Some(step) => undo_step(&opened.routine, &opened.events, step),
        }
    }
}

fn show(ctx: &mut Ctx, opened: &OpenedCase, undoing: &Undoing) -> Result<(), Failure> {
    ctx.ui.tell(opened.view(ctx).line())?;
    ctx.ui.tell(ctx.words.say("undo-what", &[]))?;
    let titles = Titles::of(&opened.routine);
    for event in &undoing.events {
        let what = ctx.words.event(&event.what, titles);
        let is_own = event.stamp.who == ctx.who && event.stamp.day == ctx.today();
        let line = if is_own {
            what
        } else {
            first::told(event, titles, &ctx.words)
        };
        ctx.ui.tell(format!("  {line}"))?;
    }
    Ok(())
}
