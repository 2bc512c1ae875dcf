//! `add`: a step of one's own in one case.

use crate::commands::prelude::*;
use crate::desk::asking::NoDay;
use crate::desk::cases::to_change;
use crate::desk::given::TITLE;
use crate::domain::decide::NewStep;
use crate::domain::typed::{Tense, TypedDay};
use crate::ui::prompt::Asked;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE")]
    case: String,
    #[arg(value_name = "TITLE", value_parser = values::words)]
    title: Option<String>,
    #[arg(long, value_name = "DATE", alias = "till", value_parser = values::day_to_come)]
    to: Option<TypedDay>,
    #[arg(long, value_name = "ROLE", alias = "roll")]
    role: Option<RoleId>,
    #[arg(long, value_name = "PHASE", alias = "fas", conflicts_with = "after")]
    phase: Option<String>,
    #[arg(long, value_name = "STEP", alias = "efter")]
    after: Option<StepId>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    let opened = to_change(ctx, &args.case, CaseFilter::Open)?;
    let new = match (&args.title, &args.to, &args.role) {
        (None, None, None) if ctx.can_ask => ask(ctx, &opened.routine)?,
        _ => NewStep {
            title: given::required(ctx, &args.title, TITLE)?,
            to: args.to.as_ref().map(|to| to.on(ctx.today())),
            role: args.role.clone(),
            ..NewStep::default()
        },
    };
    asking::tell_typed(ctx, args.to.as_ref())?;
    let new = NewStep {
        phase: args.phase.clone(),
        after: args.after.clone(),
        ..new
    };
    let new = opened.or_refuse(meant(&opened.routine, new), &ctx.words)?;
    let changed = ctx
        .desk
        .edit(opened.reference.as_str(), |draft| draft.add_step(new))?;
    tell(ctx, &changed)
}

/// The same with the ids that are meant.
fn meant(routine: &Routine, mut new: NewStep) -> Result<NewStep, Refusal> {
    routine.settle(&mut new.role)?;
    routine.settle(&mut new.after)?;
    if let Some(phase) = &mut new.phase {
        *phase = routine.phase_meant(phase)?;
    }
    Ok(new)
}

/// Asks what is to be done, by when and by whom; the last two may be left open.
pub(super) fn ask(ctx: &mut Ctx, routine: &Routine) -> Asked<NewStep> {
    let title = asking::text_or_back(ctx, "add-title")?;
    let question = ctx.say("add-to");
    let to = asking::day(ctx, &question, None, NoDay::NotYet, Tense::Future)?;
    let roles = routine.roles.iter().map(|role| role.title.clone());
    let mut roles: Vec<_> = roles.collect();
    roles.push(ctx.say("ask-answer-later"));
    let question = ctx.say("add-role");
    let place = ctx.prompt.select(&question, &roles, roles.len() - 1)?;
    let role = routine.roles.get(place).map(|role| role.id.clone());
    Ok(NewStep {
        title,
        to,
        role,
        ..NewStep::default()
    })
}

/// Says which step it became, and what came of it.
pub(super) fn tell(ctx: &mut Ctx, changed: &Changed) -> Attempt {
    let steps = changed.decision.events.iter();
    let added = steps.filter_map(|event| match &event.what {
        What::Added { step, .. } => Some(step),
        _ => None,
    });
    for step in added {
        feedback::of_step(ctx, changed, "told-added", step)?;
    }
    Ok(())
}
