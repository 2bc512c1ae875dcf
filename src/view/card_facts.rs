//! What a card says of its step: when it is due, what stops it, which consent and answers govern it, who answers for it.

use super::card::{CardFact, StepCard};
use crate::domain::condition::{Condition, Facts, Lapse};
use crate::domain::due_rule::{Basis, DueChoice};
use crate::domain::ids::QuestionId;
use crate::domain::plan::{Status, WaitsFor};
use crate::ui::Tone;

impl StepCard<'_> {
    /// What a card says, those without a text left out.
    pub(super) fn facts(&self) -> Vec<CardFact> {
        let (view, row) = (&self.view, self.view.row);
        let (tone, date) = self.date();
        let date_label = match row.dates.due {
            Some(_) => "card-due",
            None => "card-standing",
        };
        let blocked = row.status == Status::Blocked;
        let waits = blocked.then(|| self.waits().join(" · "));
        let mut required = (0..self.step.requires.len()).filter_map(|at| self.consent_required(at));
        let can_ask_the_child =
            blocked && self.case.routine.placed_child && required.next().is_some();
        // A refusal is all that is known of it, and stands where it is said what stops the step.
        let consents = self.consents().filter_map(|id| self.consent(id));
        let consents = consents.filter(|said| !blocked || said.contains(" · "));
        let facts = [
            (date_label, tone, true, Some(date)),
            ("card-pressed", Tone::Warn, false, view.pressure()),
            ("card-blocked", Tone::Warn, true, waits),
            (
                "card-meanwhile",
                Tone::Plain,
                true,
                can_ask_the_child.then(|| self.say("card-without-consent")),
            ),
            ("card-notice", Tone::Warn, true, self.protecting()),
            (
                "card-consent",
                Tone::Plain,
                false,
                consents.reduce(|one, more| format!("{one} · {more}")),
            ),
            ("card-answers", Tone::Quiet, false, Some(self.answers())),
            (
                "card-responsible",
                Tone::Plain,
                true,
                Some(self.responsible()),
            ),
            ("card-how", Tone::Plain, true, self.step.activity.clone()),
        ];
        let facts = facts
            .into_iter()
            .filter_map(|(label, tone, is_needed, text)| {
                let text = text.filter(|text| !text.is_empty())?;
                Some(CardFact {
                    label,
                    tone,
                    text,
                    is_needed,
                })
            });
        facts.collect()
    }

    /// "tis 8 dec 2026 · om 17 dagar · rutinens tid". What passed before the case was opened accuses nobody.
    fn date(&self) -> (Tone, String) {
        let (here, view) = (self.view.here, &self.view);
        let (mut tone, mut left) = view.standing_of_date();
        let opened = self.case.case.opened;
        if view.row.dates.due.is_some_and(|due| due < opened) && view.is_overdue() {
            let date = here.short_date(opened);
            (tone, left) = (Tone::Warn, say!(here, "card-opened-after", date));
        }
        let original = view
            .original()
            .map(|date| say!(here, "card-original", date));
        let booked = view
            .row
            .planned
            .map(|date| say!(here, "checklist-booked", date));
        let due = view.row.dates.due.map(|due| here.date(due));
        let basis = due
            .as_ref()
            .and(view.row.dates.basis)
            .map(|basis| match basis {
                Basis::Source => self.say("card-basis-source"),
                Basis::Law => self.say("card-basis-law"),
                Basis::Local => self.say("card-basis-local"),
            });
        let parts = [due, Some(left), basis, original, booked]
            .into_iter()
            .flatten();
        (tone, parts.collect::<Vec<_>>().join(" · "))
    }

    /// "samma dag som inskrivning på ungdomshemmet".
    pub(super) fn rule(&self) -> Option<String> {
        let index = self.view.row.derivation.as_ref()?.rule;
        Some(self.view.here.text(&self.step.due.get(index)?.rule))
    }

    /// What it waits for; a consent that is missing in fewer words.
    fn waits(&self) -> Vec<String> {
        let (here, row) = (self.view.here, self.view.row);
        let has_lapsed = row
            .waits_for
            .iter()
            .any(|it| matches!(it, WaitsFor::Lapsed(_)));
        let said = row.waits_for.iter().filter_map(|waits| {
            Some(match waits {
                WaitsFor::Lapsed(Lapse::RanOut(date)) => say!(here, "consent-ran-out", date),
                WaitsFor::Requirement { index, .. } => match self.consent_required(*index) {
                    Some(_) if has_lapsed => return None,
                    Some(id) => match self.case.case.answer(&id) {
                        Some(answer) => say!(here, "card-consent-is", answer),
                        None => here.say("card-consent-missing"),
                    },
                    None => here.waits(waits, self.step),
                },
                waits => here.waits(waits, self.step),
            })
        });
        said.collect()
    }

    /// The consent that one of the step's requirements looks at.
    fn consent_required(&self, index: usize) -> Option<QuestionId> {
        let asked = self.step.requires.get(index)?.condition.questions();
        asked
            .into_iter()
            .find(|id| self.case.routine.stands(id).is_some())
    }

    /// The consents that the step rests on.
    fn consents(&self) -> impl Iterator<Item = &QuestionId> {
        let routine = self.case.routine;
        let required = self
            .step
            .requires
            .iter()
            .map(|required| required.condition.questions());
        let required: Vec<_> = required.flatten().collect();
        let asked = move |id: &&QuestionId| {
            required.contains(id)
                || routine
                    .questions_of(self.step)
                    .any(|asked| asked.id == **id)
        };
        let all = routine.questions().map(|question| &question.id);
        all.filter(|id| routine.stands(id).is_some()).filter(asked)
    }

    /// "ja · vårdnadshavare 1, barnet · skolgången · t.o.m. ons 30 juni 2027".
    fn consent(&self, id: &QuestionId) -> Option<String> {
        let (here, routine, case) = (self.view.here, self.case.routine, self.case.case);
        case.answer(id)?;
        let until = routine.stands(id).and_then(|stands| stands.until);
        let steps = routine.steps().map(|(_, step)| step);
        let mut asking = steps.filter(|step| step.questions.iter().any(|asked| asked.id == *id));
        let asked = asking.next().into_iter().flat_map(|step| &step.questions);
        let said = asked.filter_map(|asked| {
            let answer = case.answer(&asked.id)?;
            let day = answer
                .parse()
                .ok()
                .filter(|_| until.as_ref() == Some(&asked.id));
            Some(match day {
                Some(date) => say!(here, "card-consent-until", date = here.date(date)),
                None => here.answer_to(&asked.id, answer).replace('|', ", "),
            })
        });
        Some(said.collect::<Vec<_>>().join(" · "))
    }

    /// What was answered to questions that decide whether and when it is to be done.
    fn answers(&self) -> String {
        let (here, routine, case) = (self.view.here, self.case.routine, self.case.case);
        let phase = routine.phase_of(&self.step.id);
        let dues = self.step.due.iter();
        let conditions = [
            phase.and_then(|phase| phase.when.as_ref()),
            self.step.when.as_ref(),
        ];
        let conditions = conditions
            .into_iter()
            .chain(dues.clone().map(|due| due.when.as_ref()));
        let asked = conditions.flatten().flat_map(Condition::questions);
        let mut asked: Vec<_> = asked
            .chain(dues.filter_map(DueChoice::interval_asked))
            .collect();
        asked.sort();
        asked.dedup();
        let said = asked.iter().filter_map(|id| {
            let answer = here.answer_to(id, case.answer(id)?);
            Some(format!("{} {answer}", here.text(id)))
        });
        said.collect::<Vec<_>>().join(" · ")
    }

    /// What a notice says of reporting at once that a child may be in danger.
    fn protecting(&self) -> Option<String> {
        let notices = [&self.step.notice, &self.case.routine.notice];
        let notices = notices.into_iter().flatten();
        let said = |notice: &String| {
            let (before, after) = notice.split_at(notice.find("nmäl")?);
            let start = before.rfind(". ").map_or(0, |end| end + 2);
            let ends = [" (", ". "].map(|end| after.find(end));
            let end = ends.into_iter().flatten().min().unwrap_or(after.len());
            let said = format!("{}{}.", before.get(start..)?, after.get(..end)?);
            notice.contains("genast").then_some(said)
        };
        notices.filter_map(said).next()
    }

    /// "Rektor på hemskolan: Team 3   Påmint: 24 nov".
    fn responsible(&self) -> String {
        let here = self.view.here;
        let owners = self.view.owners();
        let roles = self.view.report.responsible.iter();
        let holders = roles.filter_map(|role| self.case.case.roles.get(role));
        let holders: Vec<_> = holders.map(String::as_str).collect();
        let owners = match holders.is_empty() {
            true => owners,
            false => format!("{owners}: {}", holders.join(", ")),
        };
        let report = self.view.report;
        let reminded = report.reminded_on;
        let reminded = reminded.map(|day| say!(here, "card-reminded", date = here.short_date(day)));
        let tried = report.tried_on;
        let tried = tried.map(|day| say!(here, "card-tried", date = here.short_date(day)));
        let parts = [Some(owners), reminded, tried].into_iter().flatten();
        parts.collect::<Vec<_>>().join(" · ")
    }

    /// "[ ] Samtal (Rektor)": the parts that are to be done, then the others.
    pub(super) fn parts(&self) -> Vec<String> {
        let mut states: Vec<_> = self.view.row.items.iter().collect();
        states.sort_by_key(|state| state.settled);
        let parts = states.into_iter().filter_map(|state| {
            let item = self.step.item(state.id.as_str())?;
            let mark = match (state.settled, state.skipped) {
                (false, _) => " ",
                (true, false) => "x",
                (true, true) => "–",
            };
            Some(format!("[{mark}] {}", self.view.here.item(item)))
        });
        parts.collect()
    }
}
