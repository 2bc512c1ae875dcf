//! Databases whose tables, views and triggers are not ours, and files that are none.

use rusqlite::Connection;

use super::survives;
use crate::harness::Env;

const OPEN: &str =
    "new-case --routine nacka --date inskrivning=2026-12-01 --answer akut=nej --db n.db";

const READING: [&str; 5] = [
    "list",
    "show 2026-001",
    "log 2026-001",
    "next",
    "report --overdue",
];

fn env() -> Env {
    let env = Env::new();
    env.line(OPEN).success();
    env
}

fn run(env: &Env, line: &str) -> (Option<i32>, String) {
    let output = survives(env.line(&format!("{line} --db n.db")), line);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    (output.status.code(), said)
}

/// Nothing is read, nothing is written, and the file is as it was.
fn is_refused(env: &Env, what: &str) {
    let before = env.files();
    for line in READING.iter().chain(&["note 2026-001 x", "undo 2026-001"]) {
        let (code, said) = run(env, line);
        assert_eq!(code, Some(1), "{what}: {line}: {said}");
        assert!(said.starts_with("fel: n.db"), "{what}: {line}: {said}");
    }
    let (code, _) = run(env, OPEN.trim_end_matches(" --db n.db"));
    assert_eq!(code, Some(1), "{what}");
    assert!(env.files() == before, "{what}: the file was changed");
}

#[test]
fn a_rule_by_another_hand_is_refused_before_it_does_anything() {
    for sql in [
        "CREATE TRIGGER extra AFTER INSERT ON event BEGIN INSERT INTO settings VALUES (NEW.seq, 'x'); END",
        "CREATE TRIGGER extra AFTER INSERT ON event BEGIN \
         INSERT INTO settings WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i, '' FROM n; END",
        "CREATE TRIGGER extra INSTEAD OF INSERT ON v BEGIN SELECT 1; END",
        "DROP TABLE totals; CREATE VIEW totals AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) \
         SELECT 1 AS id, count(*) AS open_cases, 0 AS closed_cases, 0 AS cases_without_date, 0 AS steps_without_owner, \
         0 AS unanswered_questions FROM n",
        "CREATE TABLE extra (x)",
        "CREATE VIEW extra AS SELECT * FROM cases",
        "CREATE INDEX extra ON event (upper(who))",
        "CREATE VIRTUAL TABLE extra USING fts5 (x)",
        "DROP TABLE settings; CREATE TABLE settings (key TEXT, value TEXT DEFAULT (randomblob(1000000000)))",
        "DROP TABLE step_row; CREATE TABLE step_row (case_id, ordinal)",
        "DROP TRIGGER event_is_never_changed; \
         CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event BEGIN SELECT 1; END",
        "ALTER TABLE cases ADD COLUMN extra TEXT",
        "ALTER TABLE event RENAME COLUMN who TO whom",
    ] {
        let env = env();
        let db = Connection::open(env.path("n.db")).unwrap();
        db.execute_batch("CREATE TEMP TABLE t (x)").unwrap();
        let sql = sql.replace("INSTEAD OF INSERT ON v", "AFTER UPDATE ON cases");
        db.execute_batch(&sql).unwrap();
        drop(db);
        is_refused(&env, &sql);
    }
}

#[test]
fn a_foreign_schema_under_our_name_is_refused() {
    for version in [0, 1] {
        let env = Env::new();
        let db = Connection::open(env.path("n.db")).unwrap();
        db.execute_batch(&format!(
            "PRAGMA application_id = 1936290657; PRAGMA user_version = {version};
             CREATE TABLE cases (id); CREATE TABLE bok (titel); INSERT INTO bok VALUES ('x');"
        ))
        .unwrap();
        drop(db);
        is_refused(&env, "foreign");
    }
}

