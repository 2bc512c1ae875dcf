//! Recording rounds in a case that is never opened: nothing is required, nothing is asked.

use super::{Draft, HowDone, Refusal};
use crate::domain::event::What;
use crate::domain::routine_test::{Happened, RoundName};

impl Draft<'_> {
    /// Ends a round whatever it requires; its outcomes follow.
    pub(in crate::domain) fn rehearse(
        &mut self,
        name: &RoundName,
        happened: Happened,
        must_apply: bool,
    ) -> Result<(), Refusal> {
        let step = self.step(&name.step)?;
        let how = HowDone {
            on: match happened {
                Happened::Done(on) => Some(on),
                Happened::Skipped => None,
            },
            ..HowDone::default()
        };
        let row = self.on_day(how.on, |draft| match draft.round_now(&name.step) {
            Err(Refusal::NotApplicable { .. } | Refusal::Undecided { .. }) if !must_apply => {
                draft.latest_round(&name.step)
            }
            row => row,
        })?;
        if name.round.is_some_and(|round| round != row.round) {
            return Err(Refusal::NoSuchRound {
                step: name.step.clone(),
                round: name.round.unwrap_or_default(),
                current: row.round,
            });
        }
        match happened {
            Happened::Done(_) => self.end_done(step, &row, how),
            Happened::Skipped => self.add(What::Skipped {
                step: row.step,
                round: row.round,
                on: self.today(),
                reason: String::new(),
                dates: row.dates,
            }),
        }
    }

    /// Refuses dates in an impossible order; a missing one is merely unknown.
    pub(in crate::domain) fn check_order_of_dates(&self) -> Result<(), Refusal> {
        self.routine
            .key_dates
            .iter()
            .filter_map(|date| Some((date, self.case.dates.get(&date.id)?.on)))
            .try_for_each(|(date, on)| self.check_order(date, on))
    }
}
