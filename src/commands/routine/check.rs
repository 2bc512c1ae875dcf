//! `routine check`: every problem in routine files.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use crate::ctx::Ctx;
use crate::desk::broken;
use crate::domain::routine_problem::{Problem, Severity, line_column};
use crate::error::{Failure, Outcome};
use crate::export::ProblemJson;
use crate::routine_file::load;
use crate::ui::problems::{self, Shown};
use crate::ui::{Line, Style, Tone};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    #[arg(value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) files: Vec<PathBuf>,
}

struct Checked {
    name: String,
    text: String,
    problems: Vec<Problem>,
}

pub(crate) fn run(args: &Args, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Fine;
    let mut unread = None;
    let mut json = Vec::new();
    for (place, path) in args.files.iter().enumerate() {
        let checked = match check(path) {
            Ok(checked) => checked,
            Err(failure) if unread.is_none() => {
                unread = Some(failure);
                continue;
            }
            Err(failure) => {
                let words = Rc::clone(&ctx.words);
                failure.tell(&mut ctx.ui, &words)?;
                continue;
            }
        };
        if checked.problems.iter().any(Problem::is_error) {
            outcome = Outcome::FaultFound;
        }
        if ctx.is_json() {
            json.extend(checked.as_json(ctx));
            continue;
        }
        if place > 0 {
            ctx.ui.print("")?;
        }
        checked.print(ctx)?;
    }
    if ctx.is_json() {
        ctx.ui.print_json(&json)?;
    }
    unread.map_or(Ok(outcome), Err)
}

fn check(path: &Path) -> Result<Checked, Failure> {
    let text = broken::text_of(path)?;
    let problems = match load(&text) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    };
    let name = path.display().to_string();
    Ok(Checked {
        name,
        text,
        problems,
    })
}

impl Checked {
    fn shown(&self, ctx: &Ctx, style: Style) -> Vec<Shown> {
        problems::show(&self.name, &self.text, &self.problems, &ctx.words, style)
    }

    fn print(&self, ctx: &mut Ctx) -> Result<(), Failure> {
        for shown in self.shown(ctx, ctx.ui.style()) {
            let tone = match shown.severity {
                Severity::Error => Tone::Bad,
                Severity::Warning => Tone::Warn,
            };
            ctx.ui.print(Line::toned(tone, shown.heading))?;
            ctx.ui.print(shown.body)?;
            ctx.ui.print("")?;
        }
        let count = problems::count(&self.name, &self.problems, &ctx.words);
        ctx.ui.print(count)?;
        Ok(())
    }

    fn as_json(&self, ctx: &Ctx) -> Vec<ProblemJson> {
        let shown = self.shown(ctx, Style::bare()).into_iter();
        let found = self.problems.iter().zip(shown);
        found
            .map(|(problem, shown)| {
                let at = line_column(&self.text, problem.span.start);
                ProblemJson {
                    file: self.name.clone(),
                    line: at.line,
                    column: at.column,
                    severity: match shown.severity {
                        Severity::Error => "error",
                        Severity::Warning => "warning",
                    },
                    message: shown.message,
                    hints: shown.hints,
                }
            })
            .collect()
    }
}
