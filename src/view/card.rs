//! One step on a card that fits a small screen with its case and the question below; the rest of it behind *mer*.

use super::{CaseView, StepView};
use crate::domain::condition::{Condition, Facts, Lapse};
use crate::domain::due_rule::{Basis, DueChoice};
use crate::domain::ids::{QuestionId, StepId};
use crate::domain::message::Message;
use crate::domain::plan::{Status, WaitsFor};
use crate::domain::report::Standing;
use crate::domain::routine::Step;
use crate::ui::{LABEL_WIDTH, Line, NARROW, Page, Style, Tone, cut, in_columns, wrap};

/// One round of a step, for whoever is to do it.
#[derive(Debug, Clone)]
pub(crate) struct StepCard<'a> {
    pub(crate) case: CaseView<'a>,
    pub(crate) step: &'a Step,
    pub(crate) view: StepView<'a>,
    pub(crate) standing: &'a Standing,
    /// Somebody else is to do it.
    pub(crate) is_watched: bool,
    /// Which case it is of those that are gone through, and of how many.
    pub(crate) turn: Option<(usize, usize)>,
}

/// Lines of a card in 80 columns: with the menu below, 15.
const ROWS: usize = 11;

/// A line of a card with its label.
struct CardFact {
    label: &'static str,
    tone: Tone,
    text: String,
    /// Some may be left out where there is no room for all.
    is_needed: bool,
}

