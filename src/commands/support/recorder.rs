//! Who records, where that is stored outside a case's history.

use crate::ctx::Ctx;
use crate::domain::identity_number::holds_identity_number;
use crate::error::Failure;

pub(crate) fn is_allowed(ctx: &Ctx) -> bool {
    !holds_identity_number(&ctx.who)
}

pub(crate) fn check(ctx: &Ctx) -> Result<(), Failure> {
    refuse_number(ctx, &ctx.who, "place-recorder")
}

/// Refuses a text with a personnummer or samordningsnummer, without repeating it. `place` is what the text is called.
pub(crate) fn refuse_number(ctx: &Ctx, text: &str, place: &'static str) -> Result<(), Failure> {
    if !holds_identity_number(text) {
        return Ok(());
    }
    let place = ctx.words.say(place);
    Err(Failure::refused(message!("refused-identity-number", place)))
}
