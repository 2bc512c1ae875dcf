//! `log`: the history of a case, of the file itself, or who opened what, for whoever checks that: no case is opened then,
//! and that somebody looked is noted.

use crate::clock::local_of;
use crate::commands::prelude::*;
use crate::desk::access::AccessLine;
use crate::domain::typed::TypedDay;
use crate::export::LogJson;
use crate::routine_file::text_hash;

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "CASE", required_unless_present_any = ["file", "access"])]
    case: Option<String>,
    #[arg(long, alias = "filen", conflicts_with_all = ["case", "access"])]
    file: bool,
    #[arg(long, alias = "åtkomst", alias = "atkomst", conflicts_with = "case")]
    access: bool,
    // Said twice: nothing is asked to be there that what is there rules out.
    #[arg(long, value_name = "WHO", requires = "access", conflicts_with_all = ["case", "file"], alias = "vem", value_parser = values::name)]
    who: Option<String>,
    #[arg(
        long = "case",
        value_name = "CASE",
        requires = "access",
        conflicts_with_all = ["case", "file"],
        alias = "ärende",
        alias = "arende"
    )]
    of_case: Option<String>,
    #[arg(long, value_name = "DATE", requires = "access", conflicts_with_all = ["case", "file"], alias = "från", alias = "fran", value_parser = values::day_past)]
    from: Option<TypedDay>,
    /// So many of them, chosen by their hashes, so that whoever looks again sees the same.
    #[arg(long, value_name = "N", requires = "access", conflicts_with_all = ["case", "file"], alias = "stickprov")]
    sample: Option<usize>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt {
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
fn of_file(ctx: &mut Ctx) -> Attempt {
    let Some(entries) = ctx.desk.read(|reading| Ok(reading.log()?))? else {
        return ctx.tell_no_cases();
    };
    let lines = entries.iter().map(|entry| FileLogLine {
        at: entry.real_time(),
        detail: &entry.detail,
        kind: &entry.kind,
        text: file_log::in_words(entry, &ctx.words),
        who: &entry.who,
    });
    let lines: Vec<_> = lines.collect();
    ctx.emit(
        |_| &lines,
        |ctx| match lines.is_empty() {
            true => Page::of_line(ctx.say("file-log-empty")),
            false => Table::of(&lines, &ctx.words).into(),
        },
    )
}

/// What happened to the file itself.
#[derive(Debug, Serialize)]
struct FileLogLine<'a> {
    at: &'a str,
    detail: &'a serde_json::Value,
    kind: &'a str,
    text: String,
    who: &'a str,
}

columns! { FileLogLine<'_>, |line, words|
    "log-when" words => file_log::moment(line.at, words),
    "log-who" words => line.who,
    "log-what" words => line.text.as_str(),
}

fn of_case(case: &str, ctx: &mut Ctx) -> Attempt {
    let opened = ctx.desk.case_among(case, CaseFilter::All)?;
    let undone = opened.events.iter().filter_map(|event| match event.what {
        What::Undone { undoes } => Some((undoes, event.seq)),
        _ => None,
    });
    let taken_back: BTreeMap<_, _> = undone.collect();
    let lines = opened.events.iter().map(|event| EventLine {
        json: LogJson {
            event,
            taken_back_by: taken_back.get(&event.change).copied(),
        },
        opened: &opened,
    });
    ctx.emit(
        |_| lines.clone().collect::<Vec<_>>(),
        |ctx| {
            let mut page = Page::default();
            page.line(opened.view(ctx).line());
            page.gap();
            page.table(Table::of(lines.clone(), &ctx.words));
            page
        },
    )
}

/// An event of a case.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct EventLine<'a> {
    json: LogJson<'a>,
    #[serde(skip)]
    opened: &'a OpenedCase,
}

columns! { EventLine<'_>, |line, words|
    let Event { seq, stamp, what, .. } = line.json.event;
    let what = match what {
        What::Undone { undoes } => undone(*undoes, &line.opened.events, words),
        what => words.of(&line.opened.routine).text(what),
    };
    let (tone, what) = match line.json.taken_back_by {
        None => (Tone::Plain, what),
        Some(seq) => (Tone::Quiet, format!("{what} ({})", say!(words, "log-taken-back", seq))),
    };
    "log-seq" number => Cell::toned(tone, seq.to_string()),
    "log-when" words => Cell::toned(tone, words.when(stamp, local_of(&stamp.at))),
    "log-who" words => Cell::toned(tone, stamp.who.as_str()),
    "log-what" words => Cell::toned(tone, what),
}

fn undone(change: u32, events: &[Event], words: &Words) -> String {
    let first = events.partition_point(|event| event.change < change);
    let of_change = events.iter().skip(first);
    let of_change = of_change.take_while(|event| event.change == change);
    let events = joined(", ", of_change.map(|event| event.seq.to_string()));
    say!(words, "log-undone", events)
}

fn of_access(args: &Args, ctx: &mut Ctx) -> Attempt {
    let found = ctx.desk.access_log()?;
    if found.is_some() {
        ctx.desk.log_access("-", None)?;
    }
    let none = match found {
        Some(_) => "access-log-empty",
        None => "access-log-none",
    };
    let (mut lines, unread) = found.unwrap_or_default();
    asking::tell_typed(ctx, args.from.as_ref())?;
    let today = ctx.today();
    lines.retain(|line| is_wanted(line, args, today));
    if let Some(size) = args.sample {
        // Each look adds a line, and would change what the next one gets; it opened no case.
        lines.retain(|line| line.command != access::LOOKED_AT);
        lines = sample(lines, size);
    }
    ctx.emit(
        |_| &lines,
        |ctx| {
            let mut page = Page::default();
            match lines.is_empty() {
                true => page.hanging(0, ctx.say(none)),
                false => page.table(Table::of(&lines, &ctx.words)),
            }
            if unread > 0 {
                page.warn(say!(ctx, "access-log-unread-lines", count = unread));
            }
            page
        },
    )
}

columns! { AccessLine, |line, words|
    let command = match &line.switched_off {
        Some(why) => say!(words, "access-log-switched-off", why),
        None => line.command.clone(),
    };
    "log-when" words => file_log::moment(&line.at, words),
    "log-who" words => line.who.as_deref().unwrap_or_default(),
    "log-login" lines => line.login.as_deref().unwrap_or_default(),
    "log-command" words => command,
    "log-case" lines => line.case.as_str(),
}

fn is_wanted(line: &AccessLine, args: &Args, today: NaiveDate) -> bool {
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
            .as_ref()
            .is_none_or(|from| day.is_some_and(|day| from.on(today) <= day))
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
