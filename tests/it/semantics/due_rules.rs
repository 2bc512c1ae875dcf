//! Each kind of single-date rule, and how its date rolls.

use super::trial::{Trial, step};

/// What a rule gives on a day of the key date `a`, entered on 1 January 2026.
fn given(due: &str, a: &str) -> String {
    let mut trial = Trial::of(&step("s", &format!("due = {{ {due} }}")));
    trial.date("a", a).rows("s")
}

#[test]
fn every_kind_counts_from_its_anchor() {
    for (due, a, rows) in [
        (r#"on = "a""#, "2026-05-01", "open 2026-05-01"),
        (r#"before = "a""#, "2026-05-01", "open 2026-04-30"),
        (
            r#"before = "a", term = "2 weeks""#,
            "2026-05-01",
            "open 2026-04-17",
        ),
        (
            r#"after = "a", term = "3 months""#,
            "2026-11-30",
            "open 2027-02-28",
        ),
        (
            r#"after = "a", term = "1 year""#,
            "2028-02-29",
            "open 2029-02-28",
        ),
        // 1 May is a holiday, and the anchor is not counted.
        (
            r#"after = "a", term = "1 workday""#,
            "2026-04-30",
            "open 2026-05-04",
        ),
        (
            r#"before = "a", term = "2 workdays""#,
            "2026-05-04",
            "open 2026-04-29",
        ),
        (
            r#"after = "a", earliest = "2 months", term = "3 months""#,
            "2026-08-24",
            "open 2026-11-24 from 2026-10-24",
        ),
        (
            r#"before = "a", earliest = "6 weeks""#,
            "2026-08-24",
            "open 2026-08-23 from 2026-07-13",
        ),
        (
            r#"before = "a", earliest = "6 weeks", term = "1 week""#,
            "2026-08-24",
            "open 2026-08-17 from 2026-07-13",
        ),
        (
            r#"after = "a", promptly = true, term = "1 day""#,
            "2026-08-24",
            "open 2026-08-25 since 2026-08-24",
        ),
        (
            r#"after = "a", promptly = true"#,
            "2026-08-24",
            "open since 2026-08-24",
        ),
    ] {
        assert_eq!(given(due, a), rows, "{due}");
        let unknown = given(due, "");
        assert_eq!(unknown, "waiting ?a", "{due}");
    }
}

#[test]
fn a_date_rolls_as_its_rule_says_and_the_raw_one_stays_visible() {
    let month = r#"after = "a", term = "1 month""#;
    for (rule, a, rows) in [
        (month.to_owned(), "2026-04-01", "open 2026-05-01"),
        (
            format!("{month}, roll = \"none\""),
            "2026-04-01",
            "open 2026-05-01",
        ),
        (
            format!("{month}, roll = \"next\""),
            "2026-04-01",
            "open 2026-05-04 raw 2026-05-01 rule 2026-05-04",
        ),
        (
            format!("{month}, roll = \"previous\""),
            "2026-04-01",
            "open 2026-04-30 raw 2026-05-01",
        ),
        // Midsummer's eve: no holiday, but the act counts it.
        (
            format!("{month}, roll = \"statutory\""),
            "2026-05-19",
            "open 2026-06-22 raw 2026-06-19",
        ),
        (
            r#"before = "a", term = "1 week", roll = "previous""#.to_owned(),
            "2026-05-08",
            "open 2026-04-30 raw 2026-05-01",
        ),
        // The opening day never rolls.
        (
            r#"after = "a", earliest = "2 months", term = "3 months", roll = "next""#.to_owned(),
            "2026-03-01",
            "open 2026-06-01 from 2026-05-01",
        ),
    ] {
        let rows = rows.replace(" rule 2026-05-04", "");
        assert_eq!(given(&rule, a), rows, "{rule}");
    }
}

#[test]
fn at_once_is_the_day_the_anchor_was_entered() {
    let mut trial = Trial::of(&step(
        "s",
        r#"due = { before = "a", term = "8 weeks", or_at_once = true }"#,
    ));
    trial.at("2026-01-10").date("a", "2026-06-01");
    assert_eq!(trial.rows("s"), "open 2026-04-06");
    trial.date("a", "2026-02-01");
    assert_eq!(trial.rows("s"), "open 2026-01-10 raw 2025-12-07");
    // The same date said again is not entered again.
    trial.at("2026-01-20").date("a", "2026-02-01");
    assert_eq!(trial.rows("s"), "open 2026-01-10 raw 2025-12-07");
    trial.date("a", "2026-02-02");
    assert_eq!(trial.rows("s"), "open 2026-01-20 raw 2025-12-08");
    // A date on the very day stands.
    trial.date("a", "2026-03-17");
    assert_eq!(trial.rows("s"), "open 2026-01-20");
    assert!(!trial.row("s").derivation.unwrap().at_once);
}

#[test]
fn a_date_set_in_the_case_is_waited_for() {
    let question = "[[question]]\nid = \"mote\"\ntext = \"?\"\nkind = \"date\"\n";
    let steps = step("s", r#"due = { answer = "mote" }"#)
        + &step(
            "t",
            r#"due = { after = { answer = "mote" }, term = "1 week" }"#,
        );
    let mut trial = Trial::of(&format!("{steps}{question}"));
    assert_eq!(trial.rows("s"), "waiting ?mote");
    trial.answer("mote", "2026-03-04");
    assert_eq!(trial.rows("s"), "open 2026-03-04");
    assert_eq!(trial.rows("t"), "open 2026-03-11");
    trial.answer("mote", "");
    assert_eq!(trial.rows("t"), "waiting ?mote");
}

#[test]
fn a_step_is_counted_from_on_its_latest_done_or_skipped_day() {
    let steps = step("s", r#"due = { every = "1 week", from = "a" }"#)
        + &step("t", r#"due = { after = { step = "s" }, term = "1 week" }"#);
    let mut trial = Trial::of(&steps);
    trial.date("a", "2026-01-01");
    assert_eq!(trial.rows("t"), "waiting ?s");
    trial.done("s", "2026-01-05");
    assert_eq!(trial.rows("t"), "open 2026-01-12");
    trial.at("2026-01-14").skip("s");
    assert_eq!(trial.rows("t"), "open 2026-01-21");
}

#[test]
fn what_counts_from_a_step_that_does_not_apply_is_open_without_a_date() {
    let steps = step("s", r#"when = { date = "b" }"#)
        + &step("t", r#"due = { after = { step = "s" }, term = "1 week" }"#)
        + &step("u", r#"due = { every = "1 week", from = { step = "s" } }"#);
    let mut trial = Trial::of(&steps);
    assert_eq!(trial.rows("t"), "open");
    assert_eq!(trial.rows("u"), "open");
    trial.date("b", "2026-01-01");
    assert_eq!(trial.rows("t"), "waiting ?s");
    // What is done stays done, and is counted from, if the condition changes later.
    trial.done("s", "2026-01-02").date("b", "");
    assert_eq!(trial.rows("t"), "open 2026-01-09");
}

#[test]
fn of_several_rules_the_first_that_holds_counts() {
    let question = "[[question]]\nid = \"q\"\ntext = \"?\"\nkind = \"yes-no\"\n";
    let steps = step(
        "s",
        r#"due = [
            { when = { question = "q", is = "yes" }, after = "a", term = "1 week" },
            { when = { date = "b" }, on = "b" },
        ]"#,
    );
    let mut trial = Trial::of(&format!("{steps}{question}"));
    let depends = |trial: &Trial| trial.row("s").date_depends_on.len();
    // None holds, one is unknown: no due rule, and the step says whose answer would give it one.
    assert_eq!((trial.rows("s").as_str(), depends(&trial)), ("open", 1));
    trial.date("b", "2026-03-01");
    assert_eq!(
        (trial.rows("s").as_str(), depends(&trial)),
        ("open 2026-03-01", 1)
    );
    trial.answer("q", "no");
    assert_eq!(
        (trial.rows("s").as_str(), depends(&trial)),
        ("open 2026-03-01", 0)
    );
    trial.answer("q", "yes");
    assert_eq!(trial.rows("s"), "waiting ?a");
    trial.date("a", "2026-02-01");
    assert_eq!(trial.rows("s"), "open 2026-02-08");
    trial.answer("q", "no").date("b", "");
    assert_eq!((trial.rows("s").as_str(), depends(&trial)), ("open", 0));
}
