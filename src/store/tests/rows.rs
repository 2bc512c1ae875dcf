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
use crate::domain::plan::{Derivation, Ended, ItemState, Pressed, Row, Status, WaitsFor};
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
        vec(missing(), 0..2),
        of(Just("ses".into())),
    );
    (1..9_u32, when, what).prop_map(
        |(
            round,
            (status, dates, planned, ended),
            (participants, items, waits_for, date_depends_on, taken_by),
        )| Row {
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
            ended,
            assumed: false,
        },
    )
}

/// Any report row at all, also such as no plan comes to.
pub(super) fn any_row() -> impl Strategy<Value = ReportRow> {
    let flags = any::<[bool; 6]>();
    let pressed = some_day().prop_map(|latest| Pressed {
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
    let who = (ids(), ids(), names(), names(), names());
    (planned_row(), flags, late, who).prop_map(
        |(
            row,
            flags,
            (days_late, days_late_original, pressed, (by, on, told_late), moved),
            (responsible, owners, assigned, holders, parties),
        )| {
            let [optional, extended, choice_open, date, owner, answer] = flags;
            ReportRow {
                ordinal: 0,
                row,
                optional,
                extended,
                choice_open,
                responsible,
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
                ending: Ending { by, on, told_late },
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

#[test]
fn a_row_that_cannot_be_read_is_an_error_and_can_be_rebuilt() {
    let home = Home::new();
    let mut file = home.write();
    let rows = vec![super::samples::row(0, "2026-12-01")];
    let id = open_case(&mut file, "A", rows.clone());
    home.raw()
        .execute("UPDATE step_row SET detail = '{'", [])
        .unwrap();
    let unreadable = crate::store::StoreError::UnreadableRow {
        case: 1,
        ordinal: 0,
    };
    assert_eq!(file.read(|file| file.rows_of(id)), Err(unreadable));
    file.write(|change| change.rebuild_rows(id, &open_with(rows.clone())))
        .unwrap();
    assert_eq!(file.read(|file| file.rows_of(id)).unwrap(), rows);
}

#[test]
fn only_rows_that_differ_are_written() {
    let home = Home::new();
    let mut file = home.write();
    // A dated row says how its date came about, which is not stored.
    let dated = |ordinal| {
        let mut row = super::samples::row(ordinal, "2026-12-01");
        row.row.derivation = Some(Derivation::default());
        row
    };
    let mut rows = vec![dated(0), dated(1), dated(2)];
    let id = open_case(&mut file, "A", rows.clone());
    let count = "CREATE TEMP TABLE written (ordinal INTEGER);
        CREATE TEMP TRIGGER count AFTER UPDATE ON step_row BEGIN INSERT INTO written VALUES (NEW.ordinal); END;";
    file.connected.db.execute_batch(count).unwrap();
    rows[1].optional = true;
    file.write(|change| change.append(id, &[], &open_with(rows)))
        .unwrap();
    let written: String = file
        .connected
        .db
        .query_row("SELECT group_concat(ordinal) FROM written", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(written, "1");
}

#[test]
fn a_row_whose_columns_say_what_none_can_is_unreadable_and_written_anew() {
    let home = Home::new();
    let mut file = home.write();
    let rows = vec![super::samples::row(0, "2026-12-01")];
    let id = open_case(&mut file, "A", rows.clone());
    for set in [
        "due = 'i morgon'",
        "status = 'okänd'",
        "owners = '{'",
        "round = -1",
    ] {
        home.raw()
            .execute(&format!("UPDATE step_row SET {set}"), [])
            .unwrap();
        let read = file.read(|file| file.rows_of(id));
        let unreadable = matches!(read, Err(crate::store::StoreError::UnreadableRow { .. }));
        assert!(unreadable, "{set}: {read:?}");
        file.write(|change| change.append(id, &[], &open_with(rows.clone())))
            .unwrap();
        assert_eq!(file.read(|file| file.rows_of(id)).unwrap(), rows, "{set}");
    }
    // Any other error is no word about the rows: the change fails as it is.
    home.raw()
        .execute_batch("ALTER TABLE step_row RENAME COLUMN parties TO p")
        .unwrap();
    let failed = file.write(|change| change.append(id, &[], &open_with(rows)));
    assert!(
        matches!(failed, Err(crate::store::StoreError::Other(_))),
        "{failed:?}"
    );
}
