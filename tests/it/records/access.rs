//! Who opened what, and the file's own log.

use std::fs;

use serde_json::{Value, json};

use crate::harness::Env;
use crate::lines::{line, refused, said, told};

/// A case in a file that social services hold.
fn held() -> Env {
    let env = Env::new().with_file();
    told(&env, "config holder=socialnamnd");
    told(
        &env,
        "new-case --routine nacka --ref N-1 --date inskrivning=2026-12-02",
    );
    env
}

fn log(env: &Env) -> Vec<Value> {
    let text = fs::read_to_string(env.path("arenden.db.access.log")).unwrap_or_default();
    let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
    lines.collect()
}

fn commands(lines: &[Value]) -> Vec<(&str, &str)> {
    let texts = lines.iter().map(|line| {
        (
            line["command"].as_str().unwrap(),
            line["case"].as_str().unwrap(),
        )
    });
    texts.collect()
}

#[test]
fn it_is_on_where_social_services_hold_the_file_and_nowhere_else_unless_set() {
    let env = held();
    told(&env, "show N-1");
    told(&env, "report");
    let log = log(&env);
    assert_eq!(
        commands(&log),
        [
            ("config", "*"),
            ("new-case", "N-1"),
            ("show", "N-1"),
            ("report", "*")
        ]
    );
    for line in &log {
        assert!(line["login"].is_string() && line["who"] == "test", "{line}");
    }
    for holder in ["skola", "annan", ""] {
        let env = Env::new().with_file();
        told(&env, &format!("config holder={holder}"));
        told(
            &env,
            "new-case --routine nacka --ref N-1 --date inskrivning=2026-12-02",
        );
        told(&env, "show N-1");
        assert!(!env.path("arenden.db.access.log").exists(), "{holder}");
        told(&env, "config access-log=on");
        told(&env, "show N-1");
        assert!(env.path("arenden.db.access.log").exists(), "{holder}");
    }
}

