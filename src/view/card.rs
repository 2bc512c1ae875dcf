//! One step on a card that fits a small screen with its case and the question below; the rest of it behind *mer*.

use super::{CaseView, StepView};
use crate::domain::ids::StepId;
use crate::domain::message::Message;
use crate::domain::plan::Status;
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

/// Lines of one text; *more* has the whole of it.
const MOST_LINES: usize = 2;

/// A line of a card with its label.
pub(super) struct CardFact {
    pub(super) label: &'static str,
    pub(super) tone: Tone,
    pub(super) text: String,
    /// Some may be left out where there is no room for all.
    pub(super) is_needed: bool,
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
            false => {
                let rows = in_columns(&self.parts(), room).into_iter();
                let rows = rows.flat_map(|row| {
                    wrap(&row, room, 4)
                        .lines()
                        .map(str::to_owned)
                        .collect::<Vec<_>>()
                });
                rows.collect()
            }
        };
        let mut facts = self.facts();
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
                (false, true) => cut(&fact.text, room, (spare + 1).min(each * MOST_LINES)),
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
        let whole = match quiet.width() {
            0 => case.clone(),
            _ => case.clone().and(Tone::Quiet, " · ").join(quiet.clone()),
        };
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

    pub(super) fn say(&self, message: impl Into<Message>) -> String {
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
