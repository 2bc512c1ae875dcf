//! `routine list`: the routines there are.

use crate::commands::prelude::*;
use crate::desk::routines::broken;
use crate::routine_file::{Broken, Library};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

pub(crate) fn run(_args: &Args, ctx: &mut Ctx) -> Attempt {
    let library = ctx.desk.library()?;
    let lines = |today| {
        library
            .all()
            .map(move |(id, routine)| RoutineLine::of(id, routine, today))
    };
    ctx.emit(
        |ctx| lines(ctx.today()).collect::<Vec<_>>(),
        |ctx| {
            let mut page = Page::default();
            page.table(Table::of(lines(ctx.today()), &ctx.words));
            tell_of_broken(&library, &mut page, &ctx.words);
            page
        },
    )
}

/// A routine in a list. One whose file is broken has its id and the status `broken`, the rest is null.
#[derive(Debug, Default, Serialize)]
struct RoutineLine {
    id: String,
    title: Option<String>,
    version: Option<String>,
    /// `draft`, `active`, `retired` or `broken`.
    status: &'static str,
    publisher: Option<String>,
    review_by: Option<NaiveDate>,
    #[serde(skip)]
    steps: Option<usize>,
    #[serde(skip)]
    is_to_be_reviewed: bool,
}

impl RoutineLine {
    fn of(id: &str, routine: Result<Loaded, Broken>, today: NaiveDate) -> Self {
        let Ok(Loaded { routine, .. }) = routine else {
            return Self {
                id: id.to_owned(),
                status: "broken",
                ..Self::default()
            };
        };
        Self {
            id: routine.id.to_string(),
            title: Some(routine.title.clone()),
            version: Some(routine.version.clone()),
            status: match routine.status {
                RoutineStatus::Draft => "draft",
                RoutineStatus::Active => "active",
                RoutineStatus::Retired => "retired",
            },
            publisher: Some(routine.source.publisher.clone()),
            review_by: routine.review_by,
            steps: Some(routine.steps().count()),
            is_to_be_reviewed: routine.review_by.is_some_and(|day| day < today),
        }
    }
}

columns! { RoutineLine, |line, words|
    let (tone, id) = match line.status {
        "draft" => (Tone::Plain, "routine-status-draft"),
        "active" => (Tone::Plain, "routine-status-active"),
        "retired" => (Tone::Plain, "routine-status-retired"),
        _ => (Tone::Bad, "routines-broken"),
    };
    let status = match line.review_by.filter(|_| line.is_to_be_reviewed) {
        None => Cell::toned(tone, words.say(id)),
        Some(date) => {
            let review = say!(words, "routines-review", date);
            Cell::toned(Tone::Warn, format!("{}\n{review}", words.say(id)))
        }
    };
    let tone = line.title.as_ref().map_or(Tone::Plain, |_| Tone::Strong);
    let steps = line.steps.map(|steps| steps.to_string());
    "routines-id" words => Cell::toned(tone, line.id.as_str()),
    "routines-title" words => line.title.as_deref().unwrap_or_default(),
    "routines-publisher" words => line.publisher.as_deref().unwrap_or_default(),
    "routines-steps" number => steps.unwrap_or_default(),
    "routines-status" words => status,
}

fn tell_of_broken(library: &Library, page: &mut Page, words: &Words) {
    for (id, routine) in library.all() {
        let Err(found) = routine else { continue };
        let trouble = broken(id, &found);
        page.tell(Line::toned(Tone::Warn, trouble.in_words(words)));
        if let Some(hint) = trouble.hints(words).next() {
            let label = format!("{}: ", words.say("label-hint"));
            page.tell(Line::toned(Tone::Strong, label).and(Tone::Plain, hint));
        }
    }
}
