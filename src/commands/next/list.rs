//! What is to be done, as a list: without a terminal, or as data.

use crate::commands::support::routines::{OpenedCase, Routines};
use crate::commands::support::rows::rows_as_json;
use crate::commands::support::{case_file, cases};
use crate::ctx::Ctx;
use crate::domain::ids::RoleId;
use crate::domain::report::ReportRow;
use crate::error::{Failure, Outcome};
use crate::store::{Pick, RowQuery};
use crate::ui::wording::Titles;
use crate::ui::{Cell, Table};

use super::Args;
use super::agenda::{has_opened, is_mine, to_do};

/// A row and the case it belongs to.
struct Found {
    opened: std::rc::Rc<OpenedCase>,
    row: ReportRow,
}

/// Lists what is to be done, most urgent first.
pub(super) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let role = args.role.clone().or_else(|| ctx.role.clone());
    let found = match &args.case {
        Some(typed) => in_case(ctx, typed, role.as_ref())?,
        None => in_all(ctx, role.as_ref())?,
    };
    if ctx.is_json() {
        let rows: Vec<_> = found
            .iter()
            .flat_map(|found| rows_as_json(ctx, &found.opened, std::slice::from_ref(&found.row)))
            .collect();
        ctx.ui.print_json(&rows)?;
        return Ok(Outcome::Fine);
    }
    if found.is_empty() {
        ctx.ui.print(ctx.words.say("next-nothing", &[]))?;
        return Ok(Outcome::Fine);
    }
    let in_columns = table(ctx, &found, Pressed::UnderTitle);
    let table = match in_columns.has_room(ctx.ui.style()) {
        true => in_columns,
        false => table(ctx, &found, Pressed::Apart),
    };
    ctx.ui.print_table(&table)?;
    Ok(Outcome::Fine)
}

fn in_case(ctx: &Ctx, typed: &str, role: Option<&RoleId>) -> Result<Vec<Found>, Failure> {
    let opened = std::rc::Rc::new(cases::read(ctx, typed)?);
    if !opened.case.is_open() {
        return Ok(Vec::new());
    }
    let standing = opened.standing(ctx.today());
    let rows = to_do(&standing, role, ctx.today()).into_iter();
    Ok(rows
        .map(|row| Found {
            opened: std::rc::Rc::clone(&opened),
            row: row.clone(),
        })
        .collect())
}

/// Over all cases: the file finds which, each is then planned from its history.
fn in_all(ctx: &Ctx, role: Option<&RoleId>) -> Result<Vec<Found>, Failure> {
    let today = ctx.today();
    let found = case_file::read(ctx, |reading| {
        let query = RowQuery {
            picks: vec![Pick::ToDo],
            opens_by: Some(today),
            ..RowQuery::default()
        };
        let mut places = Vec::new();
        reading.rows(&query, |found| {
            if places.len() < MOST_ROWS {
                places.push((found.case, found.row.row.step.clone(), found.row.row.round));
            }
            Ok::<_, case_file::Trouble>(())
        })?;
        let mut routines = Routines::default();
        let mut opened = std::collections::HashMap::new();
        let mut rows = Vec::new();
        for (id, step, round) in places {
            if let std::collections::hash_map::Entry::Vacant(slot) = opened.entry(id) {
                let case = routines.open(reading.case_by_id(id)?, ctx)?;
                let standing = case.standing(today);
                slot.insert((std::rc::Rc::new(case), standing));
            }
            let Some((case, standing)) = opened.get(&id) else {
                continue;
            };
            let row = standing.rows.iter().find(|row| {
                row.row.step == step && row.row.round == round && has_opened(row, today)
            });
            rows.extend(row.map(|row| Found {
                opened: std::rc::Rc::clone(case),
                row: row.clone(),
            }));
        }
        Ok(rows)
    })?;
    let mut found = found.unwrap_or_default();
    found.sort_by_key(|found| !is_mine(&found.row, role));
    Ok(found)
}

/// More are not read on a screen; a case at a time shows them all.
const MOST_ROWS: usize = 500;

/// Where a table tells what is pressing.
#[derive(Clone, Copy)]
enum Pressed {
    /// Under the title, where columns stand beside each other.
    UnderTitle,
    /// As a fact of its own.
    Apart,
}

fn table(ctx: &Ctx, found: &[Found], place: Pressed) -> Table {
    let words = &ctx.words;
    let say = |id: &str| words.say(id, &[]);
    let headings = [
        "heading-case",
        "heading-step",
        "heading-title",
        "heading-responsible",
        "heading-due",
    ];
    let beside = matches!(place, Pressed::Apart).then_some("card-pressed");
    let headings = headings.into_iter().chain(beside);
    let mut table = Table::new(headings.map(say).collect::<Vec<_>>());
    for Found { opened, row } in found {
        let titles = Titles::of(&opened.routine);
        let step = opened.routine.step(&row.row.step);
        let (tone, standing) = words.standing(row, &opened.routine, ctx.today());
        let mut title = step.map(|step| step.title.clone()).unwrap_or_default();
        let pressed = words.pressed(row, titles, ctx.today()).unwrap_or_default();
        if matches!(place, Pressed::UnderTitle) && !pressed.is_empty() {
            title = format!("{title}\n{}: {pressed}", say("card-pressed"));
        }
        let due = row.row.dates.due.map(|due| words.date(due));
        let due = [due, Some(standing)].into_iter().flatten();
        let cells = [
            Cell::from(opened.reference.to_string()),
            Cell::from(row.row.step.to_string()),
            Cell::from(title),
            Cell::from(words.owners(row, titles)),
            Cell::toned(tone, due.collect::<Vec<_>>().join(", ")),
        ];
        let apart = matches!(place, Pressed::Apart).then(|| Cell::from(pressed));
        table.add(cells.into_iter().chain(apart));
    }
    table
}
