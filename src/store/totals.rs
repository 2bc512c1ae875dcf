//! The sums over all cases, kept so that a report's footer costs the same whatever the number of cases.

use rusqlite::{Connection, Row};

use super::Stored;
use crate::domain::report::Totals;

pub(crate) fn kept(db: &Connection) -> Stored<Totals> {
    let totals = db
        .prepare_cached(
            "SELECT open_cases, closed_cases, cases_without_date, steps_without_owner, unanswered_questions
             FROM totals",
        )?
        .query_row([], row_to_totals)?;
    Ok(totals)
}

pub(crate) fn counted(db: &Connection) -> Stored<Totals> {
    let totals = db
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE open = 1), count(*) FILTER (WHERE open = 0),
                    count(*) FILTER (WHERE open = 1 AND without_date > 0),
                    coalesce(sum(without_owner) FILTER (WHERE open = 1), 0),
                    coalesce(sum(unanswered) FILTER (WHERE open = 1), 0)
             FROM cases",
        )?
        .query_row([], row_to_totals)?;
    Ok(totals)
}

pub(crate) fn add(db: &Connection, difference: Totals) -> Stored<()> {
    if difference == Totals::default() {
        return Ok(());
    }
    put(db, kept(db)?.plus(difference))
}

pub(crate) fn put(db: &Connection, totals: Totals) -> Stored<()> {
    db.prepare_cached(
        "INSERT INTO totals (id, open_cases, closed_cases, cases_without_date, steps_without_owner,
             unanswered_questions)
         VALUES (1, ?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET open_cases = ?1, closed_cases = ?2, cases_without_date = ?3,
             steps_without_owner = ?4, unanswered_questions = ?5",
    )?
    .execute((
        totals.open_cases,
        totals.closed_cases,
        totals.cases_without_date,
        totals.steps_without_owner,
        totals.unanswered_questions,
    ))?;
    Ok(())
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
