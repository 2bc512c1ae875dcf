//! Lateness is looked for once a change: each event of it answers for what it moved itself, and what moves nothing is passed by.

use serde_json::Value;

use crate::harness::Env;

/// Three steps, each with a date of its own.
const ROUTINE: &str = r#"
format = 1
id = "tre"
version = "1"
title = "Tre"
source = { publisher = "Prov", document = "Prov" }
role = [{ id = "ifo", title = "IFO" }]
key_date = [{ id = "a", title = "A", required = true }, { id = "b", title = "B" }, { id = "c", title = "C" }]
phase = [{ id = "p", title = "P", step = [
  { id = "a1", title = "Efter A", responsible = ["ifo"], due = { after = "a", term = "10 days" } },
  { id = "b1", title = "Efter B", responsible = ["ifo"], due = { after = "b", term = "10 days" } },
  { id = "c1", title = "Efter C", responsible = ["ifo"], due = { after = "c", term = "10 days" } },
] }]
"#;

/// A case of 1 November in which all three steps were due on the 12th.
fn late() -> Env {
    let env = Env::new();
    env.write("r/tre.toml", ROUTINE);
    let env = env.with("SISAM_ROUTINES", "r");
    let dates = "--date a=2026-11-02 --date b=2026-11-02 --date c=2026-11-02";
    let opened = format!("new-case --yes --routine tre --ref A {dates} --today 2026-11-01");
    env.line(&opened).success();
    env
}

fn read(env: &Env, line: &str) -> Value {
    let told = env.line(&format!("{line} --format json")).success();
    serde_json::from_str(&told.out).unwrap()
}

/// Which event moved each round that was late, by step; what was stored is what the history gives.
fn moved_by(env: &Env, day: &str) -> Vec<(String, u64)> {
    env.line(&format!("doctor --today {day}")).success();
    let late = read(env, &format!("report --late --today {day}"));
    let moved = late.as_array().unwrap().iter().filter_map(|row| {
        let step = row["step"].as_str()?.to_owned();
        Some((step, row["moved_by"].as_u64()?))
    });
    let mut moved: Vec<_> = moved.collect();
    moved.sort();
    moved
}

#[test]
fn of_one_change_each_event_answers_for_the_round_it_moved() {
    let env = late();
    let set = "set A --date a=2026-12-20 --date c=2026-12-20 --today 2026-11-22";
    env.line(set).success();
    let moved = moved_by(&env, "2026-11-23");
    let steps: Vec<_> = moved.iter().map(|(step, _)| step.as_str()).collect();
    assert_eq!(steps, ["a1", "c1"]);
    assert_eq!(
        moved[0].1 + 1,
        moved[1].1,
        "two events of one change: {moved:?}"
    );
}

#[test]
fn what_moves_nothing_between_two_changes_hides_nothing() {
    let env = late();
    for line in [
        "set A --date a=2026-12-20",
        "note A hej",
        "set A --role ifo=Anna",
        "set A --date b=2026-12-20",
    ] {
        env.line(&format!("{line} --today 2026-11-22")).success();
    }
    let moved = moved_by(&env, "2026-11-23");
    let steps: Vec<_> = moved.iter().map(|(step, _)| step.as_str()).collect();
    assert_eq!(steps, ["a1", "b1"]);
    assert!(moved[0].1 + 2 < moved[1].1, "{moved:?}");
}

#[test]
fn what_is_taken_back_moves_the_date_back_and_the_next_change_is_seen_for_itself() {
    let env = late();
    for line in [
        "set A --date a=2026-12-20",
        "undo A",
        "set A --date c=2026-12-20",
    ] {
        env.line(&format!("{line} --today 2026-11-22")).success();
    }
    let moved = moved_by(&env, "2026-11-23");
    let steps: Vec<_> = moved.iter().map(|(step, _)| step.as_str()).collect();
    assert_eq!(steps, ["c1"]);
}
