//! A report row as columns, both ways.

use rusqlite::types::FromSql;
use rusqlite::{Connection, Row as SqlRow};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::condition::Missing;
use crate::domain::due_rule::Basis;
use crate::domain::event::RoundDates;
use crate::domain::ids::RoleId;
use crate::domain::plan::{Ended, ItemState, Pressed, Row, Status, WaitsFor};
use crate::domain::report::{Ending, MissingFacts, ReportRow};
use crate::domain::slips::{Slip, Slips};
use crate::store::case::CaseId;
use crate::store::{StoreError, Stored, day};

/// What no query asks for. Empty values are left out: there are many rows.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Detail {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsible: Vec<RoleId>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    choice_open: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assigned: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    participants: Vec<RoleId>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    items: Vec<ItemState>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    waits_for: Vec<WaitsFor>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    date_depends_on: Vec<Missing>,
    #[serde(skip_serializing_if = "Option::is_none")]
    taken_by: Option<RoleId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<Basis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    despite: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pressed: Option<Pressed>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ending: Option<Ending>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slip: Option<Slip>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_by: Option<String>,
}

const DATE: u8 = 1;
const OWNER: u8 = 2;
const ANSWER: u8 = 4;

const OF_CASE: &str = concat!(
    "SELECT ",
    include_str!("columns.sql"),
    "FROM step_row r WHERE r.case_id = ?1 ORDER BY r.ordinal"
);

pub(crate) fn of_case(db: &Connection, case: CaseId) -> Stored<Vec<ReportRow>> {
    let mut select = db.prepare_cached(OF_CASE)?;
    let mut rows = select.query([case.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(row_to_report_row(row, 0)?);
    }
    Ok(found)
}

pub(crate) fn slips_of(db: &Connection, case: CaseId) -> Stored<Slips> {
    let mut select = db.prepare_cached(concat!(
        "SELECT ",
        include_str!("columns.sql"),
        "FROM step_row r WHERE r.case_id = ?1 AND r.moved_from IS NOT NULL"
    ))?;
    let mut rows = select.query([case.0])?;
    let mut slips = Slips::default();
    while let Some(row) = rows.next()? {
        let report = row_to_report_row(row, 0)?;
        let key = (report.row.step, report.row.round);
        slips.0.extend(report.slip.map(|slip| (key, slip)));
    }
    Ok(slips)
}

pub(super) fn detail_of(row: &ReportRow) -> Detail {
    let ended = row.row.ended.as_ref();
    Detail {
        responsible: row.responsible.clone(),
        choice_open: row.choice_open,
        assigned: row.assigned.clone(),
        participants: row.row.participants.clone(),
        items: row.row.items.clone(),
        waits_for: row.row.waits_for.clone(),
        date_depends_on: row.row.date_depends_on.clone(),
        taken_by: row.row.taken_by.clone(),
        basis: row.row.dates.basis,
        despite: ended.and_then(|ended| ended.despite.clone()),
        reason: ended.and_then(|ended| ended.reason.clone()),
        pressed: row.pressed.clone(),
        ending: Some(row.ending).filter(|ending| *ending != Ending::default()),
        slip: row.slip,
        decided_by: ended.and_then(|ended| ended.decided_by.clone()),
    }
}

pub(super) fn missing_to_bits(missing: MissingFacts) -> u8 {
    let bit = |is_missing, bit| if is_missing { bit } else { 0 };
    bit(missing.date, DATE) | bit(missing.owner, OWNER) | bit(missing.answer, ANSWER)
}

fn missing_from_bits(bits: u8) -> MissingFacts {
    MissingFacts {
        date: bits & DATE != 0,
        owner: bits & OWNER != 0,
        answer: bits & ANSWER != 0,
    }
}

/// The report row in the columns of `columns.sql`, the first of which is number `first`.
pub(super) fn row_to_report_row(row: &SqlRow<'_>, first: usize) -> Stored<ReportRow> {
    let (case, ordinal) = (row.get(first)?, row.get(first + 1)?);
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
    match read(row, first, ordinal) {
        Ok(Some(report)) => Ok(report),
        Ok(None)
        | Err(FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..)) => {
            Err(StoreError::UnreadableRow { case, ordinal })
        }
        Err(error) => Err(error.into()),
    }
}

fn read(row: &SqlRow<'_>, first: usize, ordinal: u32) -> rusqlite::Result<Option<ReportRow>> {
    fn get<T: FromSql>(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<T> {
        row.get(column)
    }
    let at = |column: usize| first + column;
    let status = Status::parse(row.get_ref(at(4))?.as_str()?);
    let owners = json(row, at(18))?;
    let holders = json(row, at(19))?;
    let parties = json(row, at(20))?;
    let detail: Option<Detail> = json(row, at(21))?;
    let (Some(status), Some(owners), Some(holders), Some(parties), Some(detail)) =
        (status, owners, holders, parties, detail)
    else {
        return Ok(None);
    };
    let ended = match get::<Option<String>>(row, at(15))? {
        Some(recorded_at) => Some(Ended {
            on: day::get_if(row, at(14))?,
            recorded_at,
            despite: detail.despite,
            decided_by: detail.decided_by,
            reason: detail.reason,
        }),
        None => None,
    };
    Ok(Some(ReportRow {
        ordinal,
        row: Row {
            derivation: None,
            step: get::<String>(row, at(2))?.into(),
            round: get(row, at(3))?,
            status,
            dates: RoundDates {
                earliest: day::get_if(row, at(8))?,
                due: day::get_if(row, at(9))?,
                raw_due: day::get_if(row, at(10))?,
                original_due: day::get_if(row, at(11))?,
                since: day::get_if(row, at(12))?,
                basis: detail.basis,
            },
            planned: day::get_if(row, at(13))?,
            taken_by: detail.taken_by,
            participants: detail.participants,
            items: detail.items,
            waits_for: detail.waits_for,
            date_depends_on: detail.date_depends_on,
            ended,
            assumed: false,
        },
        optional: get(row, at(5))?,
        extended: get(row, at(6))?,
        choice_open: detail.choice_open,
        responsible: detail.responsible,
        owners,
        assigned: detail.assigned,
        holders,
        parties,
        pressed: detail.pressed,
        missing: missing_from_bits(get(row, at(7))?),
        ending: detail.ending.unwrap_or_default(),
        slip: detail.slip,
        days_late: get(row, at(16))?,
        days_late_original: get(row, at(17))?,
    }))
}

/// The value of a JSON column; `None` when it is not of that shape.
fn json<T: DeserializeOwned>(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(column)?.as_str()?;
    Ok(serde_json::from_str(text).ok())
}
