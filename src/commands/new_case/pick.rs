//! Which routine a case is to follow.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::domain::routine::{Routine, RoutineStatus};
use crate::error::Failure;
use crate::routine_file::Loaded;
use crate::ui::{Line, Tone};

use super::{Args, wanted};

pub(super) fn routine(given: &mut Args, ctx: &mut Ctx) -> Result<Rc<Loaded>, Failure> {
    if let Some(id) = &given.routine {
        return wanted::active(ctx, id);
    }
    let mut usable: Vec<Loaded> = ctx
        .desk
        .library()?
        .all()
        .filter_map(|(_, routine)| routine.ok())
        .filter(|loaded| loaded.routine.status == RoutineStatus::Active)
        .collect();
    if usable.is_empty() {
        let none = Failure::refused("error-no-routine-active");
        return Err(none.hint("hint-routine-list"));
    }
    // Those for a placed child first: most cases are.
    usable.sort_by_key(|loaded| !loaded.routine.placed_child);
    for loaded in &usable {
        tell_in_short(&loaded.routine, ctx)?;
    }
    let titles: Vec<String> = usable.iter().map(|l| l.routine.title.clone()).collect();
    let question = ctx.say("new-case-routine");
    let place = ctx.prompt.select(&question, &titles, 0)?;
    let loaded = usable.swap_remove(place.min(usable.len().saturating_sub(1)));
    given.routine = Some(loaded.routine.id.clone());
    let text = format!(
        "{}. {}",
        loaded.routine.source.publisher,
        summary(&loaded.routine)
    );
    ctx.ui.tell_wrapped(&text, 0)?;
    Ok(Rc::new(loaded))
}

/// Title, who has published it, and what it is for: so short that all of them and the menu fit on a screen.
fn tell_in_short(routine: &Routine, ctx: &mut Ctx) -> std::io::Result<()> {
    let title = Line::toned(Tone::Strong, routine.title.clone());
    let publisher = format!(" · {}", routine.source.publisher);
    ctx.ui.tell_cut(title.and(Tone::Plain, publisher))?;
    let summary = summary(routine);
    let lead = summary.split([':', '.']).next().unwrap_or(summary);
    ctx.ui.tell_indented(lead, 2)
}

fn summary(routine: &Routine) -> &str {
    let document = &routine.source.document;
    routine.summary.as_deref().unwrap_or(document)
}
