//! `done`: records that a step was done.

use crate::cli::values::DoneOn;
use crate::commands::missing;
use crate::commands::prelude::*;
use crate::desk::given::id_and_value;
use crate::domain::decide::Warning;
use crate::domain::routine::Item;

#[derive(Debug, Clone, clap::Args)]
// One word alone is the step to clap: then we can say what is missing, which it cannot.
#[command(allow_missing_positional = true)]
pub(crate) struct Args {
    /// The cases: all or none.
    #[arg(value_name = "CASE", num_args = 1..)]
    cases: Vec<String>,
    #[arg(value_name = "STEP", required = true)]
    step: StepId,
    /// The day it was done; today unless said.
    #[arg(long, value_name = "DATE|unknown", alias = "den", value_parser = values::done_on)]
    on: Option<DoneOn>,
    #[arg(long, value_name = "ID=VALUE", alias = "svar", value_parser = values::answer)]
    answer: Vec<(QuestionId, Option<String>)>,
    /// The parts; of a step that has some, all that are left unless said.
    #[arg(long, value_name = "ID", alias = "del")]
    item: Vec<ItemId>,
    #[arg(long, value_name = "TEXT", alias = "anteckning", value_parser = values::words)]
    note: Option<String>,
    #[arg(long, value_name = "REASON", alias = "trots", value_parser = values::words)]
    despite: Option<String>,
    #[arg(long, value_name = "WHO", alias = "beslutat-av", value_parser = values::words)]
    decided_by: Option<String>,
    #[arg(long, value_name = "STEP=ROLE", alias = "tar", value_parser = values::taken)]
    takes: Vec<(StepId, Option<RoleId>)>,
    #[arg(long, value_name = "ROUND", aliases = ["omgång", "omgang"], value_parser = clap::value_parser!(u32).range(1..))]
    round: Option<u32>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
    if args.cases.is_empty() {
        let case = args.step.to_string();
        if !ctx.can_ask {
            return Err(one_word_alone(&case, ctx));
        }
        let step = missing::ask_step(ctx, &case, false)?;
        return step.map_or(Ok(()), |step| {
            let cases = vec![case];
            run(
                &Args {
                    cases,
                    step,
                    ..args.clone()
                },
                ctx,
            )
        });
    }
    let mut given = args.clone();
    given.note = given::optional(ctx, &args.note, given::NOTE_BESIDE)?;
    given.despite = given::optional(ctx, &args.despite, given::DESPITE)?;
    given.decided_by = given::optional(ctx, &args.decided_by, DECIDED_BY)?;
    given::read_texts_in(ctx, &args.cases, &mut given.answer)?;
    if let [case] = &args.cases[..]
        && given.item.is_empty()
        && ctx.can_ask
        && !ctx.yes
        && !given.ask_parts(ctx, case)?
    {
        return Ok(ctx.ui.print(ctx.say("told-nothing-changed"))?);
    }
    let mut edit = StepEdit::new(&args.cases, [&args.step], args.round);
    if given.lacks_decider(ctx, &edit)? {
        given.decided_by = Some(given::ask(ctx, DECIDED_BY)?);
    }
    let recorded = loop {
        let failure = match edit.record(&ctx.desk, |draft| given.record(draft)) {
            Ok(recorded) => break recorded,
            Err(failure) => failure,
        };
        match failure.refusal() {
            // One ground is one case's; without any it stays refused.
            Some(Refusal::NeedsDespite { grounds, .. }) if ctx.can_ask && args.cases.len() == 1 => {
                asking::tell_failure(ctx, &failure)?;
                given.despite = asking::ground(ctx, grounds)?;
                if given.despite.is_none() {
                    return Err(args.kept(failure, &ctx.words));
                }
                if !grounds.is_empty() && given.decided_by.is_none() {
                    given.decided_by = Some(given::ask(ctx, DECIDED_BY)?);
                }
            }
            Some(Refusal::Unanswered { questions, .. })
                if ctx.can_ask && !ctx.yes && args.cases.len() == 1 =>
            {
                let opened = ctx.desk.case(&args.cases[0])?;
                asking::tell_failure(ctx, &failure)?;
                for id in questions {
                    if let Some(question) = opened.routine.question(id) {
                        let answer = asking::answer(ctx, question, None, false)?;
                        given.answer.push((id.clone(), answer));
                    }
                }
            }
            _ => edit.ask_round(ctx, args.kept(failure, &ctx.words))?,
        }
    };
    for changed in &recorded {
        feedback::case_line(ctx, changed)?;
        let id = feedback::done_or_part(changed, &args.step);
        feedback::step_line(ctx, changed, id, &args.step)?;
        given.tell_parts(ctx, changed)?;
        args.tell_unasked(ctx, changed)?;
        feedback::consequences(ctx, changed, Some(&args.step))?;
    }
    Ok(())
}

fn one_word_alone(word: &str, ctx: &Ctx) -> Failure {
    let Ok(opened) = ctx.desk.case(word) else {
        return Failure::usage("usage-case-and-step").hint("hint-case-and-step");
    };
    let rows = opened.plan(ctx.today()).rows.into_iter();
    let mut left: Vec<StepId> = rows
        .filter(|row| row.status.is_to_do())
        .map(|row| row.step)
        .collect();
    // The rounds of a step follow one another.
    left.dedup();
    let missing = Failure::usage("usage-step-missing");
    let missing = match left.is_empty() {
        true => missing,
        false => missing.choices(&left),
    };
    missing.hint(message!("hint-step-missing", case = opened.reference))
}

