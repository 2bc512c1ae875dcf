//! Limits that the system sets: reaching one is an error to tell of, and not the end of the program.

/// From now on, writing past the largest file the system allows fails, as on a full disk. Left alone, the system would
/// end the program there and then, without a word.
#[cfg(unix)]
pub(crate) fn make_them_errors() {
    use signal_hook::consts::SIGXFSZ;
    use std::sync::{Arc, atomic::AtomicBool};

    // Who cannot be heard here is ended by the system instead: the change is not stored either way.
    let _ = signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

#[cfg(not(unix))]
pub(crate) fn make_them_errors() {}
