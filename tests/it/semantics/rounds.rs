//! Rounds of a repeating step: which date comes after one that was done early, late or not at all.

use super::trial::{Trial, step};

fn repeating(due: &str) -> Trial {
    Trial::of(&step("s", &format!("due = {{ {due} }}")))
}

/// The round that opens when the first one is done on a day.
fn after_done(due: &str, from: &str, done: &str) -> String {
    let mut trial = repeating(due);
    trial.date("a", from).done("s", done);
    trial.rows("s")
}

#[test]
fn a_grid_goes_on_at_its_first_date_later_than_both_date_and_day() {
    let monthly = "every = \"1 month\", from = \"a\"";
    for (done, next) in [
        ("2026-01-15", "2026-03-31"), // even before the series began
        ("2026-02-10", "2026-03-31"),
        ("2026-02-28", "2026-03-31"),
        ("2026-03-15", "2026-03-31"),
        ("2026-03-31", "2026-04-30"),
        ("2026-05-02", "2026-05-31"),
    ] {
        let rows = after_done(monthly, "2026-01-31", done);
        assert_eq!(rows, format!("done 2026-02-28 | open {next}"), "{done}");
    }
}

#[test]
fn a_grid_that_keeps_what_was_missed_goes_on_after_its_date_alone() {
    let monthly = "every = \"1 month\", from = \"a\", missed = \"keep\"";
    for done in ["2026-02-10", "2026-03-31", "2026-05-02"] {
        let rows = after_done(monthly, "2026-01-31", done);
        assert_eq!(rows, "done 2026-02-28 | open 2026-03-31", "{done}");
    }
    let marks = "each_year = [\"03\", \"10\"], from = \"a\", missed = \"keep\"";
    let rows = after_done(marks, "2026-01-15", "2026-11-02");
    assert_eq!(
        rows,
        "done 2026-03-31 from 2026-03-01 | open 2026-10-31 from 2026-10-01"
    );
}

#[test]
fn a_rolling_rule_counts_from_the_day_it_was_last_done() {
    let mut trial = repeating("every = \"1 month\", from = \"a\", counted = \"last-done\"");
    trial.date("a", "2026-01-31");
    assert_eq!(trial.rows("s"), "open 2026-02-28");
    trial.done("s", "2026-02-10");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | open 2026-03-10");
    trial.done("s", "2026-03-31");
    assert!(trial.rows("s").ends_with("| open 2026-04-30"));
    trial.at("2026-04-30").skip("s");
    assert!(
        trial
            .rows("s")
            .ends_with("| skipped 2026-04-30 | open 2026-05-30")
    );
}

#[test]
fn a_skipped_round_moves_a_grid_like_one_done_that_day() {
    let mut trial = repeating("every = \"1 month\", from = \"a\"");
    trial.date("a", "2026-01-31").at("2026-03-31").skip("s");
    assert_eq!(trial.rows("s"), "skipped 2026-02-28 | open 2026-04-30");
}

#[test]
fn dates_of_the_year_go_on_later_than_both_date_and_day() {
    let marks = "each_year = [\"03\", \"10\"], from = \"a\"";
    let march = "done 2026-03-31 from 2026-03-01";
    for (done, next) in [
        ("2026-02-10", "open 2026-10-31 from 2026-10-01"),
        ("2026-04-05", "open 2026-10-31 from 2026-10-01"),
        ("2026-10-31", "open 2027-03-31 from 2027-03-01"),
        ("2026-11-02", "open 2027-03-31 from 2027-03-01"),
    ] {
        let rows = after_done(marks, "2026-01-15", done);
        assert_eq!(rows, format!("{march} | {next}"), "{done}");
    }
}

#[test]
fn nothing_falls_due_after_a_known_until_and_the_day_itself_stands() {
    let monthly = "every = \"1 month\", from = \"a\", until = \"b\"";
    for (until, rows) in [
        ("", "open 2026-02-28"),
        ("2026-03-30", "open 2026-02-28"),
        ("2026-02-28", "open 2026-02-28"),
        ("2026-02-27", "not-applicable"),
        ("2026-01-31", "not-applicable"),
    ] {
        let mut trial = repeating(monthly);
        trial.date("a", "2026-01-31").date("b", until);
        assert_eq!(trial.rows("s"), rows, "{until}");
    }
    let mut trial = repeating(monthly);
    trial.date("a", "2026-01-31").done("s", "2026-02-10");
    trial.date("b", "2026-03-30");
    assert_eq!(trial.rows("s"), "done 2026-02-28");
    trial.date("b", "2026-03-31");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | open 2026-03-31");
}

