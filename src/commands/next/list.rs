//! What is to be done, as a list: without a terminal, or as data.

use crate::ctx::Ctx;
use crate::desk::selection::{self, More};
use crate::domain::ids::RoleId;
use crate::error::Attempt;
use crate::store::Pick;
use crate::ui::{Page, RowsRead};
use crate::view::Discretion;

use super::agenda::{each_picked, to_do};

pub(super) fn run(case: Option<&str>, role: Option<&RoleId>, ctx: &mut Ctx) -> Attempt {
    match case {
        Some(typed) => in_case(ctx, typed, role),
        None => in_all(ctx, role),
    }
}

fn in_case(ctx: &mut Ctx, typed: &str, role: Option<&RoleId>) -> Attempt {
    let opened = ctx.desk.case(typed)?;
    let standing = opened.standing(ctx.today());
    let read = ctx.lending_ui(|ctx, ui| {
        let mut rows = ui.rows(&ctx.words);
        if opened.case.is_open() {
            for row in to_do(&standing, role, ctx.today()) {
                rows.add(&opened.view(ctx).step(row))?;
            }
        }
        rows.end()
    })?;
    ctx.emit_read(|ctx| match opened.case.is_open() {
        true => page(read, ctx),
        false => Page::of_line(ctx.say("told-closed")),
    })
}

fn in_all(ctx: &mut Ctx, role: Option<&RoleId>) -> Attempt {
    // Read whole before it is shown, so that the file is free while somebody looks at it.
    selection::answer(
        ctx,
        |reading, ctx, rows| {
            each_picked(ctx, reading, &[Pick::ToDo], role, |row| {
                rows.add(&row.view(ctx, Discretion::SeveralCases { names: false }))?;
                Ok(More::Continue(()))
            })?;
            Ok(Some(()))
        },
        |ctx, read, ()| page(read, ctx),
    )
}

fn page(read: RowsRead, ctx: &Ctx) -> Page {
    match read.count {
        0 => Page::of_line(ctx.say("next-nothing")),
        _ => read.page("next-more", &ctx.words),
    }
}
