//! Opens the file: to read it without leaving a trace, or to write it so that nothing acknowledged is lost.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use rusqlite::{Connection, OpenFlags};

use super::cipher::{self, Key};
use super::identity::{FirstBytes, is_replaced, look_at};
use super::leftovers::take_leftovers_away;
use super::migrate::{SCHEMA, Schema};
use super::working_copy::StandIn;
use crate::files;
use crate::store::{StoreError, Stored};

/// How a file is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenOptions {
    /// The version of this program's planner; goes up whenever the same events may give other rows.
    pub planner: u32,
    pub patience: Duration,
    /// A folder for temporary files. Needed only to read a file whose writer was killed.
    pub scratch: Option<PathBuf>,
    /// The key, when the file is encrypted; a file that is made with it is encrypted too.
    pub key: Option<Key>,
    /// Tables, views and triggers by another hand are put up with: to look into a file and to mend it.
    pub any_objects: bool,
    /// What this program's files hold; `None` to open one of any version, which is only copied or replaced.
    pub schema: Option<Schema>,
}

impl Default for OpenOptions {
    fn default() -> Self {
        Self {
            planner: 1,
            patience: Duration::from_secs(30),
            scratch: None,
            key: None,
            any_objects: false,
            schema: Some(SCHEMA),
        }
    }
}

/// A file that was opened.
pub(crate) struct OpenFile {
    pub(crate) db: Connection,
    /// The key of the file that was opened; `None` when it is not encrypted.
    pub(crate) key: Option<Key>,
    /// The version it had when it was opened; 0 of an empty file.
    version: u32,
    /// Taken before it was migrated.
    pub(crate) copy: Option<PathBuf>,
    identity: Option<files::FileIdentity>,
    /// Removes the rolled-back copy that is read instead of an interrupted file; declared after `db`, which
    /// must be closed first.
    stand_in: Option<StandIn>,
    /// Keeps conversions away; let go of after `db`.
    folder: Option<File>,
}

impl OpenFile {
    /// Whether the path no longer leads to the file that was opened: what were written to it would be lost.
    pub(crate) fn is_elsewhere(&self, path: &Path) -> bool {
        self.identity.is_some() && self.identity != files::identity_of(path)
    }

    /// Refuses one that another hand has put something in, or a newer version.
    pub(crate) fn check_objects(&self) -> Stored<()> {
        SCHEMA.check_objects(&self.db, SCHEMA.version_of(&self.db)?)
    }

    pub(crate) fn was_interrupted(&self) -> bool {
        self.stand_in.is_some()
    }

    /// Whether nothing was in it.
    pub(crate) fn is_new(&self) -> bool {
        self.version == 0
    }
}

/// Between two attempts to read a file that somebody else is putting in order.
const PAUSE: Duration = Duration::from_millis(50);

/// `EXTRA` is `FULL`, and the folder too is on the disk before a change is acknowledged: without that a power
/// cut could bring the journal back and undo it. The cache (KiB) holds what a large import touches.
const WRITING: &str = "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; \
     PRAGMA cache_size = -131072;";

/// Opens a file read-only; `None` when there is none. Changes and creates nothing, whatever it finds. The folder for
/// temporary files is used when a program died while writing: its half-done change can only be rolled back by writing,
/// so a copy is rolled back and read.
pub(crate) fn connect_for_reading(path: &Path, options: &OpenOptions) -> Stored<Option<OpenFile>> {
    let connected = connect_at_any_age(path, options)?;
    let ours = options.schema.map_or(0, Schema::version);
    match connected.as_ref().map(|connected| connected.version) {
        Some(found) if found < ours => Err(StoreError::NeedsMigration { found, ours }),
        _ => Ok(connected),
    }
}

/// The same for an older file too: only what every version holds can be read from it.
pub(crate) fn connect_at_any_age(path: &Path, options: &OpenOptions) -> Stored<Option<OpenFile>> {
    match look_at(path)? {
        FirstBytes::Nothing => return Ok(None),
        FirstBytes::CaseFileWithLog => return Err(StoreError::LogBeside),
        FirstBytes::CaseFile | FirstBytes::Encrypted(_) => {}
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connected = match open(path, flags, options) {
        Err(StoreError::Interrupted) => {
            match StandIn::of(path, options.scratch.as_deref()) {
                // Somebody puts the file in order at this very moment: then it is read as it is after that.
                Err(StoreError::Busy) if !options.patience.is_zero() => {
                    thread::sleep(PAUSE);
                    let mut options = options.clone();
                    options.patience = options.patience.saturating_sub(PAUSE);
                    return connect_at_any_age(path, &options);
                }
                stand_in => {
                    let stand_in = stand_in?;
                    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE;
                    let mut connected = open(&stand_in.file(), flags, options)?;
                    connected.identity = None;
                    connected.stand_in = Some(stand_in);
                    connected
                }
            }
        }
        connected => connected?,
    };
    connected.db.execute_batch("PRAGMA query_only = ON;")?;
    // Somebody was killed while making a new one: nothing is in it yet.
    Ok(Some(connected).filter(|connected| !connected.is_new()))
}

/// Opens a case file, or an empty file, to put other content into it; with its key, if it has one. Whatever version it
/// is of and whoever has had a hand in it: it is only copied, page by page.
pub(crate) fn connect_to_replace(path: &Path, options: &OpenOptions) -> Stored<OpenFile> {
    let options = OpenOptions {
        schema: None,
        ..options.clone()
    };
    let connected = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, &options)?;
    make_writable(&connected.db)?;
    keep_everybody_out(&connected.db)?;
    // Copying would fail with nothing but that it did.
    match cipher::damaged_pages(&connected.db)?.into_iter().next() {
        Some(page) => Err(StoreError::Damaged(page)),
        None => Ok(connected),
    }
}

