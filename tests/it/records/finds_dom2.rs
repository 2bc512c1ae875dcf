//! What was found of rounds by trying the built program: grounds, parts, extensions and days as they are told.

use serde_json::Value;

use super::rounds::{opened, rows, step};
use crate::harness::Env;
use crate::lines::{refused, said, told};

const GATED: &str = "requires = [{ question = \"q\", is = \"yes\", despite = \"skal\" }]";
const BARRED: &str = "requires = [{ question = \"q\", is = \"yes\", gate = \"never\" }]";
const ASKS: &str = "asks = [\"hur-ofta\"]";
const PARTS: &str = "[[phase.step.item]]\nid = \"x\"\ntitle = \"X\"\n[[phase.step.item]]\nid = \"y\"\ntitle = \"Y\"";
const REPEATS: &str = "due = { every = \"1 week\", from = \"a\" }";

/// The ground and the decider of the latest round of step s that is done.
fn ended(env: &Env) -> (String, String) {
    let log: Value = serde_json::from_str(&said(env, "log A --format json")).unwrap();
    let events = log.as_array().unwrap().iter().rev();
    let done = events.clone().find(|event| event["event"] == "done");
    let done = done.unwrap_or_else(|| panic!("{log:#}"));
    let text = |key: &str| done[key].as_str().unwrap_or_default().to_owned();
    (text("despite"), text("decided_by"))
}

#[test]
fn the_ground_given_last_is_the_steps_else_the_one_before() {
    for (lines, despite, decided_by) in [
        (
            &[
                "done A s --item x --despite ett --decided-by chefA --as anna",
                "done A s --item y --despite två --decided-by chefB --as bo --answer hur-ofta=1~week",
            ][..],
            "två",
            "chefB",
        ),
        // The other part first, and nobody said who decided the last.
        (
            &[
                "done A s --item y --despite två --decided-by chefB",
                "done A s --item x --despite ett --answer hur-ofta=1~week",
            ],
            "ett",
            "",
        ),
        // The last part needs no ground of its own.
        (
            &[
                "done A s --item x --despite ett --decided-by chefA",
                "done A s --item y --answer hur-ofta=1~week",
            ],
            "ett",
            "chefA",
        ),
        // Only who decided is said anew.
        (
            &[
                "done A s --item x --despite ett --decided-by chefA",
                "done A s --decided-by chefB --answer hur-ofta=1~week",
            ],
            "ett",
            "chefB",
        ),
        // The step is done by the answer alone.
        (
            &[
                "done A s --item x --despite två --decided-by chefA",
                "done A s --item y --despite ett --decided-by chefB",
                "set A --answer hur-ofta=1~week",
            ],
            "ett",
            "chefB",
        ),
    ] {
        let env = opened(
            &step("s", &format!("{GATED}\n{ASKS}\n{PARTS}")),
            "2026-11-16",
            "--answer q=nej",
        );
        for line in lines {
            told(&env, line);
        }
        let given = ended(&env);
        assert_eq!(
            given,
            (despite.to_owned(), decided_by.to_owned()),
            "{lines:?}"
        );
        said(&env, "doctor");
    }
}

#[test]
fn a_ground_that_does_not_serve_gives_way_to_one_that_does() {
    let two = "requires = [{ question = \"q\", is = \"yes\", despite = \"skal\" }, { date = \"b\", despite = \"andra\" }]";
    let env = opened(
        &step("s", &format!("{two}\n{ASKS}\n{PARTS}")),
        "2026-11-16",
        "--answer q=nej --date b=2026-11-16",
    );
    told(&env, "done A s --item x --despite ett --decided-by chefA");
    told(&env, "set A --answer q=ja --date b=");
    told(&env, "done A s --item y --despite tre --decided-by chefB");
    told(&env, "set A --answer q=nej --date b=2026-11-16");
    told(&env, "set A --answer hur-ofta=1~week");
    assert_eq!(ended(&env), ("ett".to_owned(), "chefA".to_owned()));
    said(&env, "doctor");
}

#[test]
fn a_ground_is_stored_as_the_routine_spells_it() {
    let env = opened(
        &step("s", &format!("{GATED}\n{PARTS}")),
        "2026-11-16",
        "--answer q=nej",
    );
    told(&env, "done A s --item x --despite ETT --decided-by chefA");
    told(&env, "done A s --despite TVÅ --decided-by chefB");
    let log = said(&env, "log A --format json");
    assert!(!log.contains("ETT") && !log.contains("TVÅ"), "{log}");
    assert_eq!(ended(&env).0, "två");
    // A day told later, on which the consent did not stand, and a reason that no list names.
    let free = "requires = [{ question = \"q\", is = \"yes\" }]";
    let env = opened(&step("s", free), "2026-11-16", "--answer q=nej");
    told(&env, "done A s --despite BRÅDSKAR");
    assert_eq!(ended(&env).0, "BRÅDSKAR");
}

#[test]
fn a_case_is_named_as_it_was_when_it_was_opened_however_it_is_typed() {
    let env = opened(&step("s", ""), "2026-11-16", "");
    said(
        &env,
        "new-case --routine prov --ref B --continues a --reason flytt",
    );
    for list in ["show B", "log B", "show A", "log A"] {
        let json = said(&env, &format!("{list} --format json"));
        assert!(!json.contains("\"a\""), "{list}: {json}");
    }
}

#[test]
fn a_step_whose_parts_are_all_recorded_is_done_though_it_is_blocked() {
    for gate in [GATED, BARRED] {
        // The last one skipped.
        let env = opened(
            &step("s", &format!("{gate}\n{REPEATS}\n{PARTS}")),
            "2026-11-16",
            "--date a=2026-11-16 --answer q=ja",
        );
        said(&env, "done A s --item x");
        said(&env, "set A --answer q=nej");
        let last = said(&env, "skip A s --item y --reason Nej");
        assert!(last.contains("Klart: s (s)"), "{last}");
        assert!(rows(&env, "s", "2026-11-21").starts_with("done"), "{gate}");
        said(&env, "doctor");
        // What it asks is all that is left, whoever answers it and how.
        for answered in [
            "done A s --answer hur-ofta=1~week",
            "set A --answer hur-ofta=1~week",
            "done A s --on 2026-11-20 --answer hur-ofta=1~week",
        ] {
            let env = opened(
                &step("s", &format!("{gate}\n{ASKS}\n{PARTS}")),
                "2026-11-16",
                "--answer q=ja",
            );
            said(&env, "done A s --item x");
            said(&env, "set A --answer q=nej");
            let asked = told(&env, "skip A s --item y --reason Nej");
            assert!(asked.contains("blir klart när"), "{asked}");
            assert_eq!(rows(&env, "s", "2026-11-21"), "open");
            let done = told(&env, answered);
            assert!(
                done.contains("Klart") || answered.starts_with("set"),
                "{done}"
            );
            assert!(
                rows(&env, "s", "2026-11-21").starts_with("done"),
                "{answered}"
            );
            said(&env, "doctor");
            said(&env, "undo A s --yes");
            assert!(rows(&env, "s", "2026-11-21").starts_with("open"));
        }
    }
    // While a part is left, it is stopped as before.
    let env = opened(
        &step("s", &format!("{GATED}\n{PARTS}")),
        "2026-11-16",
        "--answer q=ja",
    );
    said(&env, "done A s --item x");
    said(&env, "set A --answer q=nej");
    refused(&env, "done A s --item y");
    refused(&env, "done A s");
    assert_eq!(rows(&env, "s", "2026-11-21"), "blocked");
}