#[test]
fn what_is_missing_is_told_and_nothing_worse() {
    for table in [
        "event",
        "text",
        "routine_text",
        "totals",
        "settings",
        "step_row",
        "file_log",
        "schema_step",
    ] {
        let env = env();
        let db = Connection::open(env.path("n.db")).unwrap();
        db.execute_batch(&format!("PRAGMA foreign_keys = OFF; DROP TABLE {table}"))
            .unwrap();
        drop(db);
        for line in READING
            .iter()
            .chain(&["note 2026-001 x", "done 2026-001 1", "undo 2026-001"])
        {
            run(&env, line);
        }
    }
    let env = env();
    let db = Connection::open(env.path("n.db")).unwrap();
    db.execute_batch("DROP INDEX row_dated; DROP TRIGGER event_is_never_changed")
        .unwrap();
    drop(db);
    for line in READING
        .iter()
        .chain(&["note 2026-001 x", "done 2026-001 1"])
    {
        run(&env, line);
    }
}

#[test]
fn odd_versions_and_headers_are_refused() {
    for sql in [
        "PRAGMA user_version = -1",
        "PRAGMA user_version = 2147483647",
        "PRAGMA application_id = 0",
    ] {
        let env = env();
        let db = Connection::open(env.path("n.db")).unwrap();
        db.execute_batch(sql).unwrap();
        drop(db);
        is_refused(&env, sql);
    }
    // The page size, both versions, the reserved bytes, the fractions, the text encoding.
    for (at, bytes) in [
        (16, &[0, 0][..]),
        (16, &[0xff, 0xff]),
        (16, &[0, 1]),
        (18, &[9, 9]),
        (20, &[255]),
        (21, &[0, 0, 0]),
        (44, &[9]),
        (56, &[0, 0, 0, 9]),
    ] {
        let env = env();
        let path = env.path("n.db");
        let mut file = std::fs::read(&path).unwrap();
        file[at..at + bytes.len()].copy_from_slice(bytes);
        std::fs::write(&path, &file).unwrap();
        for line in READING {
            run(&env, line);
        }
        assert!(file == std::fs::read(&path).unwrap(), "{at}");
        run(&env, "note 2026-001 x");
    }
}

#[test]
fn a_file_cut_short_or_filled_with_nothing_is_told_of() {
    let whole = env();
    let bytes = std::fs::read(whole.path("n.db")).unwrap();
    for length in [
        1,
        15,
        16,
        99,
        100,
        101,
        512,
        4095,
        4096,
        4097,
        8192,
        bytes.len() / 2,
    ] {
        let env = Env::new();
        std::fs::write(env.path("n.db"), &bytes[..length]).unwrap();
        is_not_trusted(&env, &format!("{length} bytes"));
    }
    for page in 1..bytes.len() / 4096 {
        let env = Env::new();
        let mut holed = bytes.clone();
        holed[page * 4096..(page + 1) * 4096].fill(0);
        std::fs::write(env.path("n.db"), &holed).unwrap();
        for line in READING {
            run(&env, line);
        }
        run(&env, "note 2026-001 x");
    }
}

fn is_not_trusted(env: &Env, what: &str) {
    for line in READING.iter().chain(&["note 2026-001 x"]) {
        let (code, said) = run(env, line);
        assert_eq!(code, Some(1), "{what}: {line}: {said}");
    }
}

#[test]
fn a_file_with_a_write_ahead_log_is_read_only_after_the_first_change() {
    let env = env();
    let db = Connection::open(env.path("n.db")).unwrap();
    db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))
        .unwrap();
    drop(db);
    let before = env.files();
    for line in READING {
        let (code, said) = run(&env, line);
        assert_eq!(code, Some(1), "{line}");
        assert!(
            said.contains("WAL") && said.contains("sisam anteckna"),
            "{said}"
        );
    }
    assert!(env.files() == before, "reading leaves no log behind");
    assert_eq!(run(&env, "note 2026-001 x").0, Some(0));
    for line in READING {
        assert_eq!(run(&env, line).0, Some(0), "{line}");
    }
    assert_eq!(env.files().len(), 1);
}
