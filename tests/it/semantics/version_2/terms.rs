//! Several terms after one day, a round each.

use super::super::trial::{Trial, step};
use super::{lap, ruled};

const THREE: &str =
    "{ after = \"a\", terms = [\"3 days\", \"1 month\", \"6 weeks\"], until = \"b\" }";

#[test]
fn each_round_stands_at_its_term_and_none_is_passed_over() {
    let mut trial = ruled(THREE);
    assert_eq!(trial.rows("s"), "waiting ?a");
    trial.date("a", "2026-01-31");
    assert_eq!(trial.rows("s"), "open 2026-02-03");
    // Who does the first late finds the second due.
    trial.done("s", "2026-03-05");
    assert_eq!(trial.rows("s"), "done 2026-02-03 | open 2026-02-28");
    trial.done("s", "2026-03-06");
    assert_eq!(
        trial.rows("s"),
        "done 2026-02-03 | done 2026-02-28 | open 2026-03-14"
    );
    // Open rounds follow the day, those that have ended keep theirs.
    trial.date("a", "2026-02-01");
    assert_eq!(
        trial.rows("s"),
        "done 2026-02-03 | done 2026-02-28 | open 2026-03-15"
    );
    trial.skip("s");
    assert_eq!(
        trial.rows("s"),
        "done 2026-02-03 | done 2026-02-28 | skipped 2026-03-15"
    );
}

#[test]
fn nothing_falls_due_after_a_known_until() {
    let mut trial = ruled(THREE);
    trial
        .date("a", "2026-01-31")
        .date("b", "2026-02-28")
        .done("s", "2026-02-03");
    assert_eq!(trial.rows("s"), "done 2026-02-03 | open 2026-02-28");
    trial.done("s", "2026-02-20");
    assert_eq!(trial.rows("s"), "done 2026-02-03 | done 2026-02-28");
    let mut trial = ruled(THREE);
    trial.date("a", "2026-01-31").date("b", "2026-02-01");
    assert_eq!(trial.rows("s"), "not-applicable");
    let mut trial = ruled(&THREE.replace("until = \"b\"", "until = \"b\", at_least_once = true"));
    trial.date("a", "2026-01-31").date("b", "2026-02-01");
    assert_eq!(trial.rows("s"), "open 2026-02-01");
    trial.done("s", "2026-02-01");
    assert_eq!(trial.rows("s"), "done 2026-02-01");
}

#[test]
fn they_stand_in_the_order_listed_and_roll() {
    let mut trial = ruled("{ after = \"a\", terms = [\"1 month\", \"1 week\"], roll = \"next\" }");
    trial.date("a", "2026-01-28");
    // 28 February is a Saturday.
    assert_eq!(trial.rows("s"), "open 2026-03-02 raw 2026-02-28");
    trial.done("s", "2026-02-01");
    assert_eq!(
        trial.rows("s"),
        "done 2026-03-02 raw 2026-02-28 | open 2026-02-04"
    );
}

#[test]
fn an_optional_round_does_not_move_on() {
    let mut trial = Trial::of_version_2(&step("s", &format!("optional = true\ndue = {THREE}")));
    trial.date("a", "2026-01-31").at("2026-06-01");
    assert_eq!(trial.rows("s"), "open 2026-02-03");
}

#[test]
fn opened_anew_the_list_begins_again_and_counts_from_then() {
    let mut trial = lap("due = { after = \"a\", terms = [\"3 days\", \"1 month\"] }");
    trial
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-08")
        .done("extra", "2026-02-05");
    assert_eq!(trial.rows("extra"), "done 2026-01-08 | done 2026-02-05");
    trial.done("utv", "2026-03-02");
    let two = "done 2026-01-08 | done 2026-02-05";
    assert_eq!(trial.rows("extra"), format!("{two} | open 2026-03-05"));
    trial.done("extra", "2026-03-20");
    assert_eq!(
        trial.rows("extra"),
        format!("{two} | done 2026-03-05 | open 2026-04-02")
    );
    trial.done("extra", "2026-04-02");
    assert_eq!(
        trial.rows("extra"),
        format!("{two} | done 2026-03-05 | done 2026-04-02")
    );
    // An anchor that is later counts itself.
    let mut trial = lap("due = { after = \"b\", terms = [\"3 days\", \"1 month\"] }");
    trial
        .date("b", "2026-01-05")
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-08")
        .done("extra", "2026-02-05");
    trial
        .done("utv", "2026-03-02")
        .date("b", "2026-03-10")
        .done("extra", "2026-03-13");
    assert_eq!(
        trial.rows("extra"),
        format!("{two} | done 2026-03-13 | open 2026-04-10")
    );
}

#[test]
fn a_round_that_is_still_to_do_is_kept() {
    let mut trial = lap("due = { after = \"a\", terms = [\"3 days\", \"1 month\"] }");
    trial
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-08")
        .done("utv", "2026-03-02");
    assert_eq!(trial.rows("extra"), "done 2026-01-08 | open 2026-02-05");
}

#[test]
fn a_plan_shows_all_of_them() {
    let mut trial =
        ruled("{ after = \"a\", terms = [\"1 year\", \"2 years\", \"3 years\"], until = \"b\" }");
    trial.date("a", "2026-01-31");
    assert_eq!(
        trial.rows_ahead("s"),
        "open 2027-01-31 | waiting 2028-01-31 assumed ?s | waiting 2029-01-31 assumed ?s"
    );
    trial.date("b", "2028-12-31");
    assert_eq!(
        trial.rows_ahead("s"),
        "open 2027-01-31 | waiting 2028-01-31 assumed ?s"
    );
}

/// Closing asks for a reason while a round is left.
#[test]
fn they_hold_the_case_open() {
    for (extra, is_left) in [("", true), ("optional = true\n", false)] {
        let mut trial = Trial::of_version_2(&step("s", &format!("{extra}due = {THREE}")));
        trial.date("a", "2026-01-31");
        for on in ["2026-02-01", "2026-02-02", "2026-02-03"] {
            let closed = trial.change(|draft| draft.clone().close(None));
            assert_eq!(closed.is_err(), is_left, "{on}");
            trial.done("s", on);
        }
        trial.change(|draft| draft.close(None)).unwrap();
    }
}
