//! A case as it is seen: who is who, in a line and in a few, and all of it for programs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::CaseName;
use super::step::{Discretion, Reader, StepView};
use crate::domain::case::Case;
use crate::domain::ids::QuestionId;
use crate::domain::report::{ReportRow, Standing};
use crate::domain::routine::Routine;
use crate::domain::school_gap::{IN_SCHOOL, days_without_school};
use crate::ui::wording::{Naming, Words};
use crate::ui::{Line, Tone, joined};

#[derive(Debug, Clone, Copy)]
pub(crate) struct CaseView<'a> {
    /// `None` in a plan that is no case's.
    pub(crate) name: Option<CaseName<'a>>,
    pub(crate) routine: &'a Routine,
    pub(crate) case: &'a Case,
    pub(crate) today: NaiveDate,
    pub(crate) words: &'a Words,
}

impl<'a> CaseView<'a> {
    /// A round of one of its steps.
    pub(crate) fn step(&self, row: &'a ReportRow) -> StepView<'a> {
        let reader = Reader {
            today: self.today,
            words: self.words,
            discretion: Discretion::OneCase,
            we: None,
        };
        StepView::new(self.name, self.routine, row, reader)
    }

    pub(super) fn here(&self) -> Naming<'a> {
        self.words.of(self.routine)
    }

    /// "2026-014 · Nacka · Inskrivning ons 2 dec 2026", so that the wrong child is noticed.
    pub(crate) fn line(&self) -> Line {
        let name = self.name.map(|name| name.to_string());
        let mut rest = format!(" · {}", self.routine.name());
        let required = self.routine.key_dates.iter().find(|date| date.required);
        let known = required.and_then(|date| Some((date, self.case.dates.get(&date.id)?)));
        if let Some((date, dated)) = known {
            rest.push_str(&format!(" · {} {}", date.title, self.words.date(dated.on)));
        }
        Line::toned(Tone::Strong, name.unwrap_or_default()).and(Tone::Plain, rest)
    }

    /// How the child's schooling stands: whether in school, while the routine asks for it, and the days without.
    pub(crate) fn schooling(&self) -> String {
        let words = self.words;
        let id = QuestionId::from(IN_SCHOOL);
        let in_school = self.routine.question(&id).map(|_| {
            let answer = match self.case.answer(&id) {
                Some(answer) => self.here().answer_to(&id, answer),
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
        joined(" · ", [in_school, without])
    }

    /// That the child's whereabouts are hidden.
    pub(super) fn hidden(&self) -> Option<String> {
        let hidden = self.case.protected;
        hidden.map(|_| self.words.say("fact-hidden"))
    }

    /// When it was opened and closed, what it continues, how the child's schooling stands.
    pub(crate) fn clock(&self) -> String {
        let (words, case, date) = (self.words, self.case, self.case.first_opened);
        let days = words.days((self.today - date).num_days());
        let before = case.continues.as_ref();
        let closed = case.closed.as_ref();
        let reason = closed.and_then(|(_, reason)| reason.as_ref());
        let parts = [
            Some(say!(words, "heading-opened", date = case.opened)),
            before.map(|case| say!(words, "heading-continues", case, date, days)),
            closed.map(|(date, _)| say!(words, "heading-closed", date)),
            reason.map(|reason| words.text(reason)),
            Some(self.schooling()),
        ];
        joined(" · ", parts)
    }

    /// What is known of it, a label and a value each: hidden whereabouts, trigger, key dates, answers, roles.
    pub(crate) fn facts(&self) -> Vec<(String, String)> {
        let (here, case) = (self.here(), self.case);
        let mut facts = Vec::new();
        if let Some(date) = case.protection_review() {
            let relative = here.relative(date, self.today);
            let review = say!(here, "fact-hidden-review", date, relative);
            facts.push((here.say("fact-hidden"), review));
        }
        let trigger = case.trigger.as_ref();
        facts.extend(trigger.map(|trigger| (here.say("fact-trigger"), here.text(trigger))));
        for date in &self.routine.key_dates {
            let Some(dated) = case.dates.get(&date.id) else {
                continue;
            };
            let on = here.date(dated.on);
            let on = match (dated.confirmed, dated.on > self.today) {
                (true, _) => on,
                (false, true) => format!("{on} ({})", here.say("date-preliminary")),
                (false, false) => format!("{on} ({})", here.say("date-unconfirmed")),
            };
            facts.push((date.title.clone(), on));
        }
        // How the schooling stands is told beside the case's days.
        let asked = self
            .routine
            .questions()
            .filter(|question| question.id.as_str() != IN_SCHOOL);
        for question in asked {
            let answer = case.answer(&question.id);
            let answer = answer.map(|answer| here.answer_to(&question.id, answer));
            facts.extend(answer.map(|answer| (question.text.clone(), answer)));
        }
        let roles = case.roles.iter();
        facts.extend(roles.map(|(role, who)| (here.text(role), who.clone())));
        facts
    }

    pub(crate) fn json(self, standing: &'a Standing, may_close: bool) -> CaseJson<'a> {
        CaseJson {
            view: self,
            standing,
            may_close,
        }
    }
}

/// A case with all its steps.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CaseJson<'a> {
    view: CaseView<'a>,
    standing: &'a Standing,
    /// Without a reason.
    may_close: bool,
}

impl Serialize for CaseJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { view, standing, .. } = self;
        let case = view.case;
        let dates = case.dates.iter();
        let answers = case.answers.iter();
        let steps = standing.rows.iter().map(|row| view.step(row));
        json_object! { serializer:
            case: view.name.map(|name| name.reference),
            code_word: view.name.and_then(|name| name.code_word),
            routine: case.routine,
            // Of the text the case goes by.
            version: case.version,
            status: if case.is_open() { "open" } else { "closed" },
            may_close: self.may_close,
            opened: case.opened,
            // The day the first case of its line was opened.
            first_opened: case.first_opened,
            days_since_first_opened: (view.today - case.first_opened).num_days(),
            continues: case.continues,
            trigger: case.trigger,
            protected: case.protected.is_some(),
            dates: dates.clone().map(|(id, dated)| (id, dated.on)).collect::<BTreeMap<_, _>>(),
            // Those that somebody has said did happen.
            dates_confirmed: dates.filter(|(_, dated)| dated.confirmed).map(|(id, _)| id).collect::<Vec<_>>(),
            // In the form they are stored.
            answers: answers.map(|(id, answer)| (id, &answer.value)).collect::<BTreeMap<_, _>>(),
            roles: case.roles,
            // Unanswered ones that decide something.
            questions: standing.questions(None),
            steps: steps.collect::<Vec<_>>(),
        }
    }
}
