//! Walks through the rows of all cases, most urgent first, one at a time.
//!
//! Each pick has its own statements, each of which walks one index in the order asked for: nothing is sorted or
//! gathered, and no row is touched that the index does not hold for it. The rows of several are merged as they come.

use rusqlite::{Rows, params_from_iter};

use super::Tables;
use super::columns::{Cells, values};
use super::step_rows::{columns_of_row, read};
use crate::domain::ids::{CaseRef, RoutineId};
use crate::store::query::{FoundRow, Pick, RowPlace, RowQuery};
use crate::store::{StoreError, Stored};

macro_rules! walk {
    ($index:literal $(, $days:literal)?) => {
        concat!(
            "SELECT c.routine, c.reference, c.code_word, c.open, c.text_hash, r.case_id, ",
            columns_of_row!(),
            include_str!(concat!("walks/", $index, ".sql")),
            $($days,)?
            " ORDER BY r.urgency, r.case_key, r.ordinal"
        )
    };
}

impl Pick {
    /// The SQL that walks through all rows it may pick; as many parameters as [`Self::days`].
    pub(crate) fn statements(self) -> &'static [&'static str] {
        match self {
            Self::Overdue(_) => &[walk!("dated", "AND r.urgency < ?1")],
            Self::Within(..) => &[
                walk!("dated", "AND r.urgency BETWEEN ?1 AND ?2"),
                walk!(
                    "other",
                    "AND r.due IS NOT NULL AND r.urgency BETWEEN ?1 AND ?2"
                ),
            ],
            Self::Missing => &[walk!("missing")],
            Self::Late => &[walk!("late")],
            Self::Extended => &[walk!("extended")],
            Self::ToDo => &[walk!("dated"), walk!("other")],
        }
    }

    fn days(self) -> Vec<rusqlite::types::Value> {
        match self {
            Self::Overdue(before) => values(before),
            Self::Within(from, to) => values((from, to)),
            Self::Missing | Self::Late | Self::Extended | Self::ToDo => Vec::new(),
        }
    }
}

impl Tables<'_> {
    /// Calls `each` with the rows wanted, most urgent first: by due date, a promptly step without one by its
    /// anchor's, those without any last; then by reference and place in the plan. An error from it ends the search.
    pub fn rows<E: From<StoreError>>(
        self,
        query: &RowQuery,
        mut each: impl FnMut(FoundRow) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut statements = Vec::new();
        for pick in &query.picks {
            for sql in pick.statements() {
                let statement = self.db.prepare_cached(sql).map_err(StoreError::from)?;
                statements.push((pick.days(), statement));
            }
        }
        let mut streams = Vec::new();
        for (days, statement) in &mut statements {
            let rows = statement
                .query(params_from_iter(&*days))
                .map_err(StoreError::from)?;
            let mut stream = Stream { rows, next: None };
            stream.take(query)?;
            streams.push(stream);
        }
        let mut latest = None;
        loop {
            let waiting = streams.iter_mut().filter(|stream| stream.next.is_some());
            let next = waiting.min_by(|one, other| one.place().cmp(&other.place()));
            let Some((place, row)) = next.map(|next| next.take(query)).transpose()?.flatten()
            else {
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
    next: Option<(RowPlace, FoundRow)>,
}

impl Stream<'_> {
    fn place(&self) -> Option<&RowPlace> {
        self.next.as_ref().map(|(place, _)| place)
    }

    /// The row at hand; the next one that is wanted takes its place.
    fn take(&mut self, query: &RowQuery) -> Stored<Option<(RowPlace, FoundRow)>> {
        let taken = self.next.take();
        while let Some(row) = self.rows.next()? {
            let mut cells = Cells::of(row);
            let routine: RoutineId = cells.take()?;
            let (reference, code_word, open, text_hash, case): (CaseRef, _, _, _, _) =
                cells.take()?;
            let Some(row) = read(&mut cells, |row| query.admits(&routine, row))? else {
                continue;
            };
            let found = FoundRow {
                case,
                reference,
                code_word,
                open,
                routine,
                text_hash,
                row,
            };
            if query.wants(&found) {
                self.next = Some((found.place(), found));
                break;
            }
        }
        Ok(taken)
    }
}
