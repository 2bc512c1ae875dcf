//! The first or the last of several dates.

use sisam::domain::due_rule::Basis;

use super::super::trial::{Trial, step};
use super::{QUESTION, lap, ruled};

/// What the rules come to with these days of the key dates; empty is unknown.
fn with(due: &str, a: &str, b: &str) -> String {
    let mut trial = ruled(due);
    trial.date("a", a).date("b", b);
    trial.rows("s")
}

#[test]
fn the_earliest_or_latest_date_that_is_known_counts() {
    let first = "{ first_of = [{ on = \"a\" }, { before = \"b\" }] }";
    let last = "{ last_of = [{ on = \"a\" }, { before = \"b\" }] }";
    for (due, a, b, rows) in [
        (first, "", "", "waiting ?a ?b"),
        (first, "2026-05-01", "", "open 2026-05-01"),
        (first, "", "2026-04-20", "open 2026-04-19"),
        (first, "2026-05-01", "2026-04-20", "open 2026-04-19"),
        (first, "2026-05-01", "2026-06-01", "open 2026-05-01"),
        (last, "", "", "waiting ?a ?b"),
        // One known date is better than none.
        (last, "2026-05-01", "", "open 2026-05-01"),
        (last, "2026-05-01", "2026-04-20", "open 2026-05-01"),
        (last, "2026-05-01", "2026-06-01", "open 2026-05-31"),
    ] {
        assert_eq!(with(due, a, b), rows, "{due} {a} {b}");
    }
}

#[test]
fn it_is_the_final_date_that_is_compared() {
    let rolled =
        "{ after = \"a\", earliest = \"2 months\", term = \"3 months\", roll = \"previous\" }";
    let at_once = "{ before = \"b\", term = \"8 weeks\", or_at_once = true }";
    for (pick, one, a, b, rows) in [
        // Three months on is Sunday 29 November, and rolls to Friday the 27th.
        (
            "first_of",
            rolled,
            "2026-08-29",
            "2026-11-28",
            "open 2026-11-27 raw 2026-11-29 from 2026-10-29",
        ),
        (
            "last_of",
            rolled,
            "2026-08-29",
            "2026-11-28",
            "open 2026-11-28",
        ),
        // Eight weeks before was 7 December; the date was entered on 1 January.
        (
            "first_of",
            at_once,
            "2025-12-20",
            "2026-02-01",
            "open 2025-12-20",
        ),
        (
            "last_of",
            at_once,
            "2025-12-20",
            "2026-02-01",
            "open 2026-01-01 raw 2025-12-07",
        ),
    ] {
        let other = if one == rolled { "b" } else { "a" };
        let due = format!("{{ {pick} = [{one}, {{ on = \"{other}\" }}] }}");
        assert_eq!(with(&due, a, b), rows, "{due}");
    }
}

#[test]
fn of_equal_dates_the_first_listed_counts() {
    for pick in ["first_of", "last_of"] {
        let due = format!(
            "{{ {pick} = [{{ on = \"a\", basis = \"source\" }}, {{ on = \"b\", basis = \"law\" }}] }}"
        );
        let mut trial = ruled(&due);
        trial.date("a", "2026-05-01").date("b", "2026-05-01");
        assert_eq!(trial.row("s").dates.basis, Some(Basis::Source), "{pick}");
        trial.date("a", "");
        assert_eq!(trial.row("s").dates.basis, Some(Basis::Law), "{pick}");
    }
}

#[test]
fn an_entry_counts_only_while_its_condition_holds() {
    let asked = |due: &str| Trial::of_version_2(&(step("s", &format!("due = {due}")) + QUESTION));
    let yes = "when = { question = \"q\", is = \"yes\" }";
    let mut trial = asked(&format!(
        "{{ first_of = [{{ on = \"a\", {yes} }}, {{ on = \"b\" }}] }}"
    ));
    trial.date("a", "2026-03-01");
    assert_eq!(trial.rows("s"), "waiting ?b");
    trial.date("b", "2026-05-01");
    assert_eq!(trial.rows("s"), "open 2026-05-01");
    assert_eq!(trial.may_change("s"), ["q"]);
    trial.answer("q", "yes");
    assert_eq!(trial.rows("s"), "open 2026-03-01");
    assert!(trial.may_change("s").is_empty());
    trial.date("b", "");
    assert_eq!(trial.may_change("s"), ["b"]);
    trial.answer("q", "no");
    assert_eq!(trial.rows("s"), "waiting ?b");
    // All are out: it has no due rule.
    let mut trial = asked(&format!(
        "{{ last_of = [{{ on = \"a\", {yes} }}, {{ on = \"b\", {yes} }}] }}"
    ));
    assert_eq!(
        (trial.rows("s"), trial.may_change("s")),
        ("open".into(), vec!["q".to_owned()])
    );
    trial.answer("q", "no");
    assert_eq!(trial.rows("s"), "open");
}

