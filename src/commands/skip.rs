//! `skip`: records that a step is not relevant here.

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::change::Changed;
use crate::desk::named_rounds::NamedRounds;
use crate::desk::{feedback, given_text, typed_again};
use crate::domain::event::{Event, What};
use crate::domain::ids::{ItemId, StepId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Words;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "STEP")]
    pub(crate) step: StepId,
    #[arg(long, value_name = "ID", alias = "del")]
    pub(crate) item: Option<ItemId>,
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) round: Option<u32>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let reason = given_text::required(ctx, &args.case, &args.reason, given_text::REASON)?;
    let mut rounds = NamedRounds::new(args.round);
    let changed = loop {
        let tried = ctx.desk.edit(&args.case, |draft| {
            rounds.record(&args.case, &args.step, draft, |draft| match &args.item {
                Some(item) => draft.skip_item(&args.step, item, &reason),
                None => draft.skip(&args.step, &reason),
            })
        });
        match tried {
            Ok(changed) => break changed,
            Err(failure) => rounds.ask(ctx, kept(failure, args, &ctx.words))?,
        }
    };
    feedback::case_line(ctx, &changed)?;
    feedback::step_line(ctx, &changed, told_of(&changed, &args.step), &args.step)?;
    feedback::consequences(ctx, &changed, Some(&args.step))?;
    Ok(Outcome::Fine)
}

/// The failure whose hints keep what was typed.
fn kept(failure: Failure, args: &Args, words: &Words) -> Failure {
    let item = args
        .item
        .iter()
        .map(|item| ("typed-item", item.to_string()));
    let options: Vec<_> = item
        .chain(
            args.reason
                .iter()
                .map(|reason| ("typed-reason", reason.clone())),
        )
        .collect();
    let cases = std::slice::from_ref(&args.case);
    typed_again::kept(failure, words, ("typed-skip", cases), &options)
}

/// What has become of the step: a part that was skipped may leave more to do, or be the last one.
fn told_of(changed: &Changed, step: &StepId) -> &'static str {
    let is_skipped =
        |event: &Event| matches!(&event.what, What::Skipped { step: ended, .. } if ended == step);
    if changed.decision.events.iter().any(is_skipped) {
        "told-skipped"
    } else if changed.has_ended(step) {
        "told-done"
    } else {
        "told-part-done"
    }
}
