//! The walk: the next step, what has happened, what that leads to. Every answer is stored before the next question.

use std::rc::Rc;

use chrono::Days;

use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::domain::decide::may_close;
use crate::domain::ids::RoleId;
use crate::domain::report::{ReportRow, Standing};
use crate::error::{Attempt, Failure};
use crate::view::StepCard;

use super::agenda::{is_mine, is_schools, key_of, to_do};
use super::record::{OwnChanges, tell_new_day};
use super::session::{Memory, Session};
use super::step::{StepContext, StepResult};
use super::{ending, facts};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WalkEnd {
    /// Nothing more is to be done in the case now.
    Over,
    Left,
    /// Another case is to be chosen.
    Search,
}

pub(super) fn run(case: Option<&str>, role: Option<RoleId>, ctx: &mut Ctx) -> Attempt {
    let mut session = Session {
        role,
        ..Session::default()
    };
    let walked = match case {
        Some(typed) => {
            let reference = ctx.desk.case(typed)?.reference.to_string();
            walk_one(ctx, &mut session, reference)
        }
        None => walk_all(ctx, &mut session),
    };
    match walked {
        Err(failure) if failure.is_back() => {}
        Err(failure) if failure.is_interruption() => {
            ctx.ui.tell("")?;
            ctx.ui.tell(ctx.say("walk-stopped"))?;
            let case = session.current.unwrap_or_default();
            let line = say!(ctx, "walk-go-on", case);
            ctx.ui.tell(format!("  {}", line.trim_end()))?;
        }
        walked => walked?,
    }
    Ok(())
}

/// One case, and those that are chosen after it.
fn walk_one(ctx: &mut Ctx, session: &mut Session, reference: String) -> Attempt {
    match walk_case(ctx, session, reference)? {
        WalkEnd::Search => choose_and_walk(ctx, session),
        WalkEnd::Over | WalkEnd::Left => Ok(()),
    }
}

/// The cases that call for something, one after another; then any.
fn walk_all(ctx: &mut Ctx, session: &mut Session) -> Attempt {
    let calling = session.calling(ctx)?;
    // A round over one case would pass by its other steps.
    if let [only] = &calling[..] {
        return walk_one(ctx, session, only.clone());
    }
    let count = calling.len();
    for (place, reference) in (1..).zip(calling) {
        session.turn = Some((place, count));
        match walk_case(ctx, session, reference)? {
            WalkEnd::Over => {}
            WalkEnd::Left => return Ok(()),
            WalkEnd::Search => return choose_and_walk(ctx, session),
        }
    }
    if count > 0 {
        ctx.ui.print("")?;
        ctx.print_say(message!("walk-all-seen", count))?;
        let question = ctx.say("walk-show-coming");
        if !ctx.prompt.confirm(&question, Some(false))? {
            return Ok(());
        }
    }
    choose_and_walk(ctx, session)
}

fn choose_and_walk(ctx: &mut Ctx, session: &mut Session) -> Attempt {
    session.turn = None;
    while let Some(reference) = session.choose(ctx)? {
        if let WalkEnd::Left = walk_case(ctx, session, reference)? {
            break;
        }
        session.current = None;
    }
    Ok(())
}

fn walk_case(ctx: &mut Ctx, session: &mut Session, reference: String) -> Attempt<WalkEnd> {
    session.current = Some(reference.clone());
    let (role, turn) = (session.role.as_ref(), session.turn);
    let memory = session.cases.entry(reference.clone()).or_default();
    loop {
        // The terminal may have been made wider or narrower since the last screen.
        ctx.ui.measure();
        if ctx.desk.clock.turn() {
            tell_new_day(ctx)?;
            memory.later.clear();
        }
        match ask_next(ctx, &reference, role, turn, memory) {
            Ok(None) => {}
            Err(failure) if failure.is_told() || failure.is_back() => {}
            ended => {
                if let Some(end) = ended? {
                    return Ok(end);
                }
            }
        }
    }
}

