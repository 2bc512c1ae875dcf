//! `doctor`: what is wrong is found and named, what is right is left in peace, and nothing is changed.

use insta::assert_snapshot;
use serde_json::Value;

use super::{home, line, said, tamper};
use crate::harness::Env;

/// Optional steps that come back every week, whoever does them or not, one of them for a while.
const MOVING: &str = r#"
format = 1
id = "moving"
version = "1"
title = "Veckor"
source = { publisher = "Prov", document = "Prov" }
role = [{ id = "ifo", title = "IFO" }]
key_date = [{ id = "start", title = "Start", required = true }]
phase = [{ id = "a", title = "A", step = [
  { id = "1", title = "Varje vecka", responsible = ["ifo"], optional = true, due = { every = "1 week", from = "start" } },
  { id = "2", title = "Varje månad", responsible = ["ifo"], optional = true, due = { every = "1 month", from = "start" } },
] }]
"#;

/// What `doctor` finds after a file was changed past the rules: kind and text of every fault. No byte may change.
fn faults(env: &Env) -> Vec<(String, String)> {
    let before = env.files();
    let told = line(env, "doctor --format json").ends(1);
    assert!(env.files() == before, "checking changes nothing");
    let found: Value = serde_json::from_str(&told.out).unwrap();
    assert_eq!(found["sound"], false);
    let faults = found["faults"].as_array().unwrap().iter();
    let text = |fault: &Value, key: &str| fault[key].as_str().unwrap().to_owned();
    faults
        .map(|fault| (text(fault, "kind"), text(fault, "text")))
        .collect()
}