#[test]
fn until_is_compared_with_the_raw_date() {
    // 28 February 2026 is a Saturday.
    let mut trial = repeating("every = \"1 month\", from = \"a\", until = \"b\", roll = \"next\"");
    trial.date("a", "2026-01-31").date("b", "2026-02-28");
    assert_eq!(trial.rows("s"), "open 2026-03-02 raw 2026-02-28");
}

#[test]
fn a_grid_with_rolling_dates_counts_from_raw_dates() {
    let mut trial = repeating("every = \"1 month\", from = \"a\", roll = \"next\"");
    trial.date("a", "2026-01-31");
    trial.done("s", "2026-03-02").done("s", "2026-04-01");
    assert_eq!(
        trial.rows("s"),
        "done 2026-03-02 raw 2026-02-28 | done 2026-03-31 | open 2026-04-30"
    );
}

#[test]
fn what_has_ended_keeps_its_dates_and_the_open_round_moves() {
    let mut trial = repeating("every = \"1 month\", from = \"a\"");
    trial.date("a", "2026-01-31").done("s", "2026-02-10");
    trial.date("a", "2026-02-20");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | open 2026-03-20");
    trial.date("a", "");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | waiting ?a");
    trial.done("s", "2026-03-01").date("a", "2026-02-20");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | done | open 2026-03-20");
}

#[test]
fn an_undone_optional_round_moves_on_when_its_date_has_passed() {
    let weekly = step(
        "s",
        "optional = true\ndue = { every = \"1 week\", from = \"a\", until = \"b\" }",
    );
    let mut trial = Trial::of(&weekly);
    trial.date("a", "2026-01-01");
    for (today, due) in [
        ("2026-01-01", "2026-01-08"),
        ("2026-01-08", "2026-01-08"),
        ("2026-01-09", "2026-01-15"),
        ("2026-02-01", "2026-02-05"),
    ] {
        assert_eq!(trial.at(today).rows("s"), format!("open {due}"), "{today}");
    }
    trial.done("s", "2026-02-01");
    assert_eq!(trial.rows("s"), "done 2026-02-05 | open 2026-02-12");
    trial.date("b", "2026-02-14");
    assert_eq!(trial.at("2026-02-13").rows("s"), "done 2026-02-05");
}

#[test]
fn an_optional_round_with_a_later_date_moves_on_with_its_own() {
    let weekly = step(
        "s",
        "optional = true\ndue = { every = \"1 week\", from = \"a\" }",
    );
    let mut trial = Trial::of(&weekly);
    trial.date("a", "2026-01-01").extend("s", "2026-01-10");
    for (today, rows) in [
        (
            "2026-01-08",
            "open 2026-01-10 raw 2026-01-08 rule 2026-01-08",
        ),
        ("2026-01-09", "open 2026-01-15"),
    ] {
        assert_eq!(trial.at(today).rows("s"), rows, "{today}");
    }
}

#[test]
fn a_rule_chosen_among_several_goes_on_from_the_latest_round() {
    let mut trial = Trial::of(&step(
        "s",
        r#"due = [
            { when = { date = "b" }, every = "1 week", from = "a" },
            { every = "1 month", from = "a" },
        ]"#,
    ));
    trial.date("a", "2026-01-31").done("s", "2026-02-10");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | open 2026-03-31");
    trial.date("b", "2026-02-10");
    assert_eq!(trial.rows("s"), "done 2026-02-28 | open 2026-03-07");
}

#[test]
fn a_booked_day_belongs_to_one_round_and_moves_nothing() {
    let mut trial = repeating("every = \"1 month\", from = \"a\"");
    trial.date("a", "2026-01-31");
    let book = |trial: &mut Trial, on: &str| {
        let on = Some(on.parse().unwrap());
        trial.change(|draft| draft.book(&"s".into(), on)).unwrap();
    };
    book(&mut trial, "2026-03-03");
    assert_eq!(trial.rows("s"), "open 2026-02-28");
    assert_eq!(trial.row("s").planned, "2026-03-03".parse().ok());
    trial.done("s", "2026-02-10");
    assert_eq!(trial.row("s").planned, None);
    book(&mut trial, "2026-03-30");
    trial.skip("s");
    assert_eq!(trial.row("s").planned, None);
}
