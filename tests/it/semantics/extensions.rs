//! A later date by decision: the original stays beside it, and nothing else sees it.

use sisam::domain::decide::Refusal;

use super::trial::{Trial, day, how, step};

fn extend_to(trial: &mut Trial, step: &str, to: &str) -> Refusal {
    trial.refusal(|draft| draft.extend(&step.into(), day(to), "sjukdom", "chefen"))
}

#[test]
fn the_later_of_the_two_dates_counts_and_the_original_follows_its_anchor() {
    let mut trial = Trial::of(&step("s", r#"due = { after = "a", term = "1 week" }"#));
    trial.date("a", "2026-01-01").extend("s", "2026-01-15");
    let extended = "open 2026-01-15 raw 2026-01-08 rule 2026-01-08";
    assert_eq!(trial.rows("s"), extended);
    trial.date("a", "2026-01-02");
    assert_eq!(
        trial.rows("s"),
        "open 2026-01-15 raw 2026-01-09 rule 2026-01-09"
    );
    trial.date("a", "2026-01-10");
    assert_eq!(trial.rows("s"), "open 2026-01-17");
    trial.date("a", "2026-01-01");
    assert_eq!(trial.rows("s"), extended);
    trial.date("a", "");
    assert_eq!(trial.rows("s"), "waiting ?a");
}

#[test]
fn its_date_must_be_later_than_the_rules() {
    let mut trial = Trial::of(&step("s", r#"due = { after = "a", term = "1 week" }"#));
    trial.date("a", "2026-01-01");
    for to in ["2026-01-07", "2026-01-08"] {
        let refusal = extend_to(&mut trial, "s", to);
        assert!(matches!(refusal, Refusal::NotLater { .. }), "{to}");
    }
    trial.extend("s", "2026-01-20");
    // Shorter than the extension before, but later than the rule's.
    trial.extend("s", "2026-01-09");
    assert_eq!(
        trial.rows("s"),
        "open 2026-01-09 raw 2026-01-08 rule 2026-01-08"
    );
}

#[test]
fn with_a_rolling_date_it_must_be_later_than_the_date_rolled_to() {
    let mut trial = Trial::of(&step(
        "s",
        r#"due = { after = "a", term = "1 month", roll = "next" }"#,
    ));
    trial.date("a", "2026-04-01");
    assert!(matches!(
        extend_to(&mut trial, "s", "2026-05-04"),
        Refusal::NotLater { .. }
    ));
    trial.extend("s", "2026-05-05");
}

#[test]
fn open_and_blocked_steps_without_a_date_may_be_given_one_and_others_not() {
    let question = "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";
    let steps = step("open", "")
        + &step("blocked", r#"requires = [{ step = "open" }]"#)
        + &step("waiting", r#"due = { on = "a" }"#)
        + &step("undecided", r#"when = { question = "q", is = "yes" }"#)
        + &step("gone", r#"when = { date = "b" }"#)
        + &step("done", "");
    let mut trial = Trial::of(&format!("{steps}{question}"));
    trial.done("done", "2026-01-01");
    trial.extend("open", "2026-02-01");
    trial.extend("blocked", "2026-02-01");
    assert_eq!(trial.rows("open"), "open 2026-02-01");
    assert_eq!(trial.rows("blocked"), "blocked 2026-02-01 ?open");
    let mut refused = |step: &str| extend_to(&mut trial, step, "2026-02-01");
    assert!(matches!(refused("waiting"), Refusal::NotExtendable { .. }));
    assert!(matches!(refused("undecided"), Refusal::Undecided { .. }));
    assert!(matches!(refused("gone"), Refusal::NotApplicable { .. }));
    assert!(matches!(refused("done"), Refusal::Ended { .. }));
}

#[test]
fn it_belongs_to_one_round_and_the_series_never_sees_it() {
    let mut trial = Trial::of(&step(
        "s",
        r#"due = { every = "1 month", from = "a", until = "b" }"#,
    ));
    trial.date("a", "2026-01-10").date("b", "2026-02-10");
    trial.extend("s", "2026-04-01");
    // Later than `until`, by decision.
    assert_eq!(
        trial.rows("s"),
        "open 2026-04-01 raw 2026-02-10 rule 2026-02-10"
    );
    trial.date("b", "").done("s", "2026-02-11");
    assert_eq!(
        trial.rows("s"),
        "done 2026-04-01 raw 2026-02-10 rule 2026-02-10 | open 2026-03-10"
    );
}

#[test]
fn lateness_is_counted_from_both_dates() {
    let mut trial = Trial::of(&step("s", r#"due = { on = "a" }"#));
    trial.date("a", "2026-01-05").extend("s", "2026-01-12");
    trial.at("2026-01-14");
    let late = |trial: &Trial| {
        let row = trial.row("s");
        (
            row.days_late(trial.today),
            row.days_late_original(trial.today),
        )
    };
    assert_eq!(late(&trial), (Some(2), Some(9)));
    trial.done("s", "2026-01-10");
    assert_eq!(late(&trial), (Some(0), Some(5)));
    // What has ended keeps its dates.
    trial.date("a", "2026-01-01");
    assert_eq!(late(&trial), (Some(0), Some(5)));
}

#[test]
fn it_needs_a_reason_and_somebody_who_decided() {
    let mut trial = Trial::of(&step("s", ""));
    for (reason, decided_by) in [("", "chefen"), ("sjukdom", " ")] {
        let refusal =
            trial.refusal(|draft| draft.extend(&"s".into(), day("2026-02-01"), reason, decided_by));
        assert!(matches!(refusal, Refusal::TextMissing(_)));
    }
}

#[test]
fn what_hangs_on_the_step_counts_from_the_day_it_was_done() {
    let steps = step("s", r#"due = { on = "a" }"#)
        + &step("t", r#"due = { after = { step = "s" }, term = "1 week" }"#);
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-05").extend("s", "2026-02-01");
    assert_eq!(trial.rows("t"), "waiting ?s");
    trial
        .change(|draft| draft.done(&"s".into(), &how("2026-01-01", None)))
        .unwrap();
    assert_eq!(trial.rows("t"), "open 2026-01-08");
}
