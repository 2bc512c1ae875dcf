//! Taking back: the state is as if it had never been, and what stands on it holds it in place.

use sisam::domain::decide::{Refusal, Undoing, undo_latest, undo_step};

use super::trial::{Trial, day, how, step};

fn take_back_latest(trial: &mut Trial) {
    let undoing = undo_latest(&trial.events).unwrap();
    trial.take_back(undoing.what());
}

fn of_step(trial: &Trial, step: &str) -> Result<Undoing, Refusal> {
    undo_step(&trial.routine, &trial.events, &step.into())
}

/// The event that stands in the way.
fn stands_on(trial: &Trial, step: &str) -> u32 {
    match of_step(trial, step) {
        Err(Refusal::StandsOn { seq, .. }) => seq,
        other => panic!("{other:?}"),
    }
}

fn two_steps() -> Trial {
    Trial::of(
        &(step("s", "")
            + &step(
                "t",
                "requires = [{ step = \"s\" }]\ndue = { after = { step = \"s\" }, term = \"1 week\" }",
            )),
    )
}

#[test]
fn taking_back_again_goes_one_further_and_stops_at_the_opening() {
    let mut trial = two_steps();
    let states = [
        trial.case(),
        trial.done("s", "2026-01-02").case(),
        trial.done("t", "2026-01-03").case(),
    ];
    take_back_latest(&mut trial);
    assert_eq!(trial.case(), states[1]);
    take_back_latest(&mut trial);
    assert_eq!(trial.case(), states[0]);
    let refusal = undo_latest(&trial.events).unwrap_err();
    assert_eq!(refusal, Refusal::OpeningStands);
}

#[test]
fn a_step_that_another_requires_is_held_in_place() {
    let mut trial = two_steps();
    trial.done("s", "2026-01-02").done("t", "2026-01-03");
    assert_eq!(stands_on(&trial, "s"), 3);
    // Passed with a reason it would have been accepted anyway.
    let mut passed = two_steps();
    passed.passing("t", "2026-01-03", Some("brådskar"));
    passed.done("s", "2026-01-04");
    assert!(of_step(&passed, "s").is_ok());
}

#[test]
fn a_note_or_a_reminder_holds_nothing_in_place() {
    let mut trial = two_steps();
    trial.done("s", "2026-01-02");
    trial.change(|draft| draft.remind(&"t".into())).unwrap();
    trial.change(|draft| draft.note(None, "ringde")).unwrap();
    assert!(of_step(&trial, "s").is_ok());
}

#[test]
fn a_reminder_is_not_taken_back_and_outlives_its_round() {
    let mut trial = Trial::of(&step("s", r#"due = { every = "1 week", from = "a" }"#));
    trial.date("a", "2026-01-01").done("s", "2026-01-02");
    trial.change(|draft| draft.remind(&"s".into())).unwrap();
    take_back_latest(&mut trial);
    assert_eq!(trial.rows("s"), "open 2026-01-08");
    trial.done("s", "2026-01-03");
    assert_eq!(trial.rows("s"), "done 2026-01-08 | open 2026-01-15");
}

#[test]
fn a_reminder_of_a_round_that_is_taken_back_opens_none() {
    let steps = step("s", "") + &step("t", "[[phase.step.outcome]]\nreopen = [\"s\"]\n");
    let mut trial = Trial::of(&steps);
    trial.done("s", "2026-01-02").done("t", "2026-01-03");
    assert_eq!(trial.rows("s"), "done | open");
    trial.change(|draft| draft.remind(&"s".into())).unwrap();
    take_back_latest(&mut trial);
    assert_eq!(trial.rows("s"), "done");
}

#[test]
fn a_round_that_was_reopened_is_held_in_place_by_the_outcome() {
    let steps = step("s", "") + &step("t", "[[phase.step.outcome]]\nreopen = [\"s\"]\n");
    let mut trial = Trial::of(&steps);
    trial.done("s", "2026-01-02").done("t", "2026-01-03");
    assert_eq!(stands_on(&trial, "s"), 4);
    take_back_latest(&mut trial);
    assert_eq!(trial.rows("s"), "done");
}

#[test]
fn a_round_of_a_series_is_held_in_place_by_the_next() {
    let mut trial = Trial::of(&step("s", r#"due = { every = "1 week", from = "a" }"#));
    trial.date("a", "2026-01-01");
    trial.done("s", "2026-01-02").done("s", "2026-01-14");
    // The latest change of the step is its second round.
    let undoing = of_step(&trial, "s").unwrap();
    assert_eq!(undoing.change, 4);
    trial.take_back(undoing.what());
    assert_eq!(trial.rows("s"), "done 2026-01-08 | open 2026-01-15");
}

#[test]
fn a_closing_without_a_reason_holds_its_steps_in_place() {
    let mut trial = Trial::of(&step("s", ""));
    trial.done("s", "2026-01-02");
    trial.change(|draft| draft.close(None)).unwrap();
    assert_eq!(stands_on(&trial, "s"), 3);
    let mut with_reason = Trial::of(&step("s", ""));
    with_reason.done("s", "2026-01-02");
    with_reason
        .change(|draft| draft.close(Some("klart")))
        .unwrap();
    assert!(of_step(&with_reason, "s").is_ok());
}

#[test]
fn an_answer_that_another_step_needed_is_held_in_place() {
    let question =
        "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\nask = \"when-needed\"\n";
    let steps = step("s", "asks = [\"q\"]") + &step("t", "asks = [\"q\"]") + question;
    let mut trial = Trial::of(&steps);
    trial
        .change(|draft| {
            draft.answer(&"q".into(), "yes")?;
            draft.done(&"s".into(), &how("2026-01-01", None))
        })
        .unwrap();
    trial.done("t", "2026-01-01");
    assert_eq!(stands_on(&trial, "s"), 4);
}

#[test]
fn an_extension_that_would_no_longer_be_later_is_held_in_place() {
    let mut trial = Trial::of(
        &(step("s", "") + &step("t", r#"due = { after = { step = "s" }, term = "1 week" }"#)),
    );
    trial.done("s", "2026-01-02").extend("t", "2026-02-01");
    // Without the first step the second would wait, and a waiting step takes no extension.
    assert_eq!(stands_on(&trial, "s"), 3);
}

#[test]
fn dates_that_would_come_in_an_impossible_order_are_held_in_place() {
    let steps = r#"
[[key_date]]
id = "slut"
title = "Slut"
not_before = "a"
"#;
    let mut trial = Trial::of(&(step("s", "") + steps));
    trial.date("a", "2026-04-01");
    trial
        .change(|draft| {
            draft.set_date(&"a".into(), Some(day("2026-02-01")))?;
            draft.book(&"s".into(), Some(day("2026-02-02")))
        })
        .unwrap();
    trial.date("slut", "2026-03-01");
    assert_eq!(stands_on(&trial, "s"), 5);
}

#[test]
fn what_is_not_there_is_not_taken_back() {
    let mut trial = two_steps();
    assert_eq!(of_step(&trial, "x"), Err(Refusal::UnknownStep("x".into())));
    assert_eq!(of_step(&trial, "s"), Err(Refusal::NothingToUndo));
    trial.done("s", "2026-01-02");
    take_back_latest(&mut trial);
    assert_eq!(of_step(&trial, "s"), Err(Refusal::NothingToUndo));
}
