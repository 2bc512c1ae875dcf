//! Ids: their shape, and that no two things of a kind share one.

use std::collections::HashMap;

use super::{Found, walk};
use crate::domain::ids::{is_id, is_plain_id};
use crate::domain::routine::{FieldContent, Routine};
use crate::domain::routine_problem::{IdKind, Path, ProblemKind};

pub(super) fn check(routine: &Routine, found: &mut Found) {
    let id = routine.id.as_str();
    if !id.is_empty() && !is_plain_id(id) {
        bad_id(id, true, Path::root().key("id"), found);
    }
    declared(routine, found);
    for (path, step) in walk::steps(routine) {
        let items = path.entries("item", &step.items);
        let items = items.map(|(path, item)| (path, item.id.as_str()));
        check_ids(IdKind::Item, items.collect(), found);
    }
    for name in routine.grounds.keys().filter(|name| !is_id(name)) {
        let path = Path::root().key("grounds").name_of(name.clone());
        bad_id(name, false, path, found);
    }
}

fn declared(routine: &Routine, found: &mut Found) {
    let root = Path::root();
    let roles = root
        .entries("role", &routine.roles)
        .map(|(path, role)| (path, role.id.as_str()));
    let dates = root
        .entries("key_date", &routine.key_dates)
        .map(|(path, date)| (path, date.id.as_str()));
    let triggers = root
        .entries("trigger", &routine.triggers)
        .map(|(path, trigger)| (path, trigger.id.as_str()));
    let phases = root
        .entries("phase", &routine.phases)
        .map(|(path, phase)| (path, phase.id.as_str()));
    let forms = root
        .entries("document", &routine.documents)
        .map(|(path, form)| (path, form.id.as_str()));
    let steps = walk::steps(routine).map(|(path, step)| (path, step.id.as_str()));
    let questions =
        walk::all_questions(routine).map(|(path, question)| (path, question.id.as_str()));
    let blanks = walk::fields(routine).filter_map(|(path, content)| match content {
        FieldContent::Blank { id, .. } => Some((path, id.as_str())),
        _ => None,
    });
    for (what, ids) in [
        (IdKind::Role, roles.collect()),
        (IdKind::KeyDate, dates.collect()),
        (IdKind::Trigger, triggers.collect()),
        (IdKind::Phase, phases.collect()),
        (IdKind::Step, steps.collect()),
        (IdKind::Document, forms.collect()),
        (IdKind::Question, questions.chain(blanks).collect()),
    ] {
        check_ids(what, ids, found);
    }
}

fn bad_id(id: &str, plain: bool, path: Path, found: &mut Found) {
    let id = id.to_owned();
    found.add(path, ProblemKind::BadId { id, plain });
}

/// Looks at the ids of one kind of things and where these are. An empty one is a reader's stand-in and reported already.
fn check_ids(what: IdKind, ids: Vec<(Path, &str)>, found: &mut Found) {
    let mut seen: HashMap<&str, Path> = HashMap::new();
    for (path, id) in ids.into_iter().filter(|(_, id)| !id.is_empty()) {
        let path = path.key("id");
        if !is_id(id) {
            bad_id(id, false, path.clone(), found);
        }
        let Some(first) = seen.get(id) else {
            seen.insert(id, path);
            continue;
        };
        let id = id.to_owned();
        found.add_with(path, first.clone(), ProblemKind::DuplicateId { what, id });
    }
}
