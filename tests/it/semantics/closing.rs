//! Closing a case: only by command, and without a reason only when nothing is left.

use sisam::domain::decide::{Refusal, may_close};

use super::trial::{Trial, how, step};

fn steps() -> String {
    step("s", "")
        + &step("vid-behov", "optional = true")
        + &step("igen", r#"due = { every = "1 week", from = "a" }"#)
        + &step("galler-inte", r#"when = { date = "b" }"#)
}

fn may(trial: &Trial) -> bool {
    may_close(&trial.routine, &trial.case(), &trial.plan())
}

#[test]
fn a_case_needs_no_reason_when_only_optional_and_repeating_steps_are_left() {
    let mut trial = Trial::of(&steps());
    assert!(!may(&trial));
    let refusal = trial.refusal(|draft| draft.close(None));
    assert_eq!(refusal, Refusal::StepsLeft(vec!["s".into()]));
    trial.done("s", "2026-01-01");
    assert!(may(&trial));
    trial.change(|draft| draft.close(None)).unwrap();
    assert!(!trial.case().is_open());
}

#[test]
fn a_skipped_step_holds_nothing_open_and_an_undecided_one_does() {
    let undecided = step("u", r#"when = { question = "q", is = "yes" }"#)
        + "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";
    let mut trial = Trial::of(&(step("s", "") + &undecided));
    trial.skip("s");
    assert!(!may(&trial));
    trial.answer("q", "no");
    assert!(may(&trial));
}

#[test]
fn with_a_reason_a_case_is_closed_whatever_is_left() {
    let mut trial = Trial::of(&steps());
    trial.change(|draft| draft.close(Some("flyttat"))).unwrap();
    for refusal in [
        trial.refusal(|draft| draft.close(Some("igen"))),
        trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", None))),
        trial.refusal(|draft| draft.skip(&"s".into(), "x")),
        trial.refusal(|draft| draft.set_date(&"a".into(), None)),
    ] {
        assert!(matches!(refusal, Refusal::CaseClosed { .. }));
    }
    // A closed case takes notes, and is opened again with a reason.
    trial.change(|draft| draft.note(None, "ringde")).unwrap();
    let refusal = trial.refusal(|draft| draft.reopen(" "));
    assert!(matches!(refusal, Refusal::TextMissing(_)));
    trial.change(|draft| draft.reopen("kom tillbaka")).unwrap();
    trial.done("s", "2026-01-01");
    let refusal = trial.refusal(|draft| draft.reopen("igen"));
    assert_eq!(refusal, Refusal::NotClosed);
}

#[test]
fn an_outcome_may_say_that_the_case_ends_here() {
    let question = r#"
[[phase.step.question]]
id = "q"
text = "?"
kind = "yes-no"
[[phase.step.outcome]]
when = { question = "q", is = "yes" }
close = true
"#;
    let trial = |answer: &str| {
        let mut trial = Trial::of(&(step("s", question) + &step("t", "")));
        trial.answer("q", answer).done("s", "2026-01-01");
        trial
    };
    assert!(may(&trial("yes")));
    assert!(!may(&trial("no")));
    // It may end, it does not end by itself.
    assert!(trial("yes").case().is_open());
    let mut without = trial("yes");
    without.change(|draft| draft.close(None)).unwrap();
}
