//! Keys in the system's key ring: the Secret Service on Linux, the keychain on a Mac, the credential manager on
//! Windows.
//!
//! A key is kept under its file's salt, so that it is found wherever the file lies, and for copies of it too.

use std::fmt::Write;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

use crate::domain::message::Message;
use crate::store::{Key, Salt};

const SERVICE: &str = "sisam";

/// A key ring that is locked asks its owner on the screen; one that says nothing at all must not hold us up.
const PATIENCE: Duration = Duration::from_secs(10);

#[derive(Debug)]
pub(crate) enum Fault {
    Silent,
    Other(String),
}

impl Fault {
    pub(crate) fn in_words(&self) -> Message {
        match self {
            Self::Silent => Message::from("key-ring-silent"),
            Self::Other(cause) => message!("key-ring-fault", cause),
        }
    }
}

/// The key for a file with this salt; `None` when the ring has none.
pub(crate) fn get(salt: Salt) -> Result<Option<Key>, Fault> {
    let found = in_time(move || match entry(salt)?.get_password() {
        Err(keyring::Error::NoEntry) => Ok(None),
        found => Ok(Some(Zeroizing::new(found.map_err(in_its_words)?))),
    })?;
    Ok(found.and_then(|digits| Key::from_digits(&digits)))
}

/// Keeps a key, and sees to it that it can be had back.
pub(crate) fn put(key: &Key) -> Result<(), Fault> {
    let (salt, digits) = (key.salt(), Zeroizing::new(key.digits()));
    in_time(move || entry(salt)?.set_password(&digits).map_err(in_its_words))?;
    match get(salt)? {
        Some(kept) if kept == *key => Ok(()),
        _ => Err(Fault::Other(SERVICE.to_owned())),
    }
}

fn entry(salt: Salt) -> Result<keyring::Entry, String> {
    let mut name = String::new();
    for byte in salt {
        // Writing to a string cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    // Why there is no ring says more than that there is none.
    if let Err(why) = keyring::Entry::store_status() {
        return Err(why.to_string());
    }
    keyring::Entry::new(SERVICE, &name).map_err(in_its_words)
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn in_its_words(error: keyring::Error) -> String {
    error.to_string()
}

/// Does it on a thread of its own, and does not wait for that one for ever.
fn in_time<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, String> + Send + 'static,
) -> Result<T, Fault> {
    let (done, is_done) = channel();
    // Nobody may be waiting any more when it is done.
    thread::spawn(move || drop(done.send(work())));
    match is_done.recv_timeout(PATIENCE) {
        Ok(done) => done.map_err(Fault::Other),
        Err(_) => Err(Fault::Silent),
    }
}
