//! Status: the first that fits.

use super::trial::{Trial, how, step};
use sisam::domain::decide::Refusal;

const QUESTION: &str = "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";

fn trial() -> Trial {
    let steps = step("r", "")
        + &step(
            "s",
            r#"when = { question = "q", is = "yes" }
requires = [{ step = "r" }]
due = { after = "a", term = "1 week" }"#,
        );
    Trial::of(&format!("{steps}{QUESTION}"))
}

#[test]
fn undecided_goes_before_waiting_and_waiting_before_blocked() {
    let mut trial = trial();
    assert_eq!(trial.rows("s"), "undecided ?q");
    trial.answer("q", "yes");
    assert_eq!(trial.rows("s"), "waiting ?a");
    trial.date("a", "2026-01-01");
    assert_eq!(trial.rows("s"), "blocked 2026-01-08 ?r");
    trial.answer("q", "");
    assert_eq!(trial.rows("s"), "undecided ?q");
    trial.answer("q", "no");
    assert_eq!(trial.rows("s"), "not-applicable");
    trial.answer("q", "yes").done("r", "2026-01-02");
    assert_eq!(trial.rows("s"), "open 2026-01-08");
}

#[test]
fn what_has_ended_stays_so() {
    let mut done = trial();
    done.answer("q", "yes").date("a", "2026-01-01");
    done.done("r", "2026-01-02").done("s", "2026-01-02");
    let mut skipped = trial();
    skipped.answer("q", "yes").date("a", "2026-01-01").skip("s");
    for (mut trial, row) in [(done, "done 2026-01-08"), (skipped, "skipped 2026-01-08")] {
        trial.answer("q", "no").date("a", "");
        assert_eq!(trial.rows("s"), row);
    }
}

#[test]
fn a_phase_applies_only_if_its_condition_holds() {
    let steps = format!(
        "[[phase]]\nid = \"z\"\ntitle = \"Z\"\nwhen = {{ question = \"q\", is = \"yes\" }}\n{}{QUESTION}",
        step("s", "when = { date = \"b\" }")
    );
    let mut trial = Trial::of(&steps);
    // False as soon as one is false, whatever is unknown.
    assert_eq!(trial.rows("s"), "not-applicable");
    trial.date("b", "2026-01-01");
    assert_eq!(trial.rows("s"), "undecided ?q");
    trial.answer("q", "no");
    assert_eq!(trial.rows("s"), "not-applicable");
    trial.answer("q", "yes");
    assert_eq!(trial.rows("s"), "open");
}

#[test]
fn a_repeating_step_without_any_date_left_does_not_apply_even_when_undecided() {
    let steps = step(
        "s",
        r#"when = { question = "q", is = "yes" }
due = { every = "1 week", from = "a", until = "b" }"#,
    );
    let mut trial = Trial::of(&format!("{steps}{QUESTION}"));
    trial.date("a", "2026-01-01").date("b", "2026-01-07");
    assert_eq!(trial.rows("s"), "not-applicable");
    trial.date("b", "2026-01-08");
    assert_eq!(trial.rows("s"), "undecided ?q");
}

#[test]
fn a_repeating_step_that_cannot_go_on_has_one_row_more_and_no_dates() {
    let steps = step(
        "s",
        r#"when = { question = "q", is = "yes" }
due = { every = "1 week", from = "a" }"#,
    );
    let mut trial = Trial::of(&format!("{steps}{QUESTION}"));
    trial.answer("q", "yes").date("a", "2026-01-01");
    trial.done("s", "2026-01-02");
    for (answer, rows) in [
        ("", "done 2026-01-08 | undecided ?q"),
        ("no", "done 2026-01-08"),
        ("yes", "done 2026-01-08 | open 2026-01-15"),
    ] {
        trial.answer("q", answer);
        assert_eq!(trial.rows("s"), rows, "{answer}");
    }
}

#[test]
fn done_and_skip_take_open_blocked_and_waiting_steps_alone() {
    let mut waiting = trial();
    waiting.answer("q", "yes");
    waiting.passing("s", "2026-01-01", Some("brådskar"));
    assert_eq!(waiting.rows("s"), "done");
    let mut undecided = trial();
    let refusal = undecided.refusal(|draft| draft.done(&"s".into(), &how("unknown", None)));
    assert!(matches!(refusal, Refusal::Undecided { .. }));
    let refusal = undecided.refusal(|draft| draft.skip(&"s".into(), "x"));
    assert!(matches!(refusal, Refusal::Undecided { .. }));
    let mut gone = trial();
    gone.answer("q", "no");
    let refusal = gone.refusal(|draft| draft.done(&"s".into(), &how("unknown", None)));
    assert!(matches!(refusal, Refusal::NotApplicable { .. }));
    let refusal = gone.refusal(|draft| draft.skip(&"s".into(), "x"));
    assert!(matches!(refusal, Refusal::NotApplicable { .. }));
}

#[test]
fn a_finished_step_says_what_was_recorded_by_whom_and_when() {
    let mut trial = Trial::of(&step("s", ""));
    trial.at("2026-01-05").done("s", "2026-01-02");
    for refusal in [
        trial.refusal(|draft| draft.done(&"s".into(), &how("2026-01-03", None))),
        trial.refusal(|draft| draft.skip(&"s".into(), "x")),
    ] {
        let recorded = Refusal::Ended {
            step: "s".into(),
            round: 1,
            skipped: false,
            on: Some(super::trial::day("2026-01-02")),
            by: "test".to_owned(),
            recorded: Some(super::trial::day("2026-01-05")),
        };
        assert_eq!(refusal, recorded);
    }
}

#[test]
fn before_its_opening_day_a_step_may_be_done_and_not_on_a_day_to_come() {
    let mut trial = Trial::of(&step(
        "s",
        r#"due = { after = "a", earliest = "2 months", term = "3 months" }"#,
    ));
    trial.date("a", "2026-01-01").at("2026-01-10");
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("2026-01-11", None)));
    assert!(matches!(refusal, Refusal::InTheFuture { .. }));
    trial.done("s", "2026-01-10");
    assert_eq!(trial.rows("s"), "done 2026-04-01 from 2026-03-01");
}
