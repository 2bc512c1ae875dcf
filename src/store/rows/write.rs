//! Writes the rows of a case: only those that have changed.

use rusqlite::{CachedStatement, Connection};

use super::columns::{detail_of, missing_to_bits, of_case};
use crate::domain::report::{ReportRow, Standing};
use crate::store::case::{CaseId, key_of};
use crate::store::{StoreError, Stored, day, sql};

const INSERT: &str = include_str!("insert.sql");
const INSERT_OR_UPDATE: &str = concat!(include_str!("insert.sql"), include_str!("or_update.sql"));

pub(crate) struct Owner<'a> {
    pub(crate) id: CaseId,
    pub(crate) reference: &'a str,
    pub(crate) is_new: bool,
    /// Every row is written, changed or not, and the old ones are not looked at: the case was opened or closed, or its
    /// rows are not trusted.
    pub(crate) write_all: bool,
}

/// Makes a case's rows those of its standing.
pub(crate) fn put(db: &Connection, case: &Owner<'_>, standing: &Standing) -> Stored<()> {
    let mut before = match case.is_new {
        true => Vec::new(),
        false if case.write_all => Vec::new(),
        // Rows that say what none can are written anew like any that differ; any other error ends the change.
        false => match of_case(db, case.id) {
            Err(StoreError::UnreadableRow { .. }) => Vec::new(),
            rows => rows?,
        },
    };
    let key = key_of(case.reference);
    let mut put = match case.is_new {
        true => db.prepare_cached(INSERT)?,
        false => db.prepare_cached(INSERT_OR_UPDATE)?,
    };
    for (index, row) in standing.rows.iter().enumerate() {
        let is_stored = before.get_mut(index).is_some_and(|before| {
            // How its dates came about is not stored.
            before.row.derivation.clone_from(&row.row.derivation);
            before == row
        });
        if case.write_all || !is_stored {
            put_row(&mut put, case.id, &key, standing.open, row)?;
        }
    }
    if !case.is_new {
        let rows = i64::try_from(standing.rows.len()).unwrap_or(i64::MAX);
        let beyond = "DELETE FROM step_row WHERE case_id = ?1 AND ordinal >= ?2";
        sql::run(db, beyond, (case.id.0, rows))?;
    }
    Ok(())
}

pub(crate) fn remove(db: &Connection, case: CaseId) -> Stored<()> {
    sql::run(db, "DELETE FROM step_row WHERE case_id = ?1", [case.0])
}

pub(crate) fn remove_strays(db: &Connection) -> Stored<()> {
    let strays = "DELETE FROM step_row WHERE case_id NOT IN (SELECT id FROM cases)";
    sql::run(db, strays, [])
}

fn put_row(
    put: &mut CachedStatement<'_>,
    case: CaseId,
    key: &str,
    open: bool,
    report: &ReportRow,
) -> Stored<()> {
    let row = &report.row;
    let ended = row.ended.as_ref();
    put.execute(rusqlite::params![
        case.0,
        report.ordinal,
        key,
        open,
        row.step.as_str(),
        row.round,
        row.status.as_str(),
        report.optional,
        report.extended,
        missing_to_bits(report.missing),
        day::text_if(row.dates.earliest),
        day::text_if(row.dates.due),
        day::text_if(row.dates.raw_due),
        day::text_if(row.dates.original_due),
        day::text_if(row.dates.since),
        day::text_if(row.planned),
        day::text_if(ended.and_then(|ended| ended.on)),
        ended.map(|ended| ended.recorded_at.as_str()),
        report.was_late(),
        report.days_late,
        report.days_late_original,
        day::text_if(report.slip.map(|slip| slip.from)),
        json(&report.owners)?,
        json(&report.holders)?,
        json(&report.parties)?,
        json(&detail_of(report))?,
    ])?;
    Ok(())
}

fn json(value: &impl serde::Serialize) -> Stored<String> {
    serde_json::to_string(value).map_err(|error| StoreError::Other(error.to_string()))
}
