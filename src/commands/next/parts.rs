//! The parts of a step, ticked one by one.

use crate::commands::support::change;
use crate::commands::support::routines::OpenedCase;
use crate::ctx::Ctx;
use crate::domain::decide::HowDone;
use crate::domain::report::ReportRow;
use crate::domain::routine::{Item, Step};
use crate::ui::wording::Titles;

use super::act::{self, Acted};
use super::walk::Stopped;

/// Asks which parts are done and on which day, and records each at once.
pub(super) fn ask(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    step: &Step,
    row: &ReportRow,
    despite: Option<&str>,
) -> Result<Acted, Stopped> {
    let left: Vec<&Item> = row
        .row
        .items
        .iter()
        .filter(|state| !state.settled)
        .filter_map(|state| step.item(state.id.as_str()))
        .collect();
    if left.is_empty() {
        let on = act::ask_day(ctx)?;
        let despite = despite.map(str::to_owned);
        return act::record(ctx, opened, step, "told-done", |draft| {
            draft.done(&step.id, &HowDone { on, despite })
        });
    }
    let titles = Titles::of(&opened.routine);
    let options: Vec<String> = left.iter().map(|item| option(item, titles)).collect();
    let all: Vec<usize> = (0..left.len()).collect();
    let question = ctx.words.say("walk-which-parts", &[]);
    let chosen = ctx.prompt.select_many(&question, &options, &all)?;
    for item in chosen.iter().filter_map(|place| left.get(*place)) {
        let title = item.title.clone();
        ctx.ui.print_wrapped(&title, 2)?;
        let on = act::ask_day(ctx)?;
        let how = HowDone {
            on,
            despite: despite.map(str::to_owned),
        };
        let changed = change::one(ctx, opened.reference.as_str(), |draft| {
            draft.done_item(&step.id, &item.id, &how)
        })?;
        let is_done = changed.has_ended(&step.id);
        let id = if is_done {
            "told-done"
        } else {
            "told-part-done"
        };
        act::tell(ctx, &changed, step, id)?;
    }
    if chosen.is_empty() {
        return Ok(Acted::Later);
    }
    Ok(Acted::Recorded)
}

/// A part with its own owners.
fn option(item: &Item, titles: Titles<'_>) -> String {
    if item.responsible.is_empty() {
        return item.title.clone();
    }
    format!("{} ({})", item.title, titles.roles(&item.responsible))
}
