//! `log --access`: who opened what, for whoever checks that. No case is opened; that somebody looked is noted.

use std::rc::Rc;

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::routine_file::text_hash;
use crate::ui::Table;

use super::log::Args;
use super::support::access::{self, AccessLine};
use super::support::file_log;

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let words = Rc::clone(&ctx.words);
    let found = access::lines(ctx)?;
    if found.is_some() {
        access::add(ctx, "-", None)?;
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
    let mut table = Table::new(headings.map(|id| words.say(id, &[]))).with_whole_lines_in([2, 4]);
    for line in &lines {
        let command = match &line.switched_off {
            Some(why) => words.say("access-log-switched-off", &[("why", why.clone().into())]),
            None => line.command.clone(),
        };
        let who = line.who.clone().unwrap_or_default();
        let login = line.login.clone().unwrap_or_default();
        table.add([
            file_log::moment(&line.at, &words),
            who,
            login,
            command,
            line.case.clone(),
        ]);
    }
    match table.is_empty() {
        true if !there => ctx.print_say("access-log-none", &[])?,
        true => ctx.ui.print(words.say("access-log-empty", &[]))?,
        false => ctx.ui.print_table(&table)?,
    }
    if unread > 0 {
        ctx.warn_say("access-log-unread-lines", &[("count", unread.into())])?;
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
