//! Questions answered by typing numbers and words: for screen readers, and for tests.

use std::io::{self, Write};
use std::rc::Rc;

use super::choice::{self, ChoiceKind, Wrong};
use super::keyboard::{Keyboard, Lines};
use super::question::{Asked, Check, LetterChoice, Prompt, Unasked, accepted};
use crate::domain::answer::yes_or_no;
use crate::ui::clean::clean_line;
use crate::ui::terminal;
use crate::ui::wording::Words;

pub(crate) struct Typed {
    words: Rc<Words>,
    lines: Box<dyn Lines>,
    out: Box<dyn Write>,
}

impl Typed {
    /// Asks the one at the keyboard, on standard error; answers are typed into fields where the terminal has them.
    pub(crate) fn at_keyboard(words: Rc<Words>, has_fields: bool) -> Self {
        Self {
            words,
            lines: Box::new(Keyboard { has_fields }),
            out: Box::new(terminal::messages()),
        }
    }

    fn write(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", clean_line(text))
    }

    /// Shows what to type and reads a line; the line without space around it.
    fn read(&mut self, hint: &str, default: Option<&str>) -> Asked<String> {
        let default = default.map(|default| {
            let default = say!(self.words, "prompt-default", default = clean_line(default));
            match hint.ends_with('?') {
                true => format!(" ({default})"),
                false => format!(", {default}"),
            }
        });
        let prompt = format!("{}{}: ", clean_line(hint), default.unwrap_or_default());
        let line = self.lines.next_line(&prompt, &mut self.out)?;
        Ok(line.trim().to_owned())
    }

    fn refuse(&mut self, wrong: Wrong, options: &[String]) -> io::Result<()> {
        let refusal = match wrong {
            Wrong::Unknown if choice::are_numbered(options) => {
                say!(self.words, "prompt-not-a-choice", last = options.len())
            }
            Wrong::Unknown => self.words.say("prompt-not-a-text"),
            Wrong::Ambiguous(places) => {
                let fitting = places.iter().filter_map(|place| options.get(*place));
                let fitting: Vec<_> = fitting.map(|option| clean_line(option)).collect();
                say!(
                    self.words,
                    "prompt-ambiguous",
                    options = fitting.join(" · ")
                )
            }
        };
        self.write(&refusal)
    }
}

impl Prompt for Typed {
    fn choose(
        &mut self,
        question: &str,
        options: &[String],
        proposed: &[usize],
        kind: ChoiceKind,
    ) -> Asked<Vec<usize>> {
        self.lines.be_ready();
        self.write(question)?;
        let numbered = choice::are_numbered(options);
        for (place, option) in options.iter().enumerate() {
            let number = if numbered {
                format!("{} ", place + 1)
            } else {
                String::new()
            };
            writeln!(self.out, "  {number}{}", clean_line(option))?;
        }
        let hint = match (kind, numbered) {
            (ChoiceKind::Several, true) => self.words.say("prompt-choose-many"),
            (ChoiceKind::Several, false) => self.words.say("prompt-choose-many-texts"),
            (_, true) => say!(self.words, "prompt-choose", last = options.len()),
            (_, false) => self.words.say("prompt-choose-text"),
        };
        let names = proposed.iter().map(|place| choice::name(*place, options));
        let names = names.collect::<Vec<_>>().join(",");
        let default = Some(names.as_str()).filter(|names| !names.is_empty());
        while !options.is_empty() {
            let typed = self.read(&hint, default)?;
            if typed.is_empty() && default.is_some() {
                return Ok(proposed.to_vec());
            }
            match choice::meant(&typed, options, kind) {
                Ok(places) => return Ok(places),
                Err(wrong) => self.refuse(wrong, options)?,
            }
        }
        Err(Unasked::Interrupted)
    }

