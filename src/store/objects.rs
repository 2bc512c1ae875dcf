//! Whether the tables, indexes and triggers are those that this version makes; making anew those that hold no data.

use rusqlite::Connection;

use super::file::{SCHEMA, rules};
use super::{Reading, Stored};

/// A table, index or trigger that is not as this version makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectFault {
    pub name: String,
    pub kind: ObjectFaultKind,
    /// It may hold data, so it is not made anew.
    pub is_table: bool,
}

/// How a table, index or trigger differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ObjectFaultKind {
    Missing,
    Altered,
    /// This version makes none of that name.
    Foreign,
}

impl Reading<'_> {
    /// Tables, indexes and triggers that are not as this version makes them.
    pub fn object_faults(&self) -> Stored<Vec<ObjectFault>> {
        let (expected, found) = (SCHEMA.rules()?, rules::of(self.db)?);
        let names = expected
            .keys()
            .chain(found.keys().filter(|key| !expected.contains_key(*key)));
        let faults = names.filter_map(|key| {
            let kind = match (expected.get(key), found.get(key)) {
                (Some(_), None) => ObjectFaultKind::Missing,
                (None, Some(_)) => ObjectFaultKind::Foreign,
                (expected, found) if expected != found => ObjectFaultKind::Altered,
                _ => return None,
            };
            Some(ObjectFault {
                name: key.1.clone(),
                kind,
                is_table: key.0 == "table",
            })
        });
        Ok(faults.collect())
    }
}

/// Makes indexes and triggers those of a new file; tables are left alone.
pub(crate) fn make_anew(db: &Connection) -> Stored<()> {
    let (expected, found) = (SCHEMA.rules()?, rules::of(db)?);
    for (key @ (kind, name), sql) in &found {
        if kind != "table" && sql.is_some() && expected.get(key) != Some(sql) {
            let name = name.replace('"', "\"\"");
            // The kind is one of SQLite's four words.
            db.execute_batch(&format!("DROP {kind} \"{name}\""))?;
        }
    }
    for (key, sql) in &expected {
        if let Some(sql) = sql
            && key.0 != "table"
            && found
                .get(key)
                .is_none_or(|found| found.as_ref() != Some(sql))
        {
            db.execute_batch(sql)?;
        }
    }
    Ok(())
}
