//! At least one round, however short the time.

use super::super::trial::{Trial, step};
use super::{QUESTION, ruled};

const HALF_YEAR: &str =
    "{ every = \"6 months\", from = \"a\", until = \"b\", at_least_once = true }";

#[test]
fn without_a_date_of_the_rule_up_to_the_end_there_is_one_round_on_it() {
    for (b, rows) in [
        ("", "open 2026-07-15"),
        ("2026-06-01", "open 2026-06-01"),
        ("2026-07-15", "open 2026-07-15"),
        ("2026-09-01", "open 2026-07-15"),
        ("2026-01-15", "open 2026-01-15"),
        ("2026-01-14", "not-applicable"),
    ] {
        let mut trial = ruled(HALF_YEAR);
        trial.date("a", "2026-01-15").date("b", b);
        assert_eq!(trial.rows("s"), rows, "{b}");
    }
}

#[test]
fn it_moves_with_the_end_and_gives_way_to_a_date_that_fits_again() {
    let mut trial = ruled(HALF_YEAR);
    trial.date("a", "2026-01-15");
    for (b, rows) in [
        ("2026-05-01", "open 2026-05-01"),
        ("2026-05-20", "open 2026-05-20"),
        ("2026-08-01", "open 2026-07-15"),
        ("2026-04-01", "open 2026-04-01"),
    ] {
        assert_eq!(trial.date("b", b).rows("s"), rows, "{b}");
    }
}

#[test]
fn it_rolls_as_the_rule_says_and_has_no_opening_day() {
    // 7 June 2026 is a Sunday, the day before the national day.
    let mut trial = ruled(
        "{ each_year = [\"10\"], from = \"a\", until = \"b\", at_least_once = true, roll = \"previous\" }",
    );
    trial.date("a", "2026-01-15").date("b", "2026-06-07");
    assert_eq!(trial.rows("s"), "open 2026-06-05 raw 2026-06-07");
    trial.date("b", "2026-11-15");
    assert_eq!(
        trial.rows("s"),
        "open 2026-10-30 raw 2026-10-31 from 2026-10-01"
    );
}

#[test]
fn once_a_round_has_ended_however_it_did_none_is_owed() {
    let mut trial = ruled(HALF_YEAR);
    trial
        .date("a", "2026-01-15")
        .date("b", "2026-06-01")
        .done("s", "2026-03-01");
    assert_eq!(trial.rows("s"), "done 2026-06-01");
    let mut trial = ruled(HALF_YEAR);
    trial
        .date("a", "2026-01-15")
        .date("b", "2026-06-01")
        .skip("s");
    assert_eq!(trial.rows("s"), "skipped 2026-06-01");
}

/// An assumed end gives none to a step that has a date today.
#[test]
fn a_plan_assumes_no_such_round() {
    let end = step("slut", "due = { on = \"b\" }");
    let s = step(
        "s",
        "due = { every = \"6 months\", from = \"a\", until = { step = \"slut\" }, at_least_once = true }",
    );
    let mut trial = Trial::of_version_2(&(end + &s));
    trial.date("a", "2026-01-15").date("b", "2026-06-01");
    assert_eq!(trial.rows_ahead("s"), "open 2026-07-15");
    trial.done("slut", "2026-06-01");
    assert_eq!(trial.rows("s"), "open 2026-06-01");
}

#[test]
fn closing_asks_for_a_reason_until_one_round_has_ended() {
    for (rest, is_left) in [
        ("at_least_once = true", true),
        ("at_least_once = false", false),
    ] {
        let due = HALF_YEAR.replace("at_least_once = true", rest);
        let mut trial = ruled(&due);
        trial.date("a", "2026-01-15");
        assert_eq!(
            trial.change(|draft| draft.clone().close(None)).is_err(),
            is_left
        );
        trial.done("s", "2026-02-01");
        trial.change(|draft| draft.close(None)).unwrap();
    }
    let when = "when = { question = \"q\", is = \"yes\" }\n";
    let mut trial =
        Trial::of_version_2(&(step("s", &format!("{when}due = {HALF_YEAR}")) + QUESTION));
    assert!(trial.change(|draft| draft.clone().close(None)).is_err());
    trial
        .answer("q", "no")
        .change(|draft| draft.close(None))
        .unwrap();
}