impl StepCard<'_> {
    pub(crate) fn page(&self, style: Style) -> Page {
        let is_narrow = style.width < NARROW;
        let (mut page, rows_of_head) = self.head(style);
        let (room, each, rows) = match is_narrow {
            // A label has a line to itself there.
            true => (style.width.saturating_sub(2), 2, 2 * ROWS),
            false => (style.width.saturating_sub(LABEL_WIDTH), 1, ROWS),
        };
        let parts = match style.plain {
            true => self.parts(),
            false => in_columns(&self.parts(), room),
        };
        let mut facts = self.facts();
        facts.retain(|fact| !fact.text.is_empty());
        let spare = |facts: &[CardFact]| {
            let needed = each * (facts.len() + usize::from(!parts.is_empty()));
            rows.checked_sub(rows_of_head + needed)
        };
        while spare(&facts).is_none()
            && let Some(place) = facts.iter().rposition(|fact| !fact.is_needed)
        {
            facts.remove(place);
        }
        // What room is left goes to the longest texts, in order; the parts that are left to do come first.
        let mut spare = spare(&facts).unwrap_or_default();
        let shown = parts.len().min(spare + 1);
        spare -= shown.saturating_sub(1);
        for fact in facts {
            let text = match (style.plain, fact.is_needed) {
                (true, _) => fact.text,
                (false, true) => cut(&fact.text, room, spare + 1),
                (false, false) => cut(&fact.text, room, 1),
            };
            spare -= text.lines().count().saturating_sub(1).min(spare);
            page.labelled(self.say(fact.label), fact.tone, text);
        }
        self.add_parts(&mut page, parts, shown, style);
        page
    }

    /// The case, so that the wrong child is noticed, and how its schooling stands; the step's place and title. And how
    /// many lines that takes.
    fn head(&self, style: Style) -> (Page, usize) {
        let mut page = Page::default();
        let turn = self
            .turn
            .map(|(place, count)| say!(self.view.here, "card-turn", place, count));
        let turn = turn.unwrap_or_default();
        let quiet = [self.case.schooling(), self.case.hidden()];
        let quiet: Vec<_> = quiet.into_iter().flatten().collect();
        let quiet = Line::toned(Tone::Quiet, quiet.join(" · "));
        let case = self.case.line();
        let whole = case.clone().and(Tone::Quiet, " · ").join(quiet.clone());
        let rows = match whole.width() + turn.chars().count() + 2 <= style.width {
            true => {
                page.apart(whole, Line::from(turn));
                2
            }
            false => {
                let rows = wrap(&case.text(), style.width, 0).lines().count();
                match turn.is_empty() {
                    true => page.fitted(case),
                    false => page.apart(case, Line::from(turn)),
                }
                page.fitted(quiet);
                rows + 2
            }
        };
        let watched = self.is_watched.then(|| self.say("card-watched"));
        let place = [self.place(), watched].into_iter().flatten();
        let title = place.chain([self.step.title.clone()]);
        let title = title.collect::<Vec<_>>().join(" · ");
        page.toned(
            Tone::Strong,
            match style.plain {
                true => title,
                false => cut(&title, style.width, 1 + usize::from(style.width < NARROW)),
            },
        );
        (page, rows)
    }

    /// What the card has no room for.
    pub(crate) fn more_page(&self) -> Page {
        let mut page = Page::default();
        let (here, row) = (self.view.here, self.view.row);
        let own = |text: &Option<String>| text.clone().unwrap_or_default();
        let phase = self.case.routine.phase_of(&self.step.id);
        page.toned(Tone::Strong, &self.step.title);
        let unknown = row.date_depends_on.iter();
        let unknown: Vec<_> = unknown.map(|fact| here.text(fact)).collect();
        let facts = [
            (
                "card-phase",
                phase.map(|phase| phase.title.clone()).unwrap_or_default(),
            ),
            ("card-rule", self.rule().unwrap_or_default()),
            ("card-date-depends", unknown.join(" · ")),
            ("card-blocked", self.view.waits_for().join(" · ")),
            ("card-participants", here.text(&row.participants)),
            ("card-how", own(&self.step.activity)),
            ("card-why", own(&self.step.purpose)),
            ("card-parts", self.parts().join("\n")),
            ("card-documents", here.documents(self.step)),
            ("card-law", own(&self.step.law)),
            ("card-notice", own(&self.step.notice)),
            ("card-then", self.then().unwrap_or_default()),
        ];
        for (label, text) in facts.into_iter().filter(|(_, text)| !text.is_empty()) {
            page.labelled(self.say(label), Tone::Plain, text);
        }
        page
    }

    fn say(&self, message: impl Into<Message>) -> String {
        self.view.here.say(message)
    }

    /// "RUTIN 4 av 7", "STEG 3 av 12", the round from the second on.
    fn place(&self) -> Option<String> {
        let (here, number) = (self.view.here, self.number()?);
        let (word, count) = (
            here.step_word().to_uppercase(),
            self.case.routine.steps().count(),
        );
        let place = say!(here, "card-place", word, number, count);
        Some(here.in_round(place, self.view.row.round))
    }

    /// What it is called: "Rutin 4", or its title where others have a number.
    pub(crate) fn name(&self) -> String {
        let here = self.view.here;
        let number = self
            .number()
            .map(|number| format!("{} {number}", here.step_word()));
        let name = number.unwrap_or_else(|| self.step.title.clone());
        here.in_round(name, self.view.row.round)
    }

    /// A step without a number has its place for one, where no other has a number.
    fn number(&self) -> Option<String> {
        let (routine, id) = (self.case.routine, &self.step.id);
        let is_number = |id: &StepId| id.as_str().starts_with(|c: char| c.is_ascii_digit());
        match is_number(id) {
            true => Some(id.to_string()),
            false if routine.steps().any(|(_, step)| is_number(&step.id)) => None,
            false => Some((routine.position(id)? + 1).to_string()),
        }
    }

    fn facts(&self) -> Vec<CardFact> {
        let (view, row) = (&self.view, self.view.row);
        let blocked = row.status == Status::Blocked;
        let fact = |label, tone, text| CardFact {
            label,
            tone,
            text,
            is_needed: true,
        };
        let extra = |label, tone, text| CardFact {
            is_needed: false,
            ..fact(label, tone, text)
        };
        let (tone, date) = self.date();
        let date_label = match row.dates.due {
            Some(_) => "card-due",
            None => "card-standing",
        };
        let waits = blocked.then(|| self.waits().join(" · "));
        let requires_consent =
            (0..self.step.requires.len()).any(|index| self.consent_required(index).is_some());
        let meanwhile = blocked && requires_consent && self.case.routine.placed_child;
        let meanwhile = meanwhile.then(|| self.say("card-without-consent"));
        let consents = self.consents().filter_map(|id| self.consent(id));
        vec![
            fact(date_label, tone, date),
            extra(
                "card-pressed",
                Tone::Warn,
                view.pressure().unwrap_or_default(),
            ),
            fact("card-blocked", Tone::Warn, waits.unwrap_or_default()),
            fact("card-meanwhile", Tone::Plain, meanwhile.unwrap_or_default()),
            fact(
                "card-notice",
                Tone::Warn,
                self.protecting().unwrap_or_default(),
            ),
            extra(
                "card-consent",
                Tone::Plain,
                consents.collect::<Vec<_>>().join(" · "),
            ),
            extra("card-answers", Tone::Quiet, self.answers()),
            fact("card-responsible", Tone::Plain, self.responsible()),
            fact(
                "card-how",
                Tone::Plain,
                self.step.activity.clone().unwrap_or_default(),
            ),
        ]
    }

    /// "tis 8 dec 2026 · om 17 dagar · rutinens tid". What passed before the case was opened accuses nobody.
    fn date(&self) -> (Tone, String) {
        let (here, view) = (self.view.here, &self.view);
        let (mut tone, mut left) = view.standing_of_date();
        let opened = self.case.case.opened;
        if view.row.dates.due.is_some_and(|due| due < opened) && view.is_overdue() {
            (tone, left) = (
                Tone::Warn,
                say!(here, "card-opened-after", date = here.short_date(opened)),
            );
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
    fn rule(&self) -> Option<String> {
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
    fn parts(&self) -> Vec<String> {
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

    fn add_parts(&self, page: &mut Page, mut parts: Vec<String>, shown: usize, style: Style) {
        if style.plain {
            for part in parts {
                page.labelled(self.say("card-parts"), Tone::Plain, part);
            }
            return;
        }
        let hidden = parts.len() - shown;
        parts.truncate(shown);
        if let Some(last) = parts.last_mut().filter(|_| hidden > 0) {
            *last = cut(
                &format!("{last} …"),
                style.width.saturating_sub(LABEL_WIDTH),
                1,
            );
        }
        if !parts.is_empty() {
            page.labelled(self.say("card-parts"), Tone::Plain, parts.join("\n"));
        }
    }

    fn then(&self) -> Option<String> {
        let is_left = |step: &Step| {
            let rows = self.standing.rows.iter().map(|row| &row.row);
            let mut statuses = rows.filter(|row| row.step == step.id).map(|row| row.status);
            statuses.any(|status| !status.is_ended() && status != Status::NotApplicable)
        };
        let routine = self.case.routine;
        let here = routine.position(&self.step.id)?;
        let mut after = routine.steps().skip(here + 1).map(|(_, step)| step);
        let next = after.find(|step| is_left(step))?;
        Some(self.view.here.step(&next.id))
    }
}
