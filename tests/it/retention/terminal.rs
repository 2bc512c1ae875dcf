//! At a terminal: what goes is shown, and nothing goes without a yes.

use super::{absence, file_holds, told};
use crate::harness::Env;

#[test]
fn a_text_goes_only_after_a_yes() {
    let env = absence();
    told(&env, "note 2026-001 Lillbyn");
    let before = env.files();
    let line = "redact 2026-001 3 --reason fel --plain";
    let mut terminal = env.at_terminal(line);
    terminal
        .sees("”Lillbyn”")
        .sees("Ta bort texten?")
        .enters("n");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Inget är ändrat."), "{screen}");
    assert!(env.files() == before);
    let mut terminal = env.at_terminal(line);
    terminal.sees("Ta bort texten?");
    terminal.leaves();
    assert!(env.files() == before);
    let mut terminal = env.at_terminal(line);
    terminal.sees("Ta bort texten?").enters("j");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert!(!file_holds(&env, "Lillbyn"));
}

#[test]
fn a_case_goes_only_after_a_yes() {
    let env = absence();
    let before = env.files();
    let line = "purge 2026-001 --mistake --reason dubblett --plain";
    let mut terminal = env.at_terminal(line);
    terminal
        .sees("Kopior, säkerhetskopior")
        .sees("Ta bort 2026-001 för alltid?")
        .enters("");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Inget är ändrat."), "{screen}");
    assert!(env.files() == before, "Enter alone is a no");
    let mut terminal = env.at_terminal(line);
    terminal.sees("för alltid?").enters("j");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert_eq!(env.removed_cases().len(), 1);
}

#[test]
fn what_somebody_else_recorded_while_the_question_stood_is_not_removed() {
    let env = absence();
    let mut terminal = env.at_terminal("purge 2026-001 --mistake --reason dubblett --plain");
    terminal.sees("för alltid?");
    told(&env, "note 2026-001 ord");
    terminal.enters("j");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 1);
    assert!(
        screen.contains("Någon annan har registrerat något"),
        "{screen}"
    );
    assert_eq!(env.removed_cases(), []);
}

#[test]
fn who_holds_the_file_is_asked_once() {
    let env = Env::new().with_file();
    told(
        &env,
        "new-case --routine nacka --date inskrivning=2026-12-01",
    );
    let mut terminal = env.at_terminal("purge --plain");
    terminal
        .sees("Vem hör filen till?")
        .sees("Skolan")
        .enters("2");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert!(screen.contains("Filen hör till: Skolan"), "{screen}");
    let (code, screen) = env.at_terminal("purge --plain").ends();
    assert_eq!(code, 0);
    assert!(!screen.contains("Vem hör filen till?"), "{screen}");
    assert!(told(&env, "config").contains("skola"));
    assert_eq!(env.file_log().len(), 1);
}
