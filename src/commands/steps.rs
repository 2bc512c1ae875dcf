//! `skip`, `extend` and `note`: what is recorded of a step beside that it was done.

use std::slice;

use crate::cli::values;
use crate::ctx::Ctx;
use crate::desk::cases::to_change;
use crate::desk::change::Changed;
use crate::desk::given_text::{self, DECIDED_BY, NOTE, Reason};
use crate::desk::step_edit::StepEdit;
use crate::desk::{asking, feedback, typed_again};
use crate::domain::event::What;
use crate::domain::ids::{ItemId, StepId};
use crate::domain::typed::TypedDay;
use crate::error::{Failure, Outcome};
use crate::store::Among;

#[derive(Debug, clap::Args)]
pub(crate) struct SkipArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "STEP")]
    pub(crate) step: StepId,
    #[arg(long, value_name = "ID", alias = "del")]
    pub(crate) item: Option<ItemId>,
    #[command(flatten)]
    pub(crate) reason: Reason,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) round: Option<u32>,
}

pub(crate) fn skip(args: &SkipArgs, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let opened = to_change(ctx, &args.case, Among::Open)?;
    let step = &opened.step_meant(&args.step, &ctx.words)?;
    let item = opened.item_meant(step, args.item.as_ref(), &ctx.words)?;
    let reason = args.reason.required(ctx)?;
    let cases = slice::from_ref(&opened.reference);
    let mut edit = StepEdit::new(cases, step, args.round);
    let recorded = loop {
        let recorded = edit.record(&ctx.desk, |draft| match &item {
            Some(item) => draft.skip_item(step, item, &reason),
            None => draft.skip(step, &reason),
        });
        let failure = match recorded {
            Ok(recorded) => break recorded,
            Err(failure) => failure,
        };
        let options = [
            ("typed-item", item.as_ref().map(ToString::to_string)),
            ("typed-reason", args.reason.reason.clone()),
        ];
        let failure = typed_again::kept(failure, &ctx.words, ("typed-skip", cases), options);
        edit.ask_round(ctx, failure)?;
    };
    for changed in &recorded {
        feedback::of_step(ctx, changed, fate(changed, step), step)?;
    }
    Ok(Outcome::Fine)
}

/// What has become of the step: a part that was skipped may leave more to do, or be the last one.
fn fate(changed: &Changed, step: &StepId) -> &'static str {
    let mut recorded = changed.decision.events.iter().map(|event| &event.what);
    if recorded.any(|what| matches!(what, What::Skipped { step: ended, .. } if ended == step)) {
        "told-skipped"
    } else {
        feedback::done_or_part(changed, step)
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExtendArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "STEP")]
    pub(crate) step: StepId,
    #[arg(long, value_name = "DATE", alias = "till", value_parser = values::day_to_come)]
    pub(crate) to: TypedDay,
    #[command(flatten)]
    pub(crate) reason: Reason,
    #[arg(long, value_name = "WHO", alias = "beslutat-av", value_parser = values::words)]
    pub(crate) decided_by: Option<String>,
}

pub(crate) fn extend(args: &ExtendArgs, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let opened = to_change(ctx, &args.case, Among::Open)?;
    let step = opened.step_meant(&args.step, &ctx.words)?;
    let to = args.to.on(ctx.today());
    let reason = args.reason.required(ctx)?;
    let decided_by = given_text::required(ctx, &args.decided_by, DECIDED_BY)?;
    asking::tell_typed(ctx, Some(args.to))?;
    let changed = ctx.desk.edit(opened.reference.as_str(), |draft| {
        draft.extend(&step, to, &reason, &decided_by)
    })?;
    feedback::of_step(ctx, &changed, "told-extended", &step)?;
    Ok(Outcome::Fine)
}

#[derive(Debug, clap::Args)]
pub(crate) struct NoteArgs {
    #[arg(value_name = "CASE")]
    pub(crate) case: String,
    #[arg(value_name = "TEXT", value_parser = values::words)]
    pub(crate) text: Option<String>,
    #[arg(long, value_name = "STEP", alias = "steg")]
    pub(crate) step: Option<StepId>,
}

pub(crate) fn note(args: &NoteArgs, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let opened = to_change(ctx, &args.case, Among::Open)?;
    let step = args.step.as_ref();
    let step = step.map(|step| opened.step_meant(step, &ctx.words));
    let step = step.transpose()?;
    let text = given_text::required(ctx, &args.text, NOTE)?;
    let changed = ctx.desk.edit(opened.reference.as_str(), |draft| {
        draft.note(step.as_ref(), &text)
    })?;
    feedback::of_case(ctx, &changed, "told-noted")?;
    Ok(Outcome::Fine)
}
