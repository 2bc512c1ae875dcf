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
fn a_day_told_later_does_not_take_the_ground_of_another_round() {
    let gated = "requires = [{ question = \"samtycke\", is = \"yes\", despite = \"skal\" }]";
    let asked = "[[question]]\nid = \"samtycke\"\ntext = \"Samtycke?\"\nkind = \"yes-no\"\n";
    let env = opened(
        &(step("s", &format!("{gated}\n{REPEATS}\n{PARTS}")) + asked),
        "2026-11-02",
        "--date a=2026-11-02",
    );
    said(&env, "set A --answer samtycke=ja --today 2026-11-10");
    said(&env, "done A s --on unknown --today 2026-11-16");
    said(&env, "set A --answer samtycke=nej --today 2026-11-18");
    said(
        &env,
        "done A s --item x --round 2 --despite ett --decided-by c",
    );
    let why = refused(&env, "done A s --round 1 --on 2026-11-05");
    assert!(why.contains("Stoppat: Steg 1"), "{why}");
    said(
        &env,
        "done A s --round 1 --on 2026-11-05 --despite TVÅ --decided-by d",
    );
    let log = said(&env, "log A --format json");
    assert_eq!(log.matches("\"despite\": \"ett\"").count(), 1, "{log}");
    assert_eq!(log.matches("\"despite\": \"två\"").count(), 1, "{log}");
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
        assert!(last.contains("Klart: Steg 1 s"), "{last}");
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

#[test]
fn a_later_date_that_the_rule_has_reached_is_extended_no_more() {
    let due = "due = { after = \"a\", term = \"5 days\" }";
    for (moved, is_listed) in [
        ("2026-11-20", true),
        ("2026-11-30", true),
        ("2026-12-05", false),
        ("2026-12-20", false),
    ] {
        let env = opened(&step("s", due), "2026-11-16", "--date a=2026-11-18");
        said(&env, "extend A s --to 2026-12-10 --reason r --decided-by d");
        said(&env, &format!("set A --date a={moved}"));
        let list = said(&env, "report --extended --format json");
        assert_eq!(list.contains("\"s\""), is_listed, "{moved}: {list}");
    }
    // Where there was no date, the decided one is the only one.
    let env = opened(&step("s", ""), "2026-11-16", "");
    said(&env, "extend A s --to 2026-12-10 --reason r --decided-by d");
    assert!(said(&env, "report --extended --format json").contains("\"s\""));
}

#[test]
fn of_two_settings_on_one_day_the_later_counts_for_what_is_opened_after_it() {
    for (before, after, is_strict) in [
        ("akt", "", false),
        ("", "akt", true),
        ("plan:100", "", false),
        ("", "plan:100", true),
    ] {
        let env = Env::new().with_file().on_the_real_day();
        told(&env, "config holder=socialnamnd");
        let is = |kind: &str| {
            if !kind.is_empty() {
                told(&env, &format!("config retention={kind} --decision SN~1"));
            }
        };
        is(before);
        if after.is_empty() {
            told(&env, "config retention=arbetslista --decision SN~2");
        }
        is(after);
        std::thread::sleep(std::time::Duration::from_millis(1100));
        let day = Env::days_from_now(60);
        let open = format!("new-case --routine nacka --ref A --date inskrivning={day}");
        told(&env, &open);
        told(&env, "close A --reason klart");
        if !after.is_empty() {
            std::thread::sleep(std::time::Duration::from_millis(1100));
            told(
                &env,
                "config retention=arbetslista --decision SN~2 --reason fel",
            );
        }
        let list = told(&env, "purge --plain");
        let law = "SoL (2025:400) 16 kap. 1 § andra stycket";
        assert_eq!(list.contains(law), !is_strict, "{before} {after}: {list}");
    }
}

#[test]
fn nobody_is_told_to_name_a_round_that_would_be_refused() {
    let rolling = "due = { every = \"10 days\", from = \"a\", counted = \"last-done\" }";
    let rolling_parts = format!("{rolling}\n{PARTS}");
    for (steps, line) in [
        (rolling, "done A s --on 2026-11-15"),
        (rolling, "done A s --on 2026-11-15 --despite x"),
        (&rolling_parts, "done A s --item x --on 2026-11-15"),
    ] {
        let env = opened(&step("s", steps), "2026-11-02", "--date a=2026-11-02");
        said(&env, "done A s --on 2026-11-20");
        let why = refused(&env, line);
        assert!(!why.contains("omgång 2"), "{why}");
        let named = refused(&env, &format!("{line} --round 2"));
        assert_eq!(why, named);
    }
    // One that would be taken is named as before.
    let env = opened(&step("s", rolling), "2026-11-02", "--date a=2026-11-02");
    said(&env, "done A s --on 2026-11-20");
    let why = refused(&env, "done A s --on 2026-11-20");
    assert!(why.contains("--omgång 2"), "{why}");
    said(&env, "done A s --on 2026-11-20 --round 2");
}

#[test]
fn of_rounds_that_lack_their_day_only_those_are_meant_that_come_in_order() {
    let rolling = "due = { every = \"10 days\", from = \"a\", counted = \"last-done\" }";
    let env = opened(&step("s", rolling), "2026-10-01", "--date a=2026-10-01");
    said(&env, "done A s --on unknown --round 1");
    said(&env, "done A s --on 2026-11-01 --round 2");
    said(&env, "done A s --on unknown --round 3");
    said(&env, "done A s --on 2026-11-10");
    assert_eq!(
        rows(&env, "s", "2026-11-21"),
        "done 2026-10-11 | done 2026-11-01 | done 2026-11-11 2026-11-10 | open 2026-11-20"
    );
}

#[test]
fn what_was_typed_as_a_text_is_shown_as_it_was_typed() {
    let asked = |kind: &str| {
        format!("[[phase.step.question]]\nid = \"fritt\"\ntext = \"Fritt?\"\nkind = \"{kind}\"")
    };
    for typed in ["2026-12-02", "3 veckor", "yes", "a|b"] {
        let env = opened(&step("s", &asked("text")), "2026-11-16", "");
        let given = typed.replace(' ', "~");
        said(&env, &format!("set A --answer fritt={given}"));
        let log = said(&env, "log A --plain");
        assert!(log.contains(&format!("Fritt? {typed}")), "{log}");
    }
    let env = opened(&step("s", &asked("date")), "2026-11-16", "");
    said(&env, "set A --answer fritt=2026-12-02");
    let log = said(&env, "log A --plain");
    assert!(log.contains("ons 2 dec 2026"), "{log}");
}
