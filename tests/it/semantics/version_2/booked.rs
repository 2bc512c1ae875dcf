//! A booked day as anchor.

use super::super::trial::{Trial, day, step};
use super::{QUESTION, lap};

const CALL: &str = "due = { before = { planned = \"mote\" }, term = \"2 weeks\" }";

fn meeting(of_meeting: &str, of_call: &str) -> Trial {
    let steps = step("mote", of_meeting)
        + &step("kall", of_call)
        + &step(
            "efter",
            "due = { after = { step = \"mote\" }, term = \"1 week\" }",
        );
    Trial::of_version_2(&(steps + QUESTION))
}

#[test]
fn it_follows_the_day_that_is_booked() {
    let mut trial = meeting("", CALL);
    assert_eq!(trial.rows("kall"), "waiting ?mote");
    trial.book("mote", "2026-05-15");
    assert_eq!(trial.rows("kall"), "open 2026-05-01");
    trial.book("mote", "2026-05-22");
    assert_eq!(trial.rows("kall"), "open 2026-05-08");
    trial.book("mote", "");
    assert_eq!(trial.rows("kall"), "waiting ?mote");
}

#[test]
fn what_counts_from_the_booking_stands_when_it_is_held_on_another_day() {
    let mut trial = meeting("", CALL);
    trial.book("mote", "2026-05-15").done("mote", "2026-05-20");
    assert_eq!(trial.rows("kall"), "open 2026-05-01");
    assert_eq!(trial.rows("efter"), "open 2026-05-27");
}

#[test]
fn what_is_late_stays_late_until_a_new_day_is_booked() {
    let mut trial = meeting("due = { every = \"1 month\", from = \"a\" }", CALL);
    trial
        .date("a", "2026-01-10")
        .book("mote", "2026-02-09")
        .done("mote", "2026-02-12");
    assert_eq!(trial.rows("mote"), "done 2026-02-10 | open 2026-03-10");
    assert_eq!(trial.rows("kall"), "open 2026-01-26");
    trial.book("mote", "2026-03-10");
    assert_eq!(trial.rows("kall"), "open 2026-02-24");
    // Booked, cancelled and done without one: its round had none.
    trial.book("mote", "").done("mote", "2026-03-11");
    assert_eq!(trial.rows("kall"), "waiting ?mote");
}

#[test]
fn it_was_entered_on_the_day_it_was_booked() {
    let mut trial = meeting(
        "",
        "due = { before = { planned = \"mote\" }, term = \"2 weeks\", or_at_once = true }",
    );
    trial.at("2026-04-01").book("mote", "2026-04-08");
    assert_eq!(trial.rows("kall"), "open 2026-04-01 raw 2026-03-25");
    trial.at("2026-04-03").book("mote", "2026-04-10");
    assert_eq!(trial.rows("kall"), "open 2026-04-03 raw 2026-03-27");
}

#[test]
fn of_a_step_that_does_not_apply_and_was_never_booked_there_is_no_date() {
    let when = "when = { question = \"q\", is = \"yes\" }";
    let mut trial = meeting(when, CALL);
    trial.answer("q", "no");
    assert_eq!(trial.rows("kall"), "open");
    trial
        .answer("q", "yes")
        .book("mote", "2026-05-15")
        .answer("q", "no");
    assert_eq!(trial.rows("kall"), "open 2026-05-01");
}

#[test]
fn a_step_may_count_from_its_own() {
    let mut trial = meeting("due = { on = { planned = \"mote\" } }", "");
    assert_eq!(trial.rows("mote"), "waiting ?mote");
    trial.book("mote", "2026-05-15");
    assert_eq!(trial.rows("mote"), "open 2026-05-15");
    trial.done("mote", "2026-05-20");
    assert_eq!(trial.rows("mote"), "done 2026-05-15");
}

#[test]
fn a_meeting_within_a_limit_is_on_its_booked_day_if_that_is_sooner() {
    let due = "due = { first_of = [{ after = { step = \"kall\" }, term = \"3 weeks\" }, { on = { planned = \"mote\" } }] }";
    let mut trial = meeting(due, "");
    trial.done("kall", "2026-03-02");
    assert_eq!(trial.rows("mote"), "open 2026-03-23");
    assert_eq!(trial.may_change("mote"), ["mote"]);
    trial.book("mote", "2026-03-12");
    assert_eq!(trial.rows("mote"), "open 2026-03-12");
    trial.book("mote", "2026-04-12");
    assert_eq!(trial.rows("mote"), "open 2026-03-23");
}

#[test]
fn a_booking_moves_no_date_that_does_not_say_so_and_is_never_assumed() {
    let mut trial = meeting("due = { on = \"a\" }", CALL);
    trial.date("a", "2026-05-01");
    assert_eq!(trial.rows_ahead("kall"), "waiting ?mote");
    trial.book("mote", "2026-06-01");
    assert_eq!(trial.rows("mote"), "open 2026-05-01");
    assert_eq!(trial.row("mote").planned, Some(day("2026-06-01")));
}

#[test]
fn what_is_opened_anew_together_does_not_see_bookings_of_before() {
    let mut trial = lap("due = { on = { planned = \"mote\" } }");
    trial.book("mote", "2026-01-04").done("mote", "2026-01-05");
    assert_eq!(trial.rows("extra"), "open 2026-01-04");
    trial.done("extra", "2026-01-06").done("utv", "2026-02-02");
    assert_eq!(trial.rows("extra"), "done 2026-01-04 | waiting ?mote");
    trial.book("mote", "2026-02-20");
    assert_eq!(trial.rows("extra"), "done 2026-01-04 | open 2026-02-20");
    trial.done("mote", "2026-02-25");
    assert_eq!(trial.rows("extra"), "done 2026-01-04 | open 2026-02-20");
}

/// Any other anchor earlier than the day of reopening counts as that day.
#[test]
fn what_is_opened_anew_by_itself_sees_them_no_earlier_than_that() {
    let back = "[[phase.step.outcome]]\nreopen = [\"s\"]\n";
    let steps =
        step("mote", "") + &step("s", "due = { on = { planned = \"mote\" } }") + &step("utv", back);
    let mut trial = Trial::of_version_2(&steps);
    trial
        .book("mote", "2026-01-10")
        .done("mote", "2026-01-10")
        .done("s", "2026-01-12")
        .done("utv", "2026-02-02");
    assert_eq!(trial.rows("s"), "done 2026-01-10 | open 2026-02-02");
}
