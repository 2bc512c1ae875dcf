//! What somebody may have meant.

use std::fmt::Display;

use crate::ui::wording::Phrase;

/// Below this likeness a suggestion would only confuse.
const LEAST_LIKENESS: f64 = 0.7;

/// The known name most like what was given, if any is like it at all.
pub(crate) fn nearest<'k>(given: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let given = given.to_lowercase();
    known
        .map(|name| (strsim::jaro_winkler(&given, &name.to_lowercase()), name))
        .filter(|(likeness, _)| *likeness >= LEAST_LIKENESS)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, name)| name)
}

/// A hint that lists what there is.
pub(crate) fn choose_among(names: &[impl Display]) -> Phrase {
    let names: Vec<String> = names.iter().map(ToString::to_string).collect();
    Phrase::new("hint-choices").with("choices", names.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_what_is_alike_and_nothing_else() {
        let known = ["nacka", "sisam", "soderkoping"];
        assert_eq!(nearest("naka", known.into_iter()), Some("nacka"));
        assert_eq!(
            nearest("Söderköping", known.into_iter()),
            Some("soderkoping")
        );
        assert_eq!(nearest("xyz", known.into_iter()), None);
    }
}
