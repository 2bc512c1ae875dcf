//! Keeps what is typed from being shown.

use std::io;

/// While this lives, nothing that is typed is shown; then the terminal is as it was.
#[cfg(unix)]
pub(super) struct Hidden(rustix::termios::Termios);

/// From now on nothing that is typed is shown. An error when the terminal cannot do that: then nothing secret is asked.
#[cfg(unix)]
pub(super) fn hide() -> io::Result<Hidden> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    let before = tcgetattr(terminal::keyboard())?;
    let mut hidden = before.clone();
    hidden.local_modes.remove(LocalModes::ECHO);
    // Whatever was typed before the question is not the answer to it.
    tcsetattr(terminal::keyboard(), OptionalActions::Flush, &hidden)?;
    Ok(Hidden(before))
}

#[cfg(unix)]
impl Drop for Hidden {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        // When even this fails there is no terminal left to repair.
        let _ = tcsetattr(terminal::keyboard(), OptionalActions::Flush, &self.0);
    }
}

#[cfg(unix)]
use crate::ui::terminal;

/// Not known here how to: then nothing secret is asked.
#[cfg(not(unix))]
pub(super) fn hide() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
