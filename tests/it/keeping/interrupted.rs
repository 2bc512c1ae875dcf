//! A file whose writer was killed.

use super::{home, line, names, rows, said};
use crate::harness::Env;

/// How many there are, parsed forms of routines left out.
const SETTINGS: &str = "SELECT count(*) FROM settings WHERE key NOT GLOB 'routine_form *'";

/// The home's file as a writer left it that was killed half way: some of its pages, and the journal.
fn interrupted() -> Env {
    let env = home();
    let db = rusqlite::Connection::open(env.path("s.db")).unwrap();
    // So small a cache writes pages into the file before the change is stored.
    db.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE; UPDATE cases SET steps = 0;
         WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
         INSERT INTO settings SELECT 'k' || i, hex(randomblob(200)) FROM n;",
    )
    .unwrap();
    let killed = Env::new().with("SISAM_DB", "s.db");
    for name in ["s.db", "s.db-journal"] {
        std::fs::copy(env.path(name), killed.path(name)).unwrap();
    }
    killed
}

#[test]
fn a_left_over_journal_is_remarked_and_the_file_is_sound() {
    let env = interrupted();
    let before = env.files();
    let told = said(&env, "doctor");
    assert!(told.starts_with("Allt stämmer: 3 ärenden"), "{told}");
    assert!(told.contains("ett program dog medan det skrev"), "{told}");
    assert!(env.files() == before);
}

#[test]
fn a_copy_that_was_never_finished_is_remarked() {
    let env = home();
    env.write("s.db.restore-1.part", "x");
    env.write("annan.db.restore-1.part", "");
    let told = said(&env, "doctor --plain");
    let remark = "aldrig blev klar ligger kvar bredvid filen: s.db.restore-1.part.";
    assert!(told.contains(remark), "{told}");
}

#[test]
fn a_backup_of_it_holds_what_was_stored() {
    let env = interrupted();
    said(&env, "backup k.db");
    assert_eq!(rows(&env.path("k.db"), SETTINGS), ["Integer(2)"]);
    said(&env, "doctor --db k.db");
}

#[test]
fn a_copy_with_its_journal_is_restored_as_it_was_before() {
    let env = interrupted();
    said(&env, "restore s.db --db n.db");
    assert_eq!(rows(&env.path("n.db"), SETTINGS), ["Integer(2)"]);
    assert_eq!(
        names(env.path("n.db").parent().unwrap()),
        ["n.db", "s.db", "s.db-journal"]
    );
}

#[test]
fn the_journal_of_a_file_that_is_gone_is_not_taken_for_the_restored_ones() {
    let env = interrupted();
    let whole = home();
    std::fs::copy(whole.path("s.db"), env.path("whole.db")).unwrap();
    std::fs::remove_file(env.path("s.db")).unwrap();
    said(&env, "restore whole.db");
    assert!(said(&env, "doctor").starts_with("Allt stämmer: 3 ärenden"));
    assert!(env.path("s.db.before-restore.bak-journal").exists());
    line(&env, "note 2026-001 x").success();
}
