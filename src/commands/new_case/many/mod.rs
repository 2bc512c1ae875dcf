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
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

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
    let mut opener = Opener::new(args, ctx)?;
    if args.routine.is_none() && table.columns.place_of(&Column::Routine).is_none() {
        return Err(Failure::usage(Phrase::new("usage-routine-missing"))
            .because(Phrase::new("many-no-routine-column"))
            .hint(choose_among(&opener.routine_ids())));
    }
    let survey = Survey::of(table, args, ctx)?;
    survey
        .check_columns(table, &mut opener)
        .map_err(|wrong| bad_columns(wrong, name))?;
    let checked = check::check(table, &survey, &mut opener, ctx);
    if checked.problems.is_empty() {
        return Ok((survey, checked));
    }
    let what = Phrase::new("many-refused")
        .with("file", name.to_owned())
        .with("bad", checked.problems.lines())
        .with("shown", ctx.words.count(checked.problems.lines()))
        .with("all", ctx.words.count(survey.lines as u64));
    let failure = checked.problems.because_of(Failure::refused(what));
    Err(failure.hint(Phrase::new("hint-many-again")))
}

fn no_table(why: &NoTable, name: &str) -> Failure {
    match why {
        NoTable::Empty => Failure::refused(Phrase::new("many-empty").with("file", name.to_owned()))
            .hint(Phrase::new("hint-many-columns")),
        NoTable::Columns(wrong) => {
            let failure = bad_columns(wrong.iter().map(bad_column).collect(), name);
            let unknown = wrong.iter().filter_map(|bad| match bad {
                BadColumn::Unknown { name, .. } => Some(name),
                BadColumn::Twice { .. } => None,
            });
            let failure = unknown.fold(failure, |failure, name| failure.naming_odd_sign(name));
            failure.hint(Phrase::new("hint-many-columns"))
        }
    }
}

fn bad_column(bad: &BadColumn) -> Phrase {
    match bad {
        BadColumn::Twice { name } => {
            Phrase::new("many-column-twice").with("name", problems::cut(name))
        }
        BadColumn::Unknown { name, suggestion } => {
            let name = problems::cut(name);
            match suggestion.clone() {
                None => Phrase::new("many-unknown-column").with("name", name),
                Some(suggestion) => Phrase::new("many-unknown-column-near")
                    .with("name", name)
                    .with("suggestion", suggestion),
            }
        }
    }
}

/// The columns that are wrong, as many of them as anybody reads.
fn bad_columns(wrong: Vec<Phrase>, name: &str) -> Failure {
    const MOST: usize = 20;
    let more = wrong.len().saturating_sub(MOST);
    let what = Phrase::new("many-bad-columns").with("file", name.to_owned());
    let shown = wrong.into_iter().take(MOST);
    let failure = shown.fold(Failure::refused(what), Failure::because);
    match more {
        0 => failure,
        more => failure.because(Phrase::new("many-more").with("more", more.to_string())),
    }
}
