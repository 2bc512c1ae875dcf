//! What somebody means in a routine by the name they typed.

use super::name::id_named;
use crate::domain::{
    decide::Refusal,
    ids::{ItemId, KeyDateId, QuestionId, RoleId, StepId, TriggerId},
    routine::Routine,
};

/// `step_meant` and its like: the id that somebody means by what they typed for one. What means none stays as it is, to
/// be refused by whoever looks for it.
macro_rules! meant {
    ($($(#[$doc:meta])* $name:ident: $id:ident, |$routine:ident $(, $within:ident: $type:ty)?| $all:expr, $label:ident;)*) => {
        impl Routine {$(
            $(#[$doc])*
            pub fn $name(&self $(, $within: $type)?, typed: &$id) -> Result<$id, Refusal> {
                let $routine = self;
                // Most often it is the id itself, in every line of a long table.
                if $all.any(|it| it.id == *typed) {
                    return Ok(typed.clone());
                }
                let all: Vec<_> = $all.collect();
                let named = all.iter().map(|it| (it.id.as_str(), it.$label.as_str()));
                match id_named(typed.as_str(), named) {
                    Ok(id) => Ok(id.map_or_else(|| typed.clone(), $id::from)),
                    Err(ids) => Err(Refusal::SeveralFit(typed.to_string(), ids)),
                }
            }
        )*}
    };
}

meant! {
    date_meant: KeyDateId, |routine| routine.key_dates.iter(), title;
    question_meant: QuestionId, |routine| routine.questions(), text;
    role_meant: RoleId, |routine| routine.roles.iter(), title;
    trigger_meant: TriggerId, |routine| routine.triggers.iter(), title;
    step_named: StepId, |routine| routine.steps(), title;
    item_meant: ItemId, |routine, step: &StepId| routine.step(step).into_iter().flat_map(|step| &step.items), title;
}

impl Routine {
    /// The step that is meant; where none has a number its place is a name for it too.
    pub fn step_meant(&self, typed: &StepId) -> Result<StepId, Refusal> {
        let named = self.step_named(typed)?;
        let place: Option<usize> = named.as_str().parse().ok();
        let place = place.filter(|_| !self.numbers_steps() && self.step(&named).is_none());
        let at_place = place.and_then(|place| {
            self.steps()
                .filter(|step| !step.is_own())
                .nth(place.checked_sub(1)?)
        });
        Ok(at_place.map_or(named, |step| step.id.clone()))
    }

    /// The id of the phase that is meant.
    pub fn phase_meant(&self, typed: &str) -> Result<String, Refusal> {
        let phases = self.phases.iter();
        let named = phases.map(|phase| (phase.id.as_str(), phase.title.as_str()));
        match id_named(typed, named) {
            Ok(id) => Ok(id.map_or_else(|| typed.to_owned(), str::to_owned)),
            Err(ids) => Err(Refusal::SeveralFit(typed.to_owned(), ids)),
        }
    }

    /// Whether any step has a number of its own.
    pub fn numbers_steps(&self) -> bool {
        self.steps().any(|step| step.id.is_number())
    }
}
