//! Rounds: the one recorded is the one meant, with its own date and its own grounds.

use serde_json::Value;

use crate::harness::Env;
use crate::lines::{refused, refused_with, said};

/// What every routine here begins with.
const HEAD: &str = r#"
format = 1
id = "prov"
version = "1"
title = "Prov"
[source]
publisher = "P"
document = "D"
[grounds]
skal = ["ett", "två"]
andra = ["tre"]
[[role]]
id = "r"
title = "R"
[[key_date]]
id = "a"
title = "A"
[[key_date]]
id = "b"
title = "B"
[[question]]
id = "q"
text = "Q?"
kind = "yes-no"
[[question]]
id = "nasta"
text = "Nästa?"
kind = "date"
ask = "when-needed"
[[question]]
id = "hur-ofta"
text = "Hur ofta?"
kind = "term"
ask = "when-needed"
[[phase]]
id = "p"
title = "P"
"#;

/// A step without anything but what is given.
pub(super) fn step(id: &str, rest: &str) -> String {
    format!("[[phase.step]]\nid = \"{id}\"\ntitle = \"{id}\"\nresponsible = [\"r\"]\n{rest}\n")
}

/// A home with a routine of these steps and a case A of it, opened on a day with these options.
pub(super) fn opened(steps: &str, on: &str, options: &str) -> Env {
    let env = Env::new();
    env.write("r/prov.toml", &format!("{HEAD}{steps}"));
    let folder = env.path("r").display().to_string();
    let env = env.with("SISAM_ROUTINES", &folder);
    said(
        &env,
        &format!("new-case --routine prov --ref A --today {on} {options}"),
    );
    env
}

/// A step's rounds on a day in short: status and due date, and the day done.
pub(super) fn rows(env: &Env, step: &str, on: &str) -> String {
    let shown = env.line(&format!("show A --format json --today {on}"));
    let shown: Value = serde_json::from_str(&shown.success().out).unwrap();
    let steps = shown["steps"].as_array().unwrap().clone();
    let rows = steps.iter().filter(|row| row["step"] == step).map(|row| {
        let mut text = row["status"].as_str().unwrap().to_owned();
        for key in ["due", "done_on"] {
            if let Some(day) = row[key].as_str() {
                text.push_str(&format!(" {day}"));
            }
        }
        text
    });
    rows.collect::<Vec<_>>().join(" | ")
}

const WEEKLY: &str = r#"due = { every = "1 week", from = "a" }"#;

fn weekly() -> Env {
    opened(&step("s", WEEKLY), "2026-11-16", "--date a=2026-11-16")
}

#[test]
fn the_second_of_two_at_a_repeating_step_is_told_who_did_it() {
    let env = weekly();
    assert!(said(&env, "done A s --as anna").contains("Klart: Steg 1 s, omgång 1"));
    let why = refused(&env, "done A s --as bo --note Ringde~rektorn");
    assert!(why.contains("vilken omgång av Steg 1"), "{why}");
    assert!(
        why.contains("anna, lör 21 nov 2026: Steg 1 klart lör 21 nov 2026"),
        "{why}"
    );
    let typed = "sisam klar A s --anteckning 'Ringde rektorn' --omgång 2";
    assert!(why.contains(typed), "{why}");
    // The day after, but before that round's own date, it may still be the same one.
    refused(&env, "done A s --as bo --today 2026-11-22");
    refused(&env, "done A s --as bo --today 2026-11-23");
    // Neither does a yes beforehand say which round.
    refused(&env, "done A s --as bo --yes");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-23 2026-11-21 | open 2026-11-30"
    );
    let done = said(&env, "klar A s --as bo --omgång 2");
    assert!(done.contains("Klart: Steg 1 s, omgång 2"), "{done}");
    // A week later nobody has to say it.
    assert!(said(&env, "done A s --today 2026-12-05").contains("omgång 3"));
}

#[test]
fn of_five_at_once_at_a_repeating_step_one_is_recorded() {
    let env = weekly();
    for named in ["", "--round 1"] {
        let env = &env;
        let said: Vec<_> = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..5)
                .map(|who| {
                    let line = format!("done A s {named} --as kollega{who}");
                    scope.spawn(move || {
                        let time = std::time::Duration::from_secs(60);
                        let output = env.line(&line).output_within(time);
                        (
                            output.status.code(),
                            String::from_utf8(output.stderr).unwrap(),
                        )
                    })
                })
                .collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        let others: Vec<_> = said.iter().filter(|(code, _)| *code != Some(0)).collect();
        assert_eq!(
            others.len(),
            if named.is_empty() { 4 } else { 5 },
            "{said:?}"
        );
        for (code, why) in others {
            assert_eq!(*code, Some(1));
            assert!(
                why.contains("kollega") && why.contains("lör 21 nov 2026"),
                "{why}"
            );
        }
    }
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-23 2026-11-21 | open 2026-11-30"
    );
}

