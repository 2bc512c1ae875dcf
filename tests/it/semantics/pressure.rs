//! Early warning: which steps others need before their dates, and when that is said.

use super::trial::{Trial, step};

/// What is pressed: the step, by when, for which other; then what a step's own row says of it.
fn pressed(trial: &Trial) -> Vec<String> {
    let found = trial.plan().pressed(&trial.routine, &trial.case());
    let told = found.iter().map(|pressed| {
        format!(
            "{} {} for {}",
            pressed.step, pressed.latest, pressed.needed_by
        )
    });
    told.collect()
}

fn said(trial: &Trial, step: &str) -> String {
    let plan = trial.plan();
    let all = plan.pressed(&trial.routine, &trial.case());
    let row = plan.latest(&step.into()).unwrap();
    let pressed = plan.pressure_on(row, &all);
    pressed.map_or_else(String::new, |pressed| {
        format!(
            "{} {} for {}",
            pressed.step, pressed.latest, pressed.needed_by
        )
    })
}

const NOTHING: [&str; 0] = [];

fn due(term: &str) -> String {
    format!("due = {{ after = \"a\", term = \"{term}\" }}\n")
}

fn needs(what: &str, term: &str) -> String {
    format!("requires = [{what}]\n{}", due(term))
}

#[test]
fn a_step_that_another_requires() {
    let mut trial = Trial::of(&(step("x", "") + &step("y", &needs("{ step = \"x\" }", "7 days"))));
    // Without a date there is nothing to be in time for.
    assert_eq!(pressed(&trial), NOTHING);
    trial.date("a", "2026-01-01");
    assert_eq!(pressed(&trial), ["x 2026-01-08 for y"]);
    assert_eq!(said(&trial, "x"), "x 2026-01-08 for y");
    assert_eq!(said(&trial, "y"), "x 2026-01-08 for y");
    // A later date by decision gives both more time.
    trial.extend("y", "2026-01-20");
    assert_eq!(pressed(&trial), ["x 2026-01-20 for y"]);
    trial.done("x", "2026-01-02");
    assert_eq!(pressed(&trial), NOTHING);
    assert_eq!(said(&trial, "y"), "");
}

#[test]
fn nothing_is_said_where_keeping_to_the_dates_is_enough() {
    for (own, is_said) in [("6 days", false), ("7 days", false), ("8 days", true)] {
        let steps = step("x", &due(own)) + &step("y", &needs("{ step = \"x\" }", "7 days"));
        let mut trial = Trial::of(&steps);
        trial.date("a", "2026-01-01");
        assert_eq!(pressed(&trial), ["x 2026-01-08 for y"]);
        for step in ["x", "y"] {
            assert_eq!(!said(&trial, step).is_empty(), is_said, "{own} {step}");
        }
    }
}

#[test]
fn a_step_that_alone_asks_what_another_requires() {
    let question = "[[phase.step.question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";
    let needs_yes = needs("{ question = \"q\", is = \"yes\" }", "7 days");
    let one = step("x", "") + question + &step("y", &needs_yes);
    let mut trial = Trial::of(&one);
    trial.date("a", "2026-01-01");
    assert_eq!(pressed(&trial), ["x 2026-01-08 for y"]);
    // Once it is answered, doing the step changes nothing.
    trial.answer("q", "no");
    assert_eq!(pressed(&trial), NOTHING);
    // Where either of two will do, neither must.
    let fact = "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";
    let asks = "asks = [\"q\"]";
    let two = step("x", asks) + &step("z", asks) + &step("y", &needs_yes) + fact;
    let mut trial = Trial::of(&two);
    trial.date("a", "2026-01-01");
    assert_eq!(pressed(&trial), NOTHING);
    trial.skip("z");
    assert_eq!(pressed(&trial), ["x 2026-01-08 for y"]);
}

