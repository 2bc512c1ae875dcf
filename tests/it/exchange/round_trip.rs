//! A case that went through a file is the same case, and no sign in the file can be another.

use super::{exported, text};
use crate::harness::{Env, TODAY};

/// What a line gives as JSON from a case file.
fn json(env: &Env, line: &str, db: &str) -> serde_json::Value {
    env.json(TODAY, &format!("{line} --db {db}"))
}

#[test]
fn a_text_that_was_taken_out_stays_out() {
    let env = exported();
    env.line("redact 2026-001 3 --reason fel").success();
    let log = json(&env, "log 2026-001", "arenden.db");
    assert_eq!(log[2]["redacted"][0], "text");
    env.line("export 2026-001 --out b.json").success();
    env.line("import b.json --db ny.db").success();
    assert_eq!(json(&env, "log 2026-001", "ny.db"), log);
    let again = env.line("export 2026-001 --db ny.db").success().out;
    assert!(again == text(&env, "b.json"));
}

/// Every seventh sign of the history, and every two hundredth of the routine's text.
#[test]
fn a_sign_that_was_changed_is_refused_or_changes_nothing() {
    let env = exported();
    let whole = text(&env, "a.json");
    let signs: Vec<char> = whole.chars().collect();
    let history = whole[..whole.find("\"events\"").unwrap()].chars().count();
    let places = (0..history)
        .step_by(200)
        .chain((history..signs.len()).step_by(7));
    let mut refused = 0;
    for place in places {
        let mut changed = signs.clone();
        changed[place] = match signs[place] {
            '0' => '1',
            sign if sign.is_ascii_uppercase() => sign.to_ascii_lowercase(),
            sign if sign.is_ascii_lowercase() => sign.to_ascii_uppercase(),
            ' ' => '\n',
            _ => '0',
        };
        let changed: String = changed.into_iter().collect();
        std::fs::write(env.path("x.json"), &changed).unwrap();
        let run = std::process::Command::new(crate::harness::program())
            .args(["import", "x.json", "--db", "x.db"])
            .current_dir(env.path(""))
            .output()
            .unwrap();
        if run.status.success() {
            let again = env.line("export 2026-001 --db x.db").success().out;
            assert!(again == whole, "sign {place} changed something");
            std::fs::remove_file(env.path("x.db")).unwrap();
        } else {
            assert_eq!(run.status.code(), Some(1), "sign {place}");
            assert!(!env.path("x.db").exists(), "sign {place}");
            refused += 1;
        }
    }
    assert!(refused > 100, "{refused}");
}
