//! Consent that was given until a day: past it, a step that stands on it should be looked at again.

use chrono::NaiveDate;

use super::case::Case;
use super::ids::QuestionId;
use super::routine::Step;

/// What the id of a consent's last day ends in, the same in every routine: `samtycke`, `samtycke-till`.
const LAST_DAY: &str = "-till";

/// The last day of a consent that a step requires and that has run out; the earliest, if several have.
pub fn ran_out(case: &Case, step: &Step, today: NaiveDate) -> Option<NaiveDate> {
    let questions = step
        .requires
        .iter()
        .flat_map(|requirement| requirement.condition.questions());
    questions
        .filter_map(|consent| {
            let last_day = QuestionId::from(format!("{consent}{LAST_DAY}"));
            case.answers.get(&last_day)?.value.parse().ok()
        })
        .filter(|last: &NaiveDate| *last < today)
        .min()
}
