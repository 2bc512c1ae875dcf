//! What can be read from the case file, all of it as it was at one moment.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::case::{
    self, CaseFilter, CaseHeading, CaseId, CaseRow, Found, FreeReferences, Heads, StoredCase,
};
use super::check::{self, CaseFault};
use super::event::Head;
use super::file_log::{self, LogEntry};
use super::kept::{self, KeptCase};
use super::objects::{self, ObjectFault};
use super::routine_text::{self, RoutineText};
use super::rows::{self, FoundRow, RowQuery};
use super::{HeldText, StoreError, Stored, event, redaction, removal, settings, totals};
use crate::domain::chained::ChainedHistory;
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::report::{ReportRow, Totals};

/// The case file at one moment.
pub struct Reading<'a> {
    db: &'a Connection,
    planner: u32,
}

impl<'a> Reading<'a> {
    pub(super) fn new(db: &'a Connection, planner: u32) -> Self {
        Self { db, planner }
    }

    /// What a reference, or the beginning of one, leads to. Case does not matter; an exact one wins.
    pub fn find(&self, typed: &str) -> Stored<Found> {
        case::find(self.db, typed)
    }

    /// The case with that reference, whole. `NoSuchCase`; `UnreadableEvent` when its history cannot be understood.
    pub fn case(&self, reference: &CaseRef) -> Stored<StoredCase> {
        let row = case::by_reference(self.db, reference)?;
        self.whole(row.ok_or_else(|| StoreError::NoSuchCase(reference.clone()))?)
    }

