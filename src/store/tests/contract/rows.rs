//! A report row is stored and read back without loss.

use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

use super::samples::{Home, day, open_case, open_with};
use crate::domain::condition::Missing;
use crate::domain::due_rule::Basis;
use crate::domain::event::RoundDates;
use crate::domain::plan::{Ended, ItemState, Pressure, Row, Status, WaitsFor};
use crate::domain::report::{EndedBy, Ending, MissingFacts, ReportRow};
use crate::domain::slips::Slip;

fn some_day() -> impl Strategy<Value = NaiveDate> {
    (0..40_u64).prop_map(|days| day("2026-11-20") + Days::new(days))
}

fn ids<T: From<&'static str> + std::fmt::Debug>() -> impl Strategy<Value = Vec<T>> {
    vec(
        select(vec!["rektor", "ses", "ifo", "rektor-hemskola"]),
        0..3,
    )
    .prop_map(|ids| ids.into_iter().map(T::from).collect())
}

fn names() -> impl Strategy<Value = Vec<String>> {
    let name = select(vec!["Å", "Å Ö", "ett \"citat\"", "a\\", "Å\",\"Ö"]);
    vec(name.prop_map(str::to_owned), 0..3)
}

fn dates() -> impl Strategy<Value = RoundDates> {
    let basis = select(vec![Basis::Source, Basis::Law, Basis::Local]);
    let day = || of(some_day());
    (day(), day(), day(), day(), day(), of(basis)).prop_map(
        |(earliest, raw_due, original_due, due, since, basis)| RoundDates {
            earliest,
            raw_due,
            original_due,
            due,
            since,
            basis,
        },
    )
}

fn status() -> impl Strategy<Value = Status> {
    select(vec![
        Status::Open,
        Status::Blocked,
        Status::Waiting,
        Status::Undecided,
        Status::Done,
        Status::Skipped,
        Status::NotApplicable,
    ])
}

fn missing() -> impl Strategy<Value = Missing> {
    select(vec![
        Missing::Trigger,
        Missing::Question("akut".into()),
        Missing::Date("avslut".into()),
        Missing::Step("9a".into()),
    ])
}

fn waits_for() -> impl Strategy<Value = Vec<WaitsFor>> {
    let requirement = WaitsFor::Requirement {
        index: 1,
        ids: vec!["samtycke".to_owned()],
    };
    vec(
        prop_oneof![missing().prop_map(WaitsFor::Known), Just(requirement)],
        0..3,
    )
}

fn ended() -> impl Strategy<Value = Ended> {
    (
        of(some_day()),
        of("[a-zåäö\" ]{0,9}"),
        of("[a-zåäö\" ]{0,9}"),
    )
        .prop_map(|(on, despite, reason)| {
            let recorded_at = "2026-11-21T22:37:00Z".to_owned();
            Ended {
                on,
                recorded_at,
                despite,
                decided_by: None,
                reason,
            }
        })
}

fn items() -> impl Strategy<Value = Vec<ItemState>> {
    let item =
        (any::<bool>(), of(some_day()), any::<bool>()).prop_map(|(settled, done_on, skipped)| {
            ItemState {
                id: "a".into(),
                responsible: Vec::new(),
                settled,
                done_on,
                skipped,
            }
        });
    vec(item, 0..3)
}

fn planned_row() -> impl Strategy<Value = Row> {
    let when = (status(), dates(), of(some_day()), of(ended()));
    let what = (
        ids(),
        items(),
        waits_for(),
        (vec(missing(), 0..2), vec(missing(), 0..2), ids()),
        of(Just("ses".into())),
    );
    (1..9_u32, when, what).prop_map(
        |(
            round,
            (status, dates, planned, ended),
            (
                participants,
                items,
                waits_for,
                (date_depends_on, owner_waits_for, responsible),
                taken_by,
            ),
        )| Row {
            responsible,
            owner_waits_for,
            derivation: None,
            step: "9a".into(),
            round,
            status,
            dates,
            planned,
            taken_by,
            participants,
            items,
            waits_for,
            date_depends_on,
            no_school_day: false,
            ended,
            assumed: false,
        },
    )
}

/// Any report row at all, also such as no plan comes to.
pub(super) fn any_row() -> impl Strategy<Value = ReportRow> {
    let flags = any::<[bool; 6]>();
    let pressed = some_day().prop_map(|latest| Pressure {
        step: "9a".into(),
        latest,
        needed_by: "9b".into(),
    });
    let ending = (
        of(select(vec![
            EndedBy::Done,
            EndedBy::Closed,
            EndedBy::FellAway,
        ])),
        of(some_day()),
        of(0..9_i64),
    );
    let late = (
        of(0..9_i64),
        of(0..9_i64),
        of(pressed),
        ending,
        of((some_day(), 1..99_u32)),
    );
    let who = (ids(), names(), names(), names());
    (planned_row(), flags, late, who).prop_map(
        |(
            row,
            flags,
            (days_late, days_late_original, pressed, (by, on, told_late), moved),
            (owners, assigned, holders, parties),
        )| {
            let [optional, extended, choice_open, date, owner, answer] = flags;
            ReportRow {
                ordinal: 0,
                row,
                optional,
                extended,
                choice_open,
                owners,
                assigned,
                holders,
                parties,
                pressed,
                missing: MissingFacts {
                    date,
                    owner,
                    answer,
                },
                tried_on: moved.map(|(from, _)| from),
                ending: Ending { by, on, told_late },
                reminded_on: on,
                untold: None,
                opened_late: moved.map(|(from, _)| from),
                slip: moved.map(|(from, seq)| Slip {
                    from,
                    by: seq,
                    fell_on: on.filter(|_| by == Some(EndedBy::FellAway)),
                }),
                days_late,
                days_late_original,
            }
        },
    )
}

/// Any rows of a case, numbered.
pub(super) fn any_rows() -> impl Strategy<Value = Vec<ReportRow>> {
    vec(any_row(), 0..6).prop_map(|rows| {
        let numbered = (0..).zip(rows);
        numbered
            .map(|(ordinal, row)| ReportRow { ordinal, ..row })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn rows_come_back_as_they_were_written(first in any_rows(), then in any_rows()) {
        let home = Home::new();
        let mut file = home.write();
        let id = open_case(&mut file, "A", first.clone());
        prop_assert_eq!(file.read(|file| file.rows_of(id)).unwrap(), first);
        file.write(|change| change.append(id, &[], &open_with(then.clone()))).unwrap();
        prop_assert_eq!(file.read(|file| file.rows_of(id)).unwrap(), then);
    }
}
