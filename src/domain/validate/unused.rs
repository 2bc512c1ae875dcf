//! What is declared and never used: mostly a slip of the pen somewhere else.

use std::collections::HashSet;

use super::{Found, walk};
use crate::domain::condition::Condition;
use crate::domain::due_rule::{Anchor, DueKind, Interval, Series};
use crate::domain::routine::{Ask, DocumentName, FieldContent, Gate, Routine, Step};
use crate::domain::routine_problem::{IdKind, Path, ProblemKind};

/// Looks for what nothing uses. Key dates are left alone: the outcome figures read those that all routines share.
pub(super) fn check(routine: &Routine, found: &mut Found) {
    let mut used = Used::default();
    for (_, step) in walk::steps(routine) {
        used.by_step(step);
    }
    walk::conditions(routine, &mut |_, condition| used.by_condition(condition));
    for (_, content) in walk::fields(routine) {
        if let FieldContent::Asks(question) = content {
            used.questions.insert(question.to_string());
        }
    }
    report(routine, &used, found);
    check_own_answers(routine, found);
}

/// What is answered with a round counts from the next: a step that neither repeats nor is opened anew never sees it.
fn check_own_answers(routine: &Routine, found: &mut Found) {
    let outcomes = routine.steps().flat_map(|(_, step)| &step.outcomes);
    let reopened: HashSet<_> = outcomes.flat_map(|outcome| &outcome.reopen).collect();
    let once = walk::steps(routine).filter(|(_, s)| !s.repeats() && !reopened.contains(&s.id));
    for (path, step) in once {
        let mut used = Used::default();
        step.when.iter().for_each(|when| used.by_condition(when));
        for choice in &step.due {
            used.by_rule(&choice.rule.kind);
            choice.when.iter().for_each(|when| used.by_condition(when));
        }
        let own = step.questions.iter().map(|question| &question.id);
        for id in step.asks.iter().chain(own) {
            if used.questions.contains(id.as_str()) {
                let question = id.to_string();
                found.add(path.key("id"), ProblemKind::OwnAnswer { question });
            }
        }
    }
}

#[derive(Debug, Default)]
struct Used {
    roles: HashSet<String>,
    questions: HashSet<String>,
    documents: HashSet<String>,
    grounds: HashSet<String>,
}

impl Used {
    fn by_step(&mut self, step: &Step) {
        let of_items = step.items.iter().flat_map(|item| &item.responsible);
        let invited = step.participants.iter().map(|p| &p.role);
        let roles = step
            .responsible
            .roles()
            .iter()
            .chain(of_items)
            .chain(invited);
        self.roles.extend(roles.map(ToString::to_string));
        self.questions
            .extend(step.asks.iter().map(ToString::to_string));
        for document in &step.documents {
            if let DocumentName::Form(id) = document {
                self.documents.insert(id.to_string());
            }
        }
        for requirement in &step.requires {
            if let Gate::Grounds(list) = &requirement.gate {
                self.grounds.insert(list.clone());
            }
        }
        for choice in &step.due {
            self.by_rule(&choice.rule.kind);
        }
    }

    fn by_rule(&mut self, kind: &DueKind) {
        if let Some(Anchor::Answer(question)) = kind.anchor() {
            self.questions.insert(question.to_string());
        }
        match kind {
            DueKind::Answer(question) => {
                self.questions.insert(question.to_string());
            }
            DueKind::Repeating(repeating) => {
                if let Some(Anchor::Answer(question)) = &repeating.until {
                    self.questions.insert(question.to_string());
                }
                if let Series::Grid(Interval::Answer(question))
                | Series::Rolling(Interval::Answer(question)) = &repeating.series
                {
                    self.questions.insert(question.to_string());
                }
            }
            _ => {}
        }
    }

    fn by_condition(&mut self, condition: &Condition) {
        self.questions
            .extend(condition.questions().iter().map(ToString::to_string));
    }
}

fn report(routine: &Routine, used: &Used, found: &mut Found) {
    let mut unused = |what, path: Path, id: &str| {
        // An empty id is a reader's stand-in and reported already.
        if !id.is_empty() {
            let id = id.to_owned();
            found.add(path.key("id"), ProblemKind::Unused { what, id });
        }
    };
    for (path, role) in Path::root().entries("role", &routine.roles) {
        // Somebody must hold such a role although no step names it: a coordinating function.
        if !role.must_be_held && !used.roles.contains(role.id.as_str()) {
            unused(IdKind::Role, path, role.id.as_str());
        }
    }
    for (path, question) in Path::root().entries("question", &routine.questions) {
        // One asked when the case opens is a fact worth having by itself.
        if question.ask == Ask::Later && !used.questions.contains(question.id.as_str()) {
            unused(IdKind::Question, path, question.id.as_str());
        }
    }
    for (path, document) in Path::root().entries("document", &routine.documents) {
        if !used.documents.contains(document.id.as_str()) {
            unused(IdKind::Document, path, document.id.as_str());
        }
    }
    for name in routine.grounds.keys() {
        if !used.grounds.contains(name) {
            let path = Path::root().key("grounds").name_of(name.clone());
            let (what, id) = (IdKind::Grounds, name.clone());
            found.add(path, ProblemKind::Unused { what, id });
        }
    }
}
