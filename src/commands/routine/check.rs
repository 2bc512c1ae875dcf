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
    let named = args.files.iter().flat_map(|named| named_by(named));
    for (place, path) in named.enumerate() {
        match RoutineFile::check(&path) {
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

/// The files that a name with `*` stands for, in order; itself where there are none. Shells on Windows leave that to us.
fn named_by(pattern: &Path) -> Vec<PathBuf> {
    let name = pattern.file_name().unwrap_or_default().to_string_lossy();
    let Some((before, after)) = name.split_once('*').filter(|_| !pattern.exists()) else {
        return vec![pattern.to_owned()];
    };
    let folder = std::fs::read_dir(crate::files::folder_named_by(pattern));
    let names = folder.into_iter().flatten().flatten();
    let names = names.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let fits = |name: &String| {
        let rest = name.strip_prefix(before);
        rest.is_some_and(|rest| rest.ends_with(after))
    };
    let found: BTreeSet<_> = names
        .filter(fits)
        .map(|name| pattern.with_file_name(name))
        .collect();
    match found.is_empty() {
        true => vec![pattern.to_owned()],
        false => found.into_iter().collect(),
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
