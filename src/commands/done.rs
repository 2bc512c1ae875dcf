//! `done`: records that a step was done.

use crate::cli::values::DoneOn;
use crate::commands::missing;
use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::desk::given::{GivenAnswer, GivenTaker, id_and_value};
use crate::domain::decide::Warning;
use crate::domain::routine::Item;
use crate::domain::signs::are_alike;

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
    answer: Vec<GivenAnswer>,
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
    takes: Vec<GivenTaker>,
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
    let (cases, first) = given.settle(ctx)?;
    given.note = given::optional(ctx, &args.note, given::NOTE_BESIDE)?;
    given.despite = given::optional(ctx, &args.despite, given::DESPITE)?;
    given.decided_by = given::optional(ctx, &args.decided_by, DECIDED_BY)?;
    given::read_texts(ctx, &first.routine, &mut given.answer)?;
    let on = given.on.as_ref().and_then(DoneOn::day);
    if on.is_some() {
        asking::tell_typed(ctx, on)?;
    }
    let is_asked = ctx.can_ask && !ctx.yes && cases.len() == 1;
    if is_asked && given.item.is_empty() && !given.ask_parts(ctx, &first)? {
        return Ok(ctx.ui.print(ctx.say("told-nothing-changed"))?);
    }
    let step = given.step.clone();
    let mut edit = StepEdit::new(&cases, [&step], args.round);
    if given.lacks_decider(ctx, &cases, &edit)? {
        given.decided_by = Some(given::ask(ctx, DECIDED_BY)?);
    }
    let recorded = loop {
        let failure = match edit.record(&ctx.desk, |draft| given.record(draft)) {
            Ok(recorded) => break recorded,
            Err(failure) => failure,
        };
        match failure.refusal() {
            // One ground is one case's; without any it stays refused.
            Some(Refusal::NeedsDespite {
                grounds, waits_for, ..
            }) if ctx.can_ask && cases.len() == 1 => {
                let told = say!(
                    ctx.words.of(&first.routine),
                    "refused-needs-despite",
                    step = step.clone()
                );
                ctx.ui.tell_toned_wrapped(Tone::Bad, &told)?;
                let about = (&*first.routine, &first.case, &step);
                given.despite = asking::ground(ctx, about, waits_for, grounds)?;
                if given.despite.is_none() {
                    return Err(given.kept(failure, &cases, ctx));
                }
                if !grounds.is_empty() && given.decided_by.is_none() {
                    given.decided_by = Some(given::ask(ctx, DECIDED_BY)?);
                }
            }
            Some(Refusal::Unanswered { questions, .. }) if is_asked => {
                asking::tell_failure(ctx, &failure)?;
                let of_routine = questions.iter().filter_map(|id| first.routine.question(id));
                for question in of_routine {
                    let answer = asking::answer(ctx, question, None, false)?;
                    given.answer.push((question.id.clone(), answer));
                }
            }
            _ => edit.ask_round(ctx, given.kept(failure, &cases, ctx))?,
        }
    };
    for changed in &recorded {
        feedback::case_line(ctx, changed)?;
        let id = feedback::done_or_part(changed, &step);
        feedback::step_line(ctx, changed, id, &step)?;
        given.tell_parts(ctx, changed)?;
        given.tell_unasked(ctx, changed)?;
        feedback::consequences(ctx, changed, Some(&step))?;
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
    /// Finds the cases, and puts in the ids that are meant in the first one's routine.
    fn settle(&mut self, ctx: &mut Ctx) -> Attempt<(Vec<CaseRef>, OpenedCase)> {
        let first = self.cases.first().map_or("", String::as_str);
        let first = to_change(ctx, first, CaseFilter::Open)?;
        let routine = &first.routine;
        let mut cases = vec![first.reference.clone()];
        for typed in self.cases.iter().skip(1) {
            let step = routine.meant(&StepId::from(typed.as_str()));
            if step.is_ok_and(|step| routine.step(&step).is_some())
                && !matches!(ctx.desk.case(typed), Ok(case) if are_alike(case.reference.as_str(), typed))
            {
                let next = message!("hint-one-step", case = first.reference, step = typed);
                return Err(Failure::usage("usage-one-step").hint(next));
            }
            cases.push(to_change(ctx, typed, CaseFilter::Open)?.reference);
        }
        first.or_refuse(self.settle_ids(routine), &ctx.words)?;
        Ok((cases, first))
    }

    fn settle_ids(&mut self, routine: &Routine) -> Result<(), Refusal> {
        routine.settle([&mut self.step])?;
        for item in &mut self.item {
            *item = routine.item_meant(&self.step, item)?;
        }
        routine.settle(given::ids(&mut self.answer))?;
        given::settle_takes(&mut self.takes, routine)
    }

    /// Whether somebody can be asked who decided to go on with another ground, and it is not said.
    fn lacks_decider(&self, ctx: &Ctx, cases: &[CaseRef], edit: &StepEdit<'_>) -> Attempt<bool> {
        if self.despite.is_none() || self.decided_by.is_some() || !ctx.can_ask || ctx.yes {
            return Ok(false);
        }
        let step = self.step.clone();
        let lacks = Warning::DeciderMissing { step };
        for case in cases {
            let opened = ctx.desk.case(case.as_str())?;
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
            on: match &self.on {
                None => Some(draft.today()),
                Some(on) => on.day().map(|on| on.on(draft.today())),
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
    fn ask_parts(&mut self, ctx: &mut Ctx, opened: &OpenedCase) -> Attempt<bool> {
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
    fn kept(&self, failure: Failure, cases: &[CaseRef], ctx: &Ctx) -> Failure {
        let words = &ctx.words;
        let on = self.on.as_ref().map(|on| match on {
            DoneOn::Day(day) => day.on(ctx.today()).to_string(),
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
        typed_again::kept(failure, words, ("typed-done", cases), options)
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
