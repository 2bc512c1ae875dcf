//! The only module that touches the terminal itself: its streams, its width, its cursor.
#![expect(
    clippy::disallowed_methods,
    reason = "every other module writes through Ui and reads through Prompt"
)]

use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::time::{Duration, Instant};

use console::Term;

/// Where data goes. On a terminal each line is written at once, so that a question never comes before it.
pub(super) fn output() -> Box<dyn Write> {
    if output_is_terminal() {
        return Box::new(io::stdout());
    }
    Box::new(BufWriter::new(io::stdout()))
}

pub(super) fn messages() -> impl Write {
    io::stderr()
}

pub(crate) fn input() -> impl Read {
    io::stdin()
}

/// Whether somebody can type answers.
pub(crate) fn input_is_terminal() -> bool {
    io::stdin().is_terminal()
}

pub(crate) fn output_is_terminal() -> bool {
    io::stdout().is_terminal()
}

pub(crate) fn messages_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// The width data may take, in columns; `None` when it does not go to a terminal.
pub(crate) fn width() -> Option<usize> {
    let (_, columns) = Term::stdout().size_checked()?;
    output_is_terminal().then_some(columns.into())
}

static LISTENING: Once = Once::new();
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is an answer, and remembered instead of ending the program.
pub(super) fn listen() {
    LISTENING.call_once(|| {
        // Without a handler Ctrl-C ends the program: everything acknowledged is stored all the same.
        let _ = ctrlc::set_handler(|| INTERRUPTED.store(true, Ordering::SeqCst));
    });
}

/// Whether Ctrl-C came since this was asked last: whoever asks must act on it.
pub(crate) fn take_interrupt() -> bool {
    INTERRUPTED.swap(false, Ordering::SeqCst)
}

/// A line that was typed, without its end; `None` at the end of input, or when somebody has left.
pub(super) fn read_line() -> io::Result<Option<String>> {
    // A read cannot be interrupted, waiting for it can.
    while !is_typed()? {
        if take_interrupt() {
            return Ok(None);
        }
    }
    let mut line = String::new();
    let read = io::stdin().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}

#[cfg(unix)]
fn is_typed() -> io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let moment = Timespec {
        tv_sec: 0,
        tv_nsec: 50_000_000,
    };
    match poll(
        &mut [PollFd::new(&keyboard(), PollFlags::IN)],
        Some(&moment),
    ) {
        Err(rustix::io::Errno::INTR) => Ok(false),
        typed => Ok(typed? > 0),
    }
}

/// Whether something that was typed is there to be read at once.
#[cfg(unix)]
pub(super) fn is_waiting() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let at_once = Timespec::default();
    let found = poll(
        &mut [PollFd::new(&keyboard(), PollFlags::IN)],
        Some(&at_once),
    );
    found.is_ok_and(|found| found > 0)
}

/// Here nobody can tell.
#[cfg(not(unix))]
pub(super) fn is_waiting() -> bool {
    false
}

/// Here nobody can tell.
#[cfg(not(unix))]
fn is_typed() -> io::Result<bool> {
    Ok(true)
}

/// Where typed lines come from, to change how they are read and shown.
#[cfg(unix)]
pub(super) fn keyboard() -> io::Stdin {
    io::stdin()
}

/// Whether a line can be edited here: the terminal knows how, and is the program's own.
pub(super) fn can_edit() -> bool {
    !console::is_dumb() && (cfg!(windows) || std::fs::File::open("/dev/tty").is_ok())
}

/// Throws away what was typed and not read yet. Where that cannot be done the next question shows what it was given.
pub(super) fn discard_typed() {
    #[cfg(unix)]
    let _ = rustix::termios::tcflush(keyboard(), rustix::termios::QueueSelector::IFlush);
}

/// Whether nobody's hand was so fast: so little has passed since this was asked last. It tells a paste, and what was
/// typed before a question, where the console says nothing of what is waiting.
pub(super) fn is_too_fast() -> bool {
    static LAST: Mutex<Option<Instant>> = Mutex::new(None);
    if cfg!(unix) {
        return false;
    }
    let now = Instant::now();
    let last = LAST
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .replace(now);
    last.is_some_and(|last| now.duration_since(last) < Duration::from_millis(10))
}

/// Whether reading from now on waits until something is typed, or gives up after a tenth of a second, in which a paste
/// goes on; whether that could be done.
pub(super) fn read_on(waits: bool) -> bool {
    #[cfg(unix)]
    return wait_for(waits).is_ok();
    #[cfg(not(unix))]
    return waits;
}

/// Changes how keys are waited for; how it was before.
#[cfg(unix)]
fn wait_for(waits: bool) -> io::Result<rustix::termios::Termios> {
    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
    let before = tcgetattr(keyboard())?;
    let mut mode = before.clone();
    mode.local_modes.remove(LocalModes::ICANON);
    mode.special_codes[SpecialCodeIndex::VMIN] = u8::from(waits);
    mode.special_codes[SpecialCodeIndex::VTIME] = u8::from(!waits);
    tcsetattr(keyboard(), OptionalActions::Now, &mode)?;
    Ok(before)
}

/// What waits behind a line that was read whole: the rest of a paste.
pub(super) fn read_waiting() -> io::Result<String> {
    let mut rest = Vec::new();
    #[cfg(unix)]
    {
        let before = wait_for(false)?;
        let read = io::stdin().lock().read_to_end(&mut rest);
        rustix::termios::tcsetattr(keyboard(), rustix::termios::OptionalActions::Now, &before)?;
        read?;
    }
    Ok(String::from_utf8_lossy(&rest).into_owned())
}
