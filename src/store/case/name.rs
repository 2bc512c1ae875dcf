//! References: compared without regard to case, and the next free one of a year.

use rusqlite::Connection;

use crate::domain::ids::CaseRef;
use crate::store::StoreError;

/// Longer numbers are somebody's own scheme, not ours.
const MOST_DIGITS: usize = 6;
/// The last number of so many digits.
const LAST_NUMBER: u32 = 999_999;

/// What references are compared by.
pub(crate) fn key_of(reference: &str) -> String {
    reference.to_lowercase()
}

/// The year and number of a reference such as `2026-014`.
pub(crate) fn year_and_number(reference: &str) -> Option<(u32, u32)> {
    let (year, number) = reference.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year.len() == 4 && (3..=MOST_DIGITS).contains(&number.len());
    if !fits || !digits(year) || !digits(number) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok()?))
}

/// The reference after the highest that year has seen, removed cases too: `2026-001`, … When somebody has chosen the
/// very last number, after the highest one that has room after it.
pub(crate) fn next_reference(db: &Connection, year: i32) -> Result<CaseRef, StoreError> {
    let highest: Option<u32> = db
        .prepare_cached(include_str!("highest_number.sql"))?
        .query_row((year, LAST_NUMBER), |row| row.get(0))?;
    let next = highest.unwrap_or(0) + 1;
    Ok(format!("{year:04}-{next:03}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_usual_shape_is_numbered() {
        for (reference, numbered) in [
            ("2026-001", Some((2026, 1))),
            ("2026-1204", Some((2026, 1204))),
            ("2026-01", None),
            ("2026-1234567", None),
            ("2026-001a", None),
            ("26-001", None),
            ("20a6-001", None),
            ("2026-+12", None),
            ("2026", None),
        ] {
            assert_eq!(year_and_number(reference), numbered, "{reference}");
        }
    }
}
