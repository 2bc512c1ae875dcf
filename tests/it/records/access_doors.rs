//! Every door to the cases is in the access log, and shut while that cannot be written.

use std::fs;

use serde_json::Value;

use crate::harness::Env;
use crate::lines::{refused, said, told};

const NEW: &str = "new-case --routine nacka --date inskrivning=2026-12-02 --ref";
const TABLE: &str = "new-case --routine nacka --yes --from t.csv";

/// An empty file that social services hold, and a table of two cases beside it.
fn held() -> Env {
    let env = Env::new().with_file();
    told(&env, "config holder=socialnamnd");
    env.write(
        "t.csv",
        "ref;date:inskrivning\nT-1;2026-12-02\nT-2;2026-12-02\n",
    );
    env
}

/// What the log of a case file has: commands and cases.
fn log(env: &Env, file: &str) -> Vec<(String, String)> {
    let text = fs::read_to_string(env.path(&format!("{file}.access.log"))).unwrap_or_default();
    let lines = text.lines().map(|line| {
        let line: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| line[key].as_str().unwrap().to_owned();
        (text("command"), text("case"))
    });
    lines.collect()
}

/// Puts something in the place of the log that no line can be added to.
fn block(env: &Env, file: &str) {
    let log = env.path(&format!("{file}.access.log"));
    let _ = fs::remove_file(&log);
    fs::create_dir(log).unwrap();
}

fn by_hand(env: &Env, sql: &str) {
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    db.execute_batch(sql).unwrap();
}

#[test]
fn each_case_of_a_table_has_its_line() {
    let env = held();
    told(&env, TABLE);
    let log = log(&env, "arenden.db");
    let of_table: Vec<_> = log.iter().filter(|line| line.0 == "new-case").collect();
    let cases: Vec<_> = of_table.iter().map(|line| line.1.as_str()).collect();
    assert_eq!(cases, ["T-1", "T-2"]);
}

#[test]
fn no_command_opens_or_stores_a_case_while_the_log_cannot_be_written() {
    let env = held();
    told(&env, &format!("{NEW} N-1"));
    told(&env, "note N-1 ord");
    let other = Env::new().with_file();
    told(&other, &format!("{NEW} I-1"));
    env.write("i.json", &said(&other, "export I-1"));
    told(&env, "backup b.db");
    block(&env, "arenden.db");
    for command in [
        TABLE,
        "import i.json",
        "backup c.db",
        "restore b.db --force",
        "restore b.db",
        "doctor --repair",
        "redact N-1 2 --reason x",
        "purge",
        "config",
        "config retention=",
        "config holder=skola --reason x",
        "next N-1",
        "next",
        "why N-1 1",
        "skip N-1 1 --reason x",
        "set N-1 --date inskrivning=2026-12-03",
        "undo N-1",
        "close N-1 --reason x",
        "reopen N-1 --reason x",
        "export N-1 --out e.json",
    ] {
        let why = refused(&env, command);
        assert!(why.contains("arenden.db.access.log"), "{command}: {why}");
    }
    let env = env.on_the_real_day();
    let why = refused(&env, "purge N-1 --mistake --reason x --yes");
    assert!(why.contains("arenden.db.access.log"), "{why}");
}

#[test]
fn a_restore_is_logged_where_either_file_has_the_log_on() {
    let env = held();
    told(&env, "backup held.db");
    told(&env, "restore held.db --db n.db");
    assert_eq!(log(&env, "n.db"), [("restore".to_owned(), "*".to_owned())]);
    block(&env, "m.db");
    let why = refused(&env, "restore held.db --db m.db");
    assert!(why.contains("m.db.access.log"), "{why}");

    // The copy has it off, the file that goes on; and the other way round, over a file that cannot be read.
    let free = Env::new().with_file();
    told(&free, &format!("{NEW} F-1"));
    told(&free, "backup free.db");
    fs::copy(free.path("free.db"), env.path("free.db")).unwrap();
    told(&env, "restore free.db --db o.db");
    assert_eq!(log(&env, "o.db"), []);
    block(&env, "n.db");
    refused(&env, "restore free.db --db n.db --force");
    env.write("broken.db", "no case file, and not one that was cut either");
    block(&env, "broken.db");
    let why = refused(&env, "restore held.db --db broken.db --force");
    assert!(why.contains("broken.db.access.log"), "{why}");
}

#[test]
fn a_log_that_was_off_before_social_services_came_to_hold_the_file_is_on_and_that_is_said() {
    for before in ["", "skola", "annan"] {
        let env = Env::new().with_file();
        told(&env, &format!("config holder={before}"));
        told(&env, "config access_log=off");
        let said = told(&env, "config holder=socialnamnd");
        assert!(said.contains("Åtkomstloggen är på"), "{said}");
        told(&env, &format!("{NEW} N-1"));
        told(&env, "show N-1");
        let log = log(&env, "arenden.db");
        assert_eq!(log.last().unwrap().0, "show", "{before}");
        let file = told(&env, "log --file");
        assert!(file.contains("access_log: borttagen, förut off"), "{file}");
        assert!(!told(&env, "doctor").contains("annan väg"));
    }
}

#[test]
fn a_log_that_social_services_have_off_for_a_reason_stays_off_and_doctor_says_so() {
    let env = held();
    assert!(!told(&env, "doctor").contains("åtkomstloggen är av"));
    told(&env, "config access_log=off --reason provdrift");
    let said = told(&env, "config holder=socialnamnd");
    assert!(!said.contains("Åtkomstloggen är på"), "{said}");
    assert!(told(&env, "doctor").contains("åtkomstloggen är av"));
    let found = env.json("2026-11-21", "doctor");
    let mut remarks = found["remarks"].as_array().unwrap().iter();
    assert!(remarks.any(|remark| remark["kind"] == "access-log-off"));
    told(&env, "config holder=skola");
    assert!(!told(&env, "doctor").contains("åtkomstloggen är av"));
}

#[test]
fn only_the_word_for_off_switches_the_log_off() {
    for (key, value) in [
        ("access_log", "zzz"),
        ("access_log", ""),
        ("access_log", "OFF"),
        ("holder", "zzz"),
    ] {
        let env = held();
        told(&env, &format!("{NEW} N-1"));
        by_hand(
            &env,
            &format!("INSERT OR REPLACE INTO settings VALUES ('{key}', '{value}')"),
        );
        told(&env, "show N-1");
        let log = log(&env, "arenden.db");
        assert_eq!(log.last().unwrap().0, "show", "{key}={value}");
    }
}

#[test]
fn the_decision_and_the_reason_of_a_setting_are_both_kept() {
    let env = held();
    told(&env, &format!("{NEW} N-1"));
    told(&env, "config holder=skola --reason flytt");
    told(
        &env,
        "config retention=plan:1 --decision B~7 --reason ny~plan",
    );
    let file = told(&env, "log --file");
    assert!(file.contains("B 7") && file.contains("ny plan"), "{file}");
    assert!(told(&env, "config").contains("B 7"));
    let why = refused(
        &env,
        "config retention=plan:2 --decision B --reason 20120315-2382",
    );
    assert!(!why.contains("2382"), "{why}");
}
