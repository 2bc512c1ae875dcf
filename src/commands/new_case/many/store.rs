//! The cases of a table opened, in one transaction.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};

use crate::ctx::Ctx;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::error::Failure;
use crate::store::{Change, FreeReferences, RoutineText};
use crate::ui::progress::Progress;
use crate::ui::terminal;

use super::super::{Args, put, routine_text};
use super::line::Line;
use super::opener::Opener;
use super::survey::Survey;
use super::table::{Row, Table};

pub(super) struct Opened {
    pub(super) cases: Vec<OpenedOne>,
    pub(super) versions: HashMap<RoutineId, String>,
    pub(super) on: NaiveDate,
}

pub(super) struct OpenedOne {
    pub(super) line: u64,
    pub(super) reference: CaseRef,
    pub(super) routine: RoutineId,
}

/// Opens them all, or none.
pub(super) fn open(
    table: &Table<'_>,
    survey: &Survey,
    args: &Args,
    ctx: &Ctx,
) -> Result<Opened, Failure> {
    let what = ctx.say("many-opening");
    let mut progress = Progress::new(what, survey.lines);
    ctx.desk.write(|change| {
        let mut free = change.read().free_references(ctx.today().year())?;
        for chosen in survey.references() {
            free.pass(&CaseRef::from(chosen.as_str()));
        }
        let mut opening = Opening {
            ctx,
            table,
            opener: Opener::new(args, ctx),
            texts: HashMap::new(),
            free,
            cases: Vec::new(),
        };
        table.each(|row| {
            progress.step();
            if ctx.can_ask && terminal::is_interrupted() {
                return Err(Failure::refused("many-interrupted"));
            }
            opening.open_line(row, change)
        })?;
        Ok(opening.opened())
    })
}

struct Opening<'a> {
    ctx: &'a Ctx,
    table: &'a Table<'a>,
    opener: Opener<'a>,
    texts: HashMap<RoutineId, RoutineText>,
    free: FreeReferences,
    cases: Vec<OpenedOne>,
}

impl Opening<'_> {
    fn open_line(&mut self, row: &Row<'_>, change: &mut Change<'_>) -> Result<(), Failure> {
        let (ctx, columns) = (self.ctx, &self.table.columns);
        let line = Line::of(row, columns).map_err(|_| changed_meanwhile())?;
        let wanted = self
            .opener
            .wanted(line, columns)
            .map_err(|problem| *problem.why)?;
        let decision = wanted.decide(ctx)?;
        let reference = match &wanted.reference {
            Some(reference) => reference.clone(),
            None => self.free.take(),
        };
        let loaded = &wanted.loaded;
        let routine = loaded.routine.id.clone();
        let text = self
            .texts
            .entry(routine.clone())
            .or_insert_with(|| routine_text(loaded));
        put(ctx, change, text, (&reference, &wanted, &decision))?;
        ctx.desk.note_access(reference.as_str())?;
        self.cases.push(OpenedOne {
            line: row.number,
            reference,
            routine,
        });
        Ok(())
    }

    fn opened(self) -> Opened {
        let texts = self.texts.into_iter();
        Opened {
            cases: self.cases,
            versions: texts.map(|(id, text)| (id, text.version)).collect(),
            on: self.ctx.today(),
        }
    }
}

/// The text is the one that was looked over, so its lines read as they did.
fn changed_meanwhile() -> Failure {
    Failure::bug("new-case --from")
}
