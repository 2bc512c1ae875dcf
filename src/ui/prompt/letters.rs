//! A few choices that letters say, in rows. What comes with a paste is thrown away: a text that was meant for a field
//! drives no menu.

use console::{Key, Term};

use super::keyboard::next_key;
use super::menu::Look;
use super::question::{Asked, LetterChoice, Unasked};
use crate::ui::clean::clean_line;
use crate::ui::terminal;
use crate::ui::wrap::{in_columns, wrap};

pub(super) struct LetterMenu<'a> {
    pub(super) term: &'a Term,
    pub(super) look: Look,
    pub(super) question: &'a str,
    /// What Enter alone says comes first.
    pub(super) choices: &'a [LetterChoice],
    /// Where the arrow stands.
    pub(super) at: usize,
}

impl LetterMenu<'_> {
    /// Lets somebody choose: a letter and Enter, or a letter alone where it says its choice at once.
    pub(super) fn choose(&mut self) -> Asked<usize> {
        loop {
            let lines = self.lines();
            lines
                .iter()
                .try_for_each(|line| self.term.write_line(line))?;
            let Some(key) = next_key(self.term, lines.len())? else {
                continue;
            };
            match key {
                Key::Char(_) | Key::Enter if terminal::is_pasted() => terminal::discard_paste(),
                Key::ArrowDown | Key::ArrowRight | Key::Tab => self.go(1),
                Key::ArrowUp | Key::ArrowLeft | Key::BackTab => self.go(self.choices.len() - 1),
                Key::Char(letter) => {
                    let letter = letter.to_lowercase().next();
                    let is_said =
                        |choice: &LetterChoice| choice.letter.is_some() && choice.letter == letter;
                    match self.choices.iter().position(is_said) {
                        Some(place) if self.is_at_once(place) => return Ok(place),
                        Some(place) => self.at = place,
                        None => terminal::discard_paste(),
                    }
                }
                Key::Enter => return Ok(self.at),
                Key::Escape => return Err(Unasked::Back),
                _ => terminal::discard_paste(),
            }
        }
    }

    fn is_at_once(&self, place: usize) -> bool {
        self.choices
            .get(place)
            .is_some_and(|choice| choice.is_at_once)
    }

    /// The arrow goes on by so many choices, and past those that are said at once.
    fn go(&mut self, by: usize) {
        let count = self.choices.len();
        let mut places = (1..=count).map(|times| (self.at + times * by) % count);
        self.at = places
            .find(|place| !self.is_at_once(*place))
            .unwrap_or_default();
    }

    /// The question with what letters say at once, what Enter says, and the rest in columns.
    fn lines(&self) -> Vec<String> {
        let (_, columns) = self.term.size();
        let all = || self.choices.iter().enumerate();
        let at_once = all().filter(|(_, choice)| choice.is_at_once);
        let at_once: Vec<String> = at_once.map(|(_, choice)| choice.text()).collect();
        let question = format!("{} ({})", self.question, at_once.join(" · "));
        let question = wrap(&clean_line(&question), columns.into(), 2);
        let mut lines: Vec<String> = question
            .lines()
            .map(|line| self.look.strong(line))
            .collect();
        let item = |(place, choice): (usize, &LetterChoice)| {
            self.look.item(&choice.text(), place == self.at)
        };
        lines.extend(
            all()
                .filter(|(_, choice)| choice.letter.is_none())
                .map(item),
        );
        let rest = all().filter(|(_, choice)| choice.letter.is_some() && !choice.is_at_once);
        let rest: Vec<String> = rest.map(item).collect();
        lines.extend(in_columns(&rest, columns.into()));
        lines
    }
}
