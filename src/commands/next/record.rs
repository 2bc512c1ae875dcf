//! Two people at the same case: what somebody else records while a question stands is told, not overwritten.

use crate::ctx::Ctx;
use crate::desk::asking;
use crate::desk::cases::OpenedCase;
use crate::desk::change::{Changed, told_by};
use crate::domain::case::Case;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::event::Event;
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::error::Failure;
use crate::ui::{Line, Tone};

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Subject {
    Case,
    Trigger,
    Step(StepId),
    WhoTakes(StepId),
    Answer(QuestionId),
    Date(KeyDateId),
}

impl Subject {
    fn is_same(&self, before: &Case, now: &Case) -> bool {
        let answer = |case: &Case, id| Some(case.answers.get(id)?.value.clone());
        match self {
            Self::Case => before.rounds == now.rounds,
            Self::Trigger => before.trigger == now.trigger,
            Self::Step(step) => before.rounds_of(step) == now.rounds_of(step),
            Self::WhoTakes(step) => before.taken.get(step) == now.taken.get(step),
            Self::Answer(id) => answer(before, id) == answer(now, id),
            Self::Date(id) => before.dates.get(id) == now.dates.get(id),
        }
    }
}

/// The changes that one screen of the walk has stored since the case was seen.
#[derive(Debug, Default)]
pub(super) struct OwnChanges {
    changes: Vec<u32>,
    /// How many of them are not one with what is stored next.
    ended: usize,
}

impl OwnChanges {
    /// What is stored next is a change of its own.
    pub(super) fn begin_change(&mut self) {
        self.ended = self.changes.len();
    }

    /// Whether something is stored of the change that is being made.
    pub(super) fn is_begun(&self) -> bool {
        self.changes.len() > self.ended
    }
}

/// A walk that was left open overnight says so: what it asked may not be what is to be asked now.
pub(super) fn tell_new_day(ctx: &mut Ctx) -> Result<(), Failure> {
    let date = ctx.today();
    Ok(ctx.warn_say(message!("walk-new-day", date))?)
}

/// Records what was answered about `subjects` in the case as it was `seen`, and on what this screen has stored since.
/// When somebody else has changed one of them, or closed the case, nothing is recorded, and who changed what is told; so
/// is what cannot be recorded. Then the failure says only that it is told.
pub(super) fn record_if_unchanged(
    ctx: &mut Ctx,
    seen: &OpenedCase,
    own: &mut OwnChanges,
    subjects: &[Subject],
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Changed, Failure> {
    if ctx.desk.clock.turn() {
        tell_new_day(ctx)?;
        return Err(Failure::told());
    }
    let last_seen = seen.events.last().map_or(0, |event| event.seq);
    let mut theirs = None;
    let going_on = own.changes.get(own.ended..).unwrap_or_default();
    let recorded = ctx
        .desk
        .edit_on(seen.reference.as_str(), going_on, |now, draft| {
            let is_known =
                |event: &Event| event.seq <= last_seen || own.changes.contains(&event.change);
            let (known, new): (Vec<_>, Vec<_>) = now.events.iter().cloned().partition(is_known);
            let expected = Case::fold(&known).map_err(|_| Refusal::BrokenHistory)?;
            let now = draft.case();
            if expected.closed == now.closed && subjects.iter().all(|s| s.is_same(&expected, now)) {
                return edit(draft);
            }
            theirs = Some(new);
            Ok(())
        });
    let changed = match recorded {
        Err(failure) if !failure.is_interruption() => {
            asking::tell_failure(ctx, &failure)?;
            return Err(Failure::told());
        }
        recorded => recorded?,
    };
    let Some(others) = theirs else {
        let stored = changed.decision.events.first();
        own.changes.extend(stored.map(|event| event.change));
        return Ok(changed);
    };
    let line = ctx.words.say("walk-meanwhile");
    ctx.ui.print(Line::toned(Tone::Warn, line))?;
    for event in &others {
        let line = told_by(event, ctx.words.of(&changed.routine));
        ctx.ui.print_wrapped(&line, 2)?;
    }
    ctx.print_say(match own.changes.is_empty() {
        true => "walk-not-recorded",
        false => "walk-last-not-recorded",
    })?;
    Err(Failure::told())
}
