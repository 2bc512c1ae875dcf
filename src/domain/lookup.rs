//! Finding things in a routine by their ids.

use super::{
    ids::{DocumentId, KeyDateId, QuestionId, RoleId, StepId, TriggerId},
    routine::{
        Ask, CountsAs, Document, DocumentName, FieldContent, Item, KeyDate, OnContinue, Phase,
        Question, Responsible, Role, Routine, Stands, Step, Trigger,
    },
};

/// What the ids of the questions about a consent begin with in texts of version 1.
pub const CONSENT: &str = "samtycke";

impl Routine {
    /// What it is called where there is little room.
    pub fn name(&self) -> &str {
        self.short_title.as_ref().unwrap_or(&self.title)
    }

    /// Every step, in the file's order.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.phases.iter().flat_map(|phase| &phase.steps)
    }

    /// A step by its id.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps().find(|step| &step.id == id)
    }

    /// The phase a step belongs to.
    pub fn phase_of(&self, id: &StepId) -> Option<&Phase> {
        let has_step = |phase: &&Phase| phase.steps.iter().any(|step| &step.id == id);
        self.phases.iter().find(has_step)
    }

    /// A step's place in the file, from 0.
    pub fn position(&self, id: &StepId) -> Option<usize> {
        self.steps().position(|step| &step.id == id)
    }

    /// A step's number: what its id says, as that of one added to a case, else its place from 1 where no step of the routine has a number of its own.
    pub fn number_of(&self, id: &StepId) -> Option<String> {
        let mut steps = self.steps().filter(|step| !step.is_own());
        match (
            self.step(id)?.is_own() || id.is_number(),
            self.numbers_steps(),
        ) {
            (true, _) => Some(id.to_string()),
            (false, true) => None,
            (false, false) => Some((steps.position(|step| step.id == *id)? + 1).to_string()),
        }
    }

    /// A key date by its id.
    pub fn key_date(&self, id: &KeyDateId) -> Option<&KeyDate> {
        self.key_dates.iter().find(|date| &date.id == id)
    }

    /// A role by its id.
    pub fn role(&self, id: &RoleId) -> Option<&Role> {
        self.roles.iter().find(|role| &role.id == id)
    }

    /// A trigger by its id.
    pub fn trigger(&self, id: &TriggerId) -> Option<&Trigger> {
        self.triggers.iter().find(|trigger| &trigger.id == id)
    }

    /// A form by its id.
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.documents.iter().find(|document| &document.id == id)
    }

    /// Every question and form field that is stored: the routine's own, each step's, each form's.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        let in_steps = self.steps().flat_map(|step| &step.questions);
        let in_forms = self.documents.iter().flat_map(Document::own_questions);
        self.questions.iter().chain(in_steps).chain(in_forms)
    }

    /// A question or form field by its id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| &question.id == id)
    }

    /// For how long the answer to a question stands, if it stands for a time.
    pub fn stands(&self, id: &QuestionId) -> Option<&Stands> {
        self.question(id)?.stands.as_ref()
    }

    /// Whether the answer to a question is a consent: it stands for a time, and is asked where consent is asked for.
    pub fn is_consent(&self, id: &QuestionId) -> bool {
        let is_asked = || self.asked_for_consent().any(|asked| &asked.id == id);
        self.stands(id).is_some() && (id.as_str().starts_with(CONSENT) || is_asked())
    }

    /// What is asked with a step that asks for consent.
    pub fn asked_for_consent(&self) -> impl Iterator<Item = &Question> {
        let steps = self.steps();
        let asking = steps.filter(|step| step.counts_as.contains(&CountsAs::Consent));
        asking.flat_map(|step| self.questions_of(step))
    }

    /// The questions whose answers a case that goes on after a re-placement takes over.
    pub fn carried(&self) -> impl Iterator<Item = &Question> {
        let consents: Vec<_> = self.asked_for_consent().map(|asked| &asked.id).collect();
        let is_asked_at_start = |id: &QuestionId| {
            (self.questions.iter()).any(|top| &top.id == id && top.ask == Ask::AtStart)
        };
        self.questions()
            .filter(move |question| match question.on_continue {
                _ if consents.contains(&&question.id) => false,
                Some(on_continue) => on_continue == OnContinue::Carry,
                None => is_asked_at_start(&question.id),
            })
    }

    /// The questions a step asks when it is done: those it names, then its own.
    pub fn questions_of<'a>(&'a self, step: &'a Step) -> impl Iterator<Item = &'a Question> {
        step.asks
            .iter()
            .filter_map(|id| self.question(id))
            .chain(&step.questions)
    }

    /// The ids of all that a step and its forms ask.
    pub fn asked_with(&self, step: &StepId) -> Vec<&QuestionId> {
        let Some(step) = self.step(step) else {
            return Vec::new();
        };
        let forms = step.documents.iter().filter_map(|name| match name {
            DocumentName::Form(id) => self.document(id),
            _ => None,
        });
        let of_forms = forms.flat_map(Document::own_questions);
        let asked = self.questions_of(step).chain(of_forms);
        asked.map(|question| &question.id).collect()
    }
}

impl Document {
    /// The questions that are the form's own.
    pub fn own_questions(&self) -> impl Iterator<Item = &Question> {
        self.fields.iter().filter_map(|field| match &field.content {
            FieldContent::Own(question) => Some(question),
            _ => None,
        })
    }
}

impl Step {
    /// A part by its id.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.iter().find(|item| item.id.as_str() == id)
    }

    /// Whether its due rules come again and again.
    pub fn repeats(&self) -> bool {
        self.due.iter().any(|due| due.rule.repeating().is_some())
    }
}

impl Responsible {
    /// Every role that answers or may come to answer.
    pub fn roles(&self) -> Vec<&RoleId> {
        match self {
            Self::Jointly(owners) => owners.iter().map(|owner| &owner.role).collect(),
            Self::Chosen { candidates, .. } => candidates.iter().collect(),
        }
    }

    /// Whether it is still to be agreed who takes the step.
    pub fn is_open(&self, taken_by: Option<&RoleId>) -> bool {
        matches!(self, Self::Chosen { .. }) && taken_by.is_none()
    }
}
