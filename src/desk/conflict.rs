//! Two people at the same case: the second is told what the first did, who it was and on which day.

use crate::domain::case::undone_changes;
use crate::domain::decide::Refusal;
use crate::domain::event::{Event, Stamp, What};
use crate::domain::message::Message;
use crate::error::Failure;
use crate::ui::wording::{Naming, Words};

use super::cases::OpenedCase;
use super::refusals::Refusals;

/// "Anna, lör 21 nov 2026: Rutin 1 klart fre 20 nov 2026".
pub(crate) fn line(event: &Event, here: Naming<'_>) -> String {
    let Stamp { who, day, .. } = &event.stamp;
    say!(here, "first-told", who, day, what = event.what)
}

/// A refusal in words, with the events that stand in the way where it does not name them itself.
pub(crate) fn refused(opened: &OpenedCase, refusal: &Refusal, words: &Words) -> Failure {
    let refusals = Refusals::new(words, &opened.routine, &opened.reference);
    let here = words.of(&opened.routine);
    in_the_way(&opened.events, refusal).into_iter().fold(
        refusals.failure(refusal).wording(refusal),
        |failure, event| failure.because(Message::verbatim(line(event, here))),
    )
}

fn in_the_way<'e>(events: &'e [Event], refusal: &Refusal) -> Vec<&'e Event> {
    let latest = |is_it: &dyn Fn(&What) -> bool| {
        let undone = undone_changes(events);
        let standing = events.iter().rev().filter(|e| !undone.contains(&e.change));
        standing.filter(|e| is_it(&e.what)).take(1).collect()
    };
    match refusal {
        Refusal::MovedOn { seen } => events.iter().filter(|e| e.seq > *seen).collect(),
        Refusal::CaseClosed { .. } => latest(&|what| matches!(what, What::Closed { .. })),
        Refusal::WhichRound { step, .. } => latest(&|what| match what {
            What::Done { step: s, .. }
            | What::DayKnown { step: s, .. }
            | What::Skipped { step: s, .. } => s == step,
            _ => false,
        }),
        Refusal::ItemSettled { step, item } => latest(&|what| match what {
            What::ItemDone {
                step: s, item: i, ..
            }
            | What::ItemSkipped {
                step: s, item: i, ..
            } => (s, i) == (step, item),
            _ => false,
        }),
        _ => Vec::new(),
    }
}
