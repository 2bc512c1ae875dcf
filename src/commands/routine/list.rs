//! `routine list`: the routines there are.

use chrono::NaiveDate;

use crate::ctx::Ctx;
use crate::desk::broken;
use crate::domain::routine::Routine;
use crate::error::{Failure, Outcome};
use crate::export::RoutineJson;
use crate::routine_file::{Entry, Library};
use crate::ui::wording::Words;
use crate::ui::{Cell, Line, Table, Tone};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let library = ctx.desk.library()?;
    if ctx.is_json() {
        let json: Vec<_> = library.all().map(|entry| json(&entry)).collect();
        return ctx.print_json(&json);
    }
    print(&library, ctx)?;
    Ok(Outcome::Fine)
}

fn json(entry: &Entry) -> RoutineJson {
    match &entry.result {
        Ok(loaded) => RoutineJson::new(&loaded.routine),
        Err(_) => RoutineJson::broken(&entry.id),
    }
}

fn print(library: &Library, ctx: &mut Ctx) -> Result<(), Failure> {
    let headings = [
        "routines-id",
        "routines-title",
        "routines-publisher",
        "routines-steps",
        "routines-status",
    ];
    let mut table = Table::new(headings.map(|id| ctx.words.say(id))).with_numbers_in([3]);
    let mut troubles = Vec::new();
    for entry in library.all() {
        match &entry.result {
            Ok(loaded) => table.add(row(&loaded.routine, ctx.today(), &ctx.words)),
            Err(found) => {
                let status = Cell::toned(Tone::Bad, ctx.words.say("routines-broken"));
                let empty = Cell::default();
                let id = Cell::from(entry.id.as_str());
                table.add([id, empty.clone(), empty.clone(), empty, status]);
                troubles.push(broken::of_routine(&entry.id, found));
            }
        }
    }
    ctx.ui.print_table(&table)?;
    for trouble in troubles {
        let what = trouble.in_words(&ctx.words);
        ctx.ui.tell(Line::toned(Tone::Warn, what))?;
        if let Some(hint) = trouble.hint_in_words(&ctx.words) {
            let label = format!("{}: ", ctx.say("label-hint"));
            let line = Line::toned(Tone::Strong, label).and(Tone::Plain, hint);
            ctx.ui.tell(line)?;
        }
    }
    Ok(())
}

fn row(routine: &Routine, today: NaiveDate, words: &Words) -> [Cell; 5] {
    let mut status = words.say(&routine.status);
    let mut tone = Tone::Plain;
    if let Some(review_by) = routine.review_by.filter(|day| *day < today) {
        let review = say!(words, "routines-review", date = review_by);
        status = format!("{status}\n{review}");
        tone = Tone::Warn;
    }
    [
        Cell::toned(Tone::Strong, routine.id.to_string()),
        Cell::from(routine.title.as_str()),
        Cell::from(routine.source.publisher.as_str()),
        Cell::from(routine.steps().count().to_string()),
        Cell::toned(tone, status),
    ]
}
