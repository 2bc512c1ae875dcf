//! Keys made from a passphrase.

use std::cell::RefCell;
use std::path::Path;

use pbkdf2::pbkdf2_hmac;
use sha2::Sha512;

use crate::ctx::Ctx;
use crate::desk::{Desk, opening};
use crate::error::Failure;
use crate::store::{CaseFile, Key, Salt, StoreError};
use crate::ui::prompt::Prompt;

pub(crate) const SHORTEST: usize = 12;

/// As often as `SQLCipher` 4 does it, so that its own tools open the file with the passphrase too.
const ROUNDS: u32 = 256_000;

/// The key that a passphrase makes for the file with this salt. Slow on purpose: a tenth of a second or more.
pub(crate) fn key(passphrase: &str, salt: Salt) -> Key {
    let mut raw = [0; 32];
    pbkdf2_hmac::<Sha512>(passphrase.as_bytes(), &salt, ROUNDS, &mut raw);
    Key::new(raw, salt)
}

pub(crate) fn ask(
    desk: &Desk,
    prompt: &RefCell<Box<dyn Prompt>>,
    path: &Path,
    salt: Salt,
) -> Result<Key, Failure> {
    let question = say!(desk.words, "ask-passphrase", file = path);
    let found = RefCell::new(None);
    let check = |typed: &str| {
        let made = key(typed, salt);
        let opened = CaseFile::open_for_reading(path, &opening(Some(made.clone())));
        // What else may be wrong with the file is said when it is opened.
        if matches!(opened, Err(StoreError::WrongKey)) {
            return Err(desk.words.say("ask-passphrase-again"));
        }
        found.replace(Some(made));
        Ok(())
    };
    let typed = prompt.borrow_mut().secret(&question, &check)?;
    Ok(found.take().unwrap_or_else(|| key(&typed, salt)))
}

pub(crate) fn ask_for_new(ctx: &mut Ctx, salt: Salt) -> Result<Key, Failure> {
    let question = say!(ctx, "ask-new-passphrase", shortest = SHORTEST);
    let long_enough = |typed: &str| {
        if typed.chars().count() < SHORTEST {
            return Err(say!(
                ctx.words,
                "ask-longer-passphrase",
                shortest = SHORTEST
            ));
        }
        Ok(())
    };
    loop {
        let typed = ctx.prompt.secret(&question, &long_enough)?;
        let once_more = ctx.words.say("ask-passphrase-once-more");
        let again = ctx.prompt.secret(&once_more, &|_| Ok(()))?;
        if *typed == *again {
            return Ok(key(&typed, salt));
        }
        ctx.ui.tell(ctx.words.say("ask-passphrases-differ"))?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_the_one_that_other_programs_make() {
        // From Python: hashlib.pbkdf2_hmac("sha512", "blå häst på isen".encode(), bytes(range(16)), 256000, 32)
        let salt = std::array::from_fn(|at| u8::try_from(at).unwrap());
        let expected = "03611bc492728c868f2c8ee545c0ea13b0c18c161d72c7cebe92f5b5385443f5000102030405060708090a0b0c0d0e0f";
        assert_eq!(key("blå häst på isen", salt).digits(), expected);
    }
}
