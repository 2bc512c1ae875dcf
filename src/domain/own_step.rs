//! Steps of one's own: what somebody has added to one case, whatever its routine says.

use super::{
    event::{Event, What},
    ids::StepId,
    routine::{Responsible, Routine, Step},
    texts::REDACTED,
};

/// What the ids of such steps begin with.
pub const OWN: &str = "egen-";

impl Routine {
    /// The same with the steps that these events added, those taken back too: the case says which stand. `None` where they
    /// added none.
    pub fn with_own(&self, events: &[Event]) -> Option<Self> {
        let added = events.iter().map(|event| &event.what);
        let added: Vec<_> = added
            .filter(|what| matches!(what, What::Added { .. }))
            .collect();
        if added.is_empty() {
            return None;
        }
        let mut routine = self.clone();
        for what in added {
            routine.add_own(what);
        }
        Some(routine)
    }

    /// Puts a step after the one that is named, and after those that were put there before; else last in its phase; else
    /// last of all.
    fn add_own(&mut self, what: &What) {
        let What::Added {
            step: id,
            title,
            role,
            phase,
            after,
            ..
        } = what
        else {
            return;
        };
        if self.step(id).is_some() {
            return;
        }
        let owners = role.iter().cloned().map(Into::into).collect();
        let step = Step {
            id: id.clone(),
            title: Some(title)
                .filter(|title| *title != REDACTED)
                .cloned()
                .unwrap_or_default(),
            responsible: Responsible::Jointly(owners),
            own: Some(after.clone()),
            ..Step::default()
        };
        for phase in &mut self.phases {
            let mut steps = phase.steps.iter();
            let Some(named) = steps.position(|step| Some(&step.id) == after.as_ref()) else {
                continue;
            };
            let mut here = vec![after.clone()];
            let beside = steps.take_while(|next| {
                let is_beside = next.own.as_ref().is_some_and(|after| here.contains(after));
                here.push(Some(next.id.clone()));
                is_beside
            });
            let place = named + 1 + beside.count();
            phase.steps.insert(place, step);
            return;
        }
        let place = self
            .phases
            .iter()
            .position(|it| Some(&it.id) == phase.as_ref());
        let place = place.unwrap_or(self.phases.len().saturating_sub(1));
        if let Some(phase) = self.phases.get_mut(place) {
            phase.steps.push(step);
        }
    }
}

impl StepId {
    /// Whether it is the id of a step that was added to a case.
    pub fn is_own(&self) -> bool {
        self.as_str().starts_with(OWN)
    }
}

impl Step {
    /// Whether it was added to a case.
    pub fn is_own(&self) -> bool {
        self.own.is_some()
    }
}
