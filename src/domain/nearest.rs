//! "Did you mean …?"

/// Longer words are no typos of each other, and comparing them would take its time.
const LONGEST: usize = 64;

/// So many candidates are no help and would take their time.
const MOST_CANDIDATES: usize = 1000;

/// The candidate most like a word, if one is alike enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    if word.is_empty() || word.len() > LONGEST {
        return None;
    }
    let lower = word.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates.into_iter().take(MOST_CANDIDATES) {
        if candidate.is_empty() || candidate.len() > LONGEST {
            continue;
        }
        let likeness = strsim::jaro_winkler(&lower, &candidate.to_lowercase());
        if likeness > 0.8 && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn suggests_what_is_meant_and_nothing_else() {
        let ids = ["inskrivning", "utskrivning", "beslut", "7", "9a"];
        for (word, meant) in [
            ("utskrivnig", Some("utskrivning")),
            ("Inskrivning", Some("inskrivning")),
            ("beslu", Some("beslut")),
            ("placering", None),
            ("8", None),
            ("", None),
        ] {
            assert_eq!(nearest(word, ids).as_deref(), meant, "{word}");
        }
    }
}