#[test]
fn an_entry_that_counts_from_a_step_that_does_not_apply_is_out() {
    let x = step("x", "when = { question = \"q\", is = \"yes\" }");
    let s = step(
        "s",
        "due = { first_of = [{ after = { step = \"x\" }, term = \"1 week\" }, { on = \"a\" }] }",
    );
    let mut trial = Trial::of_version_2(&(x + &s + QUESTION));
    assert_eq!(trial.rows("s"), "waiting ?a ?x");
    trial.answer("q", "no");
    assert_eq!(trial.rows("s"), "waiting ?a");
    trial.date("a", "2026-05-01");
    assert_eq!(trial.rows("s"), "open 2026-05-01");
    assert!(trial.may_change("s").is_empty());
    trial.answer("q", "yes").done("x", "2026-01-10");
    assert_eq!(trial.rows("s"), "open 2026-01-17");
}

#[test]
fn in_a_list_the_table_that_counts_is_the_first_whose_condition_holds() {
    let due = "[{ when = { question = \"q\", is = \"yes\" }, first_of = [{ on = \"a\" }, { on = \"b\" }] }, { before = \"b\" }]";
    let mut trial = Trial::of_version_2(&(step("s", &format!("due = {due}")) + QUESTION));
    trial.date("a", "2026-03-01").date("b", "2026-05-01");
    assert_eq!(trial.rows("s"), "open 2026-04-30");
    assert_eq!(trial.may_change("s"), ["q"]);
    trial.answer("q", "yes");
    assert_eq!(trial.rows("s"), "open 2026-03-01");
}

#[test]
fn an_extension_and_other_steps_see_only_the_date_that_counts() {
    let next = step("n", "due = { after = { step = \"s\" }, term = \"1 week\" }");
    let s = step("s", "due = { first_of = [{ on = \"a\" }, { on = \"b\" }] }");
    let mut trial = Trial::of_version_2(&(s + &next));
    trial.date("a", "2026-05-01").date("b", "2026-06-01");
    assert_eq!(trial.rows_ahead("n"), "waiting 2026-05-08 assumed ?s");
    trial.extend("s", "2026-05-20");
    assert_eq!(
        trial.rows("s"),
        "open 2026-05-20 raw 2026-05-01 rule 2026-05-01"
    );
    trial.date("a", "2026-05-25");
    assert_eq!(trial.rows("s"), "open 2026-05-25");
}

/// Entries that rest on steps are assumed and may be the ones that count; the status stays today's.
#[test]
fn a_plan_that_looks_ahead_takes_entries_to_come_about() {
    let x = step("x", "due = { on = \"a\" }");
    let s = step(
        "s",
        "due = { first_of = [{ on = \"b\" }, { after = { step = \"x\" }, term = \"1 week\" }] }",
    );
    let mut trial = Trial::of_version_2(&(x + &s));
    trial.date("b", "2026-05-01");
    assert_eq!(trial.rows_ahead("s"), "open 2026-05-01");
    trial.date("a", "2026-03-02");
    assert_eq!(trial.rows("s"), "open 2026-05-01");
    assert_eq!(trial.rows_ahead("s"), "open 2026-03-09 assumed");
    trial.date("b", "2026-03-05");
    assert_eq!(trial.rows_ahead("s"), "open 2026-03-05");
    trial.date("b", "");
    assert_eq!(trial.rows("s"), "waiting ?b ?x");
    assert_eq!(trial.rows_ahead("s"), "waiting 2026-03-09 assumed ?b ?x");
}

#[test]
fn in_a_round_opened_anew_each_entry_is_judged_for_itself() {
    let mut trial = lap(
        "due = { last_of = [{ on = \"b\" }, { after = { step = \"mote\" }, term = \"1 week\" }] }",
    );
    trial
        .date("b", "2026-01-09")
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-12");
    trial.done("utv", "2026-02-02");
    // `b` counts as the day of the reopening; the meeting is to be held again.
    assert_eq!(trial.rows("extra"), "done 2026-01-12 | open 2026-02-02");
    assert_eq!(trial.may_change("extra"), ["mote"]);
    trial.done("mote", "2026-02-10");
    assert_eq!(trial.rows("extra"), "done 2026-01-12 | open 2026-02-17");
}
