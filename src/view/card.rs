//! One step, with all that is needed to do it.

use super::{CaseView, StepView};
use crate::domain::condition::Lapse;
use crate::domain::due_rule::Basis;
use crate::domain::message::Message;
use crate::domain::plan::{ItemState, Status, WaitsFor};
use crate::domain::report::Standing;
use crate::domain::routine::Step;
use crate::ui::{Line, Page, Tone, joined};

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
        self.page_of(self.facts())
    }

    /// What tells it apart and what is left of it, for one who has just read all of it.
    pub(crate) fn brief_page(&self) -> Page {
        let parts = ("card-parts", Tone::Plain, self.parts());
        self.page_of(vec![self.date(), parts])
    }

    fn page_of(&self, facts: Vec<CardFact>) -> Page {
        let mut page = self.head();
        let facts = facts.into_iter().filter(|(_, _, text)| !text.is_empty());
        facts.for_each(|(label, tone, text)| page.labelled(self.say(label), tone, text));
        page
    }

    fn say(&self, message: impl Into<Message>) -> String {
        self.view.here.say(message)
    }

    /// The case, so that the wrong child is noticed; then the step's place and phase to the left, and whether the
    /// child is in school to the right; the step's title.
    fn head(&self) -> Page {
        let mut page = Page::default();
        page.fitted(self.case.line());
        let phase = self.case.routine.phase_of(&self.step.id);
        let parts = [
            Some(self.place()).filter(|place| *place != self.step.title),
            phase.map(|phase| phase.title.clone()),
            self.is_watched.then(|| self.say("card-watched")),
        ];
        let in_school = Line::toned(Tone::Quiet, self.case.schooling());
        page.apart(joined(" · ", parts).into(), in_school);
        page.toned(Tone::Strong, &self.step.title);
        page
    }

    /// "Rutin 4 av 7", "Steg 3 av 12", the round from the second on: what the step may be typed as. Its title alone where
    /// others have numbers and it has none.
    pub(crate) fn place(&self) -> String {
        let (routine, here, id) = (self.case.routine, self.view.here, &self.step.id);
        let number = match (id.is_number(), routine.numbers_steps()) {
            (true, _) => id.to_string(),
            (false, true) => return here.in_round(self.step.title.clone(), self.view.row.round),
            (false, false) => (routine.position(id).unwrap_or_default() + 1).to_string(),
        };
        let (word, count) = (here.step_word(), routine.steps().count());
        let place = say!(here, "card-place", word, number, count);
        here.in_round(place, self.view.row.round)
    }

    /// Those without a text are left out.
    fn facts(&self) -> Vec<CardFact> {
        let (here, view, row) = (self.view.here, &self.view, self.view.row);
        let mut facts = vec![self.date()];
        if row.status == Status::Blocked {
            facts.push(("card-blocked", Tone::Warn, view.waits_for().join(" · ")));
        }
        let ran_out = row.waits_for.iter().find_map(|waits| match waits {
            WaitsFor::Lapsed(Lapse::RanOut(date)) => Some(say!(here, "consent-ran-out", date)),
            _ => None,
        });
        facts.extend(ran_out.map(|told| ("card-notice", Tone::Warn, told)));
        let unknown = row.date_depends_on.iter();
        facts.extend(unknown.map(|fact| ("card-date-depends", Tone::Quiet, here.text(fact))));
        let pressure = view.pressure().unwrap_or_default();
        facts.push(("card-pressed", Tone::Warn, pressure));
        let booked = row.planned.map(|day| {
            let relative = here.relative(day, self.case.today);
            format!("{}, {relative}", here.date(day))
        });
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        let plain = [
            ("card-booked", booked.unwrap_or_default()),
            ("card-reminded", self.reminded()),
            ("card-responsible", self.owners_with_names()),
            ("card-participants", here.text(&row.participants)),
            ("card-how", own(&self.step.activity)),
            ("card-why", own(&self.step.purpose)),
            ("card-parts", self.parts()),
            ("card-documents", here.documents(self.step)),
            ("card-law", own(&self.step.law)),
            ("card-notice", own(&self.step.notice)),
            ("card-then", self.then().unwrap_or_default()),
        ];
        facts.extend(plain.map(|(label, text)| (label, Tone::Plain, text)));
        facts
    }

    fn date(&self) -> CardFact {
        let (here, view) = (self.view.here, &self.view);
        let (tone, left) = view.standing_of_date();
        let rule = self.rule().map(|rule| format!(" ({rule})"));
        let rule = rule.unwrap_or_default();
        let Some(due) = view.row.dates.due else {
            return ("card-standing", tone, format!("{left}{rule}"));
        };
        let mut text = format!("{}, {left}{rule}", here.date(due));
        if let Some(date) = view.original() {
            text = format!("{text} · {}", say!(here, "card-original", date));
        }
        ("card-due", tone, text)
    }

    /// "samma dag som inskrivning på ungdomshemmet, enligt rutinen".
    fn rule(&self) -> Option<String> {
        let how = self.view.row.derivation.as_ref();
        let index = how.filter(|how| how.anchor.is_some())?.rule;
        let rule = &self.step.due.get(index)?.rule;
        let basis = match rule.basis {
            Basis::Source => "basis-source-said",
            Basis::Law => "basis-law-said",
            Basis::Local => "basis-local",
        };
        let rule = self.view.here.text(rule);
        Some(format!("{rule}, {}", self.say(basis)))
    }

    /// "Rektor på hemskolan: Team 3".
    fn owners_with_names(&self) -> String {
        let owners = self.view.owners();
        let roles = self.view.report.responsible.iter();
        let holders = roles.filter_map(|role| self.case.case.roles.get(role));
        let holders: Vec<_> = holders.map(String::as_str).collect();
        match holders.is_empty() {
            true => owners,
            false => format!("{owners}: {}", holders.join(", ")),
        }
    }

    fn parts(&self) -> String {
        let items = self.view.row.items.iter();
        joined("\n", items.map(|state| self.part(state)))
    }

    fn part(&self, state: &ItemState) -> Option<String> {
        let item = self.step.item(state.id.as_str())?;
        let mark = match (state.settled, state.skipped) {
            (true, true) => self.say(&Status::Skipped),
            (true, false) => self.say(&Status::Done),
            _ => self.say("card-part-open"),
        };
        Some(format!("{mark}: {}", self.view.here.item(item)))
    }

    fn then(&self) -> Option<String> {
        let is_left = |step: &Step| {
            let rows = self.standing.rows.iter().map(|row| &row.row);
            let mut statuses = rows.filter(|row| row.step == step.id).map(|row| row.status);
            statuses.any(|status| !status.is_ended() && status != Status::NotApplicable)
        };
        let routine = self.case.routine;
        let here = routine.position(&self.step.id)?;
        let mut after = routine.steps().skip(here + 1);
        let next = after.find(|step| is_left(step))?;
        Some(self.view.here.step(&next.id))
    }

    fn reminded(&self) -> String {
        let rounds = self.case.case.rounds_of(&self.step.id);
        let open = rounds.last().filter(|round| round.end.is_none());
        let days = open.into_iter().flat_map(|round| &round.reminded);
        joined(" · ", days.map(|day| self.view.here.date(*day)))
    }
}
