//! The rows found over all cases are those a plain search through everything finds, in the same order.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::rows::any_rows;
use super::samples::{Home, day, open_case_in, open_with};
use crate::domain::due_rule::Basis;
use crate::domain::plan::Status;
use crate::domain::report::{ReportRow, Standing};
use crate::store::{Pick, RowQuery, StoreError};

fn picks() -> impl Strategy<Value = Vec<Pick>> {
    let today = day("2026-12-05");
    let all = vec![
        Pick::Overdue(today),
        Pick::Within(today, day("2026-12-15")),
        Pick::Missing,
        Pick::Late,
        Pick::Extended,
        Pick::ToDo,
    ];
    subsequence(all, 0..=6)
}

fn queries() -> impl Strategy<Value = RowQuery> {
    let role = of(select(vec!["rektor", "ses"]).prop_map(Into::into));
    let who = of(select(vec!["Å", "ett \"citat\""]).prop_map(str::to_owned));
    let party = of(select(vec!["Å Ö", "a\\"]).prop_map(str::to_owned));
    let routine = of(select(vec!["prov", "annan"]).prop_map(Into::into));
    let opens_by = of(Just(day("2026-12-10")));
    let basis = of(select(vec![Basis::Source, Basis::Local]));
    (picks(), role, who, party, routine, basis, opens_by).prop_map(
        |(picks, role, who, party, routine, basis, opens_by)| RowQuery {
            picks,
            role,
            who,
            party,
            routine,
            basis,
            opens_by,
        },
    )
}

fn is_picked(pick: Pick, open: bool, report: &ReportRow) -> bool {
    let row = &report.row;
    let to_do = open && matches!(row.status, Status::Open | Status::Blocked);
    let due = row.dates.due;
    match pick {
        Pick::Overdue(today) => to_do && !report.optional && due.is_some_and(|due| due < today),
        Pick::Within(from, to) => to_do && due.is_some_and(|due| (from..=to).contains(&due)),
        Pick::Missing => open && report.missing.any(),
        Pick::Late => report.was_late(),
        Pick::Extended => open && report.extended,
        Pick::ToDo => to_do,
    }
}

fn is_wanted(query: &RowQuery, open: bool, report: &ReportRow) -> bool {
    let earliest = report.row.dates.earliest;
    query
        .picks
        .iter()
        .any(|pick| is_picked(*pick, open, report))
        && query
            .role
            .as_ref()
            .is_none_or(|role| report.owners.contains(role))
        && query
            .who
            .as_ref()
            .is_none_or(|who| report.holders.contains(who))
        && query
            .party
            .as_ref()
            .is_none_or(|party| report.parties.contains(party))
        && query
            .routine
            .as_ref()
            .is_none_or(|routine| routine.as_str() == "prov")
        && query
            .basis
            .is_none_or(|basis| report.row.dates.basis == Some(basis))
        && query
            .opens_by
            .is_none_or(|by| earliest.is_none_or(|earliest| earliest <= by))
}

fn urgency(report: &ReportRow) -> NaiveDate {
    let dates = &report.row.dates;
    let moved_from = report.slip.map(|slip| slip.from);
    dates
        .due
        .or(moved_from)
        .or(dates.since)
        .unwrap_or(NaiveDate::MAX)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_search_finds_what_a_plain_one_finds(
        cases in vec((any::<bool>(), any_rows()), 1..6),
        queries in vec(queries(), 1..8),
    ) {
        let home = Home::new();
        let mut file = home.write();
        // References against the order of opening, in mixed case.
        let names = ["e", "D", "c", "B", "a"];
        let cases: Vec<_> = names.into_iter().zip(cases).collect();
        file.write(|change| {
            for (name, (open, rows)) in &cases {
                open_case_in(change, name, &Standing { open: *open, ..open_with(rows.clone()) })?;
            }
            Ok::<_, StoreError>(())
        }).unwrap();
        for query in queries {
            let mut expected: Vec<_> = cases
                .iter()
                .flat_map(|(name, (open, rows))| rows.iter().map(move |row| (*name, *open, row)))
                .filter(|(_, open, row)| is_wanted(&query, *open, row))
                .map(|(name, _, row)| (urgency(row), name.to_lowercase(), row.ordinal, row.clone()))
                .collect();
            expected.sort_by(|a, b| (a.0, &a.1, a.2).cmp(&(b.0, &b.1, b.2)));
            let expected: Vec<_> = expected.into_iter().map(|(_, name, _, row)| (name, row)).collect();

            let mut found = Vec::new();
            file.read(|file| file.rows(&query, |row| {
                found.push((row.reference.as_str().to_lowercase(), row.row));
                Ok::<_, StoreError>(())
            })).unwrap();
            prop_assert_eq!(found, expected, "{:?}", query);
        }
    }
}

#[test]
fn a_search_ends_when_who_asked_has_had_enough() {
    let home = Home::new();
    let mut file = home.write();
    let rows = (0..9)
        .map(|n| super::samples::row(n, "2026-12-01"))
        .collect();
    super::samples::open_case(&mut file, "A", rows);
    let picks = vec![Pick::ToDo];
    let query = RowQuery {
        picks,
        ..RowQuery::default()
    };
    let mut seen = 0;
    let ended = file.read(|file| {
        file.rows(&query, |_| {
            seen += 1;
            if seen == 3 {
                Err(StoreError::Full)
            } else {
                Ok(())
            }
        })
    });
    assert_eq!((ended, seen), (Err(StoreError::Full), 3));
}

#[test]
fn the_rows_of_a_case_that_is_closed_leave_the_search_and_come_back_when_it_is_reopened() {
    let home = Home::new();
    let mut file = home.write();
    let rows = vec![super::samples::row(0, "2026-12-01")];
    let id = super::samples::open_case(&mut file, "A", rows.clone());
    let picks = vec![Pick::Overdue(day("2026-12-05"))];
    let query = RowQuery {
        picks,
        ..RowQuery::default()
    };
    for (open, expected) in [(true, 1), (false, 0), (true, 1)] {
        let standing = Standing {
            open,
            ..open_with(rows.clone())
        };
        file.write(|change| change.append(id, &[], &standing))
            .unwrap();
        let mut found = 0;
        file.read(|file| {
            file.rows(&query, |_| {
                found += 1;
                Ok::<_, StoreError>(())
            })
        })
        .unwrap();
        assert_eq!(found, expected, "open: {open}");
    }
}
