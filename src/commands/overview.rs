//! `sisam` alone: what is late, what is next.

use crate::ctx::Ctx;
use crate::error::{Failure, Outcome};
use crate::ui::wording::Phrase;

/// Runs `sisam`.
///
/// # Errors
/// When it cannot be done; nothing is changed then.
pub(crate) fn run(_ctx: &mut Ctx) -> Result<Outcome, Failure> {
    Err(Failure::refused(Phrase::new("error-not-built")))
}
