//! What is said where there is no case yet.

use crate::ctx::Ctx;
use crate::error::Failure;

/// Says kindly how a first case is opened; programs get an empty array. A case file that was named and is not there is
/// refused: then nobody knows whether there are any.
pub(crate) fn tell(ctx: &mut Ctx) -> Result<(), Failure> {
    refuse_missing(ctx)?;
    if ctx.is_json() {
        ctx.ui.json_list().end()?;
        return Ok(());
    }
    ctx.ui.print(ctx.words.say("no-cases"))?;
    ctx.ui.print(ctx.words.say("no-cases-hint"))?;
    Ok(())
}

pub(crate) fn refuse_missing(ctx: &Ctx) -> Result<(), Failure> {
    let file = ctx.db()?;
    if !ctx.names_db() || file.exists() {
        return Ok(());
    }
    let what = message!("case-file-missing", file);
    let failure = Failure::refused(what);
    Err(failure.hint("hint-new-case").hint("hint-db"))
}
