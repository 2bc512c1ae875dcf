//! Typed lines: from a field, or from the terminal as it is; and single keys.

use std::io::{ErrorKind, Write};

use console::{Key, Term};

use super::editor;
use super::question::{Asked, Unasked};
use crate::ui::terminal::{self, Typing};

pub(super) trait Lines {
    /// Called before a question is shown: from then on it can be left.
    fn be_ready(&mut self);

    /// The next line, typed after `prompt`; left at Ctrl-C and at the end of input.
    fn next_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String>;

    /// The same, while nothing that is typed is shown, from before the prompt stands there.
    #[cfg(feature = "encryption")]
    fn next_hidden_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        self.next_line(prompt, out)
    }
}

pub(super) struct Keyboard {
    /// They are typed into fields, and not as the terminal itself hands them over.
    pub(super) has_fields: bool,
}

fn whole_line(prompt: &str, out: &mut dyn Write) -> Asked<String> {
    loop {
        write!(out, "{prompt}")?;
        out.flush()?;
        match terminal::read_line() {
            Ok(Some(line)) => return Ok(line),
            // The program was stopped and goes on: the prompt has gone from the screen.
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Ok(None) => {
                writeln!(out)?;
                return Err(Unasked::Interrupted);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

impl Lines for Keyboard {
    fn be_ready(&mut self) {
        terminal::listen();
        terminal::discard_typed();
    }

    fn next_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        if terminal::take_interrupt() {
            return Err(Unasked::Interrupted);
        }
        if self.has_fields {
            return editor::read_line(prompt);
        }
        let mut line = whole_line(prompt, out)?;
        // Enter with more behind it is the break of a paste; what has no Enter of its own yet goes on.
        loop {
            let rest = terminal::read_waiting()?;
            if rest.is_empty() {
                // The marks around a paste, from a terminal that sends them unasked.
                return Ok(line.replace("\u{1b}[200~", "").replace("\u{1b}[201~", ""));
            }
            line = format!("{line}\n{rest}");
            if !rest.ends_with(['\r', '\n']) {
                line.push_str(&whole_line("", out)?);
            }
        }
    }

    #[cfg(feature = "encryption")]
    fn next_hidden_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        hidden_line(prompt, out)
    }
}

/// A line while nothing that is typed is shown. An error when the terminal cannot do that: then nothing secret is asked.
#[cfg(all(unix, feature = "encryption"))]
fn hidden_line(prompt: &str, out: &mut dyn Write) -> Asked<String> {
    use rustix::termios::{LocalModes, OptionalActions};
    // Whatever was typed before the question is not the answer to it.
    let _hidden = terminal::changed_mode(OptionalActions::Flush, |mode| {
        mode.local_modes.remove(LocalModes::ECHO);
    })?;
    whole_line(prompt, out)
}

/// The same key by key, which shows nothing.
#[cfg(all(not(unix), feature = "encryption"))]
fn hidden_line(prompt: &str, out: &mut dyn Write) -> Asked<String> {
    let term = Term::stderr();
    if !term.is_term() {
        return Err(std::io::Error::from(ErrorKind::Unsupported).into());
    }
    write!(out, "{prompt}")?;
    out.flush()?;
    let mut line = zeroize::Zeroizing::new(String::new());
    loop {
        match term.read_key_raw()? {
            Key::Enter => return Ok(std::mem::take(&mut *line)),
            Key::CtrlC => return Err(Unasked::Interrupted),
            Key::Backspace => drop(line.pop()),
            Key::Char(sign) => line.push(sign),
            _ => {}
        }
    }
}

/// The next key, while a menu of so many lines stands on the screen; then it is wiped away. `None`: it is to be drawn
/// again, below what others have written while the program was stopped.
pub(super) fn next_key(term: &Term, drawn: usize) -> Asked<Option<Key>> {
    let _single = terminal::single_keys()?;
    let key = match terminal::wait_for_typing()? {
        Typing::Waits => term.read_key_raw(),
        Typing::Interrupted => Ok(Key::CtrlC),
        Typing::Resumed => return Ok(None),
    };
    term.clear_last_lines(drawn)?;
    // It may also have ended the reading with an error.
    if terminal::take_interrupt() {
        return Err(Unasked::Interrupted);
    }
    match key? {
        Key::CtrlC => Err(Unasked::Interrupted),
        // The beginning of another key, on a slow line.
        Key::Escape if terminal::is_pasted() => {
            terminal::discard_paste();
            Ok(Some(Key::Unknown))
        }
        key => Ok(Some(key)),
    }
}
