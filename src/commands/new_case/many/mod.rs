//! `new-case --from`: opens the cases of a table, all of them or none.
//!
//! The table is gone through twice: first to find everything that is wrong with it, before the case file is touched;
//! then, in one transaction, to open its cases.

mod check;
mod columns;
mod file;
mod line;
mod opener;
mod problems;
mod store;
mod survey;
mod table;
mod told;

use std::path::Path;

use crate::ctx::Ctx;
use crate::desk::suggest::choose_among;
use crate::domain::message::Message;
use crate::error::{Failure, Outcome};

use self::columns::{BadColumn, Column};
use self::opener::Opener;
use self::survey::Survey;
use self::table::{NoTable, Table};
use super::Args;

/// Opens the cases of a table. What else `args` say holds for every line that does not say it itself.
pub(super) fn run(path: &Path, args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let text = file::text(path, ctx)?;
    let name = file::name(path, ctx);
    let table = Table::of(&text).map_err(|why| no_table(&why, &name))?;
    let (survey, checked) = look_over(&table, &name, args, ctx)?;
    told::warnings(&checked, ctx)?;
    let may_ask = ctx.can_ask && !ctx.yes && !file::is_standard_input(path);
    if may_ask && !told::confirmed(&name, &checked, ctx)? {
        return Ok(Outcome::Fine);
    }
    let opened = store::open(&table, &survey, args, ctx)?;
    told::opened(&opened, ctx)
}

fn look_over(
    table: &Table<'_>,
    name: &str,
    args: &Args,
    ctx: &Ctx,
) -> Result<(Survey, check::Checked), Failure> {
    let library = ctx.desk.library()?;
    let mut opener = Opener::new(args, ctx);
    if args.routine.is_none() && table.columns.place_of(&Column::Routine).is_none() {
        return Err(Failure::usage("usage-routine-missing")
            .because("many-no-routine-column")
            .hint(choose_among(&library.ids().collect::<Vec<_>>())));
    }
    let survey = Survey::of(table, args, ctx)?;
    survey
        .check_columns(table, &mut opener)
        .map_err(|wrong| bad_columns(wrong, name))?;
    let checked = check::check(table, &survey, &mut opener, ctx);
    if checked.problems.is_empty() {
        return Ok((survey, checked));
    }
    let what = message!(
        "many-refused",
        file = name,
        bad = checked.problems.lines(),
        shown = ctx.words.count(checked.problems.lines()),
        all = ctx.words.count(survey.lines as u64)
    );
    let failure = checked.problems.because_of(Failure::refused(what));
    Err(failure.hint("hint-many-again"))
}

fn no_table(why: &NoTable, name: &str) -> Failure {
    match why {
        NoTable::Empty => {
            Failure::refused(message!("many-empty", file = name)).hint("hint-many-columns")
        }
        NoTable::Columns(wrong) => {
            let failure = bad_columns(wrong.iter().map(bad_column).collect(), name);
            let unknown = wrong.iter().filter_map(|bad| match bad {
                BadColumn::Unknown { name, .. } => Some(name),
                BadColumn::Twice { .. } => None,
            });
            let failure = unknown.fold(failure, |failure, name| failure.naming_odd_sign(name));
            failure.hint("hint-many-columns")
        }
    }
}

fn bad_column(bad: &BadColumn) -> Message {
    match bad {
        BadColumn::Twice { name } => {
            message!("many-column-twice", name = problems::cut(name))
        }
        BadColumn::Unknown { name, suggestion } => {
            let name = problems::cut(name);
            match suggestion.clone() {
                None => message!("many-unknown-column", name),
                Some(suggestion) => message!("many-unknown-column-near", name, suggestion),
            }
        }
    }
}

/// The columns that are wrong, as many of them as anybody reads.
fn bad_columns(wrong: Vec<Message>, name: &str) -> Failure {
    const MOST: usize = 20;
    let more = wrong.len().saturating_sub(MOST);
    let what = message!("many-bad-columns", file = name);
    let shown = wrong.into_iter().take(MOST);
    let failure = shown.fold(Failure::refused(what), Failure::because);
    match more {
        0 => failure,
        more => failure.because(message!("many-more", more)),
    }
}
