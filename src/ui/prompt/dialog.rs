//! Questions as menus and fields, drawn on standard error.

use std::rc::Rc;

use console::{Term, measure_text_width, truncate_str};
use dialoguer::FuzzySelect;

#[cfg(feature = "encryption")]
use super::Typed;
use super::menu::{LONGEST_MENU, Look, Menu};
use super::{Asked, Check, NOTHING, Prompt, Unasked, accepted, editor, interrupt};
use crate::ui::clean::clean_line;
use crate::ui::terminal;
use crate::ui::wording::Words;
use crate::ui::wrap::wrap;

pub(crate) struct Dialog {
    look: Look,
    words: Rc<Words>,
    term: Term,
}

/// Columns that a menu needs beside its options.
const MENU_MARGIN: usize = 8;
/// Columns kept free for what is typed after a question.
const ROOM_TO_TYPE: usize = 24;

impl Dialog {
    pub(crate) fn new(coloured: bool, words: Rc<Words>) -> Self {
        // What dialoguer colours by itself, such as the letters a search has found.
        console::set_colors_enabled_stderr(coloured);
        Self {
            look: Look { coloured },
            words,
            term: Term::stderr(),
        }
    }

    fn width(&self) -> usize {
        let (_, columns) = self.term.size();
        columns.into()
    }

    /// The question as a prompt; one too long for a line is written above, and the prompt is then empty.
    fn headed(&self, question: &str, room: usize) -> Asked<String> {
        let question = clean_line(question);
        if measure_text_width(&question) + room <= self.width() {
            return Ok(question);
        }
        self.term.write_line(&wrap(&question, self.width(), 0))?;
        Ok(String::new())
    }

    /// Leaves what was chosen after its question, below it where there is no room.
    fn echo(&self, question: &str, options: &[String], chosen: &[usize]) -> Asked<()> {
        let chosen: Vec<&str> = chosen
            .iter()
            .filter_map(|place| options.get(*place).map(String::as_str))
            .collect();
        let question = clean_line(question);
        let question = question.as_str();
        let line = format!("{question} {}", chosen.join(", "));
        if !question.is_empty() && measure_text_width(&line) <= self.width() {
            let line = self.look.chosen(question, &chosen.join(", "));
            return Ok(self.term.write_line(&line)?);
        }
        if !question.is_empty() {
            self.term.write_line(question)?;
        }
        for option in chosen {
            self.term.write_line(&format!("> {option}"))?;
        }
        Ok(())
    }

    /// Options that a menu has to cut are written above it, whole.
    fn spell_out(&self, options: &[String]) -> Asked<()> {
        let room = self.room_for_options();
        for option in options.iter().map(|option| clean_line(option)) {
            if measure_text_width(&option) > room {
                let option = wrap(&format!("- {option}"), self.width(), 2);
                self.term.write_line(&option)?;
            }
        }
        Ok(())
    }

    /// A menu, and what was chosen in it: where the arrow stands, and the ticked.
    fn choose(
        &self,
        question: &str,
        asked: &str,
        options: &[String],
        at: usize,
        ticked: Option<Vec<bool>>,
    ) -> Asked<(usize, Vec<usize>)> {
        begin()?;
        self.spell_out(options)?;
        let headed = self.headed(asked, MENU_MARGIN)?;
        let options = self.fitted(options);
        let mut menu = Menu {
            term: &self.term,
            look: self.look,
            question: &headed,
            options: &options,
            at,
            ticked,
        };
        if !menu.choose()? {
            return Err(Unasked::Interrupted);
        }
        let (at, ticked) = (menu.at, menu.ticked);
        let is_ticked = |place: &usize| match &ticked {
            Some(all) => all.get(*place) == Some(&true),
            None => *place == at,
        };
        let chosen: Vec<usize> = (0..options.len()).filter(is_ticked).collect();
        let question = if headed.is_empty() { "" } else { question };
        self.echo(question, &options, &chosen)?;
        Ok((at, chosen))
    }

