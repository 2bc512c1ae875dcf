//! `doctor --repair`: what follows from the histories is built anew, and nothing else is touched.

use insta::assert_snapshot;

use super::{home, line, names, rows, said, tamper};
use crate::harness::Env;

const HISTORY: [&str; 3] = [
    "SELECT * FROM event ORDER BY case_id, seq",
    "SELECT * FROM text ORDER BY case_id, seq, part",
    "SELECT * FROM routine_text ORDER BY hash",
];
const KEPT: [&str; 5] = [
    "SELECT * FROM settings WHERE key GLOB 'routine_form *'",
    "SELECT * FROM cases ORDER BY id",
    "SELECT * FROM step_row ORDER BY case_id, ordinal",
    "SELECT * FROM totals",
    "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name",
];

fn all(env: &Env, queries: &[&str]) -> Vec<Vec<String>> {
    let file = env.path("s.db");
    queries.iter().map(|query| rows(&file, query)).collect()
}

#[test]
fn what_follows_from_the_histories_is_built_anew() {
    for sql in [
        "UPDATE step_row SET due = '2020-01-01'",
        "DELETE FROM step_row WHERE case_id = 2",
        "INSERT INTO step_row SELECT case_id, -1, case_key, case_open, step, round, status, optional, extended,
             missing, earliest, due, raw_due, original_due, since, planned, done_on, recorded_at, late, days_late,
             days_late_original, moved_from, owners, holders, parties, detail
         FROM step_row WHERE case_id = 2 AND ordinal = 1",
        "UPDATE step_row SET owners = 'x', case_open = 0, case_key = 'y'",
        "UPDATE cases SET steps = 9, to_do = 9, ended = 9, without_date = 9, without_owner = 9, unanswered = 9,
             next_due = '2020-01-01', open = 1 - open",
        "UPDATE cases SET opened = '2020-01-01', routine = 'x', reference_key = 'x' || id, reference_year = 7,
             reference_number = 7",
        "UPDATE settings SET value = replace(value, '[3,\"Month\"]', '[4,\"Month\"]') WHERE key GLOB 'routine_form *'",
        "UPDATE settings SET value = '' WHERE key GLOB 'routine_form *'",
        "UPDATE totals SET open_cases = 7",
        "DELETE FROM totals",
        "DROP INDEX row_late; DROP INDEX case_numbered",
        "CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
        "CREATE VIEW \"mer \"\" än\" AS SELECT 1",
    ] {
        let env = home();
        let sound = (all(&env, &HISTORY), all(&env, &KEPT));
        let file = env.path("s.db");
        tamper(&file, sql);
        line(&env, "doctor").ends(1);
        let faulty = std::fs::read(&file).unwrap();
        said(&env, "doctor --repair");
        assert_eq!(all(&env, &KEPT), sound.1, "{sql}");
        assert!(all(&env, &HISTORY) == sound.0, "{sql}");
        said(&env, "doctor");
        // What it was like lies beside it.
        let copy = env.path("s.db.before-repair.bak");
        // SQLite counts its changes in the header, the copying among them.
        let copy = std::fs::read(&copy).unwrap();
        assert!(copy[100..] == faulty[100..], "{sql}");
    }
}

#[test]
fn a_rule_of_the_database_is_put_back() {
    let env = home();
    let db = rusqlite::Connection::open(env.path("s.db")).unwrap();
    db.execute_batch("DROP TRIGGER event_is_never_changed")
        .unwrap();
    drop(db);
    said(&env, "kontrollera --reparera");
    let db = rusqlite::Connection::open(env.path("s.db")).unwrap();
    let refused = db.execute_batch("UPDATE event SET who = 'annan'");
    assert!(refused.unwrap_err().to_string().contains("only ever added"));
}

#[test]
fn an_index_that_lost_a_row_is_built_anew() {
    let env = home();
    // The rows of the index vanish from under it while SQLite thinks there is no such index.
    tamper(
        &env.path("s.db"),
        "CREATE TABLE aside AS SELECT * FROM sqlite_schema WHERE name = 'row_dated';
         PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'row_dated'",
    );
    tamper(
        &env.path("s.db"),
        "UPDATE step_row SET due = date(due, '+1 day');
         PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM aside",
    );
    tamper(
        &env.path("s.db"),
        "UPDATE step_row SET due = date(due, '-1 day') WHERE 0; DROP TABLE aside",
    );
    let told = line(&env, "doctor").ends(1).out;
    assert!(told.contains("row_dated"), "{told}");
    said(&env, "doctor --repair");
    said(&env, "doctor");
}

#[test]
fn a_fault_in_a_history_is_never_repaired_and_the_rest_is() {
    let env = home();
    tamper(
        &env.path("s.db"),
        "UPDATE event SET who = 'annan' WHERE case_id = 1 AND seq = 2; UPDATE totals SET open_cases = 7;
         UPDATE step_row SET due = '2020-01-01' WHERE due IS NOT NULL",
    );
    let history = all(&env, &HISTORY);
    assert_snapshot!(line(&env, "doctor --repair").ends(1).out, @r"
    Ombyggt ur historiken: 2 ärenden, summor och index. Ingen händelse är ändrad.
    Filen som den var ligger bredvid och heter s.db.before-repair.bak
    1 fel. Genomgånget: 3 ärenden.
    - Ärende 2026-001: händelse 2 stämmer inte med det som registrerades. Det som
      står före den stämmer.
    En skadad historik lagas aldrig av sig själv. Härnäst: spara filen som den är
      och hämta tillbaka den senaste säkerhetskopian med sisam återställ KOPIA
      --tvinga. Kontrollera kopian först: sisam --fil KOPIA kontrollera
    Att veta: 5 händelser är registrerade under en dag som angavs (--idag), inte
      under den dag det var: 2026-002 (2), 2026-003 (3)
    ");
    assert!(all(&env, &HISTORY) == history);
    // Again: there is nothing left to build, so nothing is written and no copy taken.
    let before = env.files();
    line(&env, "doctor --repair").ends(1);
    assert!(env.files() == before);
}

#[test]
fn a_sound_file_is_not_touched() {
    let env = home();
    let before = env.files();
    said(&env, "doctor --repair");
    assert!(env.files() == before);
    assert_eq!(names(env.path("s.db").parent().unwrap()), ["s.db"]);
}
