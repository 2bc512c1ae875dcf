//! `why`: how a step's date came about.

use crate::commands::prelude::*;
use crate::domain::why::Why;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "STEP")]
    step: StepId,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let words = Rc::clone(&ctx.words);
    let opened = ctx.desk.case(&args.case)?;
    let row = row(args, &opened, ctx)?;
    let (routine, today) = (&opened.routine, ctx.today());
    let why = WhyJson {
        case: Some(&opened.reference),
        told: WhyInWords {
            why: Why::in_history(routine, &opened.events, &opened.case, &row, today),
            here: words.of(routine),
            today,
        },
    };
    ctx.emit(
        |_| &why,
        |_| {
            let mut page = Page::default();
            page.line(heading(&opened, &why.told));
            if let Some(reason) = why.told.reasons() {
                page.text(1, reason);
            }
            for (label, text) in why.told.facts() {
                page.fact(1, &label, &text);
            }
            page.spelt_out(&words)
        },
    )
}

fn row(args: &Args, opened: &OpenedCase, ctx: &Ctx) -> Attempt<Row> {
    let refused = |refusal: &Refusal| opened.refusals(&ctx.words).failure(refusal);
    let plan = opened.plan(ctx.today());
    let step = &opened.or_refuse(opened.routine.meant(&args.step), &ctx.words)?;
    let latest = plan.latest(step);
    let latest = latest.ok_or_else(|| refused(&Refusal::UnknownStep(step.clone())))?;
    let round = args.round.unwrap_or(latest.round);
    plan.round(step, round).cloned().ok_or_else(|| {
        refused(&Refusal::NoSuchRound {
            step: step.clone(),
            round,
            current: latest.round,
        })
    })
}

/// "2026-014 · Rutin 7 Följ upp …, omgång 2 · öppet".
fn heading(opened: &OpenedCase, told: &WhyInWords<'_>) -> Line {
    let (here, row) = (told.here, &told.why.row);
    let step = here.in_round(here.step(&row.step), row.round);
    let status = here.say(&row.status);
    Line::toned(Tone::Strong, opened.reference.to_string())
        .and(Tone::Plain, format!(" · {step} · {status}"))
}
