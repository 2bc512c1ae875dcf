//! Reading leaves no trace.

use std::fs;

use super::samples::{Home, contents, day, note, open_case, open_with, opening, row};
use crate::store::{CaseFile, CaseFilter, OpenOptions, Pick, RowQuery, StoreError};

fn read_everything(file: &CaseFile) {
    file.read(|file| {
        let case = file.case(&"A".into())?;
        file.find("A", CaseFilter::Open)?;
        file.rows_of(case.id)?;
        file.totals()?;
        file.verify_chain(case.id)?;
        file.damage()?;
        file.next_reference(2026)?;
        file.cases(CaseFilter::All, day("2026-12-01"), |_| {
            Ok::<_, StoreError>(())
        })?;
        let picks = vec![Pick::ToDo, Pick::Late];
        let query = RowQuery {
            picks,
            ..RowQuery::default()
        };
        file.rows(&query, |_| Ok::<_, StoreError>(()))
    })
    .unwrap();
}

#[test]
fn reading_changes_no_byte_and_leaves_no_file() {
    let home = Home::new();
    open_case(&mut home.write(), "A", vec![row(0, "2026-12-01")]);
    let before = contents(home.folder());
    let file = home.read();
    read_everything(&file);
    assert_eq!(contents(home.folder()), before);
    drop(file);
    assert_eq!(contents(home.folder()), before);
}

#[test]
fn a_file_opened_for_reading_cannot_be_changed() {
    let home = Home::new();
    open_case(&mut home.write(), "A", Vec::new());
    let refused = home
        .read()
        .write(|change| change.set("holder", Some("skola")));
    assert_eq!(refused, Err(StoreError::ReadOnly));
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_can_be_read_and_not_written() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    open_case(&mut home.write(), "A", vec![row(0, "2026-12-01")]);
    let set = |path: &std::path::Path, mode| {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    };
    set(&home.path(), 0o400);
    set(home.folder(), 0o500);
    // The system's own administrator is not bound by this.
    let is_bound = fs::File::create(home.folder().join("try")).is_err();
    read_everything(&home.read());
    if is_bound {
        let refused = CaseFile::open_for_writing(&home.path(), &opening()).err();
        assert_eq!(refused, Some(StoreError::ReadOnly));
    }
    set(home.folder(), 0o700);
}

/// The folder as a program leaves it that dies between writing the file and taking its journal away.
fn interrupted() -> Home {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", vec![row(0, "2026-12-01")]);
    drop(file);
    let other = Home::new();
    let raw = home.raw();
    // So small a cache writes pages into the file before the change is stored.
    raw.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;
         UPDATE cases SET reference = 'X', reference_key = 'x';
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO settings SELECT 'k' || i, hex(randomblob(200)) FROM n;",
    )
    .unwrap();
    for (path, bytes) in contents(home.folder()) {
        fs::write(other.folder().join(path.file_name().unwrap()), bytes).unwrap();
    }
    assert_eq!(contents(other.folder()).len(), 2, "file and journal");
    assert!(
        contents(other.folder())[0].1.len() > 100_000,
        "half a change is in the file"
    );
    assert_eq!(id.number(), 1);
    other
}

#[test]
fn a_file_whose_writer_was_killed_is_read_as_it_was_before_without_a_trace() {
    let home = interrupted();
    let scratch = Home::new();
    let opening = OpenOptions {
        scratch: Some(scratch.folder().to_owned()),
        ..opening()
    };
    let before = contents(home.folder());
    let file = CaseFile::open_for_reading(&home.path(), &opening)
        .unwrap()
        .unwrap();
    read_everything(&file);
    let refused = file.read(|file| file.case(&"X".into())).unwrap_err();
    assert_eq!(refused, StoreError::NoSuchCase("X".into()));
    drop(file);
    assert_eq!(contents(home.folder()), before);
    assert_eq!(
        contents(scratch.folder()),
        [],
        "nothing is left of the copy"
    );

    let without = CaseFile::open_for_reading(&home.path(), &super::samples::opening());
    assert_eq!(without.err(), Some(StoreError::Interrupted));
}

#[test]
fn the_next_writer_takes_a_half_done_change_back() {
    let home = interrupted();
    let mut file = home.write();
    let id = file.read(|file| file.case(&"A".into())).unwrap().id;
    file.write(|change| change.append(id, &[note(2, "x")], &open_with(Vec::new())))
        .unwrap();
    assert_eq!(contents(home.folder()).len(), 1);
    assert_eq!(
        file.read(|file| file.damage()).unwrap(),
        Vec::<String>::new()
    );
}
