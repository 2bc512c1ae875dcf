//! What can be read from the case file, all of it as it was at one moment.

use std::ops::Deref;

use super::reference::{FreeReferences, LAST_NUMBER, key_of};
use super::tables::{CaseRow, FORM, Tables};
use super::{CaseFilter, CaseId, RoutineText, StoreError, Stored};
use crate::domain::code_word;
use crate::domain::event::Event;
use crate::domain::ids::CaseRef;
use crate::domain::slips::Slips;

/// The case file at one moment: its tables, and what follows from several of their rows.
pub struct Reading<'a> {
    tables: Tables<'a>,
    planner: u32,
    is_in_change: bool,
}

impl<'a> Deref for Reading<'a> {
    type Target = Tables<'a>;

    fn deref(&self) -> &Tables<'a> {
        &self.tables
    }
}

/// The setting that says which planner the cached rows come from.
pub(crate) const PLANNER: &str = "planner_version";

/// The setting that holds which numbers were given to cases of a file that this content took the place of: the first and the
/// last of each row, as JSON.
pub(crate) const PASSED_NUMBERS: &str = "passed_numbers";

/// The setting that holds [`Heads`](super::Heads) as the program left them: who takes away a case or the last event of one
/// past the program leaves others.
pub(crate) const HEADS: &str = "histories_end";

pub(super) fn form_key(planner: u32, hash: &str) -> String {
    format!("{FORM}{planner} {hash}")
}

/// A case as it is stored: all that its state follows from.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredCase {
    pub id: CaseId,
    /// As it was written when the case was opened.
    pub reference: CaseRef,
    pub code_word: Option<String>,
    /// The hash of the routine text it goes by.
    pub text_hash: String,
    /// Oldest first.
    pub events: Vec<Event>,
    /// What became of rounds that were late, where the rows that tell it are current.
    pub slips: Option<Slips>,
}

/// What a reference, or a part of one, leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseMatch {
    /// One case: with exactly that reference, or the only one that begins or, where none begins so, ends so.
    One(CaseId, CaseRef),
    /// Several do: the first of them.
    Several(Vec<CaseRef>),
    /// None does: some with a reference near it, to suggest.
    None(Vec<CaseRef>),
}

const MOST_NAMED: u32 = 20;

impl<'a> Reading<'a> {
    pub(super) fn new(tables: Tables<'a>, planner: u32) -> Self {
        Self {
            tables,
            planner,
            is_in_change: false,
        }
    }

    /// The same in a change.
    pub(super) fn in_change(self) -> Self {
        Self {
            is_in_change: true,
            ..self
        }
    }

    /// Whether it is part of a change, which goes by the routines' texts and not by their parsed forms.
    pub fn is_in_change(&self) -> bool {
        self.is_in_change
    }

    /// The parsed form of a routine text, where one is kept.
    pub fn form(&self, hash: &str) -> Stored<Option<String>> {
        // One that cannot be read is none: the text is what counts.
        Ok(self
            .form_of_text(&form_key(self.planner, hash), hash)
            .unwrap_or_default())
    }

    /// Whether the rows come from this program's planner. If not, readers plan from the events.
    pub fn rows_are_current(&self) -> Stored<bool> {
        Ok(self.setting(PLANNER)? == Some(self.planner.to_string()))
    }

    /// The first and the last of each row of numbers that are never given to cases of this file.
    pub(crate) fn passed_numbers(&self) -> Stored<Vec<(i64, i64)>> {
        // The numbers are missed where they cannot be read; what else is wrong is told all the same.
        let passed = self.setting(PASSED_NUMBERS).unwrap_or_default();
        Ok(passed
            .and_then(|rows| serde_json::from_str(&rows).ok())
            .unwrap_or_default())
    }

    /// Whether all histories end where the program left them. A file that it has not written to since it keeps that cannot tell.
    pub fn ends_as_kept(&self) -> Stored<bool> {
        let kept = self.setting(HEADS)?;
        Ok(kept.is_none_or(|kept| kept == self.heads().unwrap_or_default().text()))
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
        let slips = || self.slips_of(row.id);
        Ok(StoredCase {
            id: row.id,
            text_hash: row.text_hash,
            events: self.events(row.id)?,
            slips: self.rows_are_current()?.then(slips).transpose()?,
            reference: row.reference.into(),
            code_word: row.code_word,
        })
    }

    /// A routine text that a case goes by. `Damaged` when it is not there.
    pub fn text_of_case(&self, hash: &str) -> Stored<RoutineText> {
        let lost = || StoreError::Damaged(format!("routine_text {hash}"));
        self.routine_text(hash)?.ok_or_else(lost)
    }

    /// Whether there is a case of exactly that reference. Case does not matter.
    pub fn is_taken(&self, reference: &CaseRef) -> Stored<bool> {
        Ok(self.case_of_key(&key_of(reference.as_str()))?.is_some())
    }

    /// The reference of the case with that number.
    pub fn reference_of(&self, id: CaseId) -> Stored<CaseRef> {
        Ok(self.case_of_id(id)?.reference.into())
    }

    /// What people call the case with that number by.
    pub fn code_word_of(&self, id: CaseId) -> Stored<Option<String>> {
        Ok(self.case_of_id(id)?.code_word)
    }

    /// What a reference, a code word, the beginning of a reference or its ending leads to, in this order. Capitals do not
    /// matter. A part stands for a closed case only where all are looked among.
    pub fn find(&self, typed: &str, among: CaseFilter) -> Stored<CaseMatch> {
        let key = key_of(typed);
        let with_closed = among == CaseFilter::All;
        let mut found = self.cases_from_key(&key, with_closed, MOST_NAMED)?;
        // The exact one sorts before all that go on after it.
        let is_exact = found.first().is_some_and(|(.., first)| *first == key);
        if !is_exact
            && let Some(word) = code_word::meant(typed)
            && let Some((id, reference)) = self.case_of_word(&word)?
        {
            return Ok(CaseMatch::One(id, reference));
        }
        if found.is_empty() && !key.is_empty() {
            found = self.cases_to_key(&key, with_closed, MOST_NAMED)?;
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
            return Ok(CaseMatch::One(id, reference));
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
