//! `doctor`: whether the case file is sound, what is wrong, and what to do about it.

mod json;

use crate::ctx::Ctx;
use crate::desk::backups::name_of;
use crate::desk::checkup::{self, Checkup, Fault, Remark};
use crate::desk::file_settings::{HOLDER, SOCIAL_SERVICES};
use crate::desk::{access, clock_check, file_log};
use crate::error::{Failure, Outcome};
use crate::store::Reading;
use crate::ui::wording::Words;
use crate::ui::{Page, Tone};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "reparera")]
    pub(crate) repair: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let checked = ctx.desk.look_into(|file| {
        let mut checkup = checkup::of_file(ctx, file, true)?;
        let unfinished = file.unfinished_copies();
        if !unfinished.is_empty() {
            checkup.remarks.push(Remark::UnfinishedCopies(unfinished));
        }
        let settings = |reading: &Reading<'_>| {
            let holder = reading.setting(HOLDER).ok().flatten();
            Ok::<_, Failure>((access::is_on(reading), holder))
        };
        let (is_on, holder) = file.read(settings)?;
        if is_on {
            let (lines, _) = ctx.desk.access_log()?.unwrap_or_default();
            let looked_at = lines
                .into_iter()
                .rfind(|line| line.command == access::LOOKED_AT);
            let at = looked_at.map(|line| line.at);
            let when = at.as_ref().map(|at| file_log::moment(at, &ctx.words));
            let when = when.unwrap_or_default();
            checkup.remarks.push(Remark::AccessLog { when, at });
        } else if holder.as_deref() == Some(SOCIAL_SERVICES) {
            checkup.remarks.push(Remark::AccessLogOff);
        }
        Ok(checkup)
    })?;
    if checked.is_none() {
        ctx.desk.refuse_missing()?;
    }
    let Some(checkup) = checked else {
        // Nothing is wrong with an empty file; for programs that is an object as any other.
        let none = Checkup::default();
        return ctx.emit(|ctx| json::of(&none, None, &ctx.words), Ctx::no_cases);
    };
    if args.repair && checkup.has_something_to_rebuild() {
        return run_repair(&checkup, ctx);
    }
    ctx.emit(
        |ctx| json::of(&checkup, None, &ctx.words),
        |ctx| {
            let mut page = Page::default();
            show(&checkup, &mut page, &ctx.words);
            page
        },
    )?;
    Ok(outcome(&checkup))
}

fn run_repair(found: &Checkup, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let (copy, cases, after) = ctx.desk.repair(|file| {
        clock_check::must_be_right(&ctx.desk)?;
        let copy = file.copy_aside("before-repair")?;
        let cases = file.write(|change| {
            change.rebuild_objects()?;
            let mut cases = 0;
            for id in &found.to_rebuild {
                cases += usize::from(checkup::rebuild(ctx, change, *id)?);
            }
            change.rebuild_totals()?;
            change.forget_forms()?;
            ctx.desk.keep_forms(change)?;
            Ok::<_, Failure>(cases)
        })?;
        Ok((copy, cases, checkup::of_file(ctx, file, true)?))
    })?;
    ctx.emit(
        |ctx| json::of(&after, Some(copy.display().to_string()), &ctx.words),
        |ctx| {
            let mut page = Page::default();
            let copy = name_of(&copy);
            page.hanging(0, say!(ctx, "doctor-repaired", cases, copy));
            show(&after, &mut page, &ctx.words);
            page
        },
    )?;
    Ok(outcome(&after))
}

/// More faults than this nobody reads on a screen.
const MOST_FAULTS: usize = 100;

fn outcome(checkup: &Checkup) -> Outcome {
    match checkup.is_sound() {
        true => Outcome::Fine,
        false => Outcome::FaultFound,
    }
}

fn show(checkup: &Checkup, page: &mut Page, words: &Words) {
    let (tone, id) = match checkup.is_sound() {
        true => (Tone::Good, "doctor-sound"),
        false => (Tone::Bad, "doctor-faults"),
    };
    let (faults, cases, events) = (checkup.faults.len(), checkup.cases, checkup.events);
    page.toned(tone, say!(words, id, faults, cases, events));
    let more = |all: usize, id: &'static str| match all.saturating_sub(MOST_FAULTS) {
        0 => None,
        count => Some(say!(words, id, count)),
    };
    let faults = checkup.faults.iter().take(MOST_FAULTS);
    let faults = faults.map(|fault| words.say(fault));
    for fault in faults.chain(more(checkup.faults.len(), "doctor-more-faults")) {
        page.hanging(2, format!("- {fault}"));
    }
    for hint in advice(checkup) {
        page.hanging(2, words.say(hint));
    }
    let remarks = checkup.remarks.iter().take(MOST_FAULTS);
    let remarks = remarks.map(|remark| words.say(remark));
    for remark in remarks.chain(more(checkup.remarks.len(), "doctor-more-doubtful")) {
        page.hanging(2, remark);
    }
}

fn advice(checkup: &Checkup) -> Vec<&'static str> {
    let faults = &checkup.faults;
    let repairable = faults.iter().any(Fault::can_be_repaired);
    // Building anew helps against some damage, and not against other.
    let is_lasting = |fault: &Fault| !fault.can_be_repaired() || matches!(fault, Fault::Damage(_));
    let lasting = faults.iter().any(is_lasting);
    let advice = [
        repairable.then_some("doctor-hint-repair"),
        lasting.then_some("doctor-hint-restore"),
    ];
    advice.into_iter().flatten().collect()
}
