//! A round's date is the one it had the moment before; its grounds and answers are its own.

use super::rounds::{opened, rows, step};
use crate::lines::{refused, said};

const NEXT_DAY: &str = "due = { answer = \"nasta\" }\nasks = [\"nasta\"]";

#[test]
fn an_answer_given_with_a_late_round_leaves_it_late() {
    let env = opened(
        &step("s", NEXT_DAY),
        "2026-10-01",
        "--answer nasta=2026-10-17",
    );
    said(&env, "done A s --answer nasta=2026-11-22");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-10-17 2026-11-21");
    let late = said(&env, "report --late --format json");
    assert!(late.contains("\"days_late\": 35"), "{late}");
}

#[test]
fn what_is_answered_with_a_repeating_round_counts_from_the_next() {
    let interval =
        "due = { every = { answer = \"hur-ofta\" }, from = \"a\" }\nasks = [\"hur-ofta\"]";
    let env = opened(
        &step("s", interval),
        "2026-10-01",
        "--date a=2026-10-01 --answer hur-ofta=1~week",
    );
    said(&env, "done A s --answer hur-ofta=3~months");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-10-08 2026-11-21 | open 2027-01-01"
    );
    // A list of rules chosen by the question, and a rolling one.
    for counted in ["", ", counted = \"last-done\""] {
        let list = format!(
            "asks = [\"q\"]\ndue = [\n  {{ when = {{ question = \"q\", is = \"yes\" }}, every = \"1 week\", from = \"a\"{counted} }},\n  \
             {{ when = {{ question = \"q\", is = \"no\" }}, every = \"3 months\", from = \"a\"{counted} }},\n]"
        );
        let env = opened(
            &step("s", &list),
            "2026-10-01",
            "--date a=2026-10-01 --answer q=ja",
        );
        said(&env, "done A s --on 2026-11-20 --answer q=nej");
        let shown = rows(&env, "s", "2026-11-21");
        assert!(
            shown.starts_with("done 2026-10-08 2026-11-20 | open 20"),
            "{shown}"
        );
        assert!(!shown.ends_with("2026-11-27"), "{shown}");
    }
}

#[test]
fn a_condition_on_a_question_that_is_asked_refuses_no_round() {
    let only_if = "when = { question = \"q\", is = \"yes\" }\nasks = [\"q\"]";
    let env = opened(&step("s", only_if), "2026-11-01", "--answer q=ja");
    said(&env, "done A s --answer q=nej");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-21");
    // Of a repeating one the next round sees the answer.
    let weekly = format!("{only_if}\ndue = {{ every = \"1 week\", from = \"a\" }}");
    let env = opened(
        &step("s", &weekly),
        "2026-11-16",
        "--date a=2026-11-02 --answer q=ja",
    );
    said(&env, "done A s --on 2026-11-12 --answer q=ja");
    said(&env, "done A s --answer q=nej");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-09 2026-11-12 | done 2026-11-16 2026-11-21"
    );
    // One that is undecided is first given the answer.
    let env = opened(&step("s", only_if), "2026-11-01", "");
    refused(&env, "done A s --answer q=nej");
    said(&env, "done A s --answer q=ja");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-21");
}

#[test]
fn a_set_that_ends_a_round_does_not_move_its_date() {
    let parts = format!(
        "{NEXT_DAY}\n[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n\
         [[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"yes-no\""
    );
    let env = opened(
        &step("s", &parts),
        "2026-10-01",
        "--answer nasta=2026-10-17",
    );
    // A part that leaves the round open: its answer counts at once.
    said(&env, "done A s --item x --answer nasta=2026-11-01");
    assert_eq!(rows(&env, "s", "2026-11-21"), "open 2026-11-01");
    said(&env, "set A --answer hur=ja --answer nasta=2026-12-24");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-01 2026-11-21");
    let why = said(&env, "why A s");
    assert!(why.contains("sön 1 nov 2026"), "{why}");
}

#[test]
fn a_date_that_moves_in_the_same_command_does_not_either() {
    let parts = "due = { on = \"a\" }\n[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n\
         [[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"yes-no\"";
    let env = opened(&step("s", parts), "2026-10-01", "--date a=2026-10-17");
    said(&env, "done A s --item x");
    said(&env, "set A --date a=2026-12-24 --answer hur=ja");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-10-17 2026-11-21");
}

#[test]
fn a_skip_keeps_the_date_that_stood() {
    let env = opened(
        &step("s", NEXT_DAY),
        "2026-10-01",
        "--answer nasta=2026-10-17",
    );
    said(&env, "skip A s --reason Behövs~inte");
    said(&env, "set A --answer nasta=2027-01-01");
    assert_eq!(rows(&env, "s", "2026-11-21"), "skipped 2026-10-17");
}

#[cfg(unix)]
#[test]
fn the_walk_stores_answers_before_the_round_and_moves_no_date_with_them() {
    let env = opened(
        &step("s", NEXT_DAY),
        "2026-10-01",
        "--answer nasta=2026-10-17",
    );
    let mut terminal = env.at_terminal("next A");
    terminal.presses("k");
    terminal.sees("Nästa?").types("2026-12-24\r");
    terminal.sees("Vilken dag blev").types("\r");
    terminal.sees("Klart: Steg 1 s");
    terminal.leaves();
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-10-17 2026-11-21");
    // One screen is one change.
    let undone = said(&env, "undo A");
    assert!(
        undone.contains("Nästa?") && undone.contains("klart"),
        "{undone}"
    );
    assert_eq!(rows(&env, "s", "2026-11-21"), "open 2026-10-17");
}