#[test]
fn a_sound_file_is_said_to_be_sound_and_not_a_byte_changes() {
    let env = home();
    let before = env.files();
    assert_snapshot!(said(&env, "kontrollera"), @r"
    Allt stämmer: 3 ärenden, 10 händelser.
    Att veta: 10 händelser är registrerade under en dag som angavs (--idag), inte
      under den dag det var: 2026-001 (5), 2026-002 (2), 2026-003 (3)
    ");
    assert_snapshot!(said(&env, "doctor --format json --lang en"), @r#"
    {
      "sound": true,
      "cases": 3,
      "events": 10,
      "routine_texts": 1,
      "latest": "2026-11-21T00:00:00Z",
      "faults": [],
      "remarks": [
        {
          "cases": [
            {
              "case": "2026-001",
              "events": 5
            },
            {
              "case": "2026-002",
              "events": 2
            },
            {
              "case": "2026-003",
              "events": 3
            }
          ],
          "kind": "today-given",
          "text": "Good to know: 10 events were recorded under a day that was given (--today), not the day it was: 2026-001 (5), 2026-002 (2), 2026-003 (3)"
        }
      ],
      "copy": null
    }
    "#);
    assert!(env.files() == before);
}

#[test]
fn where_no_case_has_been_opened_there_is_nothing_to_check() {
    let env = Env::new();
    assert_snapshot!(said(&env, "doctor"), @"
    Det finns inga ärenden än.
    Öppna det första: sisam ny
    ");
    assert!(env.files().is_empty());
    let json = said(&env, "doctor --format json");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["sound"], &json["cases"]), (&true.into(), &0.into()));
}

#[test]
fn the_first_event_that_does_not_fit_is_named_and_every_other_fault_found() {
    for (sql, kind, text) in [
        (
            "UPDATE event SET who = 'annan' WHERE case_id = 1 AND seq >= 3",
            "history",
            "Ärende 2026-001: händelse 3 stämmer inte med det som registrerades.",
        ),
        (
            "UPDATE event SET body = '{}' WHERE case_id = 2 AND seq = 1",
            "history",
            "Ärende 2026-002: händelse 1 stämmer inte",
        ),
        (
            "DELETE FROM event WHERE case_id = 1 AND seq = 2",
            "history",
            "Ärende 2026-001: händelse 2 saknas.",
        ),
        (
            "UPDATE cases SET head_seq = 2 WHERE id = 1",
            "history",
            "Ärende 2026-001: historiken slutar inte där den ska",
        ),
        (
            "UPDATE text SET content = 'Mötet är inställt' WHERE case_id = 1",
            "history",
            "Ärende 2026-001: en text i händelse 3 är ändrad",
        ),
        (
            "DELETE FROM cases WHERE id = 3; DELETE FROM event WHERE case_id = 3;
             DELETE FROM step_row WHERE case_id = 3; DELETE FROM text WHERE case_id = 3;
             UPDATE totals SET closed_cases = 0",
            "missing-case",
            "Ärende nummer 3 i filen är borta.",
        ),
        (
            "UPDATE routine_text SET text = text || '#'",
            "routine-text",
            "Rutintexten ”nacka” är inte den som ärendena öppnades med",
        ),
        (
            "UPDATE step_row SET due = '2020-01-01' WHERE case_id = 2 AND ordinal = 1",
            "rows",
            "Ärende 2026-002: det som visas i listor stämmer inte",
        ),
        (
            "DELETE FROM step_row WHERE case_id = 2 AND ordinal = 1",
            "rows",
            "Ärende 2026-002: det som visas",
        ),
        (
            "UPDATE step_row SET owners = 'x' WHERE case_id = 2 AND ordinal = 1",
            "rows",
            "Ärende 2026-002: det som visas",
        ),
        (
            "UPDATE step_row SET case_open = 0 WHERE case_id = 2",
            "rows",
            "Ärende 2026-002: det som visas",
        ),
        (
            "UPDATE cases SET steps = 99 WHERE id = 2",
            "rows",
            "Ärende 2026-002",
        ),
        (
            "UPDATE cases SET to_do = 99 WHERE id = 2",
            "rows",
            "Ärende 2026-002",
        ),
        (
            "UPDATE cases SET next_due = NULL WHERE id = 2",
            "rows",
            "Ärende 2026-002",
        ),
        (
            "UPDATE cases SET opened = '2020-01-01' WHERE id = 2",
            "rows",
            "Ärende 2026-002",
        ),
        (
            "UPDATE cases SET routine = 'sams' WHERE id = 2",
            "rows",
            "Ärende 2026-002",
        ),
        (
            "UPDATE cases SET reference_key = 'x' WHERE id = 2",
            "rows",
            "Ärende 2026-002",
        ),
        ("UPDATE totals SET open_cases = 7", "totals", "Summorna"),
        ("DELETE FROM totals", "totals", "Summorna"),
        ("DROP INDEX row_late", "object", "”row_late” saknas"),
        (
            "CREATE TRIGGER more AFTER INSERT ON event BEGIN SELECT 1; END",
            "object",
            "”more” i databasen kommer inte från sisam.",
        ),
        (
            "CREATE TABLE more (x)",
            "object",
            "”more” i databasen kommer inte",
        ),
        (
            "INSERT INTO text (case_id, seq, part) VALUES (1, 99, 'x')",
            "damage",
            "Databasen är skadad: text → event",
        ),
    ] {
        let env = home();
        tamper(&env.path("s.db"), sql);
        let found = faults(&env);
        let [(found_kind, found_text)] = found.as_slice() else {
            panic!("{sql}: one fault, not {found:#?}");
        };
        assert_eq!(found_kind, kind, "{sql}");
        assert!(found_text.starts_with(text), "{sql}: {found_text}");
    }
}

#[test]
fn a_rule_of_the_database_that_is_gone_or_altered_is_missed() {
    let triggers = triggers(&home());
    assert!(triggers.len() > 8);
    for (name, table) in triggers {
        let env = home();
        let db = rusqlite::Connection::open(env.path("s.db")).unwrap();
        db.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        let found = faults(&env);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].1.contains(&format!("”{name}” saknas")),
            "{found:?}"
        );
        db.execute_batch(&format!(
            "CREATE TRIGGER {name} BEFORE UPDATE ON {table} BEGIN SELECT 1; END"
        ))
        .unwrap();
        assert!(faults(&env)[0].1.contains("är ändrat"), "{name}");
    }
}

