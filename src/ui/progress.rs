//! A bar for what takes more than a second, at a terminal alone.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Style;

/// What is over sooner needs no bar.
const PATIENCE: Duration = Duration::from_secs(1);

/// How far some work has come. Nothing is shown in its first second, with `--plain`, or where talk is not read at a
/// terminal; the bar is gone when this is dropped.
pub(crate) struct Progress {
    bar: ProgressBar,
    may_be_shown: bool,
}

impl Progress {
    /// Work of so many steps, and what it is.
    pub(crate) fn new(style: Style, what: String, steps: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(steps), ProgressDrawTarget::hidden());
        // The template is right; were it not, the usual bar would do.
        if let Ok(look) = ProgressStyle::with_template("{msg} {bar:30} {percent} %") {
            bar.set_style(look);
        }
        Self {
            bar: bar.with_message(what),
            may_be_shown: !style.plain,
        }
    }

    /// A step has been taken.
    pub(crate) fn step(&mut self) {
        self.bar.inc(1);
        if self.may_be_shown && self.bar.elapsed() > PATIENCE {
            self.may_be_shown = false;
            // Draws nothing where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
