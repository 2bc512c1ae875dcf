//! Whether a routine holds what a row claims, and of which steps the row speaks.

use super::shown::{Shown, Step};
use super::table::Row;
use super::{of_routine, of_step};

/// What is missing, or nothing.
pub(crate) fn missing(row: &Row, routine: &Shown) -> Option<String> {
    let Some(step) = &row.step else {
        let missing = all_missing(row, |name, claim| {
            of_routine::missing(name, claim, routine, row)
        });
        return (!missing.is_empty()).then(|| missing.join("; "));
    };
    let found = located(step, routine);
    let missing = found.iter().map(|step| (step.id(), of_row(row, step)));
    match missing.min_by_key(|(_, missing)| missing.len()) {
        None => Some(format!("no step {step}")),
        Some((_, missing)) if missing.is_empty() => None,
        Some((id, missing)) => Some(format!("step {id}: {}", missing.join("; "))),
    }
}

/// The ids of the steps of which a row speaks: all that hold it, where it says no id.
pub(crate) fn claimed<'r>(row: &Row, routine: &'r Shown) -> Vec<&'r str> {
    let Some(step) = &row.step else {
        return Vec::new();
    };
    let mut steps = located(step, routine);
    steps.retain(|found| step != "*" || of_row(row, found).is_empty());
    steps.iter().map(Step::id).collect()
}

fn located<'r>(step: &str, routine: &'r Shown) -> Vec<Step<'r>> {
    let mut steps = routine.steps();
    steps.retain(|found| step == "*" || found.id() == step);
    steps
}

fn of_row(row: &Row, step: &Step) -> Vec<String> {
    all_missing(row, |name, claim| of_step::missing(name, claim, step, row))
}

fn all_missing(row: &Row, missing: impl Fn(&str, &str) -> Vec<String>) -> Vec<String> {
    let told = |(name, claim): (&String, &String)| {
        let missing = missing(name, claim);
        (!missing.is_empty()).then(|| format!("{name} {missing:?}"))
    };
    row.claims.iter().filter_map(told).collect()
}
