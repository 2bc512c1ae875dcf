//! A case that somebody asks to have opened: in options, in a line of a table, or answer by answer. From here all three
//! go the same way.

use chrono::Datelike;

use crate::commands::prelude::*;
use crate::desk::cases::to_change;
use crate::domain::answer::stored_answer;
use crate::domain::decide::{Opening, TextPlace};
use crate::domain::identity_number::{holds_identity_number, resembles_identity_number};
use crate::domain::signs::plain;
use crate::domain::slips::Slips;
use crate::domain::typed::TypedDay;
use crate::store::NewCase;

const LONGEST_REFERENCE: usize = 40;

#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct CaseRequest {
    #[arg(long, value_name = "ID", alias = "rutin")]
    pub(crate) routine: Option<RoutineId>,
    /// The reference; else the next number of the year.
    #[arg(long = "ref", value_name = "REF", alias = "referens", value_parser = values::name)]
    pub(crate) reference: Option<String>,
    #[command(flatten)]
    pub(crate) facts: FactOptions,
    #[arg(long, value_name = "STEP=DATE|unknown", alias = "klart", value_parser = values::step_done_on)]
    pub(crate) done: Vec<(StepId, Option<TypedDay>)>,
    #[arg(long, value_name = "CASE", alias = "fortsätter", alias = "fortsatter")]
    pub(crate) continues: Option<String>,
    /// Why that case is closed while something in it is late.
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", requires = "continues", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    #[arg(
        long,
        value_name = "ID",
        alias = "startorsak",
        alias = "utlösare",
        alias = "utlosare"
    )]
    pub(crate) trigger: Option<TriggerId>,
}

impl CaseRequest {
    /// The same with what is asked for all, where it says nothing itself.
    pub(super) fn or(mut self, for_all: &Self) -> Self {
        self.routine = self.routine.or_else(|| for_all.routine.clone());
        self.trigger = self.trigger.or_else(|| for_all.trigger.clone());
        let (facts, all) = (&mut self.facts, &for_all.facts);
        add_missing(&mut facts.date, &all.date);
        add_missing(&mut facts.answer, &all.answer);
        add_missing(&mut facts.role, &all.role);
        add_missing(&mut facts.takes, &all.takes);
        add_missing(&mut self.done, &for_all.done);
        self
    }

    /// Puts in the ids that are meant in a routine.
    pub(super) fn settle(&mut self, routine: &Routine) -> Result<(), Refusal> {
        self.facts.settle(routine)?;
        for (step, _) in &mut self.done {
            *step = routine.step_meant(step)?;
        }
        if let Some(trigger) = &mut self.trigger {
            *trigger = routine.trigger_meant(trigger)?;
        }
        Ok(())
    }

    /// Takes over from the case that it continues: the routine unless another is named, who holds which role, and the
    /// answers that the new routine carries.
    pub(super) fn carry_over(&mut self, ctx: &mut Ctx) -> Attempt {
        let Some(typed) = &self.continues else {
            return Ok(());
        };
        ctx.desk.make_ready()?;
        let old = to_change(ctx, typed, CaseFilter::Open)?;
        self.continues = Some(old.reference.to_string());
        let id = self.routine.get_or_insert_with(|| old.case.routine.clone());
        let routine = &active(ctx, id)?.routine;
        settle(self, routine, ctx)?;
        let roles = old.case.roles.iter();
        let roles = roles.filter(|(role, _)| routine.role(role).is_some());
        let roles: Vec<_> = roles
            .map(|(role, who)| (role.clone(), Some(who.clone())))
            .collect();
        add_missing(&mut self.facts.role, &roles);
        let mut answers = Vec::new();
        for question in routine.carried() {
            let mut consents = old.routine.asked_for_consent();
            let is_new = !self.facts.answer.iter().any(|(id, _)| *id == question.id);
            let is_wanted = is_new && !consents.any(|asked| asked.id == question.id);
            let Some(answer) = old.case.answer(&question.id).filter(|_| is_wanted) else {
                continue;
            };
            // An option that the new routine no longer has is left to be answered anew.
            match stored_answer(&question.kind, answer) {
                None => ctx.warn_say(message!("told-not-carried", title = question.text))?,
                stored => answers.push((question.id.clone(), stored)),
            }
        }
        self.facts.answer.extend(answers);
        let here = ctx.words.of(&old.routine);
        let plan = old.plan(ctx.today());
        let own = plan.rows.iter().filter(|row| !row.status.is_ended());
        let own = own.filter(|row| old.case.own.contains_key(&row.step));
        let own: Vec<_> = own.map(|row| here.step(&row.step)).collect();
        if !own.is_empty() {
            ctx.warn_say(message!("told-own-left", steps = own))?;
        }
        Ok(())
    }