#[test]
fn a_round_that_has_not_opened_is_named() {
    let due = r#"due = { each_year = ["03", "10"], from = "a" }"#;
    let env = opened(&step("s", due), "2026-09-01", "--date a=2026-09-01");
    let why = refused(&env, "done A s --today 2026-09-20");
    assert!(why.contains("Nästa omgång öppnar tor 1 okt 2026"), "{why}");
    assert!(why.contains("sisam klar A s --omgång 1"), "{why}");
    let why = refused(&env, "skip A s --reason Behövs~inte --today 2026-09-20");
    assert!(
        why.contains("sisam hoppa A s --orsak 'Behövs inte' --omgång 1"),
        "{why}"
    );
    // Nor had it opened on the day that it is said to have been done.
    refused(&env, "done A s --on 2026-09-28 --today 2026-10-05");
    said(&env, "done A s --today 2026-10-05");
    said(&env, "done A s --round 2 --today 2026-12-01");
    assert_eq!(
        rows(&env, "s", "2026-12-01"),
        "done 2026-10-31 2026-10-05 | done 2027-03-31 2026-12-01 | open 2027-10-31"
    );
}

#[test]
fn a_window_that_has_not_opened_needs_no_round() {
    let due = r#"due = { after = "a", earliest = "2 weeks", term = "4 weeks" }"#;
    let env = opened(&step("s", due), "2026-11-20", "--date a=2026-11-20");
    let done = said(&env, "done A s");
    assert!(done.contains("Klart: Steg 1 s\n"), "{done}");
}

#[test]
fn parts_and_skips_of_a_repeating_step_are_told_apart_too() {
    let parts = "[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n[[phase.step.item]]\nid = \"y\"\ntitle = \"Y\"";
    let env = opened(
        &step("s", &format!("{WEEKLY}\n{parts}")),
        "2026-11-16",
        "--date a=2026-11-16",
    );
    said(&env, "done A s --item x --as anna");
    said(&env, "done A s --item y --as bo");
    refused(&env, "done A s --item x --as bo");
    let why = refused(&env, "skip A s --item y --reason Nej --as bo");
    assert!(
        why.contains("sisam hoppa A s --del y --orsak Nej --omgång 2"),
        "{why}"
    );
    let why = refused(&env, "skip A s --reason Nej --as bo");
    assert!(why.contains("bo, lör 21 nov 2026: Steg 1 klart"), "{why}");
    // A round that has begun is the one that is meant.
    let begun = said(&env, "done A s --item x --round 2");
    assert!(begun.contains("omgång 2"), "{begun}");
    said(&env, "done A s --item y");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-23 2026-11-21 | done 2026-11-30 2026-11-21 | open 2026-12-07"
    );
}

#[test]
fn a_step_that_was_opened_anew_the_same_day_is_told_apart_too() {
    let again = "[[phase.step.question]]\nid = \"hur\"\ntext = \"Hur?\"\nkind = \"yes-no\"\n[[phase.step.outcome]]\n\
                 when = { question = \"hur\", is = \"no\" }\nreopen = [\"s\"]";
    let env = opened(&step("s", again), "2026-11-16", "");
    said(&env, "done A s --answer hur=nej --as anna");
    let why = refused(&env, "done A s --answer hur=nej --as bo");
    assert!(why.contains("anna, lör 21 nov 2026: Steg 1 klart"), "{why}");
    assert!(why.contains("--svar hur=nej --omgång 2"), "{why}");
    said(&env, "done A s --answer hur=ja --today 2026-11-22");
}

#[test]
fn several_cases_are_recorded_all_or_none() {
    let env = weekly();
    said(
        &env,
        "new-case --routine prov --ref B --date a=2026-11-16 --today 2026-11-16",
    );
    said(&env, "done B s");
    let why = refused(&env, "done A B s");
    assert!(why.contains("sisam klar A B s --omgång 2"), "{why}");
    // And where a named round is not the one of each.
    let why = refused(&env, "done A B s --round 2");
    assert!(why.contains("är i omgång 1, inte 2"), "{why}");
    assert_eq!(rows(&env, "s", "2026-11-21"), "open 2026-11-23");
}

