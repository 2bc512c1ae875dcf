//! Conditions: three-valued, and what they ask of each kind of answer.

use super::trial::{Trial, step};

const FACTS: &str = r#"
[[question]]
id = "val"
text = "?"
kind = "choice"
options = ["ja", "delvis", "nej"]
[[question]]
id = "flera"
text = "?"
kind = "choices"
options = ["x", "y", "z"]
[[question]]
id = "tal"
text = "?"
kind = "number"
[[trigger]]
id = "t"
title = "T"
[[trigger]]
id = "u"
title = "U"
"#;

/// The status of a step with this condition once the answers are given.
fn status(when: &str, trigger: Option<&str>, answers: &[(&str, &str)]) -> String {
    let steps = step("r", "") + &step("s", &format!("when = {when}")) + FACTS;
    let mut trial = Trial::triggered(&steps, trigger);
    for (id, value) in answers {
        trial.answer(id, value);
    }
    trial.rows("s")
}

#[test]
fn a_condition_is_true_false_or_unknown() {
    let (yes, no) = ("open", "not-applicable");
    for (when, answers, expected) in [
        (
            r#"{ question = "val", is = "ja" }"#,
            &[][..],
            "undecided ?val",
        ),
        (r#"{ question = "val", is = "ja" }"#, &[("val", "ja")], yes),
        (r#"{ question = "val", is = "ja" }"#, &[("val", "nej")], no),
        (
            r#"{ question = "val", is_not = "nej" }"#,
            &[("val", "delvis")],
            yes,
        ),
        (
            r#"{ question = "val", is_not = "nej" }"#,
            &[("val", "nej")],
            no,
        ),
        (
            r#"{ question = "val", is_not = "nej" }"#,
            &[],
            "undecided ?val",
        ),
        (
            r#"{ question = "val", in = ["ja", "delvis"] }"#,
            &[("val", "delvis")],
            yes,
        ),
        (
            r#"{ question = "val", in = ["ja", "delvis"] }"#,
            &[("val", "nej")],
            no,
        ),
        (
            r#"{ question = "flera", is = "y" }"#,
            &[("flera", "x|y")],
            yes,
        ),
        (
            r#"{ question = "flera", is = "z" }"#,
            &[("flera", "x|y")],
            no,
        ),
        (
            r#"{ question = "flera", is_not = "z" }"#,
            &[("flera", "x|y")],
            yes,
        ),
        (
            r#"{ question = "flera", is_not = "y" }"#,
            &[("flera", "x|y")],
            no,
        ),
        (
            r#"{ question = "flera", in = ["y", "z"] }"#,
            &[("flera", "x|y")],
            yes,
        ),
        (
            r#"{ question = "flera", in = ["z"] }"#,
            &[("flera", "x|y")],
            no,
        ),
        (
            r#"{ question = "tal", at_least = 5 }"#,
            &[("tal", "5")],
            yes,
        ),
        (
            r#"{ question = "tal", at_least = 5 }"#,
            &[("tal", "4,9")],
            no,
        ),
        (
            r#"{ question = "tal", at_most = 20 }"#,
            &[("tal", "20")],
            yes,
        ),
        (
            r#"{ question = "tal", at_most = 20 }"#,
            &[("tal", "20.5")],
            no,
        ),
        (
            r#"{ question = "tal", at_most = 20 }"#,
            &[],
            "undecided ?tal",
        ),
        (r#"{ date = "a" }"#, &[], no),
        (r#"{ not = { date = "a" } }"#, &[], yes),
        (r#"{ step = "r" }"#, &[], no),
        (r#"{ not = { step = "r" } }"#, &[], yes),
        (
            r#"{ not = { question = "val", is = "ja" } }"#,
            &[],
            "undecided ?val",
        ),
        (
            r#"{ all = [{ date = "a" }, { question = "val", is = "ja" }] }"#,
            &[],
            no,
        ),
        (
            r#"{ any = [{ date = "a" }, { question = "val", is = "ja" }] }"#,
            &[],
            "undecided ?val",
        ),
        (
            r#"{ any = [{ not = { date = "a" } }, { question = "val", is = "ja" }] }"#,
            &[],
            yes,
        ),
        (
            r#"{ all = [{ question = "tal", at_least = 1 }, { question = "val", is = "ja" }] }"#,
            &[],
            "undecided ?val ?tal",
        ),
    ] {
        let found = status(when, None, answers);
        let sorted = |text: &str| {
            let mut words: Vec<_> = text.split(' ').map(str::to_owned).collect();
            words.sort();
            words
        };
        assert_eq!(sorted(&found), sorted(expected), "{when} {answers:?}");
    }
}

#[test]
fn a_trigger_is_unknown_while_none_is_chosen() {
    let when = r#"{ trigger = "t" }"#;
    assert_eq!(status(when, None, &[]), "undecided ?trigger");
    assert_eq!(status(when, Some("t"), &[]), "open");
    assert_eq!(status(when, Some("u"), &[]), "not-applicable");
    let not = r#"{ not = { trigger = "t" } }"#;
    assert_eq!(status(not, None, &[]), "undecided ?trigger");
    assert_eq!(status(not, Some("u"), &[]), "open");
}

#[test]
fn a_step_in_a_condition_means_done_and_not_skipped() {
    let steps = step("r", "") + &step("s", "when = { step = \"r\" }");
    let mut done = Trial::of(&steps);
    done.done("r", "2026-01-02");
    assert_eq!(done.rows("s"), "open");
    let mut skipped = Trial::of(&steps);
    skipped.skip("r");
    assert_eq!(skipped.rows("s"), "not-applicable");
}
