//! Two people at the same case: what somebody else records while a question stands is told, not overwritten.

use std::rc::Rc;

use crate::commands::support::cases;
use crate::commands::support::change::{self, Changed};
use crate::commands::support::first;
use crate::commands::support::routines::OpenedCase;
use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::error::Failure;
use crate::ui::wording::Titles;
use crate::ui::{Line, Tone};

/// What a question was about.
#[derive(Debug, Clone, Copy)]
pub(super) enum About<'a> {
    /// What has happened to a step.
    Step(&'a StepId),
    /// Who takes a step.
    WhoTakes(&'a StepId),
    /// The answer to a question.
    Answer(&'a QuestionId),
    /// A key date.
    Date(&'a KeyDateId),
    /// The case as a whole.
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

/// Records what was answered about `seen`, the case as it stood when the question was put. When that has been changed
/// by somebody else since, nothing is recorded: it is told who changed what, and `None` comes back.
pub(super) fn record(
    ctx: &mut Ctx,
    seen: &OpenedCase,
    about: About<'_>,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Option<Changed>, Failure> {
    let mut is_same = true;
    let changed = change::one(ctx, seen.reference.as_str(), |draft| {
        is_same = about.is_same(&seen.case, draft.case());
        if is_same { edit(draft) } else { Ok(()) }
    })?;
    if is_same {
        return Ok(Some(changed));
    }
    tell(ctx, seen)?;
    Ok(None)
}

/// Who has recorded what since the case was seen.
fn tell(ctx: &mut Ctx, seen: &OpenedCase) -> Result<(), Failure> {
    let now = cases::read(ctx, seen.reference.as_str())?;
    let words = Rc::clone(&ctx.words);
    let titles = Titles::of(&now.routine);
    let last_seen = seen.events.last().map_or(0, |event| event.seq);
    let line = words.say("walk-meanwhile", &[]);
    ctx.ui.print(Line::toned(Tone::Warn, line))?;
    for event in now.events.iter().filter(|event| event.seq > last_seen) {
        ctx.ui
            .print_wrapped(&first::told(event, titles, &words), 2)?;
    }
    ctx.ui
        .print_wrapped(&words.say("walk-not-recorded", &[]), 0)?;
    Ok(())
}
