//! A line that says how far long work has come: at a terminal, and only once it has taken more than a second.

use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shorter work needs no line.
const PATIENCE: Duration = Duration::from_secs(1);

pub(crate) struct Progress {
    bar: ProgressBar,
    is_shown: bool,
}

impl Progress {
    /// The line of work with this label and so many parts. Nothing is shown yet.
    pub(crate) fn new(label: String, parts: usize) -> Self {
        let bar = ProgressBar::with_draw_target(
            Some(u64::try_from(parts).unwrap_or(u64::MAX)),
            ProgressDrawTarget::hidden(),
        );
        // A template that could not be read would leave the library's own, which shows the same numbers.
        if let Ok(style) = ProgressStyle::with_template("{msg} {pos}/{len}") {
            bar.set_style(style);
        }
        Self {
            bar: bar.with_message(label),
            is_shown: false,
        }
    }

    pub(crate) fn step(&mut self) {
        if !self.is_shown && self.bar.elapsed() > PATIENCE {
            self.is_shown = true;
            // Nothing is drawn where standard error is no terminal.
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
