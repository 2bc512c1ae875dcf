//! What a step requires, and how it may be passed.

use sisam::domain::decide::Refusal;

use super::trial::{Trial, how, step};

const QUESTION: &str = "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";

/// A step `s` that requires this, and one named `r`.
fn trial(r: &str, requires: &str) -> Trial {
    let steps = step("r", r) + &step("s", &format!("requires = [{requires}]"));
    Trial::of(&format!("{steps}{QUESTION}"))
}

#[test]
fn a_step_named_directly_is_met_when_done_skipped_optional_or_not_applicable() {
    let direct = r#"{ step = "r" }"#;
    assert_eq!(trial("", direct).rows("s"), "blocked ?r");
    assert_eq!(trial("", direct).done("r", "2026-01-02").rows("s"), "open");
    assert_eq!(trial("", direct).done("r", "unknown").rows("s"), "open");
    assert_eq!(trial("", direct).skip("r").rows("s"), "open");
    assert_eq!(trial("optional = true", direct).rows("s"), "open");
    assert_eq!(trial("when = { date = \"b\" }", direct).rows("s"), "open");
    let undecided = "when = { question = \"q\", is = \"yes\" }";
    assert_eq!(trial(undecided, direct).rows("s"), "blocked ?r");
}

#[test]
fn a_step_named_inside_another_condition_must_be_done() {
    for nested in [
        r#"{ all = [{ step = "r" }] }"#,
        r#"{ any = [{ step = "r" }] }"#,
        r#"{ not = { not = { step = "r" } } }"#,
    ] {
        assert_eq!(trial("", nested).skip("r").rows("s"), "blocked ?r");
        assert_eq!(trial("optional = true", nested).rows("s"), "blocked ?r");
        let not_applicable = "when = { date = \"b\" }";
        assert_eq!(trial(not_applicable, nested).rows("s"), "blocked ?r");
        assert_eq!(trial("", nested).done("r", "2026-01-02").rows("s"), "open");
    }
}

#[test]
fn what_is_unknown_blocks_like_what_is_false() {
    let requires = r#"{ question = "q", is = "yes" }"#;
    assert_eq!(trial("", requires).rows("s"), "blocked ?q");
    assert_eq!(
        trial("", requires).answer("q", "no").rows("s"),
        "blocked ?q"
    );
    assert_eq!(trial("", requires).answer("q", "yes").rows("s"), "open");
}

#[test]
fn a_requirement_is_passed_with_any_recorded_reason() {
    let mut trial = trial("", r#"{ step = "r" }"#);
    for no_reason in [None, Some(" ")] {
        let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", no_reason)));
        let Refusal::NeedsDespite { grounds, .. } = refusal else {
            panic!("{refusal:?}");
        };
        assert!(grounds.is_empty());
    }
    trial.passing("s", "2026-01-02", Some("mötet var i går"));
    let ended = trial.row("s").ended.unwrap();
    assert_eq!(ended.despite.as_deref(), Some("mötet var i går"));
}

#[test]
fn a_reason_that_nothing_calls_for_is_not_kept() {
    let mut trial = trial("", r#"{ step = "r" }"#);
    trial.done("r", "2026-01-01");
    trial.passing("s", "2026-01-02", Some("behövdes inte"));
    assert_eq!(trial.row("s").ended.unwrap().despite, None);
}

#[test]
fn a_requirement_with_grounds_is_passed_by_naming_one_of_them() {
    let grounds = "[grounds]\nosl = [\"Ingen skada (26:1)\", \"nödvändigt\"]\n";
    let steps = step(
        "s",
        r#"requires = [{ question = "q", is = "yes", despite = "osl" }]"#,
    );
    let mut trial = Trial::of(&format!("{steps}{QUESTION}{grounds}"));
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", None)));
    assert!(matches!(refusal, Refusal::NeedsDespite { grounds, .. } if grounds.len() == 2));
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", Some("det går"))));
    assert!(matches!(refusal, Refusal::NotAGround { grounds, .. } if grounds.len() == 2));
    trial.passing("s", "2026-01-02", Some("Nödvändigt"));
    assert_eq!(trial.rows("s"), "done");
}

#[test]
fn a_requirement_that_is_never_passed_leaves_skipping() {
    let never = r#"{ question = "q", is = "yes", gate = "never" }"#;
    let mut trial = trial("", never);
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", Some("jo"))));
    assert!(matches!(refusal, Refusal::Barred { .. }));
    trial.skip("s");
    assert_eq!(trial.rows("s"), "skipped");
}

#[test]
fn a_waiting_step_needs_its_reason_too() {
    let steps = step("r", "") + &step("s", "requires = [{ step = \"r\" }]\ndue = { on = \"a\" }");
    let mut trial = Trial::of(&steps);
    assert_eq!(trial.rows("s"), "waiting ?a");
    let refusal = trial.refusal(|draft| draft.done(&"s".into(), &how("unknown", None)));
    assert!(matches!(refusal, Refusal::NeedsDespite { .. }));
    trial.passing("s", "2026-01-02", Some("gjort ändå"));
    assert_eq!(trial.rows("s"), "done");
}

#[test]
fn skipping_needs_a_reason_of_its_own_and_no_other() {
    let mut trial = trial("", r#"{ step = "r" }"#);
    let refusal = trial.refusal(|draft| draft.skip(&"s".into(), "  "));
    assert!(matches!(refusal, Refusal::TextMissing(_)));
    trial.skip("s");
    let ended = trial.row("s").ended.unwrap();
    assert_eq!(ended.reason.as_deref(), Some("behövs inte"));
}

#[test]
fn what_one_requires_is_told_one_by_one() {
    let mut trial = trial(
        "",
        r#"{ step = "r" }, { question = "q", is = "yes" }, { date = "a" }"#,
    );
    assert_eq!(trial.rows("s"), "blocked ?r ?q ?a");
    trial.done("r", "2026-01-02").answer("q", "yes");
    assert_eq!(trial.rows("s"), "blocked ?a");
}