#[test]
fn a_named_round_is_that_one_or_none() {
    let env = weekly();
    for wrong in ["2", "7"] {
        let why = refused(&env, &format!("done A s --round {wrong}"));
        assert!(
            why.contains(&format!("är i omgång 1, inte {wrong}")),
            "{why}"
        );
    }
    refused_with(&env, 2, "done A s --round 0");
    said(&env, "done A s --round 1 --as anna");
    for verb in ["done A s", "skip A s --reason Nej"] {
        let why = refused(&env, &format!("{verb} --round 1"));
        assert!(
            why.contains("omgång 1 (lör 21 nov 2026), registrerat av anna"),
            "{why}"
        );
    }
}

#[test]
fn a_day_given_later_goes_to_the_round_that_lacked_it() {
    let env = weekly();
    said(&env, "done A s --on unknown --today 2026-11-20");
    let given = said(&env, "done A s --on 2026-11-19 --today 2026-11-21");
    assert!(given.contains("Klart: Steg 1 s, omgång 1"), "{given}");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-23 2026-11-19 | open 2026-11-30"
    );
    // Several lack theirs: it is said which.
    said(&env, "done A s --on unknown --today 2026-12-01");
    said(&env, "done A s --on okänt --today 2026-12-10");
    let why = refused(&env, "done A s --on 2026-11-30 --today 2026-12-11");
    assert!(why.contains("--den 2026-11-30 --omgång 2"), "{why}");
    assert!(why.contains("--den 2026-11-30 --omgång 3"), "{why}");
    said(
        &env,
        "done A s --on 2026-11-30 --round 2 --today 2026-12-11",
    );
    // Later than the other was recorded: it is another's.
    said(&env, "done A s --on 2026-12-11 --today 2026-12-11");
    said(&env, "done A s --on 2026-12-09 --today 2026-12-12");
    let shown = rows(&env, "s", "2026-12-12");
    let days: Vec<_> = shown
        .split(" | ")
        .map(|row| &row[row.len() - 10..])
        .collect();
    assert_eq!(
        days[1..4],
        ["2026-11-30", "2026-12-09", "2026-12-11"],
        "{shown}"
    );
}

#[test]
fn a_day_for_a_rolling_rule_may_be_the_waiting_rounds_or_the_one_it_waits_for() {
    let due = r#"due = { every = "1 week", from = "a", counted = "last-done" }"#;
    let env = opened(&step("s", due), "2026-11-02", "--date a=2026-11-02");
    said(&env, "done A s --on unknown --today 2026-11-10");
    let why = refused(&env, "done A s --on 2026-11-17 --today 2026-11-18");
    assert!(
        why.contains("--omgång 1") && why.contains("--omgång 2"),
        "{why}"
    );
    said(&env, "done A s --on 2026-11-09 --today 2026-11-18");
    assert_eq!(
        rows(&env, "s", "2026-11-18"),
        "done 2026-11-09 2026-11-09 | open 2026-11-16"
    );
}

#[test]
fn a_rolling_rules_rounds_come_in_order() {
    let due = r#"due = { every = "1 week", from = "a", counted = "last-done" }"#;
    let env = opened(&step("s", due), "2026-11-02", "--date a=2026-11-02");
    said(&env, "done A s --on 2026-11-09");
    let why = refused(&env, "done A s --round 2 --on 2026-11-08");
    assert!(why.contains("gjordes mån 9 nov 2026"), "{why}");
    said(&env, "done A s --on 2026-11-16");
    // A day given later as well.
    said(&env, "done A s --round 3 --on unknown");
    let why = refused(&env, "done A s --round 3 --on 2026-11-15");
    assert!(why.contains("gjordes mån 16 nov 2026"), "{why}");
    // A grid counts from its own dates, and takes what is said.
    let env = weekly();
    said(&env, "done A s --on 2026-11-20");
    said(&env, "done A s --round 2 --on 2026-11-18");
}

#[cfg(unix)]
#[test]
fn at_a_terminal_it_is_asked_which_round_is_meant() {
    let env = weekly();
    said(&env, "done A s --as anna");
    let mut terminal = env.at_terminal("done A s");
    terminal
        .sees("anna, lör 21 nov 2026")
        .sees("Är det omgång 2 som menas?")
        .sees("nej")
        .types("\r");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 1);
    assert!(screen.contains("Inget är ändrat."), "{screen}");
    let mut terminal = env.at_terminal("skip A s --reason Nej");
    terminal
        .sees("Är det omgång 2 som menas?")
        .sees("nej")
        .types("\u{1b}[A\r");
    let (code, screen) = terminal.ends();
    assert_eq!(code, 0, "{screen}");
    assert!(
        screen.contains("Överhoppat: Steg 1 s, omgång 2"),
        "{screen}"
    );
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-11-23 2026-11-21 | skipped 2026-11-30 | open 2026-12-07"
    );
}
