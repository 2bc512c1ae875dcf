//! What can go wrong with the case file. No words for people: those hang on `wording`.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::domain::ids::CaseRef;

/// What came of reading or writing the case file.
pub type Stored<T> = Result<T, StoreError>;

/// Why the case file could not be read or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    NotADatabase,
    AnotherProgramsFile,
    /// It looks encrypted, and no key was given or this build cannot use one.
    Encrypted,
    /// No page of the file fits the key: it is another file's key, or hardly anything of the file is left.
    WrongKey,
    Newer {
        found: u32,
        ours: u32,
    },
    /// It is older, and reading must not change it; the first change migrates it.
    NeedsMigration {
        found: u32,
        ours: u32,
    },
    /// A program died while writing: what it left half done has to be rolled back before anybody can read.
    Interrupted,
    /// Another program holds the file, and went on doing so for as long as we wait.
    Busy,
    ReadOnly,
    Full,
    /// What was to be saved could not be written: a quota, a limit, a broken disk. In the system's words.
    WriteFailed(String),
    /// It may have been stored all the same: the error came when all was written, and what is there does not tell. In
    /// the system's words.
    Unconfirmed(String),
    /// A new case file may not have a name that is given to what lies beside one.
    OwnName,
    /// Where the file lies there are no file locks, without which two writers could damage it.
    NoLocks,
    NotPermitted,
    /// The folder, or the place the file should lie in, does not exist or is something else.
    NoSuchPlace,
    /// What lies there, or where SQLite would keep its journal, is a pipe or a device: its path.
    NotAFile(String),
    /// Another program has set the file to keep a write-ahead log, which even a reader would write; the first change
    /// sets it back.
    LogBeside,
    /// A table, view, index or trigger that another hand has put in or altered: its name.
    ForeignRule(String),
    /// A text for the file's own log or settings holds a personnummer or samordningsnummer.
    IdentityNumber,
    DuplicateReference(CaseRef),
    NoSuchCase(CaseRef),
    /// The events do not follow the latest one of the case: it has been changed since it was read.
    HistoryMovedOn {
        expected: u32,
        found: u32,
    },
    /// An event that cannot be understood: damaged, or written by a newer version.
    UnreadableEvent {
        case: i64,
        seq: u32,
    },
    /// A cached row that cannot be understood; it can be rebuilt from the events.
    UnreadableRow {
        case: i64,
        ordinal: u32,
    },
    /// One of two files is encrypted and the other is not, so that the one cannot take the other's content.
    EncryptionDiffers,
    Damaged(String),
    /// Anything else, in SQLite's or the system's words.
    Other(String),
}

impl StoreError {
    /// The same where what was to be done may have been done, whatever the system reported.
    pub(crate) fn in_doubt(self) -> Self {
        match self {
            Self::WriteFailed(detail) | Self::Other(detail) => Self::Unconfirmed(detail),
            certain => certain,
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = &error else {
            return match error {
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..) => Self::Damaged(error.to_string()),
                _ => Self::Other(error.to_string()),
            };
        };
        match (failure.extended_code, failure.code) {
            (ffi::SQLITE_READONLY_ROLLBACK | ffi::SQLITE_READONLY_RECOVERY, _) => Self::Interrupted,
            (
                ffi::SQLITE_IOERR_WRITE
                | ffi::SQLITE_IOERR_FSYNC
                | ffi::SQLITE_IOERR_DIR_FSYNC
                | ffi::SQLITE_IOERR_TRUNCATE,
                _,
            ) => Self::WriteFailed(error.to_string()),
            (
                ffi::SQLITE_IOERR_LOCK
                | ffi::SQLITE_IOERR_RDLOCK
                | ffi::SQLITE_IOERR_UNLOCK
                | ffi::SQLITE_IOERR_CHECKRESERVEDLOCK,
                _,
            ) => Self::NoLocks,
            (_, ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            (_, ErrorCode::ReadOnly) => Self::ReadOnly,
            (_, ErrorCode::DiskFull) => Self::Full,
            (_, ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Self::NotPermitted,
            // What is none is not opened: see `file::identity`. This was one when it was.
            (_, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::Damaged(error.to_string())
            }
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind;
        match error.kind() {
            ErrorKind::ResourceBusy => Self::Busy,
            // Of a file that was to get another name: see `files::replace`.
            ErrorKind::StaleNetworkFileHandle => Self::Unconfirmed(error.to_string()),
            ErrorKind::PermissionDenied => Self::NotPermitted,
            ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::Full,
            ErrorKind::FileTooLarge => Self::WriteFailed(error.to_string()),
            ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::IsADirectory
            | ErrorKind::InvalidFilename
            | ErrorKind::AlreadyExists => Self::NoSuchPlace,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl From<rusqlite_migration::Error> for StoreError {
    fn from(error: rusqlite_migration::Error) -> Self {
        match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => Self::Other(other.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_codes_become_kinds() {
        for (code, kind) in [
            (ffi::SQLITE_BUSY, StoreError::Busy),
            (ffi::SQLITE_LOCKED, StoreError::Busy),
            (ffi::SQLITE_READONLY, StoreError::ReadOnly),
            (ffi::SQLITE_READONLY_DIRECTORY, StoreError::ReadOnly),
            (ffi::SQLITE_READONLY_ROLLBACK, StoreError::Interrupted),
            (ffi::SQLITE_FULL, StoreError::Full),
            (ffi::SQLITE_CANTOPEN, StoreError::NotPermitted),
            (ffi::SQLITE_IOERR_LOCK, StoreError::NoLocks),
            (ffi::SQLITE_IOERR_RDLOCK, StoreError::NoLocks),
        ] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            assert_eq!(StoreError::from(error), kind, "{code}");
        }
        for code in [ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_FSYNC] {
            let error = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            assert!(matches!(
                StoreError::from(error),
                StoreError::WriteFailed(_)
            ));
        }
        for code in [ffi::SQLITE_CORRUPT_VTAB, ffi::SQLITE_NOTADB] {
            let corrupt = rusqlite::Error::SqliteFailure(ffi::Error::new(code), None);
            assert!(matches!(StoreError::from(corrupt), StoreError::Damaged(_)));
        }
    }
}
