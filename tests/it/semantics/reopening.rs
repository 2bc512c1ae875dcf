//! An outcome that goes back: which rounds open, and what they count from.

use sisam::domain::decide::Refusal;

use super::trial::{Trial, how, step};

/// A meeting, its follow-up and an evaluation that may go back to the start; beside them steps that are not named.
fn loop_with(more: &str) -> Trial {
    let evaluation = r#"due = { after = { step = "uppf" }, term = "4 weeks" }
[[phase.step.question]]
id = "resultat"
text = "?"
kind = "choice"
options = ["positivt", "negativt"]
[[phase.step.outcome]]
when = { question = "resultat", is = "positivt" }
close = true
[[phase.step.outcome]]
when = { question = "resultat", is = "negativt" }
reopen = ["mote", "uppf", "utv", "extra"]
"#;
    let steps = step("mote", r#"due = { after = "a", term = "1 week" }"#)
        + &step(
            "uppf",
            r#"due = { after = { step = "mote" }, term = "6 weeks" }"#,
        )
        + &step("utv", evaluation)
        + &step(
            "bredvid",
            r#"due = { after = { step = "mote" }, term = "1 week" }"#,
        )
        + more;
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-01");
    trial
}

fn loop_and_extra(extra: &str) -> Trial {
    loop_with(&step("extra", extra))
}

fn evaluate(trial: &mut Trial, on: &str, result: &str) {
    if on != "unknown" {
        trial.at(on);
    }
    trial
        .change(|draft| {
            draft.answer(&"resultat".into(), result)?;
            draft.done(&"utv".into(), &how(on, None))
        })
        .unwrap();
}

fn gone_back() -> Trial {
    let mut trial = loop_and_extra("");
    trial.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    evaluate(&mut trial, "2026-03-10", "negativt");
    trial
}

#[test]
fn each_named_step_gets_a_new_round_that_counts_from_the_day() {
    let trial = gone_back();
    assert_eq!(trial.rows("mote"), "done 2026-01-08 | open 2026-03-17");
    assert_eq!(trial.rows("uppf"), "done 2026-02-16 | waiting ?mote");
    assert_eq!(trial.rows("utv"), "done 2026-03-10 | waiting ?uppf");
}

#[test]
fn a_step_reopened_at_the_same_time_is_counted_from_once_it_is_done_again() {
    let mut trial = gone_back();
    trial.done("mote", "2026-03-20");
    assert!(trial.rows("uppf").ends_with("| open 2026-05-01"));
    trial.done("uppf", "2026-05-04");
    assert!(trial.rows("utv").ends_with("| open 2026-06-01"));
}

#[test]
fn what_it_opens_counts_from_the_day_it_was_done_and_not_recorded() {
    let mut trial = loop_and_extra("");
    trial.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    trial.at("2026-03-20").answer("resultat", "negativt");
    trial.done("utv", "2026-03-10");
    assert_eq!(trial.rows("mote"), "done 2026-01-08 | open 2026-03-17");
}

#[test]
fn a_step_reopened_at_the_same_time_is_required_again() {
    let mut trial =
        loop_and_extra(r#"requires = [{ step = "mote" }, { any = [{ step = "mote" }] }]"#);
    trial.done("mote", "2026-01-05").done("extra", "2026-01-06");
    trial.done("uppf", "2026-02-10");
    evaluate(&mut trial, "2026-03-10", "negativt");
    assert_eq!(trial.rows("extra"), "done | blocked ?mote ?mote");
    trial.done("mote", "2026-03-12");
    assert_eq!(trial.rows("extra"), "done | open");
}

#[test]
fn an_answer_given_before_the_reopening_is_not_one_of_the_new_round() {
    let extra = "asks = [\"q\"]\n[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";
    let mut trial = loop_and_extra(extra);
    trial.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    trial.answer("q", "yes").done("extra", "2026-02-10");
    trial.at("2026-03-01").answer("q", "no");
    evaluate(&mut trial, "2026-03-10", "negativt");
    let refusal = trial.refusal(|draft| draft.done(&"extra".into(), &how("2026-03-10", None)));
    assert!(matches!(refusal, Refusal::Unanswered { .. }));
    trial.answer("q", "no").done("extra", "2026-03-10");
}

#[test]
fn a_positive_result_opens_nothing() {
    let mut trial = loop_and_extra("");
    trial.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    evaluate(&mut trial, "2026-03-10", "positivt");
    assert_eq!(trial.rows("mote"), "done 2026-01-08");
    assert_eq!(trial.rows("utv"), "done 2026-03-10");
}

#[test]
fn an_anchor_that_lies_later_than_the_reopening_counts_as_it_is() {
    let mut trial = gone_back();
    trial.date("a", "2026-04-01");
    assert!(trial.rows("mote").ends_with("| open 2026-04-08"));
    trial.date("a", "2026-03-10");
    assert!(trial.rows("mote").ends_with("| open 2026-03-17"));
}

#[test]
fn a_step_whose_latest_round_is_undone_keeps_it() {
    let mut trial = loop_and_extra("");
    trial.done("mote", "2026-01-05");
    // The follow-up was never held.
    evaluate(&mut trial, "2026-03-10", "negativt");
    assert_eq!(trial.rows("uppf"), "open 2026-02-16");
    assert_eq!(trial.rows("mote"), "done 2026-01-08 | open 2026-03-17");
    // The evaluation waits for the follow-up of the kept round.
    assert_eq!(trial.rows("utv"), "done | waiting ?uppf");
    trial.done("uppf", "2026-03-12");
    assert_eq!(trial.rows("utv"), "done | open 2026-04-09");
}

#[test]
fn steps_not_named_are_not_touched() {
    let mut trial = gone_back();
    assert_eq!(trial.rows("bredvid"), "open 2026-01-12");
    // They count from the latest round, as ever.
    trial.done("mote", "2026-03-20");
    assert_eq!(trial.rows("bredvid"), "open 2026-03-27");
}

#[test]
fn required_questions_must_be_answered_again() {
    let mut trial = gone_back();
    trial.done("mote", "2026-03-20").done("uppf", "2026-05-04");
    let refusal = trial.refusal(|draft| draft.done(&"utv".into(), &how("2026-05-04", None)));
    assert!(matches!(refusal, Refusal::Unanswered { .. }));
    evaluate(&mut trial, "2026-05-30", "positivt");
    assert!(trial.rows("utv").ends_with("| done 2026-06-01"));
    // Conditions see the latest answer: nothing was opened.
    assert_eq!(trial.case().rounds_of(&"mote".into()).len(), 2);
}

#[test]
fn a_date_or_interval_set_in_the_case_is_asked_for_anew() {
    let questions = "[[question]]\nid = \"nar\"\ntext = \"?\"\nkind = \"date\"\n\
                     [[question]]\nid = \"hur-ofta\"\ntext = \"?\"\nkind = \"term\"\n";
    for (due, question, value, before, after) in [
        (
            r#"{ answer = "nar" }"#,
            "nar",
            "2026-04-01",
            "2026-04-01",
            "2026-04-01",
        ),
        // An answer that lies before the reopening counts as its day.
        (
            r#"{ after = { answer = "nar" }, term = "1 week" }"#,
            "nar",
            "2026-02-01",
            "2026-02-08",
            "2026-03-17",
        ),
        (
            r#"{ every = { answer = "hur-ofta" }, from = "a", until = "b" }"#,
            "hur-ofta",
            "3 weeks",
            "2026-01-22",
            "2026-03-31",
        ),
    ] {
        let extra = step("extra", &format!("due = {due}")) + questions;
        let mut trial = loop_with(&extra);
        trial.answer(question, value);
        assert_eq!(trial.rows("extra"), format!("open {before}"), "{due}");
        // So that the repeating step has ended its latest round when the loop goes back.
        trial.done("extra", "2026-01-10");
        trial.date("b", "2026-01-22");
        evaluate(&mut trial, "2026-03-10", "negativt");
        trial.date("b", "");
        let waits = format!("done {before} | waiting ?{question}");
        assert_eq!(trial.rows("extra"), waits, "{due}");
        trial.answer(question, value);
        let opens = format!("done {before} | open {after}");
        assert_eq!(trial.rows("extra"), opens, "{due}");
    }
}

#[test]
fn the_day_of_reopening_is_the_day_recorded_until_the_real_one_is_known() {
    let mut trial = loop_and_extra("");
    trial.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    trial.at("2026-03-20");
    evaluate(&mut trial, "unknown", "negativt");
    assert_eq!(trial.rows("mote"), "done 2026-01-08 | open 2026-03-27");
}

#[test]
fn what_it_opened_counts_from_the_real_day_once_that_is_given() {
    let steps = step("s", r#"due = { after = "a", term = "1 week" }"#)
        + &step("t", "[[phase.step.outcome]]\nreopen = [\"s\"]\n");
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-01").done("s", "2026-01-05");
    trial.at("2026-03-20").done("t", "unknown");
    assert_eq!(trial.rows("s"), "done 2026-01-08 | open 2026-03-27");
    trial.done("t", "2026-03-10");
    assert_eq!(trial.rows("s"), "done 2026-01-08 | open 2026-03-17");
}

#[test]
fn a_series_lasts_until_the_new_round_of_the_step_that_ends_it() {
    let extra = r#"due = { every = "1 week", from = { step = "mote" }, until = { step = "utv" } }"#;
    let mut kept = loop_and_extra(extra);
    kept.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    evaluate(&mut kept, "2026-03-10", "negativt");
    // Its round was under way, so it is kept and still lasts until the evaluation that was held.
    assert_eq!(kept.rows("extra"), "open 2026-01-12");
    let mut ended = loop_and_extra(extra);
    ended.done("mote", "2026-01-05").done("uppf", "2026-02-10");
    ended.done("extra", "2026-03-09");
    evaluate(&mut ended, "2026-03-10", "negativt");
    assert_eq!(ended.rows("extra"), "done 2026-01-12 | waiting ?mote");
    ended.done("mote", "2026-03-20");
    assert_eq!(ended.rows("extra"), "done 2026-01-12 | open 2026-03-27");
}

#[test]
fn what_counts_from_a_named_step_that_does_not_apply_is_open_without_a_date() {
    let extra = step("extra", r#"when = { date = "b" }"#)
        + &step(
            "efter",
            r#"due = { after = { step = "extra" }, term = "1 week" }
[[phase.step.outcome]]
reopen = ["extra", "efter2"]
"#,
        )
        + &step(
            "efter2",
            r#"due = { after = { step = "extra" }, term = "1 week" }"#,
        );
    let mut trial = loop_with(&extra);
    assert_eq!(trial.rows("efter2"), "open");
    trial
        .done("efter2", "2026-01-02")
        .done("efter", "2026-01-03");
    assert_eq!(trial.rows("extra"), "not-applicable");
    assert_eq!(trial.rows("efter2"), "done | open");
}
