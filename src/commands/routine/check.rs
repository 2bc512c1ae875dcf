//! `routine check`: every problem in routine files.

use crate::commands::prelude::*;
use crate::desk::routines::text_of;
use crate::domain::routine_problem::{Problem, Severity, line_column};
use crate::routine_file::load;
use crate::ui::Style;
use crate::ui::problems::{self, Shown};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required = true, num_args = 1.., value_parser = values::path())]
    files: Vec<PathBuf>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Attempt<Outcome> {
    let mut checked = Vec::new();
    let mut unread = None;
    let style = ctx.ui.style();
    for (place, path) in args.files.iter().enumerate() {
        match RoutineFile::check(path) {
            Ok(file) => {
                ctx.emit_read(|ctx| file.page(place, style, &ctx.words))?;
                checked.push(file);
            }
            Err(failure) if unread.is_none() => unread = Some(failure),
            Err(failure) => {
                let words = Rc::clone(&ctx.words);
                failure.tell(&mut ctx.ui, &words)?;
            }
        }
    }
    // Programs read one list of all files; people have read of each when it was checked.
    ctx.emit(
        |ctx| {
            let problems = checked.iter().flat_map(|file| file.problems(&ctx.words));
            problems.collect::<Vec<_>>()
        },
        |_| Page::default(),
    )?;
    let has_error = |file: &RoutineFile| file.problems.iter().any(Problem::is_error);
    match unread {
        Some(failure) => Err(failure),
        None => Ok(Outcome::of_check(!checked.iter().any(has_error))),
    }
}

struct RoutineFile {
    name: String,
    text: String,
    problems: Vec<Problem>,
}

/// A problem in a routine file.
#[derive(Debug, Serialize)]
struct ProblemLine<'a> {
    /// The file, as it was named.
    file: &'a str,
    /// The line, from 1.
    line: usize,
    /// The character of the line, from 1.
    column: usize,
    /// `error` or `warning`.
    severity: &'static str,
    message: String,
    hints: Vec<String>,
}

impl RoutineFile {
    fn check(path: &Path) -> Attempt<Self> {
        let text = text_of(path)?;
        let problems = load(&text).map_or_else(|problems| problems, |loaded| loaded.warnings);
        let name = path.display().to_string();
        Ok(Self {
            name,
            text,
            problems,
        })
    }

    fn shown(&self, style: Style, words: &Words) -> Vec<Shown> {
        problems::show(&self.name, &self.text, &self.problems, words, style)
    }

    fn page(&self, place: usize, style: Style, words: &Words) -> Page {
        let mut page = Page::default();
        if place > 0 {
            page.gap();
        }
        for shown in self.shown(style, words) {
            let tone = match shown.severity {
                Severity::Error => Tone::Bad,
                Severity::Warning => Tone::Warn,
            };
            page.line(Line::toned(tone, shown.heading));
            page.line(shown.body);
            page.gap();
        }
        page.line(problems::count(&self.name, &self.problems, words));
        page
    }

    fn problems(&self, words: &Words) -> Vec<ProblemLine<'_>> {
        let shown = self.shown(Style::bare(), words);
        let problems = self.problems.iter().zip(shown).map(|(problem, shown)| {
            let at = line_column(&self.text, problem.span.start);
            ProblemLine {
                file: &self.name,
                line: at.line,
                column: at.column,
                severity: match shown.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                message: shown.message,
                hints: shown.hints,
            }
        });
        problems.collect()
    }
}
