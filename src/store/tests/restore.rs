//! Copies of one moment, and a copy in the place of a live file with nobody in between.

use super::samples::{Home, contents, note, open_case, open_with, opening};
use crate::store::{CaseFile, Restoring, StoreError};

/// A home whose file has a case with two events, and a copy of it as it was with one.
fn home_with_copy() -> (Home, std::path::PathBuf) {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let copy = home.folder().join("copy.db");
    file.back_up([copy.clone()].into_iter(), |_, _| Ok::<_, StoreError>(()))
        .unwrap();
    file.write(|change| change.append(id, &[note(2, "x")], &open_with(Vec::new())))
        .unwrap();
    (home, copy)
}

fn restoring(home: &Home, copy: &std::path::Path) -> Restoring {
    Restoring::of(copy, &home.path(), &opening()).unwrap()
}

#[test]
fn a_backup_says_what_it_must_hold() {
    let (home, copy) = home_with_copy();
    let heads_of = |path: &std::path::Path| {
        let file = CaseFile::open_for_reading(path, &opening())
            .unwrap()
            .unwrap();
        file.read(|reading| reading.heads()).unwrap()
    };
    let file = home.read();
    let mut seen = None;
    let second = [home.folder().join("second.db")];
    file.back_up(second.into_iter(), |part, heads| {
        assert_eq!(heads_of(part), *heads);
        seen = Some(*heads);
        Ok::<_, StoreError>(())
    })
    .unwrap();
    assert_eq!(seen, Some(heads_of(&home.path())));
    // One event less is another file.
    assert_ne!(seen, Some(heads_of(&copy)));
}

#[test]
fn a_backup_that_is_not_approved_leaves_nothing() {
    let (home, _) = home_with_copy();
    let before = contents(home.folder());
    let name = [home.folder().join("second.db")];
    let refused = home.read().back_up(name.into_iter(), |part, _| {
        assert!(part.exists());
        Err(StoreError::Full)
    });
    assert_eq!(refused, Err(StoreError::Full));
    assert_eq!(contents(home.folder()), before);
}

#[test]
fn nobody_reads_or_writes_between_the_copy_aside_and_the_new_content() {
    let (home, copy) = home_with_copy();
    let mut asked = 0;
    let aside = restoring(&home, &copy).replace(&home.path(), &opening(), |_, aside| {
        assert!(aside.exists());
        let reading = CaseFile::open_for_reading(&home.path(), &opening());
        let read = reading.and_then(|file| file.unwrap().read(|file| file.case_ids()));
        assert_eq!(read, Err(StoreError::Busy));
        let writing = CaseFile::open_for_writing(&home.path(), &opening());
        let written = writing.and_then(|mut file| file.write(|change| change.set("k", None)));
        assert_eq!(written, Err(StoreError::Busy));
        asked += 1;
        Ok::<_, StoreError>(())
    });
    assert_eq!(asked, 1);
    let events = |path: &std::path::Path| {
        let file = CaseFile::open_for_reading(path, &opening())
            .unwrap()
            .unwrap();
        file.read(|file| file.case(&"A".into()))
            .unwrap()
            .events
            .len()
    };
    assert_eq!((events(&home.path()), events(&aside.unwrap())), (1, 2));
    assert_eq!(
        contents(home.folder()).len(),
        3,
        "no journal, no working copy"
    );
    home.write()
        .write(|change| change.set("k", Some("v")))
        .unwrap();
}

#[test]
fn a_restore_that_fails_leaves_everything_as_it_was() {
    let (home, copy) = home_with_copy();
    let before = contents(home.folder());
    let failed =
        restoring(&home, &copy).replace(&home.path(), &opening(), |_, _| Err(StoreError::Full));
    assert_eq!(failed, Err(StoreError::Full));
    assert_eq!(contents(home.folder()), before);
}

#[test]
fn a_file_somebody_goes_on_reading_is_not_replaced() {
    let (home, copy) = home_with_copy();
    let reader = home.raw();
    reader.execute_batch("BEGIN; SELECT * FROM cases").unwrap();
    let before = contents(home.folder());
    let refused =
        restoring(&home, &copy).replace(&home.path(), &opening(), |_, _| Ok::<_, StoreError>(()));
    assert_eq!(refused, Err(StoreError::Busy));
    assert_eq!(contents(home.folder()), before);
}

#[test]
fn one_who_makes_a_new_file_meanwhile_goes_on_with_what_is_put_there() {
    let (home, copy) = home_with_copy();
    let place = home.folder().join("new.db");
    std::fs::write(&place, "").unwrap();
    // Somebody else has opened the empty file.
    let other = rusqlite::Connection::open(&place).unwrap();
    let restoring = Restoring::of(&copy, &place, &opening()).unwrap();
    restoring.take_place(&place, &opening()).unwrap();
    other
        .execute("INSERT INTO settings VALUES ('k', 'v')", [])
        .unwrap();
    let file = CaseFile::open_for_reading(&place, &opening()).unwrap();
    let read = file.unwrap().read(|file| file.setting("k"));
    assert_eq!(read, Ok(Some("v".to_owned())));
}

#[test]
fn what_has_come_to_lie_there_meanwhile_is_left_alone() {
    let (home, copy) = home_with_copy();
    let before = contents(home.folder());
    let refused = restoring(&home, &copy).take_place(&home.path(), &opening());
    assert_eq!(refused, Err(StoreError::Busy));
    assert_eq!(contents(home.folder()), before);
}
