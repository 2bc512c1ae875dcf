//! Due rules in words: "3 månader efter utskrivning från ungdomshemmet".

use super::{Titles, Words};
use crate::domain::due_rule::{
    Anchor, DueKind, DueRule, Interval, Repeating, Roll, Series, YearMark,
};
use crate::domain::term::Term;

impl Words {
    pub(crate) fn rule(&self, rule: &DueRule, titles: Titles<'_>) -> String {
        let kind = self.kind(&rule.kind, titles);
        let roll = match rule.roll {
            Roll::None => return kind,
            Roll::Next => "rule-roll-next",
            Roll::Previous => "rule-roll-previous",
            Roll::Statutory => "rule-roll-statutory",
        };
        format!("{kind}, {}", self.say(roll, &[]))
    }

    /// What a rule counts from: "inskrivning på ungdomshemmet".
    pub(crate) fn anchor(&self, anchor: &Anchor, titles: Titles<'_>) -> String {
        match anchor {
            Anchor::KeyDate(date) => in_running_text(&titles.key_date(date)),
            Anchor::Step(step) => titles.numbered(step, self),
            Anchor::Answer(question) => {
                let question = titles.question(question);
                self.say("rule-answer-to", &[("question", question.into())])
            }
        }
    }

    fn kind(&self, kind: &DueKind, titles: Titles<'_>) -> String {
        match kind {
            DueKind::On(anchor) => self.about("rule-on", anchor, titles, &[]),
            DueKind::Before { anchor, term, .. } => match term {
                None => self.about("rule-day-before", anchor, titles, &[]),
                Some(term) => self.about("rule-before", anchor, titles, &[("term", *term)]),
            },
            DueKind::After {
                anchor,
                term,
                earliest,
            } => match earliest {
                None => self.about("rule-after", anchor, titles, &[("term", *term)]),
                Some(earliest) => {
                    let terms = [("earliest", *earliest), ("term", *term)];
                    self.about("rule-window", anchor, titles, &terms)
                }
            },
            DueKind::Promptly { anchor, term } => match term {
                None => self.about("rule-promptly", anchor, titles, &[]),
                Some(term) => {
                    self.about("rule-promptly-within", anchor, titles, &[("term", *term)])
                }
            },
            DueKind::Repeating(repeating) => self.repeating(repeating, titles),
            DueKind::Answer(question) => self.anchor(&Anchor::Answer(question.clone()), titles),
        }
    }

    fn about(
        &self,
        id: &str,
        anchor: &Anchor,
        titles: Titles<'_>,
        terms: &[(&str, Term)],
    ) -> String {
        let mut gaps = vec![("anchor", self.anchor(anchor, titles).into())];
        gaps.extend(
            terms
                .iter()
                .map(|(gap, term)| (*gap, self.term(*term).into())),
        );
        self.say(id, &gaps)
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
        let rule = self.say(id, &[("pace", pace.into()), ("from", from.into())]);
        match &repeating.until {
            None => rule,
            Some(until) => {
                let until = self.anchor(until, titles);
                let until = self.say("rule-until", &[("until", until.into())]);
                format!("{rule}, {until}")
            }
        }
    }

    fn interval(&self, interval: &Interval, titles: Titles<'_>) -> String {
        match interval {
            Interval::Fixed(term) => self.term(*term),
            Interval::Answer(question) => {
                let question = titles.question(question);
                self.say("rule-interval-answer", &[("question", question.into())])
            }
        }
    }

    fn mark(&self, mark: YearMark) -> String {
        match mark {
            YearMark::Month(month) => self.say(&format!("month-name-{month}"), &[]),
            YearMark::Day { month, day } => {
                let month = self.say(&format!("month-{month}"), &[]);
                format!("{day} {month}")
            }
            YearMark::Week(week) => self.say("rule-week", &[("week", week.into())]),
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
