//! Due rules in words: "3 månader efter utskrivning från ungdomshemmet".

use super::{Titles, Words};
use crate::domain::due_rule::{
    Anchor, Basis, DueKind, DueRule, Interval, Repeating, Roll, Series, YearMark,
};

impl Words {
    pub(crate) fn rule(&self, rule: &DueRule, titles: Titles<'_>) -> String {
        let kind = self.kind(&rule.kind, titles);
        let roll = match rule.roll {
            Roll::None => return kind,
            Roll::Next => "rule-roll-next",
            Roll::Previous => "rule-roll-previous",
            Roll::Statutory => "rule-roll-statutory",
        };
        format!("{kind}, {}", self.say(roll))
    }

    /// Who states a time, in a word for columns: "lag", "rutin", "eget".
    pub(crate) fn basis_short(&self, basis: Basis) -> String {
        match basis {
            Basis::Local => self.say("basis-local-short"),
            stated => self.say(&stated),
        }
    }

    /// What a rule counts from: "inskrivning på ungdomshemmet".
    pub(crate) fn anchor(&self, anchor: &Anchor, titles: Titles<'_>) -> String {
        match anchor {
            Anchor::KeyDate(date) => in_running_text(&titles.key_date(date)),
            Anchor::Step(step) => titles.numbered(step, self),
            Anchor::Answer(question) => say!(self.of(titles), "rule-answer-to", question),
        }
    }

    fn kind(&self, kind: &DueKind, titles: Titles<'_>) -> String {
        let from = |anchor| self.anchor(anchor, titles);
        match kind {
            DueKind::On(anchor) => say!(self, "rule-on", anchor = from(anchor)),
            DueKind::Before { anchor, term, .. } => match term {
                None => say!(self, "rule-day-before", anchor = from(anchor)),
                Some(term) => say!(self, "rule-before", anchor = from(anchor), term),
            },
            DueKind::After {
                anchor,
                term,
                earliest,
            } => match earliest {
                None => say!(self, "rule-after", anchor = from(anchor), term),
                Some(earliest) => say!(self, "rule-window", anchor = from(anchor), earliest, term),
            },
            DueKind::Promptly { anchor, term } => match term {
                None => say!(self, "rule-promptly", anchor = from(anchor)),
                Some(term) => say!(self, "rule-promptly-within", anchor = from(anchor), term),
            },
            DueKind::Repeating(repeating) => self.repeating(repeating, titles),
            DueKind::Answer(question) => self.anchor(&Anchor::Answer(question.clone()), titles),
        }
    }

    fn repeating(&self, repeating: &Repeating, titles: Titles<'_>) -> String {
        let (id, pace) = match &repeating.series {
            Series::Grid(interval) => ("rule-grid", self.interval(interval, titles)),
            Series::Rolling(interval) => ("rule-rolling", self.interval(interval, titles)),
            Series::EachYear(marks) => {
                let marks: Vec<_> = marks.iter().map(|mark| self.mark(*mark)).collect();
                ("rule-each-year", marks.join(", "))
            }
            Series::EachSchoolTerm => ("rule-school-term", String::new()),
        };
        let from = self.anchor(&repeating.from, titles);
        let rule = say!(self, id, pace, from);
        match &repeating.until {
            None => rule,
            Some(until) => {
                let until = say!(self, "rule-until", until = self.anchor(until, titles));
                format!("{rule}, {until}")
            }
        }
    }

    fn interval(&self, interval: &Interval, titles: Titles<'_>) -> String {
        match interval {
            Interval::Fixed(term) => self.say(term.message()),
            Interval::Answer(question) => say!(self.of(titles), "rule-interval-answer", question),
        }
    }

    fn mark(&self, mark: YearMark) -> String {
        match mark {
            YearMark::Month(month) => self.say(format!("month-name-{month}")),
            YearMark::Day { month, day } => {
                let month = self.say(format!("month-{month}"));
                format!("{day} {month}")
            }
            YearMark::Week(week) => say!(self, "rule-week", week),
        }
    }
}

/// A title in running text: its first letter small, unless it begins with an abbreviation such as LVU.
fn in_running_text(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            let rest = title.get(first.len_utf8()..).unwrap_or_default();
            format!("{}{rest}", first.to_lowercase())
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_running_text;

    #[test]
    fn a_title_in_running_text() {
        for (title, running) in [
            ("Inskrivning på hemmet", "inskrivning på hemmet"),
            ("LVU-utredningen inleds", "LVU-utredningen inleds"),
            ("Återkoppling", "återkoppling"),
            ("", ""),
        ] {
            assert_eq!(in_running_text(title), running);
        }
    }
}
