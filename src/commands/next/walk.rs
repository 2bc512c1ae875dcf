//! The walk: the next step, what has happened, what that leads to. Every answer is stored before the next question.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::commands::support::routines::{OpenedCase, Routines};
use crate::commands::support::{case_file, cases};
use crate::ctx::Ctx;
use crate::domain::decide::may_close;
use crate::domain::ids::RoleId;
use crate::domain::report::Standing;
use crate::error::{Failure, Outcome};
use crate::store::{Pick, RowQuery};
use crate::ui::prompt::Unasked;
use crate::ui::{Line, StepCard, Tone};

use super::Args;
use super::act::{self, Acted};
use super::agenda::{RoundKey, is_mine, key_of, to_do};
use super::facts;

/// Why the walk stops.
pub(super) enum Stopped {
    /// It cannot go on.
    Failure(Failure),
    /// A question was left.
    Unasked(Unasked),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<Unasked> for Stopped {
    fn from(unasked: Unasked) -> Self {
        Self::Unasked(unasked)
    }
}

impl From<std::io::Error> for Stopped {
    fn from(error: std::io::Error) -> Self {
        Self::Failure(error.into())
    }
}

/// What the walk remembers while it goes on; nothing of it is stored.
#[derive(Debug, Default)]
pub(super) struct Memory {
    /// Rounds put off until later.
    pub(super) later: BTreeSet<RoundKey>,
    /// Facts that were asked for and not known.
    pub(super) not_known: BTreeSet<String>,
}

/// Walks through one case, or those that are chosen, until there is nothing more or the person goes.
pub(super) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let role = args.role.clone().or_else(|| ctx.role.clone());
    let walked = match &args.case {
        Some(typed) => {
            let reference = cases::read(ctx, typed)?.reference.to_string();
            walk_case(ctx, &reference, role.as_ref())
        }
        None => choose_and_walk(ctx, role.as_ref()),
    };
    match walked {
        Ok(()) => Ok(Outcome::Fine),
        Err(Stopped::Failure(failure)) => Err(failure),
        Err(Stopped::Unasked(Unasked::Interrupted)) => {
            ctx.ui.tell("")?;
            ctx.ui.tell(ctx.words.say("walk-stopped", &[]))?;
            Ok(Outcome::Fine)
        }
        Err(Stopped::Unasked(unasked)) => Err(unasked.into()),
    }
}

fn choose_and_walk(ctx: &mut Ctx, role: Option<&RoleId>) -> Result<(), Stopped> {
    loop {
        let urgent = most_urgent(ctx)?;
        if urgent.is_empty() {
            ctx.ui.print(ctx.words.say("next-nothing", &[]))?;
            return Ok(());
        }
        let options: Vec<String> = urgent.iter().map(|(_, line)| line.clone()).collect();
        let question = ctx.words.say("walk-which-case", &[]);
        let place = ctx.prompt.search(&question, &options)?;
        let Some((reference, _)) = urgent.get(place) else {
            return Ok(());
        };
        walk_case(ctx, reference, role)?;
    }
}

/// Cases with something to do, most urgent first, a line each.
fn most_urgent(ctx: &Ctx) -> Result<Vec<(String, String)>, Failure> {
    let today = ctx.today();
    let found = case_file::read(ctx, |reading| {
        let query = RowQuery {
            picks: vec![Pick::ToDo],
            opens_by: Some(today),
            ..RowQuery::default()
        };
        let mut routines = Routines::default();
        let mut seen = BTreeSet::new();
        let mut lines = Vec::new();
        reading.rows(&query, |found| {
            if lines.len() >= MOST_CASES || !seen.insert(found.case) {
                return Ok(());
            }
            let text = reading.routine_text(&found.text_hash)?;
            let Some(text) = text else { return Ok(()) };
            let routine = routines.of_text(&text.hash, &text.text)?;
            let step = routine.step(&found.row.row.step);
            let (_, standing) = ctx.words.standing(&found.row, &routine, today);
            let reference = found.reference.to_string();
            let title = step.map(|step| step.title.clone()).unwrap_or_default();
            let line = format!("{reference} · {} · {title} · {standing}", routine.name());
            lines.push((reference, line));
            Ok::<_, case_file::Trouble>(())
        })?;
        Ok(lines)
    })?;
    Ok(found.unwrap_or_default())
}

