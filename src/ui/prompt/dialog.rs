//! Questions as menus and fields, drawn on standard error.

use std::rc::Rc;

use console::{Term, measure_text_width, truncate_str};

#[cfg(feature = "encryption")]
use super::Typed;
use super::choice::ChoiceKind;
use super::editor;
use super::letters::LetterMenu;
use super::menu::{LONGEST_MENU, Look, Menu};
use super::question::{Asked, Check, LetterChoice, NOTHING, Prompt, Unasked, accepted};
use crate::domain::signs::undotted;
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
        let options = chosen.iter().filter_map(|place| options.get(*place));
        let chosen: Vec<&str> = options.map(String::as_str).collect();
        let (question, joined) = (clean_line(question), chosen.join(", "));
        if question.is_empty()
            || measure_text_width(&question) + 1 + measure_text_width(&joined) > self.width()
        {
            let above = Some(question).filter(|question| !question.is_empty());
            let below = chosen.iter().map(|option| format!("> {option}"));
            for line in above.into_iter().chain(below) {
                self.term.write_line(&line)?;
            }
            return Ok(());
        }
        Ok(self
            .term
            .write_line(&self.look.chosen(&question, &joined))?)
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
    fn choose(
        &mut self,
        question: &str,
        options: &[String],
        proposed: &[usize],
        kind: ChoiceKind,
    ) -> Asked<Vec<usize>> {
        begin()?;
        // A long list is searched, and its options are not written twice.
        let is_long = kind == ChoiceKind::One && options.len() > LONGEST_MENU;
        let (hint, room) = match kind {
            _ if is_long => (Some("prompt-narrow"), ROOM_TO_TYPE),
            ChoiceKind::One if !proposed.is_empty() => (None, MENU_MARGIN),
            ChoiceKind::One => (Some("prompt-arrows"), MENU_MARGIN),
            ChoiceKind::Several => (Some("prompt-many"), MENU_MARGIN),
            ChoiceKind::Search => (Some("prompt-narrow"), ROOM_TO_TYPE),
        };
        let hint = hint.map(|hint| format!(" ({})", self.words.say(hint)));
        if kind != ChoiceKind::Search && !is_long {
            self.spell_out(options)?;
        }
        let headed = self.headed(&format!("{question}{}", hint.unwrap_or_default()), room)?;
        let names = options.iter().map(|option| undotted(option)).collect();
        let options = self.fitted(options);
        let question = if headed.is_empty() { "" } else { question };
        let is_several = kind == ChoiceKind::Several;
        let ticked = (0..options.len()).map(|place| proposed.contains(&place));
        let mut menu = Menu {
            term: &self.term,
            look: self.look,
            words: &self.words,
            question: &headed,
            options: &options,
            names,
            at: match kind {
                ChoiceKind::One => proposed.first().copied().unwrap_or(NOTHING),
                ChoiceKind::Search | ChoiceKind::Several => 0,
            },
            ticked: is_several.then(|| ticked.collect()),
        };
        let chosen = menu.choose()?;
        self.echo(question, &options, &chosen)?;
        Ok(chosen)
    }

    fn letters(&mut self, question: &str, choices: &[LetterChoice]) -> Asked<usize> {
        begin()?;
        let mut menu = LetterMenu {
            term: &self.term,
            look: self.look,
            question,
            choices,
            at: 0,
        };
        let chosen = menu.choose()?;
        let said = choices.get(chosen).map(|choice| choice.label.clone());
        self.echo(question, &[said.unwrap_or_default()], &[0])?;
        Ok(chosen)
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
    terminal::listen();
    terminal::discard_typed();
    if terminal::take_interrupt() {
        return Err(Unasked::Interrupted);
    }
    Ok(())
}
