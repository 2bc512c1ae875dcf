//! What is not known of a row that somebody could tell, and over all cases.

use std::collections::BTreeSet;

use super::StepView;
use crate::domain::condition::Missing;
use crate::domain::plan::WaitsFor;
use crate::domain::report::Totals;
use crate::ui::joined;
use crate::ui::wording::Words;

impl StepView<'_> {
    /// A text for each: "datum saknas: Utskrivning", "ansvarig saknas"; empty unless asked for.
    pub(super) fn missing(&self) -> Vec<String> {
        let (here, missing) = (self.here, self.report.missing);
        let mut texts: Vec<String> = Vec::new();
        if !self.asks_missing {
            return texts;
        }
        if missing.date {
            let dates = self.missing_dates().into_iter();
            texts.extend(dates.map(|fact| here.text(fact)));
        }
        if missing.owner {
            texts.push(here.say("report-owner-missing"));
        }
        if missing.answer {
            let facts = self.known().chain(&self.row.date_depends_on);
            let answers =
                facts.filter(|fact| matches!(fact, Missing::Question(_) | Missing::Trigger));
            texts.extend(answers.map(|fact| here.text(fact)));
        }
        let mut seen = BTreeSet::new();
        texts.retain(|text| seen.insert(text.clone()));
        texts
    }

    /// A step stands for a date only when nothing else explains what is missing: then it was done on an unknown day,
    /// else it is simply not done yet.
    fn missing_dates(&self) -> Vec<&Missing> {
        let is_step = |fact: &&Missing| matches!(fact, Missing::Step(_));
        let (steps, told): (Vec<_>, Vec<_>) = self.known().partition(is_step);
        if told.is_empty() { steps } else { told }
    }

    fn known(&self) -> impl Iterator<Item = &Missing> {
        self.row.waits_for.iter().filter_map(WaitsFor::known)
    }
}

/// "4 ärenden utan datum · 3 steg utan ansvarig · 2 obesvarade frågor"; `None` when all is known.
pub(crate) fn missing_over_all(totals: Totals, words: &Words) -> Option<String> {
    let counts = [
        ("totals-without-date", totals.cases_without_date),
        ("totals-without-owner", totals.steps_without_owner),
        ("totals-unanswered", totals.unanswered_questions),
    ];
    let parts = counts.map(|(id, count)| (count > 0).then(|| say!(words, id, count)));
    Some(joined(" · ", parts)).filter(|parts| !parts.is_empty())
}
