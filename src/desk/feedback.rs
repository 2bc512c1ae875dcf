//! What is said after a change: warnings, and which dates moved.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::decide::Decision;
use crate::domain::event::What;
use crate::domain::ids::StepId;
use crate::domain::plan::{MovedRound, Plan, Status};
use crate::domain::report::Standing;
use crate::domain::retention::PLACEMENT_ENDS;
use crate::domain::routine::Routine;
use crate::domain::school_gap::{IN_SCHOOL, first_day_untold};
use crate::error::Failure;
use crate::ui::Tone;
use crate::ui::wording::Naming;
use crate::view::{CaseName, CaseView};

use super::cases::OpenedCase;
use super::change::{Changed, told_by};

/// Says which case was changed, so that the wrong child is noticed.
pub(crate) fn case_line(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let case = CaseView {
        name: Some(CaseName {
            reference: &changed.reference,
            code_word: changed.code_word.as_deref(),
        }),
        routine: &changed.routine,
        case: &changed.decision.case,
        today: ctx.today(),
        words: &ctx.words,
    };
    Ok(ctx.ui.tell(case.line())?)
}

/// Says what was done to a case, in a sentence that names nothing in it.
pub(crate) fn of_case(ctx: &mut Ctx, changed: &Changed, id: &'static str) -> Result<(), Failure> {
    case_line(ctx, changed)?;
    Ok(ctx.ui.print(ctx.words.say(id))?)
}

/// Says what was done to a step of a case, and what came of it.
pub(crate) fn of_step(
    ctx: &mut Ctx,
    changed: &Changed,
    id: &'static str,
    step: &StepId,
) -> Result<(), Failure> {
    case_line(ctx, changed)?;
    step_line(ctx, changed, id, step)?;
    consequences(ctx, changed, Some(step))
}

/// What is said of a step that was recorded as done, or a part of it.
pub(crate) fn done_or_part(changed: &Changed, step: &StepId) -> &'static str {
    match changed.has_ended(step) {
        true => "told-done",
        false => "told-part-done",
    }
}

/// "Rutin 4 … är klart."
pub(crate) fn step_line(
    ctx: &mut Ctx,
    changed: &Changed,
    id: &'static str,
    step: &StepId,
) -> Result<(), Failure> {
    let here = ctx.words.of(&changed.routine);
    let recorded = changed.decision.events.iter();
    let mut rounds = recorded.filter_map(|event| event.what.round());
    let round = rounds.find(|(of, _)| *of == step);
    let mut step = here.step(step);
    if let Some(round) = round {
        step = here.with_round(step, round);
    }
    let line = say!(ctx, id, step);
    Ok(ctx.ui.print_wrapped(&line, 2)?)
}

/// Says all that is left of a case before it is closed: its steps, late ones first, its questions, and how the child's
/// schooling stands. Whether anything is left.
pub(crate) fn what_is_left(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
) -> Result<bool, Failure> {
    let (view, today) = (opened.view(ctx), ctx.today());
    let here = ctx.words.of(&opened.routine);
    let is_left = |status: Status| !status.is_ended() && status != Status::NotApplicable;
    let rows = standing.rows.iter();
    let mut rows: Vec<_> = rows.filter(|row| is_left(row.row.status)).collect();
    rows.sort_by_key(|row| !row.is_overdue(today));
    let steps = rows.into_iter().map(|row| {
        let (_, stands) = view.step(row).standing();
        let step = here.with_round(here.step(&row.row.step), (&row.row.step, row.row.round));
        say!(here, "closing-step", step, stands)
    });
    let questions = standing.questions(None).into_iter();
    let questions = questions.map(|id| say!(here, "closing-question", question = here.text(&id)));
    let mut left: Vec<String> = steps.chain(questions).collect();
    let is_any = !left.is_empty();
    let school = view.schooling();
    if is_any && !school.is_empty() {
        left.push(say!(here, "closing-school", school));
    }
    for line in left {
        ctx.ui.tell_wrapped(&line, 2)?;
    }
    Ok(is_any)
}

/// Which rounds now have a day booked, or no longer have one.
fn bookings(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let here = ctx.words.of(&changed.routine);
    let plan = Plan::of(&changed.routine, &changed.decision.case, ctx.today());
    for event in &changed.decision.events {
        let What::Planned { step, on } = &event.what else {
            continue;
        };
        let mut rows = plan.rows.iter().rev();
        let round = rows
            .find(|row| row.step == *step)
            .map_or(1, |row| row.round);
        let step = here.with_round(here.step(step), (step, round));
        let line = match on {
            Some(date) => say!(ctx, "told-booked", step, date = *date),
            None => say!(ctx, "told-not-booked", step),
        };
        ctx.ui.print_wrapped(&line, 2)?;
    }
    Ok(())
}

