//! One change of the case file: all of it is stored, or nothing.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::case::{self, CaseId, CaseRow, NewCaseRow};
use super::event::chained::SoundHistory;
use super::event::{Head, Links, chain};
use super::file_log::{self, LogEntry};
use super::kept::{self, Origin};
use super::objects;
use super::reading::Reading;
use super::routine_text::{self, RoutineText};
use super::rows::{self, Owner};
use super::{Removal, StoreError, Stored, event, redaction, removal, settings, totals};
use crate::domain::event::Event;
use crate::domain::identity_number::holds_identity_number;
use crate::domain::ids::CaseRef;
use crate::domain::report::{Standing, Totals};

/// A change under way. Others wait until it is over.
pub struct Change<'a> {
    db: &'a Connection,
    planner: u32,
    /// By how much the sums over all cases change.
    difference: Totals,
    texts_kept: BTreeSet<String>,
    /// The changes of cases that were recorded in it, by their numbers.
    recorded: BTreeSet<(CaseId, u32)>,
    /// The latest event it adds: what is there tells whether the change was stored.
    pub(super) latest: Option<(CaseId, Head)>,
}

/// A case to be opened.
#[derive(Debug, Clone, Copy)]
pub struct NewCase<'a> {
    pub reference: &'a CaseRef,
    pub routine: &'a RoutineText,
    /// Its first events, numbered from 1.
    pub events: &'a [Event],
    pub standing: &'a Standing,
}

impl<'a> Change<'a> {
    pub(super) fn new(db: &'a Connection, planner: u32) -> Self {
        Self {
            db,
            planner,
            difference: Totals::default(),
            texts_kept: BTreeSet::new(),
            recorded: BTreeSet::new(),
            latest: None,
        }
    }

