//! `next` without anybody at the keyboard: what is to be done, as a list.

use insta::assert_snapshot;

use crate::cases::several;
use crate::harness::{Env, TODAY};

use super::{refused, said};

#[test]
fn most_urgent_first_over_all_open_cases() {
    let env = several(Env::new());
    let rows = env.rows(TODAY, "next");
    assert_snapshot!(rows.join(" "), @"2026-001/3 2026-001/4 2026-002/1 2026-002/3 2026-002/4 2026-002/5 2026-002/6 2026-001/2 2026-003/1 2026-003/2 2026-003/3 2026-003/4 2026-002/7");
    let json = env.json(TODAY, "next");
    for row in json.as_array().unwrap() {
        let (earliest, status) = (row["earliest"].as_str(), row["status"].as_str().unwrap());
        assert!(earliest.is_none_or(|earliest| earliest <= TODAY), "{row}");
        assert!(matches!(status, "open" | "blocked"), "{row}");
    }
}

#[test]
fn who_holds_a_role_is_said_of_one_case_and_not_over_all() {
    let env = several(Env::new());
    let assigned = |line: &str| {
        let rows = env.json(TODAY, line);
        let rows = rows.as_array().unwrap().clone();
        let step = rows
            .into_iter()
            .find(|row| row["case"] == "2026-001" && row["step"] == "4");
        step.unwrap()["assigned"].clone()
    };
    assert_eq!(assigned("next"), serde_json::Value::Null);
    assert_eq!(assigned("next 2026-001"), "Team Nord");
    assert!(!said(&env, "next").contains("Team Nord"));
    assert!(said(&env, "next 2026-001").contains("Team Nord"));
}

#[test]
fn what_is_the_roles_own_comes_first_and_each_row_once() {
    let env = several(Env::new());
    let all = env.rows(TODAY, "next");
    let mut mine = env.rows(TODAY, "report --role rektor-hemskola");
    mine.retain(|row| all.contains(row));
    let sorted = env.rows(TODAY, "next --role rektor-hemskola");
    assert!(!mine.is_empty() && mine.len() < all.len());
    assert_eq!(sorted[..mine.len()], mine);
    let rest: Vec<_> = all.iter().filter(|row| !mine.contains(row)).collect();
    assert_eq!(sorted[mine.len()..].iter().collect::<Vec<_>>(), rest);
}

#[test]
fn a_role_that_no_routine_has_is_refused() {
    let env = several(Env::new());
    for line in [
        "next --role rektor-hemskolan",
        "next 2026-001 --role rektor-hemskolan",
    ] {
        let told = refused(&env, line);
        assert!(
            told.starts_with(
                "fel: Ingen rutin har rollen rektor-hemskolan.\ntips: menade du rektor-hemskola?"
            ),
            "{told}"
        );
    }
    // A role of a routine that no case goes by yet is none of that.
    let all = env.rows(TODAY, "next");
    let env = env.with("SISAM_ROLE", "natverksledare");
    assert_eq!(env.rows(TODAY, "next"), all);
}

/// An optional step that comes back every week and opens on the Monday.
const WHEN_NEEDED: &str = r#"
format = 1
id = "vid-behov"
version = "1"
title = "Vid behov"
[source]
publisher = "P"
document = "D"
[[key_date]]
id = "start"
title = "Start"
[[phase]]
id = "p"
title = "P"
[[phase.step]]
id = "s"
title = "S"
optional = true
due = { each_year = ["W48", "W50"], from = "start" }
"#;

#[test]
fn an_optional_round_nobody_took_up_is_listed_as_it_stands_now() {
    let env = Env::new();
    env.write("egna/r.toml", WHEN_NEEDED);
    said(
        &env,
        "new-case --routines egna --routine vid-behov --ref A --date start=2026-11-02",
    );
    let due = |day: &str| {
        let rows = env.json(day, "next");
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["due"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(due("2026-11-24"), ["2026-11-27"]);
    // The week has passed, and the next one has not begun.
    assert_eq!(due("2026-11-30"), Vec::<String>::new());
    assert_eq!(due("2026-12-07"), ["2026-12-11"]);
}

#[test]
fn nothing_to_do_no_case_and_a_closed_one() {
    let env = Env::new();
    assert_snapshot!(said(&env, "next"), @"
    Det finns inga ärenden än.
    Öppna det första: sisam ny
    ");
    assert_eq!(said(&env, "next --format json"), "[]\n");
    let env = several(env);
    assert_snapshot!(said(&env, "next 2026-004"), @"Ärendet är stängt.");
    assert_eq!(said(&env, "next 2026-004 --format json"), "[]\n");
}
