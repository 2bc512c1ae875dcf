//! Typed lines, read on a thread of their own: a read cannot be interrupted, waiting for it can.

use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::interrupt;
use super::{Asked, Unasked};
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

    /// The next line; left at Ctrl-C and at the end of input.
    fn next_line(&mut self) -> Asked<String>;

    /// The same, while nothing that is typed is shown, from before the question is put by `ask`.
    #[cfg(feature = "encryption")]
    fn next_hidden_line(&mut self, ask: &mut dyn FnMut() -> io::Result<()>) -> Asked<String> {
        ask()?;
        self.next_line()
    }
}

/// The lines that somebody types. Nothing listens before the first question.
#[derive(Default)]
pub(super) struct Keyboard {
    listener: Option<Listener>,
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
        self.listener.get_or_insert_with(Listener::start);
    }

    fn next_line(&mut self) -> Asked<String> {
        self.listener
            .get_or_insert_with(Listener::start)
            .next_line()
    }

    #[cfg(feature = "encryption")]
    fn next_hidden_line(&mut self, ask: &mut dyn FnMut() -> io::Result<()>) -> Asked<String> {
        let _hidden = super::hidden::hide()?;
        ask()?;
        self.next_line()
    }
}
