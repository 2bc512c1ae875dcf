//! The end of an explanation: who states the time, what could change it, and how the round ended.

use super::why::{Fact, WhyInWords};
use crate::domain::due_rule::Basis;

impl WhyInWords<'_> {
    pub(super) fn add_basis(&self, facts: &mut Vec<Fact>) {
        let ruling = self.why.rule;
        let basis = ruling.map(|ruling| ruling.rule.basis);
        if let Some(basis) = basis.or(self.why.row.dates.basis) {
            let cite = ruling.and_then(|ruling| ruling.rule.cite.as_deref());
            facts.push(self.label("why-label-basis", self.basis(basis, cite)));
        }
        let step = self.routine.step(&self.why.row.step);
        if let Some(law) = step.and_then(|step| step.law.as_ref()) {
            facts.push(self.label("why-label-law", law.clone()));
        }
        let could_change = self.could_change();
        if !could_change.is_empty() && !self.why.row.status.is_ended() {
            facts.push(self.label("why-label-depends", could_change.join(" · ")));
        }
    }

    /// "rutin: Rutin 7: tre månader efter utskrivning".
    pub(super) fn basis(&self, basis: Basis, cite: Option<&str>) -> String {
        match cite {
            None => self.words.say(&basis),
            Some(cite) => say!(self.words, "why-basis-cite", basis, cite),
        }
    }

    /// The day done and the day recorded are two facts; lateness is counted from both dates.
    pub(super) fn add_end(&self, facts: &mut Vec<Fact>) {
        let (words, why) = (self.words, self.why);
        let Some(end) = &why.end else {
            facts.extend(self.late());
            return;
        };
        let day = end
            .on
            .map_or_else(|| words.say("why-unknown-day"), |day| words.date(day));
        match &end.skipped {
            None => facts.push(self.label("why-label-done", day)),
            Some(reason) => {
                let skipped = format!("{day}: {}", words.text(reason));
                facts.push(self.label("why-label-skipped", skipped));
            }
        }
        let mut recorded = words.recorded(&end.stamp);
        if let Some(told) = &why.day_told {
            recorded = format!(
                "{recorded}; {}",
                say!(words, "why-day-told", by = words.recorded(told))
            );
        }
        facts.push(self.label("why-label-recorded", recorded));
        let grounds = [
            ("why-label-despite", &end.despite),
            ("why-label-decided-by", &end.decided_by),
        ];
        for (label, text) in grounds {
            facts.extend(
                text.as_ref()
                    .map(|text| self.label(label, words.text(text))),
            );
        }
        facts.extend(self.late());
    }

    fn late(&self) -> Option<Fact> {
        let (words, row) = (self.words, &self.why.row);
        let step = self.routine.step(&row.step)?;
        let late = row.days_late(self.today)?;
        let original = row.days_late_original(self.today).unwrap_or(late);
        if step.optional || (original == 0 && !row.status.is_ended()) {
            return None;
        }
        let in_days = |days: i64| match days {
            0 => words.say("why-in-time"),
            days => words.days(days),
        };
        if late == original {
            return Some(self.label("why-label-late", in_days(late)));
        }
        Some(self.label(
            "why-label-late",
            say!(
                words,
                "why-days-late-both",
                late = in_days(late),
                original = words.days(original),
                date = row.dates.original_due?
            ),
        ))
    }
}
