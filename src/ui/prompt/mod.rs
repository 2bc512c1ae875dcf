//! Questions to the one at the terminal. Asking is separate from deciding: commands see only the trait.

mod choice;
mod dialog;
mod editor;
#[cfg(feature = "encryption")]
mod hidden;
mod interrupt;
mod keyboard;
mod menu;
mod typed;

#[cfg(unix)]
#[cfg(test)]
mod pty_tests;

use std::io;
use std::rc::Rc;

pub(crate) use dialog::Dialog;
pub(crate) use typed::Typed;
#[cfg(feature = "encryption")]
use zeroize::Zeroizing;

use crate::domain::signs::one_line;

use super::wording::Words;
use super::{Style, terminal};

/// The answer to a question, unless it was left.
pub(crate) type Asked<T> = Result<T, Unasked>;

/// What is wrong with a text, in words, if anything.
pub(crate) type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

#[derive(Debug)]
pub(crate) enum Unasked {
    /// Ctrl-C, Esc or the end of input: the person goes. The cursor is visible again.
    Interrupted,
    Failed(io::Error),
}

/// No option is proposed: what is legally weighty is never answered by pressing Enter once too often.
pub(crate) const NOTHING: usize = usize::MAX;

/// Puts questions. Every question can be left: with Ctrl-C, Esc, or by ending the input.
pub(crate) trait Prompt {
    /// One of `options`, by its place; `default` is proposed, with `NOTHING` none.
    fn select(&mut self, question: &str, options: &[String], default: usize) -> Asked<usize>;

    /// The same among many: typing narrows.
    fn search(&mut self, question: &str, options: &[String]) -> Asked<usize>;

    /// Any of `options`, by their places in order; those in `chosen` are proposed.
    fn select_many(
        &mut self,
        question: &str,
        options: &[String],
        chosen: &[usize],
    ) -> Asked<Vec<usize>>;

    /// A text that `check` accepts, without space around it; `check` gives what is wrong in words. Empty takes
    /// `default`, or is itself put to `check`.
    fn text(&mut self, question: &str, default: Option<&str>, check: Check<'_>) -> Asked<String>;

    /// A text that nobody sees while it is typed, just as it is typed; otherwise as [`Self::text`].
    #[cfg(feature = "encryption")]
    fn secret(&mut self, question: &str, check: Check<'_>) -> Asked<Zeroizing<String>>;

    /// Yes or no; `enter` is what Enter alone answers, if anything: never a yes to what is then stored.
    fn confirm(&mut self, question: &str, enter: Option<bool>) -> Asked<bool>;
}

/// The way to ask that fits: menus in a terminal, typed numbers with `--plain` or where talk is not seen on one.
pub(crate) fn fitting(style: Style, words: Rc<Words>) -> Box<dyn Prompt> {
    let has_fields = terminal::messages_is_terminal() && terminal::can_edit();
    if style.plain || !has_fields {
        Box::new(Typed::at_keyboard(words, has_fields))
    } else {
        Box::new(Dialog::new(style.colour_err, words))
    }
}

/// What was typed into a field as one line, if `check` accepts it. Empty takes `default`.
fn accepted(typed: &str, default: Option<&str>, check: Check<'_>) -> Result<String, String> {
    let text = match (one_line(typed), default) {
        (typed, Some(default)) if typed.is_empty() => default.to_owned(),
        (typed, _) => typed,
    };
    check(&text).map(|()| text)
}

/// Whether Ctrl-C came since the last question, for work that goes on after it.
pub(crate) fn is_interrupted() -> bool {
    interrupt::take()
}

impl From<io::Error> for Unasked {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Self::Interrupted,
            _ => Self::Failed(error),
        }
    }
}
