//! What is said after a change: warnings, and which dates moved.

use crate::ctx::Ctx;
use crate::domain::plan::{Moved, Status};
use crate::error::Failure;
use crate::ui::wording::{Titles, Words};
use crate::ui::{Line, Tone};

use super::change::Changed;
use super::refusals::Refusals;

/// Tells what a change brought with it, beside what was asked for.
pub(crate) fn consequences(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    warnings(ctx, changed)?;
    let titles = Titles::of(&changed.routine);
    for moved in changed.moved(ctx.today()) {
        let line = moved_line(&moved, titles, &ctx.words);
        ctx.ui.print(line)?;
    }
    Ok(())
}

/// Tells what is allowed but should be seen.
pub(crate) fn warnings(ctx: &mut Ctx, changed: &Changed) -> Result<(), Failure> {
    let words = std::rc::Rc::clone(&ctx.words);
    let refusals = Refusals {
        words: &words,
        routine: &changed.routine,
        case: &changed.reference,
    };
    for warning in &changed.decision.warnings {
        ctx.ui
            .tell(Line::toned(Tone::Warn, refusals.warning(warning)))?;
    }
    Ok(())
}

/// "Rutin 7: fre 5 mars 2027 → tis 9 mars 2027 (4 dagar senare)", or how its standing changed.
fn moved_line(moved: &Moved, titles: Titles<'_>, words: &Words) -> String {
    let step = titles.round(&moved.step, moved.round, words);
    let standing = |standing: Option<(Status, Option<chrono::NaiveDate>)>| match standing {
        None => words.say("moved-none", &[]),
        Some((status, Some(due))) if status.is_to_do() => words.no_later_than(due),
        Some((status, _)) => words.status(status),
    };
    let dates = (
        moved.before.and_then(|b| b.1),
        moved.after.and_then(|a| a.1),
    );
    let both_to_do = [moved.before, moved.after]
        .iter()
        .all(|standing| standing.is_some_and(|(status, _)| status.is_to_do()));
    if let ((Some(from), Some(to)), true) = (dates, both_to_do) {
        let gaps = [
            ("step", step.into()),
            ("from", words.date(from).into()),
            ("to", words.date(to).into()),
            ("shift", words.shift(from, to).into()),
        ];
        return words.say("moved-date", &gaps);
    }
    let gaps = [
        ("step", step.into()),
        ("from", standing(moved.before).into()),
        ("to", standing(moved.after).into()),
    ];
    words.say("moved-standing", &gaps)
}
