//! One step on a card that fits a small screen with its case and the question below; the rest of it behind *more*.

use super::{CaseView, StepView};
use crate::domain::message::Message;
use crate::domain::plan::Status;
use crate::domain::report::Standing;
use crate::domain::routine::Step;
use crate::ui::{LABEL_WIDTH, Line, NARROW, Page, Style, Tone, cut, joined, wrap};

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

/// A labelled text and how many lines it may take; with none it is left out where there is no room for all.
pub(super) type CardFact = (&'static str, Tone, usize, String);

/// Lines of a card in 80 columns: with the menu below, 15.
const ROWS: usize = 11;

impl StepCard<'_> {
    pub(crate) fn page(&self, style: Style) -> Page {
        let mut page = Page::default();
        let (mut facts, rows_of_head) = (self.facts(), self.add_head(&mut page, style));
        let say = |label: &str| self.say(label.to_owned());
        if style.plain {
            for (label, tone, _, text) in &facts {
                let lines = text.lines();
                lines.for_each(|line| page.labelled(say(label), *tone, line.to_owned()));
            }
            return page;
        }
        // Where it is narrow a label has a line to itself.
        let is_narrow = style.width < NARROW;
        let (indent, each) = if is_narrow { (2, 2) } else { (LABEL_WIDTH, 1) };
        let (room, rows) = (style.width.saturating_sub(indent), ROWS * each);
        while rows_of_head + facts.len() * each > rows
            && let Some(place) = facts.iter().rposition(|(_, _, most, _)| *most == 0)
        {
            facts.remove(place);
        }
        // What room is left goes to the last, the parts, and what is left of it to those before.
        let mut spare = rows.saturating_sub(rows_of_head + facts.len() * each);
        for (_, _, most, text) in facts.iter_mut().rev() {
            let lines = wrap(text, room, 0)
                .lines()
                .count()
                .min(most.saturating_mul(each));
            let more = lines.saturating_sub(1).min(spare);
            *text = cut(text, room, more + 1);
            spare -= more;
        }
        let facts = facts.into_iter();
        facts.for_each(|(label, tone, _, text)| page.labelled(say(label), tone, text));
        page
    }

    /// The case, so that the wrong child is noticed, and how its schooling stands; the step's place and title. How many
    /// lines that takes.
    fn add_head(&self, page: &mut Page, style: Style) -> usize {
        let (case, here) = (self.case.line(), self.view.here);
        let turn = self
            .turn
            .map(|(place, count)| say!(here, "card-turn", place, count));
        let beside = [Some(self.case.schooling()), self.case.hidden(), turn];
        let beside = Line::toned(Tone::Quiet, joined(" · ", beside));
        let rows = match case.width() + beside.width() + 2 <= style.width {
            true => 2,
            false => 2 + wrap(&case.text(), style.width, 0).lines().count(),
        };
        page.apart(case, beside);
        let watched = self.is_watched.then(|| self.say("card-watched"));
        let title = [self.place(), watched, Some(self.step.title.clone())];
        let title = joined(" · ", title);
        let lines = 1 + usize::from(style.width < NARROW);
        page.toned(
            Tone::Strong,
            match style.plain {
                true => title,
                false => cut(&title, style.width, lines),
            },
        );
        rows
    }

    /// What the card has no room for.
    pub(crate) fn more_page(&self) -> Page {
        let mut page = Page::default();
        let (here, routine, row) = (self.view.here, self.case.routine, self.view.row);
        let phase = routine.phase_of(&self.step.id);
        let unknown = row.date_depends_on.iter().map(|fact| here.unknown(fact));
        let unknown = joined(" · ", unknown);
        let facts = [
            ("card-phase", phase.map(|phase| phase.title.clone())),
            ("card-rule", self.rule()),
            ("card-date-depends", Some(unknown)),
            ("card-participants", Some(here.text(&row.participants))),
            ("card-how", self.step.activity.clone()),
            ("card-why", self.step.purpose.clone()),
            ("card-parts", Some(self.parts())),
            ("card-documents", Some(here.documents(self.step))),
            ("card-law", self.step.law.clone()),
            ("card-notice", self.step.notice.clone()),
            ("card-then", self.then()),
        ];
        page.toned(Tone::Strong, &self.step.title);
        for (label, text) in facts {
            let text = text.filter(|text| !text.is_empty());
            text.into_iter()
                .for_each(|text| page.labelled(self.say(label), Tone::Plain, text));
        }
        page
    }

    pub(super) fn say(&self, message: impl Into<Message>) -> String {
        self.view.here.say(message)
    }

    /// "RUTIN 4 av 7", "STEG 3 av 12", the round from the second on.
    fn place(&self) -> Option<String> {
        let here = self.view.here;
        let number = here.number(&self.step.id)?;
        if self.step.is_own() {
            return Some(here.text(&self.step.id).to_uppercase());
        }
        let steps = self.case.routine.steps();
        let count = steps.filter(|step| !step.is_own()).count();
        let word = here.step_word().to_uppercase();
        let place = say!(here, "card-place", word, number, count);
        Some(here.in_round(place, self.view.row.round))
    }

    /// What it is called: "Rutin 4", or its title where others have a number.
    pub(crate) fn name(&self) -> String {
        let here = self.view.here;
        let name = match here.number(&self.step.id) {
            Some(_) => here.text(&self.step.id),
            None => self.step.title.clone(),
        };
        here.in_round(name, self.view.row.round)
    }

    /// "[ ] Samtal (Rektor)": the parts that are to be done, then the others.
    pub(super) fn parts(&self) -> String {
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
        joined("\n", parts)
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
}
