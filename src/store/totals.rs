//! The sums over all cases, kept so that a report's footer costs the same whatever the number of cases.

use rusqlite::{Connection, Row};

use super::{Reading, Stored, sql};
use crate::domain::report::Totals;

impl Reading<'_> {
    /// The sums over all cases.
    pub fn totals(&self) -> Stored<Totals> {
        let kept = "SELECT open_cases, closed_cases, cases_without_date, steps_without_owner, unanswered_questions
             FROM totals";
        sql::one(self.db, kept, [], row_to_totals)
    }

    /// The sums counted anew: what [`Self::totals`] must be.
    pub fn counted_totals(&self) -> Stored<Totals> {
        let counted = "SELECT count(*) FILTER (WHERE open = 1), count(*) FILTER (WHERE open = 0),
                count(*) FILTER (WHERE open = 1 AND without_date > 0),
                coalesce(sum(without_owner) FILTER (WHERE open = 1), 0),
                coalesce(sum(unanswered) FILTER (WHERE open = 1), 0)
             FROM cases";
        sql::one(self.db, counted, [], row_to_totals)
    }
}

pub(crate) fn put(db: &Connection, totals: Totals) -> Stored<()> {
    let put =
        "INSERT INTO totals (id, open_cases, closed_cases, cases_without_date, steps_without_owner,
             unanswered_questions)
         VALUES (1, ?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET open_cases = ?1, closed_cases = ?2, cases_without_date = ?3,
             steps_without_owner = ?4, unanswered_questions = ?5";
    let sums = (
        totals.open_cases,
        totals.closed_cases,
        totals.cases_without_date,
        totals.steps_without_owner,
        totals.unanswered_questions,
    );
    sql::run(db, put, sums)
}

fn row_to_totals(row: &Row<'_>) -> rusqlite::Result<Totals> {
    Ok(Totals {
        open_cases: row.get(0)?,
        closed_cases: row.get(1)?,
        cases_without_date: row.get(2)?,
        steps_without_owner: row.get(3)?,
        unanswered_questions: row.get(4)?,
    })
}
