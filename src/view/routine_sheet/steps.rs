//! Phases and steps on a routine's sheet: who, why, how, when and by whose word.

use super::RoutineSheet;
use crate::domain::condition::Condition;
use crate::domain::due_rule::DueChoice;
use crate::domain::message::Argument;
use crate::domain::routine::{
    Gate, Invited, Item, Phase, Requirement, Responsible, Step, StepOutcome,
};
use crate::ui::wording::picked;
use crate::ui::{Page, joined};

impl RoutineSheet<'_> {
    pub(super) fn add_phase(&self, page: &mut Page, phase: &Phase) {
        page.heading(phase.title.as_str());
        if let Some(when) = &phase.when {
            page.text(0, self.only_if(when));
        }
        for step in &phase.steps {
            page.gap();
            self.add_step(page, step);
        }
    }

    fn add_step(&self, page: &mut Page, step: &Step) {
        page.text(0, self.here.step(&step.id));
        if step.optional {
            page.text(1, self.say("sheet-optional"));
        }
        if let Some(when) = &step.when {
            page.text(1, self.only_if(when));
        }
        self.fact(page, 1, "sheet-who", &self.who(&step.responsible));
        if !step.participants.is_empty() {
            self.fact(page, 1, "sheet-invited", &self.invited(step));
        }
        for (label, text) in [
            ("sheet-purpose", &step.purpose),
            ("sheet-activity", &step.activity),
            ("sheet-notice", &step.notice),
            ("sheet-law", &step.law),
        ] {
            text.iter().for_each(|text| self.fact(page, 1, label, text));
        }
        for choices in step.due.chunk_by(DueChoice::is_beside) {
            let entries = || choices.iter().map(|choice| self.due(choice));
            let due = match choices.first().and_then(|first| first.among.as_ref()) {
                None => joined("; ", entries()),
                Some(among) => {
                    let entries = entries().map(Argument::Text).collect();
                    let due = self.here.text(picked(among.pick, entries));
                    self.only_when(due, among.when.as_ref())
                }
            };
            self.fact(page, 1, "sheet-when", &due);
        }
        for requirement in &step.requires {
            page.text(1, self.requirement(requirement));
        }
        if !step.items.is_empty() {
            page.text(1, self.say("sheet-parts"));
            for item in &step.items {
                page.text(2, self.item(item));
            }
        }
        if !step.documents.is_empty() {
            self.fact(page, 1, "sheet-documents", &self.here.documents(step));
        }
        for (place, question) in self.routine.questions_of(step).enumerate() {
            if place == 0 {
                page.text(1, self.say("sheet-asks"));
            }
            page.text(2, self.question(question));
        }
        for outcome in &step.outcomes {
            page.text(1, self.outcome(outcome));
        }
    }

    fn who(&self, responsible: &Responsible) -> String {
        match responsible {
            Responsible::Jointly(roles) if roles.is_empty() => self.say("owner-nobody"),
            Responsible::Jointly(roles) if roles.len() > 1 => say!(self, "sheet-jointly", roles),
            Responsible::Jointly(roles) => self.here.text(roles),
            Responsible::Chosen {
                candidates,
                proposed,
            } => {
                let roles = Argument::joined("condition-or", candidates);
                match proposed {
                    None => say!(self, "sheet-chosen", roles),
                    Some(proposed) => say!(self, "sheet-chosen-proposed", roles, proposed),
                }
            }
        }
    }

    fn invited(&self, step: &Step) -> String {
        let invited = step.participants.iter().map(|participant| {
            let role = match &participant.who {
                Invited::Role(role) => self.here.text(role),
                Invited::Asked(question) => say!(self, "sheet-asked", question),
            };
            match &participant.when {
                None => role,
                Some(when) => format!("{role} ({})", self.only_if(when)),
            }
        });
        joined(", ", invited)
    }

    /// "inom 3 månader efter utskrivning (rutin: Rutin 7 …), om …".
    fn due(&self, choice: &DueChoice) -> String {
        let rule = self.here.text(&choice.rule);
        let basis = self.say(&choice.rule.basis);
        let basis = match &choice.rule.cite {
            None => basis,
            Some(cite) => format!("{basis}: {cite}"),
        };
        let mut due = format!("{rule} ({basis})");
        if choice.rule.or_at_once {
            due = format!("{due}; {}", self.say("sheet-at-once"));
        }
        self.only_when(due, choice.when.as_ref())
    }

    fn requirement(&self, requirement: &Requirement) -> String {
        let first = say!(self, "waits-requirement", condition = requirement.condition);
        let first = match requirement.from_round {
            1 => first,
            round => format!("{first}, {}", say!(self, "sheet-from-round", round)),
        };
        let pass = match &requirement.gate {
            Gate::AnyReason => return first,
            Gate::Never => self.say("sheet-never"),
            Gate::Grounds(list) => {
                let grounds = self.routine.grounds.get(list);
                let grounds = grounds.map_or_else(String::new, |grounds| grounds.join(" / "));
                say!(self, "sheet-grounds", grounds)
            }
        };
        format!("{first} ({pass})")
    }

    fn item(&self, item: &Item) -> String {
        let text = format!("{}: {}", item.id, self.here.item(item));
        self.only_when(text, item.when.as_ref())
    }

    fn outcome(&self, outcome: &StepOutcome) -> String {
        let reopens = !outcome.reopen.is_empty();
        let leads_to = [
            reopens.then(|| say!(self, "sheet-reopens", steps = outcome.reopen)),
            outcome.close.then(|| self.say("sheet-may-close")),
        ];
        let outcome_said = joined(", ", leads_to);
        match &outcome.when {
            None => say!(self, "sheet-outcome", outcome = outcome_said),
            Some(condition) => {
                say!(self, "sheet-outcome-if", condition, outcome = outcome_said)
            }
        }
    }

    fn only_when(&self, text: String, when: Option<&Condition>) -> String {
        match when {
            None => text,
            Some(when) => format!("{text}; {}", self.only_if(when)),
        }
    }

    fn only_if(&self, condition: &Condition) -> String {
        say!(self, "why-only-if", condition)
    }
}
