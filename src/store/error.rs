//! What can go wrong with the case file.

use std::io;

use rusqlite::ErrorCode;
use rusqlite::ffi;

use crate::domain::ids::CaseRef;

/// What came of reading or writing the case file.
pub type Stored<T> = Result<T, StoreError>;

messages! {
    /// Why the case file could not be read or written. Its id with `-why` after it says why and what has become of the
    /// file, with `-hint` what to type next; the file itself fills a gap of them all.
    pub enum StoreError {
        NotADatabase => "store-not-a-database",
        AnotherProgramsFile => "store-another-programs-file",
        /// It looks encrypted, and no key was given or this build cannot use one.
        Encrypted => match cfg!(feature = "encryption") {
            true => "store-encrypted",
            false => "store-encrypted-for-another-build",
        },
        /// No page of the file fits the key: it is another file's key, or hardly anything of the file is left.
        WrongKey => "store-wrong-key",
        Newer { found: u32, ours: u32 } => "store-newer",
        /// It is older, and reading must not change it; the first change migrates it.
        NeedsMigration { found: u32, ours: u32 } => "store-needs-migration",
        /// A program died while writing: what it left half done has to be rolled back before anybody can read.
        Interrupted => "store-interrupted",
        /// Another program holds the file, and went on doing so for as long as we wait.
        Busy => "store-busy",
        ReadOnly => "store-read-only",
        Full => "store-full",
        /// What was to be saved could not be written: a quota, a limit, a broken disk. In the system's words.
        WriteFailed(detail: String) => "store-write-failed",
        /// It may have been stored all the same: the error came when all was written, and what is there does not tell. In
        /// the system's words.
        Unconfirmed(detail: String) => "store-unconfirmed",
        /// A new case file may not have a name that is given to what lies beside one.
        OwnName => "store-own-name",
        /// Where the file lies there are no file locks, without which two writers could damage it.
        NoLocks => "store-no-locks",
        NotPermitted => "store-not-permitted",
        /// The folder, or the place the file should lie in, does not exist or is something else.
        NoSuchPlace => "store-no-such-place",
        /// What lies there, or where SQLite would keep its journal, is a pipe or a device: its path.
        NotAFile(path: String) => "store-not-a-file",
        /// Another program has set the file to keep a write-ahead log, which even a reader would write; the first change
        /// sets it back.
        LogBeside => "store-log-beside",
        /// A table, view, index or trigger that another hand has put in or altered: its name.
        ForeignRule(name: String) => "store-foreign-rule",
        /// A text for the file's own log or settings holds a personnummer or samordningsnummer.
        IdentityNumber => "store-identity-number",
        DuplicateReference(reference: CaseRef) => "store-duplicate-reference",
        /// A history from elsewhere does not go on, from this event on, from the whole of the one that is here.
        HistoryDeparts { reference: CaseRef, seq: u32 } => "store-history-departs",
        NoSuchCase(reference: CaseRef) => "store-no-such-case",
        /// The events do not follow the latest one of the case: it has been changed since it was read.
        HistoryMovedOn { expected: u32, found: u32 } => "store-history-moved-on",
        /// An event that cannot be understood: damaged, or written by a newer version.
        UnreadableEvent { case: i64, seq: u32 } => "store-unreadable-event",
        /// A cached row that cannot be understood; it can be rebuilt from the events.
        UnreadableRow { case: i64, ordinal: u32 } => "store-unreadable-row",
        /// One of two files is encrypted and the other is not, so that the one cannot take the other's content.
        EncryptionDiffers => "store-encryption-differs",
        Damaged(detail: String) => "store-damaged",
        /// Anything else, in SQLite's or the system's words.
        Other(detail: String) => "store-other",
    }
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
    use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

    use super::*;
    use crate::domain::message::{Argument, Message};

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

    fn every_error() -> Vec<StoreError> {
        let (found, ours, case) = (3, 2, 1);
        vec![
            StoreError::NotADatabase,
            StoreError::AnotherProgramsFile,
            StoreError::Encrypted,
            StoreError::WrongKey,
            StoreError::EncryptionDiffers,
            StoreError::Newer { found, ours },
            StoreError::NeedsMigration { found, ours },
            StoreError::Interrupted,
            StoreError::Busy,
            StoreError::ReadOnly,
            StoreError::Full,
            StoreError::WriteFailed("disk I/O error".to_owned()),
            StoreError::Unconfirmed("disk I/O error".to_owned()),
            StoreError::OwnName,
            StoreError::NoLocks,
            StoreError::NotPermitted,
            StoreError::NoSuchPlace,
            StoreError::NotAFile("/x/cases.db-journal".to_owned()),
            StoreError::LogBeside,
            StoreError::IdentityNumber,
            StoreError::ForeignRule("extra".to_owned()),
            StoreError::DuplicateReference("2026-001".into()),
            StoreError::HistoryDeparts {
                reference: "2026-001".into(),
                seq: 5,
            },
            StoreError::NoSuchCase("2026-001".into()),
            StoreError::HistoryMovedOn { expected: 4, found },
            StoreError::UnreadableEvent { case, seq: 9 },
            StoreError::UnreadableRow { case, ordinal: 9 },
            StoreError::Damaged("row 1 missing".to_owned()),
            StoreError::Other("disk I/O error".to_owned()),
        ]
    }

    fn text(argument: &Argument) -> String {
        match argument {
            Argument::Text(text) => text.clone(),
            Argument::Number(number) => number.to_string(),
            other => panic!("{other:?}"),
        }
    }

    fn say_from(source: &str) -> impl Fn(&Message) -> String {
        let mut bundle = FluentBundle::default();
        let resource = FluentResource::try_new(source.to_owned()).unwrap();
        bundle.add_resource(resource).unwrap();
        bundle.set_use_isolating(false);
        move |said| {
            let id = said.id();
            let message = bundle.get_message(id).and_then(|message| message.value());
            let mut args = FluentArgs::new();
            for (key, value) in said.arguments() {
                args.set(*key, text(value));
            }
            let mut errors = Vec::new();
            let pattern = message.unwrap_or_else(|| panic!("no message {id}"));
            let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
            assert!(errors.is_empty(), "{id}: {errors:?}");
            text.into_owned()
        }
    }

    #[test]
    fn every_error_has_words_in_both_languages_and_they_name_what_matters() {
        for source in [
            include_str!("../ui/wording/sv/store.ftl"),
            include_str!("../ui/wording/en/store.ftl"),
        ] {
            let say = say_from(source);
            for error in every_error() {
                let message = error.message().with("file", "/x/cases.db");
                let message = message.with("typed_file", "/x/cases.db");
                let [why, hint] = ["-why", "-hint"].map(|part| say(&message.part(part)));
                let all = format!("{} {why} {hint}", say(&message));
                for (name, value) in error.message().arguments() {
                    let value = text(value);
                    assert!(all.contains(&value), "{error:?} does not say its {name}");
                }
                assert!(!why.is_empty() && !hint.is_empty());
            }
        }
    }
}