    fn room_for_options(&self) -> usize {
        self.width().saturating_sub(MENU_MARGIN).max(MENU_MARGIN)
    }

    fn fitted(&self, options: &[String]) -> Vec<String> {
        let room = self.room_for_options();
        let fit = |option: &String| truncate_str(&clean_line(option), room, "…").into_owned();
        options.iter().map(fit).collect()
    }
}

impl Prompt for Dialog {
    fn select(&mut self, question: &str, options: &[String], default: usize) -> Asked<usize> {
        let asked = if default < options.len() {
            question.to_owned()
        } else {
            let hint = self.words.say("prompt-arrows");
            format!("{question} ({hint})")
        };
        let (at, _) = self.choose(question, &asked, options, default, None)?;
        Ok(at)
    }

    fn search(&mut self, question: &str, options: &[String]) -> Asked<usize> {
        begin()?;
        let hint = self.words.say("prompt-narrow");
        let headed = self.headed(&format!("{question} ({hint})"), ROOM_TO_TYPE)?;
        let is_headed = headed.is_empty();
        let options = self.fitted(options);
        let menu = FuzzySelect::new()
            .items(&options)
            .default(0)
            .max_length(LONGEST_MENU)
            .report(false)
            .with_prompt(headed);
        let chosen = end(menu.interact_on_opt(&self.term))?;
        let question = if is_headed { "" } else { question };
        self.echo(question, &options, &[chosen])?;
        Ok(chosen)
    }

    fn select_many(
        &mut self,
        question: &str,
        options: &[String],
        chosen: &[usize],
    ) -> Asked<Vec<usize>> {
        let hint = self.words.say("prompt-many");
        let asked = format!("{question} ({hint})");
        let ticked = (0..options.len()).map(|place| chosen.contains(&place));
        let (_, places) = self.choose(question, &asked, options, 0, Some(ticked.collect()))?;
        Ok(places)
    }

    fn text(&mut self, question: &str, default: Option<&str>, check: Check<'_>) -> Asked<String> {
        begin()?;
        let question = self.headed(question, ROOM_TO_TYPE)?;
        let field = self.look.field(&question, default);
        loop {
            match accepted(&editor::read_line(&field)?, default, check) {
                Ok(text) => return Ok(text),
                Err(why) => self.term.write_line(&wrap(&why, self.width(), 0))?,
            }
        }
    }

    #[cfg(feature = "encryption")]
    fn secret(&mut self, question: &str, check: Check<'_>) -> Asked<zeroize::Zeroizing<String>> {
        begin()?;
        Typed::at_keyboard(Rc::clone(&self.words), true).secret(question, check)
    }

    fn confirm(&mut self, question: &str, enter: Option<bool>) -> Asked<bool> {
        let options = [self.words.say("yes"), self.words.say("no")];
        let default = enter.map_or(NOTHING, |yes| usize::from(!yes));
        Ok(self.select(question, &options, default)? == 0)
    }
}

/// Before a question: Ctrl-C is an answer from now on, also one that came since the last question; whatever else was
/// typed before the question stood there is none.
fn begin() -> Asked<()> {
    interrupt::listen();
    terminal::discard_typed();
    if interrupt::take() {
        return Err(Unasked::Interrupted);
    }
    Ok(())
}

/// After a question: dialoguer leaves the cursor hidden when a menu is interrupted. Between two keys the terminal is
/// not in the menu's hands, and a Ctrl-C just then is only remembered: whatever was typed next, the person goes.
fn end<T>(answer: dialoguer::Result<Option<T>>) -> Asked<T> {
    match answer {
        Ok(Some(answer)) if !interrupt::take() => Ok(answer),
        Ok(_) => Err(Unasked::Interrupted),
        Err(dialoguer::Error::IO(error)) => {
            terminal::show_cursor();
            Err(error.into())
        }
    }
}
