//! The exact texts that cases were opened with.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{Stored, hash};
use crate::domain::ids::RoutineId;

/// A routine's text as it was when a case was opened with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoutineText {
    /// SHA-256 of the text, hexadecimal; its identity.
    pub hash: String,
    pub id: RoutineId,
    pub version: String,
    pub text: String,
}

impl RoutineText {
    /// Whether the text is the one its hash was taken of.
    pub fn fits_its_hash(&self) -> bool {
        hash::hexadecimal(&hash::of(&[self.text.as_bytes()])) == self.hash
    }
}

pub(crate) fn hashes(db: &Connection) -> Stored<Vec<String>> {
    let mut all =
        db.prepare_cached("SELECT hash FROM routine_text UNION SELECT text_hash FROM cases")?;
    let hashes = all
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(hashes)
}

pub(crate) fn keep(db: &Connection, routine: &RoutineText) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO routine_text (hash, id, version, text) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (hash) DO NOTHING",
    )?
    .execute((
        &routine.hash,
        routine.id.as_str(),
        &routine.version,
        &routine.text,
    ))?;
    Ok(())
}

pub(crate) fn drop_unused(db: &Connection, hash: &str) -> Stored<()> {
    db.prepare_cached(
        "DELETE FROM routine_text
         WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM cases WHERE text_hash = ?1)",
    )?
    .execute([hash])?;
    Ok(())
}

pub(crate) fn load(db: &Connection, hash: &str) -> Stored<Option<RoutineText>> {
    let found = db
        .prepare_cached("SELECT hash, id, version, text FROM routine_text WHERE hash = ?1")?
        .query_row([hash], row_to_text)
        .optional()?;
    Ok(found)
}

pub(crate) fn load_all(db: &Connection) -> Stored<Vec<RoutineText>> {
    let mut all =
        db.prepare_cached("SELECT hash, id, version, text FROM routine_text ORDER BY id, hash")?;
    let texts = all.query_map([], row_to_text)?.collect::<Result<_, _>>()?;
    Ok(texts)
}

fn row_to_text(row: &Row<'_>) -> rusqlite::Result<RoutineText> {
    Ok(RoutineText {
        hash: row.get(0)?,
        id: row.get::<_, String>(1)?.into(),
        version: row.get(2)?,
        text: row.get(3)?,
    })
}