/// From now on until the connection is closed, or lets go, nobody else reads or writes. `Busy` when somebody else does
/// for too long, or another file has come in the place of this one.
pub(super) fn keep_everybody_out(db: &Connection) -> Stored<()> {
    // Only with the lock in hand: in this mode one who waits for it would keep out the one it waits for.
    // Taken back, because it would put a first page into an empty file.
    db.execute_batch("BEGIN EXCLUSIVE; PRAGMA main.locking_mode = EXCLUSIVE; ROLLBACK;")?;
    match is_replaced(db)? {
        true => Err(StoreError::Busy),
        false => Ok(()),
    }
}

fn make_writable(db: &Connection) -> Stored<()> {
    if db.is_readonly("main")? {
        return Err(StoreError::ReadOnly);
    }
    // No write-ahead log: the file must be whole when it is copied, and readable from a read-only medium.
    db.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    Ok(db.execute_batch(WRITING)?)
}

/// Opens a file for reading and writing, makes it when it is missing and migrates it when it is older. Until it is
/// closed no other file comes in its place; what a conversion that was stopped has left is taken away.
pub(crate) fn connect_for_writing(path: &Path, options: &OpenOptions) -> Stored<OpenFile> {
    let folder = files::hold_folder_of(path, false, options.patience)?;
    let mut connected = connect_in_held_folder(path, options)?;
    if folder.is_some() {
        take_leftovers_away(&connected.db, path);
    }
    connected.folder = folder;
    Ok(connected)
}

/// The same for whoever holds the folder.
pub(crate) fn connect_in_held_folder(path: &Path, options: &OpenOptions) -> Stored<OpenFile> {
    if look_at(path)? == FirstBytes::Nothing {
        if files::is_own_name(path) {
            return Err(StoreError::OwnName);
        }
        files::make_folder_of(path)?;
        files::make_empty_unless_there(path)?;
    }
    let opened = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE, options);
    let mut connected = opened.map_err(|error| match error {
        // What a killed writer left is put in order by the next one; who cannot do that may only read.
        StoreError::Interrupted => StoreError::ReadOnly,
        error => error,
    })?;
    make_writable(&connected.db)?;
    if let Some(schema) = options.schema {
        connected.copy = schema.migrate(&mut connected.db, path)?;
    }
    Ok(connected)
}

/// How often another file may come in the place of this one before we give up.
const MOST_LOOKS: u32 = 8;

/// Opens what lies there and looks into it at one moment. Another file may come in its place between any two looks at
/// it; then that one is opened.
fn open(path: &Path, flags: OpenFlags, options: &OpenOptions) -> Stored<OpenFile> {
    for _ in 0..MOST_LOOKS {
        let found = look_at(path)?;
        let before = modified(path);
        match open_as(found, path, flags, options) {
            Ok(None) => {}
            Ok(Some(opened)) => return Ok(opened),
            // Waited for as long as we wait.
            Err(StoreError::Busy) => return Err(StoreError::Busy),
            // It may look the same again, when two others have come in its place.
            Err(_) if look_at(path) != Ok(found) || modified(path) != before => {}
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Busy)
}

fn modified(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// `None` when another file has come in the place of what was found.
fn open_as(
    found: FirstBytes,
    path: &Path,
    flags: OpenFlags,
    options: &OpenOptions,
) -> Stored<Option<OpenFile>> {
    let key = match found {
        FirstBytes::CaseFile | FirstBytes::CaseFileWithLog => None,
        // What is made with a key at hand is encrypted from its first byte.
        FirstBytes::Nothing => options.key.as_ref(),
        FirstBytes::Encrypted(_) => Some(options.key.as_ref().ok_or(StoreError::Encrypted)?),
    };
    let db = cipher::connect(path, flags, key)?;
    db.busy_timeout(options.patience)?;
    match is_replaced(&db) {
        Ok(false) => {}
        Ok(true) => return Ok(None),
        Err(damaged @ StoreError::Damaged(_)) if key.is_some() => {
            return Err(cipher::why_unreadable(&db, path, damaged)?);
        }
        Err(error) => return Err(error),
    }
    // At one moment: another program may be migrating the file.
    let moment = db.unchecked_transaction()?;
    let version = match options.schema {
        Some(schema) => schema.version_of(&db)?,
        // Read all the same: what is damaged is not copied page by page.
        None => db.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(0))?,
    };
    // Another hand's rules are refused.
    if let Some(schema) = options.schema.filter(|_| !options.any_objects) {
        schema.check_objects(&db, version)?;
    }
    drop(moment);
    Ok(Some(OpenFile {
        key: key.cloned(),
        version,
        copy: None,
        identity: files::identity_of(path),
        stand_in: None,
        folder: None,
        db,
    }))
}
