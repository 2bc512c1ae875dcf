//! `decrypt`: puts a file that anybody can read in the place of the encrypted case file.

use super::{DecryptArgs, told};
use crate::commands::support::case_file;
use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::store::CaseFile;
use crate::ui::wording::Phrase;

pub(crate) fn run(args: &DecryptArgs, ctx: &mut Ctx) -> Result<Outcome, Failure> {
    let path = ctx.db()?;
    if !CaseFile::is_there(&path) {
        return Err(told::nothing_there(&path));
    }
    case_file::read(ctx, |_| Ok(()))?;
    let name = || path.display().to_string();
    if CaseFile::salt_of(&path).is_ok_and(|salt| salt.is_none()) {
        return Err(Failure::refused(
            Phrase::new("decrypt-not-encrypted").with("file", name()),
        ));
    }
    if !ctx.yes {
        let gaps = [("file", name().into())];
        let question = ctx.words.say("decrypt-ask", &gaps);
        if !ctx.can_ask {
            return Err(Failure::refused(Phrase::new("decrypt-needs-yes"))
                .hint(Phrase::new("hint-decrypt-yes")));
        }
        if !ctx.prompt.confirm(&question, Some(false))? {
            ctx.ui.print(ctx.say("told-nothing-changed"))?;
            return Ok(Outcome::Fine);
        }
    }
    let converted = case_file::convert(ctx, None, args.keep_copy, || Ok(None))?;
    let gaps = [("file", name().into())];
    ctx.ui.print(ctx.words.say("told-decrypted", &gaps))?;
    if let Some(copy) = converted.copy {
        let gaps = [("copy", copy.display().to_string().into())];
        ctx.tell_say("told-encrypted-copy", &gaps)?;
    }
    ctx.tell_say("told-key-still-needed", &[])?;
    Ok(Outcome::Fine)
}
