//! What a card says of its step: when it is due, what stops it, which consent and answers govern it, who answers for it.

use super::card::{CardFact, StepCard};
use crate::domain::condition::{Condition, Truth};
use crate::domain::due_rule::{Basis, DueChoice};
use crate::domain::facts::holds;
use crate::domain::ids::QuestionId;
use crate::domain::plan::Status;
use crate::ui::{Tone, joined};

impl StepCard<'_> {
    /// What a card says, without what has no text.
    pub(super) fn facts(&self) -> Vec<CardFact> {
        let row = self.view.row;
        let (tone, date) = self.date();
        let label = match row.dates.due {
            Some(_) => "card-due",
            None => "card-standing",
        };
        let consent = self.consent();
        let blocked = row.status == Status::Blocked;
        let waits_in = |waits| self.view.here.waits_in(self.case.case, waits, self.step);
        let waits = row.waits_for.iter().map(waits_in);
        let waits = blocked.then(|| joined(" · ", waits));
        let child = blocked && self.case.routine.placed_child && consent.is_some();
        let child = child.then(|| self.say("card-without-consent"));
        // A refusal is all that is known of it, and stands where it is said what stops the step.
        let consent = consent.and_then(|consent| self.consent_told(consent));
        let consent = consent.filter(|said| !blocked || said.contains(" · "));
        let facts = [
            (label, tone, 2, Some(date)),
            ("card-pressed", Tone::Warn, 0, self.view.pressure()),
            ("card-blocked", Tone::Warn, 2, waits),
            ("card-meanwhile", Tone::Plain, 1, child),
            ("card-notice", Tone::Warn, 2, self.protecting()),
            ("card-consent", Tone::Plain, 0, consent),
            ("card-answers", Tone::Quiet, 0, Some(self.answers())),
            ("card-responsible", Tone::Plain, 2, Some(self.responsible())),
            ("card-how", Tone::Plain, 2, self.step.activity.clone()),
            ("card-parts", Tone::Plain, usize::MAX, Some(self.parts())),
        ];
        let facts = facts.into_iter().filter_map(|(label, tone, most, text)| {
            Some((label, tone, most, text.filter(|text| !text.is_empty())?))
        });
        facts.collect()
    }

    /// "tis 8 dec 2026 · om 17 dagar · rutinens tid". What passed before the case was opened accuses nobody.
    fn date(&self) -> (Tone, String) {
        let (here, view, dates) = (self.view.here, &self.view, &self.view.row.dates);
        let (mut tone, mut left) = view.standing_of_date();
        let opened = self.case.case.opened;
        if dates.due.is_some_and(|due| due < opened) && view.is_overdue() {
            let date = here.short_date(opened, self.case.today);
            (tone, left) = (Tone::Warn, say!(here, "card-opened-after", date));
        }
        let basis = dates.due.and(dates.basis).map(|basis| match basis {
            Basis::Source => self.say("card-basis-source"),
            Basis::Law => self.say("card-basis-law"),
            Basis::Local => self.say("card-basis-local"),
        });
        let original = view.original();
        let parts = [
            dates.due.map(|due| here.date(due)),
            Some(left),
            basis,
            original.map(|date| say!(here, "card-original", date)),
            view.no_school_day(),
            view.row
                .planned
                .map(|date| say!(here, "checklist-booked", date)),
        ];
        (tone, joined(" · ", parts))
    }

    /// "samma dag som inskrivning på ungdomshemmet".
    pub(super) fn rule(&self) -> Option<String> {
        let how = self.view.row.derivation.as_ref();
        let index = how.filter(|how| how.anchor.is_some())?.rule;
        Some(self.view.here.text(&self.step.due.get(index)?.rule))
    }

    /// The consent that the step requires or asks for.
    fn consent(&self) -> Option<&QuestionId> {
        let routine = self.case.routine;
        let all = routine.questions().map(|question| &question.id);
        let mut consents = all.filter(|id| routine.stands(id).is_some());
        consents.find(|id| {
            let mut asked = routine.questions_of(self.step);
            asked.any(|asked| asked.id == **id)
                || (0..self.step.requires.len()).any(|index| self.requires(Some(id), index))
        })
    }

    /// Whether one of the step's requirements looks at that answer.
    fn requires(&self, answer: Option<&QuestionId>, index: usize) -> bool {
        let required = self.step.requires.get(index);
        let asked = required.map(|required| required.condition.questions());
        answer.is_some_and(|id| asked.is_some_and(|asked| asked.contains(id)))
    }

    /// "ja · vårdnadshavare 1, barnet · skolgången · t.o.m. ons 30 juni 2027".
    fn consent_told(&self, consent: &QuestionId) -> Option<String> {
        let (here, routine, case) = (self.view.here, self.case.routine, self.case.case);
        case.answer(consent)?;
        let until = routine
            .stands(consent)
            .and_then(|stands| stands.until.as_ref());
        let steps = routine.steps().map(|step| &step.questions);
        let mut asking = steps.filter(|asked| asked.iter().any(|asked| asked.id == *consent));
        let said = asking.next().into_iter().flatten().filter_map(|asked| {
            let answer = case.answer(&asked.id)?;
            // What was told of a consent says nothing of a refusal.
            if holds(asked.when.as_ref(), case) == Truth::False {
                return None;
            }
            let said = here.answer_to(&asked.id, answer).replace('|', ", ");
            Some(match until == Some(&asked.id) {
                true => say!(here, "card-consent-until", date = said),
                false => said,
            })
        });
        said.reduce(|one, more| format!("{one} · {more}"))
    }

    /// What was answered to questions that decide whether and when it is to be done.
    fn answers(&self) -> String {
        let (here, routine, case) = (self.view.here, self.case.routine, self.case.case);
        let phase = routine
            .phase_of(&self.step.id)
            .and_then(|phase| phase.when.as_ref());
        let conditions = [phase, self.step.when.as_ref()].into_iter();
        let of_rules = self.step.due.iter().flat_map(DueChoice::conditions);
        let asked = conditions
            .flatten()
            .chain(of_rules)
            .flat_map(Condition::questions);
        let asked = asked.chain(self.step.due.iter().filter_map(DueChoice::interval_asked));
        let mut said: Vec<String> = Vec::new();
        for id in asked {
            let answer = case.answer(&id).map(|answer| here.answer_to(&id, answer));
            let line = answer.map(|answer| format!("{} {answer}", here.text(&id)));
            said.extend(line.filter(|line| !said.contains(line)));
        }
        said.join(" · ")
    }

    /// What a notice says of reporting at once that a child may be in danger.
    fn protecting(&self) -> Option<String> {
        let notices = [&self.step.notice, &self.case.routine.notice];
        let said = |notice: &String| {
            let (before, after) = notice.split_at(notice.find("nmäl")?);
            let start = before.rfind(". ").map_or(0, |end| end + 2);
            let ends = [" (", ". "].map(|end| after.find(end));
            let end = ends.into_iter().flatten().min().unwrap_or(after.len());
            let said = format!("{}{}.", before.get(start..)?, after.get(..end)?);
            notice.contains("genast").then_some(said)
        };
        notices.into_iter().flatten().find_map(said)
    }

    /// "Rektor på hemskolan: Team 3 · påmint 24 nov".
    fn responsible(&self) -> String {
        let (here, report) = (self.view.here, self.view.report);
        let mut said = self.view.owners();
        if !report.assigned.is_empty() {
            said = format!("{said}: {}", report.assigned.join(", "));
        }
        for (id, on) in [
            ("card-reminded", report.reminded_on),
            ("card-tried", report.tried_on),
        ] {
            let day = on.map(|on| say!(here, id, date = here.short_date(on, self.case.today)));
            said.extend(day.map(|day| format!(" · {day}")));
        }
        said
    }
}
