//! A case from another file, with everything in it checked before the case file here is touched.

use std::collections::HashMap;
use std::rc::Rc;

use crate::commands::new_case::checked_reference;
use crate::ctx::Ctx;
use crate::desk::checkup::DoubtfulEvent;
use crate::desk::judged;
use crate::desk::refusals::Refusals;
use crate::desk::routines::is_not_as_shipped;
use crate::domain::case::{BrokenHistory, Case};
use crate::domain::decide::{self, Refusal};
use crate::domain::report::Standing;
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::slips::Slips;
use crate::error::Failure;
use crate::export::{RoutineTextJson, WholeCaseJson};
use crate::routine_file::{self, Loaded};
use crate::store::{RoutineText, SoundHistory};

use super::refused::{self, Rejection};

pub(super) struct SoundCase {
    routine: Rc<Loaded>,
    pub(super) history: SoundHistory,
    pub(super) case: Case,
    pub(super) head: String,
    /// What of it would not be recorded like that today.
    pub(super) doubtful: Vec<DoubtfulEvent>,
}

/// The routines of the cases of one file, each parsed once, by the hash of its text.
#[derive(Default)]
pub(super) struct Routines(HashMap<String, Rc<Loaded>>);

impl SoundCase {
    /// Checks a case of the file of this name.
    ///
    /// # Errors
    /// When something in it does not fit, names somebody, or never could have been recorded.
    pub(super) fn of(
        whole: WholeCaseJson,
        name: &str,
        routines: &mut Routines,
        ctx: &Ctx,
    ) -> Result<Self, Failure> {
        let sound = Self::fitting(whole, routines).map_err(|fault| fault.failure(name))?;
        sound.names_nobody(ctx, name)?;
        let routine = &sound.routine.routine;
        let history = &sound.history;
        let [faults, doubtful] = judged::of(ctx, routine, history.reference(), history.events());
        match faults.into_iter().next() {
            Some(fault) => Err(refused::because(name, fault.message("import-impossible"))),
            None => Ok(Self { doubtful, ..sound }),
        }
    }

    /// Whether everything in it fits together: the text its hash, the history its chain, the case its routine.
    fn fitting(whole: WholeCaseJson, routines: &mut Routines) -> Result<Self, Rejection> {
        let routine = routines.of(&whole.routine)?;
        let (reference, head) = (whole.reference.clone(), whole.head.hash.clone());
        let history = SoundHistory::new(reference, &whole.into_history())?;
        let case = Case::fold(history.events()).map_err(|broken| match broken {
            BrokenHistory::NotOpened => Rejection::NoCase(1),
            BrokenHistory::OutOfOrder(seq) => Rejection::NoCase(seq),
        })?;
        let told = &routine.routine;
        if (&case.routine, &case.version, &case.text_hash)
            != (&told.id, &told.version, &routine.text_hash)
        {
            return Err(Rejection::AnotherRoutine);
        }
        let doubtful = Vec::new();
        Ok(Self {
            routine,
            history,
            case,
            head,
            doubtful,
        })
    }

    /// Neither the reference nor any text is a personnummer.
    fn names_nobody(&self, ctx: &Ctx, name: &str) -> Result<(), Failure> {
        let reference = self.history.reference();
        let refusals = Refusals::new(&ctx.words, &self.routine.routine, reference);
        let Case {
            continues,
            continued_by,
            ..
        } = &self.case;
        for named in [reference].into_iter().chain(continues).chain(continued_by) {
            let plain = checked_reference(named.as_str());
            // It cannot be made plain: the history is chained to it as it is.
            let as_it_is = plain.and_then(|plain| match plain == *named {
                true => Ok(()),
                false => Err(Refusal::BadReference(named.to_string())),
            });
            as_it_is.map_err(|refusal| refusals.failure(&refusal))?;
        }
        for event in self.history.events() {
            decide::names_nobody(&event.what, &event.stamp.who).map_err(|refusal| {
                let why = refusals.failure(&refusal).in_words(&ctx.words);
                let said = message!("import-text-refused", seq = event.seq);
                refused::because(name, said.with("why", why))
            })?;
        }
        Ok(())
    }

    pub(super) fn is_not_as_shipped(&self) -> bool {
        is_not_as_shipped(&self.routine.routine, &self.routine.text_hash)
    }

    pub(super) fn standing(&self, ctx: &Ctx) -> Standing {
        let routine = &self.routine.routine;
        // A history that folds can be gone through.
        let slips = Slips::of(routine, self.history.events()).unwrap_or_default();
        Standing::of(routine, &self.case, &slips, ctx.today())
    }

    pub(super) fn routine_text(&self) -> RoutineText {
        RoutineText {
            hash: self.routine.text_hash.clone(),
            id: self.routine.routine.id.clone(),
            version: self.routine.routine.version.clone(),
            text: self.routine.text.clone(),
        }
    }
}

impl Routines {
    fn of(&mut self, text: &RoutineTextJson) -> Result<Rc<Loaded>, Rejection> {
        if routine_file::text_hash(&text.text) != text.hash {
            return Err(Rejection::RoutineAltered);
        }
        let loaded = match self.0.get(&text.hash) {
            Some(loaded) => Rc::clone(loaded),
            None => Rc::new(loaded(&text.text)?),
        };
        self.0.insert(text.hash.clone(), Rc::clone(&loaded));
        let said = (&text.id, &text.version);
        match said == (&loaded.routine.id, &loaded.routine.version) {
            true => Ok(loaded),
            false => Err(Rejection::RoutineAltered),
        }
    }
}

fn loaded(text: &str) -> Result<Loaded, Rejection> {
    routine_file::load(text).map_err(|problems| {
        let is_number = |problem: &Problem| problem.kind == ProblemKind::IdentityNumber;
        match problems.iter().any(is_number) {
            true => Rejection::RoutineNamesSomebody,
            false => Rejection::RoutineUnusable,
        }
    })
}
