//! `doctor`: whether the case file is sound, what is wrong, and what to do about it.

mod json;
mod words;

use std::path::PathBuf;

use crate::ctx::Ctx;
use crate::desk::backups::name_of;
use crate::desk::case_file::{self, Trouble};
use crate::desk::checkup::{self, Checkup, Remark};
use crate::desk::file_settings::{HOLDER, SOCIAL_SERVICES};
use crate::desk::{access, no_cases};
use crate::error::{Failure, Outcome};
use crate::store::{CaseFile, Reading};
use crate::ui::wording::Words;
use crate::ui::{Page, Tone};

pub(crate) use self::words::of_fault as in_words;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "reparera")]
    pub(crate) repair: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let checked = case_file::opened(ctx, |file| {
        let mut checkup = checkup::with_histories(ctx, file)?;
        checkup.note_unfinished_copies(file);
        let settings = |reading: &Reading<'_>| {
            let holder = reading.setting(HOLDER).ok().flatten();
            Ok::<_, Trouble>((access::is_on(reading), holder))
        };
        let (is_on, holder) = file.read(settings)?;
        if is_on {
            let (lines, _) = access::lines(ctx)?.unwrap_or_default();
            let looked_at = lines
                .into_iter()
                .rfind(|line| line.command == access::LOOKED_AT);
            let remark = Remark::AccessLog(looked_at.map(|line| line.at));
            checkup.remarks.push(remark);
        } else if holder.as_deref() == Some(SOCIAL_SERVICES) {
            checkup.remarks.push(Remark::AccessLogOff);
        }
        Ok(checkup)
    })?;
    if checked.is_none() {
        no_cases::refuse_missing(ctx)?;
    }
    let Some(checkup) = checked else {
        // Nothing is wrong with an empty file; for programs that is an object as any other.
        let none = Checkup::default();
        return ctx.emit(|ctx| json::of(&none, None, &ctx.words), no_cases::page);
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

struct Repaired {
    copy: PathBuf,
    cases: usize,
    after: Checkup,
}

fn run_repair(found: &Checkup, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let repaired = case_file::to_repair(ctx, |file| repair(file, found, ctx))?;
    let after = &repaired.after;
    let copy = repaired.copy.display().to_string();
    ctx.emit(
        |ctx| json::of(after, Some(copy), &ctx.words),
        |ctx| {
            let gaps = [
                ("cases", repaired.cases.into()),
                ("copy", name_of(&repaired.copy).into()),
            ];
            let mut page = Page::default();
            page.hanging(0, ctx.words.say("doctor-repaired", &gaps));
            show(after, &mut page, &ctx.words);
            page
        },
    )?;
    Ok(outcome(after))
}

fn repair(file: &mut CaseFile, found: &Checkup, ctx: &Ctx) -> Result<Repaired, Trouble> {
    let copy = file.copy_aside("before-repair")?;
    let cases = file.write(|change| {
        change.rebuild_objects()?;
        let cases = checkup::rebuild_cases(ctx, change, found)?;
        change.rebuild_totals()?;
        Ok::<_, Trouble>(cases)
    })?;
    Ok(Repaired {
        copy,
        cases,
        after: checkup::with_histories(ctx, file)?,
    })
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
    let counts = [
        ("faults", checkup.faults.len().into()),
        ("cases", checkup.cases.into()),
        ("events", checkup.events.into()),
    ];
    match checkup.is_sound() {
        true => page.toned(Tone::Good, words.say("doctor-sound", &counts)),
        false => page.toned(Tone::Bad, words.say("doctor-faults", &counts)),
    }
    let more = |all: usize, id| match all.saturating_sub(MOST_FAULTS) {
        0 => None,
        more => Some(words.say(id, &[("count", more.into())])),
    };
    let faults = checkup.faults.iter().take(MOST_FAULTS);
    let faults = faults.map(|fault| words.phrase(&words::of_fault(fault)));
    for fault in faults.chain(more(checkup.faults.len(), "doctor-more-faults")) {
        page.hanging(2, format!("- {fault}"));
    }
    for hint in words::advice(checkup) {
        page.hanging(2, words.phrase(&hint));
    }
    let remarks = checkup.remarks.iter().take(MOST_FAULTS);
    let remarks = remarks.map(|remark| words.phrase(&words::of_remark(remark, words)));
    for remark in remarks.chain(more(checkup.remarks.len(), "doctor-more-doubtful")) {
        page.hanging(2, remark);
    }
}
