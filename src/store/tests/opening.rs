//! What is opened, what is refused, and what is made.

use std::fs;

use rusqlite::Connection;

use super::samples::{Home, contents, open_case, opening};
use crate::store::file::SCHEMA;
use crate::store::{CaseFile, StoreError};

/// How both ways of opening a file fail; the folder must be as it was.
fn refusals(home: &Home) -> (Option<StoreError>, Option<StoreError>) {
    let before = contents(home.folder());
    let reading = CaseFile::open_for_reading(&home.path(), &opening()).err();
    let writing = CaseFile::open_for_writing(&home.path(), &opening()).err();
    assert_eq!(contents(home.folder()), before);
    (reading, writing)
}

#[test]
fn a_missing_file_is_no_cases_yet_and_is_made_for_writing_only() {
    let home = Home::new();
    let reading = CaseFile::open_for_reading(&home.path(), &opening()).unwrap();
    assert!(reading.is_none());
    assert!(!home.path().exists());

    fs::write(home.path(), "").unwrap();
    let reading = CaseFile::open_for_reading(&home.path(), &opening()).unwrap();
    assert!(reading.is_none());
    open_case(&mut home.write(), "A", Vec::new());
    assert!(home.read().read(|file| file.rows_are_current()).unwrap());
}

#[cfg(unix)]
#[test]
fn the_file_and_its_folder_are_the_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let path = home.folder().join("data/sisam/cases.db");
    CaseFile::open_for_writing(&path, &opening()).unwrap();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&path), 0o600);
    assert_eq!(mode(path.parent().unwrap()), 0o700);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    for bytes in [b"hej".to_vec(), b"SQLite format 3".to_vec(), vec![0; 4096]] {
        let home = Home::new();
        fs::write(home.path(), bytes).unwrap();
        let not_one = Some(StoreError::NotADatabase);
        assert_eq!(refusals(&home), (not_one.clone(), not_one));
    }
}

#[test]
fn another_programs_database_is_refused_and_left_alone() {
    for journal in ["DELETE", "WAL"] {
        let home = Home::new();
        let other = home.raw();
        other
            .query_row(&format!("PRAGMA journal_mode = {journal}"), [], |_| Ok(()))
            .unwrap();
        other
            .execute_batch("PRAGMA user_version = 1; CREATE TABLE cases (id)")
            .unwrap();
        drop(other);
        let another = Some(StoreError::AnotherProgramsFile);
        assert_eq!(refusals(&home), (another.clone(), another), "{journal}");
    }
}

#[test]
fn a_newer_file_is_refused_and_left_alone() {
    let home = Home::new();
    open_case(&mut home.write(), "A", Vec::new());
    home.raw().pragma_update(None, "user_version", 7).unwrap();
    let newer = Some(StoreError::Newer {
        found: 7,
        ours: SCHEMA.version(),
    });
    assert_eq!(refusals(&home), (newer.clone(), newer));
}

#[test]
fn a_folder_in_the_files_place_is_refused() {
    let home = Home::new();
    fs::create_dir(home.path()).unwrap();
    let (reading, writing) = refusals(&home);
    assert!(reading.is_some() && writing.is_some());
}

#[test]
fn a_damaged_file_is_a_message_and_never_a_panic() {
    let home = Home::new();
    open_case(&mut home.write(), "A", Vec::new());
    let whole = fs::read(home.path()).unwrap();
    for at in (0..whole.len()).step_by(97) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0xFF;
        fs::write(home.path(), &flipped).unwrap();
        // Whatever comes of it, it comes back.
        let Ok(Some(file)) = CaseFile::open_for_reading(&home.path(), &opening()) else {
            continue;
        };
        let _ = file.read(|file| file.case(&"A".into()));
        let _ = file.read(|file| file.damage());
    }
    fs::write(home.path(), &whole[..whole.len() / 2]).unwrap();
    let half = CaseFile::open_for_reading(&home.path(), &opening()).err();
    assert!(matches!(half, Some(StoreError::Damaged(_))), "{half:?}");
}

#[test]
fn a_file_in_write_ahead_mode_is_brought_back() {
    let home = Home::new();
    open_case(&mut home.write(), "A", Vec::new());
    let raw = home.raw();
    raw.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
        .unwrap();
    drop(raw);
    drop(home.write());
    let raw: Connection = home.raw();
    let mode: String = raw
        .query_row("PRAGMA journal_mode", [], |row| row.get(0))
        .unwrap();
    assert_eq!(mode, "delete");
}

/// What a connection was told, read back from it.
fn told<T: rusqlite::types::FromSql>(file: &CaseFile, pragma: &str) -> T {
    let db = &file.connected.db;
    db.pragma_query_value(None, pragma, |row| row.get(0))
        .unwrap()
}

#[test]
fn who_writes_waits_for_the_disk_and_leaves_nothing_of_what_was_taken_out() {
    let home = Home::new();
    open_case(&mut home.write(), "A", Vec::new());
    let file = home.write();
    assert_eq!(told::<i64>(&file, "synchronous"), 3, "EXTRA");
    assert_eq!(told::<i64>(&file, "secure_delete"), 1);
    assert_eq!(told::<String>(&file, "journal_mode"), "delete");
    assert_eq!(told::<i64>(&file, "foreign_keys"), 1);
    assert_eq!(told::<i64>(&file, "trusted_schema"), 0);
    assert_eq!(told::<i64>(&file, "temp_store"), 2, "in memory");
    drop(file);
    let reader = home.read();
    assert_eq!(told::<i64>(&reader, "query_only"), 1);
    assert_eq!(told::<i64>(&reader, "trusted_schema"), 0);
}

#[test]
fn a_new_file_is_not_made_under_a_name_that_belongs_beside_another() {
    for name in [
        "x.db-journal",
        "x.db-WAL",
        "x.db.part",
        "x.access.log",
        "x.db.v2-3.bak",
    ] {
        let home = Home::new();
        let made = CaseFile::open_for_writing(&home.folder().join(name), &opening());
        assert_eq!(made.err(), Some(StoreError::OwnName), "{name}");
        assert!(contents(home.folder()).is_empty());
    }
}
