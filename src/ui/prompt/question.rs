//! What can be asked, and how a question may end.

use std::io;

#[cfg(feature = "encryption")]
use zeroize::Zeroizing;

use super::choice::ChoiceKind;
use crate::domain::signs::one_line;

/// The answer to a question, unless it was left.
pub(crate) type Asked<T> = Result<T, Unasked>;

/// What is wrong with a text, in words, if anything.
pub(crate) type Check<'a> = &'a dyn Fn(&str) -> Result<(), String>;

#[derive(Debug)]
pub(crate) enum Unasked {
    /// Ctrl-C or the end of input: the person goes. The cursor is visible again.
    Interrupted,
    /// Esc: the person goes back, to where the question came from.
    Back,
    Failed(io::Error),
}

/// No option is proposed: what is legally weighty is never answered by pressing Enter once too often.
pub(crate) const NOTHING: usize = usize::MAX;

/// What a letter says at a menu of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LetterChoice {
    /// `None`: Enter alone says it.
    pub(crate) letter: Option<char>,
    pub(crate) label: String,
    /// It is said by its letter alone; else the letter goes there and Enter says it.
    pub(crate) is_at_once: bool,
}

impl LetterChoice {
    /// A text of the wording files: the letter, a space, what it says.
    pub(crate) fn of(text: &str, is_at_once: bool) -> Self {
        let lettered = text
            .split_once(' ')
            .filter(|(letter, _)| letter.chars().count() == 1);
        Self {
            letter: lettered.and_then(|(letter, _)| letter.chars().next()),
            label: lettered.map_or(text, |(_, label)| label).to_owned(),
            is_at_once,
        }
    }

    /// The same as it is shown.
    pub(super) fn text(&self) -> String {
        let letter = self.letter.map(|letter| format!("{letter} "));
        format!("{}{}", letter.unwrap_or_default(), self.label)
    }
}

/// Puts questions. Every question can be left: with Ctrl-C or by ending the input, and gone back from with Esc.
pub(crate) trait Prompt {
    /// Any of `options`, by their places in order; those that are `proposed` are what Enter alone says.
    fn choose(
        &mut self,
        question: &str,
        options: &[String],
        proposed: &[usize],
        kind: ChoiceKind,
    ) -> Asked<Vec<usize>>;

    /// One of `options`, by its place; `default` is proposed, with `NOTHING` none.
    fn select(&mut self, question: &str, options: &[String], default: usize) -> Asked<usize> {
        let proposed = (default < options.len()).then_some(default);
        first(self.choose(question, options, proposed.as_slice(), ChoiceKind::One)?)
    }

    /// One of `choices`, by its place, said by letters. Enter alone says the first.
    fn letters(&mut self, question: &str, choices: &[LetterChoice]) -> Asked<usize>;

    /// The same among many: typing narrows.
    fn search(&mut self, question: &str, options: &[String]) -> Asked<usize> {
        first(self.choose(question, options, &[], ChoiceKind::Search)?)
    }

    /// Any of `options`, by their places in order; those in `chosen` are proposed.
    fn select_many(
        &mut self,
        question: &str,
        options: &[String],
        chosen: &[usize],
    ) -> Asked<Vec<usize>> {
        self.choose(question, options, chosen, ChoiceKind::Several)
    }

    /// A text that `check` accepts, without space around it; `check` gives what is wrong in words. Empty takes
    /// `default`, or is itself put to `check`.
    fn text(&mut self, question: &str, default: Option<&str>, check: Check<'_>) -> Asked<String>;

    /// A text that nobody sees while it is typed, just as it is typed; otherwise as [`Self::text`].
    #[cfg(feature = "encryption")]
    fn secret(&mut self, question: &str, check: Check<'_>) -> Asked<Zeroizing<String>>;

    /// Yes or no; `enter` is what Enter alone answers, if anything: never a yes to what is then stored.
    fn confirm(&mut self, question: &str, enter: Option<bool>) -> Asked<bool>;
}

fn first(places: Vec<usize>) -> Asked<usize> {
    places.first().copied().ok_or(Unasked::Interrupted)
}

/// What was typed into a field as one line, if `check` accepts it. Empty takes `default`.
pub(super) fn accepted(
    typed: &str,
    default: Option<&str>,
    check: Check<'_>,
) -> Result<String, String> {
    let text = match (one_line(typed), default) {
        (typed, Some(default)) if typed.is_empty() => default.to_owned(),
        (typed, _) => typed,
    };
    check(&text).map(|()| text)
}

impl From<io::Error> for Unasked {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::Interrupted | io::ErrorKind::UnexpectedEof => Self::Interrupted,
            _ => Self::Failed(error),
        }
    }
}
