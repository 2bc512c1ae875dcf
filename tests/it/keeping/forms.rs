//! Parsed forms of routine texts: kept by what writes, used by what reads, and never instead of the text.

use super::{home, line, rows, said, tamper};
use crate::harness::Env;

const FORMS: &str = "SELECT key, value FROM settings WHERE key GLOB 'routine_form *'";

/// Has the parsed form say that a step of the routine is called something else.
const ANOTHER_TITLE: &str = "UPDATE settings SET value = replace(value, 'Involvera hemskolan', 'Glöm hemskolan') WHERE key GLOB 'routine_form *'";

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
    let env = Env::new().with("SISAM_DB", "s.db").on_the_real_day();
    let day = Env::days_from_now(60);
    for case in ["A", "B"] {
        said(
            &env,
            &format!("new-case --routine nacka --ref {case} --date inskrivning={day}"),
        );
    }
    for case in ["A", "B"] {
        assert_eq!(forms(&env).len(), 1);
        said(&env, &format!("purge {case} --mistake --reason fel"));
    }
    assert!(forms(&env).is_empty());
    let file = std::fs::read(env.path("s.db")).unwrap();
    assert!(!String::from_utf8_lossy(&file).contains("routine_form"));
}

#[test]
fn a_form_that_is_not_the_texts_is_told_and_nothing_is_decided_by_it() {
    let env = home();
    tamper(&env.path("s.db"), ANOTHER_TITLE);
    assert!(said(&env, "show 2026-001").contains("Glöm hemskolan"));
    let told = line(&env, "doctor").ends(1).out;
    let fault = "- Rutin nacka: det som sparats för att texten inte ska behöva läsas varje gång";
    assert!(told.contains(fault), "{told}");
    let done = said(&env, "done 2026-001 1 --on 2026-11-20");
    assert!(!done.contains("Glöm"), "{done}");
    said(&env, "export 2026-002 --out ut.json");
    let exported = std::fs::read_to_string(env.path("ut.json")).unwrap();
    assert!(!exported.contains("Glöm") && !exported.contains("routine_form"));
    said(&env, "doctor --repair");
    assert!(said(&env, "show 2026-001").contains("Involvera hemskolan"));
}
