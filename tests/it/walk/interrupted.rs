//! Ctrl-C at every kind of question of `next`: what was answered before is stored, and `next` goes on there.

use super::*;
use crate::terminal::{CTRL_D, ESCAPE};

/// Leaves at what stands on the screen; gives the line that is said to go on with.
fn leaves(terminal: AtTerminal) -> String {
    let (code, screen) = terminal.leaves();
    assert_eq!(code, 0, "{screen}");
    assert!(
        screen.contains("Allt som är registrerat är sparat."),
        "{screen}"
    );
    let line = screen
        .lines()
        .rev()
        .find(|line| line.starts_with("  sisam "));
    line.unwrap().trim().to_owned()
}

#[test]
fn at_the_choice_of_a_case_and_at_a_yes_or_no() {
    let env = Env::new();
    env.line("new-case --routine nacka --ref N1 --date inskrivning=2026-12-02")
        .success();

    env.line("set N1 --answer akut=nej").success();
    let mut terminal = env.at_terminal("next");
    terminal.presses("/").sees("Vilket ärende?").sees("Gå ut");
    assert_eq!(leaves(terminal), "sisam nästa N1");
    env.line("undo N1 --yes").success();

    let mut terminal = env.at_terminal("next N1");
    terminal.sees("Är placeringen akut?").sees("vet inte än");
    assert_eq!(leaves(terminal), "sisam nästa N1");
    assert_eq!(case(&env, "N1")["answers"], serde_json::json!({}));

    // Answered, and left at the menu.
    let mut terminal = env.at_terminal("next N1");
    terminal
        .answers("Är placeringen akut?", 2, 1)
        .sees("N1 · Rutin 1 · Vad har hänt?")
        .sees("u Ångra");
    leaves(terminal);
    assert_eq!(case(&env, "N1")["answers"]["akut"], "no");

    let mut terminal = env.at_terminal("next N1");
    terminal.sees("Vad har hänt?").sees("u Ångra");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains("vet inte än"), "{screen}");
}

#[test]
fn at_the_day_the_parts_and_a_text() {
    let env = Env::new();
    nacka(&env, "");
    let mut terminal = env.at_terminal("next N1");
    terminal.says("N1 · Rutin 1", DONE).sees("Vilken dag blev");
    leaves(terminal);
    assert_eq!(status(&case(&env, "N1"), "1"), "open");

    let mut terminal = env.at_terminal("next N1");
    terminal
        .does("N1 · Rutin 1", "")
        .says("N1 · Rutin 2", DONE)
        .sees("Vad är klart?")
        .sees("Skoldelen i ansökan");
    leaves(terminal);
    let after_parts = case(&env, "N1");
    assert_eq!(status(&after_parts, "1"), "done");
    assert_eq!(status(&after_parts, "2"), "open");

    let mut terminal = env.at_terminal("next N1");
    terminal
        .says("N1 · Rutin 2", NOTE)
        .sees("inga namn")
        .enters("Ringt skolan")
        .sees("Anteckningen är sparad.")
        .says("N1 · Rutin 2", NOT_RELEVANT)
        .must_answer("Vad är inte aktuellt?", "Skoldelen", 0)
        .sees("Varför är det inte aktuellt?")
        .types("för ");
    leaves(terminal);
    assert_eq!(status(&case(&env, "N1"), "2"), "open");
    assert!(log(&env, "N1").contains("Ringt skolan"));

    let mut terminal = env.at_terminal("next N1");
    terminal.says("N1 · Rutin 2", LATER);
    terminal.says("N1 · Rutin 3", LATER);
    terminal.sees("Vem tar steget?").sees("inte bestämt än");
    leaves(terminal);
    assert_eq!(round(&case(&env, "N1"), "4", 1)["choice_open"], true);
}

#[test]
fn at_an_answer_among_several_and_at_the_ground() {
    let env = Env::new();
    env.line(
        "new-case --routine soderkoping --ref S1 --date placering=2026-12-02 --answer akut=nej \
         --answer skolbyte=ja --answer annan-kommun=nej",
    )
    .success();
    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 1", DONE)
        .must_answer("Finns samtycke", "nej", 1)
        .sees("Vilka har samtyckt?")
        .sees("barnet");
    leaves(terminal);
    let case_then = case(&env, "S1");
    assert_eq!(case_then["answers"]["samtycke"], "delvis");
    assert_eq!(status(&case_then, "1"), "open");

    // What was answered is told.
    let mut terminal = env.at_terminal("next S1");
    terminal
        .says("S1 · Steg 1", DONE)
        .sees("Finns samtycke")
        .sees("delvis (i dag)")
        .sees("Vilka har samtyckt?")
        .sees("barnet")
        .types(SPACE)
        .types(ENTER)
        .sees("Vad omfattar samtycket?")
        .enters("skolgången");
    terminal.sees("Till och med vilken dag");
    leaves(terminal);
    assert_eq!(
        case(&env, "S1")["answers"]["samtycke-omfattar"],
        "skolgången"
    );

    env.line("done S1 1 --answer samtycke=nej").success();
    let mut terminal = env.at_terminal("next S1");
    terminal
        .picks("Vem tar steget?", "inte bestämt än", 2, 0)
        .says("S1 · Steg 3", DONE)
        .sees("Vilken grund finns")
        .sees("Gå inte vidare");
    leaves(terminal);
    assert_eq!(status(&case(&env, "S1"), "3"), "blocked");
    assert_eq!(
        round(&case(&env, "S1"), "3", 1)["responsible"],
        serde_json::json!(["socialsekreterare"])
    );
}

#[test]
fn at_the_question_whether_to_close() {
    let env = Env::new();
    env.line("new-case --routine bbic-flode --ref B1 --date start=2026-06-01")
        .success();
    for step in ["1", "2", "3", "4"] {
        env.line(&format!("skip B1 {step} --reason Provat"))
            .success();
    }
    let mut terminal = env.at_terminal("next B1");
    terminal.sees("Stänga ärendet?").sees("nej");
    leaves(terminal);
    assert_eq!(case(&env, "B1")["status"], "open");
}

#[test]
fn escape_and_the_end_of_input_leave_as_well() {
    let env = Env::new();
    nacka(&env, "");
    for (line, last, key, says_how_to_go_on) in [
        ("next N1", "u Ångra", ESCAPE, false),
        ("--plain next N1", "Enter = Inget än", CTRL_D, true),
    ] {
        let mut terminal = env.at_terminal(line);
        terminal.sees("Vad har hänt?").sees(last).types(key);
        let (code, screen) = terminal.ends();
        assert_eq!(code, 0, "{screen}");
        assert_eq!(
            screen.contains("sisam nästa N1"),
            says_how_to_go_on,
            "{screen}"
        );
    }
}
