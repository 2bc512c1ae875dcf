//! The walk at a round: its own answers are its own, and what was stored is said.

use super::rounds::{opened, rows, step};
use crate::lines::{said, told};

#[test]
fn what_a_walker_answered_is_not_taken_for_somebody_elses() {
    let parts = "asks = [\"q\"]\n[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n\
                 [[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"yes-no\"";
    let env = opened(&step("s", parts), "2026-11-16", "--answer q=ja");
    // All parts are done; the last answer ends the step.
    said(&env, "done A s --item x");
    // What was answered in these days is not asked again.
    said(&env, "set A --answer q=");
    let mut terminal = env.at_terminal("next A");
    terminal.presses("k");
    terminal.sees("Q?").sees("nej").types("\u{1b}[B\r");
    terminal
        .sees("Hur?")
        .sees("nej")
        .types("\u{1b}[B\u{1b}[B\r");
    terminal.sees("Klart: Steg 1 s");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains("Någon annan"), "{screen}");
    assert!(!screen.contains("inte sparat"), "{screen}");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-21");
}

#[test]
fn a_walker_is_told_what_of_the_screen_is_stored() {
    let env = opened(&step("s", "asks = [\"q\"]"), "2026-11-16", "--answer q=ja");
    // What was answered in these days is not asked again.
    said(&env, "set A --answer q=");
    let mut terminal = env.at_terminal("next A --as anna");
    terminal.presses("k");
    terminal.sees("Q?").sees("nej").types("\u{1b}[B\u{1b}[B\r");
    terminal.sees("Vilken dag blev");
    said(&env, "done A s --as bo");
    terminal
        .types("\r")
        .sees("Någon annan hann före")
        .sees("bo, lör 21 nov 2026")
        .sees("det du svarade innan dess är det");
    let (_, screen) = terminal.leaves();
    assert!(!screen.contains("anna, lör 21 nov 2026"), "{screen}");
    assert!(told(&env, "log A").contains("Q? nej"));
}
