//! The parts of a step, ticked one by one.

use crate::ctx::Ctx;
use crate::desk::asking;
use crate::domain::ids::ItemId;
use crate::domain::routine::Item;
use crate::error::Failure;

use super::act::{self, Acted, At};

/// Asks which of the parts left are done; none when there are no parts. `None`: none of them is.
pub(super) fn ask_done(ctx: &mut Ctx, at: At<'_>) -> Result<Option<Vec<ItemId>>, Failure> {
    let left = left(ctx, at)?;
    if left.is_empty() {
        return Ok(Some(Vec::new()));
    }
    let options = options(ctx, at, &left);
    let question = ctx.say("walk-which-parts");
    let places = ctx.prompt.select_many(&question, &options, &[])?;
    let chosen: Vec<ItemId> = places
        .iter()
        .filter_map(|place| left.get(*place))
        .map(|item| item.id.clone())
        .collect();
    Ok(Some(chosen).filter(|chosen| !chosen.is_empty()))
}

/// Asks why a step, or one of its parts, is not relevant, and records it.
pub(super) fn ask_not_relevant(ctx: &mut Ctx, at: At<'_>) -> Result<Acted, Failure> {
    let left = left(ctx, at)?;
    let mut part = None;
    if !left.is_empty() {
        let mut choices = options(ctx, at, &left);
        choices.insert(0, ctx.say("walk-whole-step"));
        let question = ctx.say("walk-which-not");
        // Where parts are done already, it is a part that is meant: the step as a whole is not the next thing to press.
        let has_begun = at.step.items.len() > left.len();
        let place = ctx
            .prompt
            .select(&question, &choices, usize::from(has_begun))?;
        part = place.checked_sub(1).and_then(|place| left.get(place));
    }
    let reason = asking::text(ctx, &ctx.say("walk-why-not"), None)?;
    let step = &at.step.id;
    match part {
        None => act::record(ctx, at, "told-skipped", |draft| draft.skip(step, &reason))?,
        Some(part) => act::record(ctx, at, "told-part-skipped", |draft| {
            draft.skip_item(step, &part.id, &reason)
        })?,
    };
    Ok(Acted::Again)
}

/// The parts that are neither done nor skipped: answers given just now may have changed which apply.
fn left<'a>(ctx: &Ctx, at: At<'a>) -> Result<Vec<&'a Item>, Failure> {
    let now = ctx.desk.case(at.opened.reference.as_str())?;
    let plan = now.plan(ctx.today());
    let row = plan.round(&at.step.id, at.row.row.round);
    let items = row.map_or(&[][..], |row| &row.items);
    Ok(items
        .iter()
        .filter(|state| !state.settled)
        .filter_map(|state| at.step.item(state.id.as_str()))
        .collect())
}

fn options(ctx: &Ctx, at: At<'_>, items: &[&Item]) -> Vec<String> {
    let here = ctx.words.of(&at.opened.routine);
    items.iter().map(|item| here.item(item)).collect()
}
