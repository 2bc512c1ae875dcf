//! Builds anew what is kept beside sound histories.

use crate::commands::support::case_file::Trouble;
use crate::commands::support::routines::Routines;
use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::report::Standing;
use crate::domain::slips::Slips;
use crate::store::{CaseId, Change};

use super::Checkup;
use super::case::origin_of;

/// Builds rows and numbers anew for the cases that a check found wrong; says how many. No event is touched.
pub(crate) fn rebuild_cases(
    ctx: &Ctx,
    change: &mut Change<'_>,
    found: &Checkup,
) -> Result<usize, Trouble> {
    let mut routines = Routines::default();
    let mut rebuilt = 0;
    for id in &found.to_rebuild {
        rebuilt += usize::from(rebuild(ctx, change, *id, &mut routines)?);
    }
    Ok(rebuilt)
}

/// Whether it could be done: somebody may have broken the history since it was checked.
fn rebuild(
    ctx: &Ctx,
    change: &mut Change<'_>,
    id: CaseId,
    routines: &mut Routines,
) -> Result<bool, Trouble> {
    if change.read().verify_chain(id)?.is_some() {
        return Ok(false);
    }
    let events = change.read().events(id)?;
    let Ok(case) = Case::fold(&events) else {
        return Ok(false);
    };
    let Some(text) = change.read().routine_text(&case.text_hash)? else {
        return Ok(false);
    };
    let routine = routines.of_text(&text.hash, &text.text)?;
    let Ok(slips) = Slips::of(&routine, &events) else {
        return Ok(false);
    };
    let standing = Standing::of(&routine, &case, &slips, ctx.today());
    change.rebuild_case(id, &origin_of(&case), &standing)?;
    Ok(true)
}