    /// Takes over what was answered if it can stand; else that is said. A required date may still be missing.
    pub(super) fn adopt(&mut self, tried: Self, ctx: &mut Ctx) -> Attempt<bool> {
        let decided = CaseOpening::of(&tried, ctx).and_then(|opening| opening.decide(ctx));
        match decided {
            Err(failure) if !matches!(failure.refusal(), Some(Refusal::RequiredDate(_))) => {
                asking::tell_failure(ctx, &failure)?;
                Ok(false)
            }
            _ => {
                *self = tried;
                Ok(true)
            }
        }
    }
}

/// Adds what is said of ids that nothing has been said of.
fn add_missing<I: Clone + PartialEq, V: Clone>(said: &mut Vec<(I, V)>, more: &[(I, V)]) {
    let own = said.len();
    for (id, value) in more {
        if !said[..own].iter().any(|(known, _)| known == id) {
            said.push((id.clone(), value.clone()));
        }
    }
}

/// What was asked for, with the routine it goes by and the case it continues.
#[derive(Debug, Clone)]
pub(super) struct CaseOpening<'a> {
    request: &'a CaseRequest,
    pub(super) loaded: Rc<Loaded>,
    /// `None` takes the next number of the year.
    pub(super) reference: Option<CaseRef>,
    pub(super) continues: Option<OpenedCase>,
}

impl<'a> CaseOpening<'a> {
    /// What is missing is an error that names the option.
    pub(super) fn of(request: &'a CaseRequest, ctx: &Ctx) -> Attempt<Self> {
        let Some(id) = &request.routine else {
            return Err(no_routine(ctx)?);
        };
        Self::by(active(ctx, id)?, request, ctx)
    }

    /// The same by a routine that was found.
    pub(super) fn by(loaded: Rc<Loaded>, request: &'a CaseRequest, ctx: &Ctx) -> Attempt<Self> {
        let continues = request.continues.as_ref();
        let mut opening = Self {
            request,
            loaded,
            reference: None,
            continues: continues.map(|typed| ctx.desk.case(typed)).transpose()?,
        };
        if let Some(text) = &request.reference {
            let reference = checked_reference(text).map_err(|why| opening.refused(ctx, &why))?;
            opening.reference = Some(reference);
        }
        Ok(opening)
    }

    pub(super) fn decide(&self, ctx: &Ctx) -> Attempt<Decision> {
        if let Some(old) = &self.continues
            && self.request.reason.is_none()
            && let Some(late) = old.late(ctx.today())
        {
            let failure = old.refusals(&ctx.words).failure(&late);
            return Err(failure.without_hints().hint("hint-continues-reason"));
        }
        let draft = self.draft(ctx).and_then(Draft::finish);
        draft.map_err(|refusal| self.refused(ctx, &refusal))
    }

