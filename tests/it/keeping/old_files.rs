//! Case files of every version there has been: still opened, with all that is in them, after a copy.
//!
//! When a version is added: build the last commit that makes the version before it, check that its file lies in
//! tests/data/case-files, and make the new one's with
//! `cargo test --test it a_case_file_of_this_version_is_made -- --ignored`.

use std::path::PathBuf;

use serde_json::Value;

use super::{home, line, names, said};
use crate::harness::Env;

/// What was recorded in each of the kept files, day by day.
const RECORDED: [(&str, &str); 12] = [
    (
        "2026-10-01",
        "new-case --routine nacka --date inskrivning=2026-10-20 --answer akut=nej --role socialsekreterare=Enhet~barn,~grupp~2",
    ),
    (
        "2026-10-02",
        "new-case --routine soderkoping --date placering=2026-10-05 --answer akut=ja",
    ),
    (
        "2026-10-02",
        "new-case --routine skolfranvaro --date utlosare=2026-10-01",
    ),
    (
        "2026-10-05",
        "done 2026-001 1 --on 2026-10-04 --note Hemskolan~är~informerad",
    ),
    ("2026-10-06", "set 2026-001 --date utskrivning=2027-03-01"),
    ("2026-10-07", "undo 2026-001 --yes"),
    (
        "2026-10-08",
        "extend 2026-001 2 --to 2026-11-02 --reason Skolan~bad~om~det --decided-by enhetschefen",
    ),
    ("2026-10-09", "note 2026-002 Åtgärd:~möte~på~Ängsskolan"),
    ("2026-10-09", "set 2026-002 --protect"),
    (
        "2026-10-10",
        "done 2026-002 1 --on unknown --answer samtycke=delvis --answer samtycke-av=barnet",
    ),
    ("2026-10-12", "close 2026-003 --reason Öppnat~av~misstag"),
    (
        "2026-10-13",
        "new-case --continues 2026-001 --date inskrivning=2026-10-25",
    ),
];
const DAY: &str = "2026-11-21";

fn kept(version: u32, ending: &str) -> PathBuf {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/case-files");
    PathBuf::from(folder).join(format!("v{version}.{ending}"))
}

/// A new file's version, where SQLite keeps it.
fn current() -> u32 {
    let header = std::fs::read(home().path("s.db")).unwrap();
    u32::from_be_bytes(header[60..64].try_into().unwrap())
}

/// Everything there is to see of the file's cases.
fn seen(env: &Env) -> Value {
    let read = |text: &str| -> Value {
        serde_json::from_str(&said(env, &format!("{text} --format json --today {DAY}"))).unwrap()
    };
    let list = read("list --all");
    let cases = list
        .as_array()
        .unwrap()
        .iter()
        .map(|case| case["case"].as_str().unwrap());
    let cases: serde_json::Map<_, _> = cases
        .map(|case| {
            let (show, log) = (read(&format!("show {case}")), read(&format!("log {case}")));
            (
                case.to_owned(),
                serde_json::json!({ "show": show, "log": log }),
            )
        })
        .collect();
    serde_json::json!({ "list": list, "cases": cases })
}

/// Whether all of `part` is in `whole`: a newer program may say more, never something else.
fn is_in(part: &Value, whole: &Value) -> bool {
    match (part, whole) {
        // Why a step waits is said in words, and those may get better; its ids stay.
        (Value::Object(part), Value::Object(whole)) => part
            .iter()
            .filter(|(key, _)| *key != "waits_for")
            .all(|(key, value)| whole.get(key).is_some_and(|found| is_in(value, found))),
        (Value::Array(part), Value::Array(whole)) => {
            part.len() == whole.len()
                && part
                    .iter()
                    .zip(whole)
                    .all(|(part, whole)| is_in(part, whole))
        }
        _ => part == whole,
    }
}

fn with_file(version: u32) -> Env {
    let env = Env::new().with("SISAM_DB", "s.db");
    let file = kept(version, "db");
    let bytes = std::fs::read(&file);
    let bytes =
        bytes.unwrap_or_else(|_| panic!("a file of version {version} is kept: {}", file.display()));
    std::fs::write(env.path("s.db"), bytes).unwrap();
    env
}

