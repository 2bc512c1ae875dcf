//! The end of an explanation: who states the time, what could change it, and how the round ended.

use super::why::{LabelledFact, WhyInWords};
use crate::domain::due_rule::Basis;

impl WhyInWords<'_> {
    pub(super) fn add_basis(&self, facts: &mut Vec<LabelledFact>) {
        let rule = self.why.rule.map(|choice| &choice.rule);
        let basis = rule.map(|rule| rule.basis).or(self.why.row.dates.basis);
        let cite = rule.and_then(|rule| rule.cite.as_deref());
        let law = self.step().and_then(|step| step.law.clone());
        let could_change = self.could_change().join(" · ");
        let is_said = !could_change.is_empty() && !self.why.row.status.is_ended();
        let labelled = [
            (
                "why-label-basis",
                basis.map(|basis| self.basis(basis, cite)),
            ),
            ("why-label-law", law),
            ("why-label-depends", is_said.then_some(could_change)),
        ];
        self.add(facts, labelled);
    }

    /// "rutin: Rutin 7: tre månader efter utskrivning".
    pub(super) fn basis(&self, basis: Basis, cite: Option<&str>) -> String {
        match cite {
            None => self.words.say(&basis),
            Some(cite) => say!(self.words, "why-basis-cite", basis, cite),
        }
    }

    /// The day done and the day recorded are two facts; lateness is counted from both dates.
    pub(super) fn add_end(&self, facts: &mut Vec<LabelledFact>) {
        let (words, why) = (self.words, self.why);
        if let Some(end) = &why.recorded.end {
            let unknown = || words.say("why-unknown-day");
            let day = end.on.map_or_else(unknown, |day| words.date(day));
            let (label, ended) = match &end.skipped {
                None => ("why-label-done", day),
                Some(reason) => {
                    let reason = words.text(reason);
                    ("why-label-skipped", format!("{day}: {reason}"))
                }
            };
            let mut recorded = words.recorded(&end.stamp);
            if let Some(told) = &why.day_told {
                let told = say!(words, "why-day-told", by = words.recorded(told));
                recorded = format!("{recorded}; {told}");
            }
            let text = |text: &Option<String>| text.as_ref().map(|text| words.text(text));
            let labelled = [
                (label, Some(ended)),
                ("why-label-recorded", Some(recorded)),
                ("why-label-despite", text(&end.despite)),
                ("why-label-decided-by", text(&end.decided_by)),
            ];
            self.add(facts, labelled);
        }
        self.add(facts, [("why-label-late", self.late())]);
    }

    fn late(&self) -> Option<String> {
        let (words, row) = (self.words, &self.why.row);
        let late = row.days_late(self.today)?;
        let original = row.days_late_original(self.today).unwrap_or(late);
        if self.step()?.optional || (original == 0 && !row.status.is_ended()) {
            return None;
        }
        let in_days = |days: i64| match days {
            0 => words.say("why-in-time"),
            days => words.days(days),
        };
        if late == original {
            return Some(in_days(late));
        }
        Some(say!(
            words,
            "why-days-late-both",
            late = in_days(late),
            original = words.days(original),
            date = row.dates.original_due?
        ))
    }
}
