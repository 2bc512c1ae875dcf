//! Keys in the system's key ring: the Secret Service on Linux, the keychain on a Mac, the credential manager on
//! Windows.
//!
//! A key is kept under its file's salt, so that it is found wherever the file lies, and for copies of it too.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::domain::message::Message;
use crate::store::{Key, Salt};

const SERVICE: &str = "sisam";

/// A key ring that is locked asks its owner on the screen; one that says nothing at all must not hold us up.
const PATIENCE: Duration = Duration::from_secs(10);

/// What is said of a ring that says nothing.
pub(crate) const SILENT: &str = "key-ring-silent";

/// The key for a file with this salt; `None` when the ring has none.
pub(crate) fn get(salt: Salt) -> Result<Option<Key>, Message> {
    let found = in_time(move || match entry(salt)?.get_password() {
        Err(keyring::Error::NoEntry) => Ok(None),
        found => Ok(Some(Zeroizing::new(
            found.map_err(|error| error.to_string())?,
        ))),
    })?;
    Ok(found.and_then(|digits| Key::from_digits(&digits)))
}

/// Keeps a key, and sees to it that it can be had back.
pub(crate) fn put(key: &Key) -> Result<(), Message> {
    let (salt, digits) = (key.salt(), Zeroizing::new(key.digits()));
    in_time(move || {
        entry(salt)?
            .set_password(&digits)
            .map_err(|error| error.to_string())
    })?;
    match get(salt)? {
        Some(kept) if kept == *key => Ok(()),
        _ => Err(message!("key-ring-fault", cause = SERVICE)),
    }
}

fn entry(salt: Salt) -> Result<keyring::Entry, String> {
    // Why there is no ring says more than that there is none.
    if let Err(why) = keyring::Entry::store_status() {
        return Err(why.to_string());
    }
    let name = salt.map(|byte| format!("{byte:02x}")).concat();
    keyring::Entry::new(SERVICE, &name).map_err(|error| error.to_string())
}

/// Does it on a thread of its own, and does not wait for that one for ever.
fn in_time<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, Message> {
    let (done, is_done) = channel();
    // Nobody may be waiting any more when it is done.
    thread::spawn(move || drop(done.send(work())));
    match is_done.recv_timeout(PATIENCE) {
        Ok(done) => done.map_err(|cause| message!("key-ring-fault", cause)),
        Err(_) => Err(SILENT.into()),
    }
}
