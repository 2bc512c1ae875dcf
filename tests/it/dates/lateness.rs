//! The truth about lateness: it stays where it was seen, also when a case closes and opens again.

use super::{json, on, step};
use crate::harness::Env;

/// A case whose first three steps were due 30 November, and the fourth 1 December.
fn late() -> Env {
    let env = Env::new();
    env.line(
        "new-case --routine nacka --ref A --date inskrivning=2026-12-01 --answer akut=no --today 2026-11-01",
    )
    .success();
    env
}

fn steps(listed: &serde_json::Value) -> Vec<&str> {
    let listed = listed.as_array().unwrap().iter();
    listed.map(|step| step["step"].as_str().unwrap()).collect()
}

#[test]
fn the_day_done_and_the_time_recorded_are_two_facts() {
    let env = late();
    on(&env, "2026-12-10", "done A 1 --on 2026-11-27");
    on(&env, "2026-12-10", "done A 2 --on 2026-12-03");
    let case = json(&env, "show A --today 2026-12-10");
    let in_time = step(&case["steps"], "1");
    assert_eq!(in_time["done_on"], "2026-11-27");
    assert_eq!(in_time["recorded_at"], "2026-12-10T00:00:00Z");
    assert_eq!(in_time["days_late"], 0);
    let too_late = step(&case["steps"], "2");
    assert_eq!(too_late["done_on"], "2026-12-03");
    assert_eq!(too_late["days_late"], 3);
    // What was done in time and told late is listed too, so that it does not vanish, and not called late.
    let listed = json(&env, "report --late --today 2026-12-10");
    assert_eq!(steps(&listed), ["1", "2"]);
    assert_eq!(listed[0]["days_late"], 0);
    let why = on(&env, "2026-12-10", "why A 2");
    assert!(why.contains("Gjort: tor 3 dec 2026"), "{why}");
    assert!(why.contains("Registrerat: tor 10 dec 2026"), "{why}");
    assert!(why.contains("Försenat: 3 dagar"), "{why}");
}

#[test]
fn what_is_overdue_never_leaves_by_itself() {
    let env = late();
    for (day, days_late) in [("2026-12-01", 1), ("2027-12-01", 366), ("2046-12-01", 7306)] {
        let listed = json(&env, &format!("report --overdue --today {day}"));
        let first = step(&listed, "1");
        assert_eq!(first["days_late"], days_late, "{day}");
        assert_eq!(first["due"], "2026-11-30");
        let check = format!("report --overdue --check --today {day}");
        env.line(&check).ends(3);
    }
    // Booking a day, reminding oneself or noting something is not doing it.
    on(&env, "2026-12-02", "set A --planned 1=2026-12-20");
    on(&env, "2026-12-02", "note A väntar --step 1");
    let listed = json(&env, "report --overdue --today 2026-12-02");
    assert!(steps(&listed).contains(&"1"));
    on(&env, "2026-12-02", "done A 1");
    let listed = json(&env, "report --overdue --today 2026-12-02");
    assert!(!steps(&listed).contains(&"1"));
}

#[test]
fn what_was_done_too_late_is_listed_in_closed_cases_too() {
    let env = late();
    on(&env, "2026-12-05", "done A 1");
    on(&env, "2026-12-06", "close A --reason slut");
    let listed = json(&env, "report --late --today 2030-01-01");
    assert_eq!(steps(&listed), ["1", "2", "3", "4"]);
    assert_eq!(listed[0]["days_late"], 5);
    // What was never done is nobody's to do in a closed case.
    let overdue = json(&env, "report --overdue --today 2030-01-01");
    assert_eq!(steps(&overdue), [""; 0]);
    let case = json(&env, "show A --today 2030-01-01");
    assert_eq!(step(&case["steps"], "2")["overdue"], false);
    assert_eq!(step(&case["steps"], "2")["due"], "2026-11-30");
}

#[test]
fn reopening_a_case_keeps_its_clock() {
    let env = late();
    on(&env, "2026-11-05", "close A --reason fel");
    on(&env, "2027-02-01", "reopen A --reason fortsätter");
    let case = json(&env, "show A --today 2027-02-01");
    assert_eq!(case["status"], "open");
    assert_eq!(case["opened"], "2026-11-01");
    assert_eq!(case["first_opened"], "2026-11-01");
    assert_eq!(case["days_since_first_opened"], 92);
    let listed = json(&env, "report --overdue --today 2027-02-01");
    assert_eq!(step(&listed, "1")["days_late"], 63);
    let log = on(&env, "2027-02-01", "log A");
    assert!(
        log.contains("stängdes") && log.contains("öppnades igen"),
        "{log}"
    );
    // Taking the reopening back closes it as before.
    on(&env, "2027-02-02", "undo A");
    let case = json(&env, "show A --today 2027-02-02");
    assert_eq!(case["status"], "closed");
    env.line("reopen A").fails(2);
}

#[test]
fn a_step_done_on_an_unknown_day_is_never_called_late_and_never_in_time() {
    let env = late();
    on(&env, "2026-12-10", "done A 1 --on unknown");
    let case = json(&env, "show A --today 2026-12-10");
    assert!(step(&case["steps"], "1")["days_late"].is_null());
    assert!(step(&case["steps"], "1")["done_on"].is_null());
    // It was late when it was told, so it stays to be seen.
    let listed = json(&env, "report --late --today 2026-12-10");
    assert_eq!(steps(&listed), ["1"]);
    assert!(listed[0]["days_late"].is_null());
}
