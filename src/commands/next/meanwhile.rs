//! Two people at the same case: what somebody else records while a question stands is told, not overwritten.

use std::rc::Rc;

use crate::commands::support::change::{self, Changed};
use crate::commands::support::first;
use crate::commands::support::routines::OpenedCase;
use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::event::Event;
use crate::domain::ids::{KeyDateId, QuestionId, StepId};
use crate::domain::routine::Routine;
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

/// What one screen of the walk has stored itself since the case was seen.
#[derive(Debug, Default)]
pub(super) struct OwnChanges {
    all: Vec<u32>,
    /// Those that are one with what it stores next.
    going_on: Vec<u32>,
}

impl OwnChanges {
    /// What is stored next is a change of its own.
    pub(super) fn begin_change(&mut self) {
        self.going_on.clear();
    }
}

/// Records what was answered about `seen`, the case as it stood when the question was put. When that has been changed
/// by somebody else since, nothing is recorded: it is told who changed what, and `None` comes back.
pub(super) fn record(
    ctx: &mut Ctx,
    seen: &OpenedCase,
    own: &mut OwnChanges,
    about: About<'_>,
    edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
) -> Result<Option<Changed>, Failure> {
    let last_seen = seen.events.last().map_or(0, |event| event.seq);
    let is_others = |event: &Event| event.seq > last_seen && !own.all.contains(&event.change);
    let mut others = None;
    let changed = change::one_more(ctx, seen.reference.as_str(), &own.going_on, |now, draft| {
        let mine = now.events.iter().filter(|event| !is_others(event));
        let mine: Vec<Event> = mine.cloned().collect();
        // What others stored may stand between: then it is them that it is compared with.
        let expected = Case::fold(&mine).unwrap_or_else(|_| seen.case.clone());
        if about.is_same(&expected, draft.case()) {
            return edit(draft);
        }
        others = Some(
            now.events
                .iter()
                .filter(|e| is_others(e))
                .cloned()
                .collect(),
        );
        Ok(())
    })?;
    if let Some(others) = others {
        tell(ctx, &changed.routine, others, own)?;
        return Ok(None);
    }
    for stored in changed.decision.events.iter().take(1) {
        own.all.push(stored.change);
        own.going_on.push(stored.change);
    }
    Ok(Some(changed))
}

/// Who has recorded what since the case was seen, and what of one's own is stored.
fn tell(
    ctx: &mut Ctx,
    routine: &Routine,
    others: Vec<Event>,
    own: &OwnChanges,
) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let titles = Titles::of(routine);
    let line = words.say("walk-meanwhile", &[]);
    ctx.ui.print(Line::toned(Tone::Warn, line))?;
    for event in others {
        ctx.ui
            .print_wrapped(&first::told(&event, titles, &words), 2)?;
    }
    let id = match own.all.is_empty() {
        true => "walk-not-recorded",
        false => "walk-last-not-recorded",
    };
    ctx.ui.print_wrapped(&words.say(id, &[]), 0)?;
    Ok(())
}
