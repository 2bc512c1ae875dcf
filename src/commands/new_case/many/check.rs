//! Every line of a table tried: what is wrong, what should be seen, and what would be opened.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::refusals::Refusals;
use crate::domain::decide::Decision;
use crate::domain::identity_number::resembles_identity_number;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::message::Message;
use crate::error::Failure;
use crate::ui::progress::Progress;

use super::super::wanted::Wanted;
use super::columns::Column;
use super::line::{Line, Problem};
use super::opener::Opener;
use super::problems::{self, Problems};
use super::survey::{Chosen, Survey};
use super::table::{Row, Table};

pub(super) struct Checked {
    pub(super) problems: Problems,
    pub(super) warnings: Problems,
    pub(super) tallies: BTreeMap<RoutineId, Tally>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) title: String,
    pub(super) cases: u64,
    pub(super) done: u64,
}

pub(super) fn check(
    table: &Table<'_>,
    survey: &Survey,
    opener: &mut Opener<'_>,
    ctx: &Ctx,
) -> Checked {
    let mut checked = Checked {
        problems: Problems::none(&ctx.words),
        warnings: Problems::none(&ctx.words),
        tallies: BTreeMap::new(),
    };
    let what = ctx.say("many-checking");
    let mut progress = Progress::new(what, survey.lines);
    let gone_through = table.each(|row| {
        progress.step();
        match attempt(row, table, survey, opener, ctx) {
            Ok((wanted, decision)) => checked.add(row.number, &wanted, &decision, ctx),
            Err(problems) => {
                for problem in &problems {
                    checked.problems.add(row.number, problem);
                }
            }
        }
        Ok::<_, Infallible>(())
    });
    match gone_through {
        Ok(()) => checked,
        Err(never) => match never {},
    }
}

fn attempt(
    row: &Row<'_>,
    table: &Table<'_>,
    survey: &Survey,
    opener: &mut Opener<'_>,
    ctx: &Ctx,
) -> Result<(Wanted, Decision), Vec<Problem>> {
    let line = Line::of(row, &table.columns)?;
    let one = |problem: Problem| vec![problem];
    let wanted = opener.wanted(line, &table.columns).map_err(one)?;
    if let Some(reference) = &wanted.reference
        && let Some(why) = not_free(reference, survey.chosen(reference, row.number))
    {
        let column = Some(table.columns.name_of(&Column::Reference));
        return Err(one(Problem {
            column,
            why: why.into(),
        }));
    }
    let decision = wanted
        .decision(ctx)
        .map_err(|refusal| one(problems::problem_of(&refusal, &wanted, &table.columns, ctx)))?;
    Ok((wanted, decision))
}

fn not_free(reference: &CaseRef, chosen: Chosen) -> Option<Failure> {
    let what = match chosen {
        Chosen::Free => return None,
        Chosen::OnLine(line) => message!("many-reference-twice", line),
        Chosen::Taken => Message::from("many-reference-taken"),
    };
    Some(Failure::refused(what.with("case", reference.to_string())))
}

impl Checked {
    fn add(&mut self, line: u64, wanted: &Wanted, decision: &Decision, ctx: &Ctx) {
        let routine = &wanted.loaded.routine;
        let tally = match self.tallies.get_mut(&routine.id) {
            Some(tally) => tally,
            None => self
                .tallies
                .entry(routine.id.clone())
                .or_insert_with(|| Tally {
                    title: routine.title.clone(),
                    ..Tally::default()
                }),
        };
        tally.cases += 1;
        tally.done += wanted.done.len() as u64;
        let reference = wanted.reference.as_ref().map(CaseRef::as_str);
        if resembles_identity_number(reference.unwrap_or_default()) {
            let text = ctx.say("reference-resembles");
            self.warnings.add_text(line, None, &text);
        }
        if decision.warnings.is_empty() {
            return;
        }
        let unnamed = CaseRef::from("…");
        let words = Rc::clone(&ctx.words);
        let refusals = Refusals::new(
            &words,
            routine,
            wanted.reference.as_ref().unwrap_or(&unnamed),
        );
        for warning in &decision.warnings {
            let text = refusals.warning(warning);
            self.warnings.add_text(line, None, &text);
        }
    }
}
