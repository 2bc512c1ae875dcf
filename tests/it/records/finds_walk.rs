//! Found by trying the walk: of a round, a case or a fact that somebody else has changed nothing is stored.

use super::rounds::{opened, rows, step};
use crate::harness::Env;
use crate::lines::{refused, said, told};

const WEEKLY: &str = "due = { every = \"1 week\", from = \"a\" }\n";
const HOW: &str = "[[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"choice\"\n\
                   options = [\"bra\", \"daligt\"]\n";

/// A case with a weekly step of these parts and another that keeps the case open; `next` never asks `q` by itself.
fn weekly(parts: &str) -> Env {
    let steps = step("s", &format!("{WEEKLY}{parts}")) + &step("annat", "");
    opened(&steps, "2026-11-16", "--date a=2026-11-16 --answer q=ja")
}

/// Nothing of anna's stands in the log.
fn holds_nothing_of_anna(env: &Env) {
    let log = told(env, "log A");
    assert!(!log.contains("anna"), "{log}");
}

#[test]
fn the_walk_leaves_a_round_that_somebody_else_ended_while_its_question_stood() {
    let env = weekly(HOW);
    let mut terminal = env.at_terminal("--plain next A --as anna");
    terminal.sees("Vad har hänt?").enters("klart");
    terminal.sees("Hur?").sees("siffra");
    said(&env, "done A s --as bo --answer hur=bra");
    terminal
        .enters("2")
        .sees("Någon annan hann före")
        .sees("bo, lör 21 nov 2026")
        .sees("inte sparat")
        .sees("omgång 2 · Vad har hänt?");
    let (_, screen) = terminal.leaves();
    assert_eq!(screen.matches("1 bra").count(), 1, "{screen}");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-23 2026-11-21 | open 2026-11-30"
    );
    holds_nothing_of_anna(&env);
}

#[test]
fn the_walk_leaves_a_case_that_somebody_else_closed_while_a_question_stood() {
    let env = weekly(HOW);
    let mut terminal = env.at_terminal("--plain next A --as anna");
    terminal.sees("Vad har hänt?").enters("klart");
    terminal.sees("Hur?").sees("siffra");
    said(&env, "close A --reason Flyttat --as bo");
    terminal
        .enters("2")
        .sees("Någon annan hann före")
        .sees("Ärendet är stängt.");
    let (code, screen) = terminal.ends();
    assert_eq!((code, screen.matches("Hur?").count()), (0, 1), "{screen}");
    holds_nothing_of_anna(&env);
}

#[test]
fn what_was_answered_before_somebody_else_ended_the_round_stays_and_nothing_after_it() {
    let env = weekly(&format!("asks = [\"q\"]\n{HOW}"));
    // What was answered in these days is not asked again.
    said(&env, "set A --answer q=");
    let mut terminal = env.at_terminal("--plain next A --as anna");
    terminal.sees("Vad har hänt?").enters("klart");
    terminal.sees("Q?").sees("siffra").enters("nej");
    terminal.sees("Hur?").sees("siffra");
    said(&env, "skip A s --reason Behövs~inte --as bo");
    terminal
        .enters("bra")
        .sees("det du svarade innan dess är det")
        .sees("omgång 2 · Vad har hänt?");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains("Vilken dag"), "{screen}");
    let log = told(&env, "log A");
    assert_eq!(log.matches("anna").count(), 1, "{log}");
    assert!(log.contains("Q? nej") && !log.contains("Hur?"), "{log}");
}

#[test]
fn a_step_that_somebody_else_did_is_taken_by_nobody_in_the_walk() {
    let chosen = "[[phase.step]]\nid = \"s\"\ntitle = \"s\"\n\
                  choose_responsible = [\"r\", \"t\"]\n";
    let role = "[[role]]\nid = \"t\"\ntitle = \"T\"\n";
    let env = opened(&format!("{chosen}{role}"), "2026-11-16", "--answer q=ja");
    let mut terminal = env.at_terminal("--plain next A --as anna");
    terminal.sees("Vem tar steget?").sees("siffra");
    said(&env, "done A s --takes s=r --as bo");
    terminal.enters("2").sees("Någon annan hann före");
    terminal.leaves();
    holds_nothing_of_anna(&env);
}

#[test]
fn what_started_the_case_is_not_said_over_what_somebody_else_said() {
    let triggers =
        "[[trigger]]\nid = \"x\"\ntitle = \"X\"\n[[trigger]]\nid = \"y\"\ntitle = \"Y\"\n";
    let when = step("s", "when = { trigger = \"x\" }\n");
    let env = opened(&format!("{when}{triggers}"), "2026-11-16", "--answer q=ja");
    let mut terminal = env.at_terminal("--plain next A --as anna");
    terminal.sees("1 X").sees("siffra");
    said(&env, "set A --trigger y --as bo");
    terminal.enters("X").sees("Någon annan hann före");
    terminal.leaves();
    holds_nothing_of_anna(&env);
}

#[test]
fn a_case_that_is_named_twice_is_told_so_and_nothing_is_recorded() {
    let env = opened(&step("s", ""), "2026-11-16", "--answer q=ja");
    said(&env, "new-case --routine prov --ref B2 --answer q=ja");
    // The same in other letters, by its beginning, with another between.
    for cases in ["A A", "a A", "B2 B", "A B2 A"] {
        let why = refused(&env, &format!("done {cases} s --as anna"));
        assert!(why.contains("är nämnt två gånger"), "{why}");
        assert!(why.contains("Inget av ärendena är ändrat"), "{why}");
        assert!(!why.contains("anna"), "{why}");
    }
    said(&env, "done A B2 s");
}

#[test]
fn a_text_is_shown_as_it_was_written_whatever_it_looks_like() {
    let text = HOW
        .replace("kind = \"choice\"", "kind = \"text\"")
        .replace("options", "#");
    let env = weekly(&text);
    for written in ["1|2", "yes", "2026-12-02", "2 weeks"] {
        said(
            &env,
            &format!("set A --answer hur={}", written.replace(' ', "~")),
        );
        let log = told(&env, "log A");
        assert!(log.contains(&format!("Hur? {written}")), "{log}");
    }
}

#[test]
fn a_letter_typed_at_a_choice_stores_nothing() {
    let unsure = HOW.replace("\"daligt\"", "\"vet inte\", \"varken eller\"");
    let env = weekly(&unsure);
    let mut terminal = env.at_terminal("--plain next A --as anna");
    terminal
        .sees("Vad har hänt?")
        .enters("z")
        .sees("Skriv en av bokstäverna");
    terminal.enters("klart").sees("Hur?");
    for typed in ["b", "inte", "1|2", "bra|vet inte", "daligt"] {
        terminal.sees("siffra").enters(typed).sees("mellan 1 och");
    }
    terminal
        .sees("siffra")
        .enters("v")
        .sees("Det passar flera: vet inte · varken eller");
    terminal.leaves();
    holds_nothing_of_anna(&env);
}