    /// The file as it is in this change; nobody else can change it meanwhile. Totals are those from before.
    pub fn read(&self) -> Reading<'a> {
        Reading::new(self.db, self.planner)
    }

    /// Opens a case. `DuplicateReference` when one of that reference exists, `HistoryMovedOn` when the events are not
    /// numbered from 1.
    pub fn open_case(&mut self, new: NewCase<'_>) -> Stored<CaseId> {
        let reference = new.reference.as_str();
        let links = event::link(self.db, reference, chain::start(reference), new.events)?;
        let id = self.add_case(&new, &links)?;
        self.note_recorded(id, new.events);
        Ok(id)
    }

    /// The changes of cases that were recorded so far, and are not said again. What came from elsewhere is not among them.
    pub fn take_recorded(&mut self) -> BTreeSet<(CaseId, u32)> {
        std::mem::take(&mut self.recorded)
    }

    fn note_recorded(&mut self, id: CaseId, events: &[Event]) {
        self.recorded
            .extend(events.iter().map(|event| (id, event.change)));
    }

    /// Takes in a case from another file, with its history as it is kept there. `DuplicateReference` when one of that
    /// reference exists.
    pub fn import_case(
        &mut self,
        history: &SoundHistory,
        routine: &RoutineText,
        standing: &Standing,
    ) -> Stored<CaseId> {
        let new = NewCase {
            reference: history.reference(),
            routine,
            events: history.events(),
            standing,
        };
        self.add_case(&new, &history.links)
    }

    fn add_case(&mut self, new: &NewCase<'_>, links: &Links) -> Stored<CaseId> {
        let first = new.events.first().ok_or(StoreError::HistoryMovedOn {
            expected: 1,
            found: 0,
        })?;
        let numbers = new.standing.numbers();
        // A text is long: when many cases are opened it is handed to the database once.
        if !self.texts_kept.contains(&new.routine.hash) {
            routine_text::keep(self.db, new.routine)?;
            self.texts_kept.insert(new.routine.hash.clone());
        }
        let row = NewCaseRow {
            reference: new.reference,
            routine: &new.routine.id,
            text_hash: &new.routine.hash,
            opened: first.stamp.day,
            open: new.standing.open,
            head: links.head,
            numbers: &numbers,
            span: new.standing.span,
        };
        let id = case::insert(self.db, &row)?;
        self.add_events(id, links)?;
        let owner = Owner {
            id,
            reference: new.reference.as_str(),
            is_new: true,
            write_all: false,
        };
        rows::put(self.db, &owner, new.standing)?;
        self.difference = self.difference.plus(Totals::of_case(row.open, &numbers));
        Ok(id)
    }

    /// Adds events to a case's history; the standing is what it then comes to. `HistoryMovedOn` when the events do not
    /// follow its latest one: the case was changed since it was read.
    pub fn append(&mut self, id: CaseId, events: &[Event], standing: &Standing) -> Stored<()> {
        let row = case::by_id(self.db, id)?;
        let links = event::link(self.db, &row.reference, row.head, events)?;
        self.add_events(id, &links)?;
        self.note_recorded(id, events);
        let head = links.head;
        self.put_standing(&CaseRow { head, ..row }, standing, false)
    }

    /// Makes the stored rows of a case those of its standing, without any event: after a new planner, or to repair.
    pub fn rebuild_rows(&mut self, id: CaseId, standing: &Standing) -> Stored<()> {
        let row = case::by_id(self.db, id)?;
        self.put_standing(&row, standing, true)
    }

    /// Makes all that is kept of a case beside its history what reference, beginning and standing give: a repair.
    pub fn rebuild_case(&mut self, id: CaseId, origin: &Origin, standing: &Standing) -> Stored<()> {
        let row = case::by_id(self.db, id)?;
        kept::put_origin(self.db, id, &row.reference, origin)?;
        rows::remove(self.db, id)?;
        self.put_standing(&row, standing, true)
    }

    /// Makes indexes and triggers what this version makes them, builds all indexes anew and removes rows of cases
    /// that are not there: a repair. Tables stay as they are.
    pub fn rebuild_objects(&mut self) -> Stored<()> {
        objects::make_anew(self.db)?;
        self.db.execute_batch("REINDEX")?;
        rows::remove_strays(self.db)
    }

    /// Takes the texts of an event out of the file, and adds the events that say so; how many texts that were.
    pub fn redact(&mut self, id: CaseId, seq: u32, events: &[Event]) -> Stored<usize> {
        let row = case::by_id(self.db, id)?;
        let links = event::link(self.db, &row.reference, row.head, events)?;
        self.add_events(id, &links)?;
        self.note_recorded(id, events);
        case::move_head(self.db, id, links.head)?;
        redaction::take_out(self.db, id, seq)
    }

    /// Removes a case with all that belongs to it, and leaves a record that it was. `NoSuchCase` when there is none of
    /// that number.
    pub fn remove_case(&mut self, id: CaseId, removal: &Removal<'_>) -> Stored<()> {
        let lost = removal::remove(self.db, id, removal)?;
        self.difference = self.difference.minus(lost);
        Ok(())
    }

    /// Says that all rows now come from this program's planner.
    pub fn mark_rows_current(&mut self) -> Stored<()> {
        let planner = self.planner.to_string();
        settings::set(self.db, settings::PLANNER, Some(&planner))
    }

    /// Counts the sums over all cases anew.
    pub fn rebuild_totals(&mut self) -> Stored<Totals> {
        let counted = self.read().counted_totals()?;
        totals::put(self.db, counted)?;
        // What this change has done so far is in what was counted.
        self.difference = Totals::default();
        Ok(counted)
    }

    /// Sets a setting of the file; `None` removes it.
    pub fn set(&mut self, key: &str, value: Option<&str>) -> Stored<()> {
        names_nobody(value.unwrap_or_default())?;
        settings::set(self.db, key, value)
    }

    /// Adds to the file's own log.
    pub fn log(&mut self, entry: &LogEntry) -> Stored<()> {
        names_nobody(&entry.who)?;
        file_log::texts(&entry.detail)
            .into_iter()
            .try_for_each(names_nobody)?;
        file_log::add(self.db, entry)
    }

    fn add_events(&mut self, id: CaseId, links: &Links) -> Stored<()> {
        self.latest = Some((id, links.head));
        event::add(self.db, id, links)
    }

    pub(super) fn finish(self) -> Stored<()> {
        if self.difference == Totals::default() {
            return Ok(());
        }
        let totals = self.read().totals()?;
        totals::put(self.db, totals.plus(self.difference))
    }

    fn put_standing(&mut self, row: &CaseRow, standing: &Standing, write_all: bool) -> Stored<()> {
        let updated = case::update(self.db, row.id, row.head, standing)?;
        let owner = Owner {
            id: row.id,
            reference: &row.reference,
            is_new: false,
            write_all: write_all || updated.opened_or_closed,
        };
        rows::put(self.db, &owner, standing)?;
        self.difference = self.difference.plus(updated.difference);
        Ok(())
    }
}

/// What outlives every case holds nobody's number.
fn names_nobody(text: &str) -> Stored<()> {
    match holds_identity_number(text) {
        true => Err(StoreError::IdentityNumber),
        false => Ok(()),
    }
}
