//! `encrypt`: puts an encrypted file in the place of the case file, or changes its key.

use super::EncryptArgs;
use super::new_key::Keeper;
use super::told;
use crate::commands::support::case_file;
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::store::CaseFile;
use crate::ui::wording::Phrase;

/// Runs `encrypt`.
///
/// # Errors
/// When it cannot be done; nothing is changed then, and no key is left.
pub(crate) fn run(args: &EncryptArgs, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let path = ctx.db()?;
    if !CaseFile::is_there(&path) {
        return Err(told::nothing_there(&path));
    }
    if cfg!(not(unix)) {
        return Err(Failure::refused(Phrase::new("encrypt-not-here")));
    }
    // Before a new key is made: whether the file can be opened at all.
    case_file::read(ctx, |_| Ok(()))?;
    let is_encrypted = CaseFile::salt_of(&path).is_ok_and(|salt| salt.is_some());
    let keeper = Keeper::chosen(args, ctx, is_encrypted)?;
    if ctx.can_ask && !ctx.yes {
        ctx.ui
            .tell_wrapped(&ctx.words.say("encrypt-warning", &[]), 0)?;
        let question = ctx.words.say("encrypt-ask", &[]);
        if !ctx.prompt.confirm(&question, Some(false))? {
            ctx.ui.print(ctx.words.say("told-nothing-changed", &[]))?;
            return Ok(Outcome::Fine);
        }
    }
    let key = keeper.make(ctx)?;
    let converted = match case_file::convert(ctx, Some(&key), args.keep_copy) {
        Ok(converted) => converted,
        Err(failure) => {
            keeper.forget(&key);
            return Err(failure);
        }
    };
    told::encrypted(ctx, &path, &keeper)?;
    told::what_is_left(ctx, &path, &converted)?;
    Ok(Outcome::Fine)
}
