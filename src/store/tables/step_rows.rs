//! The rows that reports read: a cache of what the history comes to, written with the events it follows from.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row as SqlRow, params_from_iter};
use serde::{Deserialize, Serialize};

use super::Tables;
use super::cases::CaseId;
use super::columns::{Cells, FromCells, ToCells, cells, json, values};
use crate::domain::condition::Missing;
use crate::domain::due_rule::Basis;
use crate::domain::ids::RoleId;
use crate::domain::plan::{Ended, ItemState, Pressure, Status, WaitsFor};
use crate::domain::report::{Ending, MissingFacts, ReportRow, Standing};
use crate::domain::slips::{Slip, Slips};
use crate::store::reference::key_of;
use crate::store::{StoreError, Stored};

/// The columns of a row, and the field of a report row that each holds. Beside them stand the case it belongs to, how it
/// ended, what is only searched by, and its detail.
macro_rules! step_row {
    ($($column:ident = $($field:ident).+,)*) => {
        /// What [`read`] reads, of a row called `r`.
        macro_rules! columns_of_row {
            () => {
                concat!(
                    "r.case_id, r.ordinal, ",
                    $("r.", stringify!($column), ", ",)*
                    "r.done_on, r.recorded_at, r.detail\n"
                )
            };
        }
        pub(super) use columns_of_row;

        const PUT: &str = concat!(
            "INSERT INTO step_row (case_id, ordinal, case_key, case_open, late, moved_from, ",
            $(stringify!($column), ", ",)*
            "done_on, recorded_at, detail)
             VALUES (:case_id, :ordinal, :case_key, :case_open, :late, :moved_from, ",
            $(":", stringify!($column), ", ",)*
            ":done_on, :recorded_at, :detail)
             ON CONFLICT (case_id, ordinal) DO UPDATE SET
             case_key = excluded.case_key, case_open = excluded.case_open, late = excluded.late,
             moved_from = excluded.moved_from, ",
            $(stringify!($column), " = excluded.", stringify!($column), ", ",)*
            "done_on = excluded.done_on, recorded_at = excluded.recorded_at, detail = excluded.detail"
        );

        fn take_columns(report: &mut ReportRow, cells: &mut Cells<'_>) -> rusqlite::Result<()> {
            $(report.$($field).+ = cells.take()?;)*
            Ok(())
        }

        fn put_columns(report: &ReportRow, cells: &mut Vec<Value>) {
            $(report.$($field).+.put(cells);)*
        }
    };
}

step_row! {
    step = row.step,
    round = row.round,
    status = row.status,
    optional = optional,
    extended = extended,
    missing = missing,
    earliest = row.dates.earliest,
    due = row.dates.due,
    raw_due = row.dates.raw_due,
    original_due = row.dates.original_due,
    since = row.dates.since,
    planned = row.planned,
    days_late = days_late,
    days_late_original = days_late_original,
    owners = owners,
    holders = holders,
    parties = parties,
}

/// What no query asks for, as JSON. Empty values are left out: there are many rows.
macro_rules! detail {
    ($($name:ident: $type:ty = $($field:ident).+,)* => $($word:ident),*) => {
        #[derive(Default, Serialize, Deserialize)]
        #[serde(default)]
        struct Detail {
            $(#[serde(skip_serializing_if = "is_default")] $name: $type,)*
            $(#[serde(skip_serializing_if = "is_default")] $word: Option<String>,)*
        }

        impl Detail {
            fn of(report: &ReportRow) -> Self {
                let ended = report.row.ended.as_ref();
                Self {
                    $($name: report.$($field).+.clone(),)*
                    $($word: ended.and_then(|ended| ended.$word.clone()),)*
                }
            }

            fn put_into(self, report: &mut ReportRow) {
                $(report.$($field).+ = self.$name;)*
                if let Some(ended) = &mut report.row.ended {
                    $(ended.$word = self.$word;)*
                }
            }
        }
    };
}

detail! {
    responsible: Vec<RoleId> = row.responsible,
    owner_waits_for: Vec<Missing> = row.owner_waits_for,
    choice_open: bool = choice_open,
    assigned: Vec<String> = assigned,
    participants: Vec<RoleId> = row.participants,
    items: Vec<ItemState> = row.items,
    waits_for: Vec<WaitsFor> = row.waits_for,
    date_depends_on: Vec<Missing> = row.date_depends_on,
    no_school_day: bool = row.no_school_day,
    taken_by: Option<RoleId> = row.taken_by,
    basis: Option<Basis> = row.dates.basis,
    pressed: Option<Pressure> = pressed,
    ending: Ending = ending,
    untold: Option<Missing> = untold,
    opened_late: Option<NaiveDate> = opened_late,
    slip: Option<Slip> = slip,
    reminded_on: Option<NaiveDate> = reminded_on,
    tried_on: Option<NaiveDate> = tried_on,
    => despite, reason, decided_by
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

const DATE: u8 = 1;
const OWNER: u8 = 2;
const ANSWER: u8 = 4;

cells! {
    Status => |cells| cells.text(|word| Self::parse(word).ok_or("no status")), |status| status.as_str().to_owned();
    MissingFacts =>
        |cells| cells.cell().map(|bits: u8| Self {
            date: bits & DATE != 0,
            owner: bits & OWNER != 0,
            answer: bits & ANSWER != 0,
        }),
        |facts| u8::from(facts.date) * DATE + u8::from(facts.owner) * OWNER + u8::from(facts.answer) * ANSWER;
    Detail => |cells| cells.json(), |detail| json(detail);
}

/// The report row in the next cells, in the order of `columns_of_row`; `None` when it is not wanted, which is asked before
/// its detail is read. `UnreadableRow` when it says what no row can.
pub(super) fn read(
    cells: &mut Cells<'_>,
    is_wanted: impl FnOnce(&ReportRow) -> bool,
) -> Stored<Option<ReportRow>> {
    use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
    let (case, ordinal) = cells.take()?;
    let take = || {
        let mut report = ReportRow {
            ordinal,
            ..ReportRow::default()
        };
        take_columns(&mut report, cells)?;
        let (on, recorded_at): (_, Option<String>) = cells.take()?;
        report.row.ended = recorded_at.map(|recorded_at| Ended {
            on,
            recorded_at,
            despite: None,
            decided_by: None,
            reason: None,
        });
        if !is_wanted(&report) {
            return Ok(None);
        }
        cells.take::<Detail>()?.put_into(&mut report);
        Ok(Some(report))
    };
    take().map_err(|error| match error {
        FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..) => {
            StoreError::UnreadableRow { case, ordinal }
        }
        error => error.into(),
    })
}

impl Tables<'_> {
    /// The rows of a case, in the order of its plan. Only as good as [`super::super::Reading::rows_are_current`].
    pub fn rows_of(self, id: CaseId) -> Stored<Vec<ReportRow>> {
        let of_case = concat!(
            "SELECT ",
            columns_of_row!(),
            "FROM step_row r WHERE r.case_id = ?1 ORDER BY r.ordinal"
        );
        self.report_rows(of_case, id)
    }

    /// What became of rounds of a case that were late, as its rows tell it.
    pub(crate) fn slips_of(self, id: CaseId) -> Stored<Slips> {
        let moved = concat!(
            "SELECT ",
            columns_of_row!(),
            "FROM step_row r WHERE r.case_id = ?1 AND r.moved_from IS NOT NULL"
        );
        let rows = self.report_rows(moved, id)?.into_iter();
        let slips =
            rows.filter_map(|report| Some(((report.row.step, report.row.round), report.slip?)));
        Ok(Slips(slips.collect()))
    }

    fn report_rows(self, sql: &str, id: CaseId) -> Stored<Vec<ReportRow>> {
        let mut rows = Vec::new();
        self.each(sql, id, |row: &SqlRow<'_>| {
            rows.extend(read(&mut Cells::of(row), |_| true)?);
            Ok::<_, StoreError>(())
        })?;
        Ok(rows)
    }

    /// Makes a case's rows those of its standing. Only those that have changed are written, unless all are to be: because
    /// it is new, was opened or closed, or its rows are not trusted.
    pub(crate) fn put_rows(
        self,
        id: CaseId,
        reference: &str,
        standing: &Standing,
        all: bool,
    ) -> Stored<()> {
        let mut before = match all {
            true => Vec::new(),
            // Rows that say what none can are written anew like any that differ; any other error ends the change.
            false => match self.rows_of(id) {
                Err(StoreError::UnreadableRow { .. }) => Vec::new(),
                rows => rows?,
            },
        };
        let key = key_of(reference);
        let mut put = self.db.prepare_cached(PUT)?;
        for (index, report) in standing.rows.iter().enumerate() {
            let is_stored = before.get_mut(index).is_some_and(|before| {
                // How its dates came about is not stored.
                before.row.derivation.clone_from(&report.row.derivation);
                before == report
            });
            if is_stored {
                continue;
            }
            let moved_from = report.slip.map(|slip| slip.from);
            let mut cells = values((id, report.ordinal, key.as_str(), standing.open));
            (report.was_late(), moved_from).put(&mut cells);
            put_columns(report, &mut cells);
            let ended = report.row.ended.as_ref();
            let (done_on, recorded_at) = ended.map(|ended| (ended.on, &ended.recorded_at)).unzip();
            (done_on.flatten(), recorded_at, Detail::of(report)).put(&mut cells);
            put.execute(params_from_iter(cells))?;
        }
        let rows = i64::try_from(standing.rows.len()).unwrap_or(i64::MAX);
        let beyond = "DELETE FROM step_row WHERE case_id = ?1 AND ordinal >= ?2";
        self.run(beyond, (id, rows)).map(drop)
    }

    pub(crate) fn remove_rows(self, id: CaseId) -> Stored<()> {
        self.run("DELETE FROM step_row WHERE case_id = ?1", id)
            .map(drop)
    }

    /// Removes rows of cases that are not there.
    pub(crate) fn remove_stray_rows(self) -> Stored<()> {
        let strays = "DELETE FROM step_row WHERE case_id NOT IN (SELECT id FROM cases)";
        self.run(strays, ()).map(drop)
    }
}
