//! Typed lines, read on a thread of their own: a read cannot be interrupted, waiting for it can.

use std::io::{self, Write};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::{Asked, Unasked, editor, interrupt};
use crate::ui::terminal;

/// What one who waits for a line may hear.
pub(super) enum Heard {
    /// A line, or the end of input.
    Line(io::Result<Option<String>>),
    /// Ctrl-C.
    Interruption,
}

/// Where typed lines come from.
pub(super) trait Lines {
    /// Called before a question is shown: from then on it can be left.
    fn be_ready(&mut self);

    /// The next line, typed after `prompt`; left at Ctrl-C and at the end of input.
    fn next_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String>;

    /// The same, while nothing that is typed is shown, from before the question is put by `ask`.
    #[cfg(feature = "encryption")]
    fn next_hidden_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        self.next_line(prompt, out)
    }
}

/// The lines that somebody types. Nothing listens before the first question.
pub(super) struct Keyboard {
    listener: Option<Listener>,
    /// Lines are typed into fields.
    has_fields: bool,
}

impl Keyboard {
    /// Lines typed into fields, or as the terminal itself hands them over.
    pub(super) fn new(has_fields: bool) -> Self {
        Self {
            listener: None,
            has_fields,
        }
    }

    fn whole_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        write!(out, "{prompt}")?;
        out.flush()?;
        let line = self
            .listener
            .get_or_insert_with(Listener::start)
            .next_line();
        if line.is_err() {
            writeln!(out)?;
        }
        line
    }
}

/// The other end of the thread that reads.
struct Listener {
    wanted: Sender<()>,
    heard: Receiver<Heard>,
    is_reading: bool,
}

impl Listener {
    fn start() -> Self {
        let (wanted, wishes) = channel();
        let (speaker, heard) = channel();
        interrupt::tell(speaker.clone());
        interrupt::listen();
        thread::spawn(move || {
            while wishes.recv().is_ok() {
                if speaker.send(Heard::Line(terminal::read_line())).is_err() {
                    return;
                }
            }
        });
        Self {
            wanted,
            heard,
            is_reading: false,
        }
    }

    fn next_line(&mut self) -> Asked<String> {
        // After Ctrl-C the thread still waits for the line it was asked for.
        if !self.is_reading {
            self.wanted.send(()).map_err(|_| Unasked::Interrupted)?;
            self.is_reading = true;
        }
        match self.heard.recv() {
            Ok(Heard::Line(line)) => {
                self.is_reading = false;
                line?.ok_or(Unasked::Interrupted)
            }
            Ok(Heard::Interruption) | Err(_) => Err(Unasked::Interrupted),
        }
    }
}

impl Lines for Keyboard {
    fn be_ready(&mut self) {
        interrupt::listen();
        terminal::discard_typed();
    }

    fn next_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        if interrupt::take() {
            return Err(Unasked::Interrupted);
        }
        if self.has_fields {
            return editor::read_line(prompt);
        }
        let mut line = self.whole_line(prompt, out)?;
        // Enter with more behind it is the break of a paste; what has no Enter of its own yet goes on.
        loop {
            let rest = terminal::read_waiting()?;
            if rest.is_empty() {
                // The marks around a paste, from a terminal that sends them unasked.
                return Ok(line.replace("\u{1b}[200~", "").replace("\u{1b}[201~", ""));
            }
            line = format!("{line}\n{rest}");
            if !rest.ends_with(['\r', '\n']) {
                line.push_str(&self.whole_line("", out)?);
            }
        }
    }

    #[cfg(feature = "encryption")]
    fn next_hidden_line(&mut self, prompt: &str, out: &mut dyn Write) -> Asked<String> {
        let _hidden = super::hidden::hide()?;
        self.whole_line(prompt, out)
    }
}
