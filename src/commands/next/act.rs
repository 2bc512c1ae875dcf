//! What has happened to a step, asked and recorded.

use crate::ctx::Ctx;
use crate::desk::asking::{self, NoDay};
use crate::desk::cases::OpenedCase;
use crate::desk::change::Changed;
use crate::desk::feedback;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::plan::Status;
use crate::domain::report::ReportRow;
use crate::domain::routine::Step;
use crate::error::Failure;

use super::meanwhile::{self, About, OwnChanges};
use super::{done, parts};

#[derive(Debug, Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) opened: &'a OpenedCase,
    pub(super) step: &'a Step,
    pub(super) row: &'a ReportRow,
    /// "Rutin 4 av 7".
    pub(super) place: &'a str,
    /// It is the person's own to do; else they watch it.
    pub(super) is_mine: bool,
    pub(super) own: &'a OwnChanges,
}

pub(super) enum Acted {
    /// The case is read anew; the step comes again if it is still to be done.
    Again,
    /// The step does not come again in this sitting.
    PutOff,
    Leave,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Done,
    Reminded,
    NotRelevant,
    NewDate,
    Note,
    Later,
    Leave,
}

impl Choice {
    /// What Enter alone says comes first, and stores nothing.
    const ALL: [Self; 7] = [
        Self::Later,
        Self::Done,
        Self::Reminded,
        Self::NotRelevant,
        Self::NewDate,
        Self::Note,
        Self::Leave,
    ];

    fn wording(self, is_mine: bool) -> &'static str {
        match self {
            Self::Done if is_mine => "walk-done",
            Self::Done => "walk-heard-done",
            Self::Reminded => "walk-reminded",
            Self::NotRelevant => "walk-not-relevant",
            Self::NewDate => "walk-new-date",
            Self::Note => "walk-note",
            Self::Later => "walk-later",
            Self::Leave => "walk-leave",
        }
    }
}

pub(super) fn ask(ctx: &mut Ctx, at: At<'_>) -> Result<Acted, Failure> {
    let step = &at.step.id;
    loop {
        at.own.begin_change();
        match ask_choice(ctx, at)? {
            Choice::Done => return done::ask(ctx, at),
            Choice::Reminded => {
                let acted = record(ctx, at, "told-reminded", |draft| draft.remind(step))?;
                // Whoever was reminded has it now: on to the next.
                return Ok(acted.map_or(Acted::Again, |_| Acted::PutOff));
            }
            Choice::NotRelevant => return parts::ask_not_relevant(ctx, at),
            Choice::NewDate => return new_date(ctx, at),
            Choice::Note => {
                let note = asking::text(ctx, &ctx.say("walk-note-text"), None)?;
                let noted = |draft: &mut Draft<'_>| draft.note(Some(step), &note);
                if record(ctx, at, "told-noted", noted)?.is_none() {
                    return Ok(Acted::Again);
                }
            }
            Choice::Later => return Ok(Acted::PutOff),
            Choice::Leave => return Ok(Acted::Leave),
        }
    }
}

fn ask_choice(ctx: &mut Ctx, at: At<'_>) -> Result<Choice, Failure> {
    let options = Choice::ALL.map(|choice| ctx.words.say(choice.wording(at.is_mine)));
    // The card's head may have left a low screen: case and step stand with the question too.
    let question = say!(
        ctx,
        "walk-what",
        case = at.opened.reference,
        step = at.place
    );
    let place = ctx.prompt.select(&question, &options, 0)?;
    Ok(Choice::ALL.get(place).copied().unwrap_or(Choice::Leave))
}

fn new_date(ctx: &mut Ctx, at: At<'_>) -> Result<Acted, Failure> {
    if let Some(due) = at.row.row.dates.original_due {
        ctx.print_say(message!("walk-new-date-kept", date = due))?;
    }
    let question = ctx.words.say("walk-new-date-which");
    let Some(to) = asking::day(ctx, &question, None, NoDay::Refused, None)? else {
        return Ok(Acted::Again);
    };
    let reason = asking::text(ctx, &ctx.words.say("walk-reason"), None)?;
    let decided_by = asking::text(ctx, &ctx.words.say("walk-decided-by"), None)?;
    let extended = record(ctx, at, "told-extended", |draft| {
        draft.extend(&at.step.id, to, &reason, &decided_by)
    })?;
    Ok(extended.map_or(Acted::Again, |_| Acted::PutOff))
}

/// Records something about the step and tells what it brought. What the domain refuses, or somebody else has been
/// before with, is said; then nothing was recorded. It is the round that was shown that is meant.
pub(super) fn record(
    ctx: &mut Ctx,
    at: At<'_>,
    told: &'static str,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Option<Changed>, Failure> {
    let step = &at.step.id;
    let recorded = meanwhile::record_more(ctx, at.opened, at.own, About::Step(step), |draft| {
        draft.name_round(step, at.row.row.round);
        edit(draft)
    });
    match recorded {
        Ok(None) => Ok(None),
        Ok(Some(changed)) => {
            tell(ctx, &changed, at.step, told)?;
            Ok(Some(changed))
        }
        Err(failure) => {
            asking::tell_failure(ctx, &failure)?;
            Ok(None)
        }
    }
}

pub(super) fn tell(
    ctx: &mut Ctx,
    changed: &Changed,
    step: &Step,
    id: &'static str,
) -> Result<(), Failure> {
    let id = match id {
        "told-done" if !changed.has_ended(&step.id) => "told-part-done",
        id => id,
    };
    feedback::step_line(ctx, changed, id, &step.id)?;
    feedback::warnings(ctx, changed)?;
    let moved = changed.moved(ctx.today());
    let has_opened = moved.iter().any(|moved| {
        moved.before.is_none()
            && moved
                .after
                .is_some_and(|(status, _)| status == Status::Open)
    });
    if has_opened || moved.len() > 1 {
        feedback::moves(ctx, changed, Some(&step.id))?;
    }
    Ok(())
}
