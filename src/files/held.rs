//! Folders that are held, so that a file in them can be put in the place of another.

use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use super::{folder_of, make, open, with_added};

/// Holds the folder a file lies in until it is dropped: alone, or beside others who do not. The system lets in whoever
/// waits, and who comes later waits for whoever wants it alone. `None` where folders cannot be held. `ResourceBusy`
/// when others went on holding it for too long.
pub(crate) fn hold_folder_of(
    file: &Path,
    alone: bool,
    patience: Duration,
) -> io::Result<Option<File>> {
    let Some(folder) = File::open(folder_of(file)).ok().filter(|_| cfg!(unix)) else {
        return Ok(None);
    };
    let turn = with_added(file, ".turn.part");
    let turn = folder_of(file).join(turn.file_name().unwrap_or_default());
    let made = if alone { make(&turn) } else { open(&turn) };
    let waits = made.or_else(|_| open(&turn)).ok();
    let waited = waits.map(|turn| locked(turn, alone, patience));
    let waited = waited.transpose()?.flatten();
    let held = locked(folder, alone, patience);
    if waited.is_some() {
        // Also one that was left behind: it only keeps the order.
        let _ = fs::remove_file(&turn);
    }
    held
}

fn locked(file: File, alone: bool, patience: Duration) -> io::Result<Option<File>> {
    let taken = if alone {
        file.try_lock()
    } else {
        file.try_lock_shared()
    };
    match taken {
        Ok(()) => return Ok(Some(file)),
        Err(TryLockError::Error(_)) => return Ok(None),
        Err(TryLockError::WouldBlock) => {}
    }
    // On a thread of its own, since the system waits for as long as it takes.
    let (done, is_done) = channel();
    thread::spawn(move || {
        let taken = if alone {
            file.lock()
        } else {
            file.lock_shared()
        };
        drop(done.send(taken.map(|()| file)));
    });
    let taken = is_done.recv_timeout(patience);
    taken.map_err(|_| ErrorKind::ResourceBusy)?.map(Some)
}
