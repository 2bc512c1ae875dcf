//! The case that is to be opened.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::cli::values::DoneOn;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::clock_check;
use crate::desk::facts::Facts;
use crate::desk::refusals::Refusals;
use crate::domain::answer::stored_answer;
use crate::domain::decide::{Decision, Draft, HowDone, Opening, Refusal};
use crate::domain::ids::{CaseRef, RoutineId, StepId, TriggerId};
use crate::domain::message::Message;
use crate::domain::routine::{Ask, Routine, RoutineStatus};
use crate::error::Failure;
use crate::routine_file::Loaded;
use crate::store::Reading;

use super::{Args, checked_reference};

#[derive(Debug, Clone)]
pub(super) struct Wanted {
    pub(super) loaded: Rc<Loaded>,
    /// Its reference; `None` takes the next number of the year.
    pub(super) reference: Option<CaseRef>,
    pub(super) trigger: Option<TriggerId>,
    pub(super) continues: Option<OpenedCase>,
    pub(super) reason: Option<String>,
    pub(super) done: Vec<(StepId, DoneOn)>,
    pub(super) facts: Facts,
}

impl Wanted {
    /// What the options say; what is missing is an error that names the option.
    pub(super) fn from_options(args: &Args, ctx: &Ctx) -> Result<Self, Failure> {
        let Some(id) = &args.routine else {
            let library = ctx.desk.library()?;
            let known: Vec<&str> = library.ids().collect();
            return Err(Failure::usage("usage-routine-missing")
                .hint(crate::desk::suggest::choose_among(&known)));
        };
        let loaded = active(ctx, id)?;
        let mut wanted = Self {
            loaded,
            reference: None,
            trigger: args.trigger.clone(),
            continues: args
                .continues
                .as_deref()
                .map(|typed| ctx.desk.case(typed))
                .transpose()?,
            reason: args.reason.clone(),
            done: args.done.clone(),
            facts: args.facts.clone(),
        };
        wanted.reference = match &args.reference {
            None => None,
            Some(text) => Some(checked_reference(text).map_err(|r| wanted.refused(ctx, &r))?),
        };
        Ok(wanted)
    }

    pub(super) fn with_fresh_old_case(
        &self,
        ctx: &Ctx,
        reading: &Reading<'_>,
    ) -> Result<Self, Failure> {
        let mut wanted = self.clone();
        if let Some(old) = &mut wanted.continues {
            *old = ctx.desk.open(reading.case_by_id(old.id)?)?;
        }
        Ok(wanted)
    }

    pub(super) fn decide(&self, ctx: &Ctx) -> Result<Decision, Failure> {
        let old = self.continues.as_ref().filter(|_| self.reason.is_none());
        if let Some(old) = old
            && let Some(late) = old.late(ctx.today())
        {
            let hint = Message::from("hint-continues-reason");
            let failure = old.refusals(&ctx.words).failure(&late);
            return Err(failure.without_hints().hint(hint));
        }
        self.decision(ctx)
            .map_err(|refusal| self.refused(ctx, &refusal))
    }

    /// The same, refused in the domain's own terms.
    pub(super) fn decision(&self, ctx: &Ctx) -> Result<Decision, Refusal> {
        self.draft(ctx).and_then(Draft::finish)
    }

    /// Whether what is known so far can stand; a required date may still be missing.
    pub(super) fn check(&self, ctx: &Ctx) -> Result<(), Failure> {
        match self.decision(ctx) {
            Ok(_) | Err(Refusal::RequiredDate(_)) => Ok(()),
            Err(refusal) => Err(self.refused(ctx, &refusal)),
        }
    }

    fn draft(&self, ctx: &Ctx) -> Result<Draft<'_>, Refusal> {
        let opening = Opening {
            text_hash: self.loaded.text_hash.clone(),
            trigger: self.trigger.clone(),
            continues: self.continues.as_ref().map(|old| old.reference.clone()),
            first_opened: self.continues.as_ref().map(|old| old.case.first_opened),
        };
        let mut draft = Draft::open(&self.loaded.routine, opening, ctx.stamp())?;
        self.facts.add_to(&mut draft)?;
        if let Some(since) = self.protected_since() {
            draft.keep_protected(since)?;
        }
        for (step, on) in &self.done {
            // Each is a change of its own, so that one recorded by mistake can be taken back.
            draft.begin_change();
            let on = match on {
                DoneOn::Day(day) => Some(*day),
                DoneOn::Unknown => None,
            };
            draft.done(
                step,
                &HowDone {
                    on,
                    ..HowDone::default()
                },
            )?;
        }
        Ok(draft)
    }

    /// Since when the whereabouts of the child in the case it continues are hidden, if they are: they then are here
    /// too, for answers that tell where the child is may have come along.
    fn protected_since(&self) -> Option<NaiveDate> {
        self.continues.as_ref()?.case.protected
    }

    pub(super) fn refused(&self, ctx: &Ctx, refusal: &Refusal) -> Failure {
        let unnamed = CaseRef::from("…");
        let refusals = Refusals::new(
            &ctx.words,
            &self.loaded.routine,
            self.reference.as_ref().unwrap_or(&unnamed),
        );
        let failure = refusals.failure(refusal);
        match refusal {
            Refusal::UnlikelyDay(_) => clock_check::blamed_too(&ctx.desk, failure),
            _ => failure,
        }
    }
}

pub(super) fn active(ctx: &Ctx, id: &RoutineId) -> Result<Rc<Loaded>, Failure> {
    let loaded = ctx.desk.routine_named(id)?;
    if loaded.routine.status == RoutineStatus::Active {
        return Ok(loaded);
    }
    let status = ctx.words.say(&loaded.routine.status);
    let what = message!("error-routine-not-active", id, status);
    Err(Failure::refused(what))
}

/// What is carried over: who holds which role, and the answers to opening questions the new routine asks too. Never
/// consent, nor anything else a step has asked.
pub(super) fn carry_over(facts: &mut Facts, old: &OpenedCase, routine: &Routine) {
    for (role, who) in &old.case.roles {
        let is_given = facts.role.iter().any(|(given, _)| given == role);
        if !is_given && routine.role(role).is_some() {
            facts.role.push((role.clone(), Some(who.clone())));
        }
    }
    let opening = routine.questions.iter().filter(|q| q.ask == Ask::AtStart);
    for question in opening {
        let asked_at_start = old
            .routine
            .questions
            .iter()
            .any(|before| before.id == question.id && before.ask == Ask::AtStart);
        let is_given = facts.answer.iter().any(|(given, _)| *given == question.id);
        // An option that the new routine no longer has is left to be answered anew.
        let answer = old.case.answers.get(&question.id);
        let answer = answer.and_then(|answer| stored_answer(&question.kind, &answer.value));
        if asked_at_start && !is_given && answer.is_some() {
            facts.answer.push((question.id.clone(), answer));
        }
    }
}