/// The names of a file's triggers and their tables.
fn triggers(env: &Env) -> Vec<(String, String)> {
    let db = rusqlite::Connection::open(env.path("s.db")).unwrap();
    let mut select = db
        .prepare("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap();
    let found = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    found.unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn a_routine_text_that_is_gone_is_missed_once_for_all_its_cases() {
    let env = home();
    tamper(&env.path("s.db"), "DELETE FROM routine_text");
    let found = faults(&env);
    let texts = found.iter().filter(|(kind, _)| kind == "routine-text");
    assert_eq!(texts.count(), 1, "{found:?}");
    let told = line(&env, "show 2026-001").fails(1);
    assert!(told.err.contains("sisam kontrollera"), "{}", told.err);
}

#[test]
fn what_is_wrong_is_said_with_what_to_do_next() {
    let env = home();
    tamper(
        &env.path("s.db"),
        "UPDATE event SET who = 'annan' WHERE case_id = 1 AND seq = 2; UPDATE totals SET open_cases = 7",
    );
    assert_snapshot!(line(&env, "kontrollera").ends(1).out, @r"
    2 fel. Genomgånget: 3 ärenden.
    - Summorna över alla ärenden stämmer inte.
    - Ärende 2026-001: händelse 2 stämmer inte med det som registrerades. Det som
      står före den stämmer.
    Härnäst: sisam kontrollera --reparera bygger om det som kan byggas om ur
      historiken och tar först en kopia.
    En skadad historik lagas aldrig av sig själv. Härnäst: spara filen som den är
      och hämta tillbaka den senaste säkerhetskopian med sisam återställ KOPIA
      --tvinga. Kontrollera kopian först: sisam --fil KOPIA kontrollera
    Att veta: 5 händelser är registrerade under en dag som angavs (--idag), inte
      under den dag det var: 2026-002 (2), 2026-003 (3)
    ");
    assert_snapshot!(line(&env, "doctor --lang en").ends(1).out, @"
    2 faults. Looked through: 3 cases.
    - The sums over all cases are wrong.
    - Case 2026-001: event 2 is not what was recorded. What stands before it is.
    Next: sisam doctor --repair rebuilds what can be rebuilt from the histories, and
      takes a copy first.
    A damaged history is never mended by itself. Next: keep the file as it is and
      take back the latest backup with sisam restore COPY --force. Check the copy
      first: sisam --db COPY doctor
    Good to know: 5 events were recorded under a day that was given (--today), not
      the day it was: 2026-002 (2), 2026-003 (3)
    ");
}

#[test]
fn rows_planned_on_another_day_are_right() {
    let env = home();
    env.write("r/moving.toml", MOVING);
    said(
        &env,
        "new-case --routines r --routine moving --ref M --date start=2026-11-01",
    );
    for day in ["2026-11-21", "2026-12-30", "2030-01-01"] {
        said(&env, &format!("doctor --today {day}"));
    }
    // Recorded on a later day than it is now.
    said(&env, "note M senare --today 2027-06-01");
    said(&env, "doctor --today 2026-11-21");
    // What is wrong is still seen.
    tamper(
        &env.path("s.db"),
        "UPDATE step_row SET due = date(due, '+1 day') WHERE optional = 1",
    );
    assert_eq!(faults(&env)[0].0, "rows");
}

#[test]
fn rows_of_another_planner_are_no_fault() {
    let env = home();
    tamper(
        &env.path("s.db"),
        "UPDATE settings SET value = '1' WHERE key = 'planner_version';
         UPDATE step_row SET due = '2020-01-01' WHERE case_id = 2 AND ordinal = 1",
    );
    let told = said(&env, "doctor");
    assert!(told.contains("planerade av en annan version"), "{told}");
}

#[test]
fn a_page_that_is_overwritten_is_a_fault_and_never_a_crash() {
    let whole = home();
    let bytes = std::fs::read(whole.path("s.db")).unwrap();
    let mut found = 0;
    let pages = bytes.len() / 4096;
    for page in 1..pages {
        let mut bytes = bytes.clone();
        bytes[page * 4096..(page + 1) * 4096].fill(0x5a);
        std::fs::write(whole.path("s.db"), bytes).unwrap();
        let told = line(&whole, "doctor --format json").ends(1);
        found += usize::from(!told.out.is_empty() || !told.err.is_empty());
    }
    assert_eq!(found, pages - 1);
}
