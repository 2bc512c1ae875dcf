//! Names: which id somebody means by what they typed.

use std::borrow::Cow;

use super::alike::id_named;
use crate::domain::{
    decide::Refusal,
    ids::{ItemId, KeyDateId, QuestionId, RoleId, StepId, TriggerId},
    routine::{Routine, Step},
};

/// What a routine has several of, each with an id and something it is called.
pub trait Named: Clone + From<String> + ToString {
    /// The ids with their labels.
    fn all(routine: &Routine) -> Vec<(&str, Cow<'_, str>)>;
}

macro_rules! named {
    ($($id:ident: $routine:ident => $all:expr, $label:ident;)*) => {$(
        impl Named for $id {
            fn all($routine: &Routine) -> Vec<(&str, Cow<'_, str>)> {
                $all.map(|it| (it.id.as_str(), it.$label.as_str().into())).collect()
            }
        }
    )*};
}

named! {
    KeyDateId: routine => routine.key_dates.iter(), title;
    QuestionId: routine => routine.questions(), text;
    RoleId: routine => routine.roles.iter(), title;
    TriggerId: routine => routine.triggers.iter(), title;
}

/// Where none has a number its place is a name for it too.
impl Named for StepId {
    fn all(routine: &Routine) -> Vec<(&str, Cow<'_, str>)> {
        let titles = routine.steps();
        let titles = titles.map(|it| (it.id.as_str(), it.title.as_str().into()));
        let in_places = |step: &&Step| !routine.numbers_steps() && !step.is_own();
        let places = (1..).zip(routine.steps().filter(in_places));
        let places = places.map(|(place, it): (u32, _)| (it.id.as_str(), place.to_string().into()));
        titles.chain(places).collect()
    }
}

impl Routine {
    /// The id that somebody means. What means none stays as it is, to be refused by whoever looks for it.
    pub fn meant<I: Named>(&self, typed: &I) -> Result<I, Refusal> {
        among(typed, &I::all(self))
    }

    /// Puts in the ids that are meant.
    pub fn settle<'i, I: Named + 'i>(
        &self,
        typed: impl IntoIterator<Item = &'i mut I>,
    ) -> Result<(), Refusal> {
        for id in typed {
            *id = self.meant(id)?;
        }
        Ok(())
    }

    /// The part of a step that is meant.
    pub fn item_meant(&self, step: &StepId, typed: &ItemId) -> Result<ItemId, Refusal> {
        let items = self.step(step).into_iter().flat_map(|step| &step.items);
        let named = items.map(|it| (it.id.as_str(), it.title.as_str().into()));
        among(typed, &named.collect::<Vec<_>>())
    }

    /// The phase that is meant.
    pub fn phase_meant(&self, typed: &str) -> Result<String, Refusal> {
        let phases = self.phases.iter();
        let named = phases.map(|it| (it.id.as_str(), it.title.as_str().into()));
        among(&typed.to_owned(), &named.collect::<Vec<_>>())
    }

    /// Whether any step has a number of its own.
    pub fn numbers_steps(&self) -> bool {
        self.steps().any(|step| step.id.is_number())
    }
}

fn among<I: Clone + From<String> + ToString>(
    typed: &I,
    all: &[(&str, Cow<'_, str>)],
) -> Result<I, Refusal> {
    let name = typed.to_string();
    match id_named(&name, all.iter().map(|(id, label)| (*id, label.as_ref()))) {
        Ok(Some(id)) => Ok(id.to_owned().into()),
        Ok(None) => Ok(typed.clone()),
        Err(ids) => Err(Refusal::SeveralFit(name, ids)),
    }
}
