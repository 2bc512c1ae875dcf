//! What is to be done, as a list: without a terminal, or as data.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::lists::reading;
use crate::desk::selection::{MOST_ROWS, More, Selected};
use crate::desk::step_facts::{self, Say, StepFacts};
use crate::desk::step_json::step_json;
use crate::domain::ids::RoleId;
use crate::error::{Failure, Outcome};

use super::agenda::{each_to_do, to_do};

pub(super) fn run(
    case: Option<&str>,
    role: Option<&RoleId>,
    ctx: &mut Ctx,
) -> Result<Outcome, Failure> {
    match case {
        Some(typed) => in_case(ctx, typed, role)?,
        None => in_all(ctx, role)?,
    }
    Ok(Outcome::Fine)
}

fn in_case(ctx: &mut Ctx, typed: &str, role: Option<&RoleId>) -> Result<(), Failure> {
    let opened = ctx.desk.case(typed)?;
    let standing = opened.standing(ctx.today());
    let rows = match opened.case.is_open() {
        true => to_do(&standing, role, ctx.today()),
        false => Vec::new(),
    };
    let rows: Vec<_> = rows
        .into_iter()
        .map(|row| Selected::of(&opened, row.clone()))
        .collect();
    if ctx.is_json() {
        let json = |row| step_json(row, ctx.today(), &ctx.words, true);
        let rows: Vec<_> = rows.iter().map(json).collect();
        ctx.ui.print_json(&rows)?;
        return Ok(());
    }
    if !opened.case.is_open() {
        ctx.ui.print(ctx.say("told-closed"))?;
        return Ok(());
    }
    let mut listed = Listed::default();
    for row in &rows {
        listed.add(row, ctx, true);
    }
    listed.print(ctx)
}

fn in_all(ctx: &mut Ctx, role: Option<&RoleId>) -> Result<(), Failure> {
    if ctx.is_json() {
        let written = reading(ctx, |reading, ctx, ui| {
            let mut list = ui.json_list();
            each_to_do(ctx, reading, role, |row| {
                list.add(&step_json(row, ctx.today(), &ctx.words, false))?;
                Ok(More::Continue(()))
            })?;
            Ok(list.end()?)
        })?;
        return written.map_or_else(|| ctx.tell_no_cases(), Ok);
    }
    // Read whole before it is shown, so that the file is free while somebody looks at it.
    let listed = reading(ctx, |reading, ctx, _| {
        let mut listed = Listed::default();
        each_to_do(ctx, reading, role, |row| {
            listed.add(row, ctx, false);
            Ok(More::Continue(()))
        })?;
        Ok(listed)
    })?;
    match listed {
        Some(listed) => listed.print(ctx),
        None => ctx.tell_no_cases(),
    }
}

#[derive(Default)]
struct Listed {
    first: Vec<StepFacts>,
    count: usize,
}

impl Listed {
    fn add(&mut self, row: &Selected, ctx: &Ctx, who: bool) {
        self.count += 1;
        if self.first.len() < MOST_ROWS {
            let say = Say {
                who,
                ..Say::default()
            };
            let facts = StepFacts::of(row, ctx.today(), &ctx.words, say);
            self.first.push(facts);
        }
    }

    fn print(&self, ctx: &mut Ctx) -> Result<(), Failure> {
        let words = Rc::clone(&ctx.words);
        if self.first.is_empty() {
            ctx.ui.print(words.say("next-nothing"))?;
            return Ok(());
        }
        step_facts::print(&mut ctx.ui, &words, &[(None, self.first.iter().collect())])?;
        let more = self.count - self.first.len();
        if more > 0 {
            ctx.ui.print("")?;
            ctx.print_say(message!("next-more", more, all = self.count))?;
        }
        Ok(())
    }
}
