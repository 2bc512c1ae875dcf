//! What is said where there is no case yet.

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::Page;
use crate::ui::wording::Phrase;

/// Says kindly how a first case is opened; programs get an empty array. A case file that was named and is not there is
/// refused: then nobody knows whether there are any.
pub(crate) fn tell(ctx: &mut Ctx) -> Result<Outcome, Failure> {
    refuse_missing(ctx)?;
    ctx.emit(|_| [(); 0], page)
}

pub(crate) fn page(ctx: &Ctx) -> Page {
    let mut page = Page::default();
    page.line(ctx.say("no-cases"));
    page.line(ctx.say("no-cases-hint"));
    page
}

pub(crate) fn refuse_missing(ctx: &Ctx) -> Result<(), Failure> {
    let file = ctx.db()?;
    if !ctx.names_db() || file.exists() {
        return Ok(());
    }
    let what = Phrase::new("case-file-missing").with("file", file.display().to_string());
    let failure = Failure::refused(what).because(Phrase::new("case-file-missing-why"));
    Err(failure
        .hint(Phrase::new("hint-new-case"))
        .hint(Phrase::new("hint-db")))
}
