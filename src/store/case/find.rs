//! Finds the case somebody means by a reference or its beginning.

use rusqlite::Connection;

use super::{CaseId, key_of};
use crate::domain::ids::CaseRef;
use crate::store::{Reading, Stored};

/// What a reference, or the beginning of one, leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// One case: with exactly that reference, or the only one that begins so.
    One(CaseId, CaseRef),
    /// Several begin so: the first of them.
    Several(Vec<CaseRef>),
    /// None does: some with a reference near it, to suggest.
    None(Vec<CaseRef>),
}

const MOST_NAMED: u32 = 20;

impl Reading<'_> {
    /// What a reference, or the beginning of one, leads to. Case does not matter; an exact one wins.
    pub fn find(&self, typed: &str) -> Stored<Found> {
        let key = key_of(typed);
        // `?2` sorts after everything that begins with the key.
        let mut begins_so = self.db.prepare_cached(
            "SELECT id, reference, reference_key FROM cases
             WHERE reference_key >= ?1 AND reference_key < ?2 ORDER BY reference_key LIMIT ?3",
        )?;
        let beyond = format!("{key}\u{10FFFF}");
        let mut rows = begins_so.query((&key, &beyond, MOST_NAMED))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let id = CaseId(row.get(0)?);
            let reference = CaseRef::from(row.get::<_, String>(1)?);
            // The exact one sorts before all that go on after it.
            if row.get::<_, String>(2)? == key {
                return Ok(Found::One(id, reference));
            }
            found.push((id, reference));
        }
        if found.is_empty() || typed.is_empty() {
            return Ok(Found::None(near(self.db, &key)?));
        }
        if let [(id, reference)] = found.as_slice() {
            return Ok(Found::One(*id, reference.clone()));
        }
        let references = found.into_iter().map(|(_, reference)| reference);
        Ok(Found::Several(references.collect()))
    }
}

/// References that contain what was typed, then its neighbours in the alphabet.
fn near(db: &Connection, key: &str) -> Stored<Vec<CaseRef>> {
    let mut select = db.prepare_cached(
        "SELECT reference FROM (SELECT reference FROM cases
                                WHERE instr(reference_key, ?1) > 0 LIMIT ?2)
         UNION ALL
         SELECT reference FROM (SELECT reference FROM cases WHERE reference_key < ?1
                                ORDER BY reference_key DESC LIMIT ?2)
         UNION ALL
         SELECT reference FROM (SELECT reference FROM cases WHERE reference_key > ?1
                                ORDER BY reference_key LIMIT ?2)",
    )?;
    let mut rows = select.query((key, MOST_NAMED / 2))?;
    let mut references: Vec<CaseRef> = Vec::new();
    while let Some(row) = rows.next()? {
        let reference = row.get::<_, String>(0)?.into();
        if !references.contains(&reference) {
            references.push(reference);
        }
    }
    references.truncate(MOST_NAMED as usize);
    Ok(references)
}
