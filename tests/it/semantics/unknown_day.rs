//! A step done on a day nobody remembers, and the day given later.

use sisam::domain::decide::Refusal;

use super::trial::{Trial, day, how, step};

#[test]
fn what_counts_from_it_waits_until_a_day_is_given() {
    let steps = step("s", r#"due = { on = "a" }"#)
        + &step("t", r#"due = { after = { step = "s" }, term = "1 week" }"#);
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-05").at("2026-02-01");
    trial.done("s", "unknown");
    assert_eq!(trial.rows("s"), "done 2026-01-05");
    assert_eq!(trial.rows("t"), "waiting ?s");
    // Never late.
    let row = trial.row("s");
    assert_eq!(row.ended.as_ref().unwrap().on, None);
    assert_eq!(row.days_late(trial.today), None);
    trial.done("s", "2026-01-08");
    assert_eq!(trial.rows("s"), "done 2026-01-05");
    assert_eq!(trial.rows("t"), "open 2026-01-15");
    assert_eq!(trial.row("s").days_late(trial.today), Some(3));
}

#[test]
fn a_day_is_given_once_and_not_in_the_future() {
    let mut trial = Trial::of(&step("s", ""));
    trial.done("s", "unknown");
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", None)));
    assert!(matches!(refusal, Refusal::Ended { on: None, .. }));
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("2026-01-02", None)));
    assert!(matches!(refusal, Refusal::InTheFuture { .. }));
    trial.done("s", "2026-01-01");
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("2026-01-01", None)));
    assert!(matches!(refusal, Refusal::Ended { on: Some(_), .. }));
}

#[test]
fn a_rolling_rule_goes_on_when_the_day_is_given() {
    let mut trial = Trial::of(&step(
        "s",
        r#"due = { every = "1 month", from = "a", counted = "last-done" }"#,
    ));
    trial.date("a", "2026-01-10").at("2026-02-20");
    trial.done("s", "unknown");
    assert_eq!(trial.rows("s"), "done 2026-02-10 | waiting ?s");
    trial.done("s", "2026-02-12");
    assert_eq!(trial.rows("s"), "done 2026-02-10 | open 2026-03-12");
    let first = trial.case().rounds_of(&"s".into())[0].end.clone().unwrap();
    assert_eq!(first.on, Some(day("2026-02-12")));
}

#[test]
fn a_rolling_round_that_waits_may_be_done_on_an_unknown_day_too_and_skipped() {
    let rolling = step(
        "s",
        r#"due = { every = "1 month", from = "a", counted = "last-done" }"#,
    );
    let mut trial = Trial::of(&rolling);
    trial.date("a", "2026-01-10").at("2026-02-20");
    trial.done("s", "unknown").done("s", "unknown");
    assert_eq!(trial.rows("s"), "done 2026-02-10 | done | waiting ?s");
    trial.skip("s");
    assert!(trial.rows("s").ends_with("| skipped | open 2026-03-20"));
}

#[test]
fn a_grid_goes_on_after_the_day_it_was_recorded() {
    let mut trial = Trial::of(&step("s", r#"due = { every = "1 month", from = "a" }"#));
    trial.date("a", "2026-01-10").at("2026-03-12");
    trial.done("s", "unknown");
    assert_eq!(trial.rows("s"), "done 2026-02-10 | open 2026-04-10");
}

#[test]
fn at_once_after_a_step_is_the_day_its_day_was_entered() {
    let steps = step("s", "")
        + &step(
            "t",
            r#"due = { before = { step = "s" }, term = "1 day", or_at_once = true }"#,
        );
    let mut trial = Trial::of(&steps);
    trial.at("2026-02-01").done("s", "unknown");
    trial.at("2026-02-10").done("s", "2026-01-20");
    assert_eq!(trial.rows("t"), "open 2026-02-10 raw 2026-01-19");
}
