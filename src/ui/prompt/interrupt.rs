//! Ctrl-C becomes an answer once somebody is being asked. Before that it ends the program, as anywhere.

use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

static LISTENING: Once = Once::new();
static SEEN: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is remembered instead of ending the program.
pub(super) fn listen() {
    LISTENING.call_once(|| {
        // Without a handler Ctrl-C ends the program: everything acknowledged is stored all the same.
        let _ = ctrlc::set_handler(|| SEEN.store(true, Ordering::SeqCst));
    });
}

pub(super) fn take() -> bool {
    SEEN.swap(false, Ordering::SeqCst)
}
