//! The parts of a routine with the paths they stand at.

use crate::domain::condition::Condition;
use crate::domain::routine::{FieldContent, Question, Routine, Step};
use crate::domain::routine_problem::Path;

pub(super) fn steps(routine: &Routine) -> impl Iterator<Item = (Path, &Step)> {
    let phases = Path::root().entries("phase", &routine.phases);
    phases.flat_map(|(path, phase)| path.entries("step", &phase.steps))
}

pub(super) fn fields(routine: &Routine) -> impl Iterator<Item = (Path, &FieldContent)> {
    let documents = Path::root().entries("document", &routine.documents);
    let fields = documents.flat_map(|(path, document)| path.entries("field", &document.fields));
    fields.map(|(path, field)| (path, &field.content))
}

/// Every question that can be answered, with its path: of the case, of steps, of forms.
pub fn all_questions(routine: &Routine) -> impl Iterator<Item = (Path, &Question)> {
    let of_case = Path::root().entries("question", &routine.questions);
    let of_steps =
        steps(routine).flat_map(|(path, step)| path.entries("question", &step.questions));
    let of_forms = fields(routine).filter_map(|(path, content)| match content {
        FieldContent::Own(question) => Some((path, question)),
        _ => None,
    });
    of_case.chain(of_steps).chain(of_forms)
}

/// Calls `visit` with every condition of the routine, outermost ones only, and its path.
pub(super) fn conditions(routine: &Routine, visit: &mut impl FnMut(Path, &Condition)) {
    for (path, question) in all_questions(routine) {
        when(&path, question.when.as_ref(), visit);
    }
    for (path, content) in fields(routine) {
        if let FieldContent::Blank { when: blank, .. } = content {
            when(&path, blank.as_ref(), visit);
        }
    }
    for (path, phase) in Path::root().entries("phase", &routine.phases) {
        when(&path, phase.when.as_ref(), visit);
    }
    for (path, step) in steps(routine) {
        of_step(&path, step, visit);
    }
}

fn of_step(path: &Path, step: &Step, visit: &mut impl FnMut(Path, &Condition)) {
    when(path, step.when.as_ref(), visit);
    for (path, participant) in path.entries("participants", &step.participants) {
        when(&path, participant.when.as_ref(), visit);
    }
    for (path, item) in path.entries("item", &step.items) {
        when(&path, item.when.as_ref(), visit);
    }
    for (path, outcome) in path.entries("outcome", &step.outcomes) {
        when(&path, outcome.when.as_ref(), visit);
    }
    for (path, choice) in path.entries("due", &step.due) {
        when(&path, choice.when.as_ref(), visit);
    }
    for (path, requirement) in path.entries("requires", &step.requires) {
        visit(path, &requirement.condition);
    }
}

fn when(path: &Path, condition: Option<&Condition>, visit: &mut impl FnMut(Path, &Condition)) {
    if let Some(condition) = condition {
        visit(path.key("when"), condition);
    }
}
