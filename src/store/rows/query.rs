//! Finds rows over all cases, most urgent first, one at a time.
//!
//! Each pick has its own statements, each of which walks one index in the order asked for: nothing is sorted or
//! gathered, and only rows that are picked are touched. The rows of several are merged as they come.

use chrono::NaiveDate;
use rusqlite::types::Value;
use rusqlite::{Row, Rows};

use super::columns::row_to_report_row;
use crate::domain::ids::{CaseRef, RoleId, RoutineId};
use crate::domain::report::ReportRow;
use crate::store::case::CaseId;
use crate::store::{Reading, StoreError, Stored, day};

/// A sort of rows. Several add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Open or blocked and not optional, due before this day.
    Overdue(NaiveDate),
    /// Open or blocked, due from the first day to the second.
    Within(NaiveDate, NaiveDate),
    /// Without date, owner or answer.
    Missing,
    /// Ended or told after the date, or moved after it; in closed cases too.
    Late,
    /// Given a later date by decision.
    Extended,
    /// Open or blocked.
    ToDo,
}

/// Which rows are wanted: those of any pick that pass all the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RowQuery {
    pub picks: Vec<Pick>,
    /// This role answers for the step or one of its parts.
    pub role: Option<RoleId>,
    /// They hold a role that does.
    pub who: Option<String>,
    /// Such a role belongs to this organisation.
    pub party: Option<String>,
    pub routine: Option<RoutineId>,
    /// The step opens in lists on this day or before.
    pub opens_by: Option<NaiveDate>,
}

/// A row found, and the case it belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundRow {
    pub case: CaseId,
    pub reference: CaseRef,
    pub routine: RoutineId,
    /// The hash of that routine's text, which holds the titles.
    pub text_hash: String,
    pub row: ReportRow,
}

macro_rules! statement {
    ($pick:literal) => {
        concat!(
            "SELECT r.urgency, r.case_key, r.ordinal, c.reference, c.routine, c.text_hash,\n",
            include_str!("columns.sql"),
            include_str!(concat!("picks/", $pick, ".sql")),
            include_str!("picks/narrow.sql"),
        )
    };
}

/// The first column after those that are the query's own.
const FIRST: usize = 6;

impl Pick {
    /// Its SQL: the columns of the query, then those of a row; seven parameters.
    pub(crate) fn statements(self) -> &'static [&'static str] {
        match self {
            Self::Overdue(_) => &[statement!("overdue")],
            Self::Within(..) => &[statement!("within_dated"), statement!("within_other")],
            Self::Missing => &[statement!("missing")],
            Self::Late => &[statement!("late")],
            Self::Extended => &[statement!("extended")],
            Self::ToDo => &[statement!("to_do_dated"), statement!("to_do_other")],
        }
    }

    fn days(self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        match self {
            Self::Overdue(before) => (Some(before), None),
            Self::Within(from, to) => (Some(from), Some(to)),
            Self::Missing | Self::Late | Self::Extended | Self::ToDo => (None, None),
        }
    }
}

impl RowQuery {
    fn parameters(&self, pick: Pick) -> [Value; 7] {
        fn text(value: Option<String>) -> Value {
            value.map_or(Value::Null, Value::Text)
        }
        // An element of a JSON list of texts, quotes and all: no other text in the list contains it.
        let quoted = |value: Option<&str>| text(value.map(|v| serde_json::json!(v).to_string()));
        let (first, last) = pick.days();
        [
            text(day::text_if(first)),
            text(day::text_if(last)),
            quoted(self.role.as_ref().map(RoleId::as_str)),
            quoted(self.who.as_deref()),
            quoted(self.party.as_deref()),
            text(self.routine.as_ref().map(|id| id.as_str().to_owned())),
            text(day::text_if(self.opens_by)),
        ]
    }
}

/// Where a row stands in the order of all lists: urgency, the case's key, its place in the plan.
type Place = (String, String, u32);

impl Reading<'_> {
    /// Calls `each` with the rows wanted, most urgent first: by due date, a promptly step without one by its
    /// anchor's, those without any last; then by reference and place in the plan. An error from it ends the search.
    pub fn rows<E: From<StoreError>>(
        &self,
        query: &RowQuery,
        mut each: impl FnMut(FoundRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statements = Vec::new();
        for pick in &query.picks {
            for sql in pick.statements() {
                let statement = self.db.prepare_cached(sql).map_err(StoreError::from)?;
                statements.push((*pick, statement));
            }
        }
        let mut streams = Vec::new();
        for (pick, statement) in &mut statements {
            let rows = statement.query(query.parameters(*pick));
            streams.push(Stream::start(rows.map_err(StoreError::from)?)?);
        }
        let mut latest: Option<Place> = None;
        loop {
            let next = streams
                .iter_mut()
                .filter(|stream| stream.next.is_some())
                .min_by(|a, b| a.place().cmp(&b.place()));
            let Some((place, row)) = next.map(Stream::take).transpose()?.flatten() else {
                return Ok(());
            };
            if latest.as_ref() != Some(&place) {
                each(row)?;
            }
            latest = Some(place);
        }
    }
}

struct Stream<'a> {
    rows: Rows<'a>,
    next: Option<(Place, FoundRow)>,
}

impl<'a> Stream<'a> {
    fn start(rows: Rows<'a>) -> Stored<Self> {
        let mut stream = Self { rows, next: None };
        stream.take()?;
        Ok(stream)
    }

    fn place(&self) -> Option<&Place> {
        self.next.as_ref().map(|(place, _)| place)
    }

    /// The row at hand; the one after it takes its place.
    fn take(&mut self) -> Stored<Option<(Place, FoundRow)>> {
        let next = self.rows.next()?.map(row_to_found).transpose()?;
        Ok(std::mem::replace(&mut self.next, next))
    }
}

fn row_to_found(row: &Row<'_>) -> Stored<(Place, FoundRow)> {
    let place = (row.get(0)?, row.get(1)?, row.get(2)?);
    let found = FoundRow {
        case: CaseId(row.get(FIRST)?),
        reference: row.get::<_, String>(3)?.into(),
        routine: row.get::<_, String>(4)?.into(),
        text_hash: row.get(5)?,
        row: row_to_report_row(row, FIRST)?,
    };
    Ok((place, found))
}
