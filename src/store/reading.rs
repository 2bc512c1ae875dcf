//! What can be read from the case file, all of it as it was at one moment.

use std::ops::Deref;

use super::reference::{FreeReferences, LAST_NUMBER, key_of};
use super::tables::{CaseRow, Tables};
use super::{CaseId, RoutineText, StoreError, Stored};
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::slips::Slips;

/// The case file at one moment: its tables, and what follows from several of their rows.
pub struct Reading<'a> {
    tables: Tables<'a>,
    planner: u32,
}

impl<'a> Deref for Reading<'a> {
    type Target = Tables<'a>;

    fn deref(&self) -> &Tables<'a> {
        &self.tables
    }
}

/// The setting that says which planner the cached rows come from.
pub(crate) const PLANNER: &str = "planner_version";

/// A case as it is stored: all that its state follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredCase {
    pub id: CaseId,
    /// As it was written when the case was opened.
    pub reference: CaseRef,
    pub routine: RoutineText,
    /// Oldest first.
    pub events: Vec<Event>,
    /// What became of rounds that were late, where the rows that tell it are current.
    pub slips: Option<Slips>,
}

/// Which cases a part of a reference may stand for; a whole one stands for a closed case too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Among {
    Open,
    All,
}

/// What of a case's reference was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseName {
    Whole,
    Beginning,
    Ending,
}

/// What a reference, or a part of one, leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseMatch {
    /// One case: with exactly that reference, or the only one that begins or, where none begins so, ends so.
    One(CaseId, CaseRef, CaseName),
    /// Several do: the first of them.
    Several(Vec<CaseRef>),
    /// None does: some with a reference near it, to suggest.
    None(Vec<CaseRef>),
}

const MOST_NAMED: u32 = 20;

impl<'a> Reading<'a> {
    pub(super) fn new(tables: Tables<'a>, planner: u32) -> Self {
        Self { tables, planner }
    }

    /// Whether the rows come from this program's planner. If not, readers plan from the events.
    pub fn rows_are_current(&self) -> Stored<bool> {
        Ok(self.setting(PLANNER)? == Some(self.planner.to_string()))
    }

    /// The case with that reference, whole. `NoSuchCase`; `UnreadableEvent` when its history cannot be understood.
    pub fn case(&self, reference: &CaseRef) -> Stored<StoredCase> {
        let row = self.case_of_key(&key_of(reference.as_str()))?;
        self.whole(row.ok_or_else(|| StoreError::NoSuchCase(reference.clone()))?)
    }

    /// The case with that number, whole.
    pub fn case_by_id(&self, id: CaseId) -> Stored<StoredCase> {
        self.whole(self.case_of_id(id)?)
    }

    fn whole(&self, row: CaseRow) -> Stored<StoredCase> {
        let lost = || StoreError::Damaged(format!("routine_text {}", row.text_hash));
        let slips = || self.slips_of(row.id);
        Ok(StoredCase {
            id: row.id,
            routine: self.routine_text(&row.text_hash)?.ok_or_else(lost)?,
            events: self.events(row.id)?,
            slips: self.rows_are_current()?.then(slips).transpose()?,
            reference: row.reference.into(),
        })
    }

    /// Whether there is a case of exactly that reference. Case does not matter.
    pub fn is_taken(&self, reference: &CaseRef) -> Stored<bool> {
        Ok(self.case_of_key(&key_of(reference.as_str()))?.is_some())
    }

    /// The reference of the case with that number.
    pub fn reference_of(&self, id: CaseId) -> Stored<CaseRef> {
        Ok(self.case_of_id(id)?.reference.into())
    }

    /// What a reference, its beginning or its ending leads to. Capitals do not matter; an exact one wins.
    pub fn find(&self, typed: &str, among: Among) -> Stored<CaseMatch> {
        let key = key_of(typed);
        let with_closed = among == Among::All;
        let mut found = self.cases_from_key(&key, with_closed, MOST_NAMED)?;
        // The exact one sorts before all that go on after it.
        let is_exact = found.first().is_some_and(|(.., first)| *first == key);
        // A case that goes by another name too is looked for here: after its reference, before a part of one.
        let mut by = CaseName::Beginning;
        if found.is_empty() && !key.is_empty() {
            found = self.cases_to_key(&key, with_closed, MOST_NAMED)?;
            by = CaseName::Ending;
        }
        if found.is_empty() || (key.is_empty() && !is_exact) {
            let mut near = Vec::new();
            for reference in self.references_near(&key, MOST_NAMED / 2)? {
                if !near.contains(&reference) && near.len() < MOST_NAMED as usize {
                    near.push(reference);
                }
            }
            return Ok(CaseMatch::None(near));
        }
        if is_exact || found.len() == 1 {
            let (id, reference, _) = found.swap_remove(0);
            let by = if is_exact { CaseName::Whole } else { by };
            return Ok(CaseMatch::One(id, reference, by));
        }
        let references = found.into_iter().map(|(_, reference, _)| reference);
        Ok(CaseMatch::Several(references.collect()))
    }

    /// The next free reference of a year: `2026-001`, …
    pub fn next_reference(&self, year: i32) -> Stored<CaseRef> {
        Ok(self.free_references(year)?.take())
    }

    /// Those after the highest that the year has seen, removed cases too. When somebody has chosen the very last
    /// number, those after the highest one that has room after it.
    pub fn free_references(&self, year: i32) -> Stored<FreeReferences> {
        let highest = self.highest_number(year, LAST_NUMBER)?;
        Ok(FreeReferences::after(year, highest))
    }
}
