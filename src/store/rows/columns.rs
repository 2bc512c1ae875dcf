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
use crate::domain::report::{EndedBy, Ending, MissingFacts, ReportRow};
use crate::domain::slips::{Slip, Slips};
use crate::store::case::CaseId;
use crate::store::{StoreError, day};

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
    told_late: Option<i64>,
}

const DATE: u8 = 1;
const OWNER: u8 = 2;
const ANSWER: u8 = 4;

const OF_CASE: &str = concat!(
    "SELECT ",
    include_str!("columns.sql"),
    "FROM step_row r WHERE r.case_id = ?1 ORDER BY r.ordinal"
);

/// The rows of a case, in the order of its plan.
pub(crate) fn of_case(db: &Connection, case: CaseId) -> Result<Vec<ReportRow>, StoreError> {
    let mut select = db.prepare_cached(OF_CASE)?;
    let mut rows = select.query([case.0])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(row_to_report_row(row, 0)?);
    }
    Ok(found)
}

const SLIPS: &str = "SELECT step, round, moved_from, moved_by, ended_by, ended_on FROM step_row
     WHERE case_id = ?1 AND moved_from IS NOT NULL";

/// What became of rounds of a case that were late.
pub(crate) fn slips_of(db: &Connection, case: CaseId) -> Result<Slips, StoreError> {
    let mut select = db.prepare_cached(SLIPS)?;
    let slips = select.query_map([case.0], |row| {
        let fell_away =
            row.get::<_, Option<String>>(4)?.as_deref() == Some(EndedBy::FellAway.as_str());
        let slip = Slip {
            from: day::get(row, 2)?,
            by: row.get(3)?,
            fell_on: day::get_if(row, 5)?.filter(|_| fell_away),
        };
        Ok(((row.get::<_, String>(0)?.into(), row.get(1)?), slip))
    })?;
    Ok(Slips(slips.collect::<Result<_, _>>()?))
}

/// The detail column of a row.
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
        told_late: row.ending.told_late,
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
pub(super) fn row_to_report_row(row: &SqlRow<'_>, first: usize) -> Result<ReportRow, StoreError> {
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
    let by: Option<String> = get(row, at(19))?;
    let by = by.map(|by| EndedBy::ALL.into_iter().find(|one| one.as_str() == by));
    let owners = json(row, at(22))?;
    let holders = json(row, at(23))?;
    let parties = json(row, at(24))?;
    let detail: Option<Detail> = json(row, at(25))?;
    let (Some(status), Some(owners), Some(holders), Some(parties), Some(detail)) =
        (status, owners, holders, parties, detail)
    else {
        return Ok(None);
    };
    if by == Some(None) {
        return Ok(None);
    }
    let ended = match get::<Option<String>>(row, at(15))? {
        Some(recorded_at) => Some(Ended {
            on: day::get_if(row, at(14))?,
            recorded_at,
            despite: detail.despite,
            reason: detail.reason,
        }),
        None => None,
    };
    let ending = Ending {
        by: by.flatten(),
        on: day::get_if(row, at(18))?,
        told_late: detail.told_late,
    };
    let moved_from = day::get_if(row, at(20))?;
    let slip = moved_from.zip(get(row, at(21))?).map(|(from, by)| Slip {
        from,
        by,
        fell_on: ending.on.filter(|_| ending.by == Some(EndedBy::FellAway)),
    });
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
        ending,
        slip,
        days_late: get(row, at(16))?,
        days_late_original: get(row, at(17))?,
    }))
}

/// The value of a JSON column; `None` when it is not of that shape.
fn json<T: DeserializeOwned>(row: &SqlRow<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(column)?.as_str()?;
    Ok(serde_json::from_str(text).ok())
}
