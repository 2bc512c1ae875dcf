//! Encrypted files.

use std::fs;
use std::path::Path;

use super::samples::{Home, contents, note, open_case, open_with, open_with_schema, opening, row};
use crate::store::file::SCHEMA;
use crate::store::{CaseFile, Conversion, Key, OpenOptions, Schema, StoreError};

/// What no encrypted file may show.
const SECRET: &str = "Hemligheten om barnet";

impl CaseFile {
    fn convert(
        path: &Path,
        opening: &OpenOptions,
        to: Option<&Key>,
        keep_copy: bool,
    ) -> Result<Conversion, StoreError> {
        Self::convert_with(path, opening, to, keep_copy, || Ok(to.cloned()))
    }
}

fn key(number: u8) -> Key {
    Key::new([number; 32], [number; 16])
}

fn with_key(key: &Key) -> OpenOptions {
    OpenOptions {
        key: Some(key.clone()),
        ..opening()
    }
}

/// A case with something to hide, in a file that is not encrypted.
fn plain() -> Home {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", vec![row(0, "2026-12-01")]);
    for seq in 2..60 {
        let event = note(seq, &SECRET.repeat(8));
        file.write(|change| change.append(id, &[event], &open_with(Vec::new())))
            .unwrap();
    }
    home
}

fn encrypted() -> Home {
    let home = plain();
    CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false).unwrap();
    home
}

fn shows(path: &Path) -> bool {
    let bytes = fs::read(path).unwrap();
    let secret = SECRET.as_bytes();
    bytes.windows(secret.len()).any(|window| window == secret)
}

fn notes_in(path: &Path, opening: &OpenOptions) -> usize {
    let file = CaseFile::open_for_reading(path, opening).unwrap().unwrap();
    let events = file.read(|file| file.case(&"A".into())).unwrap().events;
    events.len() - 1
}

fn why_not(home: &Home, opening: &OpenOptions) -> StoreError {
    let before = contents(home.folder());
    let error = CaseFile::open_for_reading(&home.path(), opening).err();
    let writing = CaseFile::open_for_writing(&home.path(), opening).err();
    assert_eq!(error, writing);
    assert_eq!(contents(home.folder()), before);
    error.unwrap()
}

#[test]
fn nothing_of_an_encrypted_file_can_be_read_without_its_key() {
    let home = plain();
    assert!(shows(&home.path()), "else this test sees nothing");
    let done = CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false).unwrap();
    assert_eq!((done.copy, done.overwritten), (None, true));
    assert!(!shows(&home.path()));
    assert_eq!(
        contents(home.folder()).len(),
        1,
        "nothing is left beside it"
    );
    assert_eq!(why_not(&home, &opening()), StoreError::Encrypted);
    assert_eq!(why_not(&home, &with_key(&key(2))), StoreError::WrongKey);
    assert_eq!(notes_in(&home.path(), &with_key(&key(1))), 58);
    let salt = CaseFile::salt_of(&home.path()).unwrap();
    assert_eq!(salt, Some(key(1).salt()));
}

#[test]
fn what_is_written_to_an_encrypted_file_is_encrypted_and_so_is_its_journal() {
    let home = encrypted();
    let mut file = CaseFile::open_for_writing(&home.path(), &with_key(&key(1))).unwrap();
    let id = file.read(|file| file.case(&"A".into())).unwrap().id;
    file.write(|change| {
        let event = note(60, &SECRET.repeat(100));
        change.append(id, &[event], &open_with(Vec::new()))?;
        let files = contents(home.folder());
        assert_eq!(files.len(), 2, "file and journal");
        assert!(files.iter().all(|(path, _)| !shows(path)));
        Ok::<_, StoreError>(())
    })
    .unwrap();
    assert!(!shows(&home.path()));
    assert_eq!(notes_in(&home.path(), &with_key(&key(1))), 59);
}

#[test]
fn a_file_made_with_a_key_is_encrypted_from_the_start() {
    let home = Home::new();
    let mut file = CaseFile::open_for_writing(&home.path(), &with_key(&key(3))).unwrap();
    open_case(&mut file, "A", Vec::new());
    drop(file);
    assert_eq!(why_not(&home, &opening()), StoreError::Encrypted);
    assert_eq!(notes_in(&home.path(), &with_key(&key(3))), 0);
}

