//! The tables, views, indexes and triggers of a file.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::store::{Stored, hash};

/// The statements that made them, by kind and name. SQLite's own indexes have none.
pub(crate) type SchemaObjects = BTreeMap<(String, String), Option<String>>;

/// All there are; statistics, which say nothing of what is done, left out.
pub(crate) fn of(db: &Connection) -> Stored<SchemaObjects> {
    let mut select = db.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')",
    )?;
    let objects = select.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(objects.collect::<Result<_, _>>()?)
}

/// One value for all of them, which no others have. Kind, name and statement are told apart by their lengths.
pub(crate) fn fingerprint(objects: &SchemaObjects) -> String {
    let mut all = String::new();
    for ((kind, name), sql) in objects {
        for part in [Some(kind), Some(name), sql.as_ref()] {
            all += &part.map_or("- ".to_owned(), |part| format!("{} {part} ", part.len()));
        }
    }
    hash::hexadecimal(&hash::of(&[all.as_bytes()]))
}