    /// The case with that number, whole.
    pub fn case_by_id(&self, id: CaseId) -> Stored<StoredCase> {
        let row = case::by_id(self.db, id)?;
        self.whole(row.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))?)
    }

    fn whole(&self, row: CaseRow) -> Stored<StoredCase> {
        let lost = || StoreError::Damaged(format!("routine_text {}", row.text_hash));
        let routine = routine_text::load(self.db, &row.text_hash)?.ok_or_else(lost)?;
        Ok(StoredCase {
            id: row.id,
            reference: row.reference.into(),
            routine,
            events: event::load(self.db, row.id)?,
            slips: match self.rows_are_current()? {
                true => Some(rows::slips_of(self.db, row.id)?),
                false => None,
            },
        })
    }

    /// A case's history exactly as it is kept, to be taken elsewhere. `NoSuchCase`. It is not checked: see
    /// [`Self::verify_chain`].
    pub fn chained_history(&self, id: CaseId) -> Stored<ChainedHistory> {
        let row = case::by_id(self.db, id)?;
        let row = row.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))?;
        event::chained::of_case(self.db, id, row.head)
    }

    pub(super) fn holds(&self, id: CaseId, head: Head) -> Stored<bool> {
        event::is_there(self.db, id, head)
    }

    /// A case's history, oldest first.
    pub fn events(&self, id: CaseId) -> Stored<Vec<Event>> {
        event::load(self.db, id)
    }

    /// The reference of the case with that number.
    pub fn reference_of(&self, id: CaseId) -> Stored<CaseRef> {
        let row = case::by_id(self.db, id)?;
        let row = row.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))?;
        Ok(row.reference.into())
    }

    /// Every case and where its history ends.
    pub fn heads(&self) -> Stored<Heads> {
        case::heads(self.db)
    }

    /// What is kept of a case beside its history. `NoSuchCase`; `UnreadableRow` or `Damaged` when it cannot be
    /// understood.
    pub fn kept(&self, id: CaseId) -> Stored<KeptCase> {
        kept::of_case(self.db, id)?.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))
    }

    /// The next free reference of a year: `2026-001`, …
    pub fn next_reference(&self, year: i32) -> Stored<CaseRef> {
        Ok(self.free_references(year)?.take())
    }

    /// The free references of a year, to open several cases.
    pub fn free_references(&self, year: i32) -> Stored<FreeReferences> {
        FreeReferences::of(self.db, year)
    }

    /// Whether there is a case of exactly that reference. Case does not matter.
    pub fn is_taken(&self, reference: &CaseRef) -> Stored<bool> {
        Ok(case::by_reference(self.db, reference)?.is_some())
    }

    /// Calls `each` with the headings of the cases, by reference. An error from it ends the list.
    pub fn cases<E: From<StoreError>>(
        &self,
        filter: CaseFilter,
        today: NaiveDate,
        each: impl FnMut(CaseHeading) -> Result<(), E>,
    ) -> Result<(), E> {
        case::list(self.db, filter, today, each)
    }

    /// The numbers of all cases, in the order they were opened: eight bytes each.
    pub fn case_ids(&self) -> Stored<Vec<CaseId>> {
        case::ids(self.db)
    }

    /// A routine's text by its hash.
    pub fn routine_text(&self, hash: &str) -> Stored<Option<RoutineText>> {
        routine_text::load(self.db, hash)
    }

    /// All routine texts that cases were opened with.
    pub fn routine_texts(&self) -> Stored<Vec<RoutineText>> {
        routine_text::load_all(self.db)
    }

    /// The hashes of all routine texts there are, and of all that cases go by.
    pub fn routine_text_hashes(&self) -> Stored<Vec<String>> {
        routine_text::hashes(self.db)
    }

    /// The rows of a case, in the order of its plan. Only as good as [`Self::rows_are_current`].
    pub fn rows_of(&self, id: CaseId) -> Stored<Vec<ReportRow>> {
        rows::of_case(self.db, id)
    }

    /// Calls `each` with the rows wanted, most urgent first: by due date, a promptly step without one by its
    /// anchor's, those without any last; then by reference and place in the plan. An error from it ends the search.
    pub fn rows<E: From<StoreError>>(
        &self,
        query: &RowQuery,
        each: impl FnMut(FoundRow) -> Result<(), E>,
    ) -> Result<(), E> {
        rows::run(self.db, query, each)
    }

    /// The sums over all cases.
    pub fn totals(&self) -> Stored<Totals> {
        totals::kept(self.db)
    }

    /// The sums counted anew: what [`Self::totals`] must be.
    pub fn counted_totals(&self) -> Stored<Totals> {
        totals::counted(self.db)
    }

    /// Whether the rows come from this program's planner. If not, readers plan from the events.
    pub fn rows_are_current(&self) -> Stored<bool> {
        let planner = settings::get(self.db, settings::PLANNER)?;
        Ok(planner == Some(self.planner.to_string()))
    }

    /// A setting of the file.
    pub fn setting(&self, key: &str) -> Stored<Option<String>> {
        settings::get(self.db, key)
    }

    /// All settings of the file, by key; the program's own among them.
    pub fn settings(&self) -> Stored<Vec<(String, String)>> {
        settings::all(self.db)
    }

    /// The file's own log, oldest first.
    pub fn log(&self) -> Stored<Vec<LogEntry>> {
        file_log::all(self.db)
    }

    /// The newest time by the real clock of the latest events of the cases opened last.
    pub fn newest_recorded(&self) -> Stored<Option<String>> {
        event::newest(self.db)
    }

    /// How many entries of the file's own log are not there any more.
    pub fn log_gaps(&self) -> Stored<i64> {
        file_log::gaps(self.db)
    }

    /// Checks a case's history: every event as it was recorded, none missing. `None` when it holds.
    pub fn verify_chain(&self, id: CaseId) -> Stored<Option<CaseFault>> {
        check::chain(self.db, id)
    }

    /// The free texts of a case, in the order of its history.
    pub fn texts_of(&self, id: CaseId) -> Stored<Vec<HeldText>> {
        redaction::texts_of(self.db, id)
    }

    /// The cases that hold just this text, by reference: at most so many, and how many there are.
    pub fn cases_holding(&self, content: &str, most: u32) -> Stored<(Vec<CaseRef>, u32)> {
        redaction::cases_holding(self.db, content, most)
    }

    /// The cases that say they continue this one.
    pub fn continued_by(&self, reference: &CaseRef) -> Stored<Vec<CaseRef>> {
        case::continued_by(self.db, reference)
    }

    /// The events of all cases whose texts were taken out, by reference and number.
    pub fn all_taken_out(&self) -> Stored<Vec<(CaseRef, u32)>> {
        redaction::all_taken_out(self.db)
    }

    /// The numbers in the file of the cases that were removed; the log says what is kept of them.
    pub fn removed_cases(&self) -> Stored<Vec<CaseId>> {
        removal::all(self.db)
    }

    /// Numbers that were given to cases which are not there any more, and were not removed as cases are.
    pub fn missing_cases(&self) -> Stored<Vec<CaseId>> {
        check::missing_cases(self.db)
    }

    /// Whether everything is what it was: the database sound, every history whole, no case cut out. `Damaged`, with the
    /// first thing that is not.
    pub fn verify_everything(&self) -> Stored<()> {
        check::everything(self.db)
    }

    /// Tables, indexes and triggers that are not as this version makes them.
    pub fn object_faults(&self) -> Stored<Vec<ObjectFault>> {
        objects::faults(self.db)
    }

    /// What SQLite finds wrong with the file, in its own words: structure and references between tables.
    pub fn damage(&self) -> Stored<Vec<String>> {
        check::damage(self.db)
    }
}
