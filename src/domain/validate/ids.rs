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
        let mut items = Seen::new(IdKind::Item);
        for (place, item) in step.items.iter().enumerate() {
            items.add(item.id.as_str(), path.entry("item", place), found);
        }
    }
    for name in routine.grounds.keys().filter(|name| !is_id(name)) {
        let path = Path::root().key("grounds").name_of(name.clone());
        bad_id(name, false, path, found);
    }
}

fn declared(routine: &Routine, found: &mut Found) {
    let mut roles = Seen::new(IdKind::Role);
    for (place, role) in routine.roles.iter().enumerate() {
        roles.add(role.id.as_str(), Path::root().entry("role", place), found);
    }
    let mut dates = Seen::new(IdKind::KeyDate);
    for (place, date) in routine.key_dates.iter().enumerate() {
        dates.add(
            date.id.as_str(),
            Path::root().entry("key_date", place),
            found,
        );
    }
    let mut triggers = Seen::new(IdKind::Trigger);
    for (place, trigger) in routine.triggers.iter().enumerate() {
        let path = Path::root().entry("trigger", place);
        triggers.add(trigger.id.as_str(), path, found);
    }
    let mut phases = Seen::new(IdKind::Phase);
    for (place, phase) in routine.phases.iter().enumerate() {
        phases.add(&phase.id, Path::root().entry("phase", place), found);
    }
    let mut steps = Seen::new(IdKind::Step);
    for (path, step) in walk::steps(routine) {
        steps.add(step.id.as_str(), path, found);
    }
    let mut documents = Seen::new(IdKind::Document);
    for (place, document) in routine.documents.iter().enumerate() {
        let path = Path::root().entry("document", place);
        documents.add(document.id.as_str(), path, found);
    }
    let mut questions = Seen::new(IdKind::Question);
    for (path, question) in walk::all_questions(routine) {
        questions.add(question.id.as_str(), path, found);
    }
    for (path, content) in walk::fields(routine) {
        if let FieldContent::Blank { id, .. } = content {
            questions.add(id.as_str(), path, found);
        }
    }
}

fn bad_id(id: &str, plain: bool, path: Path, found: &mut Found) {
    found.add(
        path,
        ProblemKind::BadId {
            id: id.to_owned(),
            plain,
        },
    );
}

struct Seen<'a> {
    what: IdKind,
    places: HashMap<&'a str, Path>,
}

impl<'a> Seen<'a> {
    fn new(what: IdKind) -> Self {
        Self {
            what,
            places: HashMap::new(),
        }
    }

    /// Looks at the id of the thing at `path`. An empty one is a reader's stand-in and reported already.
    fn add(&mut self, id: &'a str, path: Path, found: &mut Found) {
        if id.is_empty() {
            return;
        }
        let path = path.key("id");
        if !is_id(id) {
            bad_id(id, false, path.clone(), found);
        }
        if let Some(first) = self.places.get(id) {
            found.add_with(
                path,
                first.clone(),
                ProblemKind::DuplicateId {
                    what: self.what,
                    id: id.to_owned(),
                },
            );
            return;
        }
        self.places.insert(id, path);
    }
}
