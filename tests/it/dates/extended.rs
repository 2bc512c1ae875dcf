//! A later date by decision, wherever it is seen.

use insta::assert_snapshot;

use super::{json, on, step};
use crate::harness::Env;

/// A case whose step 4 was due 1 December and by decision is due the 15th.
fn extended() -> Env {
    let env = Env::new();
    env.line(
        "new-case --routine nacka --ref A --date inskrivning=2026-12-01 --answer akut=no --today 2026-11-01",
    )
    .success();
    let decision = [
        "extend",
        "A",
        "4",
        "--to",
        "2026-12-15",
        "--reason",
        "Skolan är stängd",
        "--decided-by",
        "enhetschef",
    ];
    env.sisam(decision).success();
    env
}

#[test]
fn the_original_stays_beside_the_new_date() {
    let env = extended();
    let shown = env.line("show A").success().out;
    let from_step = shown.lines().skip_while(|line| !line.starts_with("4 "));
    assert_snapshot!(from_step.take(4).collect::<Vec<_>>().join("\n"), @"
    4     Lämna över från           Rektor på hemskolan      tis 15 dec 2026
          hemskolan och skriv en    (förslag)                om 24 dagar
          skolöverenskommelse                                ursprungligen tis 1 dec
                                                             2026
    ");
    assert_eq!(shown.matches("ursprungligen").count(), 1);

    let case = json(&env, "show A");
    let shown = step(&case["steps"], "4");
    assert_eq!(shown["due"], "2026-12-15");
    assert_eq!(shown["original_due"], "2026-12-01");
    assert_eq!(shown["raw_due"], "2026-12-01");

    let reported = env.line("report --extended").success().out;
    assert!(
        flowing(&reported).contains("Först satt till: tis 1 dec"),
        "{reported}"
    );
    let why = env.line("why A 4").success().out;
    assert!(
        why.contains("tis 15 dec 2026 i stället för tis 1 dec 2026: Skolan är stängd"),
        "{why}"
    );
}

#[test]
fn lateness_is_counted_from_both() {
    let env = extended();
    let late = |day: &str| {
        let case = json(&env, &format!("show A --today {day}"));
        let step = step(&case["steps"], "4");
        let days = ["days_late", "days_late_original"].map(|key| step[key].as_i64().unwrap());
        (days, step["overdue"] == true)
    };
    assert_eq!(late("2026-12-01"), ([0, 0], false));
    // Past the first date, and in time by the decision.
    assert_eq!(late("2026-12-10"), ([0, 9], false));
    assert_eq!(late("2026-12-16"), ([1, 15], true));

    on(&env, "2026-12-20", "done A 4 --on 2026-12-14");
    assert_eq!(late("2026-12-20"), ([0, 13], false));
    let listed = json(&env, "report --late --today 2026-12-20");
    assert_eq!(step(&listed, "4")["days_late_original"], 13);
    let listed = on(&env, "2026-12-20", "report --late --plain");
    assert!(listed.contains("i tid"), "{listed}");
    assert!(flowing(&listed).contains("(13 dagar försenat"), "{listed}");
}

#[test]
fn a_rule_that_comes_to_a_later_date_counts_again() {
    let env = extended();
    env.line("set A --date inskrivning=2026-12-20").success();
    let case = json(&env, "show A");
    let shown = step(&case["steps"], "4");
    assert_eq!(shown["due"], "2026-12-20");
    assert_eq!(shown["original_due"], "2026-12-20");
    let shown = env.line("show A").success().out;
    assert!(!shown.contains("ursprungligen"), "{shown}");
    let why = env.line("why A 4").success().out;
    assert!(why.contains("tis 15 dec 2026"), "{why}");
    // And back again: the decision has not been forgotten.
    env.line("set A --date inskrivning=2026-12-02").success();
    let case = json(&env, "show A");
    assert_eq!(step(&case["steps"], "4")["due"], "2026-12-15");
    assert_eq!(step(&case["steps"], "4")["original_due"], "2026-12-02");
}

#[test]
fn it_can_be_taken_back_and_the_log_shows_both() {
    let env = extended();
    env.line("undo A").success();
    let case = json(&env, "show A");
    assert_eq!(step(&case["steps"], "4")["due"], "2026-12-01");
    let log = env.line("log A").success().out;
    assert!(log.contains("Skolan är stängd"), "{log}");
}

#[test]
fn a_date_no_later_than_the_rules_is_refused() {
    let env = extended();
    let before = env.files();
    env.line("extend A 4 --to 2026-12-01 --reason x --decided-by y")
        .fails(1);
    env.line("extend A 4 --to 2026-12-20 --reason x").fails(2);
    assert_eq!(env.files(), before);
}

/// What the last column of a table says, without its breaks.
fn flowing(table: &str) -> String {
    table.split_whitespace().collect::<Vec<_>>().join(" ")
}
