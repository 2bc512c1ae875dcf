//! `encrypt`: puts an encrypted file in the place of the case file, or changes its key.

use super::EncryptArgs;
use super::new_key::Keeper;
use super::told;
use crate::commands::support::case_file;
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::store::CaseFile;
use crate::ui::wording::Phrase;

/// When it fails nothing is changed, but a key that was made stays.
pub(crate) fn run(args: &EncryptArgs, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let path = ctx.db()?;
    if !CaseFile::is_there(&path) {
        return Err(told::nothing_there(&path));
    }
    if cfg!(not(unix)) {
        return Err(Failure::refused(Phrase::new("encrypt-not-here")));
    }
    // Before a new key is made: whether the file can be opened at all, and is whole.
    case_file::read(ctx, |reading| Ok(reading.verify_everything()?))?;
    let is_encrypted = CaseFile::salt_of(&path).is_ok_and(|salt| salt.is_some());
    let keeper = Keeper::chosen(args, ctx, is_encrypted)?;
    if ctx.can_ask && !ctx.yes {
        ctx.tell_say("encrypt-warning", &[])?;
        let question = ctx.say("encrypt-ask");
        if !ctx.prompt.confirm(&question, Some(false))? {
            ctx.ui.print(ctx.say("told-nothing-changed"))?;
            return Ok(Outcome::Fine);
        }
    }
    let key = keeper.make(ctx)?;
    let read_back = || Ok(Some(keeper.read_back(&key)?));
    let converted = case_file::convert(ctx, Some(&key), args.keep_copy, read_back);
    let converted = converted.map_err(|failure| match keeper.stays() {
        Some(stays) => failure.because(stays),
        None => failure,
    })?;
    told::encrypted(ctx, &path, &keeper)?;
    told::what_is_left(ctx, &path, &converted)?;
    Ok(Outcome::Fine)
}
