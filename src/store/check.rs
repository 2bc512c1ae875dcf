//! Whether the file is what it was: histories whole, no case cut out, the database sound.

use super::case::{self, CaseId};
pub use super::event::chain::{Fault, FaultKind};
use super::file::cipher;
use super::{Reading, StoreError, Stored, event};
use crate::domain::ids::CaseRef;

/// Where a case's history first fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFault {
    pub reference: CaseRef,
    pub fault: Fault,
}

/// More missing cases than this need not be named: the file is then no longer what it was.
const MOST_MISSING: usize = 100;

impl Reading<'_> {
    /// Checks a case's history: every event as it was recorded, none missing. `None` when it holds.
    pub fn verify_chain(&self, id: CaseId) -> Stored<Option<CaseFault>> {
        let row = case::by_id(self.db, id)?;
        let checked = event::verify(self.db, id, &row.reference, row.head)?;
        Ok(checked.err().map(|fault| CaseFault {
            reference: row.reference.into(),
            fault,
        }))
    }

    /// Numbers that were given to cases which are not there any more, and were not removed as cases are.
    pub fn missing_cases(&self) -> Stored<Vec<CaseId>> {
        let (there, removed) = (self.case_ids()?, self.removed_cases()?);
        let is_known =
            |id: &CaseId| there.binary_search(id).is_ok() || removed.binary_search(id).is_ok();
        // How many were given is read from the file, which may say anything: gaps are looked for no further than needed.
        let known = there.len() + removed.len();
        let given = (1..=case::last_id_given(self.db)?).map(CaseId);
        let missing = given.take(known + MOST_MISSING).filter(|id| !is_known(id));
        Ok(missing.take(MOST_MISSING).collect())
    }

    /// Whether everything is what it was: the database sound, every history whole, no case cut out. `Damaged`, with the
    /// first thing that is not.
    pub fn verify_everything(&self) -> Stored<()> {
        let mut wrong = self.damage()?;
        for id in self.case_ids()? {
            wrong.extend(self.verify_chain(id)?.map(|fault| format!("{fault:?}")));
        }
        wrong.extend(self.missing_cases()?.iter().map(|id| format!("{id:?}")));
        let first = wrong.into_iter().next();
        first.map_or(Ok(()), |first| Err(StoreError::Damaged(first)))
    }

    /// What SQLite finds wrong with the file, in its own words: structure and references between tables.
    pub fn damage(&self) -> Stored<Vec<String>> {
        let unreadable = cipher::damaged_pages(self.db)?;
        if !unreadable.is_empty() {
            return Ok(unreadable);
        }
        let mut integrity = self.db.prepare("PRAGMA integrity_check")?;
        let mut damage: Vec<String> = integrity
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        damage.retain(|line| line != "ok");
        let mut dangling = self.db.prepare("PRAGMA foreign_key_check")?;
        let mut rows = dangling.query([])?;
        while let Some(row) = rows.next()? {
            let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
            damage.push(format!("{from} → {to}"));
        }
        Ok(damage)
    }
}
