//! What the columns hold, and what is done where another hand has altered them.

use super::contract::totals::kept_and_counted;
use super::contract::whats::every_sort;
use super::samples::{Home, event, open_case, open_with, row};
use crate::domain::plan::Derivation;
use crate::domain::report::ReportRow;
use crate::store::{CaseFile, StoreError};

#[test]
fn a_row_that_cannot_be_read_is_an_error_and_can_be_rebuilt() {
    let home = Home::new();
    let mut file = home.write();
    let rows = vec![row(0, "2026-12-01")];
    let id = open_case(&mut file, "A", rows.clone());
    home.raw()
        .execute("UPDATE step_row SET detail = '{'", [])
        .unwrap();
    let unreadable = StoreError::UnreadableRow {
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
        let mut row = row(ordinal, "2026-12-01");
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
    let rows = vec![row(0, "2026-12-01")];
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
        let unreadable = matches!(read, Err(StoreError::UnreadableRow { .. }));
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
    assert!(matches!(failed, Err(StoreError::Other(_))), "{failed:?}");
}

fn one_open_case(file: &mut CaseFile, reference: &str) {
    let mut row: ReportRow = row(0, "2026-12-01");
    row.missing.owner = true;
    open_case(file, reference, vec![row]);
}

#[test]
fn sums_that_are_wrong_are_seen_and_can_be_rebuilt() {
    let home = Home::new();
    let mut file = home.write();
    one_open_case(&mut file, "A");
    home.raw()
        .execute("UPDATE totals SET steps_without_owner = 9", [])
        .unwrap();
    let (kept, counted) = kept_and_counted(&file);
    assert_ne!(kept, counted);
    let rebuilt = file.write(|change| change.rebuild_totals()).unwrap();
    assert_eq!(kept_and_counted(&file), (counted, counted));
    assert_eq!(rebuilt, counted);
}

#[test]
fn free_texts_and_names_lie_in_their_own_table_only() {
    let home = Home::new();
    let mut file = home.write();
    let id = open_case(&mut file, "A", Vec::new());
    let events: Vec<_> = (2..)
        .zip(every_sort())
        .map(|(seq, what)| event(seq, what))
        .collect();
    file.write(|change| change.append(id, &events, &open_with(Vec::new())))
        .unwrap();
    let (with_text, texts): (u32, u32) = home
        .raw()
        .query_row(
            "SELECT (SELECT count(*) FROM event WHERE body LIKE '%citat%'), (SELECT count(*) FROM text)",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!((with_text, texts), (0, 20));
}
