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
        let items = (0..).zip(&step.items);
        let items = items.map(|(place, item)| (path.entry("item", place), item.id.as_str()));
        check_ids(IdKind::Item, items.collect(), found);
    }
    for name in routine.grounds.keys().filter(|name| !is_id(name)) {
        let path = Path::root().key("grounds").name_of(name.clone());
        bad_id(name, false, path, found);
    }
}

fn declared<'a>(routine: &'a Routine, found: &mut Found) {
    let ids = |things: &mut dyn Iterator<Item = &'a str>, key: &'static str| {
        let placed = (0..).zip(things);
        placed
            .map(|(place, id)| (Path::root().entry(key, place), id))
            .collect::<Vec<_>>()
    };
    let roles = ids(
        &mut routine.roles.iter().map(|role| role.id.as_str()),
        "role",
    );
    let dates = ids(
        &mut routine.key_dates.iter().map(|date| date.id.as_str()),
        "key_date",
    );
    let triggers = ids(
        &mut routine.triggers.iter().map(|trigger| trigger.id.as_str()),
        "trigger",
    );
    let phases = ids(
        &mut routine.phases.iter().map(|phase| phase.id.as_str()),
        "phase",
    );
    let forms = ids(
        &mut routine.documents.iter().map(|form| form.id.as_str()),
        "document",
    );
    let steps = walk::steps(routine).map(|(path, step)| (path, step.id.as_str()));
    let questions =
        walk::all_questions(routine).map(|(path, question)| (path, question.id.as_str()));
    let blanks = walk::fields(routine).filter_map(|(path, content)| match content {
        FieldContent::Blank { id, .. } => Some((path, id.as_str())),
        _ => None,
    });
    for (what, ids) in [
        (IdKind::Role, roles),
        (IdKind::KeyDate, dates),
        (IdKind::Trigger, triggers),
        (IdKind::Phase, phases),
        (IdKind::Step, steps.collect()),
        (IdKind::Document, forms),
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
