//! `new-case`: opens a case and shows its plan.

mod ask;
mod catch_up;
mod many;
mod pick;
mod resume;
mod wanted;

use std::path::PathBuf;

use chrono::Datelike;

use crate::cli::values::{self, DoneOn};
use crate::commands::show;
use crate::ctx::Ctx;
use crate::desk::cases::OpenedCase;
use crate::desk::facts::Facts;
use crate::desk::{clock_check, feedback};
use crate::domain::decide::{Decision, Refusal, TextPlace};
use crate::domain::identity_number::{holds_identity_number, resembles_identity_number};
use crate::domain::ids::{CaseRef, RoutineId, StepId, TriggerId};
use crate::domain::report::Standing;
use crate::domain::signs::plain;
use crate::domain::slips::Slips;
use crate::error::{Failure, Outcome};
use crate::routine_file::Loaded;
use crate::store::{CaseId, Change, NewCase, RoutineText, StoreError};
use crate::ui::Page;

use self::wanted::Wanted;

#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Args {
    #[arg(long, value_name = "ID", alias = "rutin")]
    pub(crate) routine: Option<RoutineId>,
    /// The reference; else the next number of the year.
    #[arg(long = "ref", value_name = "REF", alias = "referens", value_parser = values::words)]
    pub(crate) reference: Option<String>,
    #[command(flatten)]
    pub(crate) facts: Facts,
    #[arg(long, value_name = "STEP=DATE|unknown", alias = "klart", value_parser = values::step_done_on)]
    pub(crate) done: Vec<(StepId, DoneOn)>,
    #[arg(long, value_name = "CASE", alias = "fortsätter", alias = "fortsatter")]
    pub(crate) continues: Option<String>,
    /// Why that case is closed while something in it is late.
    #[arg(long, value_name = "TEXT", alias = "orsak", alias = "skäl", alias = "skal", requires = "continues", value_parser = values::words)]
    pub(crate) reason: Option<String>,
    #[arg(
        long,
        value_name = "ID",
        alias = "utlösare",
        alias = "utlosare",
        alias = "startorsak"
    )]
    pub(crate) trigger: Option<TriggerId>,
    #[arg(
        long,
        value_name = "FILE",
        alias = "från",
        alias = "fran",
        conflicts_with_all = ["reference", "continues"]
    )]
    pub(crate) from: Option<PathBuf>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    clock_check::must_be_right(&ctx.desk)?;
    if let Some(file) = &args.from {
        return many::run(file, args, ctx);
    }
    let mut args = args.clone();
    args.carry_over(ctx)?;
    let (wanted, opened) = if ctx.can_ask && !ctx.yes {
        ctx.desk.make_ready()?;
        let Some((wanted, given)) = ask::wanted(&args, ctx)? else {
            return Ok(Outcome::Fine);
        };
        match open(ctx, &wanted) {
            Ok(opened) => (wanted, opened),
            Err(failure) => {
                // What was answered must not have to be typed again.
                ask::tell_resume_line(ctx, "new-case-not-opened", &given)?;
                return Err(failure);
            }
        }
    } else {
        let wanted = Wanted::from_options(&args, ctx)?;
        let opened = open(ctx, &wanted)?;
        tell_resemblance(ctx, &opened.reference)?;
        (wanted, opened)
    };
    show::answer(ctx, &opened, |ctx, standing| {
        page(ctx, &wanted, &opened, standing)
    })
}

fn page(ctx: &Ctx, wanted: &Wanted, opened: &OpenedCase, standing: &Standing) -> Page {
    let of = |id: &'static str, case: &CaseRef| say!(ctx, id, case);
    let mut page = Page::default();
    page.line(of("told-opened", &opened.reference));
    if let Some(old) = &wanted.continues {
        page.line(of("told-continues", &old.reference));
    }
    if opened.case.protected.is_some() {
        page.hanging(0, ctx.say("told-stays-protected"));
    }
    page.gap();
    page.append(show::page(ctx, opened, standing));
    page.gap();
    page.line(of("told-next", &opened.reference));
    page
}

