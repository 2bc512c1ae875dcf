//! `encrypt` puts an encrypted file in the place of the case file, or changes its key; `decrypt` one that anybody can read.

use crate::commands::prelude::*;
use crate::policy::ENCRYPTION;
use crate::store::Conversion;

use super::new_key::Keeper;
use super::{DecryptArgs, EncryptArgs};

/// When it fails nothing is changed, but a key that was made stays.
pub(crate) fn encrypt(args: &EncryptArgs, ctx: &mut Ctx) -> Attempt {
    let path = path_of_file(ctx)?;
    // Before a new key is made: whether the file can be opened at all, and is whole.
    ctx.desk.read(|reading| Ok(reading.verify_everything()?))?;
    let is_encrypted = CaseFile::salt_of(&path).is_ok_and(|salt| salt.is_some());
    let keeper = Keeper::chosen(args, ctx, is_encrypted)?;
    if ctx.can_ask && !ctx.yes {
        ctx.tell_say("encrypt-warning")?;
    }
    if !ctx.confirms("encrypt-ask")? {
        return Ok(());
    }
    let key = keeper.make(ctx)?;
    let read_back = || Ok(Some(keeper.read_back(&key)?));
    let converted = ctx.desk.convert(Some(&key), args.keep_copy, read_back);
    let converted = converted.map_err(|failure| match keeper.stays() {
        Some(stays) => failure.because(stays),
        None => failure,
    })?;
    tell_encrypted(ctx, &path, &keeper)?;
    tell_what_is_left(ctx, &path, &converted)
}

pub(crate) fn decrypt(args: &DecryptArgs, ctx: &mut Ctx) -> Attempt {
    let path = path_of_file(ctx)?;
    ctx.desk.read(|_| Ok(()))?;
    if CaseFile::salt_of(&path).is_ok_and(|salt| salt.is_none()) {
        let what = message!("decrypt-not-encrypted", file = path);
        return Err(Failure::refused(what));
    }
    ctx.desk.policy.refuse_change(ENCRYPTION)?;
    if !ctx.yes && !ctx.can_ask {
        return Err(Failure::refused("decrypt-needs-yes").hint("hint-decrypt-yes"));
    }
    if !ctx.confirms(message!("decrypt-ask", file = path))? {
        return Ok(());
    }
    let converted = ctx.desk.convert(None, args.keep_copy, || Ok(None))?;
    ctx.ui.print(say!(ctx, "told-decrypted", file = path))?;
    if let Some(copy) = converted.copy {
        ctx.tell_say(message!("told-encrypted-copy", copy))?;
    }
    ctx.tell_say("told-key-still-needed")?;
    Ok(())
}

fn path_of_file(ctx: &Ctx) -> Attempt<PathBuf> {
    let file = ctx.db()?;
    if !CaseFile::is_there(&file) && ctx.desk.policy.get(ENCRYPTION).is_some() {
        // Else nobody could get a first key: what is encrypted then is a file without cases.
        ctx.desk.repair(|_| Ok(()))?;
    }
    if CaseFile::is_there(&file) {
        return Ok(file);
    }
    Err(Failure::refused(message!("encryption-no-file", file)).hint("hint-db"))
}

fn tell_encrypted(ctx: &mut Ctx, path: &Path, keeper: &Keeper) -> Attempt {
    ctx.ui.print(say!(ctx, "told-encrypted", file = path))?;
    let key = match keeper {
        Keeper::File(file) | Keeper::Named(file) => {
            say!(ctx, "told-key-in-file", file)
        }
        Keeper::Ring => ctx.say("told-key-in-ring"),
        Keeper::Head => ctx.say("told-key-in-head"),
    };
    Ok(ctx.ui.tell_wrapped(&key, 0)?)
}

/// What lies about that anybody can read.
fn tell_what_is_left(ctx: &mut Ctx, path: &Path, converted: &Conversion) -> Attempt {
    if !converted.overwritten {
        let told = ctx.say("told-not-overwritten");
        ctx.ui.tell_toned_wrapped(Tone::Bad, &told)?;
    }
    let readable = CaseFile::readable_beside(path);
    if !readable.is_empty() {
        ctx.tell_say("told-readable-copies")?;
    }
    for copy in readable {
        ctx.ui.tell(Line::from(format!("  {}", copy.display())))?;
    }
    Ok(())
}
