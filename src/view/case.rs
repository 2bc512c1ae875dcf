//! A case as it is seen: who is who, in a line and in a few, and all of it for programs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::step::{Discretion, Reader, StepView};
use crate::domain::case::Case;
use crate::domain::condition::Facts;
use crate::domain::ids::{CaseRef, KeyDateId, QuestionId, RoleId, RoutineId, TriggerId};
use crate::domain::report::{ReportRow, Standing};
use crate::domain::routine::Routine;
use crate::domain::school_gap::days_without_school;
use crate::ui::wording::{Titles, Words};
use crate::ui::{Line, Tone};

#[derive(Debug, Clone, Copy)]
pub(crate) struct CaseView<'a> {
    /// `None` in a plan that is no case's.
    pub(crate) reference: Option<&'a CaseRef>,
    pub(crate) routine: &'a Routine,
    pub(crate) case: &'a Case,
    pub(crate) today: NaiveDate,
    pub(crate) words: &'a Words,
}

/// The question that every follow-up asks, the same in all routines.
const IN_SCHOOL: &str = "i-skola";

impl<'a> CaseView<'a> {
    /// A round of one of its steps.
    pub(crate) fn step(&self, row: &'a ReportRow) -> StepView<'a> {
        let reader = Reader {
            today: self.today,
            words: self.words,
            discretion: Discretion::OneCase,
        };
        StepView::new(self.reference, self.routine, row, reader)
    }

    pub(super) fn titles(&self) -> Titles<'a> {
        Titles::of(self.routine)
    }

    /// "2026-014 · Nacka · Inskrivning ons 2 dec 2026", so that the wrong child is noticed.
    pub(crate) fn line(&self) -> Line {
        let reference = self.reference.map_or("", |case| case.as_str());
        let mut rest = format!(" · {}", self.routine.name());
        let required = self.routine.key_dates.iter().find(|date| date.required);
        let known = required.and_then(|date| Some((date, self.case.dates.get(&date.id)?)));
        if let Some((date, dated)) = known {
            rest.push_str(&format!(" · {} {}", date.title, self.words.date(dated.on)));
        }
        Line::toned(Tone::Strong, reference).and(Tone::Plain, rest)
    }

    /// How the child's schooling stands: whether in school, while the routine asks for it, and the days without.
    pub(super) fn schooling(&self) -> Option<String> {
        let words = self.words;
        let id = QuestionId::from(IN_SCHOOL);
        let in_school = self.routine.question(&id).map(|_| {
            let answer = match self.case.answer(&id) {
                Some(answer) => Titles::of(self.routine).answer(&id, answer, words),
                None => words.say("in-school-unknown"),
            };
            say!(words, "in-school", answer)
        });
        let without = days_without_school(self.case, self.today).filter(|gap| gap.days > 0);
        let without = without.map(|gap| {
            let id = match (gap.by_calendar, gap.goes_on) {
                (true, true) => "without-school-so-far",
                (true, false) => "without-school",
                (false, true) => "without-school-weekdays-so-far",
                (false, false) => "without-school-weekdays",
            };
            say!(words, id, days = gap.days)
        });
        let parts: Vec<_> = [in_school, without].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// When it was opened and closed, what it continues, how the child's schooling stands.
    pub(crate) fn clock(&self) -> String {
        let (words, case) = (self.words, self.case);
        let mut parts = vec![say!(words, "heading-opened", date = case.opened)];
        if let Some(before) = &case.continues {
            let date = case.first_opened;
            let days = words.days((self.today - date).num_days());
            parts.push(say!(words, "heading-continues", case = before, date, days));
        }
        if let Some((date, reason)) = &case.closed {
            parts.push(say!(words, "heading-closed", date));
            parts.extend(reason.as_deref().map(|reason| words.text(reason)));
        }
        parts.extend(self.schooling());
        parts.join(" · ")
    }

    /// What is known of it, a label and a value each: hidden whereabouts, trigger, key dates, answers, roles.
    pub(crate) fn facts(&self) -> Vec<(String, String)> {
        let (words, case, titles) = (self.words, self.case, self.titles());
        let mut facts = Vec::new();
        if let Some(review) = case.protection_review() {
            let relative = words.relative(review, self.today);
            let review = say!(words, "fact-hidden-review", date = review, relative);
            facts.push((words.say("fact-hidden"), review));
        }
        if let Some(trigger) = &case.trigger {
            facts.push((words.say("fact-trigger"), titles.trigger(trigger)));
        }
        for date in &self.routine.key_dates {
            let Some(dated) = case.dates.get(&date.id) else {
                continue;
            };
            let on = words.date(dated.on);
            let on = match (dated.confirmed, dated.on > self.today) {
                (true, _) => on,
                (false, true) => format!("{on} ({})", words.say("date-preliminary")),
                (false, false) => format!("{on} ({})", words.say("date-unconfirmed")),
            };
            facts.push((date.title.clone(), on));
        }
        for question in &self.routine.questions {
            let answer = case.answer(&question.id);
            let answer = answer.map(|answer| titles.answer(&question.id, answer, words));
            facts.extend(answer.map(|answer| (question.text.clone(), answer)));
        }
        let roles = case.roles.iter();
        facts.extend(roles.map(|(role, who)| (titles.role(role), who.clone())));
        facts
    }

    pub(crate) fn json(&self, standing: &'a Standing, may_close: bool) -> CaseJson<'a> {
        let case = self.case;
        let confirmed = case.dates.iter().filter(|(_, dated)| dated.confirmed);
        let answers = case.answers.iter();
        CaseJson {
            case: self.reference,
            routine: &case.routine,
            version: &case.version,
            status: if case.is_open() { "open" } else { "closed" },
            may_close,
            opened: case.opened,
            first_opened: case.first_opened,
            days_since_first_opened: (self.today - case.first_opened).num_days(),
            continues: case.continues.as_ref(),
            trigger: case.trigger.as_ref(),
            protected: case.protected.is_some(),
            dates: case
                .dates
                .iter()
                .map(|(id, dated)| (id, dated.on))
                .collect(),
            dates_confirmed: confirmed.map(|(id, _)| id).collect(),
            answers: answers
                .map(|(id, answer)| (id, answer.value.as_str()))
                .collect(),
            roles: &case.roles,
            questions: standing.questions(),
            steps: standing.rows.iter().map(|row| self.step(row)).collect(),
        }
    }
}

/// A case with all its steps.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct CaseJson<'a> {
    case: Option<&'a CaseRef>,
    routine: &'a RoutineId,
    /// Of the text the case goes by.
    version: &'a str,
    /// `open` or `closed`.
    status: &'static str,
    /// Without a reason.
    may_close: bool,
    opened: NaiveDate,
    /// The day the first case of its line was opened.
    first_opened: NaiveDate,
    days_since_first_opened: i64,
    continues: Option<&'a CaseRef>,
    trigger: Option<&'a TriggerId>,
    protected: bool,
    dates: BTreeMap<&'a KeyDateId, NaiveDate>,
    /// Those that somebody has said did happen.
    dates_confirmed: Vec<&'a KeyDateId>,
    /// In the form they are stored.
    answers: BTreeMap<&'a QuestionId, &'a str>,
    roles: &'a BTreeMap<RoleId, String>,
    /// Unanswered ones that decide something.
    questions: Vec<QuestionId>,
    steps: Vec<StepView<'a>>,
}
