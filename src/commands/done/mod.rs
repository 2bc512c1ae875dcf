//! `done`: records that a step was done.

mod typed;

use crate::cli::values::{self, DoneOn};
use crate::ctx::Ctx;
use crate::desk::change::Changed;
use crate::desk::named_rounds::NamedRounds;
use crate::desk::{asking, cases, facts, feedback, given_text};
use crate::domain::decide::{Draft, HowDone, Refusal, Warning};
use crate::domain::ids::{ItemId, QuestionId, RoleId, StepId};
use crate::error::{Failure, Outcome};
use crate::ui::wording::Titles;

#[derive(Debug, Clone, clap::Args)]
// One word alone is the step to clap: then we can say what is missing, which it cannot.
#[command(allow_missing_positional = true)]
pub(crate) struct Args {
    /// The cases: all or none.
    #[arg(value_name = "CASE", num_args = 1..)]
    pub(crate) cases: Vec<String>,
    #[arg(value_name = "STEP", required = true)]
    pub(crate) step: StepId,
    /// The day it was done; today unless said.
    #[arg(long, value_name = "DATE|unknown", alias = "den", value_parser = values::done_on)]
    pub(crate) on: Option<DoneOn>,
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    pub(crate) answer: Vec<(QuestionId, Option<String>)>,
    #[arg(long, value_name = "ID", alias = "del")]
    pub(crate) item: Option<ItemId>,
    #[arg(long, value_name = "TEXT", alias = "anteckning", value_parser = values::words)]
    pub(crate) note: Option<String>,
    #[arg(long, value_name = "REASON", alias = "trots", value_parser = values::words)]
    pub(crate) despite: Option<String>,
    #[arg(long, value_name = "WHO", alias = "beslutat-av", value_parser = values::words)]
    pub(crate) decided_by: Option<String>,
    #[arg(long, value_name = "STEP=ROLE", alias = "tar", value_parser = values::taken)]
    pub(crate) takes: Vec<(StepId, Option<RoleId>)>,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) round: Option<u32>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(first) = args.cases.first() else {
        return Err(typed::one_word_alone(args.step.as_str(), ctx));
    };
    let mut rounds = NamedRounds::new(args.round);
    let mut given = args.clone();
    given.note = given_text::optional(ctx, &args.note, given_text::NOTE_BESIDE)?;
    given.despite = given_text::optional(ctx, &args.despite, given_text::DESPITE)?;
    given.decided_by = given_text::optional(ctx, &args.decided_by, given_text::DECIDED_BY)?;
    given.decided_by = who_decided(&given, ctx, &mut rounds)?;
    let all = loop {
        let mut missing = None;
        let mut refused_in = None;
        let recorded = ctx.desk.write_if_there(|change| {
            let each = args.cases.iter().map(|case| {
                ctx.desk.edit_in(change, case, |draft| {
                    let recorded =
                        rounds.record(case, &args.step, draft, |draft| given.record(draft));
                    if let Err(Refusal::NeedsDespite { grounds, .. }) = &recorded {
                        missing = Some(grounds.clone());
                    }
                    refused_in = recorded.is_err().then_some(case);
                    recorded
                })
            });
            each.collect::<Result<Vec<Changed>, _>>()
        });
        let recorded = recorded.map_err(|failure| match refused_in {
            Some(case) if args.cases.len() > 1 => {
                failure.because(message!("done-refused-in", case))
            }
            _ => failure,
        });
        match (recorded, missing) {
            (Ok(all), _) => break all.ok_or_else(|| cases::none_yet(first))?,
            // One ground is one case's; without any it stays refused.
            (Err(failure), Some(grounds)) if ctx.can_ask && args.cases.len() == 1 => {
                asking::tell_failure(ctx, &failure)?;
                given.despite = asking::ground(ctx, &grounds)?;
                if given.despite.is_none() {
                    return Err(typed::kept(failure, args, &ctx.words));
                }
                if !grounds.is_empty() && given.decided_by.is_none() {
                    given.decided_by = Some(given_text::ask(ctx, given_text::DECIDED_BY)?);
                }
            }
            (Err(failure), _) => rounds.ask(ctx, typed::kept(failure, args, &ctx.words))?,
        }
    };
    for changed in &all {
        feedback::case_line(ctx, changed)?;
        let is_done = changed.has_ended(&args.step);
        let id = if is_done {
            "told-done"
        } else {
            "told-part-done"
        };
        feedback::step_line(ctx, changed, id, &args.step)?;
        args.tell_unasked(ctx, changed)?;
        feedback::consequences(ctx, changed, Some(&args.step))?;
    }
    Ok(Outcome::Fine)
}

/// Who decided to go on with another ground: what was said, or at a terminal what is answered where that is missing.
fn who_decided(
    args: &Args,
    ctx: &mut Ctx,
    rounds: &mut NamedRounds,
) -> Result<Option<String>, Failure> {
    if args.despite.is_none() || args.decided_by.is_some() || !ctx.can_ask || ctx.yes {
        return Ok(args.decided_by.clone());
    }
    for case in &args.cases {
        let opened = ctx.desk.case(case)?;
        let tried = Draft::of(&opened.routine, &opened.events, ctx.stamp());
        let tried = tried.and_then(|mut draft| {
            rounds.record(case, &args.step, &mut draft, |draft| args.record(draft))?;
            draft.finish()
        });
        let step = args.step.clone();
        let lacks = Warning::DeciderMissing { step };
        if tried.is_ok_and(|decision| decision.warnings.contains(&lacks)) {
            let question = ctx.say("walk-decided-by");
            return Ok(Some(asking::text(ctx, &question, None)?));
        }
    }
    Ok(None)
}

impl Args {
    fn tell_unasked(&self, ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
        let (routine, titles) = (&changed.routine, Titles::of(&changed.routine));
        let asked = routine.asked_with(&self.step);
        for (question, _) in self.answer.iter().filter(|(id, _)| !asked.contains(&id)) {
            ctx.warn_say(message!(
                "warning-not-asked",
                step = titles.numbered(&self.step, &ctx.words),
                question = titles.question(question)
            ))?;
        }
        Ok(())
    }

    fn record(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        facts::answers(draft, &self.answer)?;
        facts::takes(draft, &self.takes)?;
        let on = match self.on {
            None => Some(draft.today()),
            Some(DoneOn::Day(day)) => Some(day),
            Some(DoneOn::Unknown) => None,
        };
        let how = HowDone {
            on,
            despite: self.despite.clone(),
            decided_by: self.decided_by.clone(),
        };
        match &self.item {
            Some(item) => draft.done_item(&self.step, item, &how)?,
            None if self.on.is_none() => draft.done_today(&self.step, &how)?,
            None => draft.done(&self.step, &how)?,
        }
        match &self.note {
            Some(note) => draft.note(Some(&self.step), note),
            None => Ok(()),
        }
    }
}
