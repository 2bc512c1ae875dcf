//! `log`: the history of a case, of the file itself, or who opened what, for whoever checks that: no case is opened then,
//! and that somebody looked is noted.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;

use crate::cli::values;
use crate::clock::local_of;
use crate::ctx::Ctx;
use crate::desk::access::{self, AccessLine};
use crate::desk::cases::OpenedCase;
use crate::desk::file_log;
use crate::domain::event::{Event, What};
use crate::error::{Failure, Outcome};
use crate::export::LogJson;
use crate::routine_file::text_hash;
use crate::ui::wording::{Titles, Words};
use crate::ui::{Cell, Table, Tone};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE", required_unless_present_any = ["file", "access"])]
    pub(crate) case: Option<String>,
    #[arg(long, alias = "filen", conflicts_with_all = ["case", "access"])]
    pub(crate) file: bool,
    #[arg(long, alias = "åtkomst", alias = "atkomst", conflicts_with = "case")]
    pub(crate) access: bool,
    // Said twice: nothing is asked to be there that what is there rules out.
    #[arg(long, value_name = "WHO", requires = "access", conflicts_with_all = ["case", "file"], alias = "vem", value_parser = values::name)]
    pub(crate) who: Option<String>,
    #[arg(
        long = "case",
        value_name = "CASE",
        requires = "access",
        conflicts_with_all = ["case", "file"],
        alias = "ärende",
        alias = "arende"
    )]
    pub(crate) of_case: Option<String>,
    #[arg(long, value_name = "DATE", requires = "access", conflicts_with_all = ["case", "file"], alias = "från", alias = "fran", value_parser = values::day)]
    pub(crate) from: Option<NaiveDate>,
    /// So many of them, taken at random.
    #[arg(long, value_name = "N", requires = "access", conflicts_with_all = ["case", "file"], alias = "stickprov")]
    pub(crate) sample: Option<usize>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    match &args.case {
        Some(case) => of_case(case, ctx),
        None if args.access => {
            ctx.desk.command = access::LOOKED_AT;
            of_access(args, ctx)
        }
        None => of_file(ctx),
    }
}

/// What happened to the file, by the time it really was.
fn of_file(ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let Some(entries) = ctx.desk.read(|reading| Ok(reading.log()?))? else {
        ctx.tell_no_cases()?;
        return Ok(Outcome::Fine);
    };
    if ctx.is_json() {
        let mut list = ctx.ui.json_list();
        for entry in &entries {
            let (at, text) = (entry.real_time(), file_log::in_words(entry, &ctx.words));
            let (who, kind, detail) = (&entry.who, &entry.kind, &entry.detail);
            list.add(
                &json!({ "at": at, "who": who, "kind": kind, "detail": detail, "text": text }),
            )?;
        }
        list.end()?;
        return Ok(Outcome::Fine);
    }
    let headings = ["log-when", "log-who", "log-what"];
    let mut table = Table::new(headings.map(|heading| ctx.words.say(heading)));
    for entry in &entries {
        let what = file_log::in_words(entry, &ctx.words);
        table.add([
            file_log::moment(entry.real_time(), &ctx.words),
            entry.who.clone(),
            what,
        ]);
    }
    ctx.ui.print_table(&table)?;
    Ok(Outcome::Fine)
}

fn of_case(case: &str, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let opened = ctx.desk.case(case)?;
    let taken_back = taken_back(&opened.events);
    let taken_back_by = |event: &Event| taken_back.get(&event.change).copied();
    if ctx.is_json() {
        let events = opened.events.iter();
        let json: Result<Vec<_>, _> = events
            .map(|event| LogJson::new(event, taken_back_by(event)))
            .collect();
        return ctx.print_json(&json.map_err(|error| Failure::bug(error.to_string()))?);
    }
    ctx.ui.print(opened.heading(&ctx.words).line())?;
    ctx.ui.print("")?;
    let mut table = Table::new(
        ["log-seq", "log-when", "log-who", "log-what"].map(|heading| ctx.words.say(heading)),
    )
    .with_numbers_in([0]);
    for event in &opened.events {
        table.add(row(event, taken_back_by(event), &opened, &ctx.words));
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
        let mark = say!(words, "log-taken-back", seq = by);
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
    say!(words, "log-undone", events = numbers.join(", "))
}

fn of_access(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let found = ctx.desk.access_log()?;
    if found.is_some() {
        ctx.desk.log_access("-", None)?;
    }
    let there = found.is_some();
    let (mut lines, unread) = found.unwrap_or_default();
    lines.retain(|line| is_wanted(line, args));
    if let Some(size) = args.sample {
        lines = sample(lines, size);
    }
    if ctx.is_json() {
        return ctx.print_json(&lines);
    }
    let headings = [
        "log-when",
        "log-who",
        "log-login",
        "log-command",
        "log-case",
    ];
    let mut table = Table::new(headings.map(|id| ctx.words.say(id))).with_whole_lines_in([2, 4]);
    for line in &lines {
        let command = match &line.switched_off {
            Some(why) => say!(ctx, "access-log-switched-off", why),
            None => line.command.clone(),
        };
        let who = line.who.clone().unwrap_or_default();
        let login = line.login.clone().unwrap_or_default();
        table.add([
            file_log::moment(&line.at, &ctx.words),
            who,
            login,
            command,
            line.case.clone(),
        ]);
    }
    match table.is_empty() {
        true if !there => ctx.print_say("access-log-none")?,
        true => ctx.ui.print(ctx.words.say("access-log-empty"))?,
        false => ctx.ui.print_table(&table)?,
    }
    if unread > 0 {
        ctx.warn_say(message!("access-log-unread-lines", count = unread))?;
    }
    Ok(Outcome::Fine)
}

fn is_wanted(line: &AccessLine, args: &Args) -> bool {
    let same = |wanted: &str, name: &str| wanted.to_lowercase() == name.to_lowercase();
    let names = [line.who.as_deref(), line.login.as_deref()];
    let is_theirs = |who: &String| names.iter().flatten().any(|name| same(who, name));
    let day = line.at.get(..10).and_then(|day| day.parse().ok());
    args.who.as_ref().is_none_or(is_theirs)
        && args
            .of_case
            .as_ref()
            .is_none_or(|case| same(case, &line.case))
        && args
            .from
            .is_none_or(|from| day.is_some_and(|day| from <= day))
}

/// So many lines, by the hash of each: nobody can choose to be left out, and whoever asks again gets the same.
fn sample(lines: Vec<AccessLine>, size: usize) -> Vec<AccessLine> {
    let hash = |(place, line): (usize, AccessLine)| {
        let text = serde_json::to_string(&line).unwrap_or_default();
        (text_hash(&format!("{place} {text}")), place, line)
    };
    let mut hashed: Vec<_> = lines.into_iter().enumerate().map(hash).collect();
    hashed.sort_by(|one, other| one.0.cmp(&other.0));
    hashed.truncate(size);
    hashed.sort_by_key(|(_, place, _)| *place);
    hashed.into_iter().map(|(_, _, line)| line).collect()
}
