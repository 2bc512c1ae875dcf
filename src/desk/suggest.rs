//! What somebody may have meant.

use std::fmt::Display;

use crate::domain::nearest::nearest;
use crate::error::Failure;
use crate::ui::wording::Phrase;

/// The failure to find `given`, with the name most like it, if any is, and all there are.
pub(crate) fn among<'k>(
    failure: Failure,
    given: &str,
    known: impl Iterator<Item = &'k str>,
) -> Failure {
    let failure = failure.naming_odd_sign(given);
    let known: Vec<&str> = known.collect();
    let failure = match nearest(given, known.iter().copied()) {
        Some(near) => failure.hint(Phrase::new("hint-did-you-mean").with("suggestion", near)),
        None => failure,
    };
    if known.is_empty() {
        return failure;
    }
    failure.hint(choose_among(&known))
}

pub(crate) fn choose_among(names: &[impl Display]) -> Phrase {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    Phrase::new("hint-choices").with("choices", names.join(" · "))
}
