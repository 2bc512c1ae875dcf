//! From one schema version to the next.

use std::fs;

use super::samples::{Home, contents, open_case, open_with_schema, opening};
use crate::store::file::SCHEMA;
use crate::store::{CaseFile, OpenOptions, Schema, StoreError};

const NEXT: Schema = Schema(&[
    SCHEMA.0[0],
    SCHEMA.0[1],
    SCHEMA.0[2],
    SCHEMA.0[3],
    "INSERT INTO schema_step (version) VALUES (5); CREATE TABLE added (x INTEGER) STRICT;",
]);
const NEXT_IS_WRONG: Schema = Schema(&[
    SCHEMA.0[0],
    SCHEMA.0[1],
    SCHEMA.0[2],
    SCHEMA.0[3],
    "INSERT INTO schema_step (version) VALUES (5); CREATE TABLE cases (x INTEGER) STRICT;",
]);

fn old_file() -> Home {
    let home = Home::new();
    open_case(&mut home.write(), "A", Vec::new());
    home
}

#[test]
fn an_older_file_is_not_read_and_not_changed() {
    let home = old_file();
    let before = contents(home.folder());
    let next = OpenOptions {
        schema: Some(NEXT),
        ..opening()
    };
    let refused = CaseFile::open_for_reading(&home.path(), &next).err();
    assert_eq!(
        refused,
        Some(StoreError::NeedsMigration { found: 4, ours: 5 })
    );
    assert_eq!(contents(home.folder()), before);
}

#[test]
fn an_older_file_is_copied_before_it_is_migrated() {
    let home = old_file();
    let file = open_with_schema(&home.path(), opening(), NEXT).unwrap();
    let copy = home.folder().join("cases.db.v4.bak");
    assert_eq!(file.copy_taken(), Some(copy.as_path()));
    assert_eq!(contents(home.folder()).len(), 2);
    let version: u32 = home
        .raw()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 5);

    // The copy is a whole case file of the old version, for the owner alone.
    let old = CaseFile::open_for_reading(&copy, &opening())
        .unwrap()
        .unwrap();
    assert_eq!(
        old.read(|file| file.case(&"A".into()))
            .unwrap()
            .events
            .len(),
        1
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(&copy).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_copy_that_is_there_is_never_written_over() {
    let home = old_file();
    let first = home.folder().join("cases.db.v4.bak");
    fs::write(&first, "kept").unwrap();
    let file = open_with_schema(&home.path(), opening(), NEXT).unwrap();
    assert_eq!(fs::read_to_string(&first).unwrap(), "kept");
    let second = home.folder().join("cases.db.v4-2.bak");
    assert_eq!(file.copy_taken(), Some(second.as_path()));
}

#[test]
fn a_migration_that_fails_leaves_the_file_as_it_was() {
    let home = old_file();
    let before = fs::read(home.path()).unwrap();
    let failed = open_with_schema(&home.path(), opening(), NEXT_IS_WRONG);
    assert!(failed.is_err());
    assert_eq!(fs::read(home.path()).unwrap(), before);
    assert_eq!(home.read().read(|file| file.case_ids()).unwrap().len(), 1);
}

#[test]
fn the_same_step_is_not_taken_twice() {
    let home = old_file();
    drop(open_with_schema(&home.path(), opening(), NEXT).unwrap());
    // As the second of two programs sees it that both found an older file.
    let again = home.raw().execute_batch(NEXT.0[3]).unwrap_err().to_string();
    assert!(again.contains("schema_step.version"), "{again}");
}

#[test]
fn rows_of_another_planner_are_not_current_until_said_so() {
    let home = old_file();
    let newer = OpenOptions {
        planner: 2,
        ..opening()
    };
    let mut file = CaseFile::open_for_writing(&home.path(), &newer).unwrap();
    assert!(!file.read(|file| file.rows_are_current()).unwrap());
    file.write(|change| change.mark_rows_current()).unwrap();
    assert!(file.read(|file| file.rows_are_current()).unwrap());
    assert!(!home.read().read(|file| file.rows_are_current()).unwrap());
}
