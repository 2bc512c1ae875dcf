//! The report as a table for people: at most so many rows, what is left out, a kind word when there is nothing.

use crate::ctx::Ctx;
use crate::error::Failure;

use super::super::support::selection::{MOST_ROWS, Selected};
use super::super::support::step_facts::{self, Say, StepFacts};
use super::args::{Args, By};
use super::{Gathered, footer, groups};

/// The first rows in words, with the groups they belong to, and how many there are in all.
pub(super) struct Rows {
    first: Vec<(StepFacts, Vec<String>)>,
    count: usize,
    by: Option<By>,
    say: Say,
}

impl Rows {
    pub(super) fn new(args: &Args) -> Self {
        Self {
            first: Vec::new(),
            count: 0,
            by: args.by,
            say: Say {
                who: args.says_who(),
                missing: args.missing,
            },
        }
    }

    pub(super) fn add(&mut self, selected: &Selected, ctx: &Ctx) {
        self.count += 1;
        if self.first.len() < MOST_ROWS {
            let facts = StepFacts::of(selected, ctx.today(), &ctx.words, self.say);
            let groups = self.by.map_or_else(Vec::new, |by| groups::of(selected, by));
            self.first.push((facts, groups));
        }
    }
}

pub(super) fn print(args: &Args, gathered: &Gathered, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = std::rc::Rc::clone(&ctx.words);
    let rows = &gathered.rows;
    if rows.count == 0 {
        ctx.print_say(nothing(args), &[])?;
        if args.is_narrowed() {
            ctx.print_say("report-nothing-narrowed", &[])?;
        }
    } else {
        let groups = groups::gather(&rows.first, args.by, &words);
        step_facts::print(&mut ctx.ui, &words, &groups)?;
    }
    let more = rows.count - rows.first.len();
    if more > 0 {
        let more = words.say(
            "report-more",
            &[("more", more.into()), ("all", rows.count.into())],
        );
        ctx.ui.print("")?;
        ctx.ui.print_wrapped(&more, 0)?;
    }
    if let Some(lines) = footer::not_shown(args, gathered.totals, &words) {
        ctx.ui.print("")?;
        for line in lines {
            ctx.ui.print_wrapped(&line, 2)?;
        }
    }
    Ok(())
}

fn nothing(args: &Args) -> &'static str {
    let chosen = [
        args.overdue,
        args.late,
        args.within.is_some(),
        args.missing,
        args.extended,
    ];
    match chosen {
        [false, false, false, false, false] => "report-nothing-to-do",
        [true, false, false, false, false] => "report-nothing-overdue",
        [false, true, false, false, false] => "report-nothing-late",
        [false, false, true, false, false] => "report-nothing-within",
        [false, false, false, true, false] => "report-nothing-missing",
        [false, false, false, false, true] => "report-nothing-extended",
        _ => "report-nothing",
    }
}
