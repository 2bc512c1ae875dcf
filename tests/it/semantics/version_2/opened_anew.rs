//! Rounds opened anew.

use super::super::trial::{Trial, step};
use super::{QUESTION, lap};

/// Weekly from Thursday 1 January until an evaluation, which another step may open anew.
fn weekly(rule: &str, of_evaluation: &str) -> Trial {
    let weekly =
        format!("due = {{ every = \"1 week\", from = \"a\", until = {{ step = \"utv\" }}{rule} }}");
    let again = "[[phase.step.outcome]]\nreopen = [\"utv\"]\n";
    let steps = step("v", &weekly) + &step("utv", of_evaluation) + &step("igen", again);
    let mut trial = Trial::of_version_2(&(steps + QUESTION));
    trial
        .date("a", "2026-01-01")
        .done("v", "2026-01-08")
        .done("v", "2026-01-15");
    trial
}

#[test]
fn each_evaluation_ends_it_and_nothing_falls_due_until_that_is_opened_anew() {
    let mut trial = weekly("", "");
    let two = "done 2026-01-08 | done 2026-01-15";
    assert_eq!(trial.rows("v"), format!("{two} | open 2026-01-22"));
    trial.done("utv", "2026-01-20");
    assert_eq!(trial.rows("v"), two);
    // 22 and 29 January and 5 February lie between.
    trial.done("igen", "2026-02-10");
    assert_eq!(trial.rows("v"), format!("{two} | open 2026-02-12"));
    trial.done("v", "2026-02-12").done("utv", "2026-02-20");
    assert_eq!(
        trial.rows("v"),
        format!("{two} | done 2026-02-12 | open 2026-02-19")
    );
    trial.done("v", "2026-02-20");
    assert_eq!(
        trial.rows("v"),
        format!("{two} | done 2026-02-12 | done 2026-02-19")
    );
}

#[test]
fn opened_anew_the_day_it_was_done_it_goes_on() {
    let mut trial = weekly("", "[[phase.step.outcome]]\nreopen = [\"utv\"]\n");
    trial.done("utv", "2026-01-20");
    assert_eq!(
        trial.rows("v"),
        "done 2026-01-08 | done 2026-01-15 | open 2026-01-22"
    );
}

#[test]
fn a_date_on_the_day_it_was_opened_anew_is_left_out_and_one_on_the_day_it_ended_is_not() {
    let mut trial = weekly("", "");
    trial.done("utv", "2026-01-22");
    assert_eq!(
        trial.rows("v"),
        "done 2026-01-08 | done 2026-01-15 | open 2026-01-22"
    );
    trial.done("v", "2026-01-22").done("igen", "2026-02-12");
    assert!(
        trial
            .rows("v")
            .ends_with("done 2026-01-22 | open 2026-02-19")
    );
}

#[test]
fn rounds_due_before_stand() {
    let mut trial = weekly("", "");
    trial.done("utv", "2026-01-29").done("igen", "2026-02-10");
    assert_eq!(
        trial.rows("v"),
        "done 2026-01-08 | done 2026-01-15 | open 2026-01-22"
    );
    trial.done("v", "2026-02-11");
    assert!(
        trial
            .rows("v")
            .ends_with("| done 2026-01-22 | open 2026-02-12")
    );
}

#[test]
fn a_rolling_rule_goes_on_from_the_last_time_past_the_pause() {
    let mut trial = weekly(", counted = \"last-done\"", "");
    trial.done("utv", "2026-01-20").done("igen", "2026-02-10");
    assert!(trial.rows("v").ends_with("| open 2026-02-12"));
}

#[test]
fn on_an_unknown_day_nothing_is_cut_and_a_skipped_round_ends_too() {
    let mut trial = weekly("", "");
    trial.at("2026-01-20").done("utv", "unknown");
    assert!(trial.rows("v").ends_with("| open 2026-01-22"));
    let mut trial = weekly("", "");
    trial.at("2026-01-20").skip("utv");
    assert_eq!(trial.rows("v"), "done 2026-01-08 | done 2026-01-15");
}

#[test]
fn a_round_that_is_undecided_cuts_nothing_and_one_that_does_not_apply_does() {
    let mut trial = weekly("", "when = { question = \"q\", is = \"yes\" }");
    trial
        .answer("q", "yes")
        .done("utv", "2026-01-20")
        .done("igen", "2026-02-10");
    assert!(trial.rows("v").ends_with("| open 2026-02-12"));
    trial.answer("q", "");
    assert!(trial.rows("v").ends_with("| open 2026-02-12"));
    trial.answer("q", "no");
    assert_eq!(trial.rows("v"), "done 2026-01-08 | done 2026-01-15");
}

