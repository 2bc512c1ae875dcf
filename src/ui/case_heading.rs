//! Who is who: a case in a line, and in a few.

use chrono::NaiveDate;

use super::wording::{Titles, Words};
use super::{Line, Tone};
use crate::domain::case::Case;
use crate::domain::condition::Facts;
use crate::domain::ids::{CaseRef, QuestionId};
use crate::domain::routine::Routine;
use crate::domain::school_gap::days_without_school;

#[derive(Debug, Clone, Copy)]
pub(crate) struct CaseHeading<'a> {
    pub(crate) reference: &'a CaseRef,
    pub(crate) routine: &'a Routine,
    pub(crate) case: &'a Case,
    pub(crate) words: &'a Words,
}

/// The question that every follow-up asks, the same in all routines.
const IN_SCHOOL: &str = "i-skola";

impl CaseHeading<'_> {
    /// "2026-014 · Nacka · Inskrivning ons 2 dec 2026", so that the wrong child is noticed.
    pub(crate) fn line(&self) -> Line {
        let line = Line::toned(Tone::Strong, self.reference.to_string());
        let mut rest = format!(" · {}", self.routine.name());
        let required = self.routine.key_dates.iter().find(|date| date.required);
        if let Some((date, dated)) =
            required.and_then(|date| Some((date, self.case.dates.get(&date.id)?)))
        {
            rest.push_str(&format!(" · {} {}", date.title, self.words.date(dated.on)));
        }
        line.and(Tone::Plain, rest)
    }

    /// "i skolan: vet inte", while the routine asks for it.
    pub(crate) fn in_school(&self) -> Option<String> {
        let id = QuestionId::from(IN_SCHOOL);
        self.routine.question(&id)?;
        let answer = self
            .case
            .answer(&id)
            .map(|answer| Titles::of(self.routine).answer(&id, answer, self.words));
        let answer = answer.unwrap_or_else(|| self.words.say("in-school-unknown"));
        Some(say!(self.words, "in-school", answer))
    }

    /// How the child's schooling stands: whether in school, and the days without.
    pub(crate) fn schooling(&self, today: NaiveDate) -> Option<String> {
        let without = days_without_school(self.case, today).filter(|gap| gap.days > 0);
        let without = without.map(|gap| {
            let id = match (gap.by_calendar, gap.goes_on) {
                (true, true) => "without-school-so-far",
                (true, false) => "without-school",
                (false, true) => "without-school-weekdays-so-far",
                (false, false) => "without-school-weekdays",
            };
            say!(self.words, id, days = gap.days)
        });
        let parts: Vec<String> = [self.in_school(), without].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    pub(crate) fn clock(&self, today: NaiveDate) -> String {
        let words = self.words;
        let mut parts = vec![say!(words, "heading-opened", date = self.case.opened)];
        if let Some(before) = &self.case.continues {
            parts.push(say!(
                words,
                "heading-continues",
                case = before,
                date = self.case.first_opened,
                days = words.days((today - self.case.first_opened).num_days())
            ));
        }
        if let Some((on, reason)) = &self.case.closed {
            parts.push(say!(words, "heading-closed", date = on));
            parts.extend(reason.as_deref().map(|reason| words.text(reason)));
        }
        parts.extend(self.schooling(today));
        parts.join(" · ")
    }

    /// "Hemlig vistelseort: ska omprövas senast sön 21 feb 2027, om 92 dagar".
    fn hidden(&self, today: NaiveDate) -> Option<(String, String)> {
        let review = self.case.protection_review()?;
        let label = self.words.say("fact-hidden");
        Some((
            label,
            say!(
                self.words,
                "fact-hidden-review",
                date = review,
                relative = self.words.relative(review, today)
            ),
        ))
    }

    /// What is known of the case: hidden whereabouts, key dates, trigger, roles, a label and a value each.
    pub(crate) fn facts(&self, today: NaiveDate) -> Vec<(String, String)> {
        let titles = Titles::of(self.routine);
        let mut facts = Vec::new();
        facts.extend(self.hidden(today));
        if let Some(trigger) = &self.case.trigger {
            facts.push((self.words.say("fact-trigger"), titles.trigger(trigger)));
        }
        for date in &self.routine.key_dates {
            if let Some(dated) = self.case.dates.get(&date.id) {
                let mut on = self.words.date(dated.on);
                if !dated.confirmed {
                    let id = if dated.on > today {
                        "date-preliminary"
                    } else {
                        "date-unconfirmed"
                    };
                    on = format!("{on} ({})", self.words.say(id));
                }
                facts.push((date.title.clone(), on));
            }
        }
        for question in &self.routine.questions {
            if let Some(answer) = self.case.answer(&question.id) {
                let answer = titles.answer(&question.id, answer, self.words);
                facts.push((question.text.clone(), answer));
            }
        }
        for (role, who) in &self.case.roles {
            facts.push((titles.role(role), who.clone()));
        }
        facts
    }
}
