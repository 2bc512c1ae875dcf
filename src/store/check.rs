//! Whether the file is what it was: histories whole, no case cut out, the database sound.

use rusqlite::Connection;

use super::case::{self, CaseId};
pub use super::event::chain::{Fault, FaultKind};
use super::file::cipher;
use super::{StoreError, Stored, event, removal};
use crate::domain::ids::CaseRef;

/// Where a case's history first fails.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFault {
    pub reference: CaseRef,
    pub fault: Fault,
}

pub(crate) fn chain(db: &Connection, id: CaseId) -> Stored<Option<CaseFault>> {
    let row =
        case::by_id(db, id)?.ok_or_else(|| StoreError::NoSuchCase(id.0.to_string().into()))?;
    let checked = event::verify(db, id, &row.reference, row.head)?;
    Ok(checked.err().map(|fault| CaseFault {
        reference: row.reference.into(),
        fault,
    }))
}

/// Numbers that were given to cases which are neither there nor recorded as removed: the first of them.
pub(crate) fn missing_cases(db: &Connection) -> Stored<Vec<CaseId>> {
    let there = case::ids(db)?;
    let removed = removal::all(db)?;
    let is_known =
        |id: &CaseId| there.binary_search(id).is_ok() || removed.binary_search(id).is_ok();
    // How many were given is read from the file, which may say anything: gaps are looked for no further than needed.
    let known = there.len() + removed.len();
    let given = (1..=case::last_id_given(db)?).map(CaseId);
    let missing = given.take(known + MOST_MISSING).filter(|id| !is_known(id));
    Ok(missing.take(MOST_MISSING).collect())
}

/// More missing cases than this need not be named: the file is then no longer what it was.
const MOST_MISSING: usize = 100;

/// Whether everything is what it was: the database sound, every history whole, no case cut out. `Damaged`, with the
/// first thing that is not.
pub(crate) fn everything(db: &Connection) -> Stored<()> {
    let mut wrong = damage(db)?;
    for id in case::ids(db)? {
        wrong.extend(chain(db, id)?.map(|fault| format!("{fault:?}")));
    }
    wrong.extend(missing_cases(db)?.iter().map(|id| format!("{id:?}")));
    wrong
        .into_iter()
        .next()
        .map_or(Ok(()), |first| Err(StoreError::Damaged(first)))
}

pub(crate) fn damage(db: &Connection) -> Stored<Vec<String>> {
    let unreadable = cipher::damaged_pages(db)?;
    if !unreadable.is_empty() {
        return Ok(unreadable);
    }
    let mut integrity = db.prepare("PRAGMA integrity_check")?;
    let mut damage: Vec<String> = integrity
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    damage.retain(|line| line != "ok");
    let mut dangling = db.prepare("PRAGMA foreign_key_check")?;
    let mut rows = dangling.query([])?;
    while let Some(row) = rows.next()? {
        let (from, to): (String, String) = (row.get(0)?, row.get(2)?);
        damage.push(format!("{from} → {to}"));
    }
    Ok(damage)
}