#[test]
fn a_file_of_every_version_is_opened_with_all_that_is_in_it() {
    let current = current();
    for version in 1..=current {
        let env = with_file(version);
        if version < current {
            let before = env.files();
            for reading in ["list", "show 2026-001", "doctor", "report"] {
                let told = line(&env, reading).fails(1);
                assert!(told.err.contains("sisam anteckna ÄRENDE"), "{}", told.err);
            }
            assert!(env.files() == before, "reading changes nothing");
            let old = std::fs::read(env.path("s.db")).unwrap();
            // A command that writes, and nothing that is shown.
            let told = line(&env, "backup k.db").success();
            let copy = format!("s.db.v{version}.bak");
            assert!(told.err.contains(&copy), "told of the copy: {}", told.err);
            std::fs::remove_file(env.path("k.db")).unwrap();
            assert_eq!(names(env.path("s.db").parent().unwrap()), ["s.db", &copy]);
            let header = std::fs::read(env.path(&copy)).unwrap();
            assert_eq!(
                header[60..64],
                old[60..64],
                "the copy is of the old version"
            );
        }
        let before: Value =
            serde_json::from_str(&std::fs::read_to_string(kept(version, "json")).unwrap()).unwrap();
        let now = seen(&env);
        assert!(is_in(&before, &now), "version {version}: {now:#}");
        said(&env, "doctor");
    }
}

#[test]
fn what_is_to_be_brought_over_is_told_of_a_file_of_every_version() {
    // Which case goes on was kept by the closing only from version 3 on.
    let goes_on = " Det fortsätter i ett nytt ärende.";
    let told =
        |env: &Env, text: &str| said(env, &format!("{text} --today {DAY}")).replace(goes_on, "");
    let as_now = with_file(current());
    let expected = told(&as_now, "akt 2026-001");
    assert!(expected.lines().count() > 3, "{expected}");
    for version in 1..=current() {
        let env = with_file(version);
        if version < current() {
            let said = line(&env, "akt 2026-001").fails(1).err;
            assert!(said.contains("sisam anteckna ÄRENDE"), "{said}");
        }
        // All of it counts as not brought over yet, and what is marked is marked for good.
        assert_eq!(told(&env, "akt 2026-001 --yes"), expected, "{version}");
        let left = told(&env, "akt 2026-001 --format json");
        assert_eq!(left.trim(), "[]", "{version}");
        let lagging = told(&env, "akt --format json");
        let lagging: Value = serde_json::from_str(&lagging).unwrap();
        let cases = lagging.as_array().unwrap().iter();
        assert!(
            cases.clone().any(|case| case["case"] == "2026-002"),
            "{version}"
        );
        assert!(
            cases.clone().all(|case| case["case"] != "2026-001"),
            "{version}"
        );
        said(&env, "doctor");
    }
}

#[test]
fn commands_that_read_before_they_write_migrate_too() {
    let current = current();
    for version in 1..current {
        for writing in [
            "undo 2026-001 --yes",
            "new-case --continues 2026-002 --date placering=2026-11-01 --reason x",
            "backup k.db",
            "close 2026-002 --reason x",
        ] {
            let env = with_file(version);
            let told = line(&env, writing).success();
            assert!(
                told.err.contains(&format!("s.db.v{version}.bak")),
                "{writing}: {}",
                told.err
            );
            said(&env, "doctor");
        }
    }
}

#[test]
fn a_copy_of_every_version_can_be_restored() {
    for version in 1..=current() {
        let env = with_file(version);
        let before = std::fs::read(env.path("s.db")).unwrap();
        std::fs::create_dir(env.path("ny")).unwrap();
        said(&env, "restore s.db --db ny/n.db");
        said(&env, "doctor --db ny/n.db");
        assert_eq!(names(&env.path("ny")), ["n.db"]);
        assert!(std::fs::read(env.path("s.db")).unwrap() == before);
        // In the place of an older live file too.
        std::fs::copy(env.path("s.db"), env.path("k.db")).unwrap();
        let told = line(&env, "restore k.db").fails(1).err;
        assert!(told.contains("s.db finns redan: 4 ärenden"), "{told}");
        said(&env, "restore k.db --force");
        said(&env, "doctor");
    }
}

#[test]
fn a_newer_file_is_left_alone() {
    let env = home();
    let mut newer = std::fs::read(env.path("s.db")).unwrap();
    newer[63] += 1;
    std::fs::write(env.path("s.db"), newer).unwrap();
    let before = env.files();
    for text in [
        "list",
        "doctor",
        "doctor --repair",
        "backup k.db",
        "note 2026-001 x",
        "undo 2026-001 --yes",
    ] {
        let told = line(&env, text).fails(1);
        assert!(
            told.err.contains("skriven av en nyare sisam"),
            "{}",
            told.err
        );
        assert!(env.files() == before, "{text}");
    }
}

#[test]
#[ignore = "makes test data: run it once when a version of the case file is added"]
fn a_case_file_of_this_version_is_made() {
    let env = Env::new().with("SISAM_DB", "s.db");
    for (day, text) in RECORDED {
        said(&env, &format!("{text} --today {day}"));
    }
    let version = current();
    std::fs::copy(env.path("s.db"), kept(version, "db")).unwrap();
    let seen = serde_json::to_string_pretty(&seen(&env)).unwrap();
    std::fs::write(kept(version, "json"), seen + "\n").unwrap();
}
