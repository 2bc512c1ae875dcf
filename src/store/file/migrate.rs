//! Schema versions. The list is only ever added to.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use super::copy;
use crate::store::StoreError;

/// The steps from an empty file to the latest version; a file's version is how many it has taken.
///
/// Every step begins by putting its number into `schema_step`: its key stops the second of two programs that
/// migrate at the same time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Schema(pub(crate) &'static [&'static str]);

/// The schema of this program.
pub(crate) const SCHEMA: Schema = Schema(&[
    include_str!("../schema/v1.sql"),
    include_str!("../schema/v2.sql"),
]);

/// How a file's version lies to ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    /// The same.
    Current,
    /// Older: its version. 0 is an empty file.
    Older(u32),
}

impl Schema {
    /// The latest version.
    pub(crate) fn version(self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// How the file's version lies to ours.
    ///
    /// # Errors
    /// When it is newer.
    pub(crate) fn age_of(self, db: &Connection) -> Result<Age, StoreError> {
        let found: u32 = db.pragma_query_value(None, "user_version", |row| row.get(0))?;
        let ours = self.version();
        if found > ours {
            return Err(StoreError::Newer { found, ours });
        }
        Ok(if found == ours {
            Age::Current
        } else {
            Age::Older(found)
        })
    }

    /// Brings a file up to date, after taking a copy of one that holds anything. Says where the copy lies.
    pub(crate) fn migrate(
        self,
        db: &mut Connection,
        path: &Path,
    ) -> Result<Option<PathBuf>, StoreError> {
        let copy = match self.age_of(db)? {
            Age::Current => return Ok(None),
            Age::Older(0) => None,
            Age::Older(from) => Some(copy::before_migration(db, path, from)?),
        };
        db.set_transaction_behavior(TransactionBehavior::Immediate);
        let migrations = Migrations::new(self.0.iter().map(|sql| M::up(sql)).collect());
        if let Err(error) = migrations.to_latest(db) {
            // Another program may have taken the same steps while we waited for our turn.
            if self.age_of(db)? != Age::Current {
                return Err(error.into());
            }
        }
        Ok(copy)
    }
}
