//! Which round of a step is meant: said with an option, or asked for at a terminal where it is not certain.

use std::collections::BTreeMap;

use crate::ctx::Ctx;
use crate::domain::decide::{Draft, Refusal};
use crate::domain::ids::StepId;
use crate::error::Failure;

use super::asking;

#[derive(Debug, Default)]
pub(crate) struct NamedRounds {
    option: Option<u32>,
    /// Said yes to, by case.
    agreed: BTreeMap<String, u32>,
    /// The case and round that is to be asked about.
    uncertain: Option<(String, u32)>,
}

impl NamedRounds {
    pub(crate) fn new(option: Option<u32>) -> Self {
        Self {
            option,
            ..Self::default()
        }
    }

    /// Records something of a round that is certain to be the one that is meant.
    pub(crate) fn record(
        &mut self,
        case: &str,
        step: &StepId,
        draft: &mut Draft<'_>,
        edit: impl FnOnce(&mut Draft<'_>) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        draft.be_careful();
        if let Some(round) = self.option.or(self.agreed.get(case).copied()) {
            draft.name_round(step, round);
        }
        let recorded = edit(draft);
        if let Err(Refusal::WhichRound { rounds, .. }) = &recorded
            && let [round] = rounds[..]
        {
            self.uncertain = Some((case.to_owned(), round));
        }
        recorded
    }

    /// After a failure: whether the round that it is about is meant, so that it may be tried again. `--yes` does not say
    /// which round.
    pub(crate) fn ask(&mut self, ctx: &mut Ctx, failure: Failure) -> Result<(), Failure> {
        let Some((case, round)) = self.uncertain.take().filter(|_| ctx.can_ask && !ctx.yes) else {
            return Err(failure);
        };
        asking::tell_failure(ctx, &failure.without_hints())?;
        let question = say!(ctx, "which-round-ask", round);
        if !ctx.prompt.confirm(&question, Some(false))? {
            ctx.ui.print(ctx.say("told-nothing-changed"))?;
            return Err(Failure::left());
        }
        self.agreed.insert(case, round);
        Ok(())
    }
}
