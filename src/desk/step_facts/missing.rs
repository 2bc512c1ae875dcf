//! What is not known of a row that somebody could tell, and over all cases.

use crate::domain::condition::Missing;
use crate::domain::plan::WaitsFor;
use crate::domain::report::{ReportRow, Totals};
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
        texts.push(words.say("report-owner-missing"));
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

/// "4 ärenden utan datum · 3 steg utan ansvarig · 2 obesvarade frågor"; `None` when all is known.
pub(crate) fn missing_over_all(totals: Totals, words: &Words) -> Option<String> {
    let counts = [
        ("totals-without-date", totals.cases_without_date),
        ("totals-without-owner", totals.steps_without_owner),
        ("totals-unanswered", totals.unanswered_questions),
    ];
    let parts: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| say!(words, id, count))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