#[test]
fn a_list_of_terms_has_no_pause() {
    let list =
        "due = { after = \"a\", terms = [\"1 week\", \"5 weeks\"], until = { step = \"utv\" } }";
    let steps = step("v", list)
        + &step("utv", "")
        + &step("igen", "[[phase.step.outcome]]\nreopen = [\"utv\"]\n");
    let mut trial = Trial::of_version_2(&steps);
    trial
        .date("a", "2026-01-01")
        .done("v", "2026-01-08")
        .done("utv", "2026-01-20");
    assert_eq!(trial.rows("v"), "done 2026-01-08");
    trial.done("igen", "2026-02-10");
    assert_eq!(trial.rows("v"), "done 2026-01-08 | open 2026-02-05");
}

#[test]
fn a_plan_goes_on_to_the_day_it_takes_the_evaluation_to_be_done_again() {
    let mut trial = weekly("", "due = { on = \"b\" }");
    trial
        .date("b", "2026-01-20")
        .done("utv", "2026-01-20")
        .done("igen", "2026-02-10")
        .date("b", "2026-02-20");
    let later = "open 2026-02-12 | waiting 2026-02-19 assumed ?v";
    assert!(
        trial.rows_ahead("v").ends_with(later),
        "{}",
        trial.rows_ahead("v")
    );
}

#[test]
fn in_a_file_of_version_1_what_ended_once_has_ended() {
    let weekly = "due = { every = \"1 week\", from = \"a\", until = { step = \"utv\" } }";
    let steps = step("v", weekly)
        + &step("utv", "")
        + &step("igen", "[[phase.step.outcome]]\nreopen = [\"utv\"]\n");
    let mut trial = Trial::of(&steps);
    trial
        .date("a", "2026-01-01")
        .done("v", "2026-01-08")
        .done("utv", "2026-01-10")
        .done("igen", "2026-01-12");
    assert_eq!(trial.rows("v"), "done 2026-01-08");
}

#[test]
fn what_is_required_from_the_second_round_on() {
    let mut trial =
        lap("requires = [{ step = \"mote\", from_round = 2 }, { date = \"b\", from_round = 3 }]");
    assert_eq!(trial.rows("extra"), "open");
    trial
        .skip("extra")
        .done("mote", "2026-01-05")
        .done("utv", "2026-02-02");
    assert_eq!(trial.rows("extra"), "skipped | blocked ?mote");
    trial.done("mote", "2026-02-03");
    assert_eq!(trial.rows("extra"), "skipped | open");
    trial.done("extra", "2026-02-04").done("utv", "2026-02-20");
    assert_eq!(trial.rows("extra"), "skipped | done | blocked ?mote ?b");
}

#[test]
fn a_repeating_step_gets_its_round_although_its_dates_are_used_up() {
    let due = "due = { each_year = [\"01\"], from = \"a\", until = \"b\" }";
    let mut trial = lap(due);
    trial
        .date("b", "2026-02-15")
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-20")
        .done("utv", "2026-02-02");
    assert_eq!(
        trial.rows("extra"),
        "done 2026-01-31 from 2026-01-01 | open 2026-02-15"
    );
    let mut trial = lap(due);
    trial
        .date("b", "2026-02-15")
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-20")
        .done("utv", "2026-03-02");
    assert_eq!(
        trial.rows("extra"),
        "done 2026-01-31 from 2026-01-01 | open 2026-03-02"
    );
}

#[test]
fn no_round_opened_anew_is_born_late() {
    let mut trial = lap("due = { before = \"b\", term = \"2 weeks\" }");
    trial
        .date("b", "2026-02-10")
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-20")
        .done("utv", "2026-02-02");
    assert_eq!(
        trial.rows("extra"),
        "done 2026-01-27 | open 2026-02-02 raw 2026-01-27"
    );
    trial.date("b", "2026-03-10");
    assert_eq!(trial.rows("extra"), "done 2026-01-27 | open 2026-02-24");
}

#[test]
fn a_day_given_later_is_then_the_day_of_the_reopening_too() {
    let mut trial = lap("due = { before = \"b\", term = \"2 weeks\" }");
    trial
        .date("b", "2026-02-10")
        .done("mote", "2026-01-05")
        .done("extra", "2026-01-20");
    trial.at("2026-02-06").done("utv", "unknown");
    assert_eq!(
        trial.rows("extra"),
        "done 2026-01-27 | open 2026-02-06 raw 2026-01-27"
    );
    trial.done("utv", "2026-02-03");
    assert_eq!(
        trial.rows("extra"),
        "done 2026-01-27 | open 2026-02-03 raw 2026-01-27"
    );
}