impl Args {
    /// Whether somebody can be asked who decided to go on with another ground, and it is not said.
    fn lacks_decider(&self, ctx: &Ctx, edit: &StepEdit<'_>) -> Attempt<bool> {
        if self.despite.is_none() || self.decided_by.is_some() || !ctx.can_ask || ctx.yes {
            return Ok(false);
        }
        let step = self.step.clone();
        let lacks = Warning::DeciderMissing { step };
        for case in &self.cases {
            let opened = ctx.desk.case(case)?;
            let draft = Draft::of(&opened.routine, &opened.events, ctx.stamp());
            let tried = draft.and_then(|mut draft| {
                edit.apply(case, &mut draft, |draft| self.record(draft))?;
                draft.finish()
            });
            if tried.is_ok_and(|decision| decision.warnings.contains(&lacks)) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn record(&self, draft: &mut Draft<'_>) -> Result<(), Refusal> {
        given::answers(draft, &self.answer)?;
        given::takes(draft, &self.takes)?;
        let how = HowDone {
            on: match self.on {
                None => Some(draft.today()),
                Some(on) => on.day(),
            },
            despite: self.despite.clone(),
            decided_by: self.decided_by.clone(),
        };
        match &self.item[..] {
            [] if self.on.is_none() => draft.done_today(&self.step, &how)?,
            [] => draft.done(&self.step, &how)?,
            items => {
                for item in items {
                    draft.done_item(&self.step, item, &how)?;
                }
            }
        }
        match &self.note {
            Some(note) => draft.note(Some(&self.step), note),
            None => Ok(()),
        }
    }

    /// Asks which of the parts that are left are done; whether any of them is, or there are none to ask about.
    fn ask_parts(&mut self, ctx: &mut Ctx, case: &str) -> Attempt<bool> {
        let opened = ctx.desk.case(case)?;
        let parts = parts_left(&opened.routine, &opened.case, &self.step, ctx.today());
        if parts.len() < 2 {
            return Ok(true);
        }
        let here = ctx.words.of(&opened.routine);
        let options: Vec<_> = parts.iter().map(|part| here.item(part)).collect();
        let question = ctx.say("walk-which-parts");
        let places = ctx.prompt.select_many(&question, &options, &[])?;
        let chosen = places.iter().filter_map(|place| parts.get(*place));
        self.item = chosen.map(|part| part.id.clone()).collect();
        Ok(!self.item.is_empty())
    }

    /// Which parts were ticked with the whole step.
    fn tell_parts(&self, ctx: &mut Ctx, changed: &Changed) -> Attempt {
        let parts = parts_left(&changed.routine, &changed.before, &self.step, ctx.today());
        if !self.item.is_empty() || parts.is_empty() || !changed.has_ended(&self.step) {
            return Ok(());
        }
        let here = ctx.words.of(&changed.routine);
        let parts = joined(" · ", parts.iter().map(|part| here.item(part)));
        Ok(ctx.print_say(message!("told-with-parts", parts))?)
    }

    fn tell_unasked(&self, ctx: &mut Ctx, changed: &Changed) -> Attempt {
        let asked = changed.routine.asked_with(&self.step);
        for (question, _) in self.answer.iter().filter(|(id, _)| !asked.contains(&id)) {
            let said = message!("warning-not-asked", step = self.step, question);
            let said = ctx.words.of(&changed.routine).filled(said);
            ctx.warn_say(said)?;
        }
        Ok(())
    }

    /// The failure whose hints keep what was typed, so that only what is missing has to be added.
    fn kept(&self, failure: Failure, words: &Words) -> Failure {
        let on = self.on.map(|on| match on {
            DoneOn::Day(day) => day.to_string(),
            DoneOn::Unknown => words.say("typed-unknown"),
        });
        let mut options = vec![
            ("typed-on", on),
            ("typed-round", self.round.map(|round| round.to_string())),
        ];
        let items = self.item.iter().map(ToString::to_string);
        options.extend(items.map(|item| ("typed-item", Some(item))));
        let answers = self.answer.iter();
        let answers = answers.map(|(id, value)| id_and_value(id, value.as_ref()));
        options.extend(answers.map(|answer| ("typed-answer", Some(answer))));
        let takes = self.takes.iter();
        let takes = takes.map(|(step, role)| id_and_value(step, role.as_ref()));
        options.extend(takes.map(|taken| ("typed-takes", Some(taken))));
        options.extend([
            ("typed-despite", self.despite.clone()),
            ("typed-decided-by", self.decided_by.clone()),
            ("typed-note", self.note.clone()),
        ]);
        typed_again::kept(failure, words, ("typed-done", &self.cases), options)
    }
}

/// The parts of the latest round that are neither done nor skipped.
fn parts_left<'r>(
    routine: &'r Routine,
    case: &Case,
    step: &StepId,
    today: NaiveDate,
) -> Vec<&'r Item> {
    let plan = Plan::of(routine, case, today);
    let row = plan.latest(step).filter(|row| !row.status.is_ended());
    let left = row.into_iter().flat_map(|row| &row.items);
    let left = left.filter(|state| !state.settled);
    let of_step = routine.step(step);
    left.filter_map(|state| of_step?.item(state.id.as_str()))
        .collect()
}
