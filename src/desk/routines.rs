//! Routines: of the library for new cases, of a case's own text for those that are open.

use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::decide::Refusal;
use crate::domain::event::Event;
use crate::domain::ids::{CaseRef, RoutineId};
use crate::domain::plan::Plan;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::domain::school::SchoolCalendar;
use crate::domain::slips::Slips;
use crate::error::Failure;
use crate::routine_file::{self, Library, Loaded, Lookup, load, load_school_calendar};
use crate::store::{CaseId, Reading, StoreError, StoredCase};
use crate::ui::wording::Phrase;
use crate::ui::{Style, problems};
use crate::view::CaseView;

use super::refusals::Refusals;
use super::{broken, suggest};

#[derive(Debug, Clone)]
pub(crate) struct OpenedCase {
    pub(crate) id: CaseId,
    pub(crate) reference: CaseRef,
    pub(crate) routine: Rc<Routine>,
    pub(crate) events: Vec<Event>,
    pub(crate) case: Case,
    pub(crate) slips: Slips,
}

impl OpenedCase {
    pub(crate) fn plan(&self, today: NaiveDate) -> Plan {
        Plan::of(&self.routine, &self.case, today)
    }

    pub(crate) fn standing(&self, today: NaiveDate) -> Standing {
        Standing::of(&self.routine, &self.case, &self.slips, today)
    }

    pub(crate) fn view<'a>(&'a self, ctx: &'a Ctx) -> CaseView<'a> {
        CaseView {
            reference: Some(&self.reference),
            routine: &self.routine,
            case: &self.case,
            today: ctx.today(),
            words: &ctx.words,
        }
    }

    pub(crate) fn refusals<'a>(&'a self, ctx: &'a Ctx) -> Refusals<'a> {
        Refusals::new(&ctx.words, &self.routine, &self.reference)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Routines {
    by_hash: HashMap<String, Rc<Routine>>,
}

impl Routines {
    pub(crate) fn open(&mut self, stored: StoredCase, ctx: &Ctx) -> Result<OpenedCase, Failure> {
        let routine = self.of_text(&stored.routine.hash, &stored.routine.text)?;
        let broken = |_| {
            let refusals = Refusals::new(&ctx.words, &routine, &stored.reference);
            refusals.failure(&Refusal::BrokenHistory)
        };
        let case = Case::fold(&stored.events).map_err(broken)?;
        let slips = match stored.slips {
            Some(slips) => slips,
            None => Slips::of(&routine, &stored.events).map_err(broken)?,
        };
        Ok(OpenedCase {
            id: stored.id,
            reference: stored.reference,
            routine,
            events: stored.events,
            case,
            slips,
        })
    }

    /// The routine of a text that was right when a case was opened with it.
    pub(crate) fn of_text(&mut self, hash: &str, text: &str) -> Result<Rc<Routine>, Failure> {
        if let Some(routine) = self.by_hash.get(hash) {
            return Ok(Rc::clone(routine));
        }
        let routine = routine_file::load_for_case(text).map_err(|_| {
            Failure::refused(Phrase::new("error-stored-routine").with("hash", hash.to_owned()))
                .hint(Phrase::new("hint-doctor"))
        })?;
        let routine = Rc::new(routine);
        self.by_hash.insert(hash.to_owned(), Rc::clone(&routine));
        Ok(routine)
    }

    /// The routine of a text in the case file, which is read once.
    pub(crate) fn of_hash<E: From<StoreError> + From<Failure>>(
        &mut self,
        hash: &str,
        reading: &Reading<'_>,
    ) -> Result<Rc<Routine>, E> {
        if let Some(routine) = self.by_hash.get(hash) {
            return Ok(Rc::clone(routine));
        }
        let text = reading.routine_text(hash)?;
        let text = text.ok_or_else(|| StoreError::Damaged(format!("routine_text {hash}")))?;
        Ok(self.of_text(hash, &text.text)?)
    }
}

pub(crate) fn library(ctx: &Ctx) -> Result<Library, Failure> {
    match &ctx.routines {
        None => Ok(Library::built_in()),
        Some(folder) => Library::with_folder(folder)
            .map_err(|error| broken::of_folder(&error, &ctx.words).failure()),
    }
}

/// Whether a text goes by the id and version of a routine that comes with the program, and is another.
pub(crate) fn is_not_as_shipped(routine: &Routine, hash: &str) -> bool {
    let shipped = Library::built_in().get(routine.id.as_str());
    matches!(shipped, Lookup::Found(shipped)
        if shipped.routine.version == routine.version && shipped.text_hash != hash)
}

pub(crate) fn named(ctx: &Ctx, id: &RoutineId) -> Result<Loaded, Failure> {
    named_in(&library(ctx)?, ctx, id)
}

pub(crate) fn named_in(library: &Library, ctx: &Ctx, id: &RoutineId) -> Result<Loaded, Failure> {
    match library.get(id.as_str()) {
        Lookup::Found(loaded) => Ok(*loaded),
        Lookup::Broken(found) => Err(broken::of_routine(id.as_str(), &found, &ctx.words).failure()),
        Lookup::Unknown => {
            let what = Phrase::new("error-unknown-routine").with("given", id.to_string());
            Err(suggest::among(
                Failure::refused(what),
                id.as_str(),
                library.ids(),
            ))
        }
    }
}

/// The routine of an id or a file. A known id wins; what looks like a path is one.
pub(crate) fn id_or_file(ctx: &Ctx, typed: &str) -> Result<Loaded, Failure> {
    if !is_file(ctx, typed)? {
        return named(ctx, &RoutineId::from(typed));
    }
    let path = Path::new(typed);
    let text = broken::text_of(path, &ctx.words)?;
    load(&text).map_err(|_| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        broken::of_text(&name, typed).failure()
    })
}

fn is_file(ctx: &Ctx, typed: &str) -> Result<bool, Failure> {
    if library(ctx)?.ids().any(|id| id == typed) {
        return Ok(false);
    }
    let path = Path::new(typed);
    let names_a_folder = path.components().count() > 1;
    Ok(names_a_folder || path.extension().is_some() || path.exists())
}

pub(crate) fn school_calendar(ctx: &Ctx, path: &Path) -> Result<SchoolCalendar, Failure> {
    let text = broken::text_of(path, &ctx.words)?;
    load_school_calendar(&text).map_err(|found| {
        let name = path.display().to_string();
        let what = Phrase::new("error-school-calendar").with("file", name.clone());
        let shown = problems::show(&name, &text, &found, &ctx.words, Style::bare());
        shown
            .into_iter()
            .fold(Failure::refused(what), |failure, problem| {
                failure.because(Phrase::verbatim(format!(
                    "{}\n{}",
                    problem.heading, problem.body
                )))
            })
    })
}