#[test]
fn it_is_switched_off_with_a_reason_that_stands_in_both_logs() {
    let env = held();
    let why = refused(&env, "config access-log=off");
    assert!(why.contains("--orsak"), "{why}");
    let why = refused(&env, "config access-log=off --reason 20120315-2382");
    assert!(!why.contains("2382"), "{why}");
    told(&env, "show N-1");
    told(&env, "inställningar access_log=off --orsak ny~loggning");
    told(&env, "show N-1");
    let lines = log(&env);
    let last = lines.last().unwrap();
    assert_eq!(
        (&last["command"], &last["switched_off"]),
        (&json!("config"), &json!("ny loggning"))
    );
    let shown = said(&env, "log --access");
    assert!(shown.contains("loggen stängdes av: ny"), "{shown}");
    let db = rusqlite::Connection::open(env.path("arenden.db")).unwrap();
    let detail: String = db
        .query_row(
            "SELECT detail FROM file_log ORDER BY id DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert!(detail.contains("ny loggning"), "{detail}");
    told(&env, "config access_log=");
    told(&env, "show N-1");
    assert_eq!(log(&env).last().unwrap()["command"], "show");
}

#[cfg(unix)]
#[test]
fn at_a_terminal_the_reason_is_asked() {
    let env = held();
    let mut terminal = env.at_terminal("config access_log=off");
    terminal
        .sees("Varför stängs åtkomstloggen av?")
        .enters("provdrift");
    assert_eq!(terminal.ends().0, 0);
    assert_eq!(log(&env).last().unwrap()["switched_off"], "provdrift");
}

#[test]
fn a_controller_looks_without_opening_a_case_and_that_is_noted() {
    let env = held();
    told(
        &env,
        "new-case --routine nacka --ref N-2 --date inskrivning=2026-12-02",
    );
    for _ in 0..6 {
        told(&env, "show N-1 --as anna");
        told(&env, "show N-2 --as bo");
    }
    let before = fs::read(env.path("arenden.db")).unwrap();
    let all = env.json("2026-11-21", "log --access");
    let of = |options: &str| {
        let found = env.json("2026-11-21", &format!("logg --åtkomst {options}"));
        commands(found.as_array().unwrap()).len()
    };
    assert_eq!(all.as_array().unwrap().len(), 15);
    assert_eq!(
        (
            of("--vem ANNA"),
            of("--ärende n-2"),
            of("--who anna --case N-2")
        ),
        (6, 7, 0)
    );
    assert_eq!(
        (of("--från 2999-01-01"), of("--from 2020-01-01 --case N-1")),
        (0, 7)
    );
    let login = all[0]["login"].as_str().unwrap().to_owned();
    assert!(of(&format!("--who {login}")) >= 15);
    let sample = |number| {
        env.json(
            "2026-11-21",
            &format!("log --access --case N-1 --sample {number}"),
        )
    };
    assert_eq!(sample(3).as_array().unwrap().len(), 3);
    assert_eq!(sample(3), sample(3));
    assert_eq!(sample(99).as_array().unwrap().len(), 7);
    assert!(
        fs::read(env.path("arenden.db")).unwrap() == before,
        "the case file is left alone"
    );
    let table = said(&env, "log --access --who anna");
    assert!(
        table.contains("anna") && table.contains(&login) && table.contains("N-1"),
        "{table}"
    );
    let looked = log(&env);
    let last = looked.last().unwrap();
    assert_eq!(
        (&last["command"], &last["case"]),
        (&json!("log --access"), &json!("-"))
    );
    line(&env, "log").fails(2);
    line(&env, "log --who anna").fails(2);
    line(&env, "log N-1 --access").fails(2);
}

#[test]
fn doctor_says_when_the_log_was_last_looked_at() {
    let env = held();
    assert!(told(&env, "doctor").contains("aldrig granskats"));
    told(&env, "log --access");
    let at = log(&env).last().unwrap()["at"].clone();
    told(&env, "show N-1");
    assert!(told(&env, "doctor").contains("granskades senast"));
    let found = env.json("2026-11-21", "doctor");
    let remarks = found["remarks"].as_array().unwrap().iter();
    let remark = remarks
        .clone()
        .find(|remark| remark["kind"] == "access-log");
    assert_eq!(remark.unwrap()["looked_at"], at);
}

#[test]
fn what_cannot_be_logged_is_not_shown_and_not_done() {
    let env = held();
    told(&env, "log --access");
    fs::remove_file(env.path("arenden.db.access.log")).unwrap();
    fs::create_dir(env.path("arenden.db.access.log")).unwrap();
    let before = fs::read(env.path("arenden.db")).unwrap();
    for command in [
        "",
        "show N-1",
        "report",
        "next --format json",
        "log N-1",
        "log --access",
        "list --all",
        "note N-1 ord",
        "done N-1 1",
        "new-case --routine nacka --ref N-2 --date inskrivning=2026-12-02",
        "export N-1",
        "backup kopia.db",
        "doctor",
        "config access_log=off --reason x",
    ] {
        let said = line(&env, command).fails(1);
        assert!(
            said.err.contains("arenden.db.access.log"),
            "{command}: {}",
            said.err
        );
    }
    assert!(fs::read(env.path("arenden.db")).unwrap() == before);
    assert!(!env.path("kopia.db").exists());
}

#[test]
fn lines_that_are_none_are_told_and_older_lines_are_read() {
    let env = held();
    let old = r#"{"at":"2026-01-02T03:04:05Z","who":"test","command":"show","case":"N-0"}"#;
    fs::write(
        env.path("arenden.db.access.log"),
        format!("{old}\nskräp\n{{\"at\":"),
    )
    .unwrap();
    let told = line(&env, "log --access").success();
    assert!(
        told.out.contains("N-0") && told.err.contains("2 rader"),
        "{told:?}"
    );
}