/// More cases are not chosen among on a screen.
const MOST_CASES: usize = 200;

/// Walks through a case until nothing is left to do now, or the person goes.
fn walk_case(ctx: &mut Ctx, reference: &str, role: Option<&RoleId>) -> Result<(), Stopped> {
    let mut memory = Memory::default();
    loop {
        let opened = cases::read(ctx, reference)?;
        if !opened.case.is_open() {
            let line = ctx.words.say("told-closed", &[]);
            ctx.ui.print(line)?;
            return Ok(());
        }
        let standing = opened.standing(ctx.today());
        let rows = to_do(&standing, role, ctx.today());
        let next = rows.iter().find(|row| !memory.later.contains(&key_of(row)));
        let place = next.map(|row| row.ordinal);
        if facts::ask_what_decides(ctx, &opened, &standing, place, &mut memory)? {
            continue;
        }
        let Some(row) = next else {
            if facts::ask_missing_dates(ctx, &opened, &standing, &mut memory)? {
                continue;
            }
            return finish(ctx, &opened, &standing, !rows.is_empty());
        };
        let Some(step) = opened.routine.step(&row.row.step) else {
            return Ok(());
        };
        let words = Rc::clone(&ctx.words);
        let card = StepCard {
            heading: opened.heading(&words),
            step,
            row,
            standing: &standing,
            pressed: &opened.plan(ctx.today()).pressed(&opened.routine),
            today: ctx.today(),
        };
        ctx.ui.print("")?;
        card.print(&mut ctx.ui)?;
        match act::ask(ctx, &opened, step, row, is_mine(row, role))? {
            Acted::Recorded => {}
            Acted::Later => {
                memory.later.insert(key_of(row));
            }
            Acted::Leave => return Ok(()),
        }
    }
}

/// Nothing is left to do now: says what comes, and offers to close a case that may end.
fn finish(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    put_off: bool,
) -> Result<(), Stopped> {
    let words = Rc::clone(&ctx.words);
    ctx.ui.print("")?;
    ctx.ui.print(opened.heading(&words).line())?;
    let id = if put_off {
        "walk-rest-later"
    } else {
        "walk-nothing-now"
    };
    ctx.ui.print(words.say(id, &[]))?;
    let today = ctx.today();
    let mut coming: Vec<_> = standing
        .rows
        .iter()
        .filter(|row| row.row.status.is_to_do())
        .filter_map(|row| Some((row.row.dates.earliest.or(row.row.dates.due)?, row)))
        .filter(|(opens, _)| *opens > today)
        .collect();
    coming.sort_by_key(|(opens, row)| (*opens, row.ordinal));
    if let Some((opens, row)) = coming.first() {
        let step = crate::ui::wording::Titles::of(&opened.routine).step(&row.row.step, &words);
        let gaps = [
            ("step", step.into()),
            ("date", words.date(*opens).into()),
            ("relative", words.relative(*opens, today).into()),
        ];
        ctx.ui.print(words.say("walk-comes-next", &gaps))?;
    }
    let plan = opened.plan(today);
    if put_off || !may_close(&opened.routine, &opened.case, &plan) {
        return Ok(());
    }
    ctx.ui
        .print(Line::toned(Tone::Good, words.say("walk-may-close", &[])))?;
    if ctx.prompt.confirm(&words.say("walk-close", &[]), false)? {
        act::close(ctx, opened)?;
    }
    Ok(())
}
