//! The parts of a routine with the paths they stand at.

use crate::domain::condition::Condition;
use crate::domain::routine::{FieldContent, Question, Routine, Step};
use crate::domain::routine_problem::Path;

pub(super) fn steps(routine: &Routine) -> impl Iterator<Item = (Path, &Step)> {
    routine.phases.iter().enumerate().flat_map(|(p, phase)| {
        let phase_path = Path::root().entry("phase", p);
        phase
            .steps
            .iter()
            .enumerate()
            .map(move |(s, step)| (phase_path.entry("step", s), step))
    })
}

pub(super) fn fields(routine: &Routine) -> impl Iterator<Item = (Path, &FieldContent)> {
    routine
        .documents
        .iter()
        .enumerate()
        .flat_map(|(d, document)| {
            let document_path = Path::root().entry("document", d);
            document
                .fields
                .iter()
                .enumerate()
                .map(move |(f, field)| (document_path.entry("field", f), &field.content))
        })
}

/// Every question that can be answered, with its path: of the case, of steps, of forms.
pub fn all_questions(routine: &Routine) -> impl Iterator<Item = (Path, &Question)> {
    let of_case = routine
        .questions
        .iter()
        .enumerate()
        .map(|(q, question)| (Path::root().entry("question", q), question));
    let of_steps = steps(routine).flat_map(|(path, step)| {
        step.questions
            .iter()
            .enumerate()
            .map(move |(q, question)| (path.entry("question", q), question))
    });
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
    for (p, phase) in routine.phases.iter().enumerate() {
        when(&Path::root().entry("phase", p), phase.when.as_ref(), visit);
    }
    for (path, step) in steps(routine) {
        of_step(&path, step, visit);
    }
}

fn of_step(path: &Path, step: &Step, visit: &mut impl FnMut(Path, &Condition)) {
    when(path, step.when.as_ref(), visit);
    for (place, participant) in step.participants.iter().enumerate() {
        let path = path.entry("participants", place);
        when(&path, participant.when.as_ref(), visit);
    }
    for (place, item) in step.items.iter().enumerate() {
        when(&path.entry("item", place), item.when.as_ref(), visit);
    }
    for (place, outcome) in step.outcomes.iter().enumerate() {
        when(&path.entry("outcome", place), outcome.when.as_ref(), visit);
    }
    for (place, choice) in step.due.iter().enumerate() {
        when(&path.entry("due", place), choice.when.as_ref(), visit);
    }
    for (place, requirement) in step.requires.iter().enumerate() {
        visit(path.entry("requires", place), &requirement.condition);
    }
}

fn when(path: &Path, condition: Option<&Condition>, visit: &mut impl FnMut(Path, &Condition)) {
    if let Some(condition) = condition {
        visit(path.key("when"), condition);
    }
}
