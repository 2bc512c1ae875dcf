//! What is not known of a row that somebody could tell, and over all cases.

use super::StepView;
use crate::domain::condition::Missing;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::Totals;
use crate::ui::joined;
use crate::ui::wording::Words;

/// Something that a row lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Lack<'a> {
    Fact(&'a Missing),
    Owner,
}

impl<'a> StepView<'a> {
    /// Each once: dates, owner, answers.
    pub(crate) fn lacks(&self) -> Vec<Lack<'a>> {
        let missing = self.report.missing;
        let mut lacks = Vec::new();
        if missing.date {
            lacks.extend(self.missing_dates().into_iter().map(Lack::Fact));
        }
        if missing.owner {
            lacks.push(Lack::Owner);
        }
        if missing.answer {
            let facts = self.known().chain(&self.row.date_depends_on);
            let answers =
                facts.filter(|fact| matches!(fact, Missing::Question(_) | Missing::Trigger));
            lacks.extend(answers.map(Lack::Fact));
        }
        let mut seen = Vec::new();
        lacks.retain(|lack| {
            let is_new = !seen.contains(lack);
            seen.push(*lack);
            is_new
        });
        lacks
    }

    /// `responsible` where nobody is.
    pub(super) fn ids_of_lacks(&self) -> Vec<&'a str> {
        let ids = self.lacks().into_iter().map(|lack| match lack {
            Lack::Fact(fact) => fact.id(),
            Lack::Owner => "responsible",
        });
        ids.collect()
    }

    /// A text for each: "datum saknas: Utskrivning", "ansvarig saknas"; empty unless asked for.
    pub(super) fn missing(&self) -> Vec<String> {
        let lacks = match self.asks_missing {
            true => self.lacks(),
            false => Vec::new(),
        };
        let texts = lacks.into_iter().map(|lack| match lack {
            Lack::Fact(fact) => self.here.text(fact),
            Lack::Owner => self.here.say("report-owner-missing"),
        });
        texts.collect()
    }

    /// What is lacking, as a row of its own says it: "Utskrivning från ungdomshemmet", "Ansvarig".
    pub(crate) fn called_lack(&self, lack: Lack<'_>) -> String {
        match lack {
            Lack::Fact(Missing::Date(id)) => self.here.text(id),
            Lack::Fact(Missing::Question(id)) => self.here.text(id),
            Lack::Fact(Missing::Trigger) => self.here.say("fact-trigger"),
            Lack::Fact(fact) => self.here.text(fact),
            Lack::Owner => self.here.say("missing-owner"),
        }
    }

    /// A step stands for a date only when nothing else explains what is missing: then it was done on an unknown day,
    /// else it is simply not done yet.
    fn missing_dates(&self) -> Vec<&'a Missing> {
        let untold = self.report.untold.iter();
        if self.row.status != Status::Waiting {
            return untold.collect();
        }
        let is_step = |fact: &&Missing| matches!(fact, Missing::Step(_));
        let (steps, told): (Vec<_>, Vec<_>) = self.known().chain(untold).partition(is_step);
        if told.is_empty() { steps } else { told }
    }

    fn known(&self) -> impl Iterator<Item = &'a Missing> + use<'a> {
        self.row.waits_for.iter().filter_map(WaitsFor::known)
    }
}

/// "4 ärenden väntar på ett datum · 3 steg utan ansvarig · 2 obesvarade frågor"; `None` when all is known.
pub(crate) fn missing_over_all(totals: Totals, words: &Words) -> Option<String> {
    let counts = [
        ("totals-without-date", totals.cases_without_date),
        ("totals-without-owner", totals.steps_without_owner),
        ("totals-unanswered", totals.unanswered_questions),
    ];
    let parts = counts.map(|(id, count)| (count > 0).then(|| say!(words, id, count)));
    Some(joined(" · ", parts)).filter(|parts| !parts.is_empty())
}
