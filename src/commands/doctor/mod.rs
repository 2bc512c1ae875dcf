//! `doctor`: whether the case file is sound, what is wrong, and what to do about it.

mod json;
mod words;

use std::path::PathBuf;
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::access;
use crate::desk::backups::name_of;
use crate::desk::checkup::{self, Checkup, Remark};
use crate::desk::file_settings::{HOLDER, SOCIAL_SERVICES};
use crate::error::{Failure, Outcome};
use crate::store::{CaseFile, Reading};
use crate::ui::Tone;

pub(crate) use self::words::of_fault as in_words;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "reparera")]
    pub(crate) repair: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let checked = ctx.desk.look_into(|file| {
        let mut checkup = checkup::with_histories(ctx, file)?;
        checkup.note_unfinished_copies(file);
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
            let remark = Remark::AccessLog(looked_at.map(|line| line.at));
            checkup.remarks.push(remark);
        } else if holder.as_deref() == Some(SOCIAL_SERVICES) {
            checkup.remarks.push(Remark::AccessLogOff);
        }
        Ok(checkup)
    })?;
    if checked.is_none() {
        ctx.desk.refuse_missing()?;
    }
    // Nothing is wrong with an empty file; for programs that is an object as any other.
    let Some(checkup) = checked.or_else(|| ctx.is_json().then(Checkup::default)) else {
        ctx.tell_no_cases()?;
        return Ok(Outcome::Fine);
    };
    if args.repair && checkup.has_something_to_rebuild() {
        return run_repair(&checkup, ctx);
    }
    if ctx.is_json() {
        let json = json::of(&checkup, None, &ctx.words);
        ctx.ui.print_json(&json)?;
    } else {
        print(&checkup, ctx)?;
    }
    Ok(outcome(&checkup))
}

struct Repaired {
    copy: PathBuf,
    cases: usize,
    after: Checkup,
}

fn run_repair(found: &Checkup, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let repaired = ctx.desk.repair(|file| repair(file, found, ctx))?;
    let after = &repaired.after;
    if ctx.is_json() {
        let copy = repaired.copy.display().to_string();
        let json = json::of(after, Some(copy), &ctx.words);
        ctx.ui.print_json(&json)?;
        return Ok(outcome(after));
    }
    ctx.print_say(message!(
        "doctor-repaired",
        cases = repaired.cases,
        copy = name_of(&repaired.copy)
    ))?;
    print(after, ctx)?;
    Ok(outcome(after))
}

fn repair(file: &mut CaseFile, found: &Checkup, ctx: &Ctx) -> Result<Repaired, Failure> {
    let copy = file.copy_aside("before-repair")?;
    let cases = file.write(|change| {
        change.rebuild_objects()?;
        let cases = checkup::rebuild_cases(ctx, change, found)?;
        change.rebuild_totals()?;
        Ok::<_, Failure>(cases)
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

fn print(checkup: &Checkup, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = Rc::clone(&ctx.words);
    let (tone, id) = match checkup.is_sound() {
        true => (Tone::Good, "doctor-sound"),
        false => (Tone::Bad, "doctor-faults"),
    };
    let (cases, events) = (checkup.cases, checkup.events);
    let found = message!(id, faults = checkup.faults.len(), cases, events);
    ctx.ui.print_toned_wrapped(tone, &words.say(found))?;
    for fault in checkup.faults.iter().take(MOST_FAULTS) {
        let text = words.say(words::of_fault(fault));
        ctx.ui.print_wrapped(&format!("- {text}"), 2)?;
    }
    let more = checkup.faults.len().saturating_sub(MOST_FAULTS);
    if more > 0 {
        let more = say!(words, "doctor-more-faults", count = more);
        ctx.ui.print_wrapped(&format!("- {more}"), 2)?;
    }
    for hint in words::advice(checkup) {
        ctx.ui.print_wrapped(&words.say(&hint), 2)?;
    }
    for remark in checkup.remarks.iter().take(MOST_FAULTS) {
        let text = words.say(words::of_remark(remark, &words));
        ctx.ui.print_wrapped(&text, 2)?;
    }
    let more = checkup.remarks.len().saturating_sub(MOST_FAULTS);
    if more > 0 {
        let more = say!(words, "doctor-more-doubtful", count = more);
        ctx.ui.print_wrapped(&more, 2)?;
    }
    Ok(())
}
