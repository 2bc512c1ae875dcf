//! Two people at the same case: what somebody else records while a question stands is told, not overwritten.

use std::cell::{Cell, RefCell};

use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::change::Changed;
use crate::desk::conflict;
use crate::domain::case::Case;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::event::Event;
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::domain::routine::Routine;
use crate::error::Failure;
use crate::ui::{Line, Tone};

#[derive(Debug, Clone, Copy)]
pub(super) enum About<'a> {
    Step(&'a StepId),
    WhoTakes(&'a StepId),
    Answer(&'a QuestionId),
    Date(&'a KeyDateId),
    Case,
}

impl About<'_> {
    fn is_same(self, before: &Case, now: &Case) -> bool {
        if before.closed != now.closed {
            return false;
        }
        match self {
            Self::Step(step) => before.rounds_of(step) == now.rounds_of(step),
            Self::WhoTakes(step) => before.taken.get(step) == now.taken.get(step),
            Self::Answer(id) => value(before, id) == value(now, id),
            Self::Date(id) => before.dates.get(id) == now.dates.get(id),
            Self::Case => before.rounds == now.rounds,
        }
    }
}

fn value<'c>(case: &'c Case, question: &QuestionId) -> Option<&'c str> {
    let answer = case.answers.get(question)?;
    Some(answer.value.as_str())
}

/// The changes that one screen of the walk has stored since the case was seen, and how many of them are not one with
/// what it stores next.
#[derive(Debug, Default)]
pub(super) struct OwnChanges(RefCell<Vec<u32>>, Cell<usize>);

impl OwnChanges {
    /// What is stored next is a change of its own.
    pub(super) fn begin_change(&self) {
        self.1.set(self.0.borrow().len());
    }
}

/// Records what was answered about `seen`, the case as it stood when the question was put. When that has been changed
/// by somebody else since, nothing is recorded: it is told who changed what, and `None` comes back.
pub(super) fn record(
    ctx: &mut Ctx,
    seen: &OpenedCase,
    about: About<'_>,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Option<Changed>, Failure> {
    record_more(ctx, seen, &OwnChanges::default(), about, edit)
}

/// The same on a screen that may have stored something before.
pub(super) fn record_more(
    ctx: &mut Ctx,
    seen: &OpenedCase,
    own: &OwnChanges,
    about: About<'_>,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Option<Changed>, Failure> {
    let last_seen = seen.events.last().map_or(0, |event| event.seq);
    let mut mine = own.0.borrow_mut();
    let mut others = None;
    let going_on = mine.get(own.1.get()..).unwrap_or_default();
    let changed = ctx
        .desk
        .edit_on(seen.reference.as_str(), going_on, |now, draft| {
            let is_mine = |event: &Event| event.seq <= last_seen || mine.contains(&event.change);
            let (known, new): (Vec<_>, Vec<_>) = now.events.iter().cloned().partition(is_mine);
            let expected = Case::fold(&known).map_err(|_| Refusal::BrokenHistory)?;
            if about.is_same(&expected, draft.case()) {
                return edit(draft);
            }
            others = Some(new);
            Ok(())
        })?;
    if let Some(others) = others {
        tell(ctx, &changed.routine, &others, !mine.is_empty())?;
        return Ok(None);
    }
    mine.extend(changed.decision.events.first().map(|event| event.change));
    Ok(Some(changed))
}

fn tell(
    ctx: &mut Ctx,
    routine: &Routine,
    others: &[Event],
    is_some_stored: bool,
) -> Result<(), Failure> {
    let here = ctx.words.of(routine);
    let line = ctx.words.say("walk-meanwhile");
    ctx.ui.print(Line::toned(Tone::Warn, line))?;
    for event in others {
        ctx.ui.print_wrapped(&conflict::line(event, here), 2)?;
    }
    let id = match is_some_stored {
        false => "walk-not-recorded",
        true => "walk-last-not-recorded",
    };
    ctx.print_say(id)?;
    Ok(())
}
