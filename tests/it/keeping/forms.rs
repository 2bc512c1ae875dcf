//! Parsed forms of routine texts: kept by what writes, used by what reads, and never instead of the text.

use super::{home, line, rows, said, tamper};
use crate::harness::Env;

const FORMS: &str = "SELECT key, value FROM settings WHERE key GLOB 'routine_form *'";

/// Has the parsed form say that a step of the routine is called something else.
const ANOTHER_TITLE: &str = "UPDATE settings SET value = replace(value, 'Skolgång i fokus', 'Något annat') WHERE key GLOB 'routine_form *'";

fn forms(env: &Env) -> Vec<String> {
    rows(&env.path("s.db"), FORMS)
}

#[test]
fn a_form_is_kept_by_what_writes_and_missed_by_nothing_that_reads() {
    let env = home();
    let kept = forms(&env);
    assert_eq!(kept.len(), 1);
    let shown = said(&env, "show 2026-001");
    for sql in [
        "DELETE FROM settings WHERE key GLOB 'routine_form *'",
        "UPDATE settings SET key = replace(key, 'form ', 'form 0') WHERE key GLOB 'routine_form *'",
    ] {
        tamper(&env.path("s.db"), sql);
        let before = env.files();
        for command in [
            "show 2026-001",
            "list",
            "report",
            "doctor",
            "config",
            "log 2026-001",
        ] {
            said(&env, command);
        }
        assert_eq!(said(&env, "show 2026-001"), shown);
        assert!(env.files() == before, "reading writes nothing");
        said(&env, "note 2026-002 Ringt");
        assert_eq!(forms(&env), kept, "{sql}");
    }
}

#[test]
fn a_form_goes_with_the_last_case_of_its_routine() {
    let env = home();
    for case in ["2026-001", "2026-002", "2026-003"] {
        assert_eq!(forms(&env).len(), 1);
        said(&env, &format!("purge {case} --yes --mistake --reason fel"));
    }
    assert!(forms(&env).is_empty());
    let file = std::fs::read(env.path("s.db")).unwrap();
    assert!(!String::from_utf8_lossy(&file).contains("routine_form"));
}

#[test]
fn a_form_that_is_not_the_texts_is_told_and_nothing_is_decided_by_it() {
    let env = home();
    tamper(&env.path("s.db"), ANOTHER_TITLE);
    let shown = said(&env, "show 2026-001");
    let told = line(&env, "doctor").ends(1).out;
    println!("{shown}\n{told}");
}
