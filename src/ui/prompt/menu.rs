//! A list on the screen: typing narrows it to what holds that, the arrows move in it, Enter takes what the arrow stands
//! at and nothing else, Esc leaves. A text that comes all at once was meant for a field, and drives no menu.

use std::io;

use console::{Key, Term, measure_text_width, style, truncate_str};

use super::keyboard::next_key;
use super::question::{Asked, NOTHING, Unasked};
use crate::domain::signs::undotted;
use crate::ui::clean::clean_line;
use crate::ui::terminal;
use crate::ui::wording::Words;

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
    pub(super) words: &'a Words,
    /// Its first line, if it has one of its own.
    pub(super) question: &'a str,
    /// Its options, each no longer than a line.
    pub(super) options: &'a [String],
    /// The same whole, as what is typed is compared with them.
    pub(super) names: Vec<String>,
    /// Where the arrow stands; nowhere when it is no option.
    pub(super) at: usize,
    /// Which options are ticked, where several may be chosen.
    pub(super) ticked: Option<Vec<bool>>,
}

/// What was typed to narrow the options, and where the arrow stood before.
struct Narrowing {
    typed: String,
    began_at: usize,
    /// More was waiting behind the last letter: a text that was pasted, or typed before the question stood there.
    is_burst: bool,
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
        let mut narrowing = Narrowing {
            typed: String::new(),
            began_at: self.at,
            is_burst: false,
        };
        terminal::is_too_fast();
        loop {
            let shown = self.fitting(&narrowing.typed);
            let drawn = self.draw(&narrowing.typed, &shown)?;
            let Some(key) = next_key(self.term, drawn)? else {
                continue;
            };
            let is_burst = terminal::is_too_fast() || narrowing.is_burst;
            narrowing.is_burst = false;
            let here = shown.iter().position(|place| *place == self.at);
            let last = shown.len().saturating_sub(1);
            match key {
                Key::Enter if is_burst => self.forget(&mut narrowing),
                Key::ArrowDown | Key::Tab => {
                    let next = here.map_or(0, |here| if here < last { here + 1 } else { 0 });
                    self.at = shown.get(next).copied().unwrap_or(self.at);
                }
                Key::ArrowUp | Key::BackTab => {
                    let next = here.filter(|here| *here > 0).map_or(last, |here| here - 1);
                    self.at = shown.get(next).copied().unwrap_or(self.at);
                }
                Key::Char(' ') if self.ticked.is_some() => {
                    let ticked = self.ticked.as_mut().and_then(|all| all.get_mut(self.at));
                    if let Some(ticked) = ticked.filter(|_| here.is_some() && !is_burst) {
                        *ticked = !*ticked;
                    }
                }
                Key::Enter if here.is_some() || self.ticked.is_some() => return Ok(()),
                Key::Escape => return Err(Unasked::Back),
                Key::Backspace => {
                    narrowing.typed.pop();
                    self.narrow(&mut narrowing);
                }
                Key::Char(sign) if !sign.is_control() => {
                    narrowing.typed.push(sign);
                    narrowing.is_burst = terminal::is_waiting();
                    self.narrow(&mut narrowing);
                }
                _ => terminal::discard_typed(),
            }
        }
    }

    /// What came all at once was meant for something else: it is as if it had not been typed.
    fn forget(&mut self, narrowing: &mut Narrowing) {
        terminal::discard_typed();
        narrowing.typed.clear();
        self.at = narrowing.began_at;
    }

    /// The arrow goes to the only one that begins so (`j` is *ja*, though *nej* holds it too), or the only one that fits; it
    /// stays where it is while that fits.
    fn narrow(&mut self, narrowing: &mut Narrowing) {
        let fitting = self.fitting(&narrowing.typed);
        let typed = undotted(&narrowing.typed);
        let begins = |place: &&usize| {
            let name = self.names.get(**place);
            name.is_some_and(|name| name.starts_with(typed.trim()))
        };
        let beginning: Vec<_> = fitting.iter().filter(begins).copied().collect();
        self.at = match fitting[..] {
            _ if narrowing.typed.trim().is_empty() => narrowing.began_at,
            [only] => only,
            _ if let [only] = beginning[..] => only,
            _ if fitting.contains(&self.at) => self.at,
            _ => NOTHING,
        };
    }

    /// The places of the options that hold what was typed.
    fn fitting(&self, typed: &str) -> Vec<usize> {
        let typed = undotted(typed);
        let names = (0..).zip(&self.names);
        let fitting = names.filter(|(_, name)| name.contains(typed.trim()));
        fitting.map(|(place, _)| place).collect()
    }

    /// Draws it; how many lines it took.
    fn draw(&self, typed: &str, shown: &[usize]) -> io::Result<usize> {
        let (rows, columns) = self.term.size();
        let page = LONGEST_MENU.min(usize::from(rows).saturating_sub(3)).max(1);
        let here = shown.iter().position(|place| *place == self.at);
        let first = here.unwrap_or(0) / page * page;
        let all = self.options.len();
        let mut notes = Vec::new();
        match (typed.is_empty(), shown.len()) {
            (true, _) => {}
            (false, 0) => notes.push(say!(self.words, "prompt-none-found", typed)),
            (false, count) => notes.push(say!(self.words, "prompt-found", typed, count, all)),
        }
        if shown.len() > page {
            let last = shown.len().min(first + page);
            let (first, all) = (first + 1, shown.len());
            notes.push(say!(self.words, "prompt-page", first, last, all));
        }
        let notes = notes.join(" · ");
        let heading = [self.question, &notes];
        let heading = heading.into_iter().filter(|part| !part.is_empty());
        let heading = heading.collect::<Vec<_>>().join("  ");
        let mut lines = Vec::new();
        if !heading.is_empty() {
            let fits = measure_text_width(&heading) < columns.into();
            match fits {
                true => lines.push(self.look.strong(&heading)),
                false => {
                    lines.push(self.look.strong(self.question));
                    let notes = truncate_str(&notes, columns.saturating_sub(1).into(), "…");
                    lines.push(self.look.strong(&notes));
                }
            }
        }
        for place in shown.iter().skip(first).take(page) {
            let tick = self.ticked.as_ref().and_then(|all| all.get(*place));
            let mark = tick.map_or("", |ticked| if *ticked { "[x] " } else { "[ ] " });
            let option = self.options.get(*place).map_or("", String::as_str);
            lines.push(
                self.look
                    .item(&format!("{mark}{option}"), *place == self.at),
            );
        }
        for line in &lines {
            self.term.write_line(line)?;
        }
        Ok(lines.len())
    }
}
