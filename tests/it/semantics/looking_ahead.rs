//! The plan that looks ahead: what a newly opened case would bring.

use sisam::domain::plan::Plan;
use sisam::domain::rehearsal::{Scenario, rehearse};
use sisam::domain::routine_test::{Happened, RoundName};

use super::trial::{day, in_short, routine, step};

const TODAY: &str = "2026-01-01";

/// The rows of step `s` in a case with `a` on a day, ahead until a day; and without looking ahead.
fn ahead(steps: &str, dates: &[(&str, &str)], done: &[(&str, &str)], until: &str) -> [String; 2] {
    let routine = routine(steps);
    let scenario = Scenario {
        dates: dates
            .iter()
            .map(|(id, on)| ((*id).into(), day(on)))
            .collect(),
        done: done
            .iter()
            .map(|(name, on)| (RoundName::parse(name).unwrap(), Happened::Done(day(on))))
            .collect(),
        ..Scenario::default()
    };
    let case = rehearse(&routine, &scenario, day(TODAY)).unwrap();
    let plan = Plan::looking_ahead(&routine, &case, day(TODAY), day(until)).unwrap();
    let given = Plan::of(&routine, &case, day(TODAY));
    [in_short(&plan, "s"), in_short(&given, "s")]
}

#[test]
fn a_step_counts_as_done_on_its_due_date() {
    let steps = step(
        "r",
        r#"due = { after = "a", term = "1 month", roll = "next" }"#,
    ) + &step("s", r#"due = { after = { step = "r" }, term = "1 week" }"#);
    // 1 May 2026 rolls to the 4th.
    let [plan, given] = ahead(&steps, &[("a", "2026-04-01")], &[], "2028-01-01");
    assert_eq!(plan, "waiting 2026-05-11 assumed ?r");
    assert_eq!(given, "waiting ?r");
    let [plan, _] = ahead(&steps, &[], &[], "2028-01-01");
    assert_eq!(plan, "waiting ?r", "nothing is guessed of a key date");
    let done = [("r", "2025-12-20")];
    let [plan, _] = ahead(&steps, &[("a", "2026-04-01")], &done, "2028-01-01");
    assert_eq!(plan, "open 2025-12-27", "what is done is not assumed");
}

#[test]
fn a_chain_of_steps_is_followed_to_its_end() {
    let steps = step("q", r#"due = { on = "a" }"#)
        + &step("r", r#"due = { after = { step = "q" }, term = "1 week" }"#)
        + &step("s", r#"due = { after = { step = "r" }, term = "1 week" }"#);
    let [plan, _] = ahead(&steps, &[("a", "2026-01-05")], &[], "2026-01-02");
    // `--until` cuts later rounds only.
    assert_eq!(plan, "waiting 2026-01-19 assumed ?r");
}

#[test]
fn a_promptly_step_without_a_date_counts_as_done_at_once() {
    let steps = step("r", r#"due = { after = "a", promptly = true }"#)
        + &step("s", r#"due = { after = { step = "r" }, term = "1 week" }"#);
    let [plan, _] = ahead(&steps, &[("a", "2026-01-05")], &[], "2028-01-01");
    assert_eq!(plan, "waiting 2026-01-12 assumed ?r");
}

#[test]
fn a_step_without_a_date_is_not_counted_from() {
    let steps = step("r", "") + &step("s", r#"due = { after = { step = "r" }, term = "1 week" }"#);
    let [plan, _] = ahead(&steps, &[("a", "2026-01-05")], &[], "2028-01-01");
    assert_eq!(plan, "waiting ?r");
}

#[test]
fn a_repeating_step_counts_as_done_on_its_first_rounds_date() {
    let steps = step("r", r#"due = { every = "1 week", from = "a" }"#)
        + &step("s", r#"due = { after = { step = "r" }, term = "1 day" }"#);
    let [plan, _] = ahead(&steps, &[("a", "2026-01-05")], &[], "2026-03-01");
    assert_eq!(plan, "waiting 2026-01-13 assumed ?r");
}

#[test]
fn later_rounds_are_shown_up_to_a_day() {
    let monthly = step(
        "s",
        r#"due = { every = "1 month", from = "a", until = "b" }"#,
    );
    let dates = [("a", "2026-01-31")];
    let [plan, given] = ahead(&monthly, &dates, &[], "2026-04-30");
    assert_eq!(
        plan,
        "open 2026-02-28 | waiting 2026-03-31 assumed ?s | waiting 2026-04-30 assumed ?s"
    );
    assert_eq!(given, "open 2026-02-28");
    let dates = [("a", "2026-01-31"), ("b", "2026-03-31")];
    let [plan, _] = ahead(&monthly, &dates, &[], "2027-01-01");
    assert_eq!(plan, "open 2026-02-28 | waiting 2026-03-31 assumed ?s");
    let [plan, _] = ahead(&monthly, &dates, &[], "2026-01-02");
    assert_eq!(plan, "open 2026-02-28", "the first round is not cut");
    let done = [("s", "2026-01-01")];
    let [plan, _] = ahead(&monthly, &dates, &done, "2027-01-01");
    assert_eq!(plan, "done 2026-02-28 | open 2026-03-31");
}

#[test]
fn later_rounds_end_with_the_step_they_last_until() {
    let steps = step("r", r#"due = { after = "a", term = "3 weeks" }"#)
        + &step(
            "s",
            r#"due = { every = "1 week", from = "a", until = { step = "r" } }"#,
        );
    let [plan, _] = ahead(&steps, &[("a", "2026-01-01")], &[], "2027-01-01");
    assert_eq!(
        plan,
        "open 2026-01-08 | waiting 2026-01-15 assumed ?s | waiting 2026-01-22 assumed ?s"
    );
}

#[test]
fn a_rolling_rule_goes_on_from_the_day_each_round_is_due() {
    let rolling = r#"every = "1 month", from = "a", counted = "last-done", roll = "next""#;
    let steps = step("s", &format!("due = {{ {rolling} }}"));
    // 28 February and 28 March 2026 are Saturdays.
    let [plan, _] = ahead(&steps, &[("a", "2026-01-28")], &[], "2026-05-01");
    assert_eq!(
        plan,
        "open 2026-03-02 raw 2026-02-28 | waiting 2026-04-02 assumed ?s"
    );
}

#[test]
fn a_grid_that_rolls_goes_on_after_the_day_a_round_is_due() {
    let steps = step(
        "s",
        r#"due = { every = "1 day", from = "a", roll = "next" }"#,
    );
    // Saturday the 10th is due on Monday the 12th, and so would Sunday and Monday be.
    let [plan, _] = ahead(&steps, &[("a", "2026-01-08")], &[], "2026-01-13");
    assert_eq!(
        plan,
        "open 2026-01-09 | waiting 2026-01-12 raw 2026-01-10 assumed ?s | waiting 2026-01-13 assumed ?s"
    );
}

#[test]
fn nothing_counts_as_done_in_a_condition_or_a_requirement() {
    let steps = step("r", r#"due = { on = "a" }"#)
        + &step(
            "s",
            r#"requires = [{ step = "r" }]
due = { after = "a", term = "1 week" }"#,
        );
    let [plan, _] = ahead(&steps, &[("a", "2026-01-05")], &[], "2028-01-01");
    assert_eq!(plan, "blocked 2026-01-12 ?r");
    let steps = step("r", r#"due = { on = "a" }"#)
        + &step(
            "s",
            r#"when = { step = "r" }
due = { after = { step = "r" }, term = "1 week" }"#,
        );
    let [plan, _] = ahead(&steps, &[("a", "2026-01-05")], &[], "2028-01-01");
    assert_eq!(plan, "not-applicable");
}

#[test]
fn every_date_counts_as_entered_today() {
    let steps = step(
        "s",
        r#"due = { before = "a", term = "8 weeks", or_at_once = true }"#,
    );
    let [plan, _] = ahead(&steps, &[("a", "2026-01-20")], &[], "2028-01-01");
    assert_eq!(plan, "open 2026-01-01 raw 2025-11-25");
}
