//! The dates that marks of the year give, and intervals set in the case.

use super::trial::{Trial, step};

#[test]
fn marks_of_the_year() {
    for (marks, from, due) in [
        // A month is due its last day and opens its first; the first date is later than `from`.
        (r#"["03"]"#, "2026-03-30", "2026-03-31 from 2026-03-01"),
        (r#"["03"]"#, "2026-03-31", "2027-03-31 from 2027-03-01"),
        (
            r#"["10", "03"]"#,
            "2026-01-01",
            "2026-03-31 from 2026-03-01",
        ),
        (r#"["02"]"#, "2028-01-01", "2028-02-29 from 2028-02-01"),
        // A day has no opening day.
        (r#"["09-15"]"#, "2026-01-01", "2026-09-15"),
        (r#"["09-15"]"#, "2026-09-15", "2027-09-15"),
        (r#"["02-29"]"#, "2026-01-01", "2026-02-28"),
        (r#"["02-29"]"#, "2028-01-01", "2028-02-29"),
        // A week is due its Friday and opens its Monday.
        (r#"["W11"]"#, "2026-01-01", "2026-03-13 from 2026-03-09"),
        (r#"["W01"]"#, "2026-06-01", "2027-01-08 from 2027-01-04"),
        (r#"["W53"]"#, "2026-01-02", "2027-01-01 from 2026-12-28"),
        (r#"["W53"]"#, "2027-01-01", "2032-12-31 from 2032-12-27"),
        // Dates that coincide count once.
        (
            r#"["03-31", "03"]"#,
            "2026-01-01",
            "2026-03-31 from 2026-03-01",
        ),
        (
            r#"["03-31", "03"]"#,
            "2026-03-31",
            "2027-03-31 from 2027-03-01",
        ),
    ] {
        let due_rule = format!("due = {{ each_year = {marks}, from = \"a\" }}");
        let mut trial = Trial::of(&step("s", &due_rule));
        trial.date("a", from);
        assert_eq!(trial.rows("s"), format!("open {due}"), "{marks} {from}");
    }
}

#[test]
fn an_interval_set_in_the_case_is_waited_for_and_moves_the_open_round() {
    let question = "[[question]]\nid = \"hur-ofta\"\ntext = \"?\"\nkind = \"term\"\n";
    let steps = step(
        "s",
        "due = { every = { answer = \"hur-ofta\" }, from = \"a\" }",
    );
    let mut trial = Trial::of(&format!("{steps}{question}"));
    assert_eq!(trial.rows("s"), "waiting ?a");
    trial.date("a", "2026-01-01");
    assert_eq!(trial.rows("s"), "waiting ?hur-ofta");
    trial.answer("hur-ofta", "3 veckor");
    assert_eq!(trial.case().answers["hur-ofta"].value, "3 weeks");
    assert_eq!(trial.rows("s"), "open 2026-01-22");
    trial.done("s", "2026-01-23");
    assert_eq!(trial.rows("s"), "done 2026-01-22 | open 2026-02-12");
    trial.answer("hur-ofta", "1 month");
    assert_eq!(trial.rows("s"), "done 2026-01-22 | open 2026-02-01");
    trial.answer("hur-ofta", "");
    assert_eq!(trial.rows("s"), "done 2026-01-22 | waiting ?hur-ofta");
}

#[test]
fn month_ends_come_back_and_never_drift() {
    let mut trial = Trial::of(&step("s", "due = { every = \"1 month\", from = \"a\" }"));
    trial.date("a", "2026-01-31");
    for day in ["2026-02-28", "2026-03-31", "2026-04-30"] {
        trial.done("s", day);
    }
    assert_eq!(
        trial.rows("s"),
        "done 2026-02-28 | done 2026-03-31 | done 2026-04-30 | open 2026-05-31"
    );
}
