//! What a command lacks is asked for at a terminal: its case, its step, a new date. The answers are put on the line that was
//! typed, which is then read again: no command needs to know of it, and scripts are refused as before.

use std::ffi::OsString;

use clap::ArgMatches;

use crate::commands::prelude::*;
use crate::desk::Scope;
use crate::desk::asking::NoDay;
use crate::desk::selection::each_heading;
use crate::domain::typed::Tense;
use crate::ui::prompt::NOTHING;
use crate::view::CaseName;

/// The commands that ask: among which cases, and for which of their arguments.
const ASKING: &[(&str, CaseFilter, &[&str])] = &[
    ("set", CaseFilter::Open, &["case"]),
    ("add", CaseFilter::Open, &["case"]),
    ("done", CaseFilter::Open, &["cases", "step"]),
    ("skip", CaseFilter::Open, &["case", "step"]),
    ("extend", CaseFilter::Open, &["case", "step", "to"]),
    ("note", CaseFilter::Open, &["case"]),
    ("close", CaseFilter::Open, &["case"]),
    ("reopen", CaseFilter::Closed, &["case"]),
    ("undo", CaseFilter::All, &["case"]),
    ("show", CaseFilter::All, &["case"]),
    ("log", CaseFilter::All, &["case"]),
    ("why", CaseFilter::All, &["case", "step"]),
];

/// More cases are not chosen among on a screen.
const MOST_CASES: usize = 200;

/// Whether what a line lacks can be asked for.
pub(crate) fn can_be_asked(matches: &ArgMatches) -> bool {
    let typed = matches.subcommand_name();
    ASKING.iter().any(|(command, ..)| Some(*command) == typed)
}

/// Asks for what is lacking; how the line goes on. `None`: there is nothing to choose among, which is told.
pub(crate) fn ask(ctx: &mut Ctx, matches: &ArgMatches) -> Attempt<Option<Vec<OsString>>> {
    let Some((typed, given)) = matches.subcommand() else {
        return Ok(None);
    };
    let mut asking = ASKING.iter();
    let Some((command, among, arguments)) = asking.find(|(command, ..)| *command == typed) else {
        return Ok(None);
    };
    (ctx.desk.command, ctx.desk.scope) = (command, Scope::All);
    let only_reads = matches!(*command, "show" | "log" | "why");
    if !only_reads {
        ctx.desk.make_ready()?;
    }
    let lacks = |id: &&&str| matches!(given.try_get_raw(id), Ok(None));
    let mut case = given.try_get_one::<String>("case").ok().flatten().cloned();
    let mut step = given.try_get_one::<StepId>("step").ok().flatten().cloned();
    let mut answers: Vec<OsString> = Vec::new();
    for argument in arguments.iter().filter(lacks) {
        let answer = match (*argument, &case, &step) {
            ("step", Some(case), _) => {
                let chosen = ask_step(ctx, case, only_reads)?;
                chosen.map(|chosen| step.insert(chosen).to_string())
            }
            ("to", Some(case), Some(step)) => Some(format!("--to={}", ask_date(ctx, case, step)?)),
            _ => ask_case(ctx, *among)?.map(|chosen| case.insert(chosen).clone()),
        };
        let Some(answer) = answer else {
            return Ok(None);
        };
        answers.push(answer.into());
    }
    Ok(Some(answers))
}

/// Which case. One that is alone is not asked about: what is done next names it.
fn ask_case(ctx: &mut Ctx, among: CaseFilter) -> Attempt<Option<String>> {
    let listed = ctx.desk.read(|reading| {
        let mut listed = Vec::new();
        each_heading(ctx, reading, among, |heading| {
            let name = CaseName {
                reference: &heading.reference,
                code_word: heading.code_word.as_deref(),
            };
            let routine = ctx.desk.routine(&heading.text_hash, reading)?;
            let line = format!("{name} · {}", routine.title);
            listed.push((heading.reference.to_string(), line));
            Ok(())
        })?;
        listed.truncate(MOST_CASES);
        Ok(listed)
    })?;
    let Some(listed) = listed else {
        ctx.tell_no_cases()?;
        return Ok(None);
    };
    let (mut references, options): (Vec<_>, Vec<_>) = listed.into_iter().unzip();
    let place = match references.len() {
        0 => {
            let none = match among {
                CaseFilter::Closed => "list-none-closed",
                _ => "list-none-open",
            };
            ctx.print_say(none)?;
            return Ok(None);
        }
        1 => 0,
        _ => ctx
            .prompt
            .select(&ctx.words.say("walk-which-case"), &options, NOTHING)?,
    };
    Ok(Some(references.swap_remove(place)))
}

/// Which step: of those that are to be done, or of all. `None`: none is, which is told.
pub(crate) fn ask_step(ctx: &mut Ctx, case: &str, of_all: bool) -> Attempt<Option<StepId>> {
    let opened = ctx.desk.case(case)?;
    let standing = opened.standing(ctx.today());
    let view = opened.view(ctx);
    let here = ctx.words.of(&opened.routine);
    let mut steps: Vec<StepId> = Vec::new();
    let mut options = Vec::new();
    for report in &standing.rows {
        let is_asked = of_all || report.row.status.is_to_do();
        if is_asked && !steps.contains(&report.row.step) {
            let (_, stands) = view.step(report).standing_of_date();
            options.push(format!("{} · {stands}", here.step(&report.row.step)));
            steps.push(report.row.step.clone());
        }
    }
    if steps.is_empty() {
        ctx.print_say("next-nothing")?;
        return Ok(None);
    }
    let question = say!(ctx, "which-step", case = opened.name().to_string());
    let place = ctx.prompt.select(&question, &options, NOTHING)?;
    Ok(Some(steps.swap_remove(place)))
}

/// The new date of a step; one that it cannot have is refused here, before a reason is typed.
fn ask_date(ctx: &mut Ctx, case: &str, step: &StepId) -> Attempt<NaiveDate> {
    let opened = ctx.desk.case(case)?;
    let question = ctx.say("walk-new-date-which");
    loop {
        let Some(to) = asking::day(ctx, &question, None, NoDay::Refused, Tense::Future)? else {
            continue;
        };
        let tried = Draft::of(&opened.routine, &opened.events, ctx.stamp())
            .and_then(|mut draft| draft.extend(step, to, "…", "…"));
        match tried {
            Err(refusal @ Refusal::NotLater { .. }) => {
                let failure = opened.refusals(&ctx.words).failure(&refusal);
                asking::tell_failure(ctx, &failure)?;
            }
            _ => return Ok(to),
        }
    }
}
