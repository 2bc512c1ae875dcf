//! At a terminal: what goes is shown, and nothing goes without a yes.

use super::{absence, file_holds, just_opened, told};

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
    let env = just_opened();
    let before = env.files();
    let line = "purge A --mistake --reason dubblett --plain";
    let mut terminal = env.at_terminal(line);
    terminal
        .sees("Kopior, säkerhetskopior")
        .sees("Ta bort A för alltid?")
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
    let env = just_opened();
    let mut terminal = env.at_terminal("purge A --mistake --reason dubblett --plain");
    terminal.sees("för alltid?");
    told(&env, "note A ord");
    terminal.enters("j");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 1);
    assert!(screen.contains("inte öppnat av misstag"), "{screen}");
    assert_eq!(env.removed_cases(), []);
}

#[test]
fn other_rules_for_a_file_with_cases_are_asked_about() {
    let env = absence();
    let before = env.files();
    let line = "config holder=annan --plain";
    let mut terminal = env.at_terminal(line);
    terminal
        .sees("den strängaste regel som har gällt")
        .sees("Hittills: Socialnämnden")
        .enters("");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0);
    assert!(screen.contains("Inget är ändrat."), "{screen}");
    assert!(env.files() == before, "Enter alone is a no");
    let mut terminal = env.at_terminal("config retention=arbetslista --decision SN~13 --plain");
    terminal.sees("Ändra?").enters("j");
    let (code, _) = terminal.ends();
    assert_eq!(code, 0);
    let (code, screen) = env.at_terminal("config holder=annan --plain --yes").ends();
    assert_eq!(code, 0, "--yes is not asked: {screen}");
    assert!(told(&env, "config").contains("annan"));
}
