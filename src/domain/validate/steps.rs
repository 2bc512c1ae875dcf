//! Steps: who answers for them, what they name, what they ask and lead to; what key dates and forms name.

use super::index::{Index, Known};
use super::{Found, walk};
use crate::domain::ids::RoleId;
use crate::domain::routine::{DocumentName, FieldContent, Gate, Responsible, Routine, Step};
use crate::domain::routine_problem::{Path, ProblemKind};

/// No routine has nearly as many. Steps that count from each other are planned one inside the other, so that more of
/// them could take more room than a program has.
const MOST_STEPS: usize = 300;

pub(super) fn check(routine: &Routine, index: &Index, found: &mut Found) {
    let mut count = 0;
    for (path, step) in walk::steps(routine) {
        count += 1;
        check_owner(&path, step, index, found);
        check_named(&path, step, index, found);
    }
    if count == 0 {
        found.add(Path::root(), ProblemKind::NoSteps);
    }
    if count > MOST_STEPS {
        let limit = MOST_STEPS;
        found.add(Path::root(), ProblemKind::TooManySteps { count, limit });
    }
}

fn check_owner(path: &Path, step: &Step, index: &Index, found: &mut Found) {
    let nobody = match &step.responsible {
        Responsible::Jointly(roles) => {
            check_roles(path, "responsible", roles, index, found);
            roles.is_empty()
        }
        Responsible::Chosen {
            candidates,
            proposed,
        } => {
            check_roles(path, "choose_responsible", candidates, index, found);
            check_proposed(path, candidates, proposed.as_ref(), index, found);
            false
        }
    };
    if nobody && !step.id.as_str().is_empty() {
        let step = step.id.to_string();
        found.add(path.key("id"), ProblemKind::NoOwner { step });
    }
}

fn check_proposed(
    path: &Path,
    candidates: &[RoleId],
    proposed: Option<&RoleId>,
    index: &Index,
    found: &mut Found,
) {
    let Some(proposed) = proposed.filter(|role| !candidates.contains(role)) else {
        return;
    };
    let path = path.key("proposed");
    let before = found.0.len();
    index.roles.check(proposed.as_str(), path.clone(), found);
    if found.0.len() == before {
        let role = proposed.to_string();
        found.add(path, ProblemKind::ProposedNotCandidate { role });
    }
}

fn check_roles(path: &Path, key: &'static str, roles: &[RoleId], index: &Index, found: &mut Found) {
    for (path, role) in path.entries(key, roles) {
        index.roles.check(role.as_str(), path, found);
    }
}

fn check_named(path: &Path, step: &Step, index: &Index, found: &mut Found) {
    for (path, participant) in path.entries("participants", &step.participants) {
        let role = participant.role.as_str();
        index.roles.check(role, path.key("role"), found);
    }
    for (path, document) in path.entries("documents", &step.documents) {
        if let DocumentName::Form(id) = document {
            index.documents.check(id.as_str(), path, found);
        }
    }
    for (path, item) in path.entries("item", &step.items) {
        check_roles(&path, "responsible", &item.responsible, index, found);
    }
    for (path, requirement) in path.entries("requires", &step.requires) {
        if let Gate::Grounds(list) = &requirement.gate {
            index.grounds.check(list, path.key("despite"), found);
        }
    }
    for (path, outcome) in path.entries("outcome", &step.outcomes) {
        for (path, step) in path.entries("reopen", &outcome.reopen) {
            index.steps.check(step.as_str(), path, found);
        }
    }
}

/// Looks at what refers to key dates and questions outside conditions and due rules.
pub(super) fn check_questions(routine: &Routine, index: &Index, found: &mut Found) {
    for (path, date) in Path::root().entries("key_date", &routine.key_dates) {
        if let Some(earlier) = &date.not_before {
            let path = path.key("not_before");
            index.key_dates.check(earlier.as_str(), path, found);
        }
        for (path, earlier) in path.entries("expected_after", &date.expected_after) {
            index.key_dates.check(earlier.as_str(), path, found);
        }
    }
    for (path, step) in walk::steps(routine) {
        for (path, question) in path.entries("asks", &step.asks) {
            let known = index.question(question.as_str(), path.clone(), found);
            if matches!(known, Some(Known::OfOther(_) | Known::Blank)) {
                let id = question.to_string();
                found.add(path, ProblemKind::NotOfTheCase { id });
            }
        }
    }
    for (path, content) in walk::fields(routine) {
        if let FieldContent::Asks(question) = content {
            index.answerable(question.as_str(), path.key("asks"), found);
        }
    }
}