#[test]
fn a_chain_through_requirements_and_anchors() {
    let steps = step("w", &due("30 days"))
        + &step("x", "requires = [{ step = \"w\" }]")
        + &step(
            "y",
            "due = { after = { step = \"x\" }, term = \"1 week\" }\nrequires = [{ step = \"v\" }]",
        )
        + &step("v", "")
        + &step("z", &needs("{ step = \"y\" }", "14 days"));
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-01");
    assert_eq!(
        pressed(&trial),
        ["w", "x", "y", "v"].map(|step| format!("{step} 2026-01-15 for z"))
    );
    // What can be done now is named, and not what waits for it.
    assert_eq!(said(&trial, "z"), "w 2026-01-15 for z");
    assert_eq!(said(&trial, "y"), "y 2026-01-15 for z");
    trial.done("w", "2026-01-02").done("v", "2026-01-02");
    assert_eq!(said(&trial, "z"), "x 2026-01-15 for z");
    trial.done("x", "2026-01-03");
    // Its date is known now, and early enough.
    assert_eq!(pressed(&trial), ["y 2026-01-15 for z"]);
    assert_eq!(said(&trial, "z"), "");
}

#[test]
fn the_earliest_of_several_counts() {
    let steps = step("x", "")
        + &step("y", &needs("{ step = \"x\" }", "14 days"))
        + &step("z", &needs("{ step = \"x\" }", "7 days"));
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-01");
    assert_eq!(pressed(&trial), ["x 2026-01-08 for z"]);
    trial.passing("z", "2026-01-02", Some("bråttom"));
    assert_eq!(pressed(&trial), ["x 2026-01-15 for y"]);
}

#[test]
fn of_a_condition_only_what_cannot_be_done_without() {
    for (required, expected) in [
        (
            "{ all = [{ step = \"x\" }, { step = \"y\" }] }",
            &["x 2026-01-08 for z", "y 2026-01-08 for z"][..],
        ),
        ("{ any = [{ step = \"x\" }, { step = \"y\" }] }", &[]),
        ("{ any = [{ step = \"x\" }] }", &["x 2026-01-08 for z"]),
        ("{ not = { step = \"x\" } }", &[]),
        ("{ date = \"b\" }", &[]),
        (
            "{ all = [{ date = \"b\" }, { step = \"y\" }] }",
            &["y 2026-01-08 for z"],
        ),
    ] {
        let steps = step("x", "") + &step("y", "") + &step("z", &needs(required, "7 days"));
        let mut trial = Trial::of(&steps);
        trial.date("a", "2026-01-01");
        assert_eq!(pressed(&trial), expected, "{required}");
    }
}

#[test]
fn what_is_optional_skipped_or_does_not_apply_presses_nobody() {
    let optional = step("x", "")
        + &step(
            "y",
            &format!("optional = true\n{}", needs("{ step = \"x\" }", "7 days")),
        );
    let mut trial = Trial::of(&optional);
    trial.date("a", "2026-01-01");
    assert_eq!(pressed(&trial), NOTHING);
    let required = step("x", "optional = true")
        + &step("v", "")
        + &step("w", "when = { date = \"b\" }")
        + &step(
            "y",
            &needs(
                "{ step = \"x\" }, { step = \"v\" }, { step = \"w\" }",
                "7 days",
            ),
        );
    let mut trial = Trial::of(&required);
    trial.date("a", "2026-01-01");
    assert_eq!(pressed(&trial), ["v 2026-01-08 for y"]);
    trial.skip("v");
    assert_eq!(pressed(&trial), NOTHING);
}

#[test]
fn a_repeating_step_is_pressed_in_the_round_that_is_open() {
    let steps = step("x", "due = { every = \"1 month\", from = \"a\" }")
        + &step("y", &needs("{ step = \"x\" }", "7 days"));
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-01");
    assert_eq!(said(&trial, "x"), "x 2026-01-08 for y");
    trial.done("x", "2026-01-02");
    assert_eq!(pressed(&trial), NOTHING);
}
