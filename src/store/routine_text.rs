//! The exact texts that cases were opened with.

use rusqlite::{Connection, Row};

use super::{Reading, Stored, hash, sql};
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

impl Reading<'_> {
    /// A routine's text by its hash.
    pub fn routine_text(&self, hash: &str) -> Stored<Option<RoutineText>> {
        let by_hash = "SELECT hash, id, version, text FROM routine_text WHERE hash = ?1";
        sql::first(self.db, by_hash, [hash], row_to_text)
    }

    /// All routine texts that cases were opened with.
    pub fn routine_texts(&self) -> Stored<Vec<RoutineText>> {
        let texts = "SELECT hash, id, version, text FROM routine_text ORDER BY id, hash";
        sql::all(self.db, texts, [], row_to_text)
    }

    /// The hashes of all routine texts there are, and of all that cases go by.
    pub fn routine_text_hashes(&self) -> Stored<Vec<String>> {
        let hashes = "SELECT hash FROM routine_text UNION SELECT text_hash FROM cases";
        sql::all(self.db, hashes, [], |row| row.get(0))
    }
}

pub(crate) fn keep(db: &Connection, routine: &RoutineText) -> Stored<()> {
    let kept = "INSERT INTO routine_text (hash, id, version, text) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (hash) DO NOTHING";
    sql::run(
        db,
        kept,
        (
            &routine.hash,
            routine.id.as_str(),
            &routine.version,
            &routine.text,
        ),
    )
}

pub(crate) fn drop_unused(db: &Connection, hash: &str) -> Stored<()> {
    let unused = "DELETE FROM routine_text
         WHERE hash = ?1 AND NOT EXISTS (SELECT 1 FROM cases WHERE text_hash = ?1)";
    sql::run(db, unused, [hash])
}

fn row_to_text(row: &Row<'_>) -> rusqlite::Result<RoutineText> {
    Ok(RoutineText {
        hash: row.get(0)?,
        id: row.get::<_, String>(1)?.into(),
        version: row.get(2)?,
        text: row.get(3)?,
    })
}
