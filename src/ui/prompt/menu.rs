//! A list on the screen, moved through with the arrows, or a few choices that letters say. Otherwise letters do nothing,
//! and what comes with a paste is thrown away: a text that was meant for a field drives no menu.

use std::io;

use console::{Key, Term};

use super::question::{Asked, LetterChoice, Unasked};
use crate::ui::clean::clean_line;
use crate::ui::terminal::{self, Typing};
use crate::ui::wrap::{in_columns, wrap};
use crate::ui::{Line, Tone};

/// More options than this are shown a page at a time.
pub(super) const LONGEST_MENU: usize = 12;

pub(super) struct Menu<'a> {
    pub(super) term: &'a Term,
    pub(super) is_coloured: bool,
    /// Its first line, if it has one of its own.
    pub(super) question: &'a str,
    /// Its options, each no longer than a line.
    pub(super) options: &'a [String],
    /// Where the arrow stands; nowhere when it is no option.
    pub(super) at: usize,
    /// Which options are ticked, where several may be chosen.
    pub(super) ticked: Option<Vec<bool>>,
    /// What letters say, where they say something: one for each option.
    pub(super) letters: &'a [LetterChoice],
}

/// A text in a tone, colours only as an extra. What is written passes here, and is cleaned here.
pub(super) fn toned(tone: Tone, text: &str, is_coloured: bool) -> String {
    Line::toned(tone, clean_line(text)).render(is_coloured)
}

impl Menu<'_> {
    /// Lets somebody choose: the ticked, or where the arrow stands.
    pub(super) fn choose(&mut self) -> Asked<Vec<usize>> {
        if self.options.is_empty() {
            return Err(Unasked::Interrupted);
        }
        self.keys()?;
        let is_ticked = |place: &usize| match &self.ticked {
            Some(all) => all.get(*place) == Some(&true),
            None => *place == self.at,
        };
        Ok((0..self.options.len()).filter(is_ticked).collect())
    }

    /// Moves and ticks until somebody has chosen.
    fn keys(&mut self) -> Asked<()> {
        let last = self.options.len().saturating_sub(1);
        terminal::is_pasted(false);
        loop {
            let Some(key) = self.key()? else { continue };
            let has_letters = !self.letters.is_empty();
            let is_pasted = terminal::is_pasted(has_letters || key == Key::Escape);
            match key {
                Key::Char(_) | Key::Enter | Key::Escape if is_pasted => terminal::discard_paste(),
                Key::ArrowDown | Key::ArrowRight | Key::Tab => self.go(1),
                Key::ArrowUp | Key::ArrowLeft | Key::BackTab => self.go(last),
                Key::Char(sign) => {
                    let small = sign.to_lowercase().next();
                    let said = self
                        .letters
                        .iter()
                        .position(|it| it.letter.is_some() && it.letter == small);
                    let ticked = self.ticked.as_mut().filter(|_| sign == ' ');
                    match (said, ticked.and_then(|all| all.get_mut(self.at))) {
                        (Some(place), _) => self.at = place,
                        (None, Some(ticked)) => *ticked = !*ticked,
                        (None, None) => terminal::discard_paste(),
                    }
                    if said.is_some_and(|place| self.letters[place].is_at_once) {
                        return Ok(());
                    }
                }
                Key::Enter if self.at <= last => return Ok(()),
                Key::Escape => return Err(Unasked::Back),
                _ => terminal::discard_paste(),
            }
        }
    }

    /// The arrow goes on by so many options, and past those that are said at once.
    fn go(&mut self, by: usize) {
        let count = self.options.len();
        // From nowhere it goes to the first or to the last.
        let from = match (self.at < count, by) {
            (true, _) => self.at,
            (false, 1) => count - 1,
            (false, _) => 0,
        };
        let mut places = (1..=count).map(|times| (from + times * by) % count);
        let is_shown = |place: &usize| !self.letters.get(*place).is_some_and(|it| it.is_at_once);
        self.at = places.find(is_shown).unwrap_or(from);
    }

    /// The next key, while the menu stands on the screen; `None` when it is to be drawn again.
    fn key(&self) -> Asked<Option<Key>> {
        let _single = terminal::single_keys()?;
        let drawn = self.draw()?;
        let key = match terminal::wait_for_typing()? {
            Typing::Waits => self.term.read_key_raw(),
            Typing::Interrupted => Ok(Key::CtrlC),
            // Below what others have written, while the program was stopped.
            Typing::Resumed => return Ok(None),
        };
        self.term.clear_last_lines(drawn)?;
        match key? {
            Key::CtrlC => Err(Unasked::Interrupted),
            _ if terminal::take_interrupt() => Err(Unasked::Interrupted),
            key => Ok(Some(key)),
        }
    }

    /// Draws it; how many lines it took.
    fn draw(&self) -> io::Result<usize> {
        let lines = match self.letters.is_empty() {
            true => self.list(),
            false => self.grid(),
        };
        for line in &lines {
            self.term.write_line(line)?;
        }
        Ok(lines.len())
    }

    fn item(&self, place: usize, text: &str) -> String {
        match place == self.at {
            true => toned(Tone::Strong, &format!("> {text}"), self.is_coloured),
            false => format!("  {}", clean_line(text)),
        }
    }

    /// An option a line, a page at a time.
    fn list(&self) -> Vec<String> {
        let (rows, _) = self.term.size();
        let page = LONGEST_MENU.min(usize::from(rows).saturating_sub(2)).max(1);
        let first = match self.at < self.options.len() {
            true => self.at / page * page,
            false => 0,
        };
        let mut lines = Vec::new();
        if !self.question.is_empty() {
            let pages = self.options.len().div_ceil(page);
            let shown = match pages {
                0 | 1 => String::new(),
                _ => format!(" {}/{pages}", first / page + 1),
            };
            let question = format!("{}{shown}", self.question);
            lines.push(toned(Tone::Strong, &question, self.is_coloured));
        }
        for (place, option) in self.options.iter().enumerate().skip(first).take(page) {
            let tick = self.ticked.as_ref().and_then(|all| all.get(place));
            let mark = tick.map_or("", |ticked| if *ticked { "[x] " } else { "[ ] " });
            lines.push(self.item(place, &format!("{mark}{option}")));
        }
        lines
    }

    /// The question with what letters say at once, what Enter says, and the rest in columns.
    fn grid(&self) -> Vec<String> {
        let (_, columns) = self.term.size();
        let choices = || self.letters.iter().zip(self.options).enumerate();
        let at_once = choices().filter(|(_, (choice, _))| choice.is_at_once);
        let at_once: Vec<_> = at_once.map(|(_, (_, option))| option.as_str()).collect();
        let question = format!("{} ({})", self.question, at_once.join(" · "));
        let question = wrap(&clean_line(&question), columns.into(), 2);
        let question = question.lines();
        let mut lines: Vec<String> = question
            .map(|line| toned(Tone::Strong, line, self.is_coloured))
            .collect();
        let enter = choices().filter(|(_, (choice, _))| choice.letter.is_none());
        lines.extend(enter.map(|(place, (_, option))| self.item(place, option)));
        let rest = choices().filter(|(_, (it, _))| it.letter.is_some() && !it.is_at_once);
        let rest: Vec<String> = rest.map(|(place, (_, it))| self.item(place, it)).collect();
        lines.extend(in_columns(&rest, columns.into()));
        lines
    }
}