#[test]
fn what_is_known_when_a_case_is_opened_counts_before_what_was_done() {
    let env = opened(
        &step("s", NEXT_DAY),
        "2026-11-21",
        "--answer nasta=2026-11-18 --done s=2026-11-20",
    );
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-18 2026-11-20");
}

#[test]
fn an_optional_round_with_a_later_date_keeps_to_its_rule() {
    let optional = "optional = true\ndue = { every = \"10 days\", from = \"a\" }";
    let env = opened(&step("s", optional), "2026-09-01", "--date a=2026-09-01");
    said(
        &env,
        "extend A s --to 2026-11-30 --reason lov --decided-by chef --today 2026-11-02",
    );
    let original = |today: &str| {
        let shown = said(&env, &format!("show A --format json --today {today}"));
        let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
        let row = shown["steps"][0].clone();
        let day = |key: &str| row[key].as_str().unwrap().to_owned();
        (
            day("due"),
            day("original_due"),
            row["days_late_original"].as_i64(),
        )
    };
    let expect = |due: &str, rule: &str| (due.to_owned(), rule.to_owned(), Some(0));
    assert_eq!(original("2026-11-02"), expect("2026-11-30", "2026-11-10"));
    assert_eq!(original("2026-11-15"), expect("2026-11-30", "2026-11-20"));
    assert_eq!(original("2026-12-01"), expect("2026-12-10", "2026-12-10"));
    // Lists and the checks of the file agree without a write.
    for today in ["2026-11-15", "2026-12-01"] {
        let listed = said(
            &env,
            &format!("report --extended --within 60 --format json --today {today}"),
        );
        let listed: serde_json::Value = serde_json::from_str(&listed).unwrap();
        let rule = original(today).1;
        assert_eq!(listed[0]["original_due"], rule, "{today}");
        said(&env, &format!("doctor --today {today}"));
    }
    said(&env, "done A s --on 2026-11-05 --today 2026-11-05");
    assert_eq!(
        rows(&env, "s", "2026-11-05"),
        "done 2026-11-30 2026-11-05 | open 2026-11-20"
    );
}

const GATED: &str = "requires = [{ question = \"q\", is = \"yes\", despite = \"skal\" }]";
const PARTS: &str = "[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n[[phase.step.item]]\nid = \"y\"\ntitle = \"Y\"";

#[test]
fn a_ground_given_for_a_part_serves_its_own_round_alone() {
    let weekly = format!("{GATED}\ndue = {{ every = \"1 week\", from = \"a\" }}\n{PARTS}");
    let env = opened(
        &step("s", &weekly),
        "2026-11-16",
        "--date a=2026-11-02 --answer q=nej",
    );
    said(&env, "done A s --item x --despite ett --as anna");
    // The rest of the same round stands on it.
    said(&env, "done A s");
    for again in ["done A s", "done A s --item x", "done A s --on unknown"] {
        let why = refused(&env, &format!("{again} --round 2 --as bo"));
        assert!(why.contains("Stoppat: Steg 1"), "{why}");
    }
    said(&env, "done A s --round 2 --despite två --as bo");
    let log = said(&env, "log A --format json");
    assert_eq!(log.matches("\"despite\": \"ett\"").count(), 2, "{log}");
    assert_eq!(log.matches("\"despite\": \"två\"").count(), 1, "{log}");
}

#[test]
fn a_ground_does_not_serve_a_round_that_was_opened_anew() {
    let again = format!(
        "{GATED}\n[[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"yes-no\"\n{PARTS}\n\
         [[phase.step.outcome]]\nwhen = {{ question = \"hur\", is = \"no\" }}\nreopen = [\"s\"]"
    );
    let env = opened(&step("s", &again), "2026-11-16", "--answer q=nej");
    said(&env, "done A s --item x --despite ett --as anna");
    said(&env, "done A s --answer hur=nej");
    let why = refused(&env, "done A s --answer hur=ja --today 2026-12-01 --as bo");
    assert!(why.contains("Stoppat: Steg 1"), "{why}");
}

#[test]
fn skipping_the_last_part_is_skipping_the_step() {
    for more in [
        "requires = [{ question = \"q\", is = \"yes\" }]",
        "requires = [{ question = \"q\", is = \"yes\", gate = \"never\" }]",
        "due = { on = \"b\" }",
        "asks = [\"nasta\"]",
    ] {
        let env = opened(&step("s", &format!("{more}\n{PARTS}")), "2026-11-16", "");
        said(&env, "skip A s --item x --reason Flyttat");
        let last = said(&env, "skip A s --item y --reason Gjort~förut");
        assert!(last.contains("Överhoppat: Steg 1 s"), "{last}");
        assert_eq!(
            rows(&env, "s", "2026-11-21").split(' ').next(),
            Some("skipped"),
            "{more}"
        );
        let log = said(&env, "log A");
        assert!(log.contains("Flyttat; Gjort förut"), "{log}");
    }
    // If a part was done, skipping the last one is doing the step, though what it requires has fallen since.
    let gated = format!("{GATED}\n{PARTS}");
    let env = opened(&step("s", &gated), "2026-11-16", "--answer q=ja");
    said(&env, "done A s --item x");
    said(&env, "set A --answer q=nej");
    said(&env, "skip A s --item y --reason Nej");
    assert_eq!(rows(&env, "s", "2026-11-21"), "done 2026-11-21");
}
