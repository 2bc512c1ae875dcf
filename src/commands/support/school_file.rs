//! A school calendar's file.

use std::path::Path;

use crate::ctx::Ctx;
use crate::domain::school::SchoolCalendar;
use crate::error::Failure;
use crate::routine_file::{load_school_calendar, read_file};
use crate::ui::wording::Phrase;
use crate::ui::{Style, problems};

use super::broken;

pub(crate) fn read(ctx: &Ctx, path: &Path) -> Result<SchoolCalendar, Failure> {
    let text =
        read_file(path).map_err(|fault| broken::of_file(path, &fault, &ctx.words).failure())?;
    load_school_calendar(&text).map_err(|found| {
        let name = path.display().to_string();
        let what = Phrase::new("error-school-calendar").with("file", name.clone());
        let shown = problems::show(&name, &text, &found, &ctx.words, Style::bare());
        shown
            .into_iter()
            .fold(Failure::refused(what), |failure, problem| {
                failure.because(Phrase::verbatim(format!(
                    "{}\n{}",
                    problem.heading, problem.body
                )))
            })
    })
}
