//! The tables, views, indexes and triggers of a file.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::store::Stored;

/// The statements that made them, by kind and name. SQLite's own indexes have none.
pub(crate) type SchemaObjects = BTreeMap<(String, String), Option<String>>;

messages! {
    /// How a table, index or trigger differs from the one that a version makes.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum ObjectFaultKind {
        Missing => "doctor-object-missing",
        Altered => "doctor-object-altered",
        /// The version makes none of that name.
        Foreign => "doctor-object-foreign",
    }
}

/// Statistics, which say nothing of what is done, left out.
const ALL: &str =
    "SELECT type, name, sql FROM sqlite_schema WHERE name NOT IN ('sqlite_stat1', 'sqlite_stat4')";

/// All there are.
pub(crate) fn of(db: &Connection) -> Stored<SchemaObjects> {
    let mut select = db.prepare(ALL)?;
    let objects = select.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(objects.collect::<Result<_, _>>()?)
}

/// All of them as one text, by kind and name.
pub(crate) fn text_of(db: &Connection) -> Stored<String> {
    let mut select = db.prepare(ALL)?;
    let objects = select.query_map((), |row| {
        let (kind, name) = (row.get_ref(0)?.as_str()?, row.get_ref(1)?.as_str()?);
        let sql = row.get_ref(2)?.as_str_or_null()?.unwrap_or_default();
        Ok(["-- ", kind, " ", name, "\n", sql, ";\n\n"].concat())
    })?;
    let mut objects = objects.collect::<Result<Vec<_>, _>>()?;
    objects.sort_unstable();
    Ok(objects.concat())
}

/// Those that are not as expected, by kind and name; the foreign ones last.
pub(crate) fn differences<'o>(
    expected: &'o SchemaObjects,
    found: &'o SchemaObjects,
) -> impl Iterator<Item = (&'o (String, String), ObjectFaultKind)> {
    let foreign = found.keys().filter(|key| !expected.contains_key(*key));
    let all = expected.keys().chain(foreign);
    all.filter_map(|key| match (expected.get(key), found.get(key)) {
        (_, None) => Some((key, ObjectFaultKind::Missing)),
        (None, _) => Some((key, ObjectFaultKind::Foreign)),
        (expected, found) => (expected != found).then_some((key, ObjectFaultKind::Altered)),
    })
}
