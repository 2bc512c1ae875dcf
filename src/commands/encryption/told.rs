//! What people are told about the encryption of their file.

use std::path::Path;

use super::new_key::Keeper;
use crate::ctx::Ctx;
use crate::error::Failure;
use crate::store::{CaseFile, Converted};
use crate::ui::wording::Phrase;
use crate::ui::{Line, Tone};

pub(super) fn nothing_there(path: &Path) -> Failure {
    Failure::refused(Phrase::new("encryption-no-file").with("file", path.display().to_string()))
        .hint(Phrase::new("hint-db"))
}

pub(super) fn encrypted(ctx: &mut Ctx, path: &Path, keeper: &Keeper) -> Result<(), Failure> {
    let gaps = [("file", path.display().to_string().into())];
    ctx.ui.print(ctx.words.say("told-encrypted", &gaps))?;
    let key = match keeper {
        Keeper::File(file) | Keeper::Named(file) => {
            let gaps = [("file", file.display().to_string().into())];
            ctx.words.say("told-key-in-file", &gaps)
        }
        Keeper::Ring => ctx.say("told-key-in-ring"),
        Keeper::Head => ctx.say("told-key-in-head"),
    };
    Ok(ctx.ui.tell_wrapped(&key, 0)?)
}

/// What lies about that anybody can read.
pub(super) fn what_is_left(
    ctx: &mut Ctx,
    path: &Path,
    converted: &Converted,
) -> Result<(), Failure> {
    if !converted.overwritten {
        let told = ctx.say("told-not-overwritten");
        ctx.ui.tell_toned_wrapped(Tone::Bad, &told)?;
    }
    let readable = CaseFile::readable_beside(path);
    if !readable.is_empty() {
        ctx.tell_say("told-readable-copies", &[])?;
    }
    for copy in readable {
        ctx.ui.tell(Line::from(format!("  {}", copy.display())))?;
    }
    Ok(())
}
