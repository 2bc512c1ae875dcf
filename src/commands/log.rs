//! `log`: the history of a case, of the file itself, or who opened what.

use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use serde_json::json;

use crate::cli::values;
use crate::clock::local_of;
use crate::ctx::Ctx;
use crate::domain::event::{Event, What};
use crate::error::{Failure, Outcome};
use crate::export::LogJson;
use crate::ui::wording::{Titles, Words};
use crate::ui::{Cell, Table, Tone};

use super::access_log;
use super::support::routines::OpenedCase;
use super::support::{case_file, cases, file_log, no_cases};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE", required_unless_present_any = ["file", "access"])]
    pub(crate) case: Option<String>,
    #[arg(long, alias = "filen", conflicts_with_all = ["case", "access"])]
    pub(crate) file: bool,
    #[arg(long, alias = "åtkomst", alias = "atkomst", conflicts_with = "case")]
    pub(crate) access: bool,
    #[arg(long, value_name = "WHO", requires = "access", alias = "vem", value_parser = values::words)]
    pub(crate) who: Option<String>,
    #[arg(
        long = "case",
        value_name = "CASE",
        requires = "access",
        alias = "ärende",
        alias = "arende"
    )]
    pub(crate) of_case: Option<String>,
    #[arg(long, value_name = "DATE", requires = "access", alias = "från", alias = "fran", value_parser = values::day)]
    pub(crate) from: Option<NaiveDate>,
    /// So many of them, taken at random.
    #[arg(long, value_name = "N", requires = "access", alias = "stickprov")]
    pub(crate) sample: Option<usize>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    match &args.case {
        Some(case) => of_case(case, ctx),
        None if args.access => access_log::run(args, ctx),
        None => of_file(ctx),
    }
}

/// What happened to the file, by the time it really was.
fn of_file(ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let words = Rc::clone(&ctx.words);
    let Some(entries) = case_file::read(ctx, |reading| Ok(reading.log()?))? else {
        no_cases::tell(ctx)?;
        return Ok(Outcome::Fine);
    };
    if ctx.is_json() {
        let mut list = ctx.ui.json_list();
        for entry in &entries {
            let (at, text) = (entry.real_time(), file_log::in_words(entry, &words));
            let (who, kind, detail) = (&entry.who, &entry.kind, &entry.detail);
            list.add(
                &json!({ "at": at, "who": who, "kind": kind, "detail": detail, "text": text }),
            )?;
        }
        list.end()?;
        return Ok(Outcome::Fine);
    }
    let headings = ["log-when", "log-who", "log-what"];
    let mut table = Table::new(headings.map(|heading| words.say(heading, &[])));
    for entry in &entries {
        let what = file_log::in_words(entry, &words);
        table.add([
            file_log::moment(entry.real_time(), &words),
            entry.who.clone(),
            what,
        ]);
    }
    ctx.ui.print_table(&table)?;
    Ok(Outcome::Fine)
}

fn of_case(case: &str, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let words = Rc::clone(&ctx.words);
    let opened = cases::read(ctx, case)?;
    let taken_back = taken_back(&opened.events);
    let taken_back_by = |event: &Event| taken_back.get(&event.change).copied();
    if ctx.is_json() {
        let events = opened.events.iter();
        let json: Result<Vec<_>, _> = events
            .map(|event| LogJson::new(event, taken_back_by(event)))
            .collect();
        return ctx.print_json(&json.map_err(|error| Failure::bug(error.to_string()))?);
    }
    ctx.ui.print(opened.heading(&words).line())?;
    ctx.ui.print("")?;
    let mut table = Table::new(
        ["log-seq", "log-when", "log-who", "log-what"].map(|heading| words.say(heading, &[])),
    )
    .with_numbers_in([0]);
    for event in &opened.events {
        table.add(row(event, taken_back_by(event), &opened, &words));
    }
    ctx.ui.print_table(&table)?;
    Ok(Outcome::Fine)
}

fn taken_back(events: &[Event]) -> BTreeMap<u32, u32> {
    let undone = events.iter().filter_map(|event| match event.what {
        What::Undone { undoes } => Some((undoes, event.seq)),
        _ => None,
    });
    undone.collect()
}

fn row(event: &Event, taken_back_by: Option<u32>, opened: &OpenedCase, words: &Words) -> [Cell; 4] {
    let mut what = match event.what {
        What::Undone { undoes } => undone(undoes, &opened.events, words),
        _ => words.event(&event.what, Titles::of(&opened.routine)),
    };
    let mut tone = Tone::Plain;
    if let Some(by) = taken_back_by {
        let mark = words.say("log-taken-back", &[("seq", by.into())]);
        what = format!("{what} ({mark})");
        tone = Tone::Quiet;
    }
    [
        Cell::toned(tone, event.seq.to_string()),
        Cell::toned(tone, words.when(&event.stamp, local_of(&event.stamp.at))),
        Cell::toned(tone, event.stamp.who.clone()),
        Cell::toned(tone, what),
    ]
}

fn undone(change: u32, events: &[Event], words: &Words) -> String {
    let first = events.partition_point(|event| event.change < change);
    let of_change = events
        .iter()
        .skip(first)
        .take_while(|event| event.change == change);
    let numbers: Vec<_> = of_change.map(|event| event.seq.to_string()).collect();
    words.say_texts("log-undone", &[("events", numbers.join(", "))])
}
