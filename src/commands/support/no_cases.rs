//! What is said where there is no case yet.

use crate::ctx::Ctx;
use crate::error::Failure;

/// Says kindly how a first case is opened; programs get an empty array.
pub(crate) fn tell(ctx: &mut Ctx) -> Result<(), Failure> {
    if ctx.is_json() {
        ctx.ui.json_list().end()?;
        return Ok(());
    }
    let words = std::rc::Rc::clone(&ctx.words);
    ctx.ui.print(words.say("no-cases", &[]))?;
    ctx.ui.print(words.say("no-cases-hint", &[]))?;
    Ok(())
}
