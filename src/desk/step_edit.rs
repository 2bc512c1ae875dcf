//! Recording something of a step, in one case or in several, all or none. Which round is meant is said with an option,
//! or asked for at a terminal where it is not certain.

use std::collections::{BTreeMap, BTreeSet};

use crate::ctx::Ctx;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::ids::{CaseRef, StepId};
use crate::error::Failure;
use crate::store::CaseFilter;

use super::change::Changed;
use super::{Desk, asking, typed_again};

/// A command and its options, as messages, to be typed again.
type TypedLine<'t> = (&'static str, &'t [(&'static str, Option<String>)]);

pub(crate) struct StepEdit<'a> {
    cases: &'a [CaseRef],
    steps: Vec<&'a StepId>,
    round: Option<u32>,
    /// Rounds said yes to.
    agreed: BTreeMap<(&'a CaseRef, StepId), u32>,
    /// The case in which it was refused.
    refused: Option<&'a CaseRef>,
}

impl<'a> StepEdit<'a> {
    /// `round` is the one that is meant of each step.
    pub(crate) fn new(
        cases: &'a [CaseRef],
        steps: impl IntoIterator<Item = &'a StepId>,
        round: Option<u32>,
    ) -> Self {
        Self {
            cases,
            steps: steps.into_iter().collect(),
            round,
            agreed: BTreeMap::new(),
            refused: None,
        }
    }

    /// Stores what `edit` does to every case. Of several the failure names the one that refuses.
    pub(crate) fn record(
        &mut self,
        desk: &Desk,
        edit: impl Fn(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<Vec<Changed>, Failure> {
        let first = self.cases.first().map_or("", CaseRef::as_str);
        let recorded = desk.in_its_case(first, |change| {
            let mut named = BTreeSet::new();
            let each = self.cases.iter().map(|case| {
                let (id, reference) = desk.find(&change.read(), case.as_str(), CaseFilter::Open)?;
                if !named.insert(id) {
                    return Err(Failure::refused(message!(
                        "error-case-twice",
                        case = reference
                    )));
                }
                desk.edit_in(change, case.as_str(), |draft| {
                    self.refused = Some(case);
                    self.apply(case, draft, &edit)?;
                    self.refused = None;
                    Ok(())
                })
            });
            each.collect()
        });
        match (recorded, self.refused, self.cases) {
            (Err(failure), Some(case), [_, _, ..]) => {
                Err(failure.because(message!("done-refused-in", case)))
            }
            (recorded, ..) => recorded,
        }
    }

    /// Does it to a draft, of a round that is certain to be the one that is meant.
    pub(crate) fn apply(
        &self,
        case: &CaseRef,
        draft: &mut Draft<'_>,
        edit: impl Fn(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        draft.be_careful();
        for step in &self.steps {
            let agreed = self.agreed.get(&(case, StepId::clone(step)));
            if let Some(round) = self.round.or(agreed.copied()) {
                draft.name_round(step, round);
            }
        }
        edit(draft)
    }

    /// Stores it, and asks which round is meant where that is not certain; the hint keeps the command and options `typed`.
    pub(crate) fn record_or_ask(
        &mut self,
        ctx: &mut Ctx,
        edit: impl Fn(&mut Draft<'_>) -> Result<(), Refusal>,
        typed: Option<TypedLine<'_>>,
    ) -> Result<Vec<Changed>, Failure> {
        loop {
            let failure = match (self.record(&ctx.desk, &edit), typed) {
                (Ok(recorded), _) => return Ok(recorded),
                (Err(failure), None) => failure,
                (Err(failure), Some((command, options))) => {
                    let options = options.iter().cloned();
                    typed_again::kept(failure, &ctx.words, (command, self.cases), options)
                }
            };
            self.ask_round(ctx, failure)?;
        }
    }

    /// After a failure: whether the round that it is about is meant, so that it may be tried again. `--yes` does not say
    /// which round.
    pub(crate) fn ask_round(&mut self, ctx: &mut Ctx, failure: Failure) -> Result<(), Failure> {
        let (Some(Refusal::WhichRound { step, rounds, .. }), Some(case), true) =
            (failure.refusal(), self.refused, ctx.can_ask && !ctx.yes)
        else {
            return Err(failure);
        };
        let [round] = rounds[..] else {
            return Err(failure);
        };
        let meant = (case, step.clone());
        asking::tell_failure(ctx, &failure.without_hints())?;
        let question = say!(ctx, "which-round-ask", round);
        if !ctx.goes_on(&question)? {
            return Err(Failure::left());
        }
        self.agreed.insert(meant, round);
        Ok(())
    }
}
