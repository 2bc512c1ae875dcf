//! Schema versions. The list is only ever added to.

use std::cmp::Ordering;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::copy;
use super::schema_objects::{self, ObjectFaultKind, SchemaObjects};
use crate::store::{StoreError, Stored};

/// The steps from an empty file to the latest version; a file's version is how many it has taken. Every step begins by
/// putting its number into `schema_step`: its key stops the second of two programs that migrate at the same time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schema(pub(crate) &'static [&'static str]);

pub(crate) const SCHEMA: Schema = Schema(&[
    include_str!("../schema/v1.sql"),
    include_str!("../schema/v2.sql"),
    include_str!("../schema/v3.sql"),
]);

/// What a file that has taken all steps of [`SCHEMA`] holds. To make all those tables anew at every opening, only to
/// compare, would take longer than most commands do; a file that holds anything else is compared so.
const CURRENT_OBJECTS: &str = include_str!("../schema/current.sql");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    Current,
    /// Older: its version. 0 is an empty file.
    Older(u32),
}

impl Schema {
    pub(crate) fn version(self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    pub(crate) fn age_of(self, db: &Connection) -> Stored<Age> {
        let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let ours = self.version();
        match found.cmp(&ours) {
            Ordering::Less => Ok(Age::Older(found)),
            Ordering::Equal => Ok(Age::Current),
            Ordering::Greater => Err(StoreError::Newer { found, ours }),
        }
    }

    /// Looks for tables, views and triggers that are not those of the file's version: another hand's could do anything
    /// when we read or write. One that is missing is told where it is missed.
    pub(crate) fn check_objects(self, db: &Connection, age: Age) -> Stored<()> {
        let steps = match age {
            Age::Current => self.0,
            Age::Older(version) => self.0.get(..version as usize).unwrap_or(self.0),
        };
        if age == Age::Current && schema_objects::text_of(db)? == CURRENT_OBJECTS {
            return Ok(());
        }
        let found = schema_objects::of(db)?;
        let ours = Self::objects_after(steps)?;
        let mut differences = schema_objects::differences(&ours, &found);
        match differences.find(|(_, how)| *how != ObjectFaultKind::Missing) {
            Some(((_, name), _)) => Err(StoreError::ForeignRule(name.clone())),
            None => Ok(()),
        }
    }

    pub(crate) fn objects(self) -> Stored<SchemaObjects> {
        Self::objects_after(self.0)
    }

    fn objects_after(steps: &[&str]) -> Stored<SchemaObjects> {
        schema_objects::of(&Self::made_by(steps)?)
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
        let copy = match self.age_of(db)? {
            Age::Current => return Ok(None),
            Age::Older(0) => None,
            Age::Older(from) => Some(copy::before_migration(db, path, from)?),
        };
        if let Err(error) = self.bring_up_to_date(db) {
            // Another program may have taken the same steps while we waited for our turn.
            if self.age_of(db)? != Age::Current {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_current_file_holds_is_what_all_steps_make() {
        let made = schema_objects::text_of(&Schema::made_by(SCHEMA.0).unwrap());
        assert_eq!(made, Ok(CURRENT_OBJECTS.to_owned()));
    }
}