#[test]
fn decrypting_brings_the_same_file_back() {
    let (home, before) = (encrypted(), plain());
    CaseFile::convert(&home.path(), &with_key(&key(1)), None, false).unwrap();
    let all = |home: &Home| home.read().read(|file| file.case(&"A".into())).unwrap();
    assert_eq!(all(&home).events, all(&before).events);
    assert!(shows(&home.path()));
    assert_eq!(contents(home.folder()).len(), 1);
    drop(home.write());
}

#[test]
fn another_key_may_take_the_place_of_the_first() {
    let home = encrypted();
    CaseFile::convert(&home.path(), &with_key(&key(1)), Some(&key(2)), false).unwrap();
    assert_eq!(why_not(&home, &with_key(&key(1))), StoreError::WrongKey);
    assert_eq!(notes_in(&home.path(), &with_key(&key(2))), 58);
}

#[test]
fn the_old_files_pages_are_overwritten_when_no_path_leads_to_it_any_more() {
    let home = plain();
    // Another name for the old file, so that its bytes can be looked at.
    let other_name = home.folder().join("old");
    fs::hard_link(home.path(), &other_name).unwrap();
    CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false).unwrap();
    assert!(!shows(&other_name));
    let bytes = fs::read(&other_name).unwrap();
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    assert!(zeros * 100 > bytes.len() * 98, "{zeros} of {}", bytes.len());
}

#[test]
fn a_copy_of_the_old_file_stays_only_when_it_is_asked_for() {
    let home = plain();
    let done = CaseFile::convert(&home.path(), &opening(), Some(&key(1)), true).unwrap();
    let copy = done.copy.unwrap();
    assert_eq!(
        copy,
        home.folder()
            .canonicalize()
            .unwrap()
            .join("cases.db.old.bak")
    );
    assert_eq!(notes_in(&copy, &opening()), 58);
}

#[test]
fn a_damaged_file_is_told_from_a_wrong_key() {
    let home = encrypted();
    let whole = fs::read(home.path()).unwrap();
    let pages = whole.len() / 4096;
    assert!(pages > 4);
    let all_but_salt = |home: &Home| {
        let file = CaseFile::open_for_reading(&home.path(), &with_key(&key(1)))?.unwrap();
        file.read(|file| file.case(&"A".into()))?;
        file.read(|file| file.damage())
    };
    for page in 0..pages {
        for place in [0, 15, 16, 100, 2000, 4020, 4095] {
            let mut flipped = whole.clone();
            flipped[page * 4096 + place] ^= 0x10;
            fs::write(home.path(), &flipped).unwrap();
            let found = all_but_salt(&home);
            if page == 0 && place < 16 {
                // The salt: who has the key has it too.
                assert_eq!(found, Ok(Vec::new()), "{page}+{place}");
                continue;
            }
            match found {
                Err(StoreError::Damaged(_)) => {}
                Ok(damage) => assert!(!damage.is_empty(), "{page}+{place}"),
                other => panic!("{page}+{place}: {other:?}"),
            }
            if page == 0 {
                let error = why_not(&home, &with_key(&key(1)));
                assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
                assert_eq!(why_not(&home, &with_key(&key(2))), StoreError::WrongKey);
            }
        }
    }
    fs::write(home.path(), &whole[..whole.len() / 2 + 7]).unwrap();
    let half = all_but_salt(&home);
    assert!(matches!(half, Err(StoreError::Damaged(_))), "{half:?}");
}

/// The folder as a program leaves it that dies between writing an encrypted file and taking its journal away.
fn interrupted() -> Home {
    let (home, other) = (encrypted(), Home::new());
    let raw = home.raw();
    raw.pragma_update(None, "key", format!("x'{}'", key(1).digits()))
        .unwrap();
    raw.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;
         UPDATE cases SET reference = 'X', reference_key = 'x';
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO settings SELECT 'k' || i, 'Hemligheten om barnet' || hex(randomblob(200)) FROM n;",
    )
    .unwrap();
    for (path, bytes) in contents(home.folder()) {
        fs::write(other.folder().join(path.file_name().unwrap()), bytes).unwrap();
    }
    assert_eq!(contents(other.folder()).len(), 2, "file and journal");
    other
}

