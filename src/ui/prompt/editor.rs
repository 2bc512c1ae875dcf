//! Fields: a line that can be edited and pasted into. Nothing that was typed is remembered: it is about children.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use rustyline::config::{Behavior, BellStyle, ColorMode, Config, Configurer};
use rustyline::error::ReadlineError;
use rustyline::{
    Cmd, ConditionalEventHandler, DefaultEditor, Event, EventContext, EventHandler, KeyCode,
    KeyEvent, Modifiers, Movement, RepeatCount,
};

use super::question::{Asked, Unasked};
use crate::ui::terminal;

/// How long Esc may be the beginning of another key, in milliseconds.
const ESCAPE_MS: u16 = 100;

/// A line typed after `prompt`, on the terminal itself; left with Ctrl-C and at the end of input, gone back from with Esc.
pub(super) fn read_line(prompt: &str) -> Asked<String> {
    let (entered, goes_back) = (Arc::default(), Arc::default());
    terminal::is_too_fast();
    let keys = Keys(Arc::clone(&entered), Arc::clone(&goes_back));
    // There the editor takes a colour for letters, and sets the cursor behind them.
    let prompt = match cfg!(windows) {
        true => console::strip_ansi_codes(prompt),
        false => prompt.into(),
    };
    let line = editor(keys).and_then(|mut editor| editor.readline(&*prompt));
    if terminal::take_interrupt() {
        return Err(Unasked::Interrupted);
    }
    if goes_back.load(Ordering::Relaxed) {
        return Err(Unasked::Back);
    }
    let entered: Option<String> = lock(&entered).take();
    match (line, entered) {
        (Ok(line), _) | (Err(ReadlineError::Eof), Some(line)) => Ok(line),
        (Err(ReadlineError::Eof | ReadlineError::Interrupted), _) => Err(Unasked::Interrupted),
        (Err(ReadlineError::Io(error)), _) => Err(error.into()),
        (Err(error), _) => Err(Unasked::Failed(io::Error::other(error))),
    }
}

fn editor(keys: Keys) -> rustyline::Result<DefaultEditor> {
    let config = Config::builder()
        .behavior(Behavior::PreferTerm)
        .bell_style(BellStyle::None)
        .color_mode(ColorMode::Disabled)
        .keyseq_timeout(Some(ESCAPE_MS))
        .max_history_size(0)?
        .build();
    let mut editor = DefaultEditor::with_config(config)?;
    editor.enable_synchronized_output(false);
    editor.bind_sequence(Event::Any, EventHandler::Conditional(Box::new(keys)));
    Ok(editor)
}

/// What keys do otherwise than the editor's own way; the line as it was when Enter was pressed, while more may come, and
/// whether Esc was.
struct Keys(Arc<Mutex<Option<String>>>, Arc<AtomicBool>);

impl ConditionalEventHandler for Keys {
    /// After Enter the terminal is read without waiting. Where nothing is there the editor meets the end of input, and
    /// the line is taken as it was; where more is waiting Enter was a break of a paste, and is a space.
    fn handle(
        &self,
        event: &Event,
        _: RepeatCount,
        _: bool,
        field: &EventContext<'_>,
    ) -> Option<Cmd> {
        let KeyEvent(code, modifiers) = *event.get(0)?;
        let mut entered = lock(&self.0);
        let is_too_fast = terminal::is_too_fast();
        let is_enter = code == KeyCode::Enter
            || matches!(code, KeyCode::Char('J' | 'M')) && modifiers == Modifiers::CTRL;
        if is_enter {
            if entered.is_some() {
                return Some(Cmd::Noop);
            }
            if !terminal::read_on(false) {
                return Some(match is_too_fast {
                    true => Cmd::Insert(1, " ".to_owned()),
                    false => Cmd::AcceptLine,
                });
            }
            *entered = Some(field.line().to_owned());
            // There the next thing on the screen begins.
            return Some(Cmd::Move(Movement::EndOfBuffer));
        }
        let is_after_break = entered.take().is_some();
        if is_after_break {
            terminal::read_on(true);
        }
        match code {
            KeyCode::Esc => {
                self.1.store(true, Ordering::Relaxed);
                Some(Cmd::Interrupt)
            }
            KeyCode::Char(next) if is_after_break && modifiers.is_empty() => {
                Some(Cmd::Insert(1, format!(" {next}")))
            }
            KeyCode::Tab => Some(Cmd::Insert(1, " ".to_owned())),
            _ => None,
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