impl Args {
    /// What is told when a case goes on in a new one: which it continues, and nothing more.
    pub(crate) fn continuing(old: &CaseRef) -> Self {
        Self {
            routine: None,
            reference: None,
            facts: Facts::default(),
            done: Vec::new(),
            continues: Some(old.to_string()),
            reason: None,
            trigger: None,
            from: None,
        }
    }

    /// Takes over from the case that continues: its routine unless another is named, roles and opening answers.
    fn carry_over(&mut self, ctx: &Ctx) -> Result<(), Failure> {
        let Some(typed) = &self.continues else {
            return Ok(());
        };
        ctx.desk.make_ready()?;
        let old = ctx.desk.case(typed)?;
        let id = self.routine.get_or_insert_with(|| old.case.routine.clone());
        let loaded = wanted::active(ctx, id)?;
        wanted::carry_over(&mut self.facts, &old, &loaded.routine);
        Ok(())
    }
}

fn open(ctx: &mut Ctx, wanted: &Wanted) -> Result<OpenedCase, Failure> {
    // Decided once before the file is touched, so that a refusal makes no case file.
    wanted.decide(ctx)?;
    let (opened, decision) = ctx.desk.write(|change| {
        // Somebody may have changed the old case while questions stood: closed it, or hidden the whereabouts.
        let wanted = wanted.with_fresh_old_case(ctx, &change.read())?;
        let decision = wanted.decide(ctx)?;
        let opened = store(ctx, change, &wanted, &decision)?;
        Ok::<_, Failure>((opened, decision))
    })?;
    feedback::opening_warnings(ctx, &opened, &decision)?;
    Ok(opened)
}

fn store(
    ctx: &Ctx,
    change: &mut Change<'_>,
    wanted: &Wanted,
    decision: &Decision,
) -> Result<OpenedCase, Failure> {
    let reference = match &wanted.reference {
        Some(reference) => reference.clone(),
        None => change.read().next_reference(ctx.today().year())?,
    };
    let text = routine_text(&wanted.loaded);
    let id = put(ctx, change, &text, (&reference, wanted, decision))?;
    if let Some(old) = &wanted.continues
        && old.case.is_open()
    {
        let continues = say!(ctx, "continues-reason", case = reference);
        let reason = match &wanted.reason {
            Some(reason) => format!("{continues}: {reason}"),
            None => continues,
        };
        let typed = old.reference.as_str();
        ctx.desk.edit_in(change, typed, |draft| {
            draft.close_for(Some(&reason), Some(reference.clone()))
        })?;
    }
    ctx.desk.note_access(reference.as_str())?;
    let stored = change.read().case_by_id(id)?;
    ctx.desk.open(stored)
}

fn put(
    ctx: &Ctx,
    change: &mut Change<'_>,
    text: &RoutineText,
    (reference, wanted, decision): (&CaseRef, &Wanted, &Decision),
) -> Result<CaseId, StoreError> {
    let routine = &wanted.loaded.routine;
    let slips = Slips::of(routine, &decision.events).unwrap_or_default();
    change.open_case(NewCase {
        reference,
        routine: text,
        events: &decision.events,
        standing: &Standing::of(routine, &decision.case, &slips, ctx.today()),
    })
}

fn routine_text(loaded: &Loaded) -> RoutineText {
    RoutineText {
        hash: loaded.text_hash.clone(),
        id: loaded.routine.id.clone(),
        version: loaded.routine.version.clone(),
        text: loaded.text.clone(),
    }
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
pub(crate) fn tell_resemblance(ctx: &mut Ctx, reference: &CaseRef) -> Result<(), Failure> {
    if resembles_identity_number(reference.as_str()) {
        ctx.warn_say("reference-resembles")?;
    }
    Ok(())
}

const LONGEST_REFERENCE: usize = 40;
