//! What somebody may have meant.

use std::fmt::Display;

use crate::domain::message::Message;
use crate::domain::nearest::nearest;
use crate::error::Failure;

/// The failure to find `given`, with the name most like it, if any is, and all there are.
pub(crate) fn among<'k>(
    failure: Failure,
    given: &str,
    known: impl Iterator<Item = &'k str>,
) -> Failure {
    let failure = failure.naming_odd_sign(given);
    let known: Vec<&str> = known.collect();
    let failure = match nearest(given, known.iter().copied()) {
        Some(near) => failure.hint(message!("hint-did-you-mean", suggestion = near)),
        None => failure,
    };
    if known.is_empty() {
        return failure;
    }
    failure.hint(choose_among(&known))
}

/// What was typed stands for several: all of them.
pub(crate) fn several_fit(given: &str, ids: &[impl Display]) -> Failure {
    Failure::refused(message!("refused-several-fit", given)).hint(choose_among(ids))
}

pub(crate) fn choose_among(names: &[impl Display]) -> Message {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    message!("hint-choices", choices = names.join(" · "))
}
