//! Which case to walk through: those with something to do, most urgent first.

use std::collections::BTreeSet;

use crate::commands::support::case_file;
use crate::commands::support::routines::Routines;
use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::{Pick, RowQuery};

use super::session::Session;
use super::stopped::Stopped;

/// More cases are not chosen among on a screen.
const MOST_CASES: usize = 200;

/// What came of the choice.
pub(super) enum Chosen {
    /// This case.
    Case(String),
    /// None: the person goes.
    Leave,
    /// There is none to choose.
    Nothing,
    /// There is no case at all.
    NoCases,
}

/// A case with something to do.
struct Urgent {
    reference: String,
    line: String,
}

/// Asks which case, among those that have not been gone through in this sitting.
pub(super) fn ask(ctx: &mut Ctx, session: &Session) -> Result<Chosen, Stopped> {
    let Some(urgent) = most_urgent(ctx, session)? else {
        return Ok(Chosen::NoCases);
    };
    if urgent.is_empty() {
        return Ok(Chosen::Nothing);
    }
    let mut options: Vec<String> = urgent.iter().map(|case| case.line.clone()).collect();
    options.push(ctx.words.say("walk-leave", &[]));
    let question = ctx.words.say("walk-which-case", &[]);
    let place = ctx.prompt.search(&question, &options)?;
    let chosen = urgent.into_iter().nth(place);
    Ok(chosen.map_or(Chosen::Leave, |case| Chosen::Case(case.reference)))
}

/// `None` while no case has been opened.
fn most_urgent(ctx: &Ctx, session: &Session) -> Result<Option<Vec<Urgent>>, Failure> {
    let today = ctx.today();
    let is_over = |reference: &str| {
        let memory = session.cases.get(reference);
        memory.is_some_and(|memory| memory.is_over)
    };
    case_file::read(ctx, |reading| {
        let query = RowQuery {
            picks: vec![Pick::ToDo],
            opens_by: Some(today),
            ..RowQuery::default()
        };
        let mut routines = Routines::default();
        let mut seen = BTreeSet::new();
        let mut urgent = Vec::new();
        reading.rows(&query, |found| {
            let is_new = urgent.len() < MOST_CASES && seen.insert(found.case);
            if !is_new || is_over(found.reference.as_str()) {
                return Ok(());
            }
            let text = reading.routine_text(&found.text_hash)?;
            let Some(text) = text else { return Ok(()) };
            let routine = routines.of_text(&text.hash, &text.text)?;
            let step = routine.step(&found.row.row.step);
            let title = step.map(|step| step.title.clone()).unwrap_or_default();
            // How urgent comes before what: a narrow screen cuts the end.
            let (_, standing) = ctx.words.standing_of_date(&found.row, today);
            let reference = found.reference.to_string();
            let line = format!("{reference} · {standing} · {} · {title}", routine.name());
            urgent.push(Urgent { reference, line });
            Ok::<_, case_file::Trouble>(())
        })?;
        Ok(urgent)
    })
}