    fn letters(&mut self, question: &str, choices: &[LetterChoice]) -> Asked<usize> {
        self.lines.be_ready();
        self.write(question)?;
        let labels: Vec<String> = choices.iter().map(|choice| choice.label.clone()).collect();
        for choice in choices.iter().filter(|choice| choice.letter.is_some()) {
            writeln!(self.out, "  {}", clean_line(&choice.text()))?;
        }
        let hint = self.words.say("prompt-letter");
        loop {
            let typed = self.read(&hint, labels.first().map(String::as_str))?;
            let letter = typed.to_lowercase();
            let is_it = |choice: &LetterChoice| match choice.letter {
                Some(of_it) => letter.chars().eq([of_it]),
                None => letter.is_empty(),
            };
            if let Some(place) = choices.iter().position(is_it) {
                return Ok(place);
            }
            match choice::meant(&typed, &labels, ChoiceKind::One) {
                Ok(places) if typed.parse::<usize>().is_err() => {
                    return places.first().copied().ok_or(Unasked::Interrupted);
                }
                Err(wrong @ Wrong::Ambiguous(_)) => self.refuse(wrong, &labels)?,
                _ => self.write(&self.words.say("prompt-not-a-letter"))?,
            }
        }
    }

    fn text(&mut self, question: &str, default: Option<&str>, check: Check<'_>) -> Asked<String> {
        self.lines.be_ready();
        let question = clean_line(question);
        loop {
            match accepted(&self.read(&question, default)?, default, check) {
                Ok(text) => return Ok(text),
                Err(why) => self.write(&why)?,
            }
        }
    }

    #[cfg(feature = "encryption")]
    fn secret(&mut self, question: &str, check: Check<'_>) -> Asked<zeroize::Zeroizing<String>> {
        self.lines.be_ready();
        loop {
            let prompt = format!("{}: ", clean_line(question));
            let typed = self.lines.next_hidden_line(&prompt, &mut self.out);
            // Enter was not shown either.
            writeln!(self.out)?;
            let typed = zeroize::Zeroizing::new(typed?);
            match check(&typed) {
                Ok(()) => return Ok(typed),
                Err(why) => self.write(&why)?,
            }
        }
    }

    fn confirm(&mut self, question: &str, enter: Option<bool>) -> Asked<bool> {
        self.lines.be_ready();
        self.write(question)?;
        let hint = self.words.say("prompt-yes-no");
        let name = |yes| self.words.say(if yes { "yes" } else { "no" });
        let proposed = enter.map(name);
        loop {
            let typed = self.read(&hint, proposed.as_deref())?;
            let answer = yes_or_no(&typed).or(enter.filter(|_| typed.is_empty()));
            if let Some(answer) = answer {
                return Ok(answer);
            }
            let refusal = self.words.say("prompt-not-yes-no");
            self.write(&refusal)?;
        }
    }
}

#[cfg(test)]
pub(super) mod scripted {
    //! Answers written down beforehand.

    use std::collections::VecDeque;
    use std::io::Write;
    use std::rc::Rc;

    use super::super::question::{Asked, Unasked};
    use super::{Lines, Typed, Words};

    /// Typing this is Ctrl-C.
    pub(crate) const CTRL_C: &str = "^C";

    struct Script(VecDeque<String>);

    impl Lines for Script {
        fn be_ready(&mut self) {}

        fn next_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
            write!(out, "{prompt}")?;
            let line = self.0.pop_front().filter(|line| line != CTRL_C);
            line.ok_or(Unasked::Interrupted)
        }
    }

    /// A prompt that types these lines and then ends the input; what it asks is written to `out`.
    pub(crate) fn typed(lines: &[&str], words: Rc<Words>, out: impl Write + 'static) -> Typed {
        Typed {
            words,
            lines: Box::new(Script(
                lines.iter().map(|line| (*line).to_owned()).collect(),
            )),
            out: Box::new(out),
        }
    }
}

#[cfg(test)]
#[path = "typed_tests.rs"]
mod tests;
