//! Schema versions, whose list is only ever added to, and the tables, views, indexes and triggers they make.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::copy;
use crate::store::{StoreError, Stored};

/// The steps from an empty file to the latest version; a file's version is how many it has taken. Every step begins by
/// putting its number into `schema_step`: its key stops the second of two programs that migrate at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schema(pub(crate) &'static [&'static str]);

pub(crate) const SCHEMA: Schema = Schema(&[
    include_str!("../schema/v1.sql"),
    include_str!("../schema/v2.sql"),
    include_str!("../schema/v3.sql"),
    include_str!("../schema/v4.sql"),
]);

/// What a file that has taken all steps of [`SCHEMA`] holds. To make all those tables anew at every opening, only to
/// compare, would take longer than most commands do; a file that holds anything else is compared so.
const CURRENT_OBJECTS: &str = include_str!("../schema/current.sql");

impl Schema {
    pub(crate) fn version(self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// The version a file is of, 0 of an empty one. `Newer` when that is beyond ours.
    pub(crate) fn version_of(self, db: &Connection) -> Stored<u32> {
        let found = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let ours = self.version();
        match found > ours {
            true => Err(StoreError::Newer { found, ours }),
            false => Ok(found),
        }
    }

    /// Looks for tables, views and triggers that are not those of the file's version: another hand's could do anything
    /// when we read or write. One that is missing is told where it is missed.
    pub(crate) fn check_objects(self, db: &Connection, version: u32) -> Stored<()> {
        if version == self.version() && text_of(db)? == CURRENT_OBJECTS {
            return Ok(());
        }
        let found = objects_in(db)?;
        let ours = Self::objects_after(self.0.get(..version as usize).unwrap_or(self.0))?;
        let mut differences = differences(&ours, &found);
        match differences.find(|(_, how)| *how != ObjectFaultKind::Missing) {
            Some(((_, name), _)) => Err(StoreError::ForeignRule(name.clone())),
            None => Ok(()),
        }
    }

    pub(crate) fn objects(self) -> Stored<SchemaObjects> {
        Self::objects_after(self.0)
    }

    fn objects_after(steps: &[&str]) -> Stored<SchemaObjects> {
        objects_in(&Self::made_by(steps)?)
    }

    /// A file in memory that has taken these steps.
    fn made_by(steps: &[&str]) -> Stored<Connection> {
        let new = Connection::open_in_memory()?;
        for step in steps {
            new.execute_batch(step)?;
        }
        Ok(new)
    }

    /// Brings a file up to date, after taking a copy of one that holds anything. Says where the copy lies.
    pub(crate) fn migrate(self, db: &mut Connection, path: &Path) -> Stored<Option<PathBuf>> {
        let copy = match self.version_of(db)? {
            0 => None,
            current if current == self.version() => return Ok(None),
            older => Some(copy::before_migration(db, path, older)?),
        };
        if let Err(error) = self.bring_up_to_date(db) {
            // Another program may have taken the same steps while we waited for our turn.
            if self.version_of(db)? != self.version() {
                return Err(error.in_doubt());
            }
        }
        Ok(copy)
    }

    pub(crate) fn bring_up_to_date(self, db: &mut Connection) -> Stored<()> {
        db.set_transaction_behavior(TransactionBehavior::Immediate);
        let migrations = Migrations::new(self.0.iter().map(|sql| M::up(sql)).collect());
        Ok(migrations.to_latest(db)?)
    }
}

/// The statements that made the tables, views, indexes and triggers of a file, by kind and name. SQLite's own indexes have none.
pub(crate) type SchemaObjects = BTreeMap<(String, String), Option<String>>;

messages! {
    /// How a table, index or trigger differs from the one that a version makes.
    #[derive(Copy)]
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
pub(crate) fn objects_in(db: &Connection) -> Stored<SchemaObjects> {
    let mut select = db.prepare(ALL)?;
    let objects = select.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(objects.collect::<Result<_, _>>()?)
}

/// All of them as one text, by kind and name.
fn text_of(db: &Connection) -> Stored<String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_current_file_holds_is_what_all_steps_make() {
        let made = text_of(&Schema::made_by(SCHEMA.0).unwrap());
        assert_eq!(made, Ok(CURRENT_OBJECTS.to_owned()));
    }
}
