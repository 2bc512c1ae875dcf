//! `doctor`: whether the case file is sound, what is wrong, and what to do about it.

use serde_json::Value;

use crate::commands::prelude::*;
use crate::desk::backups::name_of;
use crate::desk::checkup::{Fault, Remark};
use crate::desk::file_log::{HOLDER, SOCIAL_SERVICES};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(long, alias = "reparera")]
    repair: bool,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt<Outcome> {
    let checked = ctx.desk.look_into(|file| {
        let mut checkup = checkup::of_file(ctx, file, true)?;
        let [unfinished, empty] = file.leftovers();
        if !unfinished.is_empty() {
            checkup.remarks.push(Remark::UnfinishedCopies(unfinished));
        }
        if !empty.is_empty() {
            checkup.remarks.push(Remark::EmptyLeftovers(empty));
        }
        let settings = |reading: &Reading<'_>| {
            let holder = ctx.desk.setting(reading, HOLDER).ok().flatten();
            let clock = clock_check::fault(&ctx.desk, reading);
            Ok::<_, Failure>((ctx.desk.logs_access(reading), holder, clock))
        };
        let (is_on, holder, clock) = file.read(settings)?;
        checkup.faults.extend(clock.map(Fault::Clock));
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
    let Some(checkup) = checked else {
        ctx.desk.refuse_missing()?;
        // Nothing is wrong with an empty file; for programs that is an object as any other.
        let none = Checkup::default();
        ctx.emit(|ctx| json_of(&none, None, &ctx.words), Ctx::no_cases)?;
        return Ok(Outcome::Fine);
    };
    if args.repair && checkup.has_something_to_rebuild() {
        return run_repair(&checkup, ctx);
    }
    ctx.emit(
        |ctx| json_of(&checkup, None, &ctx.words),
        |ctx| {
            let mut page = Page::default();
            show(&checkup, &mut page, &ctx.words);
            page
        },
    )?;
    Ok(Outcome::of_check(checkup.is_sound()))
}

fn run_repair(found: &Checkup, ctx: &mut Ctx) -> Attempt<Outcome> {
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
        |ctx| json_of(&after, Some(copy.display().to_string()), &ctx.words),
        |ctx| {
            let mut page = Page::default();
            let copy = name_of(&copy);
            page.hanging(0, say!(ctx, "doctor-repaired", cases, copy));
            show(&after, &mut page, &ctx.words);
            page
        },
    )?;
    Ok(Outcome::of_check(after.is_sound()))
}

/// More faults than this nobody reads on a screen.
const MOST_FAULTS: usize = 100;

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
    let is_lasting = |fault: &Fault| match fault {
        Fault::Damage(_) => true,
        Fault::Clock(_) => false,
        fault => !fault.can_be_repaired(),
    };
    let lasting = faults.iter().any(is_lasting);
    let advice = [
        repairable.then_some("doctor-hint-repair"),
        lasting.then_some("doctor-hint-restore"),
    ];
    advice.into_iter().flatten().collect()
}

#[derive(Debug, Serialize)]
struct CheckupJson {
    sound: bool,
    cases: usize,
    events: usize,
    routine_texts: usize,
    latest: Option<String>,
    faults: Vec<Value>,
    remarks: Vec<Value>,
    /// Where the file as it was before a repair lies; `null` without one.
    copy: Option<String>,
}

fn json_of(checkup: &Checkup, copy: Option<String>, words: &Words) -> CheckupJson {
    let (faults, remarks) = (checkup.faults.iter(), checkup.remarks.iter());
    CheckupJson {
        sound: checkup.is_sound(),
        cases: checkup.cases,
        events: checkup.events,
        routine_texts: checkup.texts,
        latest: checkup.latest.clone(),
        faults: faults.map(|fault| fault_json(fault, words)).collect(),
        remarks: remarks.map(|remark| remark_json(remark, words)).collect(),
        copy,
    }
}

fn fault_json(fault: &Fault, words: &Words) -> Value {
    let (kind, case, seq) = match fault {
        Fault::Damage(_) => ("damage", None, None),
        Fault::Object(_) => ("object", None, None),
        Fault::MissingCase(_) => ("missing-case", None, None),
        Fault::Form(_) => ("routine-form", None, None),
        Fault::Text { .. } => ("routine-text", None, None),
        Fault::History { case, fault } => ("history", Some(case), Some(&fault.seq)),
        Fault::Impossible(event) => ("impossible", Some(&event.case), Some(&event.seq)),
        Fault::UnreadableCase { .. } => ("unreadable-case", None, None),
        Fault::Kept(case) => ("rows", Some(case), None),
        Fault::Totals => ("totals", None, None),
        Fault::Heads => ("heads", None, None),
        Fault::Clock(_) => ("clock", None, None),
    };
    json!({
        "kind": kind,
        "case": case,
        "seq": seq,
        "repairable": fault.can_be_repaired(),
        "text": words.say(fault),
    })
}

fn remark_json(remark: &Remark, words: &Words) -> Value {
    let (kind, mut json) = match remark {
        Remark::Interrupted => ("interrupted", json!({})),
        Remark::UnfinishedCopies(files) => ("unfinished-copies", json!({ "files": files })),
        Remark::EmptyLeftovers(files) => ("empty-leftovers", json!({ "files": files })),
        Remark::AccessLog { at, .. } => ("access-log", json!({ "looked_at": at })),
        Remark::AccessLogOff => ("access-log-off", json!({})),
        Remark::Doubtful(event) => ("doubtful", json!({ "case": event.case, "seq": event.seq })),
        Remark::NotAsShipped { routine, version } => (
            "not-as-shipped",
            json!({ "routine": routine, "version": version }),
        ),
        Remark::OldPlanner => ("old-planner", json!({})),
        Remark::OfFileLog { kind, .. } => (kind.as_str(), json!({})),
        Remark::GivenDays(cases) => {
            let cases = cases.iter();
            let cases = cases.map(|(case, events)| json!({ "case": case, "events": events }));
            ("today-given", json!({ "cases": cases.collect::<Vec<_>>() }))
        }
    };
    json["kind"] = kind.into();
    json["text"] = words.say(remark).into();
    json
}