#[test]
fn an_encrypted_file_whose_writer_was_killed_is_read_and_no_copy_of_it_can_be() {
    let (home, scratch) = (interrupted(), Home::new());
    let before = contents(home.folder());
    assert!(before.iter().all(|(path, _)| !shows(path)));
    let opening = OpenOptions {
        scratch: Some(scratch.folder().to_owned()),
        ..with_key(&key(1))
    };
    let file = CaseFile::open_for_reading(&home.path(), &opening)
        .unwrap()
        .unwrap();
    let copies: Vec<_> = contents(scratch.folder());
    assert_eq!(copies.len(), 1, "a folder with the copy that is read");
    for (copy, _) in contents(&copies[0].0) {
        assert!(!shows(&copy));
    }
    let events = file.read(|file| file.case(&"A".into())).unwrap().events;
    assert_eq!(events.len(), 59);
    drop(file);
    assert_eq!(contents(home.folder()), before);
    assert_eq!(contents(scratch.folder()), []);

    drop(CaseFile::open_for_writing(&home.path(), &with_key(&key(1))).unwrap());
    assert_eq!(
        contents(home.folder()).len(),
        1,
        "taken back by the next writer"
    );
    assert_eq!(notes_in(&home.path(), &with_key(&key(1))), 58);
}

#[test]
fn the_copy_of_an_encrypted_file_before_a_migration_is_encrypted_with_its_key() {
    const NEXT: Schema = Schema(&[
        SCHEMA.0[0],
        SCHEMA.0[1],
        SCHEMA.0[2],
        SCHEMA.0[3],
        "INSERT INTO schema_step (version) VALUES (5); CREATE TABLE added (x INTEGER) STRICT;",
    ]);
    let home = encrypted();
    let file = open_with_schema(&home.path(), with_key(&key(1)), NEXT).unwrap();
    let copy = file.copy_taken().unwrap();
    assert!(!shows(copy));
    assert_eq!(CaseFile::salt_of(copy), Ok(Some(key(1).salt())));
    assert_eq!(notes_in(copy, &with_key(&key(1))), 58);
}

#[test]
fn what_is_not_encrypted_is_opened_with_or_without_a_key() {
    let home = plain();
    assert_eq!(notes_in(&home.path(), &with_key(&key(1))), 58);
    drop(CaseFile::open_for_writing(&home.path(), &with_key(&key(1))).unwrap());
    assert_eq!(notes_in(&home.path(), &opening()), 58);
}

#[test]
fn an_attempt_that_fails_changes_nothing_and_leaves_nothing() {
    let home = plain();
    let before = contents(home.folder());
    let reader = home.read();
    let busy = reader.read(|file| {
        file.case(&"A".into())?;
        CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false)
    });
    assert_eq!(busy.err(), Some(StoreError::Busy));
    drop(reader);
    assert_eq!(contents(home.folder()), before);

    // One whose history does not fit is not taken along as if it did.
    let raw = home.raw();
    raw.execute_batch("UPDATE cases SET head_seq = 3").unwrap();
    drop(raw);
    let before = contents(home.folder());
    let refused = CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false);
    assert!(
        matches!(refused, Err(StoreError::Damaged(_))),
        "{refused:?}"
    );
    assert_eq!(contents(home.folder()), before);
}

#[test]
fn the_old_file_stays_unless_the_key_that_can_be_had_back_opens_the_new_one() {
    let home = plain();
    let before = contents(home.folder());
    let lost = || Err(StoreError::NotPermitted);
    for (read_back, error) in [
        (Ok(Some(key(2))), StoreError::WrongKey),
        (Ok(None), StoreError::Encrypted),
        (lost(), StoreError::NotPermitted),
    ] {
        let done =
            CaseFile::convert_with(&home.path(), &opening(), Some(&key(1)), false, || read_back);
        assert_eq!(done, Err(error));
        assert_eq!(contents(home.folder()), before);
    }
}

#[test]
fn who_waits_to_write_is_let_in_before_and_after_who_converts() {
    let home = plain();
    let writer = CaseFile::open_for_writing(&home.path(), &opening()).unwrap();
    let busy = CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false);
    assert_eq!(
        busy.err(),
        Some(StoreError::Busy),
        "while somebody has it open"
    );
    drop(writer);
    CaseFile::convert(&home.path(), &opening(), Some(&key(1)), false).unwrap();
    assert_eq!(
        contents(home.folder()).len(),
        1,
        "nothing keeps the order any more"
    );
}
