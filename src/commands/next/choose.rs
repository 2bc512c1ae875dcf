//! Which case to walk through: those with something to do, most urgent first.

use std::collections::BTreeSet;

use crate::ctx::Ctx;
use crate::desk::selection::{More, Selected};
use crate::error::Failure;
use crate::view::Discretion;

use super::agenda::each_to_do;
use super::session::Session;

/// More cases are not chosen among on a screen.
const MOST_CASES: usize = 200;

pub(super) enum Chosen {
    Case(String),
    Leave,
    Nothing,
    NoCases,
}

struct Urgent {
    reference: String,
    line: String,
}

/// Asks which case, among those that have not been gone through in this sitting: those with something of the role's
/// own first.
pub(super) fn ask(ctx: &mut Ctx, session: &Session) -> Result<Chosen, Failure> {
    let Some(urgent) = most_urgent(ctx, session)? else {
        return Ok(Chosen::NoCases);
    };
    if urgent.is_empty() {
        return Ok(Chosen::Nothing);
    }
    let mut options: Vec<String> = urgent.iter().map(|case| case.line.clone()).collect();
    options.push(ctx.say("walk-leave"));
    let question = ctx.say("walk-which-case");
    let place = ctx.prompt.search(&question, &options)?;
    let chosen = urgent.into_iter().nth(place);
    Ok(chosen.map_or(Chosen::Leave, |case| Chosen::Case(case.reference)))
}

/// `None` while no case has been opened.
fn most_urgent(ctx: &Ctx, session: &Session) -> Result<Option<Vec<Urgent>>, Failure> {
    let is_over = |reference: &str| {
        let memory = session.cases.get(reference);
        memory.is_some_and(|memory| memory.is_over)
    };
    ctx.desk.read(|reading| {
        let mut seen = BTreeSet::new();
        let mut urgent = Vec::new();
        each_to_do(ctx, reading, session.role.as_ref(), |selected| {
            let Selected { found, routine } = selected;
            if !seen.insert(found.case) || is_over(found.reference.as_str()) {
                return Ok(More::Continue(()));
            }
            let step = routine.step(&found.row.row.step);
            let title = step.map_or("", |step| step.title.as_str());
            // How urgent comes before what: a narrow screen cuts the end.
            let view = selected.view(ctx, Discretion::SeveralCases { names: false });
            let (_, standing) = view.standing_of_date();
            let reference = found.reference.to_string();
            let line = format!("{reference} · {standing} · {} · {title}", routine.name());
            urgent.push(Urgent { reference, line });
            Ok(match urgent.len() < MOST_CASES {
                true => More::Continue(()),
                false => More::Break(()),
            })
        })?;
        Ok(urgent)
    })
}