pub(crate) fn consequences(
    ctx: &mut Ctx,
    changed: &Changed,
    mentioned: Option<&StepId>,
) -> Result<(), Failure> {
    bookings(ctx, changed)?;
    warnings(ctx, changed)?;
    replaced(ctx, changed)?;
    untold_first_day(ctx, changed)?;
    moves(ctx, changed, mentioned)?;
    for_akt(ctx, changed)
}

/// Says so when what was recorded is to stand in the case system too: a consent, a ground, a new date by decision, the
/// end of the placement. What one screen has stored bit by bit is one change.
fn for_akt(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let recorded = changed.decision.events.last().map(|event| event.change);
    let change = changed.decision.case.events.iter().rev();
    let mut change = change.take_while(|event| Some(event.change) == recorded);
    let is_for_akt = |what: &What| match what {
        What::Extended { .. } => true,
        What::Answered { question, .. } => changed.routine.stands(question).is_some(),
        What::DateSet { date, .. } => PLACEMENT_ENDS.contains(&date.as_str()),
        what => what.ground().0.is_some(),
    };
    if change.any(|event| is_for_akt(&event.what)) {
        let case = &changed.reference;
        ctx.tell_say(message!("told-for-akt", case))?;
    }
    Ok(())
}

/// Tells what somebody else had recorded of the same thing, so that two who act at once learn of each other.
fn replaced(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    for event in &changed.replaced {
        let event = told_by(event, ctx.words.of(&changed.routine));
        ctx.warn_say(message!("told-replaced", event))?;
    }
    Ok(())
}

/// Asks since when a child is in school, as soon as it is answered that it is.
fn untold_first_day(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let Decision { case, events, .. } = &changed.decision;
    let answers = |what: &What| matches!(what, What::Answered { question, .. } if question.as_str() == IN_SCHOOL);
    let is_answered = events.iter().any(|event| answers(&event.what));
    let untold = first_day_untold(&changed.routine, case).filter(|_| is_answered);
    let Some(id) = untold else { return Ok(()) };
    let title = ctx.words.of(&changed.routine).text(&id);
    let case = changed.reference.to_string();
    let id = id.to_string();
    Ok(ctx.warn_say(message!("told-first-day-untold", title, case, id))?)
}

pub(crate) fn moves(
    ctx: &mut Ctx,
    changed: &Changed,
    mentioned: Option<&StepId>,
) -> Result<(), Failure> {
    let here = ctx.words.of(&changed.routine);
    let moved = changed.moved(ctx.today()).into_iter();
    let is_news = |moved: &MovedRound| {
        let ended = moved.after.is_some_and(|(status, _)| status.is_ended());
        !(ended && mentioned == Some(&moved.step))
    };
    for moved in moved.filter(is_news) {
        let line = moved_line(&moved, here);
        ctx.ui.print_wrapped(&line, 2)?;
    }
    Ok(())
}

pub(crate) fn warnings(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    decision_warnings(ctx, &changed.routine, &changed.decision)
}

pub(crate) fn decision_warnings(
    ctx: &mut Ctx,
    routine: &Routine,
    decision: &Decision,
) -> Result<(), Failure> {
    for warning in &decision.warnings {
        let said = ctx.words.of(routine).say(warning);
        ctx.ui.tell_toned_wrapped(Tone::Warn, &said)?;
    }
    Ok(())
}

/// "Rutin 7: fre 5 mars 2027 → tis 9 mars 2027 (4 dagar senare)", or how its standing changed.
fn moved_line(moved: &MovedRound, words: Naming<'_>) -> String {
    let step = words.text((&moved.step, moved.round));
    let in_words = |(status, due): (Status, Option<NaiveDate>)| match due {
        Some(due) if status.is_to_do() => words.no_later_than(due),
        _ => words.say(&status),
    };
    let [before, after] =
        [moved.before, moved.after].map(|it| it.filter(|(status, _)| status.is_to_do()));
    let (from, to) = match (before, after) {
        (Some((before, from)), Some((after, to))) if from == to => {
            (words.say(&before), words.say(&after))
        }
        (Some((_, Some(from))), Some((_, Some(to)))) => {
            return say!(
                words,
                "moved-date",
                step,
                from,
                to,
                shift = words.shift(from, to)
            );
        }
        _ => {
            let (from, to) = (moved.before.map(in_words), moved.after.map(in_words));
            let was_undecided = matches!(moved.before, Some((Status::Undecided, _)));
            return match (from, to) {
                (None, to) => say!(words, "moved-new", step, to = to.unwrap_or_default()),
                (Some(from), None) => say!(words, "moved-gone", step, from),
                (Some(_), Some(to)) if was_undecided && after.is_some() => {
                    say!(words, "moved-applies", step, to)
                }
                (Some(from), Some(to)) => say!(words, "moved-standing", step, from, to),
            };
        }
    };
    say!(words, "moved-standing", step, from, to)
}