/// Reads the case anew and asks what comes next in it, unless nothing does.
fn ask_next(
    ctx: &mut Ctx,
    reference: &str,
    role: Option<&RoleId>,
    turn: Option<(usize, usize)>,
    memory: &mut Memory,
) -> Attempt<Option<WalkEnd>> {
    let opened = ctx.desk.case(reference)?;
    if !opened.case.is_open() {
        ctx.ui.print(ctx.say("told-closed"))?;
        memory.is_over = true;
        return Ok(Some(WalkEnd::Over));
    }
    if facts::confirm_dates(ctx, &opened, memory)? || facts::ask_trigger(ctx, &opened, memory)? {
        return Ok(None);
    }
    let (today, standing) = (ctx.today(), opened.standing(ctx.today()));
    if !memory.close_offered && may_close(&opened.routine, &opened.case, &opened.plan(today)) {
        memory.close_offered = true;
        ending::offer(ctx, &opened, &standing)?;
        return Ok(None);
    }
    let mut rows = to_do(&standing, role, today);
    if let Some(date) = opened
        .case
        .school
        .as_ref()
        .and_then(|it| it.reopens_after(today))
    {
        let all = rows.len();
        rows.retain(|row| !is_schools(row));
        let waiting = all - rows.len();
        if waiting > 0 && !std::mem::replace(&mut memory.school_told, true) {
            ctx.print_say(message!("walk-school-closed", count = waiting, date))?;
        }
    }
    let horizon = today.checked_add_days(Days::new(ctx.horizon.into()));
    let is_far = |row: &&ReportRow| horizon.is_some_and(|last| row.row.dates.due > Some(last));
    let left = rows
        .iter()
        .filter(|row| !memory.later.contains(&key_of(row)));
    let next = left.copied().find(|row| memory.looks_ahead || !is_far(row));
    let place = next.map(|row| row.ordinal);
    if facts::ask_what_decides(ctx, &opened, &standing, place, memory)? {
        return Ok(None);
    }
    let Some(row) = next else {
        if facts::ask_missing_dates(ctx, &opened, &standing, memory)? {
            return Ok(None);
        }
        memory.is_over = true;
        if turn.is_none() {
            let is_left = rows.iter().any(|row| memory.later.contains(&key_of(row)));
            finish(ctx, &opened, &standing, is_left)?;
            let is_more = !memory.looks_ahead && rows.iter().any(is_far);
            let question = ctx.say("walk-show-coming");
            if is_more && ctx.prompt.confirm(&question, Some(false))? {
                memory.looks_ahead = true;
                return Ok(None);
            }
        }
        return Ok(Some(WalkEnd::Over));
    };
    let Some(step) = opened.routine.step(&row.row.step) else {
        return Err(Failure::bug("a planned step that the routine has not"));
    };
    let is_mine = is_mine(row, role);
    let case = opened.view(ctx);
    let card = StepCard {
        case,
        step,
        view: case.step(row),
        standing: &standing,
        is_watched: !is_mine,
        turn: turn.filter(|(_, count)| *count > 1),
    };
    let (page, more, name) = (
        card.page(ctx.ui.style()),
        card.more_page().spelt_out(&ctx.words),
        card.name(),
    );
    ctx.ui.print("")?;
    ctx.ui.print_page(&page)?;
    let mut context = StepContext {
        case: opened.case.clone(),
        opened: &opened,
        step,
        row,
        name: &name,
        more: &more,
        is_mine,
        is_one_of_many: turn.is_some(),
        own: OwnChanges::default(),
        ctx,
    };
    context.ask_who_takes(memory)?;
    Ok(match context.ask()? {
        StepResult::Stay | StepResult::Again => None,
        StepResult::PutOff => {
            memory.later.insert(key_of(row));
            None
        }
        // Of many cases the next comes, of one the next step.
        StepResult::Next if turn.is_some() => Some(WalkEnd::Over),
        StepResult::Next => {
            memory.later.insert(key_of(row));
            None
        }
        StepResult::Search => Some(WalkEnd::Search),
        StepResult::Leave => Some(WalkEnd::Left),
    })
}

fn finish(ctx: &mut Ctx, opened: &OpenedCase, standing: &Standing, put_off: bool) -> Attempt {
    ctx.ui.print("")?;
    ctx.ui.print_wrapped(&opened.view(ctx).line().text(), 0)?;
    ctx.print_say(match put_off {
        true => "walk-rest-later",
        false => "walk-nothing-now",
    })?;
    tell_what_comes(ctx, opened, standing)
}

/// The step that opens first of those that have not.
fn tell_what_comes(ctx: &mut Ctx, opened: &OpenedCase, standing: &Standing) -> Attempt {
    let (words, today) = (Rc::clone(&ctx.words), ctx.today());
    let coming = standing
        .rows
        .iter()
        .filter(|row| row.row.status.is_to_do())
        .filter_map(|row| Some((row.row.dates.earliest.or(row.row.dates.due)?, row)))
        .filter(|(opens, _)| *opens > today)
        .min_by_key(|(opens, row)| (*opens, row.ordinal));
    let Some((opens, row)) = coming else {
        return Ok(());
    };
    let step = words.of(&opened.routine).step(&row.row.step);
    ctx.print_say(message!(
        "walk-comes-next",
        step,
        date = opens,
        relative = words.relative(opens, today)
    ))?;
    Ok(())
}
