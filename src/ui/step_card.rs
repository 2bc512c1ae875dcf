//! One step, with all that is needed to do it.

use chrono::NaiveDate;

use super::wording::{Titles, Words, in_round};
use super::{CaseHeading, Line, Tone, Ui};
use crate::domain::condition::Lapse;
use crate::domain::due_rule::Basis;
use crate::domain::plan::{ItemState, Status, WaitsFor};
use crate::domain::report::{ReportRow, Standing};
use crate::domain::routine::{DocumentName, Routine, Step};

/// One round of a step, for whoever is to do it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StepCard<'a> {
    pub(crate) heading: CaseHeading<'a>,
    pub(crate) step: &'a Step,
    pub(crate) row: &'a ReportRow,
    pub(crate) standing: &'a Standing,
    pub(crate) today: NaiveDate,
    /// Somebody else is to do it.
    pub(crate) is_watched: bool,
}

/// The widest label, for values to stand under each other.
const LABEL_WIDTH: usize = 11;

impl StepCard<'_> {
    pub(crate) fn print(&self, ui: &mut Ui) -> std::io::Result<()> {
        self.print_head(ui)?;
        ui.print_toned_wrapped(Tone::Strong, &self.step.title)?;
        for (label, tone, value) in self.facts() {
            ui.print_fact(&label, LABEL_WIDTH, tone, &value)?;
        }
        Ok(())
    }

    /// Prints what tells it apart and what is left of it, for one who has just read all of it.
    pub(crate) fn print_brief(&self, ui: &mut Ui) -> std::io::Result<()> {
        self.print_head(ui)?;
        ui.print_toned_wrapped(Tone::Strong, &self.step.title)?;
        let (label, tone, date) = self.date();
        let label = self.words().say(label);
        ui.print_fact(&label, LABEL_WIDTH, tone, &date)?;
        if let Some(parts) = self.parts() {
            let label = self.words().say("card-parts");
            ui.print_fact(&label, LABEL_WIDTH, Tone::Plain, &parts)?;
        }
        Ok(())
    }

    /// The case, so that the wrong child is noticed; then the step's place and phase to the left, and whether the
    /// child is in school to the right.
    fn print_head(&self, ui: &mut Ui) -> std::io::Result<()> {
        ui.print_fitted(self.heading.line())?;
        let phase = self.routine().phase_of(&self.step.id);
        let watched = || self.words().say("card-watched");
        let parts = [
            Some(self.place()),
            phase.map(|phase| phase.title.clone()),
            self.is_watched.then(watched),
        ];
        let left = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let in_school = self.heading.schooling(self.today).unwrap_or_default();
        ui.print_apart(
            Line::toned(Tone::Plain, left),
            Line::toned(Tone::Quiet, in_school),
        )
    }

    /// "Rutin 4 av 7", "Steg 3 av 12", the round from the second on.
    pub(crate) fn place(&self) -> String {
        let words = self.words();
        let routine = self.routine();
        let titles = Titles::of(routine);
        let count = routine.steps().count();
        let is_numbered = self
            .step
            .id
            .as_str()
            .starts_with(|c: char| c.is_ascii_digit());
        let number = if is_numbered {
            self.step.id.to_string()
        } else {
            let position = routine.position(&self.step.id).unwrap_or_default();
            (position + 1).to_string()
        };
        in_round(
            say!(
                words,
                "card-place",
                word = titles.step_word(words),
                number,
                count
            ),
            self.row.row.round,
            words,
        )
    }

    fn facts(&self) -> Vec<(String, Tone, String)> {
        let words = self.words();
        let titles = Titles::of(self.routine());
        let mut facts: Vec<(&str, Tone, String)> = Vec::new();
        facts.push(self.date());
        let planned = &self.row.row;
        if planned.status == Status::Blocked {
            let waits = words.waits_for(planned, self.step, titles).join(" · ");
            facts.push(("card-blocked", Tone::Warn, waits));
        }
        let ran_out = planned.waits_for.iter().find_map(|waits| match waits {
            WaitsFor::Lapsed(Lapse::RanOut(last)) => Some(words.date(*last)),
            _ => None,
        });
        if let Some(last) = ran_out {
            let told = say!(words, "consent-ran-out", date = last);
            facts.push(("card-notice", Tone::Warn, told));
        }
        for missing in &planned.date_depends_on {
            let missing = words.missing(missing, titles);
            facts.push(("card-date-depends", Tone::Quiet, missing));
        }
        if let Some(pressed) = words.pressed(self.row, titles, self.today) {
            facts.push(("card-pressed", Tone::Warn, pressed));
        }
        if let Some(booked) = planned.planned {
            let booked = format!(
                "{}, {}",
                words.date(booked),
                words.relative(booked, self.today)
            );
            facts.push(("card-booked", Tone::Plain, booked));
        }
        if let Some(reminded) = self.reminded() {
            facts.push(("card-reminded", Tone::Plain, reminded));
        }
        facts.push((
            "card-responsible",
            Tone::Plain,
            words.owners_with_names(self.row, self.heading.case, titles),
        ));
        let invited = titles.roles(&planned.participants);
        let texts = [
            (
                "card-participants",
                Some(invited).filter(|invited| !invited.is_empty()),
            ),
            ("card-how", self.step.activity.clone()),
            ("card-why", self.step.purpose.clone()),
            ("card-parts", self.parts()),
            ("card-documents", self.documents()),
            ("card-law", self.step.law.clone()),
            ("card-notice", self.step.notice.clone()),
            ("card-then", self.then()),
        ];
        let texts = texts.into_iter();
        facts.extend(texts.filter_map(|(label, text)| Some((label, Tone::Plain, text?))));
        facts
            .into_iter()
            .map(|(label, tone, text)| (words.say(label), tone, text))
            .collect()
    }

    fn date(&self) -> (&'static str, Tone, String) {
        let words = self.words();
        let dates = &self.row.row.dates;
        let (tone, left) = words.standing_of_date(self.row, self.today);
        let rule = self
            .rule()
            .map(|rule| format!(" ({rule})"))
            .unwrap_or_default();
        match dates.due {
            Some(due) => {
                let mut text = format!("{}, {left}{rule}", words.date(due));
                if dates.original_due.is_some_and(|original| original != due)
                    && let Some(original) = dates.original_due
                {
                    text = format!("{text} · {}", say!(words, "card-original", date = original));
                }
                ("card-due", tone, text)
            }
            None => ("card-standing", tone, format!("{left}{rule}")),
        }
    }

    /// "samma dag som inskrivning på ungdomshemmet, enligt rutinen".
    fn rule(&self) -> Option<String> {
        let words = self.words();
        let index = self.row.row.derivation.as_ref()?.rule;
        let rule = &self.step.due.get(index)?.rule;
        let basis = match rule.basis {
            Basis::Source => "basis-source-said",
            Basis::Law => "basis-law-said",
            Basis::Local => "basis-local",
        };
        let rule = words.rule(rule, Titles::of(self.routine()));
        Some(format!("{rule}, {}", words.say(basis)))
    }

    fn parts(&self) -> Option<String> {
        let items = &self.row.row.items;
        if items.is_empty() {
            return None;
        }
        let lines = items.iter().filter_map(|state| self.part(state));
        Some(lines.collect::<Vec<_>>().join("\n"))
    }

    fn part(&self, state: &ItemState) -> Option<String> {
        let words = self.words();
        let item = self.step.item(state.id.as_str())?;
        let mark = match (state.settled, state.skipped) {
            (true, true) => words.say(&Status::Skipped),
            (true, false) => words.say(&Status::Done),
            _ => words.say("card-part-open"),
        };
        let owners = Titles::of(self.routine()).roles(&item.responsible);
        let owners = if owners.is_empty() {
            owners
        } else {
            format!(" ({owners})")
        };
        Some(format!("{mark}: {}{owners}", item.title))
    }

    fn documents(&self) -> Option<String> {
        let titles = Titles::of(self.routine());
        let documents: Vec<String> = self
            .step
            .documents
            .iter()
            .map(|name: &DocumentName| titles.document(name))
            .collect();
        (!documents.is_empty()).then(|| documents.join(" · "))
    }

    fn then(&self) -> Option<String> {
        let routine = self.routine();
        let here = routine.position(&self.step.id)?;
        let next = routine
            .steps()
            .skip(here + 1)
            .map(|(_, step)| step)
            .find(|step| {
                let mut rows = self
                    .standing
                    .rows
                    .iter()
                    .filter(|row| row.row.step == step.id);
                let is_over = |status: Status| status.is_ended() || status == Status::NotApplicable;
                rows.any(|row| !is_over(row.row.status))
            })?;
        Some(Titles::of(routine).step(&next.id, self.words()))
    }

    fn reminded(&self) -> Option<String> {
        let rounds = self.heading.case.rounds_of(&self.step.id);
        let days = &rounds.last().filter(|round| round.end.is_none())?.reminded;
        let days: Vec<String> = days.iter().map(|day| self.words().date(*day)).collect();
        (!days.is_empty()).then(|| days.join(" · "))
    }

    fn routine(&self) -> &Routine {
        self.heading.routine
    }

    fn words(&self) -> &Words {
        self.heading.words
    }
}
