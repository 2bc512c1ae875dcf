//! Parts: a tick each; the step is done with the last one.

use sisam::domain::decide::{Refusal, Warning};

use super::trial::{Trial, day, how, step};

const TWO_PARTS: &str = r#"
[[phase.step.item]]
id = "x"
title = "X"
[[phase.step.item]]
id = "y"
title = "Y"
"#;

fn trial() -> Trial {
    Trial::of(&step("s", TWO_PARTS))
}

#[test]
fn the_last_part_ends_the_step_on_the_latest_parts_day() {
    let mut trial = trial();
    trial.part("s", "y", "2026-01-09");
    assert_eq!(trial.rows("s"), "open");
    trial.part("s", "x", "2026-01-05");
    assert_eq!(trial.rows("s"), "done");
    assert_eq!(trial.row("s").ended.unwrap().on, Some(day("2026-01-09")));
}

#[test]
fn a_part_done_on_an_unknown_day_leaves_the_steps_day_unknown() {
    let mut trial = trial();
    trial.part("s", "x", "unknown").part("s", "y", "2026-01-09");
    assert_eq!(trial.row("s").ended.unwrap().on, None);
}

#[test]
fn a_part_may_be_skipped_and_all_skipped_is_skipped() {
    let mut some = trial();
    some.skip_part("s", "x").part("s", "y", "2026-01-09");
    assert_eq!(some.rows("s"), "done");
    assert_eq!(some.row("s").ended.unwrap().on, Some(day("2026-01-09")));
    let mut all = trial();
    all.skip_part("s", "x").skip_part("s", "y");
    assert_eq!(all.rows("s"), "skipped");
}

#[test]
fn done_ticks_the_remaining_parts_too() {
    let mut trial = trial();
    trial.part("s", "x", "2026-01-05").done("s", "2026-01-09");
    let days: Vec<_> = trial
        .row("s")
        .items
        .iter()
        .map(|item| item.done_on)
        .collect();
    assert_eq!(days, [Some(day("2026-01-05")), Some(day("2026-01-09"))]);
}

#[test]
fn a_part_is_recorded_once() {
    let mut trial = trial();
    trial.part("s", "x", "2026-01-05");
    let refusal =
        trial.refusal(|draft| draft.done_item(&"s".into(), &"x".into(), &how("unknown", None)));
    assert!(matches!(refusal, Refusal::ItemSettled { .. }));
    let refusal = trial.refusal(|draft| draft.skip_item(&"s".into(), &"z".into(), "x"));
    assert!(matches!(refusal, Refusal::UnknownItem { .. }));
}

#[test]
fn the_step_stays_open_until_its_required_questions_are_answered() {
    let question = r#"
[[phase.step.question]]
id = "q"
text = "?"
kind = "yes-no"
"#;
    let mut trial = Trial::of(&step("s", &format!("{TWO_PARTS}{question}")));
    trial.part("s", "x", "2026-01-05");
    let warnings = trial
        .change(|draft| draft.done_item(&"s".into(), &"y".into(), &how("2026-01-04", None)))
        .unwrap();
    let expected = Warning::OpenUntilAnswered {
        step: "s".into(),
        questions: vec!["q".into()],
    };
    assert_eq!(warnings, [expected]);
    assert_eq!(trial.rows("s"), "open");
    trial.at("2026-02-01").answer("q", "yes");
    assert_eq!(trial.rows("s"), "done");
    assert_eq!(trial.row("s").ended.unwrap().on, Some(day("2026-01-05")));
}

#[test]
fn a_part_with_a_condition_counts_only_if_it_holds() {
    let steps = step(
        "s",
        r#"
[[phase.step.item]]
id = "x"
title = "X"
[[phase.step.item]]
id = "y"
title = "Y"
when = { question = "q", is = "yes" }
[[question]]
id = "q"
text = "?"
kind = "yes-no"
"#,
    );
    // Not known whether it applies: the step is not done without it.
    let mut unknown = Trial::of(&steps);
    unknown.part("s", "x", "2026-01-05");
    assert_eq!(unknown.rows("s"), "open");
    unknown.answer("q", "no");
    assert_eq!(unknown.rows("s"), "done");
    let mut no = Trial::of(&steps);
    no.answer("q", "no");
    let refusal = no.refusal(|draft| draft.skip_item(&"s".into(), &"y".into(), "x"));
    assert!(matches!(refusal, Refusal::ItemNotApplicable { .. }));
    no.part("s", "x", "2026-01-05");
    assert_eq!(no.rows("s"), "done");
}

#[test]
fn a_part_of_a_blocked_step_needs_the_reason_once() {
    let steps = step("r", "") + &step("s", &format!("requires = [{{ step = \"r\" }}]{TWO_PARTS}"));
    let mut trial = Trial::of(&steps);
    let part = |item: &str, despite: Option<&str>| (item.to_owned(), how("2026-01-01", despite));
    let (x, without) = part("x", None);
    let refusal = trial.refusal(|draft| draft.done_item(&"s".into(), &x.as_str().into(), &without));
    assert!(matches!(refusal, Refusal::NeedsDespite { .. }));
    let (x, with) = part("x", Some("brådskar"));
    trial
        .change(|draft| draft.done_item(&"s".into(), &x.as_str().into(), &with))
        .unwrap();
    trial.part("s", "y", "2026-01-02");
    let ended = trial.row("s").ended.unwrap();
    assert_eq!(ended.despite.as_deref(), Some("brådskar"));
}

#[test]
fn a_later_round_has_its_parts_to_do_again() {
    let due = "due = { every = \"1 week\", from = \"a\" }";
    let mut trial = Trial::of(&step("s", &format!("{due}{TWO_PARTS}")));
    trial.date("a", "2026-01-01").done("s", "2026-01-05");
    let row = trial.row("s");
    assert_eq!(row.round, 2);
    assert!(row.items.iter().all(|item| !item.settled));
}
