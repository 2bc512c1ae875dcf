//! `restore`: only a sound copy, never over a live file unasked, and what was there is kept.

use insta::assert_snapshot;

use super::{home, line, names, rows, said, tamper};
use crate::harness::Env;

/// A home with a backup `k.db` and a note that came after it.
fn backed_up() -> Env {
    let env = home();
    said(&env, "backup k.db");
    said(&env, "note 2026-002 efter~kopian --today 2026-11-22");
    env
}

const EVENTS: &str = "SELECT * FROM event ORDER BY case_id, seq";

#[test]
fn a_live_file_is_not_replaced_unasked() {
    let env = backed_up();
    let before = env.files();
    assert_snapshot!(line(&env, "restore k.db").fails(1).err, @"
    fel: s.db finns redan: 3 ärenden, 11 händelser, senaste händelse sön 22 nov 2026 00:00.
      k.db har 3 ärenden, 10 händelser, senaste händelse lör 21 nov 2026 00:00.
      Inget är ändrat.
    tips: lägg kopian i dess ställe; filen som den är sparas bredvid: sisam återställ k.db --tvinga
    ");
    assert!(env.files() == before);
}

#[test]
fn a_forced_restore_keeps_what_was_there_beside() {
    let env = backed_up();
    let file = env.path("s.db");
    let (there, wanted) = (rows(&file, EVENTS), rows(&env.path("k.db"), EVENTS));
    assert_ne!(there, wanted);
    let open = rusqlite::Connection::open(&file).unwrap();
    let count = |db: &rusqlite::Connection| -> u32 {
        db.query_row("SELECT count(*) FROM event", [], |row| row.get(0))
            .unwrap()
    };
    let before = count(&open);

    assert_snapshot!(said(&env, "återställ k.db --tvinga"), @"
    Återställt från k.db: 3 ärenden, 10 händelser.
    Filen som den var ligger bredvid och heter s.db.before-restore.bak. Ta bort den
    när den inte behövs: den är lika känslig som ärendefilen.
    ");
    assert_eq!(rows(&file, EVENTS), wanted);
    // Whoever has the file open sees the new content too.
    assert_eq!(count(&open), before - 1);
    drop(open);
    said(&env, "doctor");
    let aside = env.path("s.db.before-restore.bak");
    assert_eq!(rows(&aside, EVENTS), there);
    said(&env, "doctor --db s.db.before-restore.bak");
    assert_eq!(
        names(file.parent().unwrap()),
        ["k.db", "s.db", "s.db.before-restore.bak"]
    );
    // The next one gets a name of its own.
    said(&env, "restore k.db --force");
    assert!(env.path("s.db.before-restore-2.bak").exists());
}

#[test]
fn where_none_lies_the_copy_is_put_there() {
    let env = backed_up();
    std::fs::create_dir(env.path("ny")).unwrap();
    said(&env, "restore k.db --db ny/s.db");
    assert_eq!(
        rows(&env.path("ny/s.db"), EVENTS),
        rows(&env.path("k.db"), EVENTS)
    );
    assert_eq!(names(&env.path("ny")), ["s.db"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(env.path("ny/s.db"))
            .unwrap()
            .permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }
    // An empty file is none.
    env.write("tom.db", "");
    said(&env, "restore k.db --db tom.db");
    said(&env, "doctor --db tom.db");
}

#[test]
fn a_faulty_copy_is_refused_and_nothing_changes() {
    for sql in [
        "UPDATE event SET who = 'annan' WHERE case_id = 1 AND seq = 2",
        "DELETE FROM routine_text",
        "UPDATE totals SET open_cases = 7",
    ] {
        let env = backed_up();
        tamper(&env.path("k.db"), sql);
        let before = env.files();
        for place in ["--force", "--db ny.db"] {
            let told = line(&env, &format!("restore k.db {place}")).fails(1).err;
            assert!(told.contains("k.db är inte hel"), "{told}");
            assert!(told.contains("Inget är ändrat"), "{told}");
        }
        assert!(env.files() == before, "{sql}");
    }
}

#[test]
fn what_is_no_case_file_is_refused() {
    let env = backed_up();
    env.write(
        "brev.txt",
        "Hej! Det här är ett brev och ingen ärendefil, hur långt det än är, tyvärr.",
    );
    env.write("tom.txt", "");
    let mut newer = std::fs::read(env.path("k.db")).unwrap();
    newer[63] = 99;
    std::fs::write(env.path("newer.db"), newer).unwrap();
    let before = env.files();
    for file in ["brev.txt", "tom.txt", "newer.db", "saknas.db", "."] {
        line(&env, &format!("restore {file} --force")).fails(1);
        assert!(env.files() == before, "{file}");
    }
}

#[test]
fn a_damaged_live_file_is_set_aside_as_it_is() {
    for damage in [
        |bytes: &mut Vec<u8>| bytes[..100].fill(b'x'),
        |bytes: &mut Vec<u8>| bytes[4096..].fill(0x5a),
        |bytes: &mut Vec<u8>| bytes[100..4096].fill(0x5a),
        |bytes: &mut Vec<u8>| bytes.truncate(5000),
    ] {
        let env = backed_up();
        let mut bytes = std::fs::read(env.path("s.db")).unwrap();
        damage(&mut bytes);
        std::fs::write(env.path("s.db"), &bytes).unwrap();
        let before = env.files();
        line(&env, "restore k.db").fails(1);
        assert!(env.files() == before);
        said(&env, "restore k.db --force");
        said(&env, "doctor");
        assert_eq!(
            rows(&env.path("s.db"), EVENTS),
            rows(&env.path("k.db"), EVENTS)
        );
        let aside = std::fs::read(env.path("s.db.before-restore.bak")).unwrap();
        assert!(aside.starts_with(&bytes[..bytes.len().min(4096)]));
    }
}

#[test]
fn a_newer_file_and_one_with_another_hands_rules_are_set_aside_whole() {
    for sql in [
        "PRAGMA user_version = 99",
        "CREATE TABLE extra (x)",
        "DROP TABLE file_log; CREATE VIEW file_log AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) \
         SELECT id, '' AS at, '' AS who, '' AS kind, '' AS detail FROM n",
        "PRAGMA journal_mode = WAL",
    ] {
        let env = backed_up();
        tamper(&env.path("s.db"), sql);
        let there = rows(&env.path("s.db"), EVENTS);
        said(&env, "restore k.db --force");
        said(&env, "doctor");
        let aside = env.path("s.db.before-restore.bak");
        assert_eq!(rows(&aside, EVENTS), there, "{sql}");
        let home = env.path("s.db");
        assert_eq!(names(home.parent().unwrap()).len(), 3, "{sql}");
    }
}

/// What a program that was killed leaves in the log of a database: `s.db-wal` with a change to `settings`.
fn leave_log(file: &std::path::Path) {
    let beside = |name: &str| file.with_file_name(name);
    std::fs::copy(file, beside("log.db")).unwrap();
    let db = rusqlite::Connection::open(beside("log.db")).unwrap();
    let sql = "PRAGMA journal_mode = WAL; INSERT INTO settings VALUES ('from-the-log', 'x')";
    db.execute_batch(sql).unwrap();
    let added = |name: &std::path::Path| name.with_extension("db-wal");
    std::fs::copy(added(&beside("log.db")), added(file)).unwrap();
    std::fs::copy(beside("log.db"), file).unwrap();
    drop(db);
    std::fs::remove_file(beside("log.db")).unwrap();
}

const FROM_LOG: &str = "SELECT * FROM settings WHERE key = 'from-the-log'";

#[test]
fn the_log_of_another_program_goes_with_its_file() {
    // Of the copy: what was written there last comes along.
    let env = backed_up();
    leave_log(&env.path("k.db"));
    said(&env, "restore k.db --db ny.db");
    assert_eq!(rows(&env.path("ny.db"), FROM_LOG).len(), 1);

    // Of the file that is replaced, and of one that is gone: it is not taken for the new file's.
    for place in ["damaged", "empty", "gone"] {
        let env = backed_up();
        leave_log(&env.path("s.db"));
        match place {
            "damaged" => std::fs::write(env.path("s.db"), "x".repeat(8192)),
            "empty" => std::fs::write(env.path("s.db"), ""),
            _ => std::fs::remove_file(env.path("s.db")),
        }
        .unwrap();
        said(&env, "restore k.db --force");
        assert!(!env.path("s.db-wal").exists(), "{place}");
        assert!(rows(&env.path("s.db"), FROM_LOG).is_empty(), "{place}");
        said(&env, "doctor");
    }
}

#[test]
fn the_log_says_from_where_and_forgets_no_copy_that_was_taken_since() {
    let env = backed_up();
    said(&env, "backup k2.db");
    said(&env, "restore k.db --force");
    let logged = rows(
        &env.path("s.db"),
        "SELECT kind, detail FROM file_log WHERE kind <> 'recorded-under-given-day' ORDER BY id",
    );
    let [first, second, restored] = logged.as_slice() else {
        panic!("{logged:#?}");
    };
    assert!(
        first.contains("backup") && first.contains("k.db"),
        "{first}"
    );
    assert!(
        second.contains("backup") && second.contains("k2.db"),
        "{second}"
    );
    for part in ["restore", "cases", "k.db", "s.db.before-restore.bak"] {
        assert!(restored.contains(part), "{restored}");
    }
}

#[test]
fn what_had_been_taken_out_since_is_told_and_the_settings_stay() {
    let env = home().on_the_real_day();
    let day = Env::days_from_now(60);
    said(
        &env,
        &format!("new-case --routine nacka --ref B --date inskrivning={day}"),
    );
    said(&env, "backup k.db");
    said(&env, "redact 2026-001 3 --reason fel~barn");
    said(&env, "purge B --mistake --reason fel");
    said(&env, "config holder=skola");
    let err = line(&env, "restore k.db --force").success().err;
    assert_snapshot!(err, @r#"
    Händelse 3 i 2026-001 var maskerad och har sin text igen. Gör om det: sisam
    maskera 2026-001 3
    B var borttaget och finns igen. Gör om det: sisam gallra B
    "#);
    assert!(said(&env, "log 2026-001").contains("Mötet är bokat"));
    let settings = said(&env, "config --format json");
    assert!(settings.contains(r#""value": "skola""#), "{settings}");

    // A copy from after that brings nothing back.
    let env = home();
    said(&env, "redact 2026-001 3 --reason fel~barn");
    said(&env, "backup k.db");
    assert_eq!(line(&env, "restore k.db --force").success().err, "");
}

#[test]
fn settings_that_cannot_be_trusted_do_not_take_the_place_of_the_copys() {
    let env = home();
    said(&env, "config holder=skola");
    said(&env, "backup k.db");
    tamper(
        &env.path("s.db"),
        "CREATE TABLE extra (x); DELETE FROM settings",
    );
    said(&env, "restore k.db --force");
    let settings = said(&env, "config --format json");
    assert!(settings.contains(r#""value": "skola""#), "{settings}");
}
