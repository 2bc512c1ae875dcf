//! `skip`, `extend` and `note`: what is recorded of a step beside that it was done.

use std::slice;

use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::desk::given::NOTE;
use crate::domain::typed::TypedDay;

#[derive(Debug, clap::Args)]
pub(crate) struct SkipArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "STEP")]
    step: StepId,
    #[arg(long, value_name = "ID", alias = "del")]
    item: Option<ItemId>,
    #[command(flatten)]
    reason: Reason,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
}

pub(crate) fn skip(args: &SkipArgs, ctx: &mut Ctx) -> Attempt {
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    let step = &opened.or_refuse(opened.routine.meant(&args.step), &ctx.words)?;
    let item = args
        .item
        .as_ref()
        .map(|item| opened.routine.item_meant(step, item));
    let item = opened.or_refuse(item.transpose(), &ctx.words)?;
    let reason = args.reason.required(ctx)?;
    let cases = slice::from_ref(&opened.reference);
    let edit = |draft: &mut Draft<'_>| match &item {
        Some(item) => draft.skip_item(step, item, &reason),
        None => draft.skip(step, &reason),
    };
    let options = [
        ("typed-item", item.as_ref().map(ToString::to_string)),
        ("typed-reason", args.reason.reason.clone()),
    ];
    let typed = Some(("typed-skip", &options[..]));
    for changed in &StepEdit::new(cases, [step], args.round).record_or_ask(ctx, edit, typed)? {
        feedback::of_step(ctx, changed, fate(changed, step), step)?;
    }
    Ok(())
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
    case: String,
    #[arg(value_name = "STEP")]
    step: StepId,
    #[arg(long, value_name = "DATE", alias = "till", value_parser = values::day_to_come)]
    to: TypedDay,
    #[command(flatten)]
    reason: Reason,
    #[arg(long, value_name = "WHO", alias = "beslutat-av", value_parser = values::words)]
    decided_by: Option<String>,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
}

pub(crate) fn extend(args: &ExtendArgs, ctx: &mut Ctx) -> Attempt {
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    let step = &opened.or_refuse(opened.routine.meant(&args.step), &ctx.words)?;
    let to = args.to.on(ctx.today());
    let reason = args.reason.required(ctx)?;
    let decided_by = given::required(ctx, &args.decided_by, DECIDED_BY)?;
    asking::tell_typed(ctx, Some(&args.to))?;
    let cases = slice::from_ref(&opened.reference);
    let edit = |draft: &mut Draft<'_>| draft.extend(step, to, &reason, &decided_by);
    let options = [
        ("typed-to", Some(to.to_string())),
        ("typed-reason", args.reason.reason.clone()),
        ("typed-decided-by", args.decided_by.clone()),
    ];
    let typed = Some(("typed-extend", &options[..]));
    for changed in &StepEdit::new(cases, [step], args.round).record_or_ask(ctx, edit, typed)? {
        feedback::of_step(ctx, changed, "told-extended", step)?;
    }
    Ok(())
}

#[derive(Debug, clap::Args)]
pub(crate) struct NoteArgs {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "TEXT", value_parser = values::words)]
    text: Option<String>,
    #[arg(long, value_name = "STEP", alias = "steg")]
    step: Option<StepId>,
}

pub(crate) fn note(args: &NoteArgs, ctx: &mut Ctx) -> Attempt {
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    let mut step = args.step.clone();
    opened.or_refuse(opened.routine.settle(&mut step), &ctx.words)?;
    let text = given::required(ctx, &args.text, NOTE)?;
    let changed = ctx.desk.edit(opened.reference.as_str(), |draft| {
        draft.note(step.as_ref(), &text)
    })?;
    feedback::of_case(ctx, &changed, "told-noted")
}
