//! How SQLite goes about the searches: along one index, sorting nothing, touching only what is picked.

use rusqlite::{Connection, StatementStatus};

use super::samples::{Home, day, open_case_in, open_with, row};
use crate::store::{Pick, StoreError};

/// Each pick with the indexes its statements walk.
fn every_pick() -> [(Pick, &'static [&'static str]); 6] {
    let today = day("2026-12-05");
    [
        (Pick::Overdue(today), &["row_dated"]),
        (Pick::Within(today, today), &["row_dated", "row_other"]),
        (Pick::Missing, &["row_missing"]),
        (Pick::Late, &["row_late"]),
        (Pick::Extended, &["row_extended"]),
        (Pick::ToDo, &["row_dated", "row_other"]),
    ]
}

fn steps_of(raw: &Connection, statement: &str) -> Vec<String> {
    let explain = format!("EXPLAIN QUERY PLAN {statement}");
    let mut plan = raw.prepare(&explain).unwrap();
    let steps = plan.raw_query().mapped(|row| row.get(3));
    steps.collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_search_walks_its_own_index_in_the_order_asked_for() {
    let home = Home::new();
    drop(home.write());
    let raw = home.raw();
    for (pick, indexes) in every_pick() {
        assert_eq!(pick.statements().len(), indexes.len());
        for (statement, index) in pick.statements().iter().zip(indexes) {
            let steps = steps_of(&raw, statement);
            assert_eq!(steps.len(), 2, "{pick:?}: {steps:?}");
            let walked = format!("r USING INDEX {index}");
            assert!(steps[0].contains(&walked), "{pick:?}: {steps:?}");
            assert_eq!(steps[1], "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)");
        }
    }
    let today = day("2026-12-05");
    let overdue = &steps_of(&raw, Pick::Overdue(today).statements()[0])[0];
    assert!(overdue.ends_with("(urgency<?)"), "{overdue}");
    for statement in Pick::Within(today, today).statements() {
        let within = &steps_of(&raw, statement)[0];
        assert!(within.ends_with("(urgency>? AND urgency<?)"), "{within}");
    }
}

/// How many steps SQLite's machine takes to find what is overdue.
fn work_for_overdue(raw: &Connection) -> (usize, i32) {
    let mut search = raw
        .prepare(Pick::Overdue(day("2026-12-05")).statements()[0])
        .unwrap();
    search.raw_bind_parameter(1, "2026-12-05").unwrap();
    let mut found = 0;
    let mut rows = search.raw_query();
    while rows.next().unwrap().is_some() {
        found += 1;
    }
    drop(rows);
    (found, search.get_status(StatementStatus::VmStep))
}

#[test]
fn what_is_overdue_is_found_with_the_same_work_among_many_cases_as_among_few() {
    let home = Home::new();
    let mut file = home.write();
    let mut open_many = |prefix: &str, many: u32, due: &str| {
        file.write(|change| {
            for number in 0..many {
                let mut optional = row(1, "2026-11-01");
                optional.optional = true;
                let mut undated = row(2, "2026-11-01");
                undated.row.dates.due = None;
                let rows = vec![row(0, due), optional, undated];
                open_case_in(change, &format!("{prefix}{number}"), &open_with(rows))?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    };
    open_many("late-", 10, "2026-12-01");
    let among_few = work_for_overdue(&home.raw());
    open_many("in-time-", 1000, "2027-01-01");
    let among_many = work_for_overdue(&home.raw());
    assert_eq!((among_few.0, among_many.0), (10, 10));
    // One step to see that the next row in the index lies beyond.
    assert!(
        among_many.1 <= among_few.1 + 1,
        "{among_few:?} {among_many:?}"
    );
}

#[test]
fn cases_that_have_changed_by_themselves_are_looked_up_in_two_small_indexes() {
    let home = Home::new();
    drop(home.write());
    let raw = home.raw();
    let explain = format!("EXPLAIN QUERY PLAN {}", crate::store::tables::STALE);
    let mut plan = raw.prepare(&explain).unwrap();
    let nothing: [Option<String>; 1] = Default::default();
    let steps = plan.query_map(nothing, |row| row.get::<_, String>(3));
    let steps: Vec<_> = steps.unwrap().collect::<Result<_, _>>().unwrap();
    for index in [
        "case_rows_from (rows_from>?)",
        "case_rows_until (rows_until<?)",
    ] {
        let walks = steps.iter().any(|step| step.contains(index));
        assert!(walks, "{index}: {steps:?}");
    }
    let scans = steps.iter().any(|step| step.starts_with("SCAN c"));
    assert!(!scans, "no other case is touched: {steps:?}");
}
