//! One step, with all that is needed to do it.

use super::{CaseView, StepView};
use crate::domain::condition::Lapse;
use crate::domain::due_rule::Basis;
use crate::domain::plan::{ItemState, Status, WaitsFor};
use crate::domain::report::Standing;
use crate::domain::routine::Step;
use crate::ui::wording::in_round;
use crate::ui::{Line, Page, Tone};

/// One round of a step, for whoever is to do it.
#[derive(Debug, Clone)]
pub(crate) struct StepCard<'a> {
    pub(crate) case: CaseView<'a>,
    pub(crate) step: &'a Step,
    pub(crate) view: StepView<'a>,
    pub(crate) standing: &'a Standing,
    /// Somebody else is to do it.
    pub(crate) is_watched: bool,
}

/// A label's message, the tone of what it labels, and that.
type CardFact = (&'static str, Tone, String);

impl StepCard<'_> {
    pub(crate) fn page(&self) -> Page {
        let mut page = self.head();
        for fact in self.facts() {
            self.add(&mut page, fact);
        }
        page
    }

    /// What tells it apart and what is left of it, for one who has just read all of it.
    pub(crate) fn brief_page(&self) -> Page {
        let mut page = self.head();
        self.add(&mut page, self.date());
        if let Some(parts) = self.parts() {
            self.add(&mut page, ("card-parts", Tone::Plain, parts));
        }
        page
    }

    fn add(&self, page: &mut Page, (label, tone, text): CardFact) {
        page.labelled(self.say(label), tone, text);
    }

    fn say(&self, id: &'static str) -> String {
        self.case.words.say(id)
    }

    /// The case, so that the wrong child is noticed; then the step's place and phase to the left, and whether the
    /// child is in school to the right; the step's title.
    fn head(&self) -> Page {
        let mut page = Page::default();
        page.fitted(self.case.line());
        let phase = self.case.routine.phase_of(&self.step.id);
        let parts = [
            Some(self.place()),
            phase.map(|phase| phase.title.clone()),
            self.is_watched.then(|| self.say("card-watched")),
        ];
        let left = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let in_school = self.case.schooling().unwrap_or_default();
        page.apart(Line::from(left), Line::toned(Tone::Quiet, in_school));
        page.toned(Tone::Strong, &self.step.title);
        page
    }

    /// "Rutin 4 av 7", "Steg 3 av 12", the round from the second on.
    pub(crate) fn place(&self) -> String {
        let CaseView { routine, words, .. } = self.case;
        let id = self.step.id.as_str();
        let number = match id.starts_with(|c: char| c.is_ascii_digit()) {
            true => id.to_owned(),
            false => (routine.position(&self.step.id).unwrap_or_default() + 1).to_string(),
        };
        let word = self.case.titles().step_word(words);
        let count = routine.steps().count();
        let place = say!(words, "card-place", word, number, count);
        in_round(place, self.view.row.row.round, words)
    }

    fn facts(&self) -> Vec<CardFact> {
        let (words, titles, row) = (self.case.words, self.case.titles(), &self.view.row.row);
        let mut facts = vec![self.date()];
        if row.status == Status::Blocked {
            facts.push(("card-blocked", Tone::Warn, self.view.waits_for.join(" · ")));
        }
        let ran_out = row.waits_for.iter().find_map(|waits| match waits {
            WaitsFor::Lapsed(Lapse::RanOut(last)) => Some(words.date(*last)),
            _ => None,
        });
        if let Some(last) = ran_out {
            let told = say!(words, "consent-ran-out", date = last);
            facts.push(("card-notice", Tone::Warn, told));
        }
        for missing in &row.date_depends_on {
            let missing = words.missing(missing, titles);
            facts.push(("card-date-depends", Tone::Quiet, missing));
        }
        let pressure = self.view.pressure(words);
        facts.extend(pressure.map(|pressure| ("card-pressed", Tone::Warn, pressure)));
        let booked = row.planned.map(|day| {
            let relative = words.relative(day, self.case.today);
            format!("{}, {relative}", words.date(day))
        });
        let plain = [
            ("card-booked", booked),
            ("card-reminded", self.reminded()),
            ("card-responsible", Some(self.owners_with_names())),
            ("card-participants", some(titles.roles(&row.participants))),
            ("card-how", self.step.activity.clone()),
            ("card-why", self.step.purpose.clone()),
            ("card-parts", self.parts()),
            ("card-documents", self.documents()),
            ("card-law", self.step.law.clone()),
            ("card-notice", self.step.notice.clone()),
            ("card-then", self.then()),
        ];
        let plain = plain.into_iter();
        facts.extend(plain.filter_map(|(label, text)| Some((label, Tone::Plain, text?))));
        facts
    }

    fn date(&self) -> CardFact {
        let (words, view) = (self.case.words, &self.view);
        let (tone, left) = view.standing_of_date(words);
        let rule = self.rule().map(|rule| format!(" ({rule})"));
        let rule = rule.unwrap_or_default();
        let Some(due) = view.due else {
            return ("card-standing", tone, format!("{left}{rule}"));
        };
        let mut text = format!("{}, {left}{rule}", words.date(due));
        if let Some(original) = view.original() {
            text = format!("{text} · {}", say!(words, "card-original", date = original));
        }
        ("card-due", tone, text)
    }

    /// "samma dag som inskrivning på ungdomshemmet, enligt rutinen".
    fn rule(&self) -> Option<String> {
        let index = self.view.row.row.derivation.as_ref()?.rule;
        let rule = &self.step.due.get(index)?.rule;
        let basis = match rule.basis {
            Basis::Source => "basis-source-said",
            Basis::Law => "basis-law-said",
            Basis::Local => "basis-local",
        };
        let rule = self.case.words.rule(rule, self.case.titles());
        Some(format!("{rule}, {}", self.say(basis)))
    }

    /// "Rektor på hemskolan: Team 3".
    fn owners_with_names(&self) -> String {
        let owners = self.view.owners(self.case.words);
        let roles = self.view.row.responsible.iter();
        let holders = roles.filter_map(|role| self.case.case.roles.get(role));
        let holders: Vec<_> = holders.map(String::as_str).collect();
        match holders.is_empty() {
            true => owners,
            false => format!("{owners}: {}", holders.join(", ")),
        }
    }

    fn parts(&self) -> Option<String> {
        let items = self.view.row.row.items.iter();
        let lines: Vec<_> = items.filter_map(|state| self.part(state)).collect();
        some(lines.join("\n"))
    }

    fn part(&self, state: &ItemState) -> Option<String> {
        let item = self.step.item(state.id.as_str())?;
        let mark = match (state.settled, state.skipped) {
            (true, true) => self.case.words.say(&Status::Skipped),
            (true, false) => self.case.words.say(&Status::Done),
            _ => self.say("card-part-open"),
        };
        let owners = some(self.case.titles().roles(&item.responsible));
        let owners = owners.map(|owners| format!(" ({owners})"));
        Some(format!(
            "{mark}: {}{}",
            item.title,
            owners.unwrap_or_default()
        ))
    }

    fn documents(&self) -> Option<String> {
        let documents = self.step.documents.iter();
        let titles = documents.map(|name| self.case.titles().document(name));
        some(titles.collect::<Vec<_>>().join(" · "))
    }

    fn then(&self) -> Option<String> {
        let is_left = |step: &Step| {
            let rows = self.standing.rows.iter();
            let mut statuses =
                rows.filter_map(|row| (row.row.step == step.id).then_some(row.row.status));
            statuses.any(|status| !status.is_ended() && status != Status::NotApplicable)
        };
        let routine = self.case.routine;
        let here = routine.position(&self.step.id)?;
        let mut after = routine.steps().skip(here + 1).map(|(_, step)| step);
        let next = after.find(|step| is_left(step))?;
        Some(self.case.titles().step(&next.id, self.case.words))
    }

    fn reminded(&self) -> Option<String> {
        let rounds = self.case.case.rounds_of(&self.step.id);
        let days = &rounds.last().filter(|round| round.end.is_none())?.reminded;
        let days = days.iter().map(|day| self.case.words.date(*day));
        some(days.collect::<Vec<_>>().join(" · "))
    }
}

fn some(text: String) -> Option<String> {
    Some(text).filter(|text| !text.is_empty())
}
