//! Questions as menus and fields, drawn on standard error.

use std::rc::Rc;

use console::{Term, measure_text_width, truncate_str};
use dialoguer::{FuzzySelect, Input, MultiSelect, Select};

#[cfg(feature = "encryption")]
use super::Typed;
use super::look::Look;
use super::{Asked, Prompt, Unasked, interrupt};
use crate::ui::clean::clean_line;
use crate::ui::terminal;
use crate::ui::wording::Words;
use crate::ui::wrap::wrap;

/// Asks with arrow keys and fields.
pub(crate) struct Dialog {
    look: Look,
    words: Rc<Words>,
    term: Term,
}

/// Columns that a menu needs beside its options.
const MENU_MARGIN: usize = 8;
/// Columns kept free for what is typed after a question.
const ROOM_TO_TYPE: usize = 24;
/// More options than this are shown a page at a time.
const LONGEST_MENU: usize = 12;

impl Dialog {
    /// Menus with or without colours.
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
        begin()?;
        self.spell_out(options)?;
        let asked = if default < options.len() {
            question.to_owned()
        } else {
            let hint = self.words.say("prompt-arrows", &[]);
            format!("{question} ({hint})")
        };
        let headed = self.headed(&asked, MENU_MARGIN)?;
        let options = self.fitted(options);
        let mut menu = Select::with_theme(&self.look)
            .items(&options)
            .default(default)
            .max_length(LONGEST_MENU);
        let question = if headed.is_empty() { "" } else { question };
        if !headed.is_empty() {
            menu = menu.with_prompt(headed).report(false);
        }
        let chosen = end(menu.interact_on_opt(&self.term))?;
        self.echo(question, &options, &[chosen])?;
        Ok(chosen)
    }

    fn search(&mut self, question: &str, options: &[String]) -> Asked<usize> {
        begin()?;
        let hint = self.words.say("prompt-narrow", &[]);
        let headed = self.headed(&format!("{question} ({hint})"), ROOM_TO_TYPE)?;
        let is_headed = headed.is_empty();
        let options = self.fitted(options);
        let menu = FuzzySelect::with_theme(&self.look)
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
        begin()?;
        let hint = self.words.say("prompt-many", &[]);
        self.spell_out(options)?;
        let headed = self.headed(&format!("{question} ({hint})"), MENU_MARGIN)?;
        let options = self.fitted(options);
        let marked = options.iter().enumerate();
        let marked = marked.map(|(place, option)| (option, chosen.contains(&place)));
        let mut menu = MultiSelect::with_theme(&self.look)
            .items_checked(marked)
            .max_length(LONGEST_MENU);
        let question = if headed.is_empty() { "" } else { question };
        if !headed.is_empty() {
            menu = menu.with_prompt(headed).report(false);
        }
        let chosen = end(menu.interact_on_opt(&self.term))?;
        self.echo(question, &options, &chosen)?;
        Ok(chosen)
    }

    fn text(
        &mut self,
        question: &str,
        default: Option<&str>,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Asked<String> {
        begin()?;
        let question = self.headed(question, ROOM_TO_TYPE)?;
        let mut field = Input::<String>::with_theme(&self.look)
            .with_prompt(question)
            .allow_empty(true)
            .validate_with(|typed: &String| check(typed.trim()));
        if let Some(default) = default {
            field = field.default(default.to_owned());
        }
        let typed = field.interact_text_on(&self.term);
        if typed.is_err() {
            // The cursor stands in the middle of the field.
            self.term.write_line("")?;
        }
        end(typed.map(Some)).map(|typed| typed.trim().to_owned())
    }

    #[cfg(feature = "encryption")]
    fn secret(
        &mut self,
        question: &str,
        check: &dyn Fn(&str) -> Result<(), String>,
    ) -> Asked<zeroize::Zeroizing<String>> {
        begin()?;
        Typed::at_keyboard(Rc::clone(&self.words)).secret(question, check)
    }

    fn confirm(&mut self, question: &str, default: bool) -> Asked<bool> {
        let options = [self.words.say("yes", &[]), self.words.say("no", &[])];
        let chosen = self.select(question, &options, usize::from(!default))?;
        Ok(chosen == 0)
    }
}

/// Before a question: Ctrl-C is an answer from now on, also one that came since the last question.
fn begin() -> Asked<()> {
    interrupt::listen();
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
