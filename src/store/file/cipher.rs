//! What is `SQLCipher`'s own: the key of an encrypted file, giving it to a connection, and telling a wrong key from a
//! damaged file.

use std::fmt::{self, Write};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};

use crate::store::{StoreError, Stored};

pub(crate) const IS_BUILT_IN: bool = cfg!(feature = "encryption");

/// Bytes in a page of an encrypted file.
pub(crate) const PAGE: usize = 4096;

/// The format is that of version 4, whatever later versions prefer. What the cipher finds wrong is said by us: it
/// would write to standard error itself.
const CAREFUL: &str = "PRAGMA cipher_compatibility = 4; PRAGMA cipher_log_level = NONE;";

/// Opens a file with its key, if it has one, and reads nothing of it. `Encrypted` when this build knows no keys.
/// Nothing in a schema may call functions, and nothing is spilled to files beside ours.
pub(crate) fn connect(path: &Path, flags: OpenFlags, key: Option<&Key>) -> Stored<Connection> {
    // From the root: SQLite takes `file:…` for an address with options, and `:memory:` for no file at all.
    let path = std::path::absolute(path)?;
    let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    if let Some(key) = key {
        if !IS_BUILT_IN {
            return Err(StoreError::Encrypted);
        }
        // An error of this one would quote it.
        db.pragma_update(None, "key", &key.for_sqlcipher().0)
            .map_err(|_| StoreError::Other("PRAGMA key".to_owned()))?;
        db.execute_batch(CAREFUL)?;
    }
    db.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA temp_store = MEMORY;")?;
    Ok(db)
}

/// Why a file could not be read with its key. Every page bears a code that only the right key makes: when one page
/// fits, the key is right and the file damaged.
pub(crate) fn why_unreadable(
    db: &Connection,
    path: &Path,
    damaged: StoreError,
) -> Stored<StoreError> {
    let pages = fs::metadata(path)?.len() / PAGE as u64;
    Ok(match (damaged_pages(db)?.len() as u64) < pages {
        true => damaged,
        false => StoreError::WrongKey,
    })
}

/// What does not fit of an encrypted file, in `SQLCipher`'s words, a page each; nothing for a file that is not.
pub(crate) fn damaged_pages(db: &Connection) -> Stored<Vec<String>> {
    let mut check = db.prepare("PRAGMA cipher_integrity_check")?;
    if check.column_count() == 0 {
        return Ok(Vec::new());
    }
    let found = check.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What an encrypted file begins with, in the clear. It tells files apart, and copies of one file have the same.
pub type Salt = [u8; SALT];

const SALT: usize = 16;
const RAW: usize = 32;

/// The key of an encrypted file, with the salt the file begins with. It is never shown: not even to a debugger's
/// eye.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Arc<Secret>);

/// The bytes themselves: once in memory, however many have the key.
#[derive(PartialEq, Eq)]
#[cfg_attr(feature = "encryption", derive(zeroize::ZeroizeOnDrop))]
struct Secret {
    raw: [u8; RAW],
    salt: Salt,
}

#[cfg_attr(feature = "encryption", derive(zeroize::ZeroizeOnDrop))]
#[derive(Default)]
pub(super) struct Digits(pub(super) String);

impl Key {
    /// The key of these bytes, for a file that begins with this salt.
    pub fn new(raw: [u8; RAW], salt: Salt) -> Self {
        Self(Arc::new(Secret { raw, salt }))
    }

    /// Reads 96 hexadecimal digits: the key, then the salt. `None` when it is anything else.
    pub fn from_digits(digits: &str) -> Option<Self> {
        let is_digit = |byte: u8| byte.is_ascii_hexdigit();
        if digits.len() != 2 * (RAW + SALT) || !digits.bytes().all(is_digit) {
            return None;
        }
        let (mut raw, mut salt) = ([0; RAW], [0; SALT]);
        for (place, byte) in raw.iter_mut().chain(&mut salt).enumerate() {
            *byte = u8::from_str_radix(digits.get(2 * place..2 * place + 2)?, 16).ok()?;
        }
        Some(Self::new(raw, salt))
    }

    /// The same 96 digits: for where keys are kept, never for people's eyes.
    pub fn digits(&self) -> String {
        self.digits_within("", "")
    }

    /// What the file begins with.
    pub fn salt(&self) -> Salt {
        self.0.salt
    }

    /// As `SQLCipher` takes a key that needs no working out.
    pub(super) fn for_sqlcipher(&self) -> Digits {
        Digits(self.digits_within("x'", "'"))
    }

    /// With room from the start: what grows leaves pieces behind.
    fn digits_within(&self, before: &str, after: &str) -> String {
        let mut all = String::with_capacity(2 * (RAW + SALT) + before.len() + after.len());
        all.push_str(before);
        for byte in self.0.raw.iter().chain(&self.0.salt) {
            // Writing to a string cannot fail.
            let _ = write!(all, "{byte:02x}");
        }
        all + after
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_they_are_written_and_nothing_else_is() {
        let key = Key::new([0xAB; RAW], [7; SALT]);
        let digits = "ab".repeat(RAW) + &"07".repeat(SALT);
        assert_eq!(key.digits(), digits);
        assert_eq!(Key::from_digits(&digits), Some(key.clone()));
        assert_eq!(Key::from_digits(&digits.to_uppercase()), Some(key));
        assert_eq!(Key::from_digits(&digits[2..]), None);
        assert_eq!(Key::from_digits(&(digits.clone() + "00")), None);
        assert_eq!(Key::from_digits(&digits.replace("07", "0g")), None);
        assert_eq!(Key::from_digits(&"å".repeat(48)), None);
    }

    #[test]
    fn a_key_is_never_shown() {
        let key = Key::new([0xAB; RAW], [7; SALT]);
        assert_eq!(
            format!("{key:?} {:#?}", Some(&key)).matches("ab").count(),
            0
        );
        assert!(format!("{key:?}").contains("Key(…)"));
    }
}
