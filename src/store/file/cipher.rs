//! What is `SQLCipher`'s own: giving a connection its key, and telling a wrong key from a damaged file.

use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::key::Key;
use crate::store::{StoreError, Stored};

pub(crate) const IS_BUILT_IN: bool = cfg!(feature = "encryption");

/// Bytes in a page of an encrypted file.
pub(crate) const PAGE: usize = 4096;

/// The format is that of version 4, whatever later versions prefer. What the cipher finds wrong is said by us: it
/// would write to standard error itself.
const CAREFUL: &str = "PRAGMA cipher_compatibility = 4; PRAGMA cipher_log_level = NONE;";

/// Opens a file with its key, if it has one, and reads nothing of it. `Encrypted` when this build knows no keys.
/// Nothing in a schema may call functions, and nothing is spilled to files beside ours.
pub(crate) fn connect(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Stored<Connection> {
    // From the root: SQLite takes `file:…` for an address with options, and `:memory:` for no file at all.
    let path = std::path::absolute(path)?;
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if let Some(key) = key {
        if !IS_BUILT_IN {
            return Err(StoreError::Encrypted);
        }
        // An error of this one would quote it.
        db.pragma_update(None, "key", &key.for_sqlcipher().0)
            .map_err(|_| StoreError::Other("PRAGMA key".to_owned()))?;
        db.execute_batch(CAREFUL)?;
    }
    db.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;")?;
    Ok(db)
}

/// Why a file could not be read with its key. Every page bears a code that only the right key makes: when one page
/// fits, the key is right and the file damaged.
pub(crate) fn why_unreadable(
    db: &Connection,
    path: &Path,
    damaged: StoreError,
) -> Stored<StoreError> {
    let pages = fs::metadata(path)?.len() / PAGE as u64;
    Ok(match (damaged_pages(db)?.len() as u64) < pages {
        true => damaged,
        false => StoreError::WrongKey,
    })
}

/// What does not fit of an encrypted file, in `SQLCipher`'s words, a page each; nothing for a file that is not.
pub(crate) fn damaged_pages(db: &Connection) -> Stored<Vec<String>> {
    let mut check = db.prepare("PRAGMA cipher_integrity_check")?;
    if check.column_count() == 0 {
        return Ok(Vec::new());
    }
    let found = check.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}
