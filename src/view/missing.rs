//! What is not known of a row that somebody could tell, and over all cases.

use super::StepView;
use crate::domain::condition::Missing;
use crate::domain::plan::WaitsFor;
use crate::domain::report::Totals;
use crate::ui::wording::Words;

impl StepView<'_> {
    /// The same with what is not known of it, a text each: "datum saknas: Utskrivning", "ansvarig saknas".
    pub(crate) fn with_missing(mut self, words: &Words) -> Self {
        let (row, titles) = (self.row, self.titles());
        let mut texts = Vec::new();
        if row.missing.date {
            let dates = self.missing_dates().into_iter();
            texts.extend(dates.map(|fact| words.missing(fact, titles)));
        }
        if row.missing.owner {
            texts.push(words.say("report-owner-missing"));
        }
        if row.missing.answer {
            let facts = self.known().chain(&row.row.date_depends_on);
            let answers =
                facts.filter(|fact| matches!(fact, Missing::Question(_) | Missing::Trigger));
            texts.extend(answers.map(|fact| words.missing(fact, titles)));
        }
        for text in texts {
            if !self.missing.contains(&text) {
                self.missing.push(text);
            }
        }
        self
    }

    /// A step stands for a date only when nothing else explains what is missing: then it was done on an unknown day,
    /// else it is simply not done yet.
    fn missing_dates(&self) -> Vec<&Missing> {
        let is_step = |fact: &&Missing| matches!(fact, Missing::Step(_));
        let (steps, told): (Vec<_>, Vec<_>) = self.known().partition(is_step);
        if told.is_empty() { steps } else { told }
    }

    fn known(&self) -> impl Iterator<Item = &Missing> {
        self.row.row.waits_for.iter().filter_map(WaitsFor::known)
    }
}

/// "4 ärenden utan datum · 3 steg utan ansvarig · 2 obesvarade frågor"; `None` when all is known.
pub(crate) fn missing_over_all(totals: Totals, words: &Words) -> Option<String> {
    let counts = [
        ("totals-without-date", totals.cases_without_date),
        ("totals-without-owner", totals.steps_without_owner),
        ("totals-unanswered", totals.unanswered_questions),
    ];
    let counts = counts.into_iter().filter(|(_, count)| *count > 0);
    let parts: Vec<_> = counts.map(|(id, count)| say!(words, id, count)).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
