//! What the parts of a routine are called, by their ids. An id the routine does not know is shown as it is.

use super::Words;
use crate::domain::ids::{ItemId, KeyDateId, QuestionId, RoleId, StepId, TriggerId};
use crate::domain::routine::{AnswerKind, DocumentName, Routine, Step};

/// Looks up what things are called in one routine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Titles<'a> {
    routine: &'a Routine,
}

impl<'a> Titles<'a> {
    pub(crate) fn of(routine: &'a Routine) -> Self {
        Self { routine }
    }

    /// A step by its word and number: "Rutin 4".
    pub(crate) fn numbered(&self, step: &StepId, words: &Words) -> String {
        format!("{} {step}", self.step_word(words))
    }

    /// What the routine calls a step: "Rutin".
    pub(crate) fn step_word(&self, words: &Words) -> String {
        match &self.routine.step_word {
            Some(word) => word.clone(),
            None => words.say("step-word"),
        }
    }

    /// A step with its title: "Rutin 4 Överlämna till hemmets skola".
    pub(crate) fn step(&self, step: &StepId, words: &Words) -> String {
        match self.routine.step(step) {
            Some(found) if has_number(step) => {
                format!("{} {}", self.numbered(step, words), found.title)
            }
            // An id that is a word says little beside the title, but it is what is typed.
            Some(found) => format!("{} ({step})", found.title),
            None => self.numbered(step, words),
        }
    }

    /// A round of a step by its word and number, the round named from the second on: "Steg 7, omgång 2".
    pub(crate) fn round(&self, step: &StepId, round: u32, words: &Words) -> String {
        in_round(self.numbered(step, words), round, words)
    }

    pub(crate) fn step_in_round(&self, step: &StepId, round: u32, words: &Words) -> String {
        in_round(self.step(step, words), round, words)
    }

    /// What a step was called, with its round where it has or may come to have several.
    pub(crate) fn with_round(
        &self,
        called: String,
        (step, round): (&StepId, u32),
        words: &Words,
    ) -> String {
        if round < 2 && !self.routine.step(step).is_some_and(Step::repeats) {
            return called;
        }
        named_round(called, round, words)
    }

    pub(crate) fn item(&self, step: &StepId, item: &ItemId) -> String {
        let found = self.routine.step(step).and_then(|s| s.item(item.as_str()));
        found.map_or_else(|| item.to_string(), |i| i.title.clone())
    }

    pub(crate) fn role(&self, role: &RoleId) -> String {
        title(self.routine.roles.iter().map(|r| (&r.id, &r.title)), role)
    }

    /// Several roles, joined by commas.
    pub(crate) fn roles<'r>(&self, roles: impl IntoIterator<Item = &'r RoleId>) -> String {
        let titles: Vec<_> = roles.into_iter().map(|role| self.role(role)).collect();
        titles.join(", ")
    }

    pub(crate) fn key_date(&self, date: &KeyDateId) -> String {
        title(
            self.routine.key_dates.iter().map(|d| (&d.id, &d.title)),
            date,
        )
    }

    pub(crate) fn question(&self, question: &QuestionId) -> String {
        title(self.routine.questions().map(|q| (&q.id, &q.text)), question)
    }

    /// An answer as people read it: a text as it was typed, whatever it looks like.
    pub(crate) fn answer(&self, question: &QuestionId, value: &str, words: &Words) -> String {
        let asked = self.routine.question(question);
        match asked.is_some_and(|asked| asked.kind == AnswerKind::Text) {
            true => value.to_owned(),
            false => words.answer(value),
        }
    }

    pub(crate) fn trigger(&self, trigger: &TriggerId) -> String {
        title(
            self.routine.triggers.iter().map(|t| (&t.id, &t.title)),
            trigger,
        )
    }

    pub(crate) fn document(&self, name: &DocumentName) -> String {
        match name {
            DocumentName::Title(title) => title.clone(),
            DocumentName::Form(id) => {
                title(self.routine.documents.iter().map(|d| (&d.id, &d.title)), id)
            }
        }
    }
}

/// What a round is called, given what its step is called: the round named from the second on.
pub(crate) fn in_round(called: String, round: u32, words: &Words) -> String {
    if round < 2 {
        return called;
    }
    named_round(called, round, words)
}

fn named_round(called: String, round: u32, words: &Words) -> String {
    say!(words, "step-in-round", step = called, round)
}

/// What an id is called among those known.
fn title<'t, I: PartialEq + ToString + 't>(
    mut known: impl Iterator<Item = (&'t I, &'t String)>,
    id: &I,
) -> String {
    let found = known.find(|(known, _)| *known == id);
    found.map_or_else(|| id.to_string(), |(_, title)| title.clone())
}

/// Whether the source numbers the step.
fn has_number(step: &StepId) -> bool {
    step.as_str().starts_with(|c: char| c.is_ascii_digit())
}
