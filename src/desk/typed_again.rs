//! What somebody typed, in a form that can be typed again.

use crate::domain::identity_number::holds_identity_number;
use crate::domain::ids::CaseRef;
use crate::error::Failure;
use crate::ui::wording::Words;

pub(crate) use crate::ui::quoted::{path, quoted};

/// A failure whose hints for a whole line name this command and these cases, and keep these options.
pub(crate) fn kept(
    failure: Failure,
    words: &Words,
    (command, cases): (&'static str, &[CaseRef]),
    options: impl IntoIterator<Item = (&'static str, Option<String>)>,
) -> Failure {
    let options = options.into_iter().filter_map(|(id, value)| {
        let value = quoted(&value?);
        Some(format!(" {}", say!(words, id, value)))
    });
    let options: String = options.collect();
    // A number that may not be stored is not said again either.
    if holds_identity_number(&options) {
        return failure;
    }
    let cases: Vec<_> = cases.iter().map(|case| quoted(case.as_str())).collect();
    failure.with_typed(&words.say(command), &cases.join(" "), &options)
}
