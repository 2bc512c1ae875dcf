//! Questions to the one at the terminal. Asking is separate from deciding: commands see only the trait.

mod choice;
mod dialog;
mod editor;
mod keyboard;
mod letters;
mod menu;
mod question;
mod typed;

#[cfg(unix)]
#[cfg(test)]
mod pty_tests;

use std::rc::Rc;

pub(crate) use dialog::Dialog;
pub(crate) use question::{Asked, LetterChoice, NOTHING, Prompt, Unasked};
pub(crate) use typed::Typed;

use super::wording::Words;
use super::{Style, terminal};

/// The way to ask that fits: menus in a terminal, typed numbers with `--plain` or where talk is not seen on one.
pub(crate) fn fitting(style: Style, words: Rc<Words>) -> Box<dyn Prompt> {
    let has_fields = terminal::messages_is_terminal() && terminal::can_edit();
    if style.plain || !has_fields {
        Box::new(Typed::at_keyboard(words, has_fields))
    } else {
        Box::new(Dialog::new(style.colour_err, words))
    }
}
