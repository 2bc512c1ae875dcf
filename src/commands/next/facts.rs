//! Facts that decide something, asked before the steps they decide. What nobody knows yet is asked once in a sitting.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::cases::OpenedCase;
use crate::desk::feedback;
use crate::domain::condition::{Missing, Truth};
use crate::domain::decide::{Draft, Refusal};
use crate::domain::facts::holds;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::Standing;
use crate::domain::routine::Question;
use crate::domain::typed::Tense;
use crate::error::Failure;
use crate::ui::prompt::{Asked, NOTHING, Unasked};

use super::record::{OwnChanges, Subject, record_if_unchanged};
use super::session::Memory;

/// Asks the first unanswered question that decides something about the step `before` or one that stands before it
/// in the routine; whether there was one.
pub(super) fn ask_what_decides(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    before: Option<u32>,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let deciding = standing.questions(before);
    let is_asked = |question: &&Question| {
        // Of one that is asked only after another's answer nothing is asked before that.
        holds(question.when.as_ref(), &opened.case) == Truth::True
            && deciding.contains(&question.id)
            && memory.may_know(&Subject::Answer(question.id.clone()))
    };
    let Some(question) = opened.routine.questions().find(is_asked) else {
        return Ok(false);
    };
    let subject = Subject::Answer(question.id.clone());
    let ask = |ctx: &mut Ctx| asking::answer(ctx, question, None, true);
    ask_once(
        ctx,
        opened,
        memory,
        (subject, "walk-decides"),
        ask,
        |draft, answer| draft.answer(&question.id, &answer),
    )
}

/// Asks what started the case, when that decides which steps apply; whether it did.
pub(super) fn ask_trigger(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let triggers = &opened.routine.triggers;
    let is_known = opened.case.trigger.is_some() || triggers.is_empty();
    if is_known || !memory.may_know(&Subject::Trigger) {
        return Ok(false);
    }
    let ask = |ctx: &mut Ctx| asking::trigger(ctx, &opened.routine);
    let about = (Subject::Trigger, "walk-decides");
    ask_once(ctx, opened, memory, about, ask, |draft, trigger| {
        draft.set_trigger(Some(&trigger))
    })
}

/// Asks for the first key date that a step waits for; whether there was one.
pub(super) fn ask_missing_dates(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let rows = standing.rows.iter().map(|row| &row.row);
    let waiting = rows.filter(|row| row.status == Status::Waiting);
    let mut missing = waiting
        .flat_map(|row| &row.waits_for)
        .filter_map(|waits| match waits {
            WaitsFor::Known(Missing::Date(id)) => Some(id),
            _ => None,
        });
    let Some(id) = missing.find(|id| memory.may_know(&Subject::Date((*id).clone()))) else {
        return Ok(false);
    };
    let title = ctx.words.of(&opened.routine).text(id);
    let ask = |ctx: &mut Ctx| asking::day(ctx, &title, None, NoDay::NotYet, Tense::Any);
    let about = (Subject::Date(id.clone()), "walk-steps-wait");
    ask_once(ctx, opened, memory, about, ask, |draft, day| {
        draft.set_date(id, Some(day))
    })
}

#[derive(Debug, Clone, Copy)]
enum DateFate {
    Happened,
    AnotherDay,
    PutOff,
    NotKnown,
}

/// Asks whether the first key date that has come and that nobody has confirmed did happen that day; whether there was
/// one.
pub(super) fn confirm_dates(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    memory: &mut Memory,
) -> Result<bool, Failure> {
    let today = ctx.today();
    let come = opened.routine.key_dates.iter().find_map(|date| {
        let dated = opened.case.dates.get(&date.id)?;
        let has_come = !dated.confirmed && dated.on <= today;
        (has_come && memory.may_know(&Subject::Date(date.id.clone()))).then_some((date, dated.on))
    });
    let Some((date, on)) = come else {
        return Ok(false);
    };
    let (id, title) = (&date.id, &date.title);
    let ask = |ctx: &mut Ctx| -> Asked<Option<Option<NaiveDate>>> {
        let question = say!(ctx, "happened-ask", title = title.clone(), date = on);
        let options = [
            (DateFate::Happened, "happened-yes"),
            (DateFate::AnotherDay, "happened-another-day"),
            (DateFate::PutOff, "happened-put-off"),
            (DateFate::NotKnown, "happened-not-known"),
        ];
        let tense = match asking::one_of(ctx, &question, &options, NOTHING)? {
            DateFate::Happened => return Ok(Some(None)),
            DateFate::AnotherDay => Tense::Past,
            DateFate::PutOff => Tense::Any,
            DateFate::NotKnown => return Ok(None),
        };
        Ok(Some(asking::day(ctx, title, None, NoDay::Back, tense)?))
    };
    let about = (Subject::Date(id.clone()), "happened-why");
    ask_once(ctx, opened, memory, about, ask, |draft, day| match day {
        None => draft.confirm_date(id),
        day => draft.set_date(id, day),
    })
}

/// Says why it is asked, asks, stores what was said and tells what that brought.
fn ask_once<T>(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    memory: &mut Memory,
    (subject, why): (Subject, &'static str),
    ask: impl FnOnce(&mut Ctx) -> Asked<Option<T>>,
    edit: impl FnOnce(&mut Draft<'_>, T) -> Result<(), Refusal>,
) -> Result<bool, Failure> {
    head(ctx, opened, &ctx.say(why))?;
    let said = match ask(ctx) {
        Err(Unasked::Back) => None,
        said => said?,
    };
    let Some(said) = said else {
        memory.not_known.insert(subject);
        return Ok(true);
    };
    let own = &mut OwnChanges::default();
    let edit = |draft: &mut Draft<'_>| edit(draft, said);
    let changed = record_if_unchanged(ctx, opened, own, &[subject], edit)?;
    feedback::consequences(ctx, &changed, None)?;
    Ok(true)
}

/// The case, and what it is that is asked about it.
fn head(ctx: &mut Ctx, opened: &OpenedCase, why: &str) -> Result<(), Failure> {
    ctx.ui.print("")?;
    ctx.ui.print_fitted(opened.view(ctx).line())?;
    ctx.ui.print_wrapped(why, 0)?;
    Ok(())
}
