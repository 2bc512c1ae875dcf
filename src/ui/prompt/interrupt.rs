//! Ctrl-C becomes an answer once somebody is being asked. Before that it ends the program, as anywhere.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, Once, PoisonError};

use super::keyboard::Heard;

static LISTENING: Once = Once::new();
static SEEN: AtomicBool = AtomicBool::new(false);
static WAITING: Mutex<Option<Sender<Heard>>> = Mutex::new(None);

/// From now on Ctrl-C is remembered instead of ending the program.
pub(super) fn listen() {
    LISTENING.call_once(|| {
        // Without a handler Ctrl-C ends the program: everything acknowledged is stored all the same.
        let _ = ctrlc::set_handler(|| {
            SEEN.store(true, Ordering::SeqCst);
            let waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(waiting) = waiting.as_ref() {
                // Nobody waits any more: then nobody needs to hear.
                let _ = waiting.send(Heard::Interruption);
            }
        });
    });
}

/// Whether Ctrl-C came since the last time somebody looked.
pub(super) fn take() -> bool {
    SEEN.swap(false, Ordering::SeqCst)
}

/// Sends word of Ctrl-C to one who waits for lines.
pub(super) fn tell(waiting: Sender<Heard>) {
    *WAITING.lock().unwrap_or_else(PoisonError::into_inner) = Some(waiting);
}
