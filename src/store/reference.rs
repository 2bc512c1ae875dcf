//! References: compared without regard to case, and the next free one of a year.

use crate::domain::ids::CaseRef;
use crate::domain::signs::plain;

/// Longer numbers are somebody's own scheme, not ours.
const MOST_DIGITS: usize = 6;
pub(crate) const LAST_NUMBER: u32 = 999_999;

pub(crate) fn key_of(reference: &str) -> String {
    plain(reference).to_lowercase()
}

/// The year and number of a reference such as `2026-014`.
fn year_and_number(reference: &str) -> Option<(u32, u32)> {
    let (year, number) = reference.split_once('-')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = year.len() == 4 && (3..=MOST_DIGITS).contains(&number.len());
    if !fits || !digits(year) || !digits(number) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok()?))
}

/// What a case is looked up and sorted by.
#[derive(PartialEq, Eq)]
pub(crate) struct ReferenceKey {
    pub(crate) key: String,
    pub(crate) year: Option<u32>,
    pub(crate) number: Option<u32>,
}

impl ReferenceKey {
    pub(crate) fn of(reference: &str) -> Self {
        let (year, number) = year_and_number(reference).unzip();
        let key = key_of(reference);
        Self { key, year, number }
    }
}

/// The free references of a year, one after the other: `2026-001`, …
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeReferences {
    year: u32,
    next: u32,
}

impl FreeReferences {
    /// Those of a year after the number that was the highest.
    pub(crate) fn after(year: i32, highest: Option<u32>) -> Self {
        Self {
            year: u32::try_from(year).unwrap_or_default(),
            next: highest.unwrap_or(0).saturating_add(1),
        }
    }

    /// Passes by a reference that somebody has chosen, and all before it.
    pub fn pass(&mut self, chosen: &CaseRef) {
        if let Some((year, number)) = year_and_number(chosen.as_str())
            && year == self.year
            && number < LAST_NUMBER
        {
            self.next = self.next.max(number.saturating_add(1));
        }
    }

    /// The next one; it is then no longer free.
    pub fn take(&mut self) -> CaseRef {
        let reference = format!("{:04}-{:03}", self.year, self.next);
        self.next = self.next.saturating_add(1);
        reference.into()
    }
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
    #[test]
    fn what_somebody_has_chosen_is_passed_by() {
        let mut free = FreeReferences {
            year: 2026,
            next: 3,
        };
        for chosen in ["2026-001", "2025-900", "A-77", "2026-0012"] {
            free.pass(&chosen.into());
        }
        assert_eq!(free.take(), "2026-013".into());
        assert_eq!(free.take(), "2026-014".into());
    }
}
