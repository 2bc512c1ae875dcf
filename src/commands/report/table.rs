//! The report as a table for people: at most so many rows, gathered by case, role, who or routine in the order of their
//! names (nobody is ranked), what is left out, a kind word when there is nothing.

use std::collections::BTreeMap;

use crate::ctx::Ctx;
use crate::desk::selection::{MOST_ROWS, Selected};
use crate::desk::step_facts::{self, Say, StepFacts};
use crate::domain::report::Totals;
use crate::error::Failure;
use crate::ui::wording::{Titles, Words};

use super::Gathered;
use super::args::{Args, By};

/// The first rows in words, with the groups they belong to, and how many there are in all.
pub(super) struct Rows {
    first: Vec<(StepFacts, Vec<String>)>,
    count: usize,
    by: Option<By>,
    say: Say,
}

impl Rows {
    pub(super) fn new(args: &Args) -> Self {
        Self {
            first: Vec::new(),
            count: 0,
            by: args.by,
            say: Say {
                who: args.says_who(),
                missing: args.missing,
            },
        }
    }

    pub(super) fn add(&mut self, selected: &Selected, ctx: &Ctx) {
        self.count += 1;
        if self.first.len() < MOST_ROWS {
            let facts = StepFacts::of(selected, ctx.today(), &ctx.words, self.say);
            let groups = self.by.map_or_else(Vec::new, |by| groups_of(selected, by));
            self.first.push((facts, groups));
        }
    }
}

pub(super) fn print(args: &Args, gathered: &Gathered, ctx: &mut Ctx) -> Result<(), Failure> {
    let words = std::rc::Rc::clone(&ctx.words);
    let rows = &gathered.rows;
    if rows.count == 0 {
        ctx.print_say(nothing(args))?;
        if args.is_narrowed() {
            ctx.print_say("report-nothing-narrowed")?;
        }
    } else {
        let groups = gather(&rows.first, args.by, &words);
        step_facts::print(&mut ctx.ui, &words, &groups)?;
    }
    let more = rows.count - rows.first.len();
    if more > 0 {
        let more = say!(words, "report-more", more, all = rows.count);
        ctx.ui.print("")?;
        ctx.ui.print_wrapped(&more, 0)?;
    }
    if let Some(lines) = not_shown(args, gathered.totals, &words) {
        ctx.ui.print("")?;
        for line in lines {
            ctx.ui.print_wrapped(&line, 2)?;
        }
    }
    Ok(())
}

fn nothing(args: &Args) -> &'static str {
    let chosen = [
        args.overdue,
        args.late,
        args.within.is_some(),
        args.missing,
        args.extended,
    ];
    match chosen {
        [false, false, false, false, false] => "report-nothing-to-do",
        [true, false, false, false, false] => "report-nothing-overdue",
        [false, true, false, false, false] => "report-nothing-late",
        [false, false, true, false, false] => "report-nothing-within",
        [false, false, false, true, false] => "report-nothing-missing",
        [false, false, false, false, true] => "report-nothing-extended",
        _ => "report-nothing",
    }
}

/// What the rows above leave out, and how to see it; `None` when that is nothing or the report is of something else.
pub(super) fn not_shown(args: &Args, totals: Totals, words: &Words) -> Option<[String; 2]> {
    let is_of_the_past = (args.late || args.extended) && !args.overdue && args.within.is_none();
    if args.missing || is_of_the_past {
        return None;
    }
    let parts = step_facts::missing_over_all(totals, words)?;
    let id = match args.is_narrowed() {
        true => "report-not-shown-everywhere",
        false => "report-not-shown",
    };
    let line = say!(words, id, parts);
    Some([line, words.say("report-see-missing")])
}

/// The names of the groups a row belongs to: each role that answers for it or a part, each who holds one. The empty
/// name is the group of those that have none.
fn groups_of(selected: &Selected, by: By) -> Vec<String> {
    let (found, titles) = (&selected.found, Titles::of(&selected.routine));
    let names = match by {
        By::Case => vec![found.reference.to_string()],
        By::Routine => vec![selected.routine.title.clone()],
        By::Role => found
            .row
            .owners
            .iter()
            .map(|role| titles.role(role))
            .collect(),
        By::Who => found.row.holders.clone(),
    };
    match names.is_empty() {
        true => vec![String::new()],
        false => names,
    }
}

/// Rows under the names of their groups; those without a group last.
fn gather<'f>(
    rows: &'f [(StepFacts, Vec<String>)],
    by: Option<By>,
    words: &Words,
) -> Vec<(Option<String>, Vec<&'f StepFacts>)> {
    let Some(by) = by else {
        return vec![(None, rows.iter().map(|(facts, _)| facts).collect())];
    };
    let mut groups: BTreeMap<(bool, String, &str), Vec<&StepFacts>> = BTreeMap::new();
    for (facts, names) in rows {
        for name in names {
            let key = (name.is_empty(), name.to_lowercase(), name.as_str());
            groups.entry(key).or_default().push(facts);
        }
    }
    let groups = groups
        .into_iter()
        .map(|((.., name), rows)| (Some(heading(name, rows.len(), by, words)), rows));
    groups.collect()
}

fn heading(name: &str, rows: usize, by: By, words: &Words) -> String {
    let name = match (name, by) {
        ("", By::Who) => words.say("report-nobody"),
        ("", _) => words.say("owner-nobody"),
        (name, _) => name.to_owned(),
    };
    say!(words, "report-group", name, steps = rows)
}