    fn draft(&self, ctx: &Ctx) -> Result<Draft<'_>, Refusal> {
        let old = self.continues.as_ref();
        let opening = Opening {
            text_hash: self.loaded.text_hash.clone(),
            trigger: self.request.trigger.clone(),
            continues: old.map(|old| old.reference.clone()),
            first_opened: old.map(|old| old.case.first_opened),
        };
        let mut draft = Draft::open(&self.loaded.routine, opening, ctx.stamp())?;
        self.request.facts.add_to(&mut draft)?;
        // Answers that tell where the child is may have come along: what was hidden stays so.
        if let Some(since) = old.and_then(|old| old.case.protected) {
            draft.keep_protected(since)?;
        }
        for (step, on) in &self.request.done {
            // Each is a change of its own, so that one recorded by mistake can be taken back.
            draft.begin_change();
            let how = HowDone {
                on: on.map(|on| on.on(ctx.today())),
                ..HowDone::default()
            };
            draft.done(step, &how)?;
        }
        Ok(draft)
    }

    fn refused(&self, ctx: &Ctx, refusal: &Refusal) -> Failure {
        let unnamed = CaseRef::from("…");
        let case = self.reference.as_ref().unwrap_or(&unnamed);
        let refusals = Refusals::new(&ctx.words, &self.loaded.routine, case);
        let failure = refusals.failure(refusal);
        match refusal {
            Refusal::UnlikelyDay(_) => clock_check::blamed_too(&ctx.desk, failure),
            _ => failure,
        }
    }

    /// Opens the case and closes the one that it continues.
    pub(super) fn store(
        &self,
        ctx: &Ctx,
        change: &mut Change<'_>,
        decision: &Decision,
    ) -> Attempt<OpenedCase> {
        let reference = match &self.reference {
            Some(reference) => reference.clone(),
            None => change.read().next_reference(ctx.today().year())?,
        };
        let id = self.put(ctx, change, &reference, decision)?;
        if let Some(old) = &self.continues
            && old.case.is_open()
        {
            let continues = say!(ctx, "continues-reason", case = reference);
            let reason = match &self.request.reason {
                Some(reason) => format!("{continues}: {reason}"),
                None => continues,
            };
            ctx.desk.edit_in(change, old.reference.as_str(), |draft| {
                draft.close_for(Some(&reason), Some(reference.clone()))
            })?;
        }
        ctx.desk.note_access(reference.as_str())?;
        let reading = change.read();
        ctx.desk.open(&reading, reading.case_by_id(id)?)
    }

    pub(super) fn put(
        &self,
        ctx: &Ctx,
        change: &mut Change<'_>,
        reference: &CaseRef,
        decision: &Decision,
    ) -> Attempt<CaseId> {
        let Loaded {
            routine,
            text,
            text_hash,
            ..
        } = &*self.loaded;
        let slips = Slips::of(routine, &decision.events).unwrap_or_default();
        Ok(change.open_case(NewCase {
            reference,
            routine: &RoutineText {
                hash: text_hash.clone(),
                id: routine.id.clone(),
                version: routine.version.clone(),
                text: text.clone(),
            },
            events: &decision.events,
            standing: &Standing::of(routine, &decision.case, &slips, ctx.today()),
        })?)
    }
}

/// Puts in the ids that are meant in the routine by which the case is opened.
pub(super) fn settle(
    request: &mut CaseRequest,
    routine: &Routine,
    ctx: &Ctx,
) -> Result<(), Failure> {
    let unnamed = CaseRef::from("…");
    let settled = request.settle(routine);
    settled.map_err(|why| Refusals::new(&ctx.words, routine, &unnamed).failure(&why))
}

/// None is named; the hint names all.
pub(super) fn no_routine(ctx: &Ctx) -> Attempt<Failure> {
    let library = ctx.desk.library()?;
    let known: Vec<&str> = library.ids().collect();
    Ok(Failure::usage("usage-routine-missing").choices(&known))
}

pub(super) fn active(ctx: &Ctx, id: &RoutineId) -> Attempt<Rc<Loaded>> {
    let loaded = ctx.desk.routine_named(id)?;
    if loaded.routine.status == RoutineStatus::Active {
        return Ok(loaded);
    }
    let status = ctx.words.say(&loaded.routine.status);
    let what = message!("error-routine-not-active", id, status);
    Err(Failure::refused(what))
}

/// A reference somebody chose: letters, digits and a few signs, so that it can be typed and filed.
pub(crate) fn checked_reference(text: &str) -> Result<CaseRef, Refusal> {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./".contains(c);
    if holds_identity_number(text) {
        return Err(Refusal::IdentityNumber(TextPlace::Reference));
    }
    let folded = plain(text);
    let is_short = (1..=LONGEST_REFERENCE).contains(&folded.chars().count());
    // What begins with a hyphen is an option to whoever types it.
    if !is_short || folded.starts_with('-') || !folded.chars().all(is_plain) {
        return Err(Refusal::BadReference(text.to_owned()));
    }
    Ok(folded.as_ref().into())
}

/// Says of a reference nobody was asked about that it looks much like an identity number.
pub(crate) fn tell_resemblance(ctx: &mut Ctx, reference: &CaseRef) -> Attempt {
    if resembles_identity_number(reference.as_str()) {
        ctx.warn_say("reference-resembles")?;
    }
    Ok(())
}
