//! The walk: the next step, what has happened, what that leads to. Every answer is stored before the next question.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::domain::decide::may_close;
use crate::domain::message::Message;
use crate::domain::report::Standing;
use crate::error::{Failure, Outcome};
use crate::ui::Page;
use crate::view::{Checklist, StepCard};

use super::act::{self, Acted, At};
use super::agenda::{is_mine, key_of, to_do};
use super::choose::{self, Chosen};
use super::meanwhile::OwnChanges;
use super::session::{Memory, Session};
use super::{Args, ending, facts, happened};

enum Went {
    ToItsEnd,
    Away,
}

pub(super) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut session = Session {
        role: super::role(args, ctx)?,
        ..Session::default()
    };
    let walked = match &args.case {
        Some(typed) => {
            let reference = ctx.desk.case(typed)?.reference.to_string();
            walk_case(ctx, &mut session, &reference).map(|_| ())
        }
        None => choose_and_walk(ctx, &mut session),
    };
    match walked {
        Ok(()) => Ok(Outcome::Fine),
        Err(failure) if failure.is_interruption() => {
            ctx.ui.tell("")?;
            ctx.ui.tell(ctx.say("walk-stopped"))?;
            let case = session.current.unwrap_or_default();
            let line = say!(ctx, "walk-go-on", case);
            ctx.ui.tell(format!("  {}", line.trim_end()))?;
            Ok(Outcome::Fine)
        }
        Err(failure) => Err(failure),
    }
}

fn choose_and_walk(ctx: &mut Ctx, session: &mut Session) -> Result<(), Failure> {
    loop {
        session.current = None;
        match choose::ask(ctx, session)? {
            Chosen::Case(reference) => match walk_case(ctx, session, &reference)? {
                Went::ToItsEnd => {}
                Went::Away => return Ok(()),
            },
            Chosen::Leave => return Ok(()),
            Chosen::Nothing => {
                // After a walk its end has been told.
                if session.cases.is_empty() {
                    ctx.ui.print(ctx.say("next-nothing"))?;
                }
                return Ok(());
            }
            Chosen::NoCases => {
                ctx.ui.print(ctx.say("next-nothing"))?;
                let hint = ctx.words.say(Message::from("hint-new-case"));
                ctx.ui.print(hint)?;
                return Ok(());
            }
        }
    }
}

fn walk_case(ctx: &mut Ctx, session: &mut Session, reference: &str) -> Result<Went, Failure> {
    session.current = Some(reference.to_owned());
    let role = session.role.clone();
    let memory = session.cases.entry(reference.to_owned()).or_default();
    loop {
        // The terminal may have been made wider or narrower since the last screen.
        ctx.ui.measure();
        let opened = ctx.desk.case(reference)?;
        if !opened.case.is_open() {
            ctx.ui.print(ctx.say("told-closed"))?;
            memory.is_over = true;
            return Ok(Went::ToItsEnd);
        }
        if happened::ask(ctx, &opened, memory)? || facts::ask_trigger(ctx, &opened, memory)? {
            continue;
        }
        let standing = opened.standing(ctx.today());
        if !memory.close_offered
            && may_close(&opened.routine, &opened.case, &opened.plan(ctx.today()))
        {
            memory.close_offered = true;
            ending::offer(ctx, &opened, &standing)?;
            continue;
        }
        let rows = to_do(&standing, role.as_ref(), ctx.today());
        let next = rows.iter().find(|row| !memory.later.contains(&key_of(row)));
        let place = next.map(|row| row.ordinal);
        if facts::ask_what_decides(ctx, &opened, &standing, place, memory)? {
            continue;
        }
        tell_left_out(ctx, &opened, &standing, memory)?;
        let Some(row) = next else {
            if facts::ask_missing_dates(ctx, &opened, &standing, memory)? {
                continue;
            }
            memory.is_over = true;
            finish(ctx, &opened, &standing, !rows.is_empty())?;
            return Ok(Went::ToItsEnd);
        };
        let Some(step) = opened.routine.step(&row.row.step) else {
            return Err(Failure::bug("a planned step that the routine has not"));
        };
        let is_mine = is_mine(row, role.as_ref());
        let case = opened.view(ctx);
        let card = StepCard {
            case,
            step,
            view: case.step(row),
            standing: &standing,
            is_watched: !is_mine,
        };
        // One that comes again at once is shown in short.
        let key = Some(key_of(row));
        let page = match memory.shown == key {
            true => card.brief_page(),
            false => card.page(),
        };
        let place = card.place();
        memory.shown = key;
        ctx.ui.print("")?;
        ctx.ui.print_page(&page)?;
        if facts::ask_who_takes(ctx, &opened, step, row, memory)? {
            continue;
        }
        let at = At {
            opened: &opened,
            step,
            row,
            place: &place,
            is_mine,
            own: &OwnChanges::default(),
        };
        match act::ask(ctx, at)? {
            Acted::Again => {}
            Acted::PutOff => {
                memory.later.insert(key_of(row));
            }
            Acted::Leave => return Ok(Went::Away),
        }
    }
}

/// "2 steg visas inte: …", once.
fn tell_left_out(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    memory: &mut Memory,
) -> Result<(), Failure> {
    if memory.left_out_told {
        return Ok(());
    }
    memory.left_out_told = true;
    let mut page = Page::default();
    page.section(Checklist::new(opened.view(ctx), &standing.rows).left_out());
    Ok(ctx.ui.print_page(&page)?)
}

fn finish(
    ctx: &mut Ctx,
    opened: &OpenedCase,
    standing: &Standing,
    put_off: bool,
) -> Result<(), Failure> {
    ctx.ui.print("")?;
    ctx.ui.print_wrapped(&opened.view(ctx).line().text(), 0)?;
    let id = if put_off {
        "walk-rest-later"
    } else {
        "walk-nothing-now"
    };
    ctx.print_say(id)?;
    tell_what_comes(ctx, opened, standing)
}

/// The step that opens first of those that have not.
fn tell_what_comes(ctx: &mut Ctx, opened: &OpenedCase, standing: &Standing) -> Result<(), Failure> {
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
