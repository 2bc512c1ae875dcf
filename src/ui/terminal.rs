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
    match wait_for_typing()? {
        Typing::Waits => {}
        Typing::Resumed => return Err(io::ErrorKind::WouldBlock.into()),
        Typing::Interrupted => return Ok(None),
    }
    let mut line = String::new();
    let read = io::stdin().read_line(&mut line)?;
    Ok((read > 0).then(|| line.trim_end_matches(['\r', '\n']).to_owned()))
}

/// How a wait for what is typed ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typing {
    /// Something is there to be read.
    Waits,
    Interrupted,
    /// The program goes on after it was stopped, and others have written to the screen.
    Resumed,
}

/// A wait that took so much longer than it was to was a stop.
const STOP: Duration = Duration::from_secs(1);
const MOMENT: Duration = Duration::from_millis(50);

pub(super) fn wait_for_typing() -> io::Result<Typing> {
    loop {
        let begun = Instant::now();
        if is_typed_within(MOMENT)? {
            return Ok(Typing::Waits);
        }
        if take_interrupt() {
            return Ok(Typing::Interrupted);
        }
        if begun.elapsed() > STOP {
            return Ok(Typing::Resumed);
        }
    }
}

#[cfg(unix)]
fn is_typed_within(moment: Duration) -> io::Result<bool> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let moment = Timespec {
        tv_sec: 0,
        tv_nsec: moment.subsec_nanos().into(),
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
fn is_typed_within(_: Duration) -> io::Result<bool> {
    Ok(true)
}

/// Where typed lines come from, to change how they are read and shown.
#[cfg(unix)]
pub(super) fn keyboard() -> io::Stdin {
    io::stdin()
}

/// Whether lines are all that the terminal can show.
pub(crate) fn is_dumb() -> bool {
    console::is_dumb() && output_is_terminal()
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

/// Throws away a paste, which comes in pieces.
pub(super) fn discard_paste() {
    const MOST_PIECES: usize = 100;
    for _ in 0..MOST_PIECES {
        discard_typed();
        if !cfg!(unix) || !is_typed_within(MOMENT).unwrap_or(false) {
            return;
        }
    }
}

/// Whether a key that was read is a piece of a paste, or of another key: more is there behind it. Where the console says
/// nothing of what is waiting: it came sooner after the last than any hand is.
pub(super) fn is_pasted() -> bool {
    match cfg!(unix) {
        true => is_typed_within(MOMENT).unwrap_or(false),
        false => is_too_fast(),
    }
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
    return wait_for(waits).map(std::mem::forget).is_ok();
    #[cfg(not(unix))]
    return waits;
}

/// While this lives keys are read in another way.
#[cfg(unix)]
pub(super) struct KeyMode(rustix::termios::Termios);

/// Reads keys in another way: the terminal's modes as they are changed.
#[cfg(unix)]
pub(super) fn changed_mode(
    when: rustix::termios::OptionalActions,
    change: impl FnOnce(&mut rustix::termios::Termios),
) -> io::Result<KeyMode> {
    let before = rustix::termios::tcgetattr(keyboard())?;
    let mut mode = before.clone();
    change(&mut mode);
    rustix::termios::tcsetattr(keyboard(), when, &mode)?;
    Ok(KeyMode(before))
}

#[cfg(unix)]
impl Drop for KeyMode {
    fn drop(&mut self) {
        // When even this fails there is no terminal left to repair.
        let now = rustix::termios::OptionalActions::Now;
        let _ = rustix::termios::tcsetattr(keyboard(), now, &self.0);
    }
}

/// Changes how keys are waited for.
#[cfg(unix)]
fn wait_for(waits: bool) -> io::Result<KeyMode> {
    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex};
    changed_mode(OptionalActions::Now, |mode| {
        mode.local_modes.remove(LocalModes::ICANON);
        mode.special_codes[SpecialCodeIndex::VMIN] = u8::from(waits);
        mode.special_codes[SpecialCodeIndex::VTIME] = u8::from(!waits);
    })
}

/// While what it gives lives, keys come one by one and are not shown. Ctrl-C and Ctrl-Z are the system's.
#[cfg(unix)]
pub(super) fn single_keys() -> io::Result<KeyMode> {
    use rustix::termios::{LocalModes, OptionalActions, SpecialCodeIndex};
    changed_mode(OptionalActions::Now, |mode| {
        mode.local_modes
            .remove(LocalModes::ICANON | LocalModes::ECHO);
        // Ctrl-C throws nothing away of what is being written.
        mode.local_modes.insert(LocalModes::NOFLSH);
        mode.special_codes[SpecialCodeIndex::VMIN] = 1;
        mode.special_codes[SpecialCodeIndex::VTIME] = 0;
    })
}

#[cfg(not(unix))]
pub(super) fn single_keys() -> io::Result<()> {
    Ok(())
}

/// What waits behind a line that was read whole: the rest of a paste.
#[cfg(unix)]
pub(super) fn read_waiting() -> io::Result<String> {
    let mut rest = Vec::new();
    let _mode = wait_for(false)?;
    io::stdin().lock().read_to_end(&mut rest)?;
    Ok(String::from_utf8_lossy(&rest).into_owned())
}

/// Here nobody can tell.
#[cfg(not(unix))]
pub(super) fn read_waiting() -> io::Result<String> {
    Ok(String::new())
}
