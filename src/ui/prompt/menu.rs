//! A list on the screen, moved through with the arrows. Letters do nothing in it, and what waits behind one is thrown
//! away: a text that was meant for a field drives no menu.

use std::io;

use console::{Key, Term, style};

use super::keyboard::next_key;
use super::question::{Asked, Unasked};
use crate::ui::clean::clean_line;
use crate::ui::terminal;

/// How menus and fields look: the question as it is put, an arrow at the choice, colours only as an extra. What is
/// written passes here, and is cleaned here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) coloured: bool,
}

impl Look {
    pub(super) fn strong(self, text: &str) -> String {
        let text = clean_line(text);
        if self.coloured {
            return style(text).force_styling(true).bold().to_string();
        }
        text
    }

    pub(super) fn chosen(self, question: &str, chosen: &str) -> String {
        format!("{} {}", self.strong(question), clean_line(chosen))
    }

    pub(super) fn item(self, text: &str, is_active: bool) -> String {
        let text = clean_line(text);
        if !is_active {
            return format!("  {text}");
        }
        let line = format!("> {text}");
        if self.coloured {
            return style(line).force_styling(true).cyan().to_string();
        }
        line
    }

    /// What stands before a field. A question too long for the line stands above it.
    pub(super) fn field(self, question: &str, default: Option<&str>) -> String {
        let question = self.strong(if question.is_empty() { ">" } else { question });
        match default {
            Some(default) => format!("{question} [{}] ", clean_line(default)),
            None => format!("{question} "),
        }
    }
}

/// More options than this are shown a page at a time.
pub(super) const LONGEST_MENU: usize = 12;

pub(super) struct Menu<'a> {
    pub(super) term: &'a Term,
    pub(super) look: Look,
    /// Its first line, if it has one of its own.
    pub(super) question: &'a str,
    /// Its options, each no longer than a line.
    pub(super) options: &'a [String],
    /// Where the arrow stands; nowhere when it is no option.
    pub(super) at: usize,
    /// Which options are ticked, where several may be chosen.
    pub(super) ticked: Option<Vec<bool>>,
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

    fn keys(&mut self) -> Asked<()> {
        let last = self.options.len().saturating_sub(1);
        terminal::is_too_fast();
        loop {
            let drawn = self.draw()?;
            let Some(key) = next_key(self.term, drawn)? else {
                continue;
            };
            let is_too_fast = terminal::is_too_fast();
            match key {
                Key::Char(' ') | Key::Enter if is_too_fast => {}
                Key::ArrowDown | Key::Tab if self.at < last => self.at += 1,
                Key::ArrowDown | Key::Tab => self.at = 0,
                Key::ArrowUp | Key::BackTab if self.at > 0 => self.at = last.min(self.at - 1),
                Key::ArrowUp | Key::BackTab => self.at = last,
                Key::Char(' ') => {
                    let ticked = self.ticked.as_mut().and_then(|all| all.get_mut(self.at));
                    match ticked {
                        Some(ticked) => *ticked = !*ticked,
                        None => terminal::discard_typed(),
                    }
                }
                Key::Enter if self.at <= last => return Ok(()),
                Key::Escape => return Err(Unasked::Back),
                _ => terminal::discard_typed(),
            }
        }
    }

    /// Draws it; how many lines it took.
    fn draw(&self) -> io::Result<usize> {
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
            lines.push(self.look.strong(&format!("{}{shown}", self.question)));
        }
        for (place, option) in self.options.iter().enumerate().skip(first).take(page) {
            let tick = self.ticked.as_ref().and_then(|all| all.get(place));
            let mark = tick.map_or("", |ticked| if *ticked { "[x] " } else { "[ ] " });
            lines.push(self.look.item(&format!("{mark}{option}"), place == self.at));
        }
        for line in &lines {
            self.term.write_line(line)?;
        }
        Ok(lines.len())
    }
}
