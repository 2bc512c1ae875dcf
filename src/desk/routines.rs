//! Routines: of the library for new cases, of a case's own text for those that are open.

use std::path::Path;
use std::rc::Rc;

use crate::domain::ids::RoutineId;
use crate::domain::message::Message;
use crate::domain::routine::Routine;
use crate::domain::school::SchoolCalendar;
use crate::error::Failure;
use crate::routine_file::{self, Library, Loaded, Lookup, load, load_school_calendar};
use crate::store::{Reading, StoreError};
use crate::ui::{Style, problems};

use super::{Desk, broken, suggest};

impl Desk {
    /// The routine of a text that was right when a case was opened with it.
    pub(crate) fn routine_of_text(&self, hash: &str, text: &str) -> Result<Rc<Routine>, Failure> {
        if let Some(routine) = self.cache.routines.borrow().get(hash) {
            return Ok(Rc::clone(routine));
        }
        let routine = routine_file::load_for_case(text).map_err(|_| {
            Failure::refused(Message::from("error-stored-routine").with("hash", hash.to_owned()))
                .hint("hint-doctor")
        })?;
        let routine = Rc::new(routine);
        let mut known = self.cache.routines.borrow_mut();
        known.insert(hash.to_owned(), Rc::clone(&routine));
        Ok(routine)
    }

    /// The routine of a text in the case file, which is read once.
    pub(crate) fn routine(
        &self,
        hash: &str,
        reading: &Reading<'_>,
    ) -> Result<Rc<Routine>, Failure> {
        if let Some(routine) = self.cache.routines.borrow().get(hash) {
            return Ok(Rc::clone(routine));
        }
        let text = reading.routine_text(hash)?;
        let text = text.ok_or_else(|| StoreError::Damaged(format!("routine_text {hash}")))?;
        self.routine_of_text(hash, &text.text)
    }

    /// The routines that new cases may go by. A folder of them is looked through once.
    pub(crate) fn library(&self) -> Result<Rc<Library>, Failure> {
        if let Some(library) = self.cache.library.get() {
            return Ok(Rc::clone(library));
        }
        let library = match &self.folder {
            None => Library::built_in(),
            Some(folder) => {
                Library::with_folder(folder).map_err(|error| Failure::refused(error.message()))?
            }
        };
        Ok(Rc::clone(
            self.cache.library.get_or_init(|| Rc::new(library)),
        ))
    }

    pub(crate) fn routine_named(&self, id: &RoutineId) -> Result<Rc<Loaded>, Failure> {
        if let Some(loaded) = self.cache.loaded.borrow().get(id) {
            return Ok(Rc::clone(loaded));
        }
        let library = self.library()?;
        match library.get(id.as_str()) {
            Lookup::Found(loaded) => {
                let loaded = Rc::from(loaded);
                let mut known = self.cache.loaded.borrow_mut();
                known.insert(id.clone(), Rc::clone(&loaded));
                Ok(loaded)
            }
            Lookup::Broken(found) => Err(broken::of_routine(id.as_str(), &found)),
            Lookup::Unknown => {
                let what = message!("error-unknown-routine", given = id);
                let unknown = Failure::refused(what);
                Err(suggest::among(unknown, id.as_str(), library.ids()))
            }
        }
    }

    /// The routine of an id or a file. A known id wins; what looks like a path is one.
    pub(crate) fn id_or_file(&self, typed: &str) -> Result<Rc<Loaded>, Failure> {
        let path = Path::new(typed);
        let is_path = path.components().count() > 1 || path.extension().is_some() || path.exists();
        if !is_path || self.library()?.ids().any(|id| id == typed) {
            return self.routine_named(&RoutineId::from(typed));
        }
        let text = broken::text_of(path)?;
        load(&text).map(Rc::new).map_err(|_| {
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            broken::of_text(&name, path)
        })
    }

    pub(crate) fn school_calendar(&self, path: &Path) -> Result<SchoolCalendar, Failure> {
        let text = broken::text_of(path)?;
        load_school_calendar(&text).map_err(|found| {
            let name = path.display().to_string();
            let shown = problems::show(&name, &text, &found, &self.words, Style::bare());
            let what = message!("error-school-calendar", file = name);
            let causes = shown.into_iter();
            let causes = causes.map(|problem| format!("{}\n{}", problem.heading, problem.body));
            causes
                .map(Message::verbatim)
                .fold(Failure::refused(what), Failure::because)
        })
    }
}

/// Whether a text goes by the id and version of a routine that comes with the program, and is another.
pub(crate) fn is_not_as_shipped(routine: &Routine, hash: &str) -> bool {
    let shipped = Library::built_in().get(routine.id.as_str());
    matches!(shipped, Lookup::Found(shipped)
        if shipped.routine.version == routine.version && shipped.text_hash != hash)
}
