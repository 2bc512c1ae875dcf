//! Finding the case somebody means, and the case as it was read.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::domain::case::Case;
use crate::domain::code_word;
use crate::domain::decide::{Refusal, late_steps};
use crate::domain::event::Event;
use crate::domain::ids::{CaseRef, ItemId, StepId};
use crate::domain::plan::Plan;
use crate::domain::report::Standing;
use crate::domain::routine::Routine;
use crate::domain::slips::Slips;
use crate::error::Failure;
use crate::store::{CaseFilter, CaseId, CaseMatch, Reading, StoredCase, key_of};
use crate::ui::wording::Words;
use crate::view::{CaseName, CaseView};

use super::Desk;
use super::refusals::Refusals;
use super::routines::with_own;

#[derive(Debug, Clone)]
pub(crate) struct OpenedCase {
    pub(crate) id: CaseId,
    pub(crate) reference: CaseRef,
    pub(crate) code_word: Option<String>,
    pub(crate) routine: Rc<Routine>,
    pub(crate) events: Vec<Event>,
    pub(crate) case: Case,
    pub(crate) slips: Slips,
}

impl OpenedCase {
    pub(crate) fn plan(&self, today: NaiveDate) -> Plan {
        Plan::of(&self.routine, &self.case, today)
    }

    pub(crate) fn standing(&self, today: NaiveDate) -> Standing {
        Standing::of(&self.routine, &self.case, &self.slips, today)
    }

    pub(crate) fn name(&self) -> CaseName<'_> {
        CaseName {
            reference: &self.reference,
            code_word: self.code_word.as_deref(),
        }
    }

    pub(crate) fn view<'a>(&'a self, ctx: &'a Ctx) -> CaseView<'a> {
        CaseView {
            name: Some(self.name()),
            routine: &self.routine,
            case: &self.case,
            today: ctx.today(),
            words: &ctx.words,
        }
    }

    /// What stands in the way of closing the case without a reason: steps that are late.
    pub(crate) fn late(&self, today: NaiveDate) -> Option<Refusal> {
        let today = today.max(self.case.latest_day);
        let is_open = self.case.is_open();
        let late = is_open.then(|| late_steps(&self.routine, &self.plan(today), today));
        late.filter(|late| !late.is_empty()).map(Refusal::StepsLate)
    }

    pub(crate) fn step_meant(&self, typed: &StepId, words: &Words) -> Result<StepId, Failure> {
        let meant = self.routine.step_meant(typed);
        meant.map_err(|refusal| self.refusals(words).failure(&refusal))
    }

    pub(crate) fn item_meant(
        &self,
        step: &StepId,
        typed: Option<&ItemId>,
        words: &Words,
    ) -> Result<Option<ItemId>, Failure> {
        let meant = typed.map(|typed| self.routine.item_meant(step, typed));
        let meant = meant.transpose();
        meant.map_err(|refusal| self.refusals(words).failure(&refusal))
    }

    pub(crate) fn refusals<'a>(&'a self, words: &'a Words) -> Refusals<'a> {
        Refusals::new(words, &self.routine, &self.reference)
    }
}

impl Desk {
    /// The case that somebody means, as it is now.
    pub(crate) fn case(&self, typed: &str) -> Result<OpenedCase, Failure> {
        self.case_among(typed, CaseFilter::Open)
    }

    /// The same where a part of its reference may stand for a closed one too.
    pub(crate) fn case_among(&self, typed: &str, among: CaseFilter) -> Result<OpenedCase, Failure> {
        let opened = self.read(|reading| {
            let (id, _) = self.find(reading, typed, among)?;
            self.open(reading, reading.case_by_id(id)?)
        })?;
        opened.ok_or_else(|| none_yet(typed))
    }

    pub(crate) fn case_in(
        &self,
        reading: &Reading<'_>,
        typed: &str,
    ) -> Result<OpenedCase, Failure> {
        let (id, _) = self.find(reading, typed, CaseFilter::Open)?;
        self.open(reading, reading.case_by_id(id)?)
    }

    /// The case that a reference or a part of it leads to. Whoever opens a case comes by here, and is noted.
    pub(crate) fn find(
        &self,
        reading: &Reading<'_>,
        typed: &str,
        among: CaseFilter,
    ) -> Result<(CaseId, CaseRef), Failure> {
        match reading.find(typed, among)? {
            CaseMatch::One(id, reference) => {
                self.note_access(reference.as_str())?;
                Ok((id, reference))
            }
            CaseMatch::Several(references) => {
                let what = message!("error-ambiguous-case", given = typed);
                Err(Failure::refused(what).choices(&references))
            }
            CaseMatch::None(near) => {
                let unknown = unknown(typed).hint("hint-list");
                Err(match near.is_empty() {
                    true => unknown,
                    false => unknown.choices(&near),
                })
            }
        }
    }

    /// A case and what it comes to today, planned anew.
    pub(crate) fn planned(
        &self,
        reading: &Reading<'_>,
        id: CaseId,
    ) -> Result<(OpenedCase, Standing), Failure> {
        let opened = self.open(reading, reading.case_by_id(id)?)?;
        let standing = opened.standing(self.today());
        Ok((opened, standing))
    }

    pub(crate) fn open(
        &self,
        reading: &Reading<'_>,
        stored: StoredCase,
    ) -> Result<OpenedCase, Failure> {
        let routine = self.routine(&stored.text_hash, reading)?;
        let broken = |_| {
            let refusals = Refusals::new(&self.words, &routine, &stored.reference);
            refusals.failure(&Refusal::BrokenHistory)
        };
        let case = Case::fold(&stored.events).map_err(broken)?;
        let routine = with_own(&routine, &stored.events);
        let slips = match stored.slips {
            Some(slips) => slips,
            None => Slips::of(&routine, &stored.events).map_err(broken)?,
        };
        Ok(OpenedCase {
            id: stored.id,
            reference: stored.reference,
            code_word: stored.code_word,
            routine,
            events: stored.events,
            case,
            slips,
        })
    }
}

/// The case that a command is to change. Whoever typed the ending of its reference sees it whole first: at a terminal
/// they are asked, in a script it is refused.
pub(crate) fn to_change(
    ctx: &mut Ctx,
    typed: &str,
    among: CaseFilter,
) -> Result<OpenedCase, Failure> {
    // A file of an earlier version is not read as it is.
    ctx.desk.make_ready()?;
    let opened = ctx.desk.case_among(typed, among)?;
    let (case, key) = (&opened.reference, key_of(typed));
    if key_of(case.as_str()).starts_with(&key) || code_word::meant(typed) == opened.code_word {
        return Ok(opened);
    }
    if !ctx.can_ask || ctx.yes {
        let what = message!("error-case-by-ending", given = typed, case);
        return Err(Failure::refused(what).hint(message!("hint-whole-case", case)));
    }
    ctx.ui.tell(opened.view(ctx).line())?;
    let question = say!(ctx, "case-by-ending-ask", case);
    match ctx.goes_on(&question)? {
        true => Ok(opened),
        false => Err(Failure::left()),
    }
}

fn unknown(typed: &str) -> Failure {
    let what = message!("error-unknown-case", given = typed);
    Failure::refused(what).naming_odd_sign(typed)
}

pub(crate) fn none_yet(typed: &str) -> Failure {
    unknown(typed).hint("hint-new-case")
}
