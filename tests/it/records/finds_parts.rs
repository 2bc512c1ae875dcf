//! What is answered with a part of a round counts from the next round.

use super::finds_dates::{EXTEND, listed};
use super::rounds::{opened, rows, step};
use crate::harness::Env;
use crate::lines::{said, told};

/// Due rules that rest on an answer which the step asks, the answer that stood, another, and the date of the first round
/// with the one and with the other.
const ASKED: [(&str, &str, &str, &str, &str); 5] = [
    (
        "due = { answer = \"nasta\" }\nasks = [\"nasta\"]",
        "nasta=2026-10-17",
        "nasta=2026-12-20",
        "2026-10-17",
        "2026-12-20",
    ),
    (
        "due = { after = { answer = \"nasta\" }, term = \"1 week\" }\nasks = [\"nasta\"]",
        "nasta=2026-10-10",
        "nasta=2026-12-20",
        "2026-10-17",
        "2026-12-27",
    ),
    (
        "due = { every = { answer = \"hur-ofta\" }, from = \"a\" }\nasks = [\"hur-ofta\"]",
        "hur-ofta=1~week",
        "hur-ofta=3~months",
        "2026-10-08",
        "2027-01-01",
    ),
    (
        "asks = [\"q\"]\ndue = [{ when = { question = \"q\", is = \"yes\" }, after = \"a\", term = \"5 days\" }, \
         { when = { question = \"q\", is = \"no\" }, after = \"a\", term = \"3 months\" }]",
        "q=ja",
        "q=nej",
        "2026-10-06",
        "2027-01-01",
    ),
    (
        "asks = [\"q\"]\nwhen = { question = \"q\", is = \"yes\" }\ndue = { after = \"a\", term = \"5 days\" }",
        "q=ja",
        "q=nej",
        "2026-10-06",
        "",
    ),
];
const THREE: &str = "[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n[[phase.step.item]]\nid = \"y\"\ntitle = \"Y\"\n\
                     [[phase.step.item]]\nid = \"z\"\ntitle = \"Z\"";

fn asked(rest: &str, stood: &str) -> Env {
    let options = format!("--date a=2026-10-01 --answer {stood}");
    opened(
        &step("s", &format!("{rest}\n{THREE}")),
        "2026-10-01",
        &options,
    )
}

#[test]
fn what_is_answered_with_a_part_counts_from_the_next_round() {
    for (rest, stood, other, due, moved) in ASKED {
        let with_part = format!("done A s --item x --answer {other}");
        let first = |env: &Env| {
            rows(env, "s", "2026-11-21")
                .split(" | ")
                .next()
                .unwrap()
                .to_owned()
        };
        let env = asked(rest, stood);
        let before = said(&env, "why A s");
        said(&env, &with_part);
        assert_eq!(first(&env), format!("open {due}"), "{rest}");
        assert_eq!(said(&env, "why A s"), before, "{rest}");
        assert!(listed(&env, "report --overdue").is_some(), "{rest}");
        said(&env, &format!("done A s --item y --answer {stood}"));
        said(&env, &format!("done A s --item z --answer {other}"));
        assert_eq!(first(&env), format!("done {due} 2026-11-21"), "{rest}");
        let late = listed(&env, "report --late").unwrap();
        assert!(late["days_late"].as_i64() > Some(30), "{late}");
        assert!(late["moved_from"].is_null(), "{late}");
        said(&env, "doctor");
        // Taken in elsewhere, it is the same.
        said(&env, "export A --out a.json");
        said(&env, "import a.json --db ny.db");
        assert_eq!(
            said(&env, "show A --format json --db ny.db"),
            said(&env, "show A --format json")
        );
        // Finished otherwise, it keeps its date as well.
        for (end, ended) in [
            ("done A s --on 2026-11-20", format!("done {due} 2026-11-20")),
            ("skip A s --reason nej", format!("skipped {due}")),
            ("skip A s --item y --reason nej", format!("open {due}")),
            ("close A --reason slut", format!("open {due}")),
            ("undo A s --yes", format!("open {due}")),
        ] {
            let env = asked(rest, stood);
            said(&env, &with_part);
            told(&env, end);
            assert_eq!(first(&env), ended, "{rest}: {end}");
            said(&env, "doctor");
        }
        // Put off, it is late from its own date.
        let env = asked(rest, stood);
        said(&env, &with_part);
        said(&env, &format!("extend A s --to 2026-12-24 {EXTEND}"));
        let row = listed(&env, "report --late").unwrap();
        assert_eq!(
            (&row["original_due"], &row["moved_from"]),
            (&due.into(), &due.into()),
            "{row}"
        );
        // An answer that is changed by itself is one like any other, and told.
        let env = asked(rest, stood);
        said(&env, &with_part);
        told(&env, &format!("set A --answer {other}"));
        let row = listed(&env, "report --late").unwrap();
        assert_eq!(row["moved_from"], due, "{row}");
        assert_eq!(row["due"].as_str().unwrap_or_default(), moved, "{row}");
        said(&env, "doctor");
    }
}

#[test]
fn what_nothing_stood_before_counts_at_once() {
    let (rest, _, other, _, moved) = ASKED[0];
    let env = opened(&step("s", &format!("{rest}\n{THREE}")), "2026-10-01", "");
    said(&env, &format!("done A s --item x --answer {other}"));
    assert_eq!(rows(&env, "s", "2026-11-21"), format!("open {moved}"));
    // With it the next part is answered in vain, and withdrawn in vain.
    said(&env, "done A s --item y --answer nasta=2026-12-22");
    assert_eq!(rows(&env, "s", "2026-11-21"), format!("open {moved}"));
    said(&env, "set A --answer nasta=2026-12-21");
    assert_eq!(rows(&env, "s", "2026-11-21"), "open 2026-12-21");
    said(&env, "undo A");
    assert_eq!(rows(&env, "s", "2026-11-21"), format!("open {moved}"));
}

#[test]
fn the_next_round_sees_what_was_answered_with_a_part_of_the_one_before() {
    let (rest, stood, other, due, _) = ASKED[2];
    let env = asked(rest, stood);
    said(&env, &format!("done A s --item x --answer {other}"));
    said(&env, "done A s");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        format!("done {due} 2026-11-21 | open 2027-01-01")
    );
}
