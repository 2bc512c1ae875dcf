//! What is not known of a row that somebody could tell.

use crate::domain::condition::Missing;
use crate::domain::plan::WaitsFor;
use crate::domain::report::ReportRow;
use crate::ui::wording::{Titles, Words};

/// A text for each: "datum saknas: Utskrivning", "ansvarig saknas", "obesvarad fråga: …".
pub(super) fn of(report: &ReportRow, titles: Titles<'_>, words: &Words) -> Vec<String> {
    let mut texts = Vec::new();
    if report.missing.date {
        texts.extend(
            dates(report)
                .into_iter()
                .map(|fact| words.missing(fact, titles)),
        );
    }
    if report.missing.owner {
        texts.push(words.say("report-owner-missing", &[]));
    }
    if report.missing.answer {
        let facts = known(report).chain(&report.row.date_depends_on);
        texts.extend(
            facts
                .filter(|fact| is_answer(fact))
                .map(|fact| words.missing(fact, titles)),
        );
    }
    let mut said = Vec::new();
    for text in texts {
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

/// The dates. A step stands for one only when nothing else explains what is missing: then it was done on an unknown
/// day, else it is simply not done yet.
fn dates(report: &ReportRow) -> Vec<&Missing> {
    let is_step = |fact: &&Missing| matches!(fact, Missing::Step(_));
    let (steps, told): (Vec<_>, Vec<_>) = known(report).partition(is_step);
    if told.is_empty() { steps } else { told }
}

fn known(report: &ReportRow) -> impl Iterator<Item = &Missing> {
    report.row.waits_for.iter().filter_map(|waits| match waits {
        WaitsFor::Known(missing) => Some(missing),
        WaitsFor::Requirement { .. } | WaitsFor::Lapsed { .. } => None,
    })
}

fn is_answer(fact: &Missing) -> bool {
    matches!(fact, Missing::Question(_) | Missing::Trigger)
}
