//! A case from another file, with everything in it checked before the case file here is touched.

use crate::commands::new_case::checked_reference;
use crate::commands::prelude::*;
use crate::desk::checkup::DoubtfulEvent;
use crate::desk::routines::with_own;
use crate::domain::decide;
use crate::domain::routine_problem::{Problem, ProblemKind};
use crate::domain::slips::Slips;
use crate::export::{RoutineTextJson, WholeCaseJson};
use crate::routine_file;
use crate::store::SoundHistory;

use super::refused::{self, Rejection};

pub(super) struct SoundCase {
    pub(super) routine: Rc<Routine>,
    pub(super) text: RoutineText,
    pub(super) history: SoundHistory,
    pub(super) case: Case,
    pub(super) head: String,
    /// What of it would not be recorded like that today.
    pub(super) doubtful: Vec<DoubtfulEvent>,
    /// How many of its events are here already; `None` where the case is not, as far as is known.
    pub(super) held: Option<usize>,
}

impl SoundCase {
    /// Checks a case of the file of this name.
    ///
    /// # Errors
    /// When something in it does not fit, names somebody, or never could have been recorded.
    pub(super) fn of(whole: WholeCaseJson, name: &str, ctx: &Ctx) -> Attempt<Self> {
        let sound = Self::fitting(whole, ctx).map_err(|fault| fault.failure(name))?;
        sound.names_nobody(ctx, name)?;
        let history = &sound.history;
        let [faults, doubtful] =
            checkup::judged(ctx, &sound.routine, history.reference(), history.events());
        match faults.into_iter().next() {
            Some(fault) => Err(refused::because(name, fault.message("import-impossible"))),
            None => Ok(Self { doubtful, ..sound }),
        }
    }

    /// Whether everything in it fits together: the text its hash, the history its chain, the case its routine.
    fn fitting(whole: WholeCaseJson, ctx: &Ctx) -> Result<Self, Rejection> {
        let text = checked(&whole.routine)?;
        let routine = ctx.desk.routine_of_text(&text.hash, &text.text);
        let (reference, head) = (whole.reference.clone(), whole.head.hash.clone());
        let history = SoundHistory::new(reference, &whole.into_history())?;
        let case = Case::fold(history.events())?;
        if (&case.routine, &case.version, &case.text_hash) != (&text.id, &text.version, &text.hash)
        {
            return Err(Rejection::AnotherRoutine);
        }
        Ok(Self {
            routine: with_own(
                &routine.map_err(|_| Rejection::RoutineUnusable)?,
                history.events(),
            ),
            text,
            history,
            case,
            head,
            doubtful: Vec::new(),
            held: None,
        })
    }

    /// Neither the reference nor any text is a personnummer.
    fn names_nobody(&self, ctx: &Ctx, name: &str) -> Attempt {
        let reference = self.history.reference();
        let refusals = Refusals::new(&ctx.words, &self.routine, reference);
        let others = self.case.continues.iter().chain(&self.case.continued_by);
        for named in [reference].into_iter().chain(others) {
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

    /// The events that are not here.
    pub(super) fn newer(&self) -> &[Event] {
        &self.history.events()[self.held.unwrap_or(0)..]
    }

    pub(super) fn standing(&self, ctx: &Ctx) -> Standing {
        // A history that folds can be gone through.
        let slips = Slips::of(&self.routine, self.history.events()).unwrap_or_default();
        Standing::of(&self.routine, &self.case, &slips, ctx.today())
    }
}

fn checked(routine: &RoutineTextJson) -> Result<RoutineText, Rejection> {
    let text = RoutineText {
        hash: routine.hash.clone(),
        id: routine.id.clone(),
        version: routine.version.clone(),
        text: routine.text.clone(),
    };
    if !text.fits_its_hash() {
        return Err(Rejection::RoutineAltered);
    }
    let loaded = routine_file::load(&text.text).map_err(|problems| {
        let is_number = |problem: &Problem| problem.kind == ProblemKind::IdentityNumber;
        match problems.iter().any(is_number) {
            true => Rejection::RoutineNamesSomebody,
            false => Rejection::RoutineUnusable,
        }
    })?;
    match (&text.id, &text.version) == (&loaded.routine.id, &loaded.routine.version) {
        true => Ok(text),
        false => Err(Rejection::RoutineAltered),
    }
}
